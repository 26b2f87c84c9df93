// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QList>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <variant>

namespace Pongwatch
{

/// A time from one moment to another.
struct OnceWindow {
    WallTime from{};
    WallTime to{};

    friend bool operator==(const OnceWindow &, const OnceWindow &) = default;
};

/// A time on some days of each week, by the clock of a time zone. If it ends at or before the time of day at
/// which it begins, it ends on the next day. If the clock is set forward past its beginning, it begins at the
/// next moment that exists; if the clock is set back, it lasts through both hours.
struct WeeklyWindow {
    QList<int> days; ///< on which it begins: Qt::Monday (1) to Qt::Sunday (7)
    QTime from;
    QTime to;
    QByteArray zone; ///< an IANA name; empty: the system's

    friend bool operator==(const WeeklyWindow &, const WeeklyWindow &) = default;
};

/// A time in which trouble is expected, and nobody is told.
struct MaintenanceWindow {
    QString name;
    std::variant<OnceWindow, WeeklyWindow> when;

    friend bool operator==(const MaintenanceWindow &, const MaintenanceWindow &) = default;
};

/// The end of the maintenance that is going on at `now`; of several windows, the last end. nullopt: there is
/// none.
[[nodiscard]] std::optional<WallTime> silentUntil(const QList<MaintenanceWindow> &windows, WallTime now);

} // namespace Pongwatch
