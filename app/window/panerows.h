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

/// The list, the chart and the event log, one above the other, and how they share the height: the list has
/// what its rows need, the log a line until it is opened, and the chart the rest, which is at least 40 % of
/// the window. Heights set by the user are kept.
class PaneRows : public QSplitter
{
    Q_OBJECT

public:
    /// The panes become children.
    PaneRows(PeerPane *peers, ChartPane *chart, EventLogPane *log, QWidget *parent = nullptr);

    /// The user's choices, for the next start.
    [[nodiscard]] QByteArray saveLook() const;
    /// Skips what can't be read.
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
    double m_listShare = -1; ///< of the height of list and chart; negative: as its rows need
    double m_logShare = 0.24;
    QTimer m_soon; // rows are added one by one
};

} // namespace Pongwatch
