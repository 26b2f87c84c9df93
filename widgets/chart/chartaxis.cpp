// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartaxis.h"

#include "items/wording.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<seconds, 20> steps = {seconds(1),  seconds(2),  seconds(5), seconds(10), seconds(15),
                                           seconds(30), minutes(1),  minutes(2), minutes(5),  minutes(10),
                                           minutes(15), minutes(30), hours(1),   hours(2),    hours(3),
                                           hours(6),    hours(12),   hours(24),  hours(48),   hours(168)};

seconds stepFor(microseconds span, int most)
{
    const auto fits = [span, most](seconds step) { return span / step < most; };
    const auto *const step = std::find_if(steps.cbegin(), steps.cend(), fits);
    return step == steps.cend() ? steps.back() : *step;
}

WallTime wallTime(const QDateTime &time)
{
    return WallTime(milliseconds(time.toMSecsSinceEpoch()));
}

QDateTime dateTime(WallTime time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<milliseconds>(time).time_since_epoch().count(),
                                          zone);
}

/// What the clocks of this day show in the range, from and to, and a little more.
std::pair<milliseconds, milliseconds> clockTimes(const TimeRange &range, QDate day, const QTimeZone &zone)
{
    const QDateTime from = dateTime(range.from, zone);
    const QDateTime to = dateTime(range.to, zone);
    milliseconds first(from.date() < day ? 0 : from.time().msecsSinceStartOfDay());
    milliseconds last =
        to.date() > day ? milliseconds(hours(24)) : milliseconds(to.time().msecsSinceStartOfDay());
    if (from.offsetFromUtc() != to.offsetFromUtc()) { // they are put forward or back meanwhile
        first = milliseconds(0);
        last = hours(24);
    }
    return {first, last};
}

} // namespace

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

std::vector<ChartTick> chartTicks(const TimeRange &range, int most, const QTimeZone &zone,
                                  const QLocale &locale)
{
    std::vector<ChartTick> ticks;
    if (range.length() <= microseconds(0) || most < 1) {
        return ticks;
    }
    const seconds step = stepFor(range.length(), most);
    const auto precision = step < minutes(1) ? ClockPrecision::Seconds : ClockPrecision::Minutes;
    // Counted from each day's midnight on, so that the hours are round where clocks are put forward and back.
    QDate day = dateTime(range.from, zone).date();
    const qint64 days = std::max<qint64>(1, step / hours(24));
    if (days > 1) { // on a grid of its own, so that it holds still while the range moves
        day = QDate::fromJulianDay(day.toJulianDay() / days * days);
    }
    for (; wallTime(day.startOfDay(zone)) < range.to; day = day.addDays(days)) {
        const qint64 inDay = days > 1 ? 1 : std::max<qint64>(1, hours(24) / step);
        const auto [first, last] = clockTimes(range, day, zone);
        for (qint64 i = inDay > 1 ? first / step : 0; i < inDay && step * i <= last; ++i) {
            const QDateTime time = i == 0 ? day.startOfDay(zone)
                                          : QDateTime(day,
                                                      QTime::fromMSecsSinceStartOfDay(
                                                          static_cast<int>(milliseconds(step * i).count())),
                                                      zone);
            const WallTime at = wallTime(time);
            if (!range.contains(at) || (!ticks.empty() && at <= ticks.back().at)) {
                continue;
            }
            const QString text = i == 0 ? locale.toString(day, QStringLiteral("d MMM"))
                                        : Wording::clock(time.time(), precision, locale);
            ticks.push_back({at, text, i == 0});
        }
    }
    return ticks;
}

} // namespace Pongwatch
