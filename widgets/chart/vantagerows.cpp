// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/vantagerows.h"

#include "past/seriessource.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartstate.h"
#include "widgets/statuslook.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double narrowestCell = 4; // pixels
constexpr double highestRow = 34;
constexpr double gapBetweenRows = 2;
constexpr double timeoutBar = 4;
constexpr double palest = 0.1; // how much of the colour the fastest cell has

/// The ground of the text in a row.
void paintRowLabel(QPainter *painter, const QRectF &box, const QPalette &palette)
{
    QColor ground = palette.color(QPalette::Base);
    ground.setAlpha(215);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 3, 3);
}

} // namespace

void VantageRows::rebuild(const ChartState &state, const ChartAxis &axis)
{
    const TimeRange range = state.range();
    const int most = std::max(1, static_cast<int>(axis.width() / narrowestCell));
    m_rows.clear();
    m_fastest = HUGE_VAL;
    m_slowest = 0;
    for (const PeerId line : state.lines()) {
        Row row{line, state.nameOfLine(line), {}, {}, {}, {}, 0, {}};
        row.buckets = state.source()->buckets(line, range.from, range.to, most);
        double sum = 0;
        double count = 0;
        for (const SeriesBucket &bucket : row.buckets) {
            if (!bucket.mean)
                continue;
            const double ms = toMilliseconds(*bucket.mean);
            sum += ms * bucket.count;
            count += bucket.count;
            m_fastest = std::min(m_fastest, ms);
            m_slowest = std::max(m_slowest, ms);
        }
        if (count > 0)
            row.mean = sum / count;
        for (const StateSpan &span :
             state.source()->states(line, range.from, std::min(range.to, state.now()))) {
            if (span.state == ConnectionState::Open || span.state == ConnectionState::Closing)
                continue;
            row.downs.push_back({span.from, span.to});
            row.trouble += toSeconds(span.to - span.from);
        }
        m_rows.push_back(std::move(row));
    }
}

/// Where the rows go: as many as have room, those that see the peer worst.
void VantageRows::place(const QRectF &area, double least)
{
    const auto room =
        std::max<size_t>(1, static_cast<size_t>((area.height() + gapBetweenRows) / (least + gapBetweenRows)));
    std::vector<Row *> shown;
    for (Row &row : m_rows) {
        row.place = {};
        shown.push_back(&row);
    }
    m_leftOut = 0;
    if (shown.size() > room) {
        std::vector<Row *> worst = shown;
        std::stable_sort(worst.begin(), worst.end(), [](const Row *a, const Row *b) {
            return std::pair(a->trouble, a->mean.value_or(0)) > std::pair(b->trouble, b->mean.value_or(0));
        });
        worst.resize(room);
        std::erase_if(shown, [&worst](const Row *row) {
            return std::find(worst.cbegin(), worst.cend(), row) == worst.cend();
        });
        m_leftOut = static_cast<qsizetype>(m_rows.size() - room);
    }
    const double high = std::min(highestRow, (area.height() + gapBetweenRows) /
                                                     static_cast<double>(std::max<size_t>(1, shown.size())) -
                                                 gapBetweenRows);
    for (size_t i = 0; i < shown.size(); ++i)
        shown[i]->place = QRectF(area.left(), area.top() + static_cast<double>(i) * (high + gapBetweenRows),
                                 area.width(), high);
}

QColor VantageRows::colorOf(double ms, const QPalette &palette) const
{
    const double span = std::log(std::max(m_slowest, 1e-6) / std::max(m_fastest, 1e-6));
    // Less than half as much again is no difference worth a colour.
    const double share = std::log(std::max(ms, 1e-6) / std::max(m_fastest, 1e-6)) / std::max(span, 0.4);
    return StatusLook::mixed(palette.color(QPalette::Base), StatusLook::seriesColor(0, palette),
                             palest + (1 - palest) * std::clamp(share, 0.0, 1.0));
}

