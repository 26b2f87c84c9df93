// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerfacts.h"

#include "engine/diagnosis.h"
#include "history/peerrecord.h"
#include "peers/groupsummary.h"
#include "text/wording.h"

namespace Pongwatch
{

namespace
{

QString countOrNothing(quint64 number)
{
    return number > 0 ? QLocale().toString(number) : QString();
}

QString durationOrNothing(const std::optional<nanoseconds> &duration)
{
    return duration ? Formatter().duration(*duration) : QString();
}

QString latencyOrNothing(const Formatter &format, const std::optional<nanoseconds> &latency)
{
    return latency ? format.latency(*latency) : QString();
}

/// Keeps a number and its state on one line.
QString stateByState(const HealthCounts &counts)
{
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(Wording::healthCounts({{it.key(), it.value()}}).replace(u' ', QChar::Nbsp));
    return Wording::list(parts);
}

/// The limit learned from the peer's own past, marked as such.
QString ownSlowLimit(const Formatter &format, const std::optional<nanoseconds> &limit)
{
    return limit ? PeerFacts::tr("%1 (automatic: twice what 99 % of its answers in the last day took)")
                       .arg(format.latency(*limit))
                 : QString();
}

QList<Fact> tcpFacts(const Formatter &format, const TcpSnapshot &tcp)
{
    return {
        {PeerFacts::tr("TCP unacknowledged"), countOrNothing(tcp.unacked)},
        {PeerFacts::tr("TCP retransmissions"), countOrNothing(tcp.retransmits)},
        {PeerFacts::tr("TCP round trip"), tcp.rtt > nanoseconds(0) ? format.latency(tcp.rtt) : QString()}};
}

/// Which client carries the connection, and if it is not the requested one, why.
QString clientOf(const Opened &opened)
{
    if (opened.client == Client::Qt)
        return QStringLiteral("QWebSocket");
    const QString own = PeerFacts::tr("wire", "the program's own WebSocket client");
    return opened.wireReason == WireReason::None
               ? own
               //: %1 a client, %2 why it is not QWebSocket
               : PeerFacts::tr("%1 (%2)").arg(own, textOf(opened.wireReason));
}

} // namespace

QList<Fact> PeerFacts::ofEnd(const Verdict &verdict) const
{
    const bool opened = verdict.phase == DialPhase::Open;
    QList<Fact> facts{
        {tr("Ended by"), Wording::initiator(verdict.initiator)},
        {tr("Evidence"),
         verdict.evidence == Evidence::Unknown ? QString() : Wording::evidence(verdict.evidence)},
        {tr("Answer"), Wording::harmless(verdict.detail, 200)},
        {tr("HTTP status"), verdict.httpStatus ? QString::number(*verdict.httpStatus) : QString()},
        {tr("Close sent"), opened ? Wording::closeFrame(verdict.sent) : QString()},
        {tr("Close received"), opened ? Wording::closeFrame(verdict.received) : QString()},
        {tr("Close code"), opened ? QString::number(verdict.closeCode) : QString()},
        {tr("Connected for"), opened ? Formatter().duration(verdict.age) : QString()},
        {tr("Silent for"), opened ? durationOrNothing(verdict.sinceLastReceived) : QString()},
        {tr("Waited for"), durationOrNothing(verdict.waited)},
        {tr("Pings unanswered"), countOrNothing(verdict.pingsUnanswered)},
    };
    if (verdict.tcp)
        facts += tcpFacts(m_format, *verdict.tcp);
    return facts;
}

QList<Fact> PeerFacts::ofMissedPongs(const Verdict &verdict) const
{
    QList<Fact> facts{
        {tr("Pings unanswered"), countOrNothing(verdict.pingsUnanswered)},
        {tr("Waited for"), durationOrNothing(verdict.waited)},
        {tr("Evidence"),
         verdict.evidence == Evidence::Unknown ? QString() : Wording::evidence(verdict.evidence)},
    };
    if (verdict.tcp)
        facts += tcpFacts(m_format, *verdict.tcp);
    return facts;
}

QList<Fact> PeerFacts::ofStop(const FeedStale &feed)
{
    return {
        {tr("Waits for messages that match"), Wording::harmless(feed.expected, 120)},
        {tr("Such messages in this connection"),
         feed.messages > 0 ? QLocale().toString(feed.messages) : tr("none", "no messages")},
        {tr("Last pong before"), durationOrNothing(feed.sinceLastPong)},
    };
}

QList<Fact> PeerFacts::ofFeed(const PeerRecord &record, const DialogueAlive *alive, WallTime now)
{
    const FeedLedger &feed = record.feed();
    if (!alive && !feed.last())
        return {};
    const QString last =
        feed.last() ? tr("%1 ago").arg(Formatter().age(std::max(microseconds(0), now - *feed.last())))
                    : tr("none in this run", "no message");
    return {
        {tr("Rate in the last minute"), Formatter().rate(feed.perSecond(now))},
        {tr("Last message"), last},
        {tr("Messages in this run"), countOrNothing(feed.messages())},
        {tr("Matching"), alive ? Wording::harmless(alive->when.expression, 120) : QString()},
        {tr("Stale after"), alive ? Formatter().duration(alive->atLeastEvery) : QString()},
    };
}

QList<Fact> PeerFacts::ofSlowAnswer(const PingSample &sample, const std::optional<nanoseconds> &slowAfter,
                                    const std::optional<nanoseconds> &slowLimit) const
{
    return {
        {tr("Last round trip"), m_format.latency(sample.rtt)},
        {tr("Slow after"), slowAfter ? m_format.latency(*slowAfter) : ownSlowLimit(m_format, slowLimit)},
        {tr("TCP round trip"), latencyOrNothing(m_format, sample.tcpRtt)},
        {tr("Remarks"), Wording::marks(sample.marks)},
    };
}

QList<Fact> PeerFacts::ofOpening(const PeerRecord &record) const
{
    const auto &opening = record.lastOpened();
    if (!opening)
        return {};
    const Opened &what = opening->what;
    QList<Fact> facts{
        {tr("Address"), Wording::harmless(what.address, 80)},
        {tr("Client"), clientOf(what)},
        {tr("Subprotocol"), Wording::harmless(what.subprotocol, 80)},
        {tr("Server"), Wording::harmless(what.server, 80)},
    };
    if (what.tls) {
        facts.append({tr("TLS"), Wording::harmless(what.tls->protocol, 40)});
        facts.append({tr("Cipher"), Wording::harmless(what.tls->cipher, 80)});
    }
    const StrayPongs &stray = record.strayPongs();
    facts.append({tr("Slow after"), ownSlowLimit(m_format, record.slowLimit())});
    facts.append({tr("Unsolicited pongs"), countOrNothing(stray.unsolicited)});
    facts.append({tr("Duplicate pongs"), countOrNothing(stray.duplicate)});
    facts.append({tr("Foreign pongs"), countOrNothing(stray.foreign)});
    return facts;
}

QList<Fact> PeerFacts::ofCertificate(const PeerRecord &record, WallTime now) const
{
    const auto &opening = record.lastOpened();
    if (!opening || !opening->what.tls)
        return {};
    const TlsFacts &tls = *opening->what.tls;
    const bool known = tls.certificateExpires.isValid();
    const QString until =
        known ? tr("%1 %2", "date, time of the day")
                    .arg(m_format.date(tls.certificateExpires.toLocalTime().date()),
                         m_format.clock(tls.certificateExpires.toLocalTime().time(), ClockPrecision::Minutes))
              : QString();
    return {
        {tr("Issued to"), Wording::harmless(tls.certificateSubject, 120)},
        {tr("Issued by"), Wording::harmless(tls.certificateIssuer, 120)},
        {tr("Valid until"), until},
        {tr("Expires"), known ? m_format.expiry(tls.certificateExpires, now) : QString()},
        {tr("Verified"), tls.verified ? tr("yes") : tr("no, verification is off")},
    };
}

QString PeerFacts::certificateNotice(const PeerRecord &record, WallTime now) const
{
    const auto &opening = record.lastOpened();
    if (!opening || !opening->what.tls || !opening->what.tls->certificateExpires.isValid())
        return {};
    const QDateTime &expires = opening->what.tls->certificateExpires;
    if (Wording::timeUntil(expires, now) >= certificateWarning)
        return {};
    return Wording::timeUntil(expires, now) <= seconds(0)
               ? tr("The certificate has expired.")
               //: %1 as in "in 9 d 04 h"
               : tr("The certificate expires %1.").arg(m_format.expiry(expires, now));
}

QList<Fact> PeerFacts::ofGroup(const GroupSummary &sum, WallTime now) const
{
    return {
        {tr("Peers"), QLocale().toString(sum.peers())},
        {tr("By state"), stateByState(sum.counts)},
        {tr("Pings"), QLocale().toString(sum.pings)},
        {tr("Loss"), sum.loss ? Formatter().percentage(*sum.loss) : QString()},
        {tr("Worst p95"),
         sum.p95 || sum.estimatedP95 ? m_format.latencyOrEstimate(sum.p95, sum.estimatedP95) : QString()},
        {tr("Worst jitter"), latencyOrNothing(m_format, sum.jitter)},
        {tr("Connections opened"), QLocale().toString(sum.connects)},
        {tr("First certificate expires"),
         sum.certificateExpires.isValid() ? m_format.expiry(sum.certificateExpires, now) : QString()},
    };
}

QString PeerFacts::toText(const QList<Fact> &facts)
{
    QString text;
    for (const Fact &fact : facts)
        if (!fact.value.isEmpty())
            text += tr("%1: %2", "name, value").arg(fact.name, fact.value) + QLatin1Char('\n');
    return text;
}

} // namespace Pongwatch
