// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/histogramview.h"

#include "past/seriessource.h"
#include "text/formatter.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/distributions.h"
#include "widgets/chart/latencybins.h"
#include "widgets/statuslook.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr double binWidth = 7;
constexpr qsizetype mostWithLabels = 2; // peers whose quantiles are labelled
constexpr size_t mostOverlaid = 4;      // vantages: more have a row each

struct Quantile {
    double share;
    int percent;
};
constexpr std::array<Quantile, 3> quantiles = {{{0.5, 50}, {0.95, 95}, {0.99, 99}}};

/// So that a live range need not be requested for each pixel that it moves.
TimeRange steady(const TimeRange &range)
{
    const qint64 step = std::max<qint64>(1'000'000, range.length().count() / 60);
    const auto floor = [step](WallTime time) { return time.time_since_epoch().count() / step * step; };
    return {WallTime(microseconds(floor(range.from))), WallTime(microseconds(floor(range.to) + step))};
}

} // namespace

HistogramView::HistogramView(ChartState *state, Distributions *distributions, QWidget *parent)
    : PanelView(state, parent)
    , m_distributions(distributions)
{
    connect(distributions, &Distributions::changed, this, [this] { invalidate(); });
    connect(state, &ChartState::markChanged, this, [this] { invalidate(); });
    connect(state, &ChartState::pointedChanged, this, qOverload<>(&QWidget::update));
}

quint64 HistogramView::drawnCount() const
{
    quint64 count = 0;
    for (const Curve &curve : m_curves)
        count += curve.roundTrips;
    return count;
}

QRectF HistogramView::area() const
{
    return {axis().left, 8, axis().width(), std::max(1.0, height() - 16.0 - fontMetrics().height())};
}

double HistogramView::x(double ms) const
{
    return area().left() + m_scale.share(ms) * area().width();
}

void HistogramView::rebuild()
{
    m_distributions->want(state()->mark() ? *state()->mark() : steady(state()->range()), 1);
    m_curves.clear();
    for (qsizetype i = 0; i < state()->lines().size(); ++i) {
        Curve curve{i, {}, {}, 0};
        for (const HeatColumn &column : m_distributions->columns(state()->lines().at(i))) {
            curve.histogram.merge(column.latencies);
            curve.roundTrips += column.roundTrips();
        }
        if (curve.histogram.count() > 0)
            m_curves.push_back(std::move(curve));
    }
    std::vector<const LatencyHistogram *> all;
    for (const Curve &curve : m_curves)
        all.push_back(&curve.histogram);
    m_scale = distributionScale(all, state()->isLogarithmic(), state()->isClipping());
    m_highest = 0.05;
    for (Curve &curve : m_curves) {
        curve.bins =
            latencyBins(curve.histogram, m_scale, std::max(10, static_cast<int>(area().width() / binWidth)));
        for (double &bin : curve.bins) {
            bin /= static_cast<double>(curve.histogram.count());
            m_highest = std::max(m_highest, bin);
        }
    }
}

void HistogramView::paintScales(QPainter *painter) const
{
    const QRectF place = area();
    const LatencyScale shares{0, m_highest, false};
    painter->setFont(font());
    for (const double tick : shares.ticks(std::max(1, static_cast<int>(place.height() / 45)))) {
        if (isCrowded())
            break; // each row has a scale of its own, by its height
        const double y = std::floor(place.bottom() - shares.share(tick) * place.height() * 0.94) + 0.5;
        if (y < place.top())
            continue;
        painter->setPen(QPen(StatusLook::hairline(palette()), 1));
        painter->drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        painter->setPen(StatusLook::quietText(palette()));
        painter->drawText(QRectF(0, y - 10, place.left() - 7, 20), Qt::AlignRight | Qt::AlignVCenter,
                          Formatter().percentage(tick));
    }
    painter->setPen(StatusLook::quietText(palette()));
    for (const double tick : m_scale.ticks(std::max(2, static_cast<int>(place.width() / 90)))) {
        const QString text = state()->format().axisLatency(tick);
        const double half = painter->fontMetrics().horizontalAdvance(text) / 2.0;
        const double center = std::min(x(tick), width() - half - 2); // keeps the last one inside
        painter->drawText(QRectF(center - 50, place.bottom() + 5, 100, fontMetrics().height() + 2),
                          Qt::AlignHCenter | Qt::AlignTop, text);
    }
}

QRectF HistogramView::placeOf(const Curve &curve) const
{
    const QRectF whole = area();
    if (!isCrowded())
        return whole;
    const auto row = static_cast<double>(&curve - m_curves.data());
    const double high = whole.height() / static_cast<double>(m_curves.size());
    return {whole.left(), whole.top() + row * high, whole.width(), high};
}

bool HistogramView::isCrowded() const
{
    return state()->isByVantage() && m_curves.size() > mostOverlaid;
}

LineLook HistogramView::lookOf(const Curve &curve) const
{
    const LineLook look = state()->lookOf(state()->lines().at(curve.series), palette());
    const auto pointed = state()->pointedLine();
    return pointed && pointed != state()->lines().at(curve.series) ? look.faded(palette()) : look;
}

