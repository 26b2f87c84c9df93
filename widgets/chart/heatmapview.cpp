// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapview.h"

#include "items/wording.h"
#include "widgets/chart/distributions.h"
#include "widgets/chart/latencybins.h"
#include "widgets/statuslook.h"

#include <QPainter>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double cellWidth = 8;
constexpr double cellHeight = 6;
constexpr double timeoutHeight = 7;
constexpr int faintest = 36; // alpha of a single ping

/// The range widened to whole columns, which hold still while a live chart moves.
TimeRange wholeColumns(const TimeRange &range, int columns)
{
    const qint64 width = std::max<qint64>(1, range.length().count() / columns);
    const qint64 first = range.from.time_since_epoch().count() / width;
    const WallTime from(microseconds(first * width));
    return {from, from + microseconds(width * (columns + 1))};
}

} // namespace

HeatMapView::HeatMapView(ChartState *state, Distributions *distributions, QWidget *parent)
    : PanelView(state, parent)
    , m_distributions(distributions)
{
    connect(distributions, &Distributions::changed, this, [this] { invalidate(); });
}

quint64 HeatMapView::drawnCount() const
{
    quint64 count = 0;
    for (qsizetype n = 0; n < panels(); ++n) {
        for (const HeatColumn &column : m_distributions->columns(state()->peers().at(n))) {
            count += column.latencies.count();
        }
    }
    return count;
}

void HeatMapView::rebuild()
{
    const int columns = std::clamp(static_cast<int>(axis().width() / cellWidth), 1, 400);
    m_distributions->want(wholeColumns(state()->range(), columns), columns + 1);
    std::vector<const LatencyHistogram *> all;
    for (qsizetype n = 0; n < panels(); ++n) {
        for (const HeatColumn &column : m_distributions->columns(state()->peers().at(n))) {
            all.push_back(&column.latencies);
        }
    }
    m_scale = distributionScale(all, state()->isLogarithmic(), state()->isClipping());
}

void HeatMapView::paintPanel(QPainter *painter, qsizetype n) const
{
    const QRectF whole = panel(n);
    const QRectF area = whole.adjusted(0, timeoutHeight + 1, 0, 0);
    paintLatencyAxis(painter, area, m_scale);
    const auto &columns = m_distributions->columns(state()->peers().at(n));
    const int bins = std::max(1, static_cast<int>(area.height() / cellHeight));
    std::vector<std::vector<double>> counts;
    counts.reserve(columns.size());
    double most = 1;
    for (const HeatColumn &column : columns) {
        counts.push_back(latencyBins(column.latencies, m_scale, bins));
        most = std::max(most, *std::max_element(counts.back().cbegin(), counts.back().cend()));
    }
    painter->save();
    painter->setClipRect(whole);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const double high = area.height() / bins;
    QColor color = StatusLook::seriesColor(n, palette());
    const ChartAxis time = axis();
    quint64 pings = 0;
    quint64 timeouts = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        const HeatColumn &column = columns[i];
        pings += column.latencies.count();
        timeouts += column.timeouts;
        const double left = time.x(column.from);
        const double right = time.x(column.from + std::chrono::duration_cast<microseconds>(column.width));
        for (int bin = 0; bin < bins; ++bin) {
            const double count = counts[i][static_cast<size_t>(bin)];
            if (count <= 0.01) {
                continue;
            }
            // By the root, so that one ping among hundreds is still seen.
            color.setAlpha(
                std::min(255, static_cast<int>(faintest + (255 - faintest) * std::sqrt(count / most))));
            painter->fillRect(QRectF(QPointF(left, area.bottom() - (bin + 1) * high),
                                     QPointF(right, area.bottom() - bin * high)),
                              color);
        }
        if (column.timeouts > 0) {
            painter->fillRect(QRectF(left, whole.top(), std::max(2.0, right - left), timeoutHeight),
                              StatusLook::timeoutColor(palette()));
        }
    }
    painter->restore();
    const QString figures = timeouts > 0 ? tr("%1, %2", "pings, timeouts")
                                               .arg(tr("%n round trip(s)", nullptr, static_cast<int>(pings)),
                                                    tr("%n timeout(s)", nullptr, static_cast<int>(timeouts)))
                                         : tr("%n round trip(s)", nullptr, static_cast<int>(pings));
    paintTitle(painter, area, n, figures);
}

void HeatMapView::paint(QPainter *painter)
{
    for (qsizetype n = 0; n < panels(); ++n) {
        paintPanel(painter, n);
    }
    paintHints(painter, drawnCount() == 0);
    const QRectF area(axis().left, 0, axis().width(), height());
    paintMark(painter, area);
    paintCrosshair(painter, area);
    paintReadout(painter, area);
}

} // namespace Pongwatch
