// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/jsonlevents.h"

#include "alerts/alertsentence.h"
#include "app/headless/jsonline.h"
#include "app/headless/tracelines.h"
#include "engine/diagnosis.h"

#include <numeric>

namespace Pongwatch
{

namespace
{

JsonLine lineFor(const char *event, WallTime time)
{
    JsonLine line;
    line.text("event", QString::fromLatin1(event));
    line.text("time", toRfc3339(time));
    return line;
}

void add(JsonLine &line, const TcpSnapshot &tcp)
{
    JsonLine books;
    books.whole("unacked", tcp.unacked);
    books.whole("retransmits", tcp.retransmits);
    books.whole("unsent_bytes", tcp.unsentBytes);
    line.object("tcp", books);
}

void countUnlessZero(JsonLine &line, const char *key, quint64 value)
{
    if (value > 0)
        line.whole(key, static_cast<qint64>(value));
}

void textsUnlessNone(JsonLine &line, const char *key, const QStringList &values)
{
    if (!values.isEmpty())
        line.texts(key, values);
}

QByteArray state(JsonLine line, const QString &url, const StateChanged &change)
{
    line.text("url", url);
    line.text("state", toWord(change.state));
    if (change.attempt > 0)
        line.whole("attempt", change.attempt);
    line.seconds("retry_in_s", change.retryIn);
    line.seconds("tried_every_s", change.triedEvery);
    return line.toJson();
}

JsonLine stepsOf(const DialPhases &phases)
{
    JsonLine line;
    line.milliseconds("dns", phases.dns);
    line.milliseconds("tcp", phases.tcp);
    line.milliseconds("proxy", phases.proxy);
    line.milliseconds("tls", phases.tls);
    line.milliseconds("upgrade", phases.upgrade);
    if (!phases.dialogue.isEmpty())
        line.milliseconds("dialogue",
                          std::accumulate(phases.dialogue.begin(), phases.dialogue.end(), nanoseconds(0)));
    return line;
}

JsonLine responseOf(const HttpAnswer &answer)
{
    JsonLine line;
    line.whole("status", answer.status);
    if (!answer.reason.isEmpty())
        line.text("reason", answer.reason);
    if (!answer.headers.isEmpty()) {
        // Names in an object are unique: a header that came several times becomes one list (RFC 9110 5.3).
        JsonLine headers;
        QStringList done;
        for (const auto &[name, first] : answer.headers) {
            if (done.contains(name))
                continue;
            done.append(name);
            QStringList values;
            for (const auto &[other, value] : answer.headers)
                if (other == name)
                    values.append(value);
            headers.text(name.toLatin1().constData(), values.join(QLatin1String(", ")));
        }
        line.object("headers", headers);
    }
    if (!answer.body.isEmpty())
        line.text("body", answer.body);
    return line;
}

/// The way of the dial, besides the URL: a forward proxy, addresses that did not answer, redirects.
void addWay(JsonLine &line, const std::optional<ProxyUse> &proxy, const QList<AddressAttempt> &attempts,
            const QString &redirectedTo)
{
    if (proxy) {
        JsonLine used;
        used.text("address", proxy->address);
        used.text("source", toWord(proxy->source));
        if (!proxy->variable.isEmpty())
            used.text("variable", proxy->variable);
        if (proxy->answer)
            used.object("response", responseOf(*proxy->answer));
        if (proxy->socksReply)
            used.whole("socks_reply", *proxy->socksReply);
        line.object("proxy", used);
    }
    QStringList tried;
    for (const AddressAttempt &attempt : attempts)
        tried.append(attempt.address + QLatin1Char(' ') + toWord(attempt.outcome));
    textsUnlessNone(line, "not_answered", tried);
    if (!redirectedTo.isEmpty())
        line.text("redirected_to", redirectedTo);
}

QByteArray open(JsonLine line, const Opened &opened)
{
    line.text("client", toWord(opened.client));
    if (opened.wireReason != WireReason::None)
        line.text("client_reason", textOf(opened.wireReason));
    line.object("phases_ms", stepsOf(opened.phases));
    line.text("address", opened.address);
    if (!opened.subprotocol.isEmpty())
        line.text("subprotocol", opened.subprotocol);
    if (opened.tls) {
        JsonLine tls;
        tls.text("protocol", opened.tls->protocol);
        tls.text("cipher", opened.tls->cipher);
        if (opened.tls->certificateExpires.isValid())
            tls.text("certificate_expires", opened.tls->certificateExpires.toUTC().toString(Qt::ISODate));
        line.object("tls", tls);
    }
    addWay(line, opened.proxy, opened.attempts, opened.redirectedTo);
    return line.toJson();
}

QByteArray timeout(JsonLine line, const PingTimedOut &timedOut)
{
    line.whole("seq", timedOut.seq);
    line.seconds("waited_s", timedOut.waited);
    line.text("evidence", toWord(timedOut.evidence));
    if (timedOut.tcp)
        add(line, *timedOut.tcp);
    line.seconds("since_last_received_s", timedOut.sinceLastReceived);
    countUnlessZero(line, "foreign_pongs", timedOut.foreignPongs);
    return line.toJson();
}

JsonLine frameOf(const CloseFrame &frame)
{
    JsonLine line;
    if (frame.code)
        line.whole("code", *frame.code);
    line.text("reason", frame.reason);
    return line;
}

JsonLine limitObject(const ConnectionLimit &limit)
{
    JsonLine line;
    line.text("kind", toWord(limit.kind));
    line.seconds("limit_s", limit.length);
    if (limit.kind == LimitKind::DataIdle)
        line.texts("reset_by", {QStringLiteral("data")});
    else if (limit.pingsReset)
        line.texts("reset_by", {QStringLiteral("ping")});
    if (limit.examined)
        line.flag("examined", true);
    if (!limit.front.isEmpty())
        line.text("front", limit.front);
    return line;
}

JsonLine dialogueObject(const DialogueEnd &end)
{
    JsonLine line;
    line.text("result", toWord(end.kind));
    if (end.step > 0) {
        line.whole("step", end.step);
        line.whole("steps", end.steps);
    }
    line.seconds("waited_s", end.waited);
    if (!end.expected.isEmpty())
        line.text("expected", end.expected);
    if (!end.came.isEmpty())
        line.text("came", end.came);
    if (end.kind == DialogueEnd::Kind::Stale)
        line.whole("messages", static_cast<qint64>(end.messages));
    return line;
}

QByteArray closed(JsonLine line, const Closed &end, const QString &explanation)
{
    const Verdict &verdict = end.verdict;
    line.text("initiator", toWord(verdict.initiator));
    line.text("cause", toWord(verdict.cause));
    line.whole("close_code", verdict.closeCode);
    if (verdict.httpStatus)
        line.whole("http_status", *verdict.httpStatus);
    if (verdict.answer)
        line.object("response", responseOf(*verdict.answer));
    if (verdict.tls && verdict.tls->byPeer && verdict.tls->alert)
        line.whole("tls_alert", *verdict.tls->alert);
    addWay(line, verdict.proxy, verdict.attempts, verdict.redirectedTo);
    if (verdict.sent)
        line.object("sent", frameOf(*verdict.sent));
    if (verdict.received)
        line.object("received", frameOf(*verdict.received));
    const bool wasOpen = verdict.phase == DialPhase::Open;
    if (wasOpen)
        line.seconds("age_s", verdict.age);
    else
        line.text("phase", toWord(verdict.phase));
    if (end.phases != DialPhases())
        line.object("phases_ms", stepsOf(end.phases));
    line.seconds("since_last_received_s", verdict.sinceLastReceived);
    if (verdict.cause == Cause::KeepaliveTimeout || verdict.evidence != Evidence::Unknown)
        line.text("evidence", toWord(verdict.evidence));
    if (verdict.tcp)
        add(line, *verdict.tcp);
    countUnlessZero(line, "foreign_pongs", verdict.foreignPongs);
    if (verdict.clientNote.kind != ClientNote::Kind::None)
        line.text("client_note", toWord(verdict.clientNote.kind));
    countUnlessZero(line, "unsolicited_pongs", verdict.unsolicitedPongs);
    line.milliseconds("late_pong_ms", verdict.lateAnswer);
    if (verdict.limit)
        line.object("limit", limitObject(*verdict.limit));
    if (verdict.dialogue)
        line.object("dialogue", dialogueObject(*verdict.dialogue));
    if (verdict.path)
        line.object("path", pathObject(*verdict.path));
    const Suspicion suspicion = suspicionOf(verdict);
    textsUnlessNone(line, "suspects", toWords(suspicion.likely));
    textsUnlessNone(line, "possible_suspects", toWords(suspicion.possible));
    line.text("explanation", explanation);
    return line.toJson();
}

JsonLine roundTrips(const StatisticsSummary &figures)
{
    JsonLine rtt;
    rtt.milliseconds("last", figures.last);
    rtt.milliseconds("min", figures.min);
    rtt.milliseconds("mean", figures.mean);
    rtt.milliseconds("p50", figures.p50);
    rtt.milliseconds("p95", figures.p95);
    rtt.milliseconds("p99", figures.p99);
    rtt.milliseconds("max", figures.max);
    rtt.milliseconds("stddev", figures.stddev);
    rtt.milliseconds("jitter", figures.jitter);
    return rtt;
}

} // namespace

QByteArray jsonlStart(WallTime time, const QString &version)
{
    JsonLine line;
    line.text("event", QStringLiteral("start"));
    line.whole("schema_version", 1);
    line.text("version", version);
    line.text("time", toRfc3339(time));
    return line.toJson();
}

std::optional<QByteArray> jsonlSample(const QString &peer, const PingSample &sample)
{
    if (!hasRoundTrip(sample.outcome))
        return std::nullopt;
    JsonLine line = lineFor("pong", sample.settledAt());
    line.text("peer", peer);
    line.whole("seq", sample.seq);
    line.milliseconds("rtt_ms", sample.rtt);
    line.text("outcome", toWord(sample.outcome));
    line.milliseconds("tcp_rtt_ms", sample.tcpRtt);
    // What a reader must know before trusting the figure.
    if (sample.marks.testFlag(SampleMark::ObserverLag))
        line.flag("observer_lag", true);
    if (sample.marks.testFlag(SampleMark::BehindTraffic))
        line.flag("behind_traffic", true);
    return line.toJson();
}

std::optional<QByteArray> jsonlEvent(const QString &peer, const QString &url, const ConnectionEvent &event,
                                     const QString &explanation)
{
    const auto named = [&](const char *name) {
        JsonLine line = lineFor(name, event.time);
        line.text("peer", peer);
        return line;
    };
    if (const auto *change = std::get_if<StateChanged>(&event.what))
        return state(named("state"), url, *change);
    if (const auto *opened = std::get_if<Opened>(&event.what))
        return open(named("open"), *opened);
    if (const auto *timedOut = std::get_if<PingTimedOut>(&event.what))
        return timeout(named("timeout"), *timedOut);
    if (const auto *slept = std::get_if<Suspended>(&event.what)) {
        JsonLine line = named(slept->programOnly ? "stopped" : "suspended");
        line.seconds(slept->programOnly ? "stopped_s" : "suspended_s", slept->duration);
        return line.toJson();
    }
    if (const auto *slow = std::get_if<SlowLimitLearned>(&event.what)) {
        JsonLine line = named("slow-limit");
        line.seconds("slow_after_s", slow->limit);
        return line.toJson();
    }
    if (const auto *feed = std::get_if<FeedStale>(&event.what)) {
        JsonLine line = named(feed->goesOn ? "feed" : "stale");
        line.text("state", feed->goesOn ? toWord(ConnectionState::Open) : toWord(Health::Stale));
        if (!feed->goesOn)
            line.seconds("waited_s", feed->waited);
        line.whole("messages", static_cast<qint64>(feed->messages));
        if (feed->goesOn)
            return line.toJson();
        if (!feed->expected.isEmpty())
            line.text("expected", feed->expected);
        line.seconds("since_last_pong_s", feed->sinceLastPong);
        line.text("explanation", explainStale(*feed));
        return line.toJson();
    }
    if (const auto *end = std::get_if<Closed>(&event.what))
        return closed(named("closed"), *end, explanation);
    return std::nullopt;
}

QByteArray jsonlHeldBack(const PeerRecord &peer, const QString &explanation)
{
    JsonLine line = lineFor("state", peer.hold()->since);
    line.text("peer", peer.name());
    line.text("url", displayUrl(peer.url()));
    line.text("state", toWord(ConnectionState::Failed));
    line.texts("suspects", toWords(Suspect::ThisSide));
    line.text("explanation", explanation);
    return line.toJson();
}

QByteArray jsonlFeedRate(const PeerRecord &peer, WallTime time)
{
    const FeedLedger &feed = peer.feed();
    JsonLine line = lineFor("feed-rate", time);
    line.text("peer", peer.name());
    line.number("per_s", feed.perSecond(time));
    line.whole("messages", static_cast<qint64>(feed.messages()));
    if (feed.last())
        line.seconds("since_last_s", std::max<nanoseconds>(time - *feed.last(), nanoseconds(0)));
    return line.toJson();
}

QByteArray jsonlClockStep(const ClockStep &step, const Note &note)
{
    JsonLine line = lineFor("clock-step", step.at);
    line.seconds("stepped_s", step.by);
    line.text("explanation", note.text);
    return line.toJson();
}

QByteArray jsonlAlert(const AlertChange &change)
{
    const AlertCase &alert = change.about;
    const AlertWords words = alertWords(change, Formatter(QLocale(), {}, FormatPreferences::plain()));
    JsonLine line = lineFor("alert", change.time);
    line.text("id", alert.id);
    line.text("rule", alert.rule.name);
    QStringList names;
    for (const AlertMember &member : alert.members)
        if (member.inTrouble || change.kind == AlertChange::Kind::Resolved)
            names.append(member.name);
    if (alert.subject == AlertSubject::Group) {
        line.text("group", names.value(0));
    } else if (alert.subject == AlertSubject::Peer) {
        if (names.size() == 1)
            line.text("peer", names.first());
        line.texts("peers", names);
    }
    if (!alert.behind.isEmpty())
        line.texts("behind", alert.behind);
    line.text("state", change.kind == AlertChange::Kind::Resolved ? QStringLiteral("resolved")
                                                                  : QStringLiteral("firing"));
    if (change.kind == AlertChange::Kind::Updated)
        line.flag("update", true);
    if (change.kind == AlertChange::Kind::Escalated)
        line.flag("escalated", true);
    line.text("since", toRfc3339(alert.since));
    line.text("title", words.title);
    line.text("explanation", words.body);
    const Suspicion suspicion = suspicionOf(alert);
    if (suspicion.likely)
        line.texts("suspects", toWords(suspicion.likely));
    if (suspicion.possible)
        line.texts("possible_suspects", toWords(suspicion.possible));
    return line.toJson();
}

QByteArray jsonlPastAlert(const PastAlert &alert)
{
    JsonLine line = lineFor("alert", alert.firedAt);
    line.text("id", alert.id);
    line.text("rule", alert.rule);
    if (alert.subject == QLatin1String("group"))
        line.text("group", alert.group);
    if (alert.peers.size() == 1)
        line.text("peer", alert.peers.first());
    if (!alert.peers.isEmpty())
        line.texts("peers", alert.peers);
    line.text("state", alert.resolvedAt ? QStringLiteral("resolved") : QStringLiteral("firing"));
    line.text("since", toRfc3339(alert.since));
    line.text("title", alert.title);
    line.text("explanation", alert.body);
    line.seconds("to_notice_s", alert.toNotice());
    if (alert.escalatedAt)
        line.text("escalated", toRfc3339(*alert.escalatedAt));
    if (alert.acknowledgedAt) {
        line.text("acknowledged", toRfc3339(*alert.acknowledgedAt));
        line.seconds("to_acknowledge_s", alert.toAcknowledge());
        if (!alert.note.isEmpty())
            line.text("note", alert.note);
    }
    if (alert.resolvedAt) {
        line.text("resolved", toRfc3339(*alert.resolvedAt));
        line.seconds("to_recover_s", alert.toRecover());
    }
    QStringList arrived;
    QStringList lost;
    for (const PastAlert::Delivery &delivery : alert.deliveries)
        (delivery.arrived ? arrived : lost).append(delivery.way);
    if (!arrived.isEmpty())
        line.texts("delivered", arrived);
    if (!lost.isEmpty())
        line.texts("not_delivered", lost);
    return line.toJson();
}

QByteArray jsonlDelivery(const Delivery &delivery, const DeliveryResult &result, WallTime time)
{
    JsonLine line = lineFor("delivery", time);
    line.text("id", delivery.payload.value(QStringLiteral("id")).toString());
    line.text("rule", delivery.payload.value(QStringLiteral("rule")).toString());
    line.text("key", delivery.key);
    line.text("channel", delivery.way);
    line.text("state", result.isTaken   ? QStringLiteral("taken")
                       : result.isFinal ? QStringLiteral("failed")
                                        : QStringLiteral("waiting"));
    line.whole("attempt", delivery.attempts);
    if (!result.error.isEmpty())
        line.text("explanation", result.error);
    if (!result.said.isEmpty())
        line.text("output", result.said);
    return line.toJson();
}

QByteArray jsonlHistory(const HistoryStatus &status, WallTime time)
{
    JsonLine line = lineFor("history", time);
    line.text("file", status.path);
    line.whole("bytes", status.fileBytes);
    if (!status.notice.isEmpty())
        line.text("notice", status.notice);
    countUnlessZero(line, "samples_not_written", status.samplesInMemory + status.samplesDropped);
    return line.toJson();
}

QByteArray jsonlSummary(const ReportPeer &peer, WallTime time)
{
    const StatisticsSummary &figures = peer.statistics;
    JsonLine line = lineFor("summary", time);
    line.text("peer", peer.name);
    line.text("health", toWord(peer.health));
    line.whole("pings", static_cast<qint64>(figures.pings));
    line.whole("pongs", static_cast<qint64>(figures.answers()));
    line.whole("timeouts", static_cast<qint64>(figures.timedOut));
    line.whole("late", static_cast<qint64>(figures.late));
    line.whole("missed", static_cast<qint64>(figures.timedOut + figures.late));
    line.number("loss", figures.loss);
    line.whole("connects", figures.connects);
    line.seconds("open_s", figures.openTime);
    line.object("rtt_ms", roundTrips(figures));
    countUnlessZero(line, "slow", figures.slow);
    countUnlessZero(line, "superseded", figures.superseded);
    countUnlessZero(line, "lost", figures.lost);
    countUnlessZero(line, "unsolicited", peer.strayPongs.unsolicited);
    countUnlessZero(line, "duplicate", peer.strayPongs.duplicate);
    countUnlessZero(line, "foreign", peer.strayPongs.foreign);
    line.whole("observer_lagged", static_cast<qint64>(figures.lagged));
    if (peer.hasFeed()) {
        JsonLine feed;
        feed.whole("messages", static_cast<qint64>(peer.feedMessages()));
        if (figures.openTime.count() > 0)
            feed.number("per_s", static_cast<double>(peer.feedMessages()) / toSeconds(figures.openTime));
        feed.seconds("stale_s", peer.stale);
        line.object("feed", feed);
    }
    return line.toJson();
}

} // namespace Pongwatch
