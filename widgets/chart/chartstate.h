// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "past/outsideseries.h"
#include "text/formatter.h"
#include "widgets/chart/charttimeline.h"
#include "widgets/chart/linelook.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>
#include <utility>

namespace Pongwatch
{

class PeerBook;
class PeerColors;
class SeriesSource;

/// What all views of one chart share: whose measurements are shown, the stretch of time, the scale, the
/// marked range and the crosshair. Views read it and listen to it; whatever moves the chart calls it. Lives
/// on the GUI thread.
class ChartState : public QObject
{
    Q_OBJECT

public:
    /// How many peers, or vantages of one peer, can be drawn at a time.
    static constexpr qsizetype mostPeers = 20;

    /// The source must outlive the state.
    explicit ChartState(SeriesSource *source, QObject *parent = nullptr);

    [[nodiscard]] SeriesSource *source() const { return m_source; }
    [[nodiscard]] const PeerBook *book() const;
    [[nodiscard]] WallTime now() const;
    /// How the chart writes figures and moments.
    [[nodiscard]] Formatter format() const;

    /// Peers after the first `mostPeers` are left out. `chosen`: somebody has picked them, so they get
    /// colours before others.
    void setPeers(const QList<PeerId> &peers, bool chosen = true);
    [[nodiscard]] const QList<PeerId> &peers() const { return m_peers; }
    [[nodiscard]] QString nameOf(PeerId peer) const;

    /// What is drawn: a line for each peer; if it is a single one that a fleet sees from two vantages or
    /// more, a line for each of these that is not hidden.
    [[nodiscard]] const QList<PeerId> &lines() const { return m_lines; }
    [[nodiscard]] bool isByVantage() const { return !m_vantages.series.isEmpty(); }
    /// All vantages that can be drawn; empty unless isByVantage().
    [[nodiscard]] const VantagesOfPeer &vantages() const { return m_vantages; }
    /// Null: it is the line of a peer.
    [[nodiscard]] const VantageSeries *vantageOf(PeerId line) const;
    [[nodiscard]] bool isHidden(PeerId line) const;
    /// Shows this vantage alone or, if it is alone, all of them again. With `others`: shows or hides it
    /// beside those that are shown; the last one stays. Vantages stay hidden when another peer is chosen.
    void pickVantage(PeerId line, bool others);

    /// The peer's or the vantage's.
    [[nodiscard]] QString nameOfLine(PeerId line) const;
    [[nodiscard]] LineLook lookOf(PeerId line, const QPalette &palette) const;
    /// The newest round trip or, without one, the outcome or state in a word; "–": nothing is known.
    [[nodiscard]] QString newestOf(PeerId line) const;
    /// Which peer has which colour.
    [[nodiscard]] PeerColors *colors() const { return m_colors; }

    /// The peer or line under the pointer, in the list, the legend or the chart: it is highlighted
    /// everywhere.
    void setPointed(std::optional<PeerId> peer);
    [[nodiscard]] std::optional<PeerId> pointed() const { return m_pointed; }
    /// The line that is highlighted, if it is drawn.
    [[nodiscard]] std::optional<PeerId> pointedLine() const;
    /// A vantage's line is pointed at, rather than the peer as a whole.
    void setPointedLine(std::optional<PeerId> line);

    [[nodiscard]] const ChartTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] TimeRange range() const { return m_timeline.range(); }
    [[nodiscard]] microseconds span() const { return m_timeline.span(); }
    [[nodiscard]] bool isLive() const { return m_timeline.isLive(); }
    void setLive(bool live);
    void setSpan(microseconds span);
    /// The initial span of a window: until there is data for all of it, only the part with data is shown,
    /// unless somebody chooses another.
    void startWith(microseconds span);
    /// Moves by this share of the span towards the future.
    void pan(double share);
    void zoom(double factor, WallTime anchor);
    /// Zooms around the middle of the visible range.
    void zoom(double factor);
    void show(const TimeRange &range);

    /// Call it once every cadence() while a view is visible: moves a live chart on if that is at least one of
    /// `pixels`, and announces new measurements.
    void tick(int pixels);

    /// How often a live chart moves on: a longer stretch of time changes more slowly, and a window where
    /// nothing changes should be idle.
    [[nodiscard]] milliseconds cadence() const;

    /// Chosen by the user: ends the automatic choice of scale.
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    /// Whether the latency axis becomes logarithmic automatically if peers could not be told apart otherwise.
    void setScaleAutomatic(bool automatic);
    [[nodiscard]] bool isScaleAutomatic() const { return m_automatic; }
    /// The scale that suits the visible peers; used while the choice is automatic.
    void suggestLogarithmic(bool logarithmic);
    /// Whether single large latencies are cut off so that the others can be told apart.
    void setClipping(bool clipping);
    [[nodiscard]] bool isClipping() const { return m_clipping; }
    /// Fixed ends of the latency axis, in milliseconds; nullopt: it fits what is visible.
    void setFixedScale(const std::optional<std::pair<double, double>> &ends);
    [[nodiscard]] const std::optional<std::pair<double, double>> &fixedScale() const { return m_fixedScale; }
    /// The latencies, in milliseconds, at which to draw lines; sorted, without duplicates.
    void setThresholds(const QList<double> &thresholds);
    [[nodiscard]] const QList<double> &thresholds() const { return m_thresholds; }

    /// The range marked by the user.
    void setMark(const std::optional<TimeRange> &mark);
    [[nodiscard]] const std::optional<TimeRange> &mark() const { return m_mark; }

    /// The moment for the readout.
    void setCrosshair(const std::optional<WallTime> &moment);
    [[nodiscard]] const std::optional<WallTime> &crosshair() const { return m_crosshair; }

Q_SIGNALS:
    void peersChanged();
    void liveChanged(bool live);
    void spanChanged(Pongwatch::microseconds span);
    void rangeChanged();
    /// What there is to show in the range has changed.
    void dataChanged();
    /// The next tick will bring new data. Emitted for each measurement.
    void becameStale();
    void scaleChanged();
    void markChanged();
    void crosshairChanged();
    void pointedChanged();

private:
    /// tellMoves() emits the signals for what differs from `before`.
    void grow();
    /// Whether the lines have changed.
    bool findLines();
    void tellMoves(const ChartTimeline &before);

    SeriesSource *m_source;
    PeerColors *m_colors; // owned by this
    ChartTimeline m_timeline;
    bool m_mayGrow = true; // nobody has chosen a range
    QList<PeerId> m_peers;
    QList<PeerId> m_lines;
    VantagesOfPeer m_vantages;
    QSet<QString> m_hidden; // vantages
    std::optional<TimeRange> m_mark;
    std::optional<WallTime> m_crosshair;
    std::optional<PeerId> m_pointed;
    bool m_isLinePointed = false;
    std::optional<std::pair<double, double>> m_fixedScale;
    QList<double> m_thresholds;
    bool m_logarithmic = false;
    bool m_automatic = true;
    bool m_clipping = true;
    bool m_stale = false; // there are new measurements since the last tick
};

} // namespace Pongwatch
