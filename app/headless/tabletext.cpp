// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/tabletext.h"

#include "app/headless/eventwords.h"
#include "app/headless/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int stateWidth = 12;
constexpr int figureWidth = 9;
constexpr int leastNameWidth = 12;
constexpr int mostNameWidth = 40;
constexpr int gap = 1;

const char *colourOf(Health health)
{
    switch (health) {
    case Health::Failed:
    case Health::TimedOut:
    case Health::Waiting:
        return "\x1b[31m";
    case Health::Closed:
    case Health::Flapping:
    case Health::Stale:
    case Health::Partly:
    case Health::Slow:
        return "\x1b[33m";
    case Health::Ok:
        return "\x1b[32m";
    case Health::Connecting:
    case Health::Unknown:
    case Health::Paused:
        break;
    }
    return "\x1b[36m";
}

QStringList headings()
{
    return {HeadlessStrings::tr("last"), HeadlessStrings::tr("median"), HeadlessStrings::tr("p95"),
            HeadlessStrings::tr("loss"), HeadlessStrings::tr("open"),   HeadlessStrings::tr("dials")};
}

QStringList figuresOf(const TableRow &row)
{
    const Formatter format = terminalFormatter();
    return {format.latencyOrDash(row.last), format.latencyOrDash(row.median), format.latencyOrDash(row.p95),
            format.percentage(row.loss),    format.briefDuration(row.open),   format.number(row.connects)};
}

QString rightAligned(const QString &text, int width)
{
    const int columns = columnsOf(text);
    return columns >= width ? fitted(text, width) : QString(width - columns, u' ') + text;
}

/// How the width is divided among the columns.
struct Layout {
    int name = leastNameWidth;
    int figures = 0; ///< how many of them are shown
    int finding = 0; ///< the remaining width
};

Layout layoutFor(const std::vector<TableRow> &rows, int width)
{
    Layout layout;
    int wanted = leastNameWidth;
    for (const TableRow &row : rows)
        wanted = std::max(wanted, columnsOf(plainLine(row.name)));
    wanted = std::min(wanted, mostNameWidth);
    // The name takes precedence over the last figures, but not over the first four.
    int left = width - 1 - stateWidth - gap;
    layout.name =
        std::clamp(left - 4 * (gap + figureWidth), std::max(1, std::min(left, leastNameWidth)), wanted);
    left -= layout.name;
    layout.figures = std::clamp(left / (gap + figureWidth), 0, static_cast<int>(headings().size()));
    left -= layout.figures * (gap + figureWidth);
    constexpr int leastFinding = 10;
    layout.finding = left - gap >= leastFinding ? left - gap : 0;
    return layout;
}

QString rowText(const Layout &layout, const QString &name, const QStringList &figures, const QString &finding)
{
    QString line = QString(gap, u' ') + fitted(name, layout.name);
    for (int i = 0; i < layout.figures; ++i)
        line += QString(gap, u' ') + rightAligned(figures[i], figureWidth);
    if (layout.finding > 0 && !finding.isEmpty())
        line += QString(gap, u' ') + fitted(finding, layout.finding);
    return line;
}

} // namespace

QStringList tableText(std::vector<TableRow> rows, QSize size, bool colours)
{
    const Layout layout = layoutFor(rows, size.width());
    // A heading, a line that counts the rest, and one for the cursor.
    const auto most = static_cast<size_t>(std::max(1, size.height() - 3));
    const size_t all = rows.size();
    if (all > most) {
        std::stable_sort(rows.begin(), rows.end(), [](const TableRow &a, const TableRow &b) {
            return severityRank(a.health) < severityRank(b.health);
        });
        rows.resize(most);
    }
    QStringList lines{fitted(HeadlessStrings::tr("state"), stateWidth) +
                      rowText(layout, HeadlessStrings::tr("peer"), headings(), QString())};
    for (const TableRow &row : rows) {
        QString state = fitted(QString(healthShape(row.health)) + u' ' + healthWord(row.health), stateWidth);
        if (colours)
            state = QString::fromLatin1(colourOf(row.health)) + state + QStringLiteral("\x1b[0m");
        lines.append(state + rowText(layout, plainLine(row.name), figuresOf(row), plainLine(row.finding)));
    }
    if (all > most)
        lines.append(
            fitted(HeadlessStrings::tr("… and %1 more").arg(all - most), size.width() - 1).trimmed());
    return lines;
}

} // namespace Pongwatch
