// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/tablelayout.h"

#include <QFontMetricsF>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr double gap = 13;
constexpr double padding = 4.5; // above and below a row
constexpr double cellSize = 0.92;
constexpr double detailSize = 0.86;
constexpr double shortestName = 70;
constexpr double mostLinesOfAName = 1.9;

} // namespace

TableLayout::TableLayout(const Document::Table &table, double width, const ReportTheme &theme)
    : m_table(table)
    , m_theme(theme)
    , m_width(width)
{
    leaveOutMinor(width);
    measure(width);
}

/// Leaves out less important figures if texts would otherwise be broken into many lines.
void TableLayout::leaveOutMinor(double width)
{
    const std::vector<Document::Table::Column> columns = m_table.columns;
    if (std::none_of(columns.cbegin(), columns.cend(), [](const auto &column) { return column.minor; }))
        return;
    measure(width);
    const QFontMetricsF metrics(m_theme.font(cellSize));
    bool isNarrow = false;
    for (size_t i = 0; i < columns.size() && !isNarrow; ++i) {
        for (const auto &row : m_table.rows) {
            isNarrow = isNarrow || (!columns[i].figure && row[i].drawings.empty() &&
                                    metrics.horizontalAdvance(row[i].text) > mostLinesOfAName * m_widths[i]);
        }
    }
    if (!isNarrow)
        return;
    for (size_t i = columns.size(); i-- > 0;) {
        if (!columns[i].minor)
            continue;
        m_table.columns.erase(m_table.columns.begin() + static_cast<std::ptrdiff_t>(i));
        for (auto &row : m_table.rows)
            row.erase(row.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void TableLayout::measure(double width)
{
    const QFontMetricsF metrics(m_theme.font(cellSize));
    const size_t count = m_table.columns.size();
    m_widths.assign(count, 0);
    double figures = 0;
    double stretches = 0;
    for (size_t i = 0; i < count; ++i) {
        const Document::Table::Column &column = m_table.columns[i];
        if (!column.figure) {
            stretches += column.stretch;
            continue;
        }
        double widest = metrics.horizontalAdvance(column.title);
        for (const auto &row : m_table.rows)
            widest = std::max(widest, metrics.horizontalAdvance(row[i].text));
        m_widths[i] = std::ceil(widest + 1);
        figures += m_widths[i];
    }
    m_onlyFigures = stretches <= 0;
    const double gaps = gap * static_cast<double>(count > 0 ? count - 1 : 0);
    const double rest = std::max(width - figures - gaps, shortestName);
    for (size_t i = 0; i < count; ++i) {
        const Document::Table::Column &column = m_table.columns[i];
        if (!column.figure)
            m_widths[i] = rest * column.stretch / stretches;
    }
    // A row with only figures is spread across the width.
    const double spread =
        m_onlyFigures && count > 1 ? std::max(0.0, width - figures) / static_cast<double>(count - 1) : gap;
    double x = 0;
    m_x.clear();
    for (size_t i = 0; i < count; ++i) {
        m_x.push_back(x);
        x += m_widths[i] + spread;
    }
}

void TableLayout::addText(Row &row, size_t column, double &y, const QString &text, Tone tone, double size,
                          bool spans) const
{
    if (text.isEmpty())
        return;
    const bool figure = m_table.columns[column].figure;
    const bool bold = tone == Tone::Bad;
    const double width = spans ? m_width - m_x[column] : m_widths[column];
    const TextBlock block(text, m_theme.font(size, bold), figure ? 0 : width, tone);
    for (int i = 0; i < block.lineCount(); ++i) {
        const double slack = figure && !m_onlyFigures && !m_table.columns[column].flushStart
                                 ? m_widths[column] - block.line(i).naturalTextWidth()
                                 : 0;
        row.content.texts.push_back({QPointF(m_x[column] + slack, y), block, i});
        y += block.lineHeight();
    }
}

void TableLayout::addCell(Row &row, size_t column, const Document::Table::Cell &cell) const
{
    double y = padding;
    for (const Drawing &drawing : cell.drawings) {
        const double scale = m_widths[column] / drawing.width;
        // Strips are as wide as their column, and keep their height.
        PlacedDrawing placed{QPointF(m_x[column], y + 1), 1, drawing};
        for (Drawing::Shape &shape : placed.drawing.shapes)
            shape.rect = QRectF(shape.rect.x() * scale, shape.rect.y(), shape.rect.width() * scale,
                                shape.rect.height());
        placed.drawing.width = m_widths[column];
        row.content.drawings.push_back(std::move(placed));
        y += drawing.height + 4;
    }
    if (cell.drawings.empty())
        addText(row, column, y, cell.text, cell.tone, cellSize);
    else
        addText(row, column, y, cell.text, Tone::Soft, detailSize, true); // below the figures next to it
    addText(row, column, y, cell.detail, Tone::Soft, detailSize);
    row.height = std::max(row.height, y + padding);
}

void TableLayout::finish(Row &row) const
{
    row.content.fills.push_back({QRectF(0, row.height - 0.5, m_width, 0.75), PlacedFill::Kind::Rule});
}

TableLayout::Row TableLayout::head() const
{
    Row row;
    for (size_t i = 0; i < m_table.columns.size(); ++i) {
        double y = padding;
        addText(row, i, y, m_table.columns[i].title, Tone::Soft, cellSize);
        row.height = std::max(row.height, y + padding);
    }
    finish(row);
    return row;
}

TableLayout::Row TableLayout::row(size_t n) const
{
    Row row;
    for (size_t i = 0; i < m_table.columns.size() && i < m_table.rows[n].size(); ++i)
        addCell(row, i, m_table.rows[n][i]);
    finish(row);
    return row;
}

} // namespace Pongwatch
