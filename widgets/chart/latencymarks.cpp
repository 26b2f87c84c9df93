// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/latencymarks.h"

#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/linelook.h"
#include "widgets/statuslook.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

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

/// What is in both, each of which is in order and without overlaps.
QVector<ChartSeries::Span> commonSpans(const QVector<ChartSeries::Span> &a,
                                       const QVector<ChartSeries::Span> &b)
{
    QVector<ChartSeries::Span> both;
    for (const ChartSeries::Span &one : a)
        for (const ChartSeries::Span &other : b)
            if (std::max(one.from, other.from) < std::min(one.to, other.to))
                both.append({std::max(one.from, other.from), std::min(one.to, other.to)});
    return both;
}

void paintGaps(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
               const QPalette &palette)
{
    // Machine and program are the same for all peers: draw each gap once.
    QVector<ChartSeries::Span> spans;
    for (const DrawnSeries &one : drawn)
        if (one.shape &&
            &one != drawn.data()) // each vantage has gaps of its own: only where none told anything
            spans = commonSpans(spans, one.series.notMeasured);
        else
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
    m_named.clear();
    paintGaps(painter, places, drawn, palette);
    paintDowns(painter, places, drawn, palette);
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
    paintNames(painter, places, drawn, palette);
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

/// When there was no connection from a vantage, in a strip for each at the top of the plot, since shades of
/// several would hide each other. With few of them, each strip has its name.
void LatencyMarks::paintDowns(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                              const QPalette &palette)
{
    constexpr size_t mostNamed = 4;
    constexpr double low = 5;
    std::vector<const DrawnSeries *> down;
    for (const DrawnSeries &one : drawn)
        if (one.shape && !one.series.withoutConnection.isEmpty() && drawn.size() > mostWithShades)
            down.push_back(&one);
    std::stable_sort(down.begin(), down.end(),
                     [](const DrawnSeries *a, const DrawnSeries *b) { return a->shape < b->shape; });
    const QFontMetricsF metrics(painter->font());
    const bool isNamed = down.size() <= mostNamed && places.area.height() > metrics.height() * 8;
    const double high = isNamed ? metrics.height() : low;
    double top = places.area.top() + 1;
    for (const DrawnSeries *one : down) {
        for (const ChartSeries::Span &span : one->series.withoutConnection) {
            QRectF strip = column(places, span);
            strip.setTop(top);
            strip.setHeight(high);
            ChartPainting::shade(painter, strip, one->color);
            painter->setPen(QPen(one->color, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(strip);
            const QString text =
                QCoreApplication::translate("Pongwatch::LatencyChart", "%1: no connection").arg(one->vantage);
            const double wide = metrics.horizontalAdvance(text) + 24;
            // Beside the strip if it is too short.
            const double left = wide <= strip.width() ? strip.left() : strip.left() - wide;
            const bool isFirst = &span == one->series.withoutConnection.constData();
            if (isNamed && (wide <= strip.width() || isFirst) && left >= places.area.left()) {
                LineLook{one->color, one->shape}.paintMark(painter, QPointF(left + 9, strip.center().y()), 7);
                ChartPainting::label(painter, QRectF(left + 17, top + 1, wide - 22, high - 2), text, palette);
            }
        }
        m_named.append(one->vantage);
        top += high + 1;
    }
}

/// The names of vantages at the ends of their lines, as far as they don't overlap: first that of the line
/// which is pointed at, then from the slowest on.
void LatencyMarks::paintNames(QPainter *painter, const PlotPlaces &places, std::span<const DrawnSeries> drawn,
                              const QPalette &palette)
{
    struct End {
        const DrawnSeries *line = nullptr;
        QPointF place;
    };
    std::vector<End> ends;
    for (const DrawnSeries &one : drawn) {
        if (!one.shape || drawn.size() < 2)
            continue;
        for (qsizetype i = one.series.times.size() - 1; i >= 0; --i) {
            const QPointF place = places.point(one.series.times.at(i), one.series.latencies.at(i));
            if (!std::isnan(one.series.latencies.at(i)) && place.x() <= places.area.right() + 1) {
                ends.push_back({&one, place});
                break;
            }
        }
    }
    std::stable_sort(ends.begin(), ends.end(), [](const End &a, const End &b) {
        return std::pair(!a.line->isPointed, a.place.y()) < std::pair(!b.line->isPointed, b.place.y());
    });
    const QFontMetricsF metrics(painter->font());
    std::vector<QRectF> taken;
    for (const End &end : ends) {
        if (end.place.x() < places.area.left())
            continue;
        constexpr double ofMark = 12;
        const double wide = metrics.horizontalAdvance(end.line->vantage) + 6 + ofMark;
        QRectF box(end.place.x() + 5, end.place.y() - metrics.height() / 2, wide, metrics.height());
        if (box.right() > places.area.right())
            box.moveRight(std::min<double>(places.area.right(), end.place.x() - 3));
        box.moveTop(std::clamp(box.top() - metrics.height() / 2 - 2, places.area.top() + 0.0,
                               std::max<double>(places.area.top(), places.area.bottom() - box.height())));
        if (box.left() < places.area.left() ||
            std::any_of(taken.cbegin(), taken.cend(),
                        [&box](const QRectF &one) { return one.intersects(box); }))
            continue;
        taken.push_back(box);
        ChartPainting::label(painter, box, {}, palette);
        LineLook{end.line->color, end.line->shape}.paintMark(
            painter, QPointF(box.left() + ofMark / 2 + 1, box.center().y()), 7);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(box.adjusted(ofMark, 0, 0, 0), Qt::AlignCenter, end.line->vantage);
        m_named.append(end.line->vantage);
    }
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
