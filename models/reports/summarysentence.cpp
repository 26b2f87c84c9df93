// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/summarysentence.h"

#include "reports/availability.h"
#include "reports/reporttext.h"
#include "reports/watching.h"

#include <algorithm>
#include <map>

namespace Pongwatch
{

namespace
{

/// The silence before the ends if it was about the same for all of them, as with an idle limit: within a
/// second or 3 %, and at least 20 s.
std::optional<nanoseconds> commonSilence(const std::vector<const ReportIncident *> &ends)
{
    nanoseconds least = nanoseconds::max();
    nanoseconds most{0};
    for (const ReportIncident *end : ends) {
        if (!end->verdict.sinceLastReceived)
            return std::nullopt;
        least = std::min(least, *end->verdict.sinceLastReceived);
        most = std::max(most, *end->verdict.sinceLastReceived);
    }
    const nanoseconds slack = std::max<nanoseconds>(std::chrono::seconds(1), most * 3 / 100);
    if (ends.empty() || most - least > slack || least < std::chrono::seconds(20))
        return std::nullopt;
    return std::chrono::round<std::chrono::seconds>(least);
}

bool isDropped(const ReportIncident &end)
{
    return (end.verdict.cause == Cause::Eof || end.verdict.cause == Cause::Reset) &&
           end.verdict.phase == DialPhase::Open;
}

/// An idle limit in seconds, as it would be configured in a proxy.
QString idleLimit(nanoseconds silence, const ReportText &text)
{
    return text.duration(silence);
}

QString droppedAfter(const QString &silence, int n)
{
    if (n == 1)
        return ReportStrings::tr("the connection was dropped after %1 of silence").arg(silence);
    return (n == 2 ? ReportStrings::tr(
                         "both connections were dropped after %1 of silence, as by a proxy's idle limit")
                   : ReportStrings::tr(
                         "all %n connections were dropped after %1 of silence, as by a proxy's idle limit",
                         nullptr, n))
        .arg(silence);
}

QString closedWith(quint16 code, int n)
{
    const QString its = QString::number(code);
    if (n == 1)
        return ReportStrings::tr("the connection was closed by the peer with %1").arg(its);
    return (n == 2 ? ReportStrings::tr("both connections were closed by the peer with %1")
                   : ReportStrings::tr("all %n connections were closed by the peer with %1", nullptr, n))
        .arg(its);
}

QString unanswered(Evidence evidence, int n)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return n == 1 ? ReportStrings::tr("the connection was lost because the network path fell silent")
               : n == 2
                   ? ReportStrings::tr("both connections were lost because the network path fell silent")
                   : ReportStrings::tr("all %n connections were lost because the network path fell silent",
                                       nullptr, n);
    case Evidence::PeerSilent:
        return n == 1
                   ? ReportStrings::tr("the connection was given up because the peer stopped answering pings")
               : n == 2 ? ReportStrings::tr(
                              "both connections were given up because the peer stopped answering pings")
                        : ReportStrings::tr(
                              "all %n connections were given up because the peer stopped answering pings",
                              nullptr, n);
    case Evidence::Unknown:
        break;
    }
    return n == 1   ? ReportStrings::tr("the connection was given up because a ping was not answered")
           : n == 2 ? ReportStrings::tr("both connections were given up because pings were not answered")
                    : ReportStrings::tr("all %n connections were given up because pings were not answered",
                                        nullptr, n);
}

QString dropped(int n)
{
    return n == 1   ? ReportStrings::tr("the connection was dropped without a Close frame")
           : n == 2 ? ReportStrings::tr("both connections were dropped without a Close frame")
                    : ReportStrings::tr("all %n connections were dropped without a Close frame", nullptr, n);
}

QString dialsFailed(const QString &why, int n)
{
    return (n == 1   ? ReportStrings::tr("one dial failed: %1")
            : n == 2 ? ReportStrings::tr("both dials failed: %1")
                     : ReportStrings::tr("all %n dials failed: %1", nullptr, n))
        .arg(why);
}

QString connectionsEnded(const QString &why, int n)
{
    return (n == 1   ? ReportStrings::tr("the connection ended: %1")
            : n == 2 ? ReportStrings::tr("both connections ended alike: %1")
                     : ReportStrings::tr("all %n connections ended alike: %1", nullptr, n))
        .arg(why);
}

/// What the n ends were, all of which are like this one.
QString causeOfAll(const ReportIncident &end, int n)
{
    const Verdict &verdict = end.verdict;
    const bool isDial = verdict.phase != DialPhase::Open;
    switch (verdict.cause) {
    case Cause::PeerClose:
        return closedWith(verdict.closeCode, n);
    case Cause::KeepaliveTimeout:
        return unanswered(verdict.evidence, n);
    case Cause::Eof:
    case Cause::Reset:
        if (!isDial)
            return dropped(n);
        break;
    case Cause::HandshakeRejected:
        if (verdict.httpStatus)
            return dialsFailed(ReportStrings::tr("HTTP %1").arg(QString::number(*verdict.httpStatus)), n);
        break;
    default:
        break;
    }
    const bool dialOnly = verdict.cause == Cause::Dns || verdict.cause == Cause::Refused ||
                          verdict.cause == Cause::HandshakeRejected ||
                          verdict.cause == Cause::HandshakeInvalid || verdict.cause == Cause::OpenTimeout;
    const QString why = ReportText::cause(verdict.cause);
    return isDial || dialOnly ? dialsFailed(why, n) : connectionsEnded(why, n);
}

} // namespace

