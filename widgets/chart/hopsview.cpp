// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/hopsview.h"

#include "past/seriessource.h"
#include "peers/pathfacts.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double narrowestColumn = 5;
constexpr double widestColumn = 26;
constexpr double faintestHop = 0.18;
/// Latencies of two decades and a half are told apart.
constexpr double decades = 2.5;

} // namespace

double HopsView::strengthOf(nanoseconds latency, nanoseconds slowest)
{
    if (latency.count() <= 0 || slowest.count() <= 0)
        return faintestHop;
    const double below = std::log10(double(slowest.count()) / double(latency.count()));
    return std::clamp(1 - below / decades, faintestHop, 1.0);
}

void HopsView::rebuild()
{
    m_panels.clear();
    const TimeRange range = state()->range();
    for (qsizetype n = 0; n < panels(); ++n) {
        Panel panel;
        panel.traces = state()->source()->traces(state()->peers().at(n), range.from, range.to);
        for (const SharedPath &path : panel.traces) {
            for (const PathHop &hop : path->trace.hops) {
                if (hop.answered == 0)
                    continue;
                panel.rows = std::max(panel.rows, hop.ttl);
                panel.slowest = std::max(panel.slowest, hop.median.value_or(nanoseconds(0)));
                panel.answers.resize(static_cast<size_t>(panel.rows), false);
                panel.answers[static_cast<size_t>(hop.ttl - 1)] = true;
            }
            // Where the path ended, what had been there is a row as well.
            if (path->lastGood)
                panel.rows = std::max(panel.rows, static_cast<int>(path->lastGood->hops.size()));
        }
        panel.answers.resize(static_cast<size_t>(panel.rows), false);
        m_panels.append(std::move(panel));
    }
}

QRectF HopsView::columnOf(const Panel &panel, size_t trace, const QRectF &area) const
{
    const ChartAxis time = axis();
    const double left = time.x(panel.traces[trace]->trace.begun);
    const bool isLast = trace + 1 == panel.traces.size();
    const double next = isLast ? left + widestColumn : time.x(panel.traces[trace + 1]->trace.begun);
    const double width = std::clamp(next - left - 1, narrowestColumn, widestColumn);
    return {left, area.top(), width, area.height()};
}

void HopsView::paintRows(QPainter *painter, const QRectF &area, int rows) const
{
    const double high = area.height() / rows;
    const QFontMetricsF metrics(font());
    const int step = std::max(1, static_cast<int>(std::ceil(metrics.height() / high)));
    painter->setFont(font());
    for (int row = 0; row < rows; ++row) {
        const double top = area.top() + row * high;
        painter->setPen(StatusLook::hairline(palette()));
        painter->drawLine(QPointF(area.left(), top), QPointF(area.right(), top));
        if (row % step != 0)
            continue;
        painter->setPen(StatusLook::quietText(palette()));
        painter->drawText(QRectF(0, top, area.left() - 8, std::max(high, metrics.height())),
                          Qt::AlignRight | Qt::AlignVCenter, tr("hop %1").arg(row + 1));
    }
}

void HopsView::paintTrace(QPainter *painter, const QRectF &column, const Panel &panel, const PathTrace &trace,
                          const QColor &color) const
{
    const double high = column.height() / panel.rows;
    const QColor base = palette().color(QPalette::Base);
    for (int row = 0; row < panel.rows; ++row) {
        const QRectF cell(column.left(), column.top() + row * high + 1, column.width(),
                          std::max(1.0, high - 1));
        const PathHop *hop = row < trace.hops.size() ? &trace.hops[row] : nullptr;
        if (!hop || hop->answered == 0) {
            // Beyond a destination that was reached there is nothing; elsewhere a hop is missing.
            if (!(trace.reached && row >= trace.hops.size()) && panel.answers[static_cast<size_t>(row)]) {
                painter->setPen(StatusLook::timeoutColor(palette()));
                painter->setBrush(Qt::NoBrush);
                painter->drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
            }
            continue;
        }
        const double strength = strengthOf(hop->median.value_or(panel.slowest), panel.slowest);
        painter->fillRect(cell, StatusLook::mixed(base, color, strength));
        const double hole = cell.height() * hop->loss();
        if (hole > 0.5) {
            const QRectF lost(cell.left(), cell.top(), cell.width(), hole);
            painter->fillRect(lost, base);
            painter->setPen(StatusLook::timeoutColor(palette()));
            painter->drawLine(lost.bottomLeft(), lost.bottomRight());
        }
    }
}

