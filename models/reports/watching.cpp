// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/watching.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds shortestHole(5); // two states reported at the same moment may be slightly apart
constexpr seconds isSameMoment(1);

/// Why nothing is known from then on, if there is no state.
ReportBreak::Why whyNothingIsKnown(const ReportPeer &peer, WallTime from)
{
    if (from < peer.firstKnown)
        return ReportBreak::Why::NotYet;
    const auto closed = std::find_if(peer.ownEnds.crbegin(), peer.ownEnds.crend(),
                                     [from](const OwnEnd &end) { return end.time <= from + isSameMoment; });
    const bool isItsEnd = closed != peer.ownEnds.crend() && closed->time >= from - isSameMoment;
    return isItsEnd && !closed->ofProgram ? ReportBreak::Why::ClosedHere : ReportBreak::Why::NotRunning;
}

} // namespace

std::vector<ReportBreak> breaksOf(const ReportPeer &peer, WallTime from, WallTime to)
{
    std::vector<ReportBreak> breaks;
    WallTime known = from; // up to here
    const auto noteHole = [&](WallTime until) {
        if (until > known + shortestHole)
            breaks.push_back({known, until, whyNothingIsKnown(peer, known)});
    };
    for (const StateSpan &span : peer.states) {
        noteHole(std::min(span.from, to));
        known = std::max(known, span.to);
        if (span.state == ConnectionState::Paused)
            breaks.push_back({span.from, span.to, ReportBreak::Why::Paused});
        // If a machine sleeps while a peer is paused, nothing is missed.
        for (const TimeSpan &sleep : peer.sleeps) {
            const WallTime begin = std::max(sleep.from, span.from);
            const WallTime end = std::min(sleep.to, span.to);
            if (begin + isSameMoment < end && span.state != ConnectionState::Paused)
                breaks.push_back({begin, end, ReportBreak::Why::Suspended});
        }
    }
    noteHole(to);
    // A sleep across several states is one sleep.
    std::vector<ReportBreak> joined;
    for (const ReportBreak &next : breaks)
        if (!joined.empty() && joined.back().why == next.why && next.from <= joined.back().to + shortestHole)
            joined.back().to = std::max(joined.back().to, next.to);
        else
            joined.push_back(next);
    return joined;
}

QLatin1String toWord(ReportBreak::Why why)
{
    switch (why) {
    case ReportBreak::Why::NotYet:
        return QLatin1String("not-yet");
    case ReportBreak::Why::NotRunning:
        return QLatin1String("not-running");
    case ReportBreak::Why::Suspended:
        return QLatin1String("suspended");
    case ReportBreak::Why::Paused:
        return QLatin1String("paused");
    case ReportBreak::Why::ClosedHere:
        break;
    }
    return QLatin1String("closed-here");
}

nanoseconds totalOf(const std::vector<ReportBreak> &breaks)
{
    nanoseconds total{0};
    for (const ReportBreak &its : breaks)
        total += its.to - its.from;
    return total;
}

} // namespace Pongwatch
