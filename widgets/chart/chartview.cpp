// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartview.h"

#include "past/seriessource.h"
#include "widgets/chart/accessiblechart.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartreadout.h"
#include "widgets/chart/incident.h"
#include "widgets/plaintip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace Pongwatch
{

ChartView::ChartView(ChartState *state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    QAccessible::installFactory(AccessibleChart::make); // installing it again has no effect
    setLayoutDirection(Qt::LeftToRight);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    const auto changes = {&ChartState::peersChanged, &ChartState::rangeChanged, &ChartState::dataChanged,
                          &ChartState::scaleChanged};
    for (const auto &change : changes)
        connect(state, change, this, [this] { invalidate(); });
    connect(state, &ChartState::markChanged, this, [this] { overlayChanged(); });
    connect(state, &ChartState::crosshairChanged, this, [this] { overlayChanged(); });
}

void ChartView::setMargins(int left, int right)
{
    if (left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        invalidate();
    }
}

ChartAxis ChartView::axis() const
{
    return {m_state->range(), static_cast<double>(m_left), static_cast<double>(width() - m_right)};
}

TimeRange ChartView::focusAt(const QPointF &place) const
{
    const WallTime moment = axis().moment(place.x());
    if (m_state->mark() && m_state->mark()->contains(moment))
        return *m_state->mark();
    const TimeRange range = m_state->range();
    for (const PeerId peer : m_state->peers()) {
        // It may have begun before the visible range, and continue after it.
        const auto states = m_state->source()->states(peer, range.from - range.length(),
                                                      std::min(range.to + range.length(), m_state->now()));
        if (const auto incident = incidentAround(states, moment))
            return withSurroundings(*incident);
    }
    return {moment - range.length() / 8, moment + range.length() / 8};
}

QString ChartView::tipAt(const QPointF & /*place*/) const
{
    return {};
}

std::optional<PeerId> ChartView::peerAt(const QPointF & /*place*/) const
{
    return std::nullopt;
}

bool ChartView::scrollsAt(const QPointF & /*place*/) const
{
    return false;
}

void ChartView::refresh()
{
    invalidate();
    if (takeStale())
        rebuild();
}

bool ChartView::takeStale()
{
    return std::exchange(m_stale, false);
}

void ChartView::invalidate()
{
    m_stale = true;
    update();
}

void ChartView::paintMark(QPainter *painter, const QRectF &area) const
{
    if (m_state->mark()) {
        const ChartAxis time = axis();
        const QRectF rect(QPointF(std::max(area.left(), time.x(m_state->mark()->from)), area.top()),
                          QPointF(std::min(area.right(), time.x(m_state->mark()->to)), area.bottom()));
        if (rect.right() >= rect.left())
            ChartPainting::mark(painter, rect, palette());
    }
}

void ChartView::paintCrosshair(QPainter *painter, const QRectF &area) const
{
    if (m_state->crosshair() && m_state->range().contains(*m_state->crosshair()))
        ChartPainting::crosshair(painter, area, axis().x(*m_state->crosshair()), palette());
}

ChartReadout ChartView::readout() const
{
    return makeReadout(*m_state, *m_state->crosshair(), axis().reach(readoutReach), palette());
}

void ChartView::paintReadout(QPainter *painter, const QRectF &area) const
{
    if (m_state->crosshair() && m_state->range().contains(*m_state->crosshair()))
        ChartPainting::readout(painter, area, axis().x(*m_state->crosshair()), readout(), palette(), font());
}

void ChartView::paintEvent(QPaintEvent * /*event*/)
{
    if (takeStale())
        rebuild();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(&painter);
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        invalidate();
        break;
    default:
        break;
    }
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help =
            static_cast<QHelpEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty()) {
            QToolTip::hideText();
            event->ignore();
        } else {
            showPlainTip(this, help->globalPos(), tip);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace Pongwatch
