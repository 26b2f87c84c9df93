// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/defaultrules.h"

namespace Pongwatch
{

AlertSettings defaultAlerts(const AlertOptions &options)
{
    AlertRule peers;
    peers.name = QStringLiteral("default");
    peers.enabled = options.enabled;
    peers.tellsRecovery = options.recoveries;
    StateLasts trouble{AlertState::Down | AlertState::Flapping, options.after, 0};
    trouble.states.setFlag(AlertState::Slow, options.slow);
    peers.condition = trouble;

    AlertRule observer;
    observer.name = QStringLiteral("observer");
    observer.enabled = options.enabled;
    observer.tellsRecovery = options.recoveries;
    observer.condition = ObserverLags{};
    return {{peers, observer}, {}, {}};
}

} // namespace Pongwatch
