// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/incident.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::hours damped{1};
/// Where the doubling begins if the rule gives less.
constexpr nanoseconds shortestDamping = seconds(10);

} // namespace

nanoseconds recoveryTime(nanoseconds recoverAfter, size_t openingsInHour)
{
    if (openingsInHour <= 1)
        return recoverAfter;
    nanoseconds time = std::max(recoverAfter, shortestDamping);
    for (size_t again = 1; again < openingsInHour && time < damped; ++again)
        time *= 2;
    return std::max(recoverAfter, std::min<nanoseconds>(time, damped));
}

IncidentStep advance(Incident &incident, const ConditionReading &reading, nanoseconds recoverAfter,
                     bool mayOpen, WallTime now)
{
    incident.reading = reading;
    // Moments in the future are from before the clock was set back.
    std::erase_if(incident.openings,
                  [now](WallTime opening) { return opening <= now - damped || opening > now; });
    using Answer = ConditionReading::Answer;
    if (!incident.isOpen) {
        if (reading.answer != Answer::Yes || !mayOpen)
            return IncidentStep::None;
        incident.isOpen = true;
        incident.isTold = false;
        incident.since = reading.since;
        incident.clearSince.reset();
        incident.openings.push_back(now);
        return IncidentStep::Opened;
    }
    if (reading.answer == Answer::Yes) {
        incident.clearSince.reset();
        return IncidentStep::None;
    }
    if (reading.answer == Answer::AsBefore && !incident.clearSince)
        return IncidentStep::None;
    if (!incident.isTold) {
        std::erase(incident.openings, incident.openings.empty() ? now : incident.openings.back());
    } else if (reading.answer != Answer::Unwatched) {
        incident.clearSince = std::min(incident.clearSince.value_or(now), now);
        if (now - *incident.clearSince < recoveryTime(recoverAfter, incident.openings.size()))
            return IncidentStep::None;
    }
    incident.isOpen = false;
    incident.clearSince.reset();
    return IncidentStep::Closed;
}

std::optional<WallTime> lookAgainAt(const Incident &incident, nanoseconds recoverAfter)
{
    std::optional<WallTime> next = incident.reading.lookAgain;
    if (incident.isOpen && incident.clearSince) {
        const WallTime over =
            *incident.clearSince +
            std::chrono::ceil<microseconds>(recoveryTime(recoverAfter, incident.openings.size()));
        next = std::min(next.value_or(over), over);
    }
    return next;
}

} // namespace Pongwatch
