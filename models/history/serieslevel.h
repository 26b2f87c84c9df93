// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/latencyhistogram.h"

#include <vector>

namespace Pongwatch
{

/// What happened in one stretch of time, in the form that charts draw.
struct SeriesBucket {
    WallTime from{};
    nanoseconds width{0};
    // Of the round trips. Absent if there were none.
    std::optional<nanoseconds> min;
    std::optional<nanoseconds> mean;
    std::optional<nanoseconds> max;
    /// Of the round trips, to 1 %. If joined from finer buckets whose samples are forgotten: the mean of
    /// theirs, weighted by count.
    std::optional<nanoseconds> p5;
    std::optional<nanoseconds> p95;
    quint32 count = 0;      ///< round trips
    quint32 timeouts = 0;   ///< pings without an answer
    quint32 late = 0;       ///< of count: answered after their deadline
    quint32 lost = 0;       ///< pings not settled before their connection ended or their machine slept
    quint32 superseded = 0; ///< pings after which a later one was answered first
    nanoseconds withoutConnection{0};
    bool gap = false; ///< for some of it the machine slept or the program did not run: don't draw a line

    /// Whatever their outcomes.
    [[nodiscard]] quint64 pings() const { return quint64(count) + timeouts + lost + superseded; }

    friend bool operator==(const SeriesBucket &, const SeriesBucket &) = default;
};

/// Joins small buckets into a wider one.
class BucketJoiner
{
public:
    void add(const SeriesBucket &bucket);
    /// Adds a single ping.
    void add(const PingSample &sample);

    [[nodiscard]] SeriesBucket take(WallTime from, nanoseconds width);

private:
    SeriesBucket m_sum;
    double m_total = 0; // ns
    double m_p5 = 0;    // ns × count
    double m_p95 = 0;
    quint32 m_bandCount = 0;
    LatencyHistogram m_histogram; // of single samples
};

/// One level of a SeriesPyramid: buckets of one width, the newest `capacity` of them that are not empty.
class SeriesLevel
{
public:
    SeriesLevel(nanoseconds width, size_t capacity);

    void add(const PingSample &sample);
    /// A ping added as TimedOut turned out to be this late one.
    void revise(const PingSample &late);
    /// There was no connection in [from, to).
    void addWithoutConnection(WallTime from, WallTime to);

    [[nodiscard]] nanoseconds width() const { return m_width; }

    /// From here on nothing has been forgotten; WallTime::min() if nothing ever was.
    [[nodiscard]] WallTime completeFrom() const;

    /// The buckets in [from, to), joined to and aligned with `width`, which is a multiple of width().
    void collect(WallTime from, WallTime to, nanoseconds width, std::vector<SeriesBucket> &into) const;

    [[nodiscard]] size_t heapBytes() const;

private:
    struct Cell {
        qint64 index = 0; // of the bucket, counted from 1970 on
        qint64 min = 0;   // ns
        qint64 max = 0;
        double total = 0;
        float p5 = 0;
        float p95 = 0;
        quint32 count = 0;
        quint32 timeouts = 0;
        quint32 late = 0;
        quint32 lost = 0;
        quint32 superseded = 0;
        quint32 withoutConnection = 0; // ms
    };

    [[nodiscard]] qint64 indexOf(WallTime time) const;
    [[nodiscard]] WallTime startOf(qint64 index) const;
    Cell *cellFor(WallTime time);
    static void addRoundTrip(Cell &cell, nanoseconds rtt);
    void finishBand();
    void addToBand(nanoseconds rtt);
    [[nodiscard]] SeriesBucket toBucket(const Cell &cell) const;

    nanoseconds m_width;
    size_t m_capacity;
    std::vector<Cell> m_cells; // by index
    qint64 m_forgottenUntil;   // index of the newest dropped cell
    LatencyHistogram m_open;   // of the newest cell, whose band is not computed yet
    qint64 m_openIndex = 0;
};

} // namespace Pongwatch
