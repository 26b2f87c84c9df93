// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/maintenance.h"

#include <QDateTime>

#include <algorithm>

namespace Pongwatch
{

namespace
{

WallTime wallTimeOf(const QDateTime &moment)
{
    return WallTime(milliseconds(moment.toMSecsSinceEpoch()));
}

std::optional<WallTime> endAround(const OnceWindow &window, WallTime now)
{
    return window.from <= now && now < window.to ? std::optional(window.to) : std::nullopt;
}

std::optional<WallTime> endAround(const WeeklyWindow &window, WallTime now)
{
    const QTimeZone zone = window.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(window.zone);
    if (!zone.isValid())
        return std::nullopt;
    const qint64 ms = std::chrono::floor<milliseconds>(now).time_since_epoch().count();
    const QDate today = QDateTime::fromMSecsSinceEpoch(ms, zone).date();
    const int nextDay = window.to <= window.from ? 1 : 0;
    for (const int back : {0, 1}) {
        const QDate day = today.addDays(-back);
        if (!window.days.contains(day.dayOfWeek()))
            continue;
        const WallTime from = wallTimeOf(QDateTime(day, window.from, zone));
        const WallTime to = wallTimeOf(QDateTime(day.addDays(nextDay), window.to, zone));
        if (from <= now && now < to)
            return to;
    }
    return std::nullopt;
}

} // namespace

std::optional<WallTime> silentUntil(const QList<MaintenanceWindow> &windows, WallTime now)
{
    std::optional<WallTime> last;
    for (const MaintenanceWindow &window : windows) {
        const std::optional<WallTime> end =
            std::visit([now](const auto &when) { return endAround(when, now); }, window.when);
        if (end && (!last || *end > *last))
            last = end;
    }
    return last;
}

} // namespace Pongwatch
