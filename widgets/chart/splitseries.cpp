// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/splitseries.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

std::vector<SplitPoint> splitSeries(const std::vector<PingSample> &samples, const ChartAxis &axis)
{
    std::vector<SplitPoint> points;
    int pixel = 0;
    int inPixel = 0;
    ConnectionNumber connection = 0;
    bool broken = true;
    for (const PingSample &sample : samples) {
        broken |= sample.connection != connection;
        connection = sample.connection;
        if (!hasRoundTrip(sample.outcome) || !sample.tcpRtt) {
            broken |= sample.outcome != PingOutcome::Superseded;
            continue;
        }
        const double whole = toMilliseconds(sample.rtt);
        const double network = std::min(whole, toMilliseconds(*sample.tcpRtt));
        const int its = static_cast<int>(std::floor(axis.x(sample.sentAt)));
        if (!broken && inPixel > 0 && its == pixel) {
            ++inPixel;
            SplitPoint &mean = points.back();
            mean.network += (network - mean.network) / inPixel;
            mean.peer += (whole - network - mean.peer) / inPixel;
            continue;
        }
        pixel = its;
        inPixel = 1;
        points.push_back({sample.sentAt, network, whole - network, broken});
        broken = false;
    }
    return points;
}

std::vector<SplitPoint> splitSeries(const std::vector<SplitMinute> &minutes)
{
    constexpr std::chrono::minutes width(1);
    constexpr double nanosecondsAMillisecond = 1e6;
    std::vector<SplitPoint> points;
    WallTime next = WallTime::min();
    for (const SplitMinute &one : minutes) {
        const double network = static_cast<double>(one.network) / nanosecondsAMillisecond;
        const double whole = static_cast<double>(one.whole) / nanosecondsAMillisecond;
        points.push_back({one.from + width / 2, network, std::max(0.0, whole - network), one.from > next});
        next = one.from + width;
    }
    return points;
}

} // namespace Pongwatch
