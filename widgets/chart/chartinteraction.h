// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartstate.h"
#include "widgets/chart/scrollaxis.h"

#include <QObject>
#include <QPointF>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace Pongwatch
{

class ChartView;

/// Moves a chart by mouse and keyboard, in the same way in all views. Wheel: zoom around the pointer;
/// sideways, or with Shift: move. Drag: move. Shift and drag: mark a range. Double click: focus. Left and
/// Right: move the crosshair from ping to ping, with Shift marking, with Ctrl from flag to flag. Alt with
/// these, Page Up and Down: move. Home: an hour back. End: live. Escape: clear the mark, then the crosshair.
class ChartInteraction : public QObject
{
    Q_OBJECT

public:
    /// The state must outlive this object.
    explicit ChartInteraction(ChartState *state, QObject *parent = nullptr);

    /// Handles the view's events; if not `timed`, it has no time axis and only keys are handled.
    void watch(ChartView *view, bool timed = true);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// A click on this moment, without dragging.
    void clicked(Pongwatch::ChartView *view, const QPointF &place);
    void menuWanted(Pongwatch::ChartView *view, const QPoint &globalPlace, Pongwatch::WallTime moment);
    /// The crosshair should go to the next or previous flag.
    void flagWanted(bool forward);
    /// The crosshair was moved by a key: announce it to screen readers.
    void stepped();

private:
    bool press(ChartView *view, const QMouseEvent *event);
    bool move(ChartView *view, const QMouseEvent *event);
    bool release(ChartView *view, const QMouseEvent *event);
    bool wheel(const ChartView *view, const QWheelEvent *event);
    bool key(const QKeyEvent *event);
    void step(bool forward, bool marking);
    void followPointer();
    bool escape();

    ChartState *m_state;
    QList<QObject *> m_timed;
    ScrollAxis m_scroll;
    std::optional<QPointF> m_dragFrom;
    std::optional<QPointF> m_pressedAt; // until it becomes a drag
    std::optional<WallTime> m_markFrom;
    const ChartView *m_hovered = nullptr; // keeps the crosshair under the pointer while a live chart moves
    double m_hoveredAt = 0;
};

} // namespace Pongwatch
