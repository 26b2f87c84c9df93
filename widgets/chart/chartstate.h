// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "widgets/chart/charttimeline.h"

#include <QList>
#include <QObject>

#include <optional>
#include <utility>

namespace Pongwatch
{

class PeerBook;
class PeerColors;
class SeriesSource;

/// What all views of one chart share: whose measurements they show, which stretch of time, how it is scaled,
/// the marked range and the crosshair. Views read it and listen to it; whoever moves the chart calls it.
/// Lives on the GUI thread.
class ChartState : public QObject
{
    Q_OBJECT

public:
    /// How many peers are drawn at a time.
    static constexpr qsizetype mostPeers = 20;

    /// The source outlives the state.
    explicit ChartState(SeriesSource *source, QObject *parent = nullptr);

    [[nodiscard]] SeriesSource *source() const { return m_source; }
    [[nodiscard]] const PeerBook *book() const;
    [[nodiscard]] WallTime now() const;

    /// Those after the first `mostPeers` are left out. `chosen`: somebody has picked them, and they get
    /// colours before others.
    void setPeers(const QList<PeerId> &peers, bool chosen = true);
    [[nodiscard]] const QList<PeerId> &peers() const { return m_peers; }
    [[nodiscard]] QString nameOf(PeerId peer) const;
    /// Whose colours are whose.
    [[nodiscard]] PeerColors *colors() const { return m_colors; }

    /// The peer that is pointed at, in the list, the legend or the chart: it stands out everywhere.
    void setPointed(std::optional<PeerId> peer);
    [[nodiscard]] std::optional<PeerId> pointed() const { return m_pointed; }

    [[nodiscard]] const ChartTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] TimeRange range() const { return m_timeline.range(); }
    [[nodiscard]] microseconds span() const { return m_timeline.span(); }
    [[nodiscard]] bool isLive() const { return m_timeline.isLive(); }
    void setLive(bool live);
    void setSpan(microseconds span);
    /// The span that a window starts with: until something was measured in all of it, no more is shown than
    /// what there is, as long as nobody chooses another one.
    void startWith(microseconds span);
    /// By this share of the span towards the future.
    void pan(double share);
    void zoom(double factor, WallTime anchor);
    /// In the middle of what is shown.
    void zoom(double factor);
    void show(const TimeRange &range);

    /// To be called once a cadence() while a view is visible: moves a live chart on if that moves it by a
    /// pixel of `pixels`, and tells of new measurements.
    void tick(int pixels);

    /// How often a live chart moves on: what a longer stretch of time shows changes more slowly, and a quiet
    /// window is to be quiet.
    [[nodiscard]] milliseconds cadence() const;

    /// The user's choice: the scale is not automatic any more.
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    /// Whether the latency axis becomes logarithmic by itself where peers could not be told apart otherwise.
    void setScaleAutomatic(bool automatic);
    [[nodiscard]] bool isScaleAutomatic() const { return m_automatic; }
    /// What suits the peers in sight; taken while the scale is automatic.
    void suggestLogarithmic(bool logarithmic);
    /// Whether single large latencies are cut off, so that the others can be told apart.
    void setClipping(bool clipping);
    [[nodiscard]] bool isClipping() const { return m_clipping; }
    /// Ends of the latency axis that hold still, in milliseconds; nullopt: it fits what is seen.
    void setFixedScale(const std::optional<std::pair<double, double>> &ends);
    [[nodiscard]] const std::optional<std::pair<double, double>> &fixedScale() const { return m_fixedScale; }
    /// Latencies, in milliseconds, at which a line is drawn; each once, the smallest first.
    void setThresholds(const QList<double> &thresholds);
    [[nodiscard]] const QList<double> &thresholds() const { return m_thresholds; }

    /// The range that the user has marked.
    void setMark(const std::optional<TimeRange> &mark);
    [[nodiscard]] const std::optional<TimeRange> &mark() const { return m_mark; }

    /// The moment whose values are read out.
    void setCrosshair(const std::optional<WallTime> &moment);
    [[nodiscard]] const std::optional<WallTime> &crosshair() const { return m_crosshair; }

Q_SIGNALS:
    void peersChanged();
    void liveChanged(bool live);
    void spanChanged(Pongwatch::microseconds span);
    void rangeChanged();
    /// There is more to show in the range, or something else.
    void dataChanged();
    /// There will be more to show at the next tick. Told with each measurement.
    void becameStale();
    void scaleChanged();
    void markChanged();
    void crosshairChanged();
    void pointedChanged();

private:
    /// Tells what is different from `before`.
    void grow();
    void tellMoves(const ChartTimeline &before);

    SeriesSource *m_source;
    PeerColors *m_colors; // owned by this
    ChartTimeline m_timeline;
    bool m_mayGrow = true; // nobody has chosen what is shown
    QList<PeerId> m_peers;
    std::optional<TimeRange> m_mark;
    std::optional<WallTime> m_crosshair;
    std::optional<PeerId> m_pointed;
    std::optional<std::pair<double, double>> m_fixedScale;
    QList<double> m_thresholds;
    bool m_logarithmic = false;
    bool m_automatic = true;
    bool m_clipping = true;
    bool m_stale = false; // the peers have measured something since the last tick
};

} // namespace Pongwatch
