// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSplitter>
#include <QTimer>

namespace Pongwatch
{

class ChartPane;
class EventLogPane;
class PeerPane;

/// The list, the chart and the event log, one under the other, and how they share the height: the list has
/// what its rows need, the log a line until it is opened, and the chart the rest, which is at least 40 % of
/// the window. Heights that the user has drawn are kept.
class PaneRows : public QSplitter
{
    Q_OBJECT

public:
    /// The panes become children.
    PaneRows(PeerPane *peers, ChartPane *chart, EventLogPane *log, QWidget *parent = nullptr);

    /// What the user has chosen, for the next start.
    [[nodiscard]] QByteArray saveLook() const;
    /// What can't be read is left out.
    void restoreLook(const QByteArray &look);

    static constexpr double leastShareOfChart = 0.4; ///< of the window's height

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void share();
    void noteMoved(int handle);

    PeerPane *m_peers;
    ChartPane *m_chart;
    EventLogPane *m_log;
    double m_listShare = -1; ///< of what list and chart have; negative: as its rows need
    double m_logShare = 0.24;
    QTimer m_soon; // rows come one by one
};

} // namespace Pongwatch
