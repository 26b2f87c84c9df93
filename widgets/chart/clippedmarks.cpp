// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/clippedmarks.h"

#include "text/formatter.h"
#include "widgets/chart/chartpainting.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <iterator>

namespace Pongwatch
{

namespace
{

constexpr double markWidth = 6;   // pixels from one mark to the next
constexpr double markGap = 8;     // pixels between two values
constexpr size_t mostTried = 100; // how many of the largest marks get a chance to show their values

} // namespace

void ClippedMarks::beginPeer(const QColor &color)
{
    if (!m_isShared)
        takeCells();
    m_color = color;
}

void ClippedMarks::add(double x, double ms)
{
    const auto cell = static_cast<size_t>(std::max(0.0, x) / markWidth);
    if (cell >= m_cells.size())
        m_cells.resize(cell + 1);
    if (ms > m_cells[cell].ms)
        m_cells[cell] = {x, ms, m_color};
}

void ClippedMarks::takeCells()
{
    std::copy_if(m_cells.cbegin(), m_cells.cend(), std::back_inserter(m_marks),
                 [](const Mark &mark) { return mark.ms > 0; });
    m_cells.clear();
}

void ClippedMarks::paint(QPainter *painter, const QRectF &area, const QPalette &palette,
                         const Formatter &format)
{
    takeCells();
    for (const Mark &mark : m_marks)
        ChartPainting::clipped(painter, QPointF(mark.x, area.top()), mark.color, palette);
    std::vector<Mark> marks = m_marks;
    const auto tried = static_cast<std::ptrdiff_t>(std::min(marks.size(), mostTried));
    std::partial_sort(marks.begin(), marks.begin() + tried, marks.end(),
                      [](const Mark &a, const Mark &b) { return a.ms > b.ms; });
    marks.resize(static_cast<size_t>(tried));
    m_labelled = 0;
    std::vector<QRectF> taken;
    double room = area.width();
    for (const Mark &mark : marks) {
        if (room <= 0)
            break;
        const QString text = format.latency(fromSeconds(mark.ms / 1000));
        const QRectF box = ChartPainting::clippedLabel(painter->fontMetrics(), area, mark.x, text);
        const bool isFree = std::none_of(taken.cbegin(), taken.cend(), [&box](const QRectF &other) {
            return other.adjusted(-markGap, 0, markGap, 0).intersects(box);
        });
        if (isFree) {
            taken.push_back(box);
            room -= box.width() + markGap;
            ChartPainting::label(painter, box, text, palette);
            ++m_labelled;
        }
    }
}

} // namespace Pongwatch
