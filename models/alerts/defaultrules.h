// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertsettings.h"

namespace Pongwatch
{

/// What the user of the window wants to be told of peers about which no rule says anything else.
struct AlertOptions {
    bool enabled = true;
    bool recoveries = true;         ///< also when a peer is well again
    bool slow = false;              ///< slow answers are trouble, too
    nanoseconds after = seconds(5); ///< trouble that is over by then is not worth a word

    friend bool operator==(const AlertOptions &, const AlertOptions &) = default;
};

/// As rules: "default" about each peer, and "observer" about this program. A workspace's rules of these names
/// replace them.
[[nodiscard]] AlertSettings defaultAlerts(const AlertOptions &options);

} // namespace Pongwatch
