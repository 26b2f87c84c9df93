// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/pingsample.h"

namespace Pongwatch
{

QLatin1String toWord(PingOutcome outcome)
{
    switch (outcome) {
    case PingOutcome::Answered:
        return QLatin1String("answered");
    case PingOutcome::Slow:
        return QLatin1String("slow");
    case PingOutcome::Late:
        return QLatin1String("late");
    case PingOutcome::Superseded:
        return QLatin1String("superseded");
    case PingOutcome::TimedOut:
        return QLatin1String("timed-out");
    case PingOutcome::Lost:
        return QLatin1String("lost");
    }
    return QLatin1String("unknown");
}

} // namespace Pongwatch
