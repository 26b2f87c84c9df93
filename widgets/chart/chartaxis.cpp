// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartaxis.h"

#include "text/timeticks.h"
#include "text/zonemark.h"
#include "widgets/chart/shortday.h"

#include <QDateTime>

#include <algorithm>

namespace Pongwatch
{

double ChartAxis::x(WallTime moment) const
{
    const auto length = static_cast<double>(range.length().count());
    return left + width() * static_cast<double>((moment - range.from).count()) / std::max(1.0, length);
}

WallTime ChartAxis::moment(double x) const
{
    return range.from + reach(x - left);
}

microseconds ChartAxis::reach(double pixels) const
{
    const auto length = static_cast<double>(range.length().count());
    return microseconds(static_cast<qint64>(length * pixels / std::max(1.0, width())));
}

std::vector<ChartTick> chartTicks(const TimeRange &range, int most, const Formatter &format)
{
    const QTimeZone zone = format.timeZone();
    const TimeTicks round = timeTicks(range.from, range.to, most, zone);
    const auto precision =
        round.step < std::chrono::minutes(1) ? ClockPrecision::Seconds : ClockPrecision::Minutes;
    std::vector<ChartTick> ticks;
    for (const TimeTick &tick : round.ticks) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<milliseconds>(tick.at).time_since_epoch().count(), zone);
        QString text =
            tick.newDay ? shortDay(format.locale(), time.date()) : format.clock(time.time(), precision);
        const QString mark = zoneMark(tick.at, zone);
        if (!tick.newDay && !mark.isEmpty())
            text += QLatin1Char(' ') + mark;
        ticks.push_back({tick.at, text, tick.newDay});
    }
    return ticks;
}

} // namespace Pongwatch
