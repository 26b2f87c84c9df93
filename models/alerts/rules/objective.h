// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QList>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// What is to be reached over a period: "99.9 % open and 95 % of pings under 200 ms, over 30 days". A value.
/// What it leaves to be missed is its error budget.
struct Objective {
    QString name;                ///< unique where it is written; a nearer one of the same name replaces it
    std::optional<double> open;  ///< share of the watched time with an open connection, below 1
    std::optional<double> pings; ///< share of the pings that are answered within `within`, below 1
    nanoseconds within = milliseconds(200);
    nanoseconds period = std::chrono::hours(24 * 30);

    friend bool operator==(const Objective &, const Objective &) = default;
};

} // namespace Pongwatch
