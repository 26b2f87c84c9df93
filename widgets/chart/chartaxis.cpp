// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartaxis.h"

#include "text/wording.h"
#include "text/zonemark.h"

#include <QDateTime>

#include <algorithm>
#include <array>

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

/// Where clocks of the zone run on without being put forward or back.
struct EvenStretch {
    TimeRange range;
    seconds offset; // from UTC
};

std::vector<EvenStretch> evenStretches(const TimeRange &range, const QTimeZone &zone)
{
    std::vector<EvenStretch> stretches;
    WallTime from = range.from;
    const auto add = [&](WallTime to) {
        stretches.push_back({{from, to}, seconds(zone.offsetFromUtc(dateTime(from, zone)))});
        from = to;
    };
    for (const QTimeZone::OffsetData &change :
         zone.transitions(dateTime(range.from, zone), dateTime(range.to, zone))) {
        const WallTime at = wallTime(change.atUtc);
        if (at > from && at < range.to) {
            add(at);
        }
    }
    add(range.to);
    return stretches;
}

/// Days that are `step` apart, on a grid of its own, so that it holds still while the range moves.
std::vector<ChartTick> dayTicks(const TimeRange &range, seconds step, const QTimeZone &zone,
                                const QLocale &locale)
{
    std::vector<ChartTick> ticks;
    const qint64 days = step / hours(24);
    QDate day = dateTime(range.from, zone).date();
    day = QDate::fromJulianDay(day.toJulianDay() / days * days);
    for (; wallTime(day.startOfDay(zone)) < range.to; day = day.addDays(days)) {
        const WallTime at = wallTime(day.startOfDay(zone));
        if (range.contains(at)) {
            ticks.push_back({at, locale.toString(day, QStringLiteral("d MMM")), true});
        }
    }
    return ticks;
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
    if (step >= hours(24)) {
        return dayTicks(range, step, zone, locale);
    }
    const auto precision = step < minutes(1) ? ClockPrecision::Seconds : ClockPrecision::Minutes;
    QDate named = dateTime(range.from - microseconds(1), zone).date();
    for (const auto &[stretch, offset] : evenStretches(range, zone)) {
        // Round on the clocks there, however often they were put forward and back before.
        const auto onClock = std::chrono::ceil<seconds>(stretch.from).time_since_epoch() + offset;
        for (seconds clock = (onClock + step - seconds(1)) / step * step;; clock += step) {
            const WallTime at(clock - offset);
            if (at >= stretch.to) {
                break;
            }
            const QDateTime time = dateTime(at, zone);
            const bool newDay = time.date() != named;
            named = time.date();
            QString text = newDay ? locale.toString(named, QStringLiteral("d MMM"))
                                  : Wording::clock(time.time(), precision, locale);
            const QString mark = zoneMark(at, zone);
            if (!newDay && !mark.isEmpty()) {
                text += QLatin1Char(' ') + mark;
            }
            ticks.push_back({at, text, newDay});
        }
    }
    return ticks;
}

} // namespace Pongwatch
