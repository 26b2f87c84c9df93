// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QList>
#include <QMetaType>

namespace Pongwatch
{

class SeriesPyramid;

/// The newest stretch of a peer's time, as a sparkline draws it.
struct Trend {
    struct Point {
        double at = 0; ///< 0 is the left end, 1 is now
        double ms = 0; ///< round trip; meaningless for a timeout
        PingOutcome outcome = PingOutcome::Answered;

        friend bool operator==(const Point &, const Point &) = default;
    };
    struct Gap { ///< no connection
        double from = 0;
        double to = 0;

        friend bool operator==(const Gap &, const Gap &) = default;
    };

    QList<Point> points; ///< round trips and timeouts by time; superseded and lost pings are left out
    QList<Gap> gaps;

    [[nodiscard]] int timeouts() const;

    friend bool operator==(const Trend &, const Trend &) = default;
};

/// The trend of the `window` that ends now. At most about `maxPoints` points: with more samples than that,
/// and where samples are no longer known one by one, the worst of each stretch stands for it, and each
/// stretch with a timeout has one.
[[nodiscard]] Trend makeTrend(const SeriesPyramid &series, WallTime now, nanoseconds window = seconds(60),
                              int maxPoints = 120);

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Trend)
