// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/zonemark.h"

#include <QDateTime>
#include <QTimeZone>

namespace Pongwatch
{

QString zoneMark(WallTime time, const QTimeZone &zone)
{
    const auto secondsUtc = std::chrono::floor<seconds>(time).time_since_epoch().count();
    const auto offsetAt = [&zone](qint64 moment) {
        return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(moment, Qt::UTC));
    };
    const int own = offsetAt(secondsUtc);
    constexpr qint64 reach = 3 * 3600; // clocks are never put back by more
    for (const qint64 away : {-reach, reach}) {
        const int other = offsetAt(secondsUtc + away);
        // The moment at which clocks with the other offset show the same time.
        const qint64 twin = secondsUtc + own - other;
        if (other != own && offsetAt(twin) == other)
            return zone.abbreviation(QDateTime::fromSecsSinceEpoch(secondsUtc, Qt::UTC));
    }
    return {};
}

} // namespace Pongwatch
