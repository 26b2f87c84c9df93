// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartaxis.h"
#include "widgets/chart/chartreadout.h"
#include "widgets/chart/chartstate.h"

#include <QWidget>

class QPainter;

namespace Pongwatch
{

/// One of the views that lie over each other in a chart and share its time axis. Draws itself anew only when
/// something that it shows has changed, and only while it is visible. Time runs from left to right in every
/// language.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    /// The state outlives the view.
    explicit ChartView(ChartState *state, QWidget *parent = nullptr);

    [[nodiscard]] ChartState *state() const { return m_state; }

    /// What lies beside the time axis, in pixels: the same for all views of a chart.
    void setMargins(int left, int right);

    /// Where its moments are.
    [[nodiscard]] ChartAxis axis() const;

    /// What a double click there asks to see: the marked range, trouble of one of the peers, or else a fourth
    /// of what is shown, around that moment.
    [[nodiscard]] virtual TimeRange focusAt(const QPointF &place) const;

    /// More about what is drawn there, as plain text; empty: nothing.
    [[nodiscard]] virtual QString tipAt(const QPointF &place) const;

    /// Whose line is drawn there; nullopt: nobody's.
    [[nodiscard]] virtual std::optional<PeerId> peerAt(const QPointF &place) const;

    /// What is read out at the crosshair, which is there: the pings next to it unless a view draws something
    /// else.
    [[nodiscard]] virtual ChartReadout readout() const;

    /// Whether the wheel scrolls what is there instead of moving the chart.
    [[nodiscard]] virtual bool scrollsAt(const QPointF &place) const;

    /// Makes what is drawn from the state and its source at once.
    void refresh();

protected:
    /// Makes what is drawn. Called before the next painting when anything has changed.
    virtual void rebuild() = 0;
    /// Paints it. The axis' part below the crosshair is the view's own.
    virtual void paint(QPainter *painter) = 0;
    /// The crosshair or the mark has moved; nothing else.
    virtual void overlayChanged() { update(); }
    /// Something has changed: rebuilds before it is seen.
    virtual void invalidate();

    void paintMark(QPainter *painter, const QRectF &area) const;
    void paintCrosshair(QPainter *painter, const QRectF &area) const;
    /// The box with the values at the crosshair.
    void paintReadout(QPainter *painter, const QRectF &area) const;

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

    /// Whether it has to be rebuilt; it is regarded as done then.
    bool takeStale();

private:
    ChartState *m_state;
    int m_left = 68;
    int m_right = 18;
    bool m_stale = true;
};

} // namespace Pongwatch