void HopsView::paintPanel(QPainter *painter, qsizetype n) const
{
    const Panel &shown = m_panels.at(n);
    const QRectF whole = panel(n);
    const PeerId peer = state()->peers().at(n);
    if (shown.rows == 0) {
        paintTitle(painter, whole, n,
                   tr("Not traced in this time span. Peer > Trace Path does it now.", "a network path"));
        return;
    }
    const double title = QFontMetricsF(font()).height() + 6;
    const QRectF area = whole.adjusted(0, title, 0, 0);
    paintRows(painter, area, shown.rows);
    painter->save();
    painter->setClipRect(area);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QColor color = state()->colors()->color(peer, palette());
    for (size_t i = 0; i < shown.traces.size(); ++i)
        paintTrace(painter, columnOf(shown, i, area), shown, shown.traces[i]->trace, color);
    painter->restore();
    paintTitle(painter, whole, n,
               tr("%n trace(s); up to %1", nullptr, static_cast<int>(shown.traces.size()))
                   .arg(state()->format().latency(shown.slowest)));
}

void HopsView::paint(QPainter *painter)
{
    for (qsizetype n = 0; n < m_panels.size(); ++n)
        paintPanel(painter, n);
    paintOver(painter, false);
}

const TracedPath *HopsView::traceAt(const Panel &panel, WallTime moment)
{
    const auto later =
        std::upper_bound(panel.traces.cbegin(), panel.traces.cend(), moment,
                         [](WallTime at, const SharedPath &path) { return at < path->trace.begun; });
    return later == panel.traces.cbegin() ? nullptr : &**std::prev(later);
}

QString HopsView::hopText(const PathHop &hop, const TracedPath &path) const
{
    const auto index = static_cast<qsizetype>(hop.ttl) - 1;
    const bool isKnown = path.lastGood && index >= 0 && index < path.lastGood->hops.size();
    return tr("%1: %2").arg(
        tr("hop %1").arg(hop.ttl),
        PathFacts::ofHop(hop, isKnown ? &path.lastGood->hops[index] : nullptr, state()->format()));
}

ChartReadout HopsView::readout() const
{
    constexpr qsizetype mostLines = 16;
    ChartReadout readout;
    readout.title = state()->format().moment(*state()->crosshair(), state()->now());
    for (qsizetype n = 0; n < m_panels.size(); ++n) {
        const PeerId peer = state()->peers().at(n);
        const TracedPath *path = traceAt(m_panels.at(n), *state()->crosshair());
        const QColor color = state()->colors()->color(peer, palette());
        const QString value =
            path ? tr("traced at %1").arg(state()->format().moment(path->trace.begun, state()->now()))
                 : tr("not traced");
        readout.lines.append({color, ReadoutWords::line(state()->nameOf(peer), value)});
        for (qsizetype i = 0; path && i < path->trace.hops.size() && readout.lines.size() < mostLines; ++i)
            readout.lines.append({QColor(), hopText(path->trace.hops[i], *path)});
    }
    return readout;
}

QString HopsView::tipAt(const QPointF &place) const
{
    for (qsizetype n = 0; n < m_panels.size(); ++n) {
        const Panel &shown = m_panels.at(n);
        const QRectF area = panel(n).adjusted(0, QFontMetricsF(font()).height() + 6, 0, 0);
        if (!area.contains(place) || shown.rows == 0)
            continue;
        for (size_t i = 0; i < shown.traces.size(); ++i) {
            const QRectF column = columnOf(shown, i, area);
            if (place.x() < column.left() || place.x() >= column.right())
                continue;
            const auto row = static_cast<qsizetype>((place.y() - area.top()) * shown.rows / area.height());
            const PathTrace &trace = shown.traces[i]->trace;
            const QString hop =
                row < trace.hops.size() ? hopText(trace.hops[row], *shown.traces[i]) : QString();
            return hop.isEmpty() ? PathFacts::sentence(*shown.traces[i])
                                 : hop + QLatin1Char('\n') + PathFacts::sentence(*shown.traces[i]);
        }
    }
    return {};
}

} // namespace Pongwatch
