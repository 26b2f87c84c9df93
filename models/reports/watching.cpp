// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/watching.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds shortestHole(5); // what is told of two states at the same moment may be apart a little
constexpr seconds isSameMoment(1);

bool isWatchedOpen(const StateSpan &span)
{
    return span.state == ConnectionState::Open || span.state == ConnectionState::Closing;
}

/// Why nothing is known from then on, where no state is.
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

std::vector<StateSpan> without(const std::vector<StateSpan> &states, const std::vector<TimeSpan> &sleeps)
{
    std::vector<StateSpan> awake;
    auto first = sleeps.cbegin(); // that may concern a span
    for (StateSpan span : states) {
        while (first != sleeps.cend() && first->to <= span.from)
            ++first;
        for (auto sleep = first; sleep != sleeps.cend() && sleep->from < span.to; ++sleep) {
            if (sleep->from > span.from) {
                awake.push_back(span);
                awake.back().to = sleep->from;
            }
            span.from = std::max(span.from, sleep->to);
        }
        if (span.from < span.to)
            awake.push_back(span);
    }
    return awake;
}

std::vector<StateSpan> withoutOwnEnds(std::vector<StateSpan> states, const std::vector<OwnEnd> &ends)
{
    for (const OwnEnd &end : ends) {
        const auto after = std::find_if(states.begin(), states.end(), [&end](const StateSpan &span) {
            return span.from >= end.time - isSameMoment && !isWatchedOpen(span);
        });
        if (after == states.end() || after->from > end.time + isSameMoment)
            continue;
        if (after->state == ConnectionState::Closed)
            states.erase(after);
        else if (after->state == ConnectionState::Connecting)
            after->from = std::min(after->from + shortestHole, after->to);
    }
    return states;
}

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
        // A machine that sleeps while a peer is paused misses nothing.
        for (const TimeSpan &sleep : peer.sleeps) {
            const WallTime begin = std::max(sleep.from, span.from);
            const WallTime end = std::min(sleep.to, span.to);
            if (begin + isSameMoment < end && span.state != ConnectionState::Paused)
                breaks.push_back({begin, end, ReportBreak::Why::Suspended});
        }
    }
    noteHole(to);
    // A sleep over several states is one.
    std::vector<ReportBreak> joined;
    for (const ReportBreak &next : breaks) {
        if (!joined.empty() && joined.back().why == next.why && next.from <= joined.back().to + shortestHole)
            joined.back().to = std::max(joined.back().to, next.to);
        else
            joined.push_back(next);
    }
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
