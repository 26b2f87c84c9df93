// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/dialfacts.h"

namespace Pongwatch
{

QLatin1String toWord(ProxySource source)
{
    switch (source) {
    case ProxySource::Profile:
        return QLatin1String("profile");
    case ProxySource::Environment:
        return QLatin1String("environment");
    case ProxySource::System:
        break;
    }
    return QLatin1String("system");
}

QLatin1String toWord(AddressOutcome outcome)
{
    switch (outcome) {
    case AddressOutcome::NoAnswer:
        return QLatin1String("no-answer");
    case AddressOutcome::Refused:
        return QLatin1String("refused");
    case AddressOutcome::Unreachable:
        return QLatin1String("unreachable");
    case AddressOutcome::Failed:
        break;
    }
    return QLatin1String("failed");
}

} // namespace Pongwatch
