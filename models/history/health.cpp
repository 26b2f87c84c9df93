// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/health.h"

namespace Pongwatch
{

QLatin1String toWord(Health health)
{
    switch (health) {
    case Health::Failed:
        return QLatin1String("failed");
    case Health::TimedOut:
        return QLatin1String("timed-out");
    case Health::Closed:
        return QLatin1String("closed");
    case Health::Waiting:
        return QLatin1String("waiting");
    case Health::Connecting:
        return QLatin1String("connecting");
    case Health::Slow:
        return QLatin1String("slow");
    case Health::Ok:
        return QLatin1String("ok");
    case Health::Flapping:
        return QLatin1String("flapping");
    case Health::Stale:
        return QLatin1String("stale");
    case Health::Partly:
        return QLatin1String("partly");
    case Health::Unknown:
        return QLatin1String("unknown");
    case Health::Paused:
        break;
    }
    return QLatin1String("paused");
}

int severityRank(Health health)
{
    switch (health) {
    case Health::Failed:
        return 0;
    case Health::TimedOut:
        return 1;
    case Health::Closed:
    case Health::Waiting:
        return 2;
    case Health::Partly:
        return 3;
    case Health::Flapping:
        return 4;
    case Health::Stale:
        return 5;
    case Health::Connecting:
        return 6;
    case Health::Unknown:
        return 7;
    case Health::Slow:
        return 8;
    case Health::Ok:
        return 9;
    case Health::Paused:
        break;
    }
    return 10;
}

bool isWorse(Health a, Health b)
{
    return severityRank(a) < severityRank(b);
}

} // namespace Pongwatch