void VantageRows::paintRow(QPainter *painter, const Row &row, const ChartAxis &axis, const ChartState &state,
                           const QPalette &palette) const
{
    const auto spanOf = [&](WallTime from, WallTime to) {
        const double left = std::max(row.place.left(), axis.x(from));
        const double right = std::min(row.place.right(), axis.x(to));
        return QRectF(left, row.place.top(), std::max(0.0, right - left), row.place.height());
    };
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(StatusLook::hairline(palette), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(row.place.adjusted(0, 0, -1, -1));
    for (const SeriesBucket &bucket : row.buckets) {
        const QRectF cell = spanOf(bucket.from, bucket.from + std::chrono::ceil<microseconds>(bucket.width));
        if (bucket.mean)
            painter->fillRect(cell, colorOf(toMilliseconds(*bucket.mean), palette));
        if (bucket.timeouts > 0)
            painter->fillRect(QRectF(cell.topLeft(), QSizeF(std::max(2.0, cell.width()), timeoutBar)),
                              StatusLook::timeoutColor(palette));
    }
    for (const TimeSpan &down : row.downs)
        ChartPainting::shade(painter, spanOf(down.from, down.to), StatusLook::timeoutColor(palette));
    painter->setRenderHint(QPainter::Antialiasing, true);

    const QFontMetricsF metrics(painter->font());
    const double high = std::min(row.place.height(), metrics.height() + 2);
    const double middle = row.place.center().y();
    const QString newest = state.newestOf(row.line);
    const double ofValue = metrics.horizontalAdvance(newest) + 8;
    const QString name =
        metrics.elidedText(row.name, Qt::ElideMiddle, std::max(0.0, row.place.width() - ofValue - 40));
    const double ofName = metrics.horizontalAdvance(name);
    // On the left: what is newest stays in sight.
    const QRectF box(row.place.left() + 4, middle - high / 2, ofName + ofValue + 27, high);
    paintRowLabel(painter, box, palette);
    row.look.paintMark(painter, QPointF(box.left() + 10, middle), 8);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(box.adjusted(21, 0, 4, 0), Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter->setPen(StatusLook::quietText(palette));
    painter->drawText(box.adjusted(21 + ofName + 8, 0, 4, 0), Qt::AlignVCenter | Qt::TextSingleLine, newest);
}

/// What the colours mean, and how many rows are missing.
void VantageRows::paintScale(QPainter *painter, const QRectF &area, const ChartAxis &axis,
                             const ChartState &state, const QPalette &palette) const
{
    const QFontMetricsF metrics(painter->font());
    painter->setPen(StatusLook::quietText(palette));
    if (m_leftOut > 0)
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          tr("and %n more", nullptr, static_cast<int>(m_leftOut)));
    if (m_slowest <= 0)
        return;
    constexpr double bar = 90;
    const QString least = state.format().latency(fromSeconds(m_fastest / 1000));
    const QString most = state.format().latency(fromSeconds(m_slowest / 1000));
    const double whole = metrics.horizontalAdvance(least) + bar + metrics.horizontalAdvance(most) + 16;
    QRectF text(axis.right - whole, area.top(), metrics.horizontalAdvance(least) + 1, area.height());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, least);
    const QRectF colors(text.right() + 8, area.center().y() - 4, bar, 8);
    QLinearGradient gradient(colors.topLeft(), colors.topRight());
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        gradient.setColorAt(share, colorOf(m_fastest * std::pow(m_slowest / m_fastest, share), palette));
    painter->setPen(QPen(StatusLook::hairline(palette), 1));
    painter->setBrush(gradient);
    painter->drawRect(colors);
    painter->setPen(StatusLook::quietText(palette));
    painter->drawText(
        QRectF(colors.right() + 7, area.top(), metrics.horizontalAdvance(most) + 4, area.height()),
        Qt::AlignLeft | Qt::AlignVCenter, most);
}

void VantageRows::paint(QPainter *painter, const QRectF &area, const ChartAxis &axis, const ChartState &state,
                        const QPalette &palette)
{
    const double line = QFontMetricsF(painter->font()).height();
    const QRectF rows(axis.left, area.top() + 4, axis.width(), area.height() - line - 10);
    for (Row &row : m_rows) {
        row.look = state.lookOf(row.line, palette);
        if (const auto pointed = state.pointedLine(); pointed && pointed != row.line)
            row.look = row.look.faded(palette);
    }
    place(rows, line);
    for (const Row &row : m_rows)
        if (!row.place.isNull())
            paintRow(painter, row, axis, state, palette);
    paintScale(painter, QRectF(axis.left, rows.bottom() + 4, axis.width(), line), axis, state, palette);
}

QStringList VantageRows::shown() const
{
    QStringList names;
    for (const Row &row : m_rows)
        if (!row.place.isNull())
            names.append(row.name);
    return names;
}

std::optional<PeerId> VantageRows::lineAt(const QPointF &place) const
{
    const auto its = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                  [&place](const Row &row) { return row.place.contains(place); });
    return its == m_rows.cend() ? std::nullopt : std::optional(its->line);
}

} // namespace Pongwatch
