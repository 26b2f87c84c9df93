// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertsettings.h"

namespace Pongwatch
{

/// What the user of the window wants to be told about peers that no other rule covers.
struct AlertOptions {
    bool enabled = true;
    bool recoveries = true;         ///< also tell when a peer is well again
    bool slow = false;              ///< whether slow answers count as trouble
    nanoseconds after = seconds(5); ///< trouble that is over by then is not told

    friend bool operator==(const AlertOptions &, const AlertOptions &) = default;
};

/// The same as rules: "default" about each peer, and "observer" about this program. Rules of a workspace with
/// these names replace them.
[[nodiscard]] AlertSettings defaultAlerts(const AlertOptions &options);

} // namespace Pongwatch
