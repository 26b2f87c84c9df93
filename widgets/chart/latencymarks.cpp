// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/latencymarks.h"

#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartstate.h"
#include "widgets/statuslook.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr double flagRoom = 9; // the distance between flags of timeouts, in pixels

// Overlapping shades of more peers would hide the lines; the strips below show whose they are.
constexpr size_t mostWithShades = 2;

/// One mark per pixel is enough.
class OncePerPixel
{
public:
    bool operator()(double x)
    {
        const int pixel = static_cast<int>(std::floor(x));
        return std::exchange(m_last, pixel) != pixel;
    }

private:
    int m_last = -1'000'000;
};

QRectF column(const PlotPlaces &places, const ChartSeries::Span &span)
{
    return QRectF(QPointF(places.x(span.from), places.area.top()),
                  QPointF(places.x(span.to), places.area.bottom())) &
           QRectF(places.area);
}

void paintGaps(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
               const QPalette &palette)
{
    // Machine and program are the same for all peers: draw each gap once.
    QVector<ChartSeries::Span> spans;
    for (const DrawnSeries &one : drawn)
        spans += one.series.notMeasured;
    std::sort(spans.begin(), spans.end(),
              [](const ChartSeries::Span &a, const ChartSeries::Span &b) { return a.from < b.from; });
    for (qsizetype i = 0; i < spans.size();) {
        ChartSeries::Span whole = spans.at(i);
        for (++i; i < spans.size() && spans.at(i).from <= whole.to; ++i)
            whole.to = std::max(whole.to, spans.at(i).to);
        ChartPainting::notMeasured(painter, column(places, whole),
                                   QCoreApplication::translate("Pongwatch::LatencyChart", "Not measured"),
                                   palette);
    }
}

/// Joins flags that would overlap.
void stampFlags(QPainter *painter, const PlotPlaces &places, const QVector<double> &times,
                const QColor &owner, const QPalette &palette, double ratio)
{
    if (times.isEmpty())
        return;
    const QPixmap flag = ChartPainting::timeoutFlag(owner, palette, ratio);
    const QPointF middle(ChartPainting::flagSize.width() / 2.0, ChartPainting::flagSize.height());
    double last = -1e6;
    for (const double time : times) {
        const QPointF foot = places.foot(time);
        if (foot.x() - last > flagRoom) {
            last = foot.x();
            painter->drawPixmap((foot - middle).toPoint(), flag);
        }
    }
}

void paintOvertakenAndLost(QPainter *painter, const PlotPlaces &places, const ChartSeries &series,
                           const QPalette &palette)
{
    OncePerPixel fresh;
    for (const double time : series.superseded)
        if (fresh(places.x(time)))
            ChartPainting::superseded(painter, places.foot(time), palette);
    for (const double time : series.lost)
        if (fresh(places.x(time)))
            ChartPainting::lost(painter, places.foot(time), palette);
}

} // namespace

void LatencyMarks::paintUnder(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                              const QPalette &palette)
{
    paintGaps(painter, places, drawn, palette);
    for (size_t i = 0; i < drawn.size() && drawn.size() <= mostWithShades; ++i) {
        const QColor color = drawn.size() == 1 ? StatusLook::quietText(palette) : drawn[i].color;
        for (const ChartSeries::Span &span : drawn[i].series.withoutConnection)
            ChartPainting::shade(painter, column(places, span), color);
        for (const ChartSeries::Span &span : drawn[i].series.stale)
            ChartPainting::stale(painter, column(places, span), palette);
    }
    QVector<double> timeouts;
    for (const DrawnSeries &one : drawn)
        for (const double time : one.series.timeouts)
            timeouts.append(places.x(time));
    ChartPainting::timeoutLines(painter, places.area, timeouts, palette);
}

void LatencyMarks::paintOver(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                             const QPalette &palette, double ratio, const Formatter &format)
{
    const bool many = drawn.size() > mostSeriesWithBands;
    if (many) {
        QVector<double> timeouts;
        for (const DrawnSeries &one : drawn)
            timeouts += one.series.timeouts;
        std::sort(timeouts.begin(), timeouts.end());
        stampFlags(painter, places, timeouts, QColor(), palette, ratio);
    }
    for (const DrawnSeries &one : drawn) {
        paintOvertakenAndLost(painter, places, one.series, palette);
        if (!many) {
            stampFlags(painter, places, one.series.timeouts, drawn.size() > 1 ? one.color : QColor(), palette,
                       ratio);
        }
        for (const ChartSeries::Point &point : one.series.late)
            if (point.ms <= places.upper)
                ChartPainting::late(painter, places.point(point.time, point.ms), palette);
    }
    paintClipped(painter, places, drawn, palette, format);
}

void LatencyMarks::paintClipped(QPainter *painter, const PlotPlaces &places,
                                std::span<const DrawnSeries> drawn, const QPalette &palette,
                                const Formatter &format)
{
    m_clipped = ClippedMarks(drawn.size() > mostSeriesWithBands);
    for (const DrawnSeries &one : drawn) {
        m_clipped.beginPeer(one.color);
        for (qsizetype i = 0; i < one.series.times.size(); ++i) {
            const double ms = one.series.tops().at(i);
            const double at = places.x(one.series.times.at(i));
            if (ms > places.upper && at >= places.area.left())
                m_clipped.add(at, ms);
        }
    }
    m_clipped.paint(painter, places.area, palette, format);
}

void LatencyMarks::paintEmphasis(QPainter *painter, const PlotPlaces &places,
                                 std::span<const DrawnSeries> drawn, const ChartState &chart,
                                 microseconds reach, const QPalette &palette)
{
    for (const DrawnSeries &one : drawn) {
        if (one.series.coarse)
            continue;
        const auto sample = nearestSample(*chart.source(), one.peer, *chart.crosshair(), reach);
        if (sample && hasRoundTrip(sample->outcome) && toMilliseconds(sample->rtt) <= places.upper) {
            ChartPainting::emphasis(painter,
                                    places.point(toChartTime(sample->sentAt), toMilliseconds(sample->rtt)),
                                    one.color, palette);
        }
    }
}

} // namespace Pongwatch
