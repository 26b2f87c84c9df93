// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/splitview.h"

#include "history/peerrecord.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/latencyfit.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QPainter>
#include <QPainterPath>

#include <span>

namespace Pongwatch
{

namespace
{

constexpr double farMore = 2;  // times as much as the other
constexpr double markRoom = 8; // pixels from one mark at the upper edge to the next

double middleOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

void SplitView::rebuild()
{
    m_panels.clear();
    m_isWhole.clear();
    // Both areas start at 0, or their heights would mean nothing.
    LatencyScaleFitter fitter;
    const TimeRange range = state()->range();
    for (qsizetype n = 0; n < panels(); ++n) {
        const PeerId peer = state()->peers().at(n);
        const WallTime from = range.from - range.length() / 8;
        auto samples = state()->source()->samples(peer, from, range.to);
        fitter.beginSeries();
        bool isWhole = state()->source()->hasAllSamples(peer, range.from, range.to);
        std::vector<SplitPoint> points;
        // For a day, memory knows by the minute what it no longer knows one by one.
        const PeerRecord *record = state()->book()->record(peer);
        if (!isWhole && record) {
            const WallTime known = samples.empty() ? range.to : samples.front().sentAt;
            points = splitSeries(record->splits().minutes(from, known));
            std::erase_if(points, [known](const SplitPoint &point) { return point.at >= known; });
            isWhole = !points.empty();
        }
        std::vector<SplitPoint> fine = splitSeries(samples, axis());
        if (!points.empty() && !fine.empty())
            fine.front().first = fine.front().at - points.back().at > std::chrono::minutes(2);
        points.insert(points.end(), fine.cbegin(), fine.cend());
        m_panels.append(points);
        m_isWhole.append(isWhole);
        for (const SplitPoint &point : m_panels.constLast())
            fitter.add(point.network + point.peer);
    }
    m_scale = fitter.fit(false, state()->isClipping());
}

QString SplitView::figures(const std::vector<SplitPoint> &points, bool isWhole) const
{
    if (!isWhole)
        return tr("Too many pings to split them all: zoom in.");
    if (points.empty())
        return tr("The system reported no TCP round trips in this time span.");
    std::vector<double> network;
    std::vector<double> peer;
    for (const SplitPoint &point : points) {
        network.push_back(point.network);
        peer.push_back(point.peer);
    }
    const auto latency = [this](double ms) { return state()->format().latency(fromSeconds(ms / 1000)); };
    const double ofNetwork = middleOf(network);
    const double ofPeer = middleOf(peer);
    const QString medians =
        ofNetwork > ofPeer * farMore   ? tr("network %1, peer %2 (medians): mostly the network")
        : ofPeer > ofNetwork * farMore ? tr("network %1, peer %2 (medians): mostly the peer")
                                       : tr("network %1, peer %2 (medians)");
    return medians.arg(latency(ofNetwork), latency(ofPeer));
}

void SplitView::paintPanel(QPainter *painter, qsizetype n) const
{
    const QRectF area = panel(n);
    paintLatencyAxis(painter, area, m_scale);
    const std::vector<SplitPoint> &points = m_panels.at(n);
    const QColor color = state()->colors()->color(state()->peers().at(n), palette());
    const ChartAxis time = axis();
    const auto y = [&](double ms) { return area.bottom() - m_scale.share(ms) * area.height(); };
    painter->save();
    painter->setClipRect(area);
    for (size_t begin = 0; begin < points.size();) {
        size_t end = begin + 1;
        while (end < points.size() && !points[end].first)
            ++end;
        QPolygonF seam; // between the areas
        QPolygonF top;
        for (const SplitPoint &point : std::span(points).subspan(begin, end - begin)) {
            const double x = time.x(point.at);
            seam.append(QPointF(x, y(point.network)));
            top.append(QPointF(x, y(point.network + point.peer)));
        }
        if (seam.size() == 1) { // a single ping is a column
            seam.append(seam.constFirst() + QPointF(2, 0));
            top.append(top.constFirst() + QPointF(2, 0));
        }
        QPolygonF below = seam;
        below << QPointF(seam.constLast().x(), area.bottom())
              << QPointF(seam.constFirst().x(), area.bottom());
        QPolygonF above = top;
        std::copy(seam.crbegin(), seam.crend(), std::back_inserter(above));
        QColor fill = color;
        painter->setPen(Qt::NoPen);
        fill.setAlpha(70);
        painter->setBrush(fill);
        painter->drawPolygon(above);
        fill.setAlpha(200);
        painter->setBrush(fill);
        painter->drawPolygon(below);
        fill.setAlpha(120);
        painter->setBrush(QBrush(palette().color(QPalette::Base), Qt::BDiagPattern));
        painter->drawPolygon(below);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color, 1.4));
        painter->drawPolyline(top);
        painter->drawPolyline(seam);
        begin = end;
    }
    painter->restore();
    double last = -markRoom;
    for (const SplitPoint &point : points) {
        const double x = time.x(point.at);
        if (point.network + point.peer > m_scale.upper && x >= area.left() && x - last >= markRoom) {
            last = x;
            ChartPainting::clipped(painter, QPointF(x, area.top()), color, palette());
        }
    }
    paintTitle(painter, area, n, figures(points, m_isWhole.at(n)));
}

void SplitView::paint(QPainter *painter)
{
    for (qsizetype n = 0; n < m_panels.size(); ++n)
        paintPanel(painter, n);
    paintOver(painter, false);
}

} // namespace Pongwatch
