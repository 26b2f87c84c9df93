// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartaxis.h"
#include "widgets/chart/chartreadout.h"
#include "widgets/chart/chartstate.h"

#include <QWidget>

class QPainter;

namespace Pongwatch
{

/// One of a chart's stacked views, which share its time axis. It is redrawn only if something that
/// it shows has changed, and only while it is visible. Time runs from left to right in every
/// language.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    /// The state must outlive the view.
    explicit ChartView(ChartState *state, QWidget *parent = nullptr);

    [[nodiscard]] ChartState *state() const { return m_state; }

    /// The space beside the time axis, in pixels: the same for all views of a chart.
    void setMargins(int left, int right);

    /// The axis for its moments.
    [[nodiscard]] ChartAxis axis() const;

    /// The range to show after a double click there: the marked range, a peer's trouble, or else a quarter of
    /// the visible range around that moment.
    [[nodiscard]] virtual TimeRange focusAt(const QPointF &place) const;

    /// More about what is drawn there, as plain text; empty if there is nothing.
    [[nodiscard]] virtual QString tipAt(const QPointF &place) const;

    /// The peer whose line is drawn there; nullopt if there is none.
    [[nodiscard]] virtual std::optional<PeerId> peerAt(const QPointF &place) const;

    /// What is read out at the crosshair, which is there: the pings next to it unless a view draws something
    /// else.
    [[nodiscard]] virtual ChartReadout readout() const;

    /// Whether the wheel scrolls what is there instead of moving the chart.
    [[nodiscard]] virtual bool scrollsAt(const QPointF &place) const;

    /// Prepares what is drawn from the state and its source at once.
    void refresh();

protected:
    /// Prepares what is drawn. Called before the next painting after a change.
    virtual void rebuild() = 0;
    /// Paints it. Each view draws its own crosshair.
    virtual void paint(QPainter *painter) = 0;
    /// Only the crosshair or the mark has moved.
    virtual void overlayChanged() { update(); }
    /// Something has changed: rebuilds before the next painting.
    virtual void invalidate();

    void paintMark(QPainter *painter, const QRectF &area) const;
    void paintCrosshair(QPainter *painter, const QRectF &area) const;
    /// Paints the box with the values at the crosshair.
    void paintReadout(QPainter *painter, const QRectF &area) const;

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

    /// Whether it must be rebuilt; afterwards it counts as rebuilt.
    bool takeStale();

private:
    ChartState *m_state;
    int m_left = 68;
    int m_right = 18;
    bool m_stale = true;
};

} // namespace Pongwatch
