// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/feedview.h"

#include "history/peerrecord.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

/// The width of the spans in which a range is drawn: a few pixels each.
seconds spanWidth(const TimeRange &range, double pixels)
{
    constexpr double pixelsASpan = 4;
    constexpr std::array<int, 6> widths{1, 2, 5, 10, 20, 30};
    const double wanted = toSeconds(range.length()) * pixelsASpan / std::max(1.0, pixels);
    for (const int width : widths)
        if (width >= wanted)
            return seconds(width);
    return std::chrono::minutes(1);
}

} // namespace

double FeedView::rateOf(const FeedSpan &span) const
{
    const WallTime end = std::min(span.to(), state()->now());
    const double lasting = std::max(toSeconds(end - span.from), 1.0);
    return static_cast<double>(span.messages) / lasting;
}

void FeedView::rebuild()
{
    m_panels.clear();
    double highest = 0;
    const TimeRange range = state()->range();
    const auto pixels = static_cast<int>(std::max(1.0, axis().width()));
    for (qsizetype n = 0; n < panels(); ++n) {
        const PeerId peer = state()->peers().at(n);
        Panel panel;
        panel.spans =
            joinedSpans(state()->source()->feed(peer, range.from, range.to, spanWidth(range, pixels)),
                        range.from, range.to, pixels);
        panel.states = state()->source()->states(peer, range.from, range.to);
        for (const FeedSpan &span : panel.spans)
            highest = std::max(highest, rateOf(span));
        m_panels.append(panel);
    }
    m_scale = LatencyScale();
    m_scale.upper = highest > 0 ? axisCeiling(highest) : 1;
}

QString FeedView::figures(qsizetype n) const
{
    const PeerId peer = state()->peers().at(n);
    const PeerRecord *record = state()->book()->record(peer);
    const Panel &panel = m_panels.at(n);
    if (record == nullptr)
        return {};
    if (panel.spans.empty()) {
        const ConnectionSettings *settings = state()->book()->settings(peer);
        const bool waits = record->feed().last() || record->lastStop() ||
                           (settings && settings->dialogue && settings->dialogue->alive);
        return waits ? tr("No message of its feed came in this time span.")
                     : tr("Its profile waits for no messages.");
    }
    quint64 messages = 0;
    for (const FeedSpan &span : panel.spans)
        messages += span.messages;
    const TimeRange range = state()->range();
    const WallTime begin =
        std::max(range.from, panel.states.empty() ? range.from : panel.states.front().from);
    const WallTime end = std::min(range.to, state()->now());
    const double mean = static_cast<double>(messages) / std::max(1.0, toSeconds(end - begin));
    const QString rate = Formatter().rate(mean);
    const std::optional<WallTime> last = record->feed().last();
    if (!state()->isLive() || !last)
        return tr("%1 on average").arg(rate);
    return tr("%1 on average; the last message came %2 ago")
        .arg(rate, Formatter().age(std::max(microseconds(0), state()->now() - *last)));
}

ChartReadout FeedView::readout() const
{
    const WallTime moment = *state()->crosshair();
    ChartReadout readout;
    readout.title = state()->format().moment(moment, state()->now());
    for (qsizetype n = 0; n < m_panels.size(); ++n) {
        const PeerId peer = state()->peers().at(n);
        const Panel &shown = m_panels.at(n);
        const auto span =
            std::find_if(shown.spans.cbegin(), shown.spans.cend(), [moment](const FeedSpan &candidate) {
                return candidate.from <= moment && moment < candidate.to();
            });
        const auto then =
            std::find_if(shown.states.cbegin(), shown.states.cend(), [moment](const StateSpan &candidate) {
                return candidate.from <= moment && moment < candidate.to;
            });
        QString value = tr("no message");
        if (span != shown.spans.cend() && span->messages > 0)
            value = Formatter().rate(rateOf(*span));
        else if (then != shown.states.cend() && then->health != Health::Ok)
            value = tr("no message (%1)", "the peer's state").arg(Wording::health(then->health));
        readout.lines.append(
            {state()->colors()->color(peer, palette()), ReadoutWords::line(state()->nameOf(peer), value)});
    }
    return readout;
}

void FeedView::paintGround(QPainter *painter, const QRectF &area, const std::vector<StateSpan> &states) const
{
    const ChartAxis time = axis();
    for (const StateSpan &span : states) {
        const QRectF rect(QPointF(time.x(span.from), area.top()),
                          QPointF(std::max(time.x(span.to), time.x(span.from) + 1), area.bottom()));
        const bool isOpen = holdsConnection(span.state);
        if (!isOpen)
            ChartPainting::shade(painter, rect & area, StatusLook::quietText(palette()));
        else if (span.health == Health::Stale)
            ChartPainting::stale(painter, rect & area, palette());
    }
}

void FeedView::paintPanel(QPainter *painter, qsizetype n) const
{
    const QRectF area = panel(n);
    const Panel &shown = m_panels.at(n);
    painter->save();
    painter->setClipRect(area);
    paintGround(painter, area, shown.states);
    painter->restore();
    paintAxis(painter, area, m_scale, [](double rate) { return Formatter().rate(rate); });
    painter->save();
    painter->setClipRect(area);
    const QColor color = state()->colors()->color(state()->peers().at(n), palette());
    const ChartAxis time = axis();
    QColor fill = color;
    fill.setAlpha(90);
    for (const FeedSpan &span : shown.spans) {
        const double left = time.x(span.from);
        const double right = std::max(left + 1, time.x(std::min(span.to(), state()->now())));
        const double top = area.bottom() - m_scale.share(rateOf(span)) * area.height();
        painter->fillRect(QRectF(QPointF(left, top), QPointF(right, area.bottom())), fill);
        painter->setPen(QPen(color, 1.4));
        painter->drawLine(QPointF(left, top), QPointF(right, top));
    }
    painter->restore();
    paintTitle(painter, area, n, figures(n));
}

void FeedView::paint(QPainter *painter)
{
    for (qsizetype n = 0; n < m_panels.size(); ++n)
        paintPanel(painter, n);
    paintOver(painter, false);
}

} // namespace Pongwatch
