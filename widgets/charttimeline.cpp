// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charttimeline.h"

#include <algorithm>

namespace Pongwatch
{

ChartTimeline::ChartTimeline(WallTime now, microseconds span)
    : m_end(now)
    , m_span(std::clamp(span, shortestSpan, longestSpan))
{
}

void ChartTimeline::advance(WallTime now)
{
    if (m_live) {
        m_end = now;
    }
}

void ChartTimeline::goLive(WallTime now)
{
    m_live = true;
    m_end = now;
}

void ChartTimeline::setSpan(microseconds span)
{
    m_span = std::clamp(span, shortestSpan, longestSpan);
}

void ChartTimeline::zoom(double factor, WallTime anchor)
{
    const auto wanted = microseconds(static_cast<qint64>(static_cast<double>(m_span.count()) / factor));
    const microseconds before = m_span;
    setSpan(wanted);
    if (!m_live) {
        const double scale = static_cast<double>(m_span.count()) / static_cast<double>(before.count());
        const auto right = static_cast<double>((m_end - anchor).count()) * scale;
        m_end = anchor + microseconds(static_cast<qint64>(right));
    }
}

void ChartTimeline::pan(double share, WallTime now)
{
    m_live = false;
    m_end += microseconds(static_cast<qint64>(static_cast<double>(m_span.count()) * share));
    if (m_end >= now) {
        goLive(now);
    }
}

} // namespace Pongwatch
