// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/timetypes.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class QMenu;
class QStackedWidget;

namespace Pongwatch
{

class ChartActions;
class ChartControls;
class ChartInteraction;
class ChartState;
class ChartView;
class Distributions;
struct FlagGroup;
class FeedView;
class HopsView;
class FlagLane;
class HeatMapView;
class HistogramView;
class LatencyChart;
class Notebook;
class PeerTimelines;
class RangePanel;
class SeriesSource;
class SplitView;
class TimeRuler;

/// A chart of some peers: five views, one at a time, of their latencies and feeds, below a lane of
/// flags with the same time axis; the controls are above, and the figures of the marked range
/// below.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    enum class View : quint8 { Latency, HeatMap, Distribution, Split, Feed, Hops };

    /// The source must outlive the pane.
    explicit ChartPane(SeriesSource *source, QWidget *parent = nullptr);

    /// `chosen`: somebody has picked them (ChartState::setPeers()).
    void setPeers(const QList<PeerId> &peers, bool chosen = true);
    /// All that were set, including those that are too many to be drawn.
    [[nodiscard]] const QList<PeerId> &peers() const { return m_peers; }

    /// Null: no notes. The notebook must outlive the pane.
    void setNotebook(const Notebook *notebook);

    void setView(View view);
    [[nodiscard]] View view() const;

    /// Shows this moment in the middle, with the crosshair on it.
    void focusMoment(WallTime moment);

    /// The appearance (view, stretch of time, scale), for restoreLook() in a later run.
    [[nodiscard]] QByteArray saveLook() const;
    /// Skips what can't be read.
    void restoreLook(const QByteArray &look);

    [[nodiscard]] ChartState *state() const { return m_state; }
    [[nodiscard]] ChartActions *actionsOfChart() const { return m_actions; }
    [[nodiscard]] LatencyChart *chart() const { return m_chart; }
    [[nodiscard]] HeatMapView *heatMap() const { return m_heatMap; }
    [[nodiscard]] HistogramView *histogram() const { return m_histogram; }
    [[nodiscard]] SplitView *split() const { return m_split; }
    [[nodiscard]] FeedView *feed() const { return m_feed; }
    [[nodiscard]] HopsView *hops() const { return m_hops; }
    [[nodiscard]] FlagLane *flags() const { return m_flags; }
    /// Of all peers, for the chart's stretch of time; for use in lists.
    [[nodiscard]] PeerTimelines *timelines() const { return m_timelines; }
    [[nodiscard]] RangePanel *rangePanel() const { return m_range; }
    [[nodiscard]] ChartControls *controls() const { return m_controls; }

Q_SIGNALS:
    /// The user wants to write a note about this moment.
    void noteWanted(Pongwatch::WallTime moment);
    /// The user wants to change or remove the note.
    void noteEditWanted(qint64 note);
    void noteRemovalWanted(qint64 note);
    /// The user wants to know what happened to the peer then, and clicked its flag.
    void happeningWanted(Pongwatch::PeerId peer, Pongwatch::WallTime moment);
    /// The result of saveLook() has changed.
    void lookChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setClock();
    void tick();
    void layOut();
    void connectParts();
    void connectActions();
    void retranslate();
    void showPeers();
    void showSpan();
    /// Explains the flags there.
    void askAbout(const FlagGroup &group);
    void pickRange();
    void askForAxis();
    void showScale();
    void alignAxes();
    void describe();
    /// Announces it to screen readers.
    void say(const QString &text);
    void goToFlag(bool forward);
    void openMenu(ChartView *view, const QPoint &place, WallTime moment);

    QList<PeerId> m_peers;
    // Owned by this object.
    ChartState *m_state;
    PeerTimelines *m_timelines;
    Distributions *m_distributions;
    ChartActions *m_actions;
    ChartInteraction *m_interaction;
    LatencyChart *m_chart;
    HeatMapView *m_heatMap;
    HistogramView *m_histogram;
    SplitView *m_split;
    FeedView *m_feed;
    HopsView *m_hops;
    FlagLane *m_flags;
    TimeRuler *m_ruler;
    RangePanel *m_range;
    QStackedWidget *m_views;
    ChartControls *m_controls;
    std::chrono::steady_clock::time_point m_ticked{};
    QTimer m_soon; // there are new measurements
    QTimer m_clock;
    int m_ticks = 0;
};

} // namespace Pongwatch
