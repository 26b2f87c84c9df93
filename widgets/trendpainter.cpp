// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trendpainter.h"

#include "widgets/statuslook.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Positions trend points in the rectangle.
struct TrendScale {
    QRectF rect;
    double maxMs = 1;

    [[nodiscard]] double x(double at) const { return rect.left() + at * rect.width(); }
    [[nodiscard]] double y(double ms) const
    {
        return rect.bottom() - std::min(1.0, ms / maxMs) * rect.height();
    }
};

double largestRoundTrip(const Trend &trend)
{
    double largest = 0;
    for (const Trend::Point &point : trend.points)
        if (point.outcome != PingOutcome::TimedOut)
            largest = std::max(largest, point.ms);
    return largest;
}

bool trendGap(const Trend &trend, double from, double to)
{
    return std::any_of(trend.gaps.cbegin(), trend.gaps.cend(),
                       [from, to](const Trend::Gap &gap) { return gap.from < to && gap.to > from; });
}

void paintLine(QPainter *painter, const Trend &trend, const TrendScale &scale, const QColor &color)
{
    QPolygonF line;
    double previous = 0;
    const auto finish = [&] {
        if (line.size() == 1)
            painter->drawPoint(line.first());
        else if (line.size() > 1)
            painter->drawPolyline(line);
        line.clear();
    };
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const Trend::Point &point : trend.points) {
        if (point.outcome == PingOutcome::TimedOut ||
            (!line.isEmpty() && trendGap(trend, previous, point.at)))
            finish();
        if (point.outcome != PingOutcome::TimedOut)
            line.append(QPointF(scale.x(point.at), scale.y(point.ms)));
        previous = point.at;
    }
    finish();
}

} // namespace

void paintTrend(QPainter *painter, const QRectF &rect, const Trend &trend, const QPalette &palette)
{
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing);

    QColor hatch = StatusLook::quietText(palette);
    hatch.setAlpha(70);
    for (const Trend::Gap &gap : trend.gaps) {
        const QRectF area(QPointF(rect.left() + gap.from * rect.width(), rect.top()),
                          QPointF(rect.left() + gap.to * rect.width(), rect.bottom()));
        painter->fillRect(area, QBrush(hatch, Qt::BDiagPattern));
    }

    // Room for the width of the line, and a quarter more above the largest value, so that a flat line doesn't
    // stick to the top.
    const TrendScale scale{rect.adjusted(1, 2, -2, -2), std::max(1e-6, largestRoundTrip(trend) * 1.25)};
    paintLine(painter, trend, scale, palette.color(QPalette::Text));

    for (const Trend::Point &point : trend.points) {
        const double x = scale.x(point.at);
        if (point.outcome == PingOutcome::TimedOut) {
            painter->fillRect(QRectF(x - 1.25, rect.top(), 2.5, rect.height()),
                              StatusLook::timeoutColor(palette));
        } else if (point.outcome == PingOutcome::Late) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(StatusLook::lateColor(palette), 1.5));
            painter->drawEllipse(QPointF(x, scale.y(point.ms)), 2.5, 2.5);
        }
    }
    painter->restore();
}

} // namespace Pongwatch
