// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/watchedstates.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds holeBeforeOwnDial(5);
constexpr seconds sameMoment(1);

template <typename Wanted>
nanoseconds sumOf(const std::vector<StateSpan> &states, WallTime from, WallTime to, Wanted wanted)
{
    nanoseconds sum{0};
    for (const StateSpan &span : states) {
        const WallTime begin = std::max(span.from, from);
        const WallTime end = std::min(span.to, to);
        if (begin < end && wanted(span))
            sum += end - begin;
    }
    return sum;
}

} // namespace

std::optional<OwnEnd> ownEnd(WallTime time, const Verdict &verdict)
{
    constexpr quint16 goingAway = 1001;
    if (verdict.cause != Cause::LocalClose)
        return std::nullopt;
    return OwnEnd{time, verdict.sent && verdict.sent->code == goingAway};
}

std::vector<StateSpan> without(const std::vector<StateSpan> &states, const std::vector<TimeSpan> &sleeps)
{
    std::vector<StateSpan> awake;
    auto first = sleeps.cbegin(); // that may touch a span
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
            return span.from >= end.time - sameMoment && !holdsConnection(span.state);
        });
        if (after == states.end() || after->from > end.time + sameMoment)
            continue;
        if (after->state == ConnectionState::Closed)
            states.erase(after);
        else if (after->state == ConnectionState::Connecting)
            after->from = std::min(after->from + holeBeforeOwnDial, after->to);
    }
    return states;
}

std::vector<StateSpan> withoutFirstDials(const std::vector<StateSpan> &states)
{
    std::vector<StateSpan> kept;
    WallTime seenUntil = WallTime::min();
    for (size_t i = 0; i < states.size(); ++i) {
        const StateSpan &span = states[i];
        const bool isFirst = span.from > seenUntil + milliseconds(1);
        const bool succeeds = i + 1 < states.size() && holdsConnection(states[i + 1].state);
        if (!isFirst || !succeeds || span.state != ConnectionState::Connecting)
            kept.push_back(span);
        seenUntil = span.to;
    }
    return kept;
}

std::vector<StateSpan> watchedStates(const std::vector<StateSpan> &states,
                                     const std::vector<TimeSpan> &sleeps, const std::vector<OwnEnd> &ends)
{
    std::vector<StateSpan> watched = without(withoutOwnEnds(states, ends), sleeps);
    // The closing itself, wanted by this side, says nothing about the peer either.
    const auto isOwnClosing = [&ends](const StateSpan &span) {
        return span.state == ConnectionState::Closing &&
               std::any_of(ends.cbegin(), ends.cend(), [&span](const OwnEnd &end) {
                   return span.from <= end.time && end.time <= span.to + sameMoment;
               });
    };
    std::erase_if(watched, [&](const StateSpan &span) {
        return span.state == ConnectionState::Paused || isOwnClosing(span);
    });
    return watched;
}

nanoseconds watchedTime(const std::vector<StateSpan> &states, WallTime from, WallTime to)
{
    return sumOf(states, from, to,
                 [](const StateSpan &span) { return span.state != ConnectionState::Paused; });
}

nanoseconds openTime(const std::vector<StateSpan> &states, WallTime from, WallTime to)
{
    return sumOf(states, from, to, [](const StateSpan &span) { return holdsConnection(span.state); });
}

nanoseconds silentTime(const std::vector<StateSpan> &states, WallTime from, WallTime to)
{
    return sumOf(states, from, to, [](const StateSpan &span) {
        return holdsConnection(span.state) && span.health == Health::TimedOut;
    });
}

nanoseconds staleTime(const std::vector<StateSpan> &states, WallTime from, WallTime to)
{
    return sumOf(states, from, to, [](const StateSpan &span) {
        return holdsConnection(span.state) && span.health == Health::Stale;
    });
}

std::optional<double> availability(nanoseconds open, nanoseconds watched)
{
    if (watched.count() <= 0)
        return std::nullopt;
    return std::clamp(toSeconds(open) / toSeconds(watched), 0.0, 1.0);
}

} // namespace Pongwatch
