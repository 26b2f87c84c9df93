// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QList>
#include <QMetaType>

namespace Pongwatch
{

class SeriesPyramid;

/// The most recent stretch of a peer's time, as drawn in a sparkline.
struct Trend {
    struct Point {
        double at = 0; ///< 0 is the left end, 1 is the present
        double ms = 0; ///< the round trip; meaningless for a timeout
        PingOutcome outcome = PingOutcome::Answered;

        friend bool operator==(const Point &, const Point &) = default;
    };
    struct Gap { ///< no connection
        double from = 0;
        double to = 0;

        friend bool operator==(const Gap &, const Gap &) = default;
    };

    QList<Point> points; ///< round trips and timeouts in order of time, without superseded and lost pings
    QList<Gap> gaps;

    [[nodiscard]] int timeouts() const;

    friend bool operator==(const Trend &, const Trend &) = default;
};

/// The trend of the `window` that ends now. At most about `maxPoints` points: if there are more samples, or
/// where they are no longer known one by one, the worst of each stretch represents it, plus one timeout for
/// each stretch that had any.
[[nodiscard]] Trend makeTrend(const SeriesPyramid &series, WallTime now, nanoseconds window = seconds(60),
                              int maxPoints = 120);

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Trend)
