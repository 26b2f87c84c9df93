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

/// The row over a chart: whose lines are whose, and what chooses the view, the scale, the stretch of time,
/// and whether the present is followed. Changes the state by itself; the choice of a view is an action's.
class ChartControls : public QWidget
{
    Q_OBJECT

public:
    /// State and actions outlive the controls.
    ChartControls(ChartState *state, const ChartActions *actions, QWidget *parent = nullptr);

    /// `leftOut`: how many more peers are selected than the state shows.
    void showPeers(qsizetype leftOut);
    /// How far a chart that holds still is behind: to be called now and then.
    void showLag();
    /// After the actions' own.
    void retranslate();

    [[nodiscard]] QToolButton *freezeButton() const { return m_freeze; }
    /// What the keyboard reaches, in this order.
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
    // Owned by this.
    ChartLegend *m_legend;
    QWidget *m_legendRoom; ///< the legend's part of the row
    std::array<QToolButton *, 4> m_viewButtons;
    QToolButton *m_view; ///< in their place where there is little room
    QToolButton *m_logarithmic;
    QToolButton *m_clipping;
    QComboBox *m_spans;
    QToolButton *m_freeze;
};

} // namespace Pongwatch
