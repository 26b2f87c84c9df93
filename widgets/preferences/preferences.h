// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/defaultrules.h"
#include "history/store/historystatus.h"
#include "settings/profilesettings.h"
#include "text/wording.h"

#include <QString>

namespace Pongwatch
{

/// The user's preferences, whatever is being watched.
struct Preferences {
    QString language;   ///< code; empty: the system's
    int appearance = 0; ///< as counted by the window's actions: system, light, dark
    LatencyUnit latencyUnit = LatencyUnit::Milliseconds;
    ClockFormat clock = ClockFormat::System;
    AlertOptions alerts;
    ProfileSettings
        newWorkspaces; ///< the defaults that these start with, where they differ from the program's
    bool closeToTray = false;
    HistoryOptions history; ///< its path is ignored

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace Pongwatch
