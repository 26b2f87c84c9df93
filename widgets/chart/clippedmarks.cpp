// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/clippedmarks.h"

#include "items/wording.h"
#include "widgets/chart/chartpainting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double gap = 8; // pixels between two values

} // namespace

void ClippedMarks::beginPeer(const QColor &color)
{
    m_color = color;
    m_lastPixel = -1;
}

void ClippedMarks::add(double x, double ms)
{
    const int pixel = static_cast<int>(std::floor(x));
    if (pixel != m_lastPixel) {
        m_lastPixel = pixel;
        m_marks.push_back({x, ms, m_color});
    } else {
        m_marks.back().ms = std::max(m_marks.back().ms, ms);
    }
}

void ClippedMarks::paint(QPainter *painter, const QRectF &area, const QPalette &palette)
{
    for (const Mark &mark : m_marks) {
        ChartPainting::clipped(painter, QPointF(mark.x, area.top()), mark.color, palette);
    }
    std::vector<Mark> marks = m_marks;
    std::sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) { return a.ms > b.ms; });
    m_labelled = 0;
    std::vector<QRectF> taken;
    double room = area.width();
    for (const Mark &mark : marks) {
        if (room <= 0) {
            break;
        }
        const QString text = Wording::latency(fromSeconds(mark.ms / 1000));
        const QRectF box = ChartPainting::clippedLabel(painter->fontMetrics(), area, mark.x, text);
        const bool isFree = std::none_of(taken.cbegin(), taken.cend(), [&box](const QRectF &other) {
            return other.adjusted(-gap, 0, gap, 0).intersects(box);
        });
        if (isFree) {
            taken.push_back(box);
            room -= box.width() + gap;
            ChartPainting::label(painter, box, text, palette);
            ++m_labelled;
        }
    }
}

} // namespace Pongwatch
