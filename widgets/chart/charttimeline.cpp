// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/charttimeline.h"

#include <algorithm>

namespace Pongwatch
{

ChartTimeline::ChartTimeline(WallTime now, microseconds span)
    : m_end(now)
    , m_span(std::clamp(span, shortestSpan, longestSpan))
{
}

microseconds ChartTimeline::shown() const
{
    if (!m_begin || !m_live)
        return m_span;
    // At least half of it is filled, and the axis doesn't change with each tick.
    for (microseconds step = shortestGrowing; step < m_span; step *= 2)
        if (m_end - *m_begin <= step)
            return step;
    return m_span;
}

/// Keeps what is shown now.
void ChartTimeline::stopGrowing()
{
    m_span = shown();
    m_begin.reset();
}

void ChartTimeline::advance(WallTime now)
{
    if (m_live)
        m_end = now;
}

void ChartTimeline::goLive(WallTime now)
{
    m_live = true;
    m_end = now;
}

void ChartTimeline::freeze()
{
    stopGrowing();
    m_live = false;
}

void ChartTimeline::setSpan(microseconds span)
{
    m_begin.reset();
    m_span = std::clamp(span, shortestSpan, longestSpan);
}

void ChartTimeline::zoom(double factor, WallTime anchor)
{
    stopGrowing();
    const auto wanted = microseconds(static_cast<qint64>(static_cast<double>(m_span.count()) / factor));
    const microseconds before = m_span;
    if (factor > 1 && anchor < m_end - m_span / 5)
        m_live = false;
    setSpan(wanted);
    if (!m_live) {
        const double scale = static_cast<double>(m_span.count()) / static_cast<double>(before.count());
        const auto right = static_cast<double>((m_end - anchor).count()) * scale;
        m_end = anchor + microseconds(static_cast<qint64>(right));
    }
}

void ChartTimeline::show(const TimeRange &range, WallTime now)
{
    const WallTime middle = range.from + range.length() / 2;
    setSpan(range.length());
    m_live = false;
    m_end = middle + m_span / 2;
    if (m_end >= now)
        goLive(now);
}

void ChartTimeline::pan(double share, WallTime now)
{
    stopGrowing();
    m_live = false;
    m_end += microseconds(static_cast<qint64>(static_cast<double>(m_span.count()) * share));
    if (m_end >= now)
        goLive(now);
}

} // namespace Pongwatch
