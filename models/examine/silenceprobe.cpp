// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/recommendation.h"
#include "examine/probes.h"
#include "examine/silencesearch.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>
#include <vector>

namespace Pongwatch
{

namespace
{

/// A connection that is ended sooner was not ended for its silence: the peer does not want it.
constexpr milliseconds shortestLimit{300};

/// What a connection says that is to keep alive by data: the profile's own heartbeat, else an empty message,
/// the least that there is.
QByteArray keepingMessage(const ExaminationPlan &plan)
{
    const auto &heartbeat = plan.connection.keepalive.heartbeat;
    return heartbeat && heartbeat->form == MessageForm::Text ? heartbeat->send.toUtf8() : QByteArray();
}

SilenceEnd endOfLink(const ProbeLink &link)
{
    if (link.closeReceived())
        return {Cause::PeerClose, link.closeReceived()};
    return {link.end() ? link.end()->cause : Cause::NetworkError, {}};
}

QString endWord(const SilenceEnd &end)
{
    if (end.closeFrame)
        return QStringLiteral("close");
    return end.cause == Cause::Reset ? QStringLiteral("reset") : QStringLiteral("fin");
}

/// The connections of one search, and the search.
class SilenceRun
{
public:
    explicit SilenceRun(const ProbeContext &context)
        : m_context(context)
        , m_search(planOf(context))
    {
    }

    SilenceOutcome run()
    {
        ProbeRoom &room = m_context.room;
        m_search.start(room.now());
        int round = m_search.round();
        SteadyTime nextTell = room.now();
        while (!room.isCancelled() && !m_search.isOver(room.now())) {
            if (m_search.round() != round) {
                round = m_search.round();
                m_links.clear();
            }
            m_links.resize(std::size_t(m_search.connections()));
            for (const SilenceSearch::Action &action : m_search.due(room.now()))
                act(action);
            noteNews();
            if (room.now() >= nextTell) {
                nextTell = room.now() + seconds(1);
                m_context.tell(m_search.left(room.now()), m_search.heldSoFar(room.now()));
            }
            const SteadyTime until = std::min(m_search.nextDue(), nextTell);
            // News is looked at as it comes: a connection that is open has to send soon.
            room.waitFor(
                [this] {
                    noteNews();
                    return std::exchange(m_news, false);
                },
                std::max<nanoseconds>(until - room.now(), milliseconds(1)));
            noteNews();
        }
        const SilenceOutcome outcome = m_search.outcome(room.now());
        notePings();
        for (const auto &link : m_links)
            if (link && link->link)
                link->link->sendClose(CloseFrame{1000, {}});
        m_links.clear();
        return outcome;
    }

    /// The pings that the peer sent on the silent connections.
    [[nodiscard]] const std::vector<ProbeFrame> &serverPings() const { return m_serverPings; }
    [[nodiscard]] SteadyTime pingsSince() const { return m_pingsSince; }

private:
    struct Link {
        std::unique_ptr<ProbeLink> link;
        SteadyTime givenUpAt{};
        bool toldOpen = false;
        bool toldEnd = false;
    };

    static SilencePlan planOf(const ProbeContext &context)
    {
        SilencePlan plan;
        plan.upTo = context.plan.upTo;
        return plan;
    }

    void act(const SilenceSearch::Action &action)
    {
        auto &line = m_links[std::size_t(action.connection)];
        if (action.what == SilenceSearch::What::Open) {
            line = std::make_unique<Link>();
            line->link = std::make_unique<ProbeLink>(m_context.room, m_context.settings());
            line->givenUpAt = m_context.room.now() + m_context.settings().openTimeout;
            line->link->passed = [this, connection = action.connection](bool isReceived, bool data) {
                m_passed.push_back({connection, isReceived, data, m_context.room.now()});
                m_news = true;
            };
            line->link->open();
            return;
        }
        if (!line || !line->link->isOpen())
            return;
        switch (m_search.trafficOf(action.connection)) {
        case SilenceTraffic::Ping:
            line->link->sendPing("pongwatch");
            break;
        case SilenceTraffic::Pong:
            line->link->sendPong("pongwatch");
            break;
        default:
            line->link->sendText(keepingMessage(m_context.plan));
        }
    }

    void noteNews()
    {
        const int round = m_search.round();
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            Link *line = m_links[i].get();
            if (!line)
                continue;
            if (!line->toldOpen && line->link->opened()) {
                line->toldOpen = true;
                m_news = true;
                m_search.opened(int(i), line->link->openedAt());
                if (m_pingsSince == SteadyTime{})
                    m_pingsSince = line->link->openedAt();
            }
        }
        for (const Passed &passed : std::exchange(m_passed, {}))
            if (passed.isReceived)
                m_search.received(passed.connection, passed.data, passed.at);
            else
                m_search.sent(passed.connection, passed.at);
        for (std::size_t i = 0; i < m_links.size() && m_search.round() == round; ++i) {
            Link *line = m_links[i].get();
            if (!line || line->toldEnd)
                continue;
            const SteadyTime now = m_context.room.now();
            const bool tooLate = !line->toldOpen && !line->link->hasEnded() && now >= line->givenUpAt;
            const bool closing = line->link->closeReceived().has_value();
            if (!line->link->hasEnded() && !tooLate && !closing)
                continue;
            line->toldEnd = true;
            if (tooLate) { // it may open yet, which tells nothing any more
                line->toldOpen = true;
                line->link->drop();
            }
            m_news = true;
            notePings();
            m_search.ended(int(i), endOfLink(*line->link),
                           closing                  ? line->link->closeReceivedAt()
                           : line->link->hasEnded() ? line->link->endedAt()
                                                    : now);
        }
    }

