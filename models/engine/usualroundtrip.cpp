// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/usualroundtrip.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Pongwatch
{

namespace
{
constexpr std::chrono::hours halfADay{12};
constexpr double firstStepNs = 8000;
constexpr double stepsAnOctave = 4;
} // namespace

std::size_t UsualRoundTrip::stepOf(nanoseconds rtt)
{
    const double ratio = static_cast<double>(rtt.count()) / firstStepNs;
    if (ratio <= 1)
        return 0;
    return std::min(steps - 1, static_cast<std::size_t>(std::log2(ratio) * stepsAnOctave));
}

nanoseconds UsualRoundTrip::endOf(std::size_t step)
{
    return nanoseconds(
        std::llround(firstStepNs * std::exp2((static_cast<double>(step) + 1) / stepsAnOctave)));
}

std::size_t UsualRoundTrip::stepOfPercentile() const
{
    // So many may be higher than the 99th percentile; of few answers, one that stands out.
    const quint64 above = std::max<quint64>(1, m_count / 100);
    quint64 seen = 0;
    for (std::size_t step = steps; step-- > 0;) {
        seen += m_current[step] + m_before[step];
        if (seen > above)
            return step;
    }
    return 0;
}

void UsualRoundTrip::add(nanoseconds rtt, SteadyTime now)
{
    if (!m_halfBegan) {
        m_halfBegan = now;
    } else if (now - *m_halfBegan >= halfADay) {
        const bool wholeDayMissed = now - *m_halfBegan >= 2 * halfADay;
        m_before = wholeDayMissed ? Histogram{} : m_current;
        m_current = {};
        m_count = std::accumulate(m_before.begin(), m_before.end(), quint64(0));
        m_halfBegan = now;
    }
    ++m_current[stepOf(rtt)];
    ++m_count;
    if (m_count < enough)
        return;
    const std::size_t step = stepOfPercentile();
    // To and fro between two neighbours is no change.
    const std::size_t moved = std::max(step, m_limitStep) - std::min(step, m_limitStep);
    if (m_limit && moved <= 1)
        return;
    m_limitStep = step;
    m_limit = std::max<nanoseconds>(leastLimit, 2 * endOf(step));
}

} // namespace Pongwatch
