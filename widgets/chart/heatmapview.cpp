// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapview.h"

#include "peers/peerbook.h"
#include "widgets/chart/distributions.h"
#include "widgets/chart/latencybins.h"
#include "widgets/chart/peercolors.h"
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

/// The range in whole columns, which stay in place while a live chart moves.
struct Columns {
    TimeRange range;
    int count = 1;
};

/// At most `most` columns, in whole seconds if they are a second or longer: otherwise the rhythm of pings
/// sent every second would show up as stripes.
Columns columnsOf(const TimeRange &range, int most)
{
    constexpr qint64 second = 1'000'000;
    qint64 width = std::max<qint64>(1, range.length().count() / most);
    if (width > second / 2)
        width = (width + second - 1) / second * second;
    const qint64 first = range.from.time_since_epoch().count() / width;
    const qint64 last = range.to.time_since_epoch().count() / width;
    return {{WallTime(microseconds(first * width)), WallTime(microseconds((last + 1) * width))},
            static_cast<int>(last - first + 1)};
}

} // namespace

HeatMapView::HeatMapView(ChartState *state, Distributions *distributions, QWidget *parent)
    : PanelView(state, parent)
    , m_distributions(distributions)
{
    connect(distributions, &Distributions::changed, this, [this] { invalidate(); });
    connect(state, &ChartState::pointedChanged, this, [this] {
        if (!m_rows.shown().isEmpty())
            update();
    });
}

std::optional<PeerId> HeatMapView::peerAt(const QPointF &place) const
{
    return m_rows.lineAt(place);
}

quint64 HeatMapView::drawnCount() const
{
    quint64 count = 0;
    for (qsizetype n = 0; n < panels(); ++n)
        for (const HeatColumn &column : m_distributions->columns(state()->peers().at(n)))
            count += column.roundTrips();
    return count;
}

void HeatMapView::rebuild()
{
    m_rows.clear();
    if (state()->isByVantage()) {
        m_rows.rebuild(*state(), axis());
        m_scales.clear();
        m_distributions->rest();
        return;
    }
    const int columns = std::clamp(static_cast<int>(axis().width() / cellWidth), 1, 400);
    const Columns wanted = columnsOf(state()->range(), columns);
    m_distributions->want(wanted.range, wanted.count);
    m_scales.clear();
    for (qsizetype n = 0; n < panels(); ++n) {
        LatencyHistogram whole;
        for (const HeatColumn &column : m_distributions->columns(state()->peers().at(n)))
            whole.merge(column.latencies);
        m_scales.append(distributionScale({&whole}, state()->isLogarithmic(), state()->isClipping()));
    }
}

void HeatMapView::paintPanel(QPainter *painter, qsizetype n) const
{
    const QRectF whole = panel(n);
    const QRectF area = whole.adjusted(0, timeoutHeight + 1, 0, 0);
    const LatencyScale &scale = m_scales.at(n);
    paintLatencyAxis(painter, area, scale);
    const auto &columns = m_distributions->columns(state()->peers().at(n));
    const int bins = std::max(1, static_cast<int>(area.height() / cellHeight));
    std::vector<std::vector<double>> counts;
    counts.reserve(columns.size());
    double most = 1;
    for (const HeatColumn &column : columns) {
        counts.push_back(latencyBins(column.latencies, scale, bins));
        most = std::max(most, *std::max_element(counts.back().cbegin(), counts.back().cend()));
    }
    painter->save();
    painter->setClipRect(whole);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const double high = area.height() / bins;
    QColor color = state()->colors()->color(state()->peers().at(n), palette());
    const ChartAxis time = axis();
    quint64 pings = 0;
    quint64 timeouts = 0;
    bool thinned = false;
    for (size_t i = 0; i < columns.size(); ++i) {
        const HeatColumn &column = columns[i];
        pings += column.roundTrips();
        timeouts += column.timeouts;
        thinned |= column.thinned;
        const double left = time.x(column.from);
        const double right = time.x(column.from + std::chrono::duration_cast<microseconds>(column.width));
        for (int bin = 0; bin < bins; ++bin) {
            const double count = counts[i][static_cast<size_t>(bin)];
            if (count <= 0.01)
                continue;
            // By the square root, so that one ping among hundreds is still visible.
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
    QString figures = timeouts > 0 ? tr("%1, %2", "pings, timeouts")
                                         .arg(tr("%n round trip(s)", nullptr, static_cast<int>(pings)),
                                              tr("%n timeout(s)", nullptr, static_cast<int>(timeouts)))
                                   : tr("%n round trip(s)", nullptr, static_cast<int>(pings));
    if (thinned && !state()->book()->isOwn(state()->peers().at(n)))
        figures = tr("%1, estimated from the buckets of histograms", "round trips").arg(figures);
    else if (thinned)
        figures = tr("%1, in part estimated from averages", "round trips").arg(figures);
    paintTitle(painter, area, n, figures);
}

void HeatMapView::paint(QPainter *painter)
{
    if (state()->isByVantage()) {
        painter->setFont(font());
        m_rows.paint(painter, rect(), axis(), *state(), palette());
        paintOver(painter, false);
        return;
    }
    for (qsizetype n = 0; n < m_scales.size(); ++n)
        paintPanel(painter, n);
    paintOver(painter, drawnCount() == 0);
}

} // namespace Pongwatch