    void notePings()
    {
        for (const auto &line : m_links)
            if (line && line->link && line->link->pings().size() > m_serverPings.size()) {
                m_serverPings = line->link->pings();
                m_pingsSince = line->link->openedAt();
            }
    }

    struct Passed {
        int connection;
        bool isReceived;
        bool data;
        SteadyTime at;
    };

    const ProbeContext &m_context;
    SilenceSearch m_search;
    std::vector<std::unique_ptr<Link>> m_links;
    std::vector<Passed> m_passed;
    std::vector<ProbeFrame> m_serverPings;
    SteadyTime m_pingsSince{};
    bool m_news = false;
};

QJsonObject factsOf(const SilenceOutcome &outcome, const ProbeContext &context)
{
    QJsonObject facts{{QStringLiteral("held_s"), toSeconds(outcome.held)},
                      {QStringLiteral("up_to_s"), toSeconds(context.plan.upTo)}};
    if (outcome.peerSpeaks)
        facts.insert(QStringLiteral("peer_speaks_every_s"), toSeconds(outcome.peerEvery));
    if (outcome.limit) {
        facts.insert(outcome.isAge ? QStringLiteral("age_limit_s") : QStringLiteral("idle_limit_s"),
                     toSeconds(*outcome.limit));
        facts.insert(QStringLiteral("cut_by"), endWord(outcome.end));
        if (outcome.end.closeFrame) {
            facts.insert(QStringLiteral("close_code"), int(outcome.end.closeFrame->code.value_or(1005)));
            if (!outcome.end.closeFrame->reason.isEmpty())
                facts.insert(QStringLiteral("close_reason"), outcome.end.closeFrame->reason.left(123));
        }
        facts.insert(QStringLiteral("agreeing"), outcome.agreeing);
        facts.insert(QStringLiteral("spread_s"), toSeconds(outcome.spread));
    }
    QJsonArray resets;
    QJsonArray doesNot;
    for (const SilenceOutcome::Trial &trial : outcome.trials) {
        if (trial.effect == SilenceOutcome::Effect::Resets)
            resets.append(QString(toWord(trial.traffic)));
        else if (trial.effect == SilenceOutcome::Effect::DoesNot)
            doesNot.append(QString(toWord(trial.traffic)));
        if (trial.traffic == SilenceTraffic::Data) {
            facts.insert(QStringLiteral("data_answered"), trial.answered);
            if (trial.ended) {
                facts.insert(QStringLiteral("data_ended_after_s"), toSeconds(trial.endedAt));
                if (trial.ended->closeFrame)
                    facts.insert(QStringLiteral("data_close_code"),
                                 int(trial.ended->closeFrame->code.value_or(1005)));
            }
        }
    }
    if (outcome.limit) {
        facts.insert(QStringLiteral("reset_by"), resets);
        facts.insert(QStringLiteral("not_reset_by"), doesNot);
    }
    if (const Finding *connect = findFinding(context.findings, FindingKind::Connect)) {
        for (const char *key : {"server", "front", "front_evidence"})
            if (connect->facts.contains(QLatin1String(key)))
                facts.insert(QLatin1String(key), connect->facts.value(QLatin1String(key)));
    }
    return facts;
}

void tellServerPings(const ProbeContext &context, const SilenceRun &run, nanoseconds watched)
{
    const std::vector<ProbeFrame> &pings = run.serverPings();
    QJsonObject facts{{QStringLiteral("pings"), int(pings.size())},
                      {QStringLiteral("watched_s"), toSeconds(watched)}};
    if (!pings.empty()) {
        facts.insert(QStringLiteral("first_after_s"), toSeconds(pings.front().at - run.pingsSince()));
        if (pings.size() > 1) {
            facts.insert(QStringLiteral("interval_s"),
                         toSeconds((pings.back().at - pings.front().at) / int(pings.size() - 1)));
        }
        const QByteArray &payload = pings.front().payload;
        facts.insert(QStringLiteral("payload_bytes"), int(payload.size()));
        if (!payload.isEmpty())
            facts.insert(QStringLiteral("payload_hex"), QString::fromLatin1(payload.left(125).toHex()));
    }
    context.found(FindingKind::ServerPing, FindingResult::Ok, facts);
}

} // namespace

