// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/engine/measurement.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/resource.h>

namespace Pongwatch::Benchmarks
{

namespace
{

std::chrono::nanoseconds cpuTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::chrono::seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           std::chrono::microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

long privateBytes()
{
    std::ifstream rollup("/proc/self/smaps_rollup");
    std::string word;
    while (rollup >> word) {
        if (word == "Private_Dirty:") {
            long kilobytes = 0;
            rollup >> kilobytes;
            return kilobytes * 1024;
        }
    }
    return 0;
}

long threadCount()
{
    const std::filesystem::directory_iterator threads("/proc/self/task");
    return std::distance(begin(threads), end(threads));
}

double toMicroseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

} // namespace

Measurement::Measurement(std::string client, int connections, std::size_t expectedPings)
    : m_client(std::move(client))
    , m_connections(connections)
    , m_roundTrips(expectedPings) // touched, not only reserved
{
    m_roundTrips.clear();
}

void Measurement::begin()
{
    m_memory = privateBytes();
    m_begun = std::chrono::steady_clock::now();
}

void Measurement::allOpen()
{
    m_opening = std::chrono::steady_clock::now() - m_begun;
}

void Measurement::beginWindow()
{
    m_inWindow = true;
    m_cpu = cpuTime();
}

void Measurement::stopClock()
{
    m_cpu = cpuTime() - m_cpu;
    m_threads = threadCount();
    m_clockStopped = true;
}

void Measurement::endWindow()
{
    if (!m_clockStopped)
        stopClock();
    m_memory = privateBytes() - m_memory;
    m_inWindow = false;
}

void Measurement::addRoundTrip(std::chrono::nanoseconds rtt)
{
    if (m_inWindow)
        m_roundTrips.push_back(rtt);
}

void Measurement::print()
{
    const std::size_t count = m_roundTrips.size();
    if (count == 0) {
        std::fputs("no ping was answered in the window\n", stderr);
        return;
    }
    std::sort(m_roundTrips.begin(), m_roundTrips.end());
    std::printf("{\"client\":\"%s\",\"connections\":%d,\"pings\":%zu,\"cpu_us_per_ping\":%.2f,"
                "\"rtt_median_us\":%.1f,\"rtt_p99_us\":%.1f,\"bytes_per_connection\":%ld,\"open_s\":%.3f,"
                "\"threads\":%ld}\n",
                m_client.c_str(), m_connections, count, toMicroseconds(m_cpu) / static_cast<double>(count),
                toMicroseconds(m_roundTrips[count / 2]), toMicroseconds(m_roundTrips[count * 99 / 100]),
                m_memory / m_connections, std::chrono::duration<double>(m_opening).count(), m_threads);
    std::fflush(stdout);
}

} // namespace Pongwatch::Benchmarks
