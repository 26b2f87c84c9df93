// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertjoining.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Whether they would be told to the same receivers in the same words.
bool isSameRule(const AlertRule &a, const AlertRule &b)
{
    return a.name == b.name && a.ways == b.ways && a.condition.index() == b.condition.index();
}

bool belongsTogether(const JoinCandidate &alert, const AlertLikeness &newcomer, nanoseconds together,
                     WallTime now)
{
    const bool sameAddress =
        std::any_of(newcomer.addresses.begin(), newcomer.addresses.end(),
                    [&alert](const QString &address) { return alert.likeness->addresses.contains(address); });
    const bool sameCause = newcomer.cause && newcomer.cause == alert.likeness->cause;
    const bool sameTime = now - alert.newestMember <= together;
    return (sameAddress && sameCause) || (sameTime && (sameAddress || sameCause));
}

} // namespace

JoinDecision joinOf(std::span<const JoinCandidate> alerts, const AlertRule &rule, AlertSubject subject,
                    const AlertLikeness &likeness, const AlertLimits &limits, WallTime now)
{
    std::optional<size_t> mixed;
    int inHour = 0;
    for (size_t i = 0; i < alerts.size(); ++i) {
        const JoinCandidate &alert = alerts[i];
        if (alert.subject != subject || !isSameRule(*alert.rule, rule))
            continue;
        if (alert.isOpen && alert.isMixed)
            mixed = i;
        else if (alert.isOpen && belongsTogether(alert, likeness, limits.together, now))
            return {i, false};
        if (now - alert.raisedAt < std::chrono::hours(1))
            ++inHour;
    }
    if (inHour < limits.perHour)
        return {};
    return {mixed, !mixed.has_value()};
}

} // namespace Pongwatch
