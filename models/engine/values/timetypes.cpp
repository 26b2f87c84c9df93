// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/timetypes.h"

#include <QDateTime>
#include <QTimeZone>

namespace Pongwatch
{

QString toRfc3339(WallTime time)
{
    const auto wholeSeconds = std::chrono::floor<seconds>(time);
    const auto fraction = (time - wholeSeconds).count();
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(wholeSeconds.time_since_epoch().count(), Qt::UTC);
    return utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
           QStringLiteral(".%1Z").arg(fraction, 6, 10, QLatin1Char('0'));
}

} // namespace Pongwatch
