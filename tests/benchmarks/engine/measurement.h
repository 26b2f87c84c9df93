// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace Pongwatch::Benchmarks
{

/// Takes what one run of one pinger shows and prints it as one JSON line.
///
/// CPU time is that of the whole process, user and system (getrusage(2)). Memory is the process's own
/// (Private_Dirty in /proc/self/smaps_rollup); what the kernel keeps for a socket is not in it and is the
/// same for all pingers.
class Measurement
{
public:
    /// `expectedPings`: room is made for them now, so that it does not count as a connection's memory.
    Measurement(std::string client, int connections, std::size_t expectedPings);

    /// Before the first dial.
    void begin();
    void allOpen();
    void beginWindow();
    /// The end of what CPU time is taken for, when round trips that were measured in it are only added
    /// afterwards.
    void stopClock();
    void endWindow();

    /// One answered ping. Those outside the window are not counted.
    void addRoundTrip(std::chrono::nanoseconds rtt);

    void print();

private:
    std::string m_client;
    int m_connections;
    std::vector<std::chrono::nanoseconds> m_roundTrips;
    std::chrono::steady_clock::time_point m_begun{};
    std::chrono::nanoseconds m_opening{0};
    std::chrono::nanoseconds m_cpu{0};
    long m_memory = 0; ///< bytes
    long m_threads = 0;
    bool m_inWindow = false;
    bool m_clockStopped = false;
};

} // namespace Pongwatch::Benchmarks
