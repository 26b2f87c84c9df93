// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/queryanswer.h"
#include "fleet/watch/fleetnews.h"
#include "past/outsideseries.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace Pongwatch
{

/// Which stretch of time of which peers is asked for.
struct PictureWish {
    QList<FleetKey> peers;
    TimeSpan span; ///< both ends are multiples of the step
    seconds step{15};
    seconds window{60};             ///< over which counters are looked at; at least the step
    bool wantsDistribution = false; ///< the histograms, which are many more series, in place of the rest
    QStringList vantages{};         ///< each of these by itself; empty: all vantages together

    /// The question: one for all of them, each part marked by the label "part".
    [[nodiscard]] QString expression() const;
};

/// Whose picture it is.
struct PictureKey {
    QString group;
    QString peer;
    QString vantage{}; ///< empty: all together

    friend bool operator==(const PictureKey &, const PictureKey &) = default;
    friend size_t qHash(const PictureKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.group, key.peer, key.vantage);
    }
};

using FleetPictures = QHash<PictureKey, OutsidePicture>;

/// The pictures that this answer describes. A pure function.
[[nodiscard]] FleetPictures picturesOf(const QList<QueriedSeries> &answer, const PictureWish &wish);

/// Adds the histograms of `distribution` to a picture of the same stretch.
void addDistribution(OutsidePicture &picture, const OutsidePicture &distribution);

/// The narrowest step for so many buckets in a stretch of this length: not narrower than agents are scraped,
/// and such that its multiples are round times.
[[nodiscard]] seconds stepFor(microseconds length, int maxBuckets);

} // namespace Pongwatch
