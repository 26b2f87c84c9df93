// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/health.h"
#include "history/heatmaker.h"
#include "history/seriespyramid.h"
#include "history/statisticssummary.h"
#include "history/timespan.h"

#include <QList>
#include <QObject>
#include <QString>

#include <vector>

namespace Pongwatch
{

/// One step of a picture: what others measured in a stretch of time.
struct OutsideStep {
    SeriesBucket bucket;       ///< its quantiles are estimates; there is no greatest round trip
    std::vector<float> counts; ///< round trips by the bounds of the picture, and one more beyond the last
    float up = -1;             ///< the share of the time in which a connection was open; negative: not told
};

/// A stretch of a peer's time as others measured it, in steps of equal width.
struct OutsidePicture {
    TimeSpan span;
    nanoseconds step{0};
    std::vector<double> bounds;     ///< in seconds, ascending; empty: the distribution is not known (yet)
    std::vector<OutsideStep> steps; ///< in time order, without those in which nothing was told
    std::vector<StateSpan> states;  ///< with holes where nothing was told
    std::vector<TimeSpan> gaps;     ///< these holes

    /// The figures of what is in [from, to); quantiles are estimates.
    [[nodiscard]] StatisticsSummary summary(WallTime from, WallTime to) const;

    /// Its distribution in the columns of this grid; empty while the distribution is not known. The round
    /// trips of a bucket are spread evenly in it, since others only counted them.
    [[nodiscard]] std::vector<HeatColumn> heat(const HeatGrid &grid) const;
};

/// A peer as one vantage sees it: a series of its own, beside that of the peer as a whole.
struct VantageSeries {
    PeerId id{};     ///< by which SeriesSource knows it; the peer's own: what is measured here
    QString vantage; ///< its name
    int place = 0;   ///< of the vantage among the fleet's, the same for all peers; 0: this program
    Health health = Health::Unknown; ///< what it sees now; Unknown: nothing is heard from it

    friend bool operator==(const VantageSeries &, const VantageSeries &) = default;
};

/// The vantages that see a peer.
struct VantagesOfPeer {
    QList<VantageSeries> series; ///< by their places
    qsizetype leftOut = 0;       ///< how many more there are

    friend bool operator==(const VantagesOfPeer &, const VantagesOfPeer &) = default;
};

/// The round trip below which this share of the counts is, interpolated within its bucket as Prometheus'
/// histogram_quantile() does; nullopt if there are none. Beyond the last bound: that bound.
[[nodiscard]] std::optional<nanoseconds> quantileOf(const std::vector<double> &bounds,
                                                    const std::vector<float> &counts, double share);

/// What others measured of peers that are not watched here: where SeriesSource gets it from. Lives on the
/// GUI thread; no call blocks. Any `peer` can be a vantage's series as well.
class OutsideSeries : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The best picture at hand; null if there is none. Starts to get a better one, unless it is the best
    /// there can be: changed() follows. Valid until the next call.
    virtual const OutsidePicture *picture(PeerId peer, WallTime from, WallTime to, int maxBuckets) = 0;
    /// The same, but nothing is asked for.
    [[nodiscard]] virtual const OutsidePicture *known(PeerId peer, WallTime from, WallTime to) const = 0;

    /// The vantages that see the peer, including this program if it watches it as well. If there are more
    /// than `most`, those that see it worst, and none that are silent before others.
    [[nodiscard]] virtual VantagesOfPeer vantagesOf(PeerId peer, qsizetype most) = 0;
    /// Whether this is a vantage's series, and no peer.
    [[nodiscard]] virtual bool isVantage(PeerId id) const = 0;

Q_SIGNALS:
    /// vantagesOf() these peers may have changed.
    void vantagesChanged(const QList<Pongwatch::PeerId> &peers);
    /// There is more of this peer.
    void changed(Pongwatch::PeerId peer);
};

} // namespace Pongwatch
