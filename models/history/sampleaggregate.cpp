// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sampleaggregate.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double smoothing = 1.0 / 16; // RFC 3550 6.4.1

double toDouble(nanoseconds value)
{
    return static_cast<double>(value.count());
}

nanoseconds rounded(double value)
{
    return nanoseconds(std::llround(value));
}

} // namespace

void SampleAggregate::add(const PingSample &sample)
{
    ++m_pings;
    ++m_outcomes[static_cast<size_t>(sample.outcome)];
    if (sample.marks.testFlag(SampleMark::ObserverLag))
        ++m_lagged;
    if (!hasRoundTrip(sample.outcome))
        return;
    addRoundTrip(sample);
    if (sample.outcome != PingOutcome::Late)
        addToJitter(sample.rtt);
}

void SampleAggregate::revise(const PingSample &late, SampleMarks before)
{
    quint32 &timedOut = m_outcomes[static_cast<size_t>(PingOutcome::TimedOut)];
    if (timedOut == 0)
        return; // it was never counted here
    --timedOut;
    ++m_outcomes[static_cast<size_t>(PingOutcome::Late)];
    if (before.testFlag(SampleMark::ObserverLag))
        --m_lagged;
    if (late.marks.testFlag(SampleMark::ObserverLag))
        ++m_lagged;
    addRoundTrip(late);
}

void SampleAggregate::addRoundTrip(const PingSample &sample)
{
    const nanoseconds rtt = sample.rtt;
    m_min = m_roundTrips == 0 ? rtt : std::min(m_min, rtt);
    m_max = m_roundTrips == 0 ? rtt : std::max(m_max, rtt);
    // Each run of the program counts from 1 again: a smaller number at a later time is from a later run.
    if (m_roundTrips == 0 || sample.seq >= m_lastSeq || sample.sentAt > m_lastSentAt) {
        m_lastSeq = sample.seq;
        m_lastSentAt = sample.sentAt;
        m_last = rtt;
    }
    ++m_roundTrips;
    const double distance = toDouble(rtt) - m_mean;
    m_mean += distance / m_roundTrips;
    m_squares += distance * (toDouble(rtt) - m_mean);
    m_histogram.add(rtt);
}

void SampleAggregate::addToJitter(nanoseconds rtt)
{
    if (m_inTime == 0) {
        m_firstInTime = rtt;
    } else {
        const double difference = std::abs(toDouble(rtt - m_lastInTime));
        m_differences += difference;
        m_smoothed += (difference - m_smoothed) * smoothing;
    }
    m_lastInTime = rtt;
    ++m_inTime;
}

void SampleAggregate::append(const SampleAggregate &later)
{
    m_pings += later.m_pings;
    for (size_t i = 0; i < std::size(m_outcomes); ++i)
        m_outcomes[i] += later.m_outcomes[i];
    m_lagged += later.m_lagged;

    if (later.m_roundTrips > 0) {
        m_min = m_roundTrips == 0 ? later.m_min : std::min(m_min, later.m_min);
        m_max = m_roundTrips == 0 ? later.m_max : std::max(m_max, later.m_max);
        if (m_roundTrips == 0 || later.m_lastSeq >= m_lastSeq || later.m_lastSentAt > m_lastSentAt) {
            m_lastSeq = later.m_lastSeq;
            m_lastSentAt = later.m_lastSentAt;
            m_last = later.m_last;
        }
        // Chan, Golub and LeVeque 1979: combining means and squared distances of two sets.
        const double mine = m_roundTrips;
        const double theirs = later.m_roundTrips;
        const double distance = later.m_mean - m_mean;
        m_mean += distance * theirs / (mine + theirs);
        m_squares += later.m_squares + distance * distance * mine * theirs / (mine + theirs);
        m_roundTrips += later.m_roundTrips;
        m_histogram.merge(later.m_histogram);
    }

    if (later.m_inTime > 0) {
        if (m_inTime == 0) {
            m_firstInTime = later.m_firstInTime;
            m_differences = later.m_differences;
            m_smoothed = later.m_smoothed;
        } else {
            const double seam = std::abs(toDouble(later.m_firstInTime - m_lastInTime));
            m_differences += seam + later.m_differences;
            // J is linear in its initial value, which the later chain only fades over n differences.
            m_smoothed += (seam - m_smoothed) * smoothing;
            m_smoothed = m_smoothed * std::pow(1 - smoothing, later.m_inTime - 1) + later.m_smoothed;
        }
        m_lastInTime = later.m_lastInTime;
        m_inTime += later.m_inTime;
    }
}

void SampleAggregate::fill(StatisticsSummary &summary) const
{
    const auto outcomes = [this](PingOutcome outcome) { return m_outcomes[static_cast<size_t>(outcome)]; };
    summary.pings = m_pings;
    summary.answered = outcomes(PingOutcome::Answered);
    summary.slow = outcomes(PingOutcome::Slow);
    summary.late = outcomes(PingOutcome::Late);
    summary.superseded = outcomes(PingOutcome::Superseded);
    summary.timedOut = outcomes(PingOutcome::TimedOut);
    summary.lost = outcomes(PingOutcome::Lost);
    summary.lagged = m_lagged;
    summary.loss = summary.lossByCounts();

    if (m_roundTrips > 0) {
        summary.last = m_last;
        summary.min = m_min;
        summary.max = m_max;
        summary.mean = rounded(m_mean);
        summary.stddev = rounded(std::sqrt(std::max(m_squares, 0.0) / m_roundTrips));
        // The middle of a bucket may be outside of the measured range; the true value isn't.
        const auto quantile = [this](double q) {
            return std::clamp(m_histogram.quantile(q).value_or(m_min), m_min, m_max);
        };
        summary.p50 = quantile(0.50);
        summary.p95 = quantile(0.95);
        summary.p99 = quantile(0.99);
    }
    if (m_inTime > 1) {
        summary.jitter = rounded(m_differences / (m_inTime - 1));
        summary.smoothedJitter = rounded(m_smoothed);
    }
}

} // namespace Pongwatch
