// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/summarysentence.h"

#include "reports/availability.h"
#include "reports/reporttext.h"

#include <algorithm>
#include <map>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

/// The silence before the ends when it was about the same for all of them, which is what an idle limit looks
/// like: within a second or 3 %, and at least 20 s.
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

QString causeOfAll(const ReportIncident &end, int n)
{
    switch (end.verdict.cause) {
    case Cause::PeerClose:
        return Text::tr("all %n closed by the peer with %1", nullptr, n).arg(end.verdict.closeCode);
    case Cause::KeepaliveTimeout:
        if (end.verdict.evidence == Evidence::PeerSilent)
            return Text::tr("all %n because the peer answered no pings", nullptr, n);
        if (end.verdict.evidence == Evidence::PathSilent)
            return Text::tr("all %n because the network path went silent", nullptr, n);
        return Text::tr("all %n because pings were not answered", nullptr, n);
    case Cause::Eof:
    case Cause::Reset:
        return Text::tr("all %n dropped without a Close frame", nullptr, n);
    case Cause::HandshakeRejected:
        return Text::tr("all %n rejected with HTTP %1", nullptr, n).arg(end.verdict.httpStatus.value_or(0));
    default:
        return Text::tr("all %n: %1", nullptr, n).arg(ReportText::cause(end.verdict.cause));
    }
}

} // namespace

QString commonEnd(const std::vector<const ReportIncident *> &ends, const QTimeZone &timeZone)
{
    if (ends.empty())
        return {};
    const ReportText text(timeZone);
    const int n = static_cast<int>(ends.size());
    const Verdict &first = ends.front()->verdict;
    const bool dropped =
        std::all_of(ends.cbegin(), ends.cend(), [](const ReportIncident *end) { return isDropped(*end); });
    if (dropped) {
        if (const auto silence = commonSilence(ends))
            return n == 1 ? Text::tr("it was dropped after %1 of silence").arg(text.duration(*silence))
                          : Text::tr("all %n dropped after %1 of silence, as a proxy's idle limit does it",
                                     nullptr, n)
                                .arg(text.duration(*silence));
    }
    const bool same = std::all_of(ends.cbegin(), ends.cend(), [&first](const ReportIncident *end) {
        return end->verdict.cause == first.cause && end->verdict.closeCode == first.closeCode &&
               end->verdict.evidence == first.evidence && end->verdict.httpStatus == first.httpStatus;
    });
    if (same)
        return n == 1
                   ? Text::tr("it ended: %1")
                         .arg(ends.front()->title.isEmpty() ? ReportText::cause(first.cause)
                                                            : ReportText::harmless(ends.front()->title, 120))
                   : causeOfAll(*ends.front(), n);

    // Otherwise what most of them were, when that is more than half.
    std::map<Cause, int> counts;
    for (const ReportIncident *end : ends)
        ++counts[end->verdict.cause];
    const auto most = std::max_element(counts.cbegin(), counts.cend(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most->second * 2 <= n)
        return {};
    return Text::tr("%1 of %2 ends: %3")
        .arg(text.count(static_cast<quint64>(most->second)), text.count(static_cast<quint64>(n)),
             ReportText::cause(most->first));
}

QString summarySentence(const ReportPeer &peer, const std::vector<ReportIncident> &incidents,
                        const QTimeZone &timeZone)
{
    const ReportText text(timeZone);
    const StatisticsSummary &figures = peer.statistics;
    QStringList parts;
    if (const auto share = availability(peer.open, peer.watched))
        parts.append(Text::tr("%1 open").arg(text.share(share)));
    else
        parts.append(Text::tr("not watched in this time"));
    if (!peer.outages.empty())
        parts.append((peer.outages.size() == 1 ? Text::tr("one outage of %1")
                                               : Text::tr("%n outages, longest %1", nullptr,
                                                          static_cast<int>(peer.outages.size())))
                         .arg(text.duration(longestOutage(peer.outages))));
    else if (peer.watched.count() > 0)
        parts.append(Text::tr("no outage"));
    if (peer.silent >= std::chrono::seconds(1))
        parts.append(Text::tr("open but silent for %1").arg(text.duration(peer.silent)));
    if (figures.p50)
        parts.append(Text::tr("median %1, p99 %2").arg(text.latency(figures.p50), text.latency(figures.p99)));
    else if (figures.mean)
        parts.append(
            Text::tr("mean %1, at most %2").arg(text.latency(figures.mean), text.latency(figures.max)));
    if (figures.timedOut > 0)
        parts.append(Text::tr("%1 of %2 pings timed out")
                         .arg(text.count(figures.timedOut), text.count(figures.pings)));
    std::vector<const ReportIncident *> ends;
    for (const ReportIncident &incident : incidents) {
        if (incident.peer == peer.name && incident.kind == ReportIncident::Kind::End)
            ends.push_back(&incident);
    }
    if (const QString common = commonEnd(ends, timeZone); !common.isEmpty())
        parts.append(common);
    return parts.join(Text::tr("; ", "between the parts of a sentence"));
}

} // namespace Pongwatch
