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

/// From one moment to another.
struct OnceWindow {
    WallTime from{};
    WallTime to{};

    friend bool operator==(const OnceWindow &, const OnceWindow &) = default;
};

/// On some days of each week, by the clock of a time zone. One that ends at or before the time it begins at
/// ends on the next day. Where a clock is set forward over its beginning, it begins at the next moment that
/// exists; where a clock is set back, it lasts through both.
struct WeeklyWindow {
    QList<int> days; ///< of its beginning: Qt::Monday (1) to Qt::Sunday (7)
    QTime from;
    QTime to;
    QByteArray zone; ///< an IANA name; empty: the system's

    friend bool operator==(const WeeklyWindow &, const WeeklyWindow &) = default;
};

/// A time in which trouble is expected, and told to nobody.
struct MaintenanceWindow {
    QString name;
    std::variant<OnceWindow, WeeklyWindow> when;

    friend bool operator==(const MaintenanceWindow &, const MaintenanceWindow &) = default;
};

/// Until when the silence lasts that `now` is in; nullopt: there is none. Of several windows, the last end.
[[nodiscard]] std::optional<WallTime> silentUntil(const QList<MaintenanceWindow> &windows, WallTime now);

} // namespace Pongwatch
