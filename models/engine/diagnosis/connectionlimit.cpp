// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/connectionlimit.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Pongwatch
{

namespace
{

/// The usual idle limits of proxies, load balancers and NAT.
constexpr std::array<seconds, 14> idleLimits{
    seconds(30),  seconds(50),  seconds(55),  seconds(60),  seconds(75),  seconds(90),  seconds(100),
    seconds(120), seconds(180), seconds(240), seconds(300), seconds(350), seconds(600), seconds(3600)};

/// The ages at which gateways end connections, whatever passes through them.
constexpr std::array<seconds, 11> ageLimits{seconds(300),   seconds(600),   seconds(900),   seconds(1800),
                                            seconds(3600),  seconds(7200),  seconds(14400), seconds(21600),
                                            seconds(28800), seconds(43200), seconds(86400)};

constexpr seconds shortestLimit{3}; // a server that accepts and drops at once has no limit

/// The usual limit that is within a second of this time, if there is one.
template <std::size_t count>
std::optional<seconds> commonLimitOf(nanoseconds time, const std::array<seconds, count> &limits)
{
    const auto *const found = std::find_if(limits.begin(), limits.end(), [time](seconds limit) {
        return time >= limit - seconds(1) && time <= limit + seconds(1);
    });
    return found == limits.end() ? std::nullopt : std::optional(*found);
}

bool isSameTime(nanoseconds a, nanoseconds b)
{
    return std::max(a, b) - std::min(a, b) <= std::max<nanoseconds>(milliseconds(500), std::max(a, b) / 50);
}

bool isCut(const EndPattern &end)
{
    return end.phase == DialPhase::Open && (end.cause == Cause::Eof || end.cause == Cause::Reset);
}

bool isPoliteEnd(const EndPattern &end)
{
    return end.cause == Cause::PeerClose &&
           (end.closeCode == 1000 || end.closeCode == 1001 || end.closeCode == 1005);
}

bool isSameKind(const EndPattern &a, const EndPattern &b)
{
    return isCut(a) ? isCut(b) : isPoliteEnd(b) && a.closeCode == b.closeCode;
}

/// How long nothing had come in; the Close frame itself doesn't count.
nanoseconds silenceOf(const EndPattern &end)
{
    if (isCut(end))
        return std::min(end.sinceLastReceived.value_or(end.age), end.age);
    return std::min({end.age, end.sinceLastPong.value_or(end.age), end.sinceLastData.value_or(end.age)});
}

/// Nothing had come in except at the beginning: the cause may be an idle limit as well as a limit of age.
bool wasQuiet(const EndPattern &end)
{
    return silenceOf(end) * 10 >= end.age * 9;
}

bool hadLateData(const EndPattern &end)
{
    return end.sinceLastData && *end.sinceLastData * 10 < end.age * 9;
}

using Ends = std::vector<const EndPattern *>;

template <typename Time>
Ends alikeIn(const Ends &ends, const EndPattern &now, Time time)
{
    Ends alike;
    std::copy_if(ends.begin(), ends.end(), std::back_inserter(alike),
                 [&](const EndPattern *end) { return isSameTime(time(*end), time(now)); });
    return alike;
}

bool haveDifferentAges(const Ends &ends, const EndPattern &now)
{
    return std::any_of(ends.begin(), ends.end(),
                       [&now](const EndPattern *end) { return !isSameTime(end->age, now.age); });
}

ConnectionLimit idleLimit(nanoseconds silence)
{
    const std::optional<seconds> common = commonLimitOf(silence, idleLimits);
    return {LimitKind::Idle, common ? nanoseconds(*common) : silence, common.has_value(), false};
}

std::optional<ConnectionLimit> dataIdleLimit(const EndPattern &now, const Ends &ends)
{
    if (!hadLateData(now) || *now.sinceLastData < shortestLimit ||
        silenceOf(now) * 10 >= *now.sinceLastData * 9)
        return std::nullopt;
    const Ends alike =
        alikeIn(ends, now, [](const EndPattern &end) { return end.sinceLastData.value_or(end.age); });
    if (alike.size() < 2 || !haveDifferentAges(alike, now))
        return std::nullopt;
    return ConnectionLimit{LimitKind::DataIdle, *now.sinceLastData,
                           commonLimitOf(*now.sinceLastData, idleLimits).has_value(), false};
}

/// The same silence at different ages.
std::optional<ConnectionLimit> silentLimit(const EndPattern &now, const Ends &ends)
{
    if (silenceOf(now) < shortestLimit)
        return std::nullopt;
    const Ends alike = alikeIn(ends, now, silenceOf);
    if (alike.size() < 2 || !haveDifferentAges(alike, now))
        return std::nullopt;
    ConnectionLimit limit = idleLimit(silenceOf(now));
    limit.pingsReset = std::any_of(alike.begin(), alike.end(), [](const EndPattern *end) {
        return !wasQuiet(*end) && end->sinceLastPong && isSameTime(*end->sinceLastPong, silenceOf(*end));
    });
    return limit;
}

/// The same age each time.
std::optional<ConnectionLimit> agedLimit(const EndPattern &now, const Ends &ends)
{
    if (now.age < shortestLimit)
        return std::nullopt;
    const Ends alike = alikeIn(ends, now, [](const EndPattern &end) { return end.age; });
    const std::optional<seconds> common = commonLimitOf(now.age, ageLimits);
    if (alike.size() < 2 && !common)
        return std::nullopt;
    if (std::all_of(alike.begin(), alike.end(), [](const EndPattern *end) { return wasQuiet(*end); }))
        return alike.size() < 2 ? std::nullopt : std::optional(idleLimit(silenceOf(now)));
    const bool dataPassed =
        std::any_of(alike.begin(), alike.end(), [](const EndPattern *end) { return hadLateData(*end); });
    return ConnectionLimit{dataPassed ? LimitKind::Age : LimitKind::AgeOrDataIdle,
                           common ? nanoseconds(*common) : now.age, common.has_value(), false};
}

} // namespace

std::optional<ConnectionLimit> limitOf(const EndPattern &now, std::span<const EndPattern> earlier)
{
    if (!isCut(now) && !isPoliteEnd(now))
        return std::nullopt;
    Ends ends{&now};
    for (const EndPattern &end : earlier)
        if (isSameKind(now, end))
            ends.push_back(&end);
    for (const auto rule : {&dataIdleLimit, &silentLimit, &agedLimit})
        if (const std::optional<ConnectionLimit> limit = rule(now, ends))
            return limit;
    const bool hitsCommon = isCut(now) && commonLimitOf(silenceOf(now), idleLimits);
    return hitsCommon ? std::optional(idleLimit(silenceOf(now))) : std::nullopt;
}

std::optional<ConnectionLimit> limitOf(const Verdict &verdict)
{
    if (verdict.limit)
        return verdict.limit;
    const EndPattern end = patternOf(verdict);
    if (!isCut(end) || !end.sinceLastReceived)
        return std::nullopt;
    const nanoseconds silence = silenceOf(end);
    const bool again = verdict.similarEnds >= 2 && silence >= shortestLimit && wasQuiet(end);
    return again || commonLimitOf(silence, idleLimits) ? std::optional(idleLimit(silence)) : std::nullopt;
}

bool followsSuspend(const Verdict &verdict)
{
    constexpr seconds blamable{60};
    return verdict.sinceResume && *verdict.sinceResume <= blamable;
}

} // namespace Pongwatch
