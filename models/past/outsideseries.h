// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/seriespyramid.h"
#include "history/statisticssummary.h"
#include "history/timespan.h"

#include <QObject>

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
};

/// The round trip below which this share of the counts is, interpolated within its bucket as Prometheus'
/// histogram_quantile() does; nullopt if there are none. Beyond the last bound: that bound.
[[nodiscard]] std::optional<nanoseconds> quantileOf(const std::vector<double> &bounds,
                                                    const std::vector<float> &counts, double share);

/// What others measured of peers that are not watched here: where SeriesSource gets it from. Lives on the
/// GUI thread; no call blocks.
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

Q_SIGNALS:
    /// There is more of this peer.
    void changed(Pongwatch::PeerId peer);
};

} // namespace Pongwatch
