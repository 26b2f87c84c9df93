// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/idletimeout.h"

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

/// The idle limits that proxies, load balancers and NAT are commonly set to.
constexpr std::array<seconds, 14> idleLimits{
    seconds(30),  seconds(50),  seconds(55),  seconds(60),  seconds(75),  seconds(90),  seconds(100),
    seconds(120), seconds(180), seconds(240), seconds(300), seconds(350), seconds(600), seconds(3600)};

/// The common idle limit that a silence hits within a second, if any.
std::optional<seconds> commonLimitOf(nanoseconds silence)
{
    const auto *const found = std::find_if(idleLimits.begin(), idleLimits.end(), [silence](seconds limit) {
        return silence >= limit - seconds(1) && silence <= limit + seconds(1);
    });
    return found == idleLimits.end() ? std::nullopt : std::optional(*found);
}

} // namespace

std::optional<IdleTimeout> idleTimeoutOf(const Verdict &verdict)
{
    const bool cut = verdict.cause == Cause::Eof || verdict.cause == Cause::Reset;
    if (!cut || verdict.phase != DialPhase::Open || !verdict.sinceLastReceived) {
        return std::nullopt;
    }
    const nanoseconds silence = *verdict.sinceLastReceived;
    if (const std::optional<seconds> limit = commonLimitOf(silence)) {
        return IdleTimeout{*limit, true};
    }
    // A limit that nobody has heard of gives itself away by repetition: each connection was cut when nothing
    // had come in for the same while, from its beginning on.
    constexpr seconds shortest{3}; // a server that accepts and drops has no idle limit
    const bool silentThroughout = silence >= shortest && silence * 10 >= verdict.age * 9;
    return verdict.similarEnds >= 2 && silentThroughout ? std::optional(IdleTimeout{silence, false})
                                                        : std::nullopt;
}

bool followsSuspend(const Verdict &verdict)
{
    constexpr seconds blamable{60};
    return verdict.sinceResume && *verdict.sinceResume <= blamable;
}

} // namespace Pongwatch
