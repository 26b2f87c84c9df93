// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/timeaxis.h"

#include "text/timeticks.h"
#include "text/zonemark.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr double roomOfTick = 74;

QString labelOf(const TimeTick &tick, seconds step, const ReportText &text)
{
    if (tick.newDay)
        return text.day(tick.at);
    const QDateTime time = text.local(tick.at);
    const QString clock =
        time.toString(step < std::chrono::minutes(1) ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    const QString mark = zoneMark(tick.at, time.timeZone());
    return mark.isEmpty() ? clock : clock + u' ' + mark;
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
    const int most = std::max(1, static_cast<int>((m_right - m_left) / roomOfTick));
    const TimeTicks round = timeTicks(m_from, m_to, most, text.local(m_from).timeZone());
    std::vector<Tick> ticks;
    for (const TimeTick &tick : round.ticks)
        ticks.push_back({x(tick.at), labelOf(tick, round.step, text)});
    return ticks;
}

} // namespace Pongwatch
