// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rendering/documentlayout.h"

namespace Pongwatch
{

/// A measured table of a document: the widths of its columns, and the positions of everything in its rows.
/// Rows are returned one by one, so that they can be put on pages.
class TableLayout
{
public:
    TableLayout(const Document::Table &table, double width, const ReportTheme &theme);

    /// The head or a row, starting at (0, 0); `height` includes the line below it.
    struct Row {
        LaidOutPage content;
        double height = 0;
    };
    [[nodiscard]] Row head() const;
    [[nodiscard]] size_t rowCount() const { return m_table.rows.size(); }
    [[nodiscard]] Row row(size_t n) const;

private:
    void leaveOutMinor(double width);
    void measure(double width);
    void addCell(Row &row, size_t column, const Document::Table::Cell &cell) const;
    void addText(Row &row, size_t column, double &y, const QString &text, Tone tone, double size,
                 bool spans = false) const;
    void finish(Row &row) const;

    Document::Table m_table; // without columns for which there is no room
    const ReportTheme &m_theme;
    double m_width;
    std::vector<double> m_x;
    std::vector<double> m_widths; // without the gap
    bool m_onlyFigures = false;
};

} // namespace Pongwatch
