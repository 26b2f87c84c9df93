// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/latencyscale.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

double decadeBelow(double ms)
{
    return std::pow(10.0, std::floor(std::log10(ms)));
}

double axisCeiling(double largest)
{
    if (!(largest > 0))
        return 1;
    const double decade = decadeBelow(largest);
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (largest <= step * decade)
            return step * decade;
    return 10 * decade;
}

double LatencyScale::share(double ms) const
{
    if (logarithmic)
        return std::log(std::max(ms, lower / 10) / lower) / std::log(upper / lower);
    return (ms - lower) / (upper - lower);
}

double LatencyScale::value(double share) const
{
    return logarithmic ? lower * std::pow(upper / lower, share) : lower + share * (upper - lower);
}

std::vector<double> LatencyScale::ticks(int wanted) const
{
    std::vector<double> result;
    if (logarithmic) {
        const bool dense = upper / lower <= 100;
        for (double decade = decadeBelow(lower); decade <= upper; decade *= 10) {
            for (const double step : {1.0, 2.0, 5.0}) {
                const double tick = decade * step;
                if ((dense || step == 1.0) && tick >= lower * 0.999 && tick <= upper * 1.001)
                    result.push_back(tick);
            }
        }
        return result;
    }
    const double raw = (upper - lower) / std::max(1, wanted);
    const double decade = decadeBelow(raw);
    double step = decade * 10;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (raw <= factor * decade) {
            step = factor * decade;
            break;
        }
    }
    for (double tick = std::ceil(lower / step) * step; tick <= upper + step / 1000; tick += step)
        result.push_back(tick);
    return result;
}

} // namespace Pongwatch