void HistogramView::paintCurve(QPainter *painter, const Curve &curve) const
{
    const QRectF place = placeOf(curve);
    const LineLook look = lookOf(curve);
    const double wide = place.width() / static_cast<double>(curve.bins.size());
    const double highest =
        isCrowded() ? *std::max_element(curve.bins.cbegin(), curve.bins.cend()) : m_highest;
    QPainterPath path(place.bottomLeft());
    for (size_t i = 0; i < curve.bins.size(); ++i) {
        const double y = place.bottom() - curve.bins[i] / highest * place.height() * 0.94;
        path.lineTo(place.left() + static_cast<double>(i) * wide, y);
        path.lineTo(place.left() + static_cast<double>(i + 1) * wide, y);
    }
    path.lineTo(place.bottomRight());
    QColor fill = look.color;
    fill.setAlpha(!isCrowded() && m_curves.size() > 3 ? 30 : 70);
    painter->setPen(isCrowded() ? QPen(look.color, 1.4) : look.pen(1.4));
    painter->setBrush(fill);
    painter->drawPath(path);
    if (!look.shape)
        return;
    if (isCrowded()) {
        paintNameOf(painter, curve);
        return;
    }
    const auto top = std::max_element(curve.bins.cbegin(), curve.bins.cend());
    look.paintMark(painter,
                   QPointF(place.left() + (static_cast<double>(top - curve.bins.cbegin()) + 0.5) * wide,
                           place.bottom() - *top / highest * place.height() * 0.94),
                   8);
}

/// On the right, where few round trips are.
void HistogramView::paintNameOf(QPainter *painter, const Curve &curve) const
{
    const QRectF place = placeOf(curve);
    const auto middle = curve.histogram.quantile(0.5);
    const PeerId line = state()->lines().at(curve.series);
    const nanoseconds median = middle.value_or(nanoseconds(0));
    const QString text = tr("%1: median %2", "a vantage, latency")
                             .arg(state()->nameOfLine(line), state()->source()->outside(line)
                                                                 ? state()->format().estimatedLatency(median)
                                                                 : state()->format().latency(median));
    const QFontMetricsF metrics(font());
    const double wide = metrics.horizontalAdvance(text) + 24;
    const QRectF box(place.right() - wide, place.bottom() - metrics.height() - 1, wide, metrics.height());
    QColor back = palette().color(QPalette::Base);
    back.setAlpha(200);
    painter->fillRect(box, back);
    lookOf(curve).paintMark(painter, QPointF(box.left() + 9, box.center().y()), 8);
    painter->setFont(font());
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(box.adjusted(19, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void HistogramView::paintQuantileLines(QPainter *painter, const Curve &curve) const
{
    const QRectF where = area();
    painter->setPen(QPen(lookOf(curve).color, 1.2, Qt::DashLine));
    for (const Quantile &quantile : quantiles) {
        const double at = x(toMilliseconds(*curve.histogram.quantile(quantile.share)));
        if (at <= where.right())
            painter->drawLine(QPointF(at, where.top()), QPointF(at, where.bottom()));
    }
}

void HistogramView::paintQuantileLabels(QPainter *painter, const Curve &curve, qsizetype place) const
{
    const QRectF where = area();
    double freeFrom = where.left();
    for (const Quantile &quantile : quantiles) {
        const auto value = curve.histogram.quantile(quantile.share);
        const double at = x(toMilliseconds(*value));
        if (at > where.right())
            continue;
        const QString text = quantile.percent == 50 ? tr("median %1").arg(state()->format().latency(*value))
                                                    : tr("%1 % under %2", "share, latency")
                                                          .arg(QLocale().toString(quantile.percent),
                                                               state()->format().latency(*value));
        const double wide = painter->fontMetrics().horizontalAdvance(text) + 10;
        const double row = painter->fontMetrics().height() + 4;
        // One below the other if they would overlap.
        const double step = at + 3 < freeFrom ? row : 0;
        QRectF box(at + 3, where.top() + static_cast<double>(place) * 3 * row + step, wide, row);
        if (quantile.percent == 99 && at + 3 < freeFrom)
            box.translate(0, row);
        if (box.right() > where.right())
            box.moveRight(at - 3);
        freeFrom = std::max(freeFrom, box.right());
        QColor back = palette().color(QPalette::Base);
        back.setAlpha(225);
        painter->fillRect(box, back);
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(box.adjusted(5, 0, 0, 0), Qt::AlignVCenter, text);
    }
}

void HistogramView::paint(QPainter *painter)
{
    if (!m_curves.empty())
        paintScales(painter);
    for (const Curve &curve : m_curves)
        paintCurve(painter, curve);
    painter->setFont(font());
    // Labels above all lines, so that no line crosses one.
    for (const Curve &curve : m_curves)
        if (!isCrowded())
            paintQuantileLines(painter, curve);
    for (size_t i = 0; i < m_curves.size() && m_curves.size() <= mostWithLabels; ++i)
        paintQuantileLabels(painter, m_curves[i], static_cast<qsizetype>(i));
    if (m_curves.empty()) {
        ChartPainting::hint(painter, area(),
                            state()->lines().isEmpty() ? tr("Select a peer to see how it answers.")
                                                       : tr("No pings in this time span yet."),
                            palette());
    }
}

QString HistogramView::tipAt(const QPointF &place) const
{
    const QRectF where = area();
    if (!where.contains(place) || m_curves.empty())
        return {};
    QStringList lines;
    for (const Curve &curve : m_curves) {
        const auto bins = static_cast<double>(curve.bins.size());
        const double bin = std::floor((place.x() - where.left()) / where.width() * bins);
        const auto ofScale = [&](double edge) {
            return state()->format().latency(fromSeconds(m_scale.value(edge / bins) / 1000));
        };
        lines.append(
            tr("%1: %2 of the pings took %3 to %4", "peer, share, latency, latency")
                .arg(state()->nameOfLine(state()->lines().value(curve.series)),
                     Formatter().percentage(curve.bins[static_cast<size_t>(std::clamp(bin, 0.0, bins - 1))]),
                     ofScale(bin), ofScale(bin + 1)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace Pongwatch
