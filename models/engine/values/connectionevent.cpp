// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/connectionevent.h"

namespace Pongwatch
{

QLatin1String toWord(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Connecting:
        return QLatin1String("connecting");
    case ConnectionState::Open:
        return QLatin1String("open");
    case ConnectionState::Closing:
        return QLatin1String("closing");
    case ConnectionState::Closed:
        return QLatin1String("closed");
    case ConnectionState::Waiting:
        return QLatin1String("waiting");
    case ConnectionState::Failed:
        return QLatin1String("failed");
    case ConnectionState::Paused:
        return QLatin1String("paused");
    }
    return QLatin1String("closed");
}

} // namespace Pongwatch
