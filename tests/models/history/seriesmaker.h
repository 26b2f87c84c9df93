// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

#include <chrono>
#include <random>
#include <vector>

namespace Pongwatch::TestSupport
{

/// A fixed moment, far from every edge that could be special: 2026-03-04T05:06:07.000008Z.
inline constexpr WallTime epoch = std::chrono::sys_days(std::chrono::year(2026) / 3 / 4) +
                                  std::chrono::hours(5) + std::chrono::minutes(6) + seconds(7) +
                                  microseconds(8);

inline constexpr PeerId thePeer{1};

inline PingSample ping(quint32 seq, WallTime sentAt, nanoseconds rtt,
                       PingOutcome outcome = PingOutcome::Answered)
{
    PingSample sample;
    sample.peer = thePeer;
    sample.connection = 1;
    sample.seq = seq;
    sample.sentAt = sentAt;
    sample.rtt = rtt;
    sample.outcome = outcome;
    return sample;
}

template <typename What>
ConnectionEvent happened(WallTime time, What what, ConnectionNumber connection = 1)
{
    return ConnectionEvent{thePeer, connection, time, std::move(what)};
}

inline ConnectionEvent stateIs(WallTime time, ConnectionState state)
{
    return happened(time, StateChanged{state, 1, std::nullopt});
}

inline ConnectionEvent closedBy(WallTime time, Cause cause, nanoseconds age)
{
    Closed closed;
    closed.verdict.cause = cause;
    closed.verdict.age = age;
    return happened(time, closed);
}

/// `count` pings, one a `step`, with round trips around a median of 20 ms and a long tail. Some are slow,
/// late (told first as timed out), superseded, timed out or lost. In order of arrival; the same for one seed.
inline std::vector<PingSample> mixedSeries(unsigned seed, int count, nanoseconds step, WallTime start = epoch)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> rtts(17, 0.6);
    std::discrete_distribution<int> outcomes({80, 6, 3, 4, 5, 2}); // by PingOutcome
    std::vector<PingSample> samples;
    for (int i = 0; i < count; ++i) {
        const auto outcome = static_cast<PingOutcome>(outcomes(random));
        const auto sentAt = start + std::chrono::duration_cast<microseconds>(step * i);
        const nanoseconds rtt(static_cast<nanoseconds::rep>(rtts(random)));
        const auto seq = static_cast<quint32>(i + 1);
        PingSample sample = ping(seq, sentAt, rtt, outcome);
        sample.marks.setFlag(SampleMark::ObserverLag, random() % 50 == 0);
        if (outcome == PingOutcome::Late)
            samples.push_back(ping(seq, sentAt, rtt / 2, PingOutcome::TimedOut));
        samples.push_back(sample);
    }
    return samples;
}

} // namespace Pongwatch::TestSupport