QString commonEnd(const std::vector<const ReportIncident *> &ends, const QTimeZone &timeZone)
{
    if (ends.empty())
        return {};
    const ReportText text(timeZone);
    const int n = static_cast<int>(ends.size());
    const Verdict &first = ends.front()->verdict;
    const bool allDropped =
        std::all_of(ends.cbegin(), ends.cend(), [](const ReportIncident *end) { return isDropped(*end); });
    if (allDropped) {
        if (const auto silence = commonSilence(ends))
            return droppedAfter(idleLimit(*silence, text), n);
    }
    const bool same = std::all_of(ends.cbegin(), ends.cend(), [&first](const ReportIncident *end) {
        return end->verdict.cause == first.cause && end->verdict.closeCode == first.closeCode &&
               end->verdict.evidence == first.evidence && end->verdict.httpStatus == first.httpStatus &&
               (end->verdict.phase == DialPhase::Open) == (first.phase == DialPhase::Open);
    });
    if (same)
        return causeOfAll(*ends.front(), n);

    // Otherwise what most of them were, if that is more than half.
    std::map<Cause, int> counts;
    for (const ReportIncident *end : ends)
        ++counts[end->verdict.cause];
    const auto most = std::max_element(counts.cbegin(), counts.cend(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most->second * 2 <= n)
        return {};
    return ReportStrings::tr("most ends (%1 of %2): %3")
        .arg(text.count(static_cast<quint64>(most->second)), text.count(static_cast<quint64>(n)),
             ReportText::cause(most->first));
}

namespace
{

/// Whether less was watched than the range suggests.
bool isWatchedInPart(const ReportPeer &peer)
{
    const nanoseconds missing = totalOf(peer.breaks);
    return missing >= std::max<nanoseconds>(std::chrono::minutes(1), (peer.watched + missing) / 1000);
}

/// What the columns of figures don't show: whether the whole range was watched, silences, reasons for ends.
QStringList remarks(const ReportPeer &peer, const std::vector<ReportIncident> &incidents,
                    const ReportText &text, const QTimeZone &timeZone)
{
    std::vector<const ReportIncident *> ends;
    for (const ReportIncident &incident : incidents)
        if (incident.peer == peer.name && incident.kind == ReportIncident::Kind::End &&
            incident.verdict.cause != Cause::LocalClose)
            ends.push_back(&incident);
    QStringList parts;
    if (peer.watched.count() > 0 && isWatchedInPart(peer))
        parts.append(
            ReportStrings::tr("watched for %1 of %2")
                .arg(text.duration(peer.watched), text.duration(peer.watched + totalOf(peer.breaks))));
    if (peer.silent >= std::chrono::seconds(1))
        parts.append(ReportStrings::tr("open but silent for %1").arg(text.duration(peer.silent)));
    if (peer.stale >= std::chrono::seconds(1))
        parts.append(ReportStrings::tr("open, but without its feed for %1").arg(text.duration(peer.stale)));
    if (const QString common = commonEnd(ends, timeZone); !common.isEmpty())
        parts.append(common);
    return parts;
}

QString joined(const QStringList &parts)
{
    return parts.join(ReportStrings::tr("; ", "between the parts of a sentence"));
}

} // namespace

QString summaryRemark(const ReportPeer &peer, const std::vector<ReportIncident> &incidents,
                      const QTimeZone &timeZone)
{
    return joined(remarks(peer, incidents, ReportText(timeZone), timeZone));
}

QString summarySentence(const ReportPeer &peer, const std::vector<ReportIncident> &incidents,
                        const QTimeZone &timeZone)
{
    const ReportText text(timeZone);
    const StatisticsSummary &figures = peer.statistics;
    QStringList parts;
    if (const auto share = availability(peer.open, peer.watched))
        parts.append(ReportStrings::tr("%1 open").arg(text.share(share)));
    else
        parts.append(ReportStrings::tr("not watched in this time"));
    if (!peer.outages.empty())
        parts.append((peer.outages.size() == 1 ? ReportStrings::tr("one outage of %1")
                                               : ReportStrings::tr("%n outages, longest %1", nullptr,
                                                                   static_cast<int>(peer.outages.size())))
                         .arg(text.duration(longestOutage(peer.outages))));
    else if (peer.watched.count() > 0)
        parts.append(ReportStrings::tr("no outage"));
    if (figures.p50)
        parts.append(
            ReportStrings::tr("median %1, p99 %2").arg(text.latency(figures.p50), text.latency(figures.p99)));
    else if (figures.mean)
        parts.append(ReportStrings::tr("mean %1, at most %2")
                         .arg(text.latency(figures.mean), text.latency(figures.max)));
    if (figures.timedOut > 0)
        parts.append(ReportStrings::tr("%1 of %2 pings timed out")
                         .arg(text.count(figures.timedOut), text.count(figures.pings)));
    return joined(parts + remarks(peer, incidents, text, timeZone));
}

} // namespace Pongwatch
