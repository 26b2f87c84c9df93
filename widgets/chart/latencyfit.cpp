// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/latencyfit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace Pongwatch
{

namespace
{

constexpr double room = 1.08;          // above the largest latency
constexpr double worthCutting = 1.5;   // how much shorter an axis must become to cut outliers off
constexpr double emptyAxisStart = 0.1; // ms
// Peers this far apart can only be told apart on a logarithmic axis: on a linear one, the lower is flat at
// the bottom. It stays logarithmic until they are much closer.
constexpr double farApart = 25;
constexpr double staysApart = 12;

/// Twice their 95th percentile; if there are few, all of them.
double mostOf(std::vector<double> values)
{
    constexpr size_t few = 5;
    if (values.size() < few)
        return *std::max_element(values.cbegin(), values.cend());
    const auto place = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * 95 / 100);
    std::nth_element(values.begin(), place, values.end());
    return *place * 2;
}

} // namespace

void LatencyScaleFitter::beginSeries()
{
    m_series.emplace_back();
}

void LatencyScaleFitter::add(double ms)
{
    if (m_series.empty())
        beginSeries();
    if (ms > 0) // also false for NaN
        m_series.back().push_back(ms);
}

void LatencyScaleFitter::addHigh(double ms)
{
    if (ms > m_high) // also false for NaN
        m_high = ms;
}

void LatencyScaleFitter::addLow(double ms)
{
    if (ms > 0)
        m_low = m_low > 0 ? std::min(m_low, ms) : ms;
}

bool wantsDecades(const std::vector<double> &middles, bool isLogarithmic)
{
    double least = 0;
    double most = 0;
    for (const double middle : middles) {
        if (middle > 0) {
            least = least > 0 ? std::min(least, middle) : middle;
            most = std::max(most, middle);
        }
    }
    return least > 0 && most / least >= (isLogarithmic ? staysApart : farApart);
}

double middleLatency(std::span<const double> latencies)
{
    std::vector<double> values;
    std::copy_if(latencies.begin(), latencies.end(), std::back_inserter(values),
                 [](double ms) { return ms > 0; });
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

LatencyScale LatencyScaleFitter::fit(bool logarithmic, bool clipping) const
{
    LatencyScale scale;
    scale.logarithmic = logarithmic;
    double smallest = m_low;
    double largest = 0;
    double reached = 0; // if outliers are cut off
    for (const std::vector<double> &series : m_series) {
        if (series.empty())
            continue;
        const auto [least, most] = std::minmax_element(series.cbegin(), series.cend());
        smallest = smallest > 0 ? std::min(smallest, *least) : *least;
        largest = std::max(largest, *most);
        reached = std::max(reached, mostOf(series));
    }
    largest = std::max(largest, m_high);
    smallest = smallest > 0 ? smallest : emptyAxisStart;
    if (clipping && reached > 0 && largest > reached * worthCutting)
        largest = reached;
    if (logarithmic) {
        scale.lower = decadeBelow(smallest);
        scale.upper = std::max(scale.lower * 10, axisCeiling(largest * 1.2));
    } else {
        scale.upper = axisCeiling(largest * room);
    }
    return scale;
}

} // namespace Pongwatch
