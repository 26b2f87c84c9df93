// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartinteraction.h"

#include "widgets/chart/chartseries.h"
#include "widgets/chart/chartview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double zoomOfANotch = 1.25;
constexpr double panOfANotch = 0.1;
constexpr double page = 0.9;

template <typename Event>
const Event *as(const QEvent *event)
{
    return static_cast<const Event *>(event); // NOLINT(*-static-cast-downcast): the type says so
}

} // namespace

ChartInteraction::ChartInteraction(ChartState *state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
    connect(state, &ChartState::rangeChanged, this, &ChartInteraction::followPointer);
}

void ChartInteraction::followPointer()
{
    if (m_hovered) {
        const ChartAxis axis = m_hovered->axis();
        const bool inside = m_hoveredAt >= axis.left && m_hoveredAt <= axis.right;
        m_state->setCrosshair(inside ? std::optional(axis.moment(m_hoveredAt)) : std::nullopt);
    }
}

void ChartInteraction::watch(ChartView *view, bool timed)
{
    view->installEventFilter(this);
    if (timed)
        m_timed.append(view);
}

bool ChartInteraction::press(ChartView *view, const QMouseEvent *event)
{
    view->setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton)
        return false;
    m_pressedAt = event->position();
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_markFrom = view->axis().moment(event->position().x());
    else
        m_dragFrom = event->position();
    return true;
}

bool ChartInteraction::move(ChartView *view, const QMouseEvent *event)
{
    const ChartAxis axis = view->axis();
    const double x = event->position().x();
    if (m_pressedAt && (event->position() - *m_pressedAt).manhattanLength() >=
                           QGuiApplication::styleHints()->startDragDistance() / 2.0)
        m_pressedAt.reset();
    if (m_markFrom && !m_pressedAt) {
        m_state->setMark(TimeRange::between(*m_markFrom, axis.moment(std::clamp(x, axis.left, axis.right))));
    } else if (m_dragFrom && !m_pressedAt) {
        m_state->pan((m_dragFrom->x() - x) / std::max(1.0, axis.width()));
        m_dragFrom = event->position();
        view->setCursor(Qt::ClosedHandCursor);
    }
    m_hovered = view;
    m_hoveredAt = x;
    followPointer();
    m_state->setPointedLine(view->peerAt(event->position()));
    return false;
}

bool ChartInteraction::release(ChartView *view, const QMouseEvent *event)
{
    const bool click = m_pressedAt && event->button() == Qt::LeftButton;
    view->unsetCursor();
    m_pressedAt.reset();
    m_dragFrom.reset();
    m_markFrom.reset();
    if (click)
        Q_EMIT clicked(view, event->position());
    return click;
}

bool ChartInteraction::wheel(const ChartView *view, const QWheelEvent *event)
{
    const QPoint angle = m_scroll.angle(*event);
    if (angle.x() != 0) {
        // Touchpads report pixels: the chart follows the fingers, and glides on afterwards.
        const double share = event->pixelDelta().x() != 0
                                 ? event->pixelDelta().x() / std::max(1.0, view->axis().width())
                                 : panOfANotch * angle.x() / 120.0;
        m_state->pan(-share);
    } else if (angle.y() != 0 && event->phase() != Qt::ScrollMomentum) { // zooming ends with the touch
        m_state->zoom(std::pow(zoomOfANotch, angle.y() / 120.0), view->axis().moment(event->position().x()));
    }
    return true;
}

void ChartInteraction::step(bool forward, bool marking)
{
    m_hovered = nullptr;
    const TimeRange range = m_state->range();
    const auto &at = m_state->crosshair();
    const WallTime start = at && range.contains(*at) ? *at : forward ? range.from : range.to;
    const auto next = neighbouringPing(*m_state->source(), m_state->peers(), range, start, forward);
    // Where pings are not known one by one, it moves by about a pixel.
    const microseconds stride = m_state->span() / 200;
    const WallTime wanted = next.value_or(forward ? start + stride : start - stride);
    const WallTime moment = std::clamp(wanted, range.from, range.to - microseconds(1));
    if (marking) {
        const auto &mark = m_state->mark();
        // The end opposite to the crosshair stays in place.
        const WallTime anchor = mark && mark->from == start ? mark->to
                                : mark && mark->to == start ? mark->from
                                                            : start;
        m_state->setMark(TimeRange::between(anchor, moment));
    }
    m_state->setCrosshair(moment);
    Q_EMIT stepped();
}

bool ChartInteraction::escape()
{
    if (m_state->mark())
        m_state->setMark({});
    else if (m_state->crosshair())
        m_state->setCrosshair({});
    else
        return false;
    return true;
}

bool ChartInteraction::key(const QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forward = event->key() == Qt::Key_Right;
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            m_hovered = nullptr;
            Q_EMIT flagWanted(forward);
        } else if (alt) {
            m_state->pan(forward ? panOfANotch : -panOfANotch);
        } else {
            step(forward, shift);
        }
        return true;
    }
    case Qt::Key_PageUp:
        m_state->pan(-page);
        return true;
    case Qt::Key_PageDown:
        m_state->pan(page);
        return true;
    case Qt::Key_Home:
        m_state->pan(-toSeconds(std::chrono::hours(1)) / toSeconds(m_state->span()));
        return true;
    case Qt::Key_End:
        m_state->setLive(true);
        return true;
    case Qt::Key_Escape:
        return escape();
    default:
        return false;
    }
}

bool ChartInteraction::eventFilter(QObject *watched, QEvent *event)
{
    auto *view = static_cast<ChartView *>(watched); // NOLINT(*-static-cast-downcast): watch() takes no others
    if (event->type() == QEvent::KeyPress)
        return key(as<QKeyEvent>(event));
    if (!m_timed.contains(watched))
        return false;
    switch (event->type()) {
    case QEvent::Wheel:
        return !view->scrollsAt(as<QWheelEvent>(event)->position()) && wheel(view, as<QWheelEvent>(event));
    case QEvent::NativeGesture: {
        const auto *gesture = as<QNativeGestureEvent>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        // On a slow machine a step may be large, but must never reverse time.
        m_state->zoom(std::clamp(1 + gesture->value(), 0.5, 2.0),
                      view->axis().moment(gesture->position().x()));
        return true;
    }
    case QEvent::MouseButtonPress:
        return press(view, as<QMouseEvent>(event));
    case QEvent::MouseMove:
        return move(view, as<QMouseEvent>(event));
    case QEvent::MouseButtonRelease:
        return release(view, as<QMouseEvent>(event));
    case QEvent::MouseButtonDblClick:
        m_dragFrom.reset();
        m_pressedAt.reset();
        m_state->show(view->focusAt(as<QMouseEvent>(event)->position()));
        return true;
    case QEvent::ContextMenu: {
        const auto *menu = as<QContextMenuEvent>(event);
        const bool byMouse = menu->reason() == QContextMenuEvent::Mouse;
        const WallTime middle = m_state->range().from + m_state->span() / 2;
        Q_EMIT menuWanted(view, byMouse ? menu->globalPos() : view->mapToGlobal(view->rect().center()),
                          byMouse ? view->axis().moment(menu->x()) : m_state->crosshair().value_or(middle));
        return true;
    }
    case QEvent::Leave:
        m_hovered = nullptr;
        m_state->setCrosshair({});
        m_state->setPointedLine({});
        return false;
    default:
        return false;
    }
}

} // namespace Pongwatch
