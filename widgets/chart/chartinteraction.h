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

/// Moves a chart by mouse and keys, the same way in each of its views. Wheel: zoom around the pointer;
/// sideways, or with Shift: move. Drag: move. Shift and drag: mark a range. Double click: focus. Left and
/// Right: the crosshair from ping to ping, with Shift marking, with Ctrl from flag to flag. Alt with them,
/// Page Up and Down: move. Home: an hour back. End: live. Escape: leave the mark, then the crosshair.
class ChartInteraction : public QObject
{
    Q_OBJECT

public:
    /// The state outlives this.
    explicit ChartInteraction(ChartState *state, QObject *parent = nullptr);

    /// Listens to the view's events; the view has a time axis when `timed`, and keys only otherwise.
    void watch(ChartView *view, bool timed = true);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// A click, without a drag, on this moment.
    void clicked(Pongwatch::ChartView *view, const QPointF &place);
    void menuWanted(Pongwatch::ChartView *view, const QPoint &globalPlace, Pongwatch::WallTime moment);
    /// The crosshair is to go to the next flag, or to the one before.
    void flagWanted(bool forward);
    /// The crosshair was moved by a key: to be told to those who listen.
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
    const ChartView *m_hovered = nullptr; // the crosshair stays under the pointer while a live chart moves
    double m_hoveredAt = 0;
};

} // namespace Pongwatch
