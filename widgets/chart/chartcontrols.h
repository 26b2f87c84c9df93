// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QComboBox;
class QToolButton;

namespace Pongwatch
{

class ChartActions;
class ChartLegend;
class ChartState;

/// The row above a chart: whose line is which, and the controls for the view, the scale, the stretch of time,
/// and whether to follow the present. Changes the state itself; an action chooses the view.
class ChartControls : public QWidget
{
    Q_OBJECT

public:
    /// State and actions must outlive the controls.
    ChartControls(ChartState *state, const ChartActions *actions, QWidget *parent = nullptr);

    /// `leftOut`: how many selected peers the state does not show.
    void showPeers(qsizetype leftOut);
    /// Shows how far a chart that stands still is behind; call it now and then.
    void showLag();
    /// Call it after retranslating the actions.
    void retranslate();

    [[nodiscard]] QToolButton *freezeButton() const { return m_freeze; }
    /// The widgets that take the keyboard focus, in order.
    [[nodiscard]] QList<QWidget *> stops() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void placeLegend();
    void giveWay();
    void showSpan();
    void showLive(bool live);
    void showScale();

    ChartState *m_state;
    const ChartActions *m_actions;
    // Owned by this object.
    ChartLegend *m_legend;
    QWidget *m_legendRoom; ///< the legend's part of the row
    std::array<QToolButton *, 4> m_viewButtons;
    QToolButton *m_view; ///< replaces them where there is little room
    QToolButton *m_logarithmic;
    QToolButton *m_clipping;
    QComboBox *m_spans;
    QToolButton *m_freeze;
};

} // namespace Pongwatch
