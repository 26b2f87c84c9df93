// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/timeaxis.h"

#include "reports/drawing.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr double roomOfTick = 74;
constexpr qint64 daySeconds = 86400;
/// Steps of ticks in seconds that divide the day, or are days.
constexpr std::array<qint64, 18> steps{1,
                                       2,
                                       5,
                                       10,
                                       15,
                                       30,
                                       60,
                                       300,
                                       600,
                                       900,
                                       1800,
                                       3600,
                                       10800,
                                       21600,
                                       43200,
                                       daySeconds,
                                       2 * daySeconds,
                                       7 * daySeconds};

QString labelOf(const QDateTime &time, qint64 step, const ReportText &text)
{
    if (step >= daySeconds)
        return text.day(WallTime(milliseconds(time.toMSecsSinceEpoch())));
    if (time.time() == QTime(0, 0) && step >= 3600) // the day begins here
        return text.day(WallTime(milliseconds(time.toMSecsSinceEpoch())));
    return time.toString(step < 60 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace

TimeAxis::TimeAxis(WallTime from, WallTime to, double left, double right)
    : m_from(from)
    , m_to(std::max(to, from + microseconds(1)))
    , m_left(left)
    , m_right(right)
{
}

double TimeAxis::x(WallTime time) const
{
    const double share =
        static_cast<double>((time - m_from).count()) / static_cast<double>((m_to - m_from).count());
    return m_left + std::clamp(share, 0.0, 1.0) * (m_right - m_left);
}

std::vector<TimeAxis::Stretch> TimeAxis::stretches(const std::vector<StateSpan> &spans,
                                                   const std::function<bool(const StateSpan &)> &wanted) const
{
    constexpr double leastGap = 0.5;
    std::vector<Stretch> result;
    for (const StateSpan &span : spans) {
        if (!wanted(span))
            continue;
        const Stretch next{x(span.from), x(span.to)};
        if (!result.empty() && next.from - result.back().to < leastGap)
            result.back().to = std::max(result.back().to, next.to);
        else
            result.push_back(next);
    }
    return result;
}

std::vector<TimeAxis::Tick> TimeAxis::ticks(const ReportText &text) const
{
    const double range = toSeconds(m_to - m_from);
    const double most = std::max(1.0, (m_right - m_left) / roomOfTick);
    qint64 step = steps.back();
    for (const qint64 candidate : steps) {
        if (range / static_cast<double>(candidate) <= most) {
            step = candidate;
            break;
        }
    }
    while (range / static_cast<double>(step) > most)
        step *= 2;

    std::vector<Tick> ticks;
    const QDateTime first = text.local(m_from);
    // From the midnight before on; days by the calendar, which knows days of 23 hours.
    QDateTime tick(first.date(), QTime(0, 0), first.timeZone());
    const bool byDays = step >= daySeconds;
    if (!byDays)
        tick = tick.addSecs(tick.secsTo(first) / step * step);
    const double room = m_right - m_left;
    for (int i = 0; i < 200; ++i) {
        const WallTime time(milliseconds(tick.toMSecsSinceEpoch()));
        if (time > m_to)
            break;
        if (time >= m_from && x(time) - m_left <= room)
            ticks.push_back({x(time), labelOf(tick, step, text)});
        tick = byDays ? QDateTime(tick.date().addDays(step / daySeconds), QTime(0, 0), tick.timeZone())
                      : tick.addSecs(step);
    }
    return ticks;
}

} // namespace Pongwatch