void probeSilence(const ProbeContext &context)
{
    SilenceRun run(context);
    const SteadyTime since = context.room.now();
    const SilenceOutcome outcome = run.run();
    const nanoseconds watched = context.room.now() - since;
    QJsonObject facts = factsOf(outcome, context);
    if (outcome.disturbed) {
        context.unknown(FindingKind::IdleLimit, "disturbed", facts);
    } else if (outcome.limit && *outcome.limit < shortestLimit) {
        context.unknown(FindingKind::IdleLimit, "ends-at-once", facts);
    } else if (outcome.limit && outcome.isAge) {
        // What looked like a limit of silence is one of age: nothing kept a connection beyond it.
        context.found(FindingKind::MaxAge, FindingResult::Limit, facts);
        context.unknown(FindingKind::IdleLimit, "age-first", facts);
    } else {
        Finding finding{FindingKind::IdleLimit, FindingResult::Ok, context.room.wallNow(), facts};
        const bool cancelled = context.room.isCancelled();
        if (cancelled && !outcome.limit) {
            facts.insert(QStringLiteral("cut_short"), true);
            finding.facts = facts;
        }
        if (outcome.limit)
            finding.result = FindingResult::Limit;
        else if (outcome.held == nanoseconds(0))
            finding.result = FindingResult::Unknown;
        if (const auto interval = recommendedPingInterval(finding))
            facts.insert(QStringLiteral("recommended_ping_interval_s"), toSeconds(*interval));
        context.found(FindingKind::IdleLimit, finding.result, facts);
    }
    tellServerPings(context, run, watched);
}

namespace
{

/// Holds a connection with pings, for as long as the plan wants; nullopt: cancelled before it was open.
std::optional<Finding> holdConnection(const ProbeContext &context)
{
    nanoseconds interval = seconds(20);
    if (const Finding *idle = findFinding(context.findings, FindingKind::IdleLimit))
        interval = recommendedPingInterval(*idle).value_or(interval);
    ProbeLink link(context.room, context.settings());
    if (!link.openAndWait()) {
        if (context.room.isCancelled())
            return std::nullopt;
        return Finding{FindingKind::MaxAge,
                       FindingResult::Unknown,
                       context.room.wallNow(),
                       {{QStringLiteral("why"), QStringLiteral("not-open")}}};
    }
    ProbeRoom &room = context.room;
    const SteadyTime end = link.openedAt() + context.plan.hold;
    SteadyTime nextPing = link.openedAt() + interval;
    while (room.now() < end && link.isOpen() && !link.closeReceived() && !room.isCancelled()) {
        const SteadyTime until = std::min({end, nextPing, room.now() + seconds(1)});
        room.waitFor([&link] { return link.hasEnded() || link.closeReceived(); }, until - room.now());
        if (room.now() >= nextPing && link.isOpen()) {
            link.sendPing("pongwatch");
            nextPing += interval;
        }
        context.tell(end - room.now(), nanoseconds(0));
    }
    const bool cut = link.hasEnded() || link.closeReceived();
    const SteadyTime until = link.closeReceived() ? link.closeReceivedAt()
                             : cut                ? link.endedAt()
                                                  : room.now();
    QJsonObject facts{{QStringLiteral("held_s"), toSeconds(until - link.openedAt())},
                      {QStringLiteral("ping_interval_s"), toSeconds(interval)}};
    if (cut) {
        facts.insert(QStringLiteral("age_limit_s"), toSeconds(until - link.openedAt()));
        facts.insert(QStringLiteral("cut_by"), endWord(endOfLink(link)));
        if (link.closeReceived())
            facts.insert(QStringLiteral("close_code"), int(link.closeReceived()->code.value_or(1005)));
        facts.insert(QStringLiteral("said"), link.explanation());
    }
    Finding finding{FindingKind::MaxAge, cut ? FindingResult::Limit : FindingResult::Ok,
                    context.room.wallNow(), facts};
    link.closeAndWait();
    return finding;
}

} // namespace

void probeAge(const ProbeContext &context)
{
    const Finding *const searched = findFinding(context.findings, FindingKind::MaxAge);
    if (searched && searched->result == FindingResult::Limit)
        return; // the search for silence has met it
    std::optional<Finding> finding = ageFound(context.plan.pastEnds);
    const bool isKnown = finding && finding->result == FindingResult::Limit;
    if (context.plan.hold > nanoseconds(0)) {
        const std::optional<Finding> held = holdConnection(context);
        const nanoseconds age =
            held ? secondsIn(held->facts, QLatin1String("held_s")).value_or(nanoseconds(0)) : nanoseconds(0);
        // One that was not held for long enough says nothing against the ends of others.
        const bool tellsMore =
            held && (held->result == FindingResult::Limit || !isKnown ||
                     age > secondsIn(finding->facts, QLatin1String("age_limit_s")).value_or(nanoseconds(0)) *
                               11 / 10);
        if (tellsMore && (held->result != FindingResult::Unknown || !finding))
            finding = held;
    }
    if (finding)
        context.found(finding->kind, finding->result, finding->facts);
}

} // namespace Pongwatch
