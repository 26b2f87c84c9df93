// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/timeticks.h"

#include <QDateTime>
#include <QTimeZone>

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
    const auto *const found = std::find_if(steps.cbegin(), steps.cend(), fits);
    if (found != steps.cend())
        return *found;
    seconds step = steps.back();
    while (!fits(step))
        step *= 2;
    return step;
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

/// A stretch in which the zone's clocks are not put forward or back.
struct EvenStretch {
    WallTime from{};
    WallTime to{};
    seconds offset; // from UTC
};

std::vector<EvenStretch> evenStretches(WallTime from, WallTime end, const QTimeZone &zone)
{
    std::vector<EvenStretch> stretches;
    const auto add = [&](WallTime to) {
        stretches.push_back({from, to, seconds(zone.offsetFromUtc(dateTime(from, zone)))});
        from = to;
    };
    for (const QTimeZone::OffsetData &change : zone.transitions(dateTime(from, zone), dateTime(end, zone))) {
        const WallTime at = wallTime(change.atUtc);
        if (at > from && at < end)
            add(at);
    }
    add(end);
    return stretches;
}

/// Days at intervals of `step`, on a grid of their own.
std::vector<TimeTick> dayTicks(WallTime from, WallTime to, seconds step, const QTimeZone &zone)
{
    std::vector<TimeTick> ticks;
    const qint64 days = step / hours(24);
    QDate day = dateTime(from, zone).date();
    day = QDate::fromJulianDay(day.toJulianDay() / days * days);
    for (; wallTime(day.startOfDay(zone)) < to; day = day.addDays(days)) {
        const WallTime at = wallTime(day.startOfDay(zone));
        if (at >= from)
            ticks.push_back({at, true});
    }
    return ticks;
}

} // namespace

TimeTicks timeTicks(WallTime from, WallTime to, int most, const QTimeZone &zone)
{
    TimeTicks result;
    if (to <= from || most < 1)
        return result;
    const seconds step = stepFor(to - from, most);
    result.step = step;
    if (step >= hours(24)) {
        result.ticks = dayTicks(from, to, step, zone);
        return result;
    }
    QDate named = dateTime(from - microseconds(1), zone).date();
    for (const auto &[begin, end, offset] : evenStretches(from, to, zone)) {
        // Round on the clocks there, however often they were put forward or back before.
        const auto onClock = std::chrono::ceil<seconds>(begin).time_since_epoch() + offset;
        for (seconds clock = (onClock + step - seconds(1)) / step * step;; clock += step) {
            const WallTime at(clock - offset);
            if (at >= end)
                break;
            const QDate day = dateTime(at, zone).date();
            result.ticks.push_back({at, day != named});
            named = day;
        }
    }
    return result;
}

} // namespace Pongwatch
