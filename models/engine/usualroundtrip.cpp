// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/usualroundtrip.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <utility>

namespace Pongwatch
{

namespace
{
constexpr std::chrono::hours halfADay{12};
constexpr microseconds firstStep{8};
constexpr int stepsAnOctave = 4;
} // namespace

bool UsualRoundTrip::Histogram::add(quint8 step)
{
    if (m_counts.empty())
        m_first = step;
    if (step < m_first) {
        m_counts.insert(m_counts.begin(), static_cast<std::size_t>(m_first - step), 0);
        m_first = step;
    }
    const auto place = static_cast<std::size_t>(step - m_first);
    if (place >= m_counts.size()) {
        m_counts.reserve(place + 1);
        m_counts.resize(place + 1);
    }
    if (m_counts[place] == std::numeric_limits<quint16>::max())
        return false;
    ++m_counts[place];
    return true;
}

void UsualRoundTrip::Histogram::halve()
{
    for (quint16 &count : m_counts)
        count /= 2;
}

quint32 UsualRoundTrip::Histogram::at(quint8 step) const
{
    return step < m_first || step >= m_first + m_counts.size() ? 0U : m_counts[step - m_first];
}

quint64 UsualRoundTrip::Histogram::count() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), quint64(0));
}

quint8 UsualRoundTrip::stepOf(nanoseconds rtt)
{
    if (rtt < firstStep)
        return 0;
    const auto ratio = static_cast<quint64>(rtt / firstStep);
    const int octave = std::bit_width(ratio) - 1;
    int step = octave * stepsAnOctave;
    // The quarter of the octave: 2^(1/4), 2^(2/4), 2^(3/4).
    const auto part =
        static_cast<double>(rtt.count()) / static_cast<double>(nanoseconds(firstStep).count() << octave);
    for (const double quarter : {1.1892071150027210, 1.4142135623730951, 1.6817928305074292})
        step += part >= quarter ? 1 : 0;
    return static_cast<quint8>(std::min<int>(step, steps - 1));
}

nanoseconds UsualRoundTrip::endOf(quint8 step)
{
    const double ratio = std::exp2((step + 1.0) / stepsAnOctave);
    return nanoseconds(std::llround(static_cast<double>(nanoseconds(firstStep).count()) * ratio));
}

quint8 UsualRoundTrip::stepOfPercentile() const
{
    // How many may be above the 99th percentile; with few answers, one outlier.
    const quint64 above = std::max<quint64>(1, m_count / 100);
    quint64 seen = 0;
    for (quint8 step = steps; step-- > 0;) {
        seen += m_current.at(step) + m_before.at(step);
        if (seen > above)
            return step;
    }
    return 0;
}

void UsualRoundTrip::beginHalf(SteadyTime now)
{
    const bool wholeDayMissed = now - m_halfBegan >= 2 * halfADay;
    m_before = wholeDayMissed || !m_hasBegun ? Histogram() : std::move(m_current);
    m_current = Histogram();
    m_count = m_before.count();
    m_halfBegan = now;
    m_hasBegun = true;
}

void UsualRoundTrip::recall(nanoseconds percentile)
{
    if (m_limitStep)
        return;
    m_limitStep = stepOf(percentile);
    m_isRecalled = true;
}

void UsualRoundTrip::add(nanoseconds rtt, SteadyTime now)
{
    if (!m_hasBegun || now - m_halfBegan >= halfADay)
        beginHalf(now);
    const quint8 rttStep = stepOf(rtt);
    while (!m_current.add(rttStep)) {
        m_current.halve();
        m_before.halve();
        m_count = m_current.count() + m_before.count();
    }
    ++m_count;
    if (m_count < (m_isRecalled ? enoughToForget : enough))
        return;
    m_isRecalled = false;
    const quint8 step = stepOfPercentile();
    // Moving back and forth between two adjacent steps is not a change.
    if (!m_limitStep || std::abs(step - *m_limitStep) > 1)
        m_limitStep = step;
}

std::optional<nanoseconds> UsualRoundTrip::slowLimit() const
{
    if (!m_limitStep)
        return std::nullopt;
    return std::max<nanoseconds>(leastLimit, 2 * endOf(*m_limitStep));
}

} // namespace Pongwatch
