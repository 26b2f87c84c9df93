// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QList>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// What a peer should achieve over a period: "99.9 % open and 95 % of pings under 200 ms, over 30 days". What
/// may be missed is its error budget. A value.
struct Objective {
    QString name; ///< unique in its list; one of the same name nearer to the profile replaces it
    std::optional<double> open;  ///< share of the watched time with an open connection, below 1
    std::optional<double> pings; ///< share of the pings answered within `within`, below 1
    nanoseconds within = milliseconds(200);
    nanoseconds period = std::chrono::hours(24 * 30);

    friend bool operator==(const Objective &, const Objective &) = default;
};

} // namespace Pongwatch
