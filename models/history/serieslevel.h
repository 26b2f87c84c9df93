// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/latencyhistogram.h"

#include <vector>

namespace Pongwatch
{

/// What happened in one stretch of time, as a chart draws it.
struct SeriesBucket {
    WallTime from{};
    nanoseconds width{0};
    // Of the round trips. Absent: there was none.
    std::optional<nanoseconds> min;
    std::optional<nanoseconds> mean;
    std::optional<nanoseconds> max;
    /// Of the round trips, to 1 %. Where buckets are joined from finer ones that have forgotten their
    /// samples: the mean of theirs, weighted by count.
    std::optional<nanoseconds> p5;
    std::optional<nanoseconds> p95;
    quint32 count = 0;    ///< round trips
    quint32 timeouts = 0; ///< pings without any answer
    quint32 late = 0;     ///< of count, those that came after their deadline
    quint32 lost = 0;     ///< pings whose connection ended, or whose machine slept, before they were settled
    quint32 superseded = 0; ///< pings of which a later one was answered first
    nanoseconds withoutConnection{0};
    bool gap = false; ///< the machine slept, or the program did not run, for a part of it: don't draw a line

    /// Whatever their outcome.
    [[nodiscard]] quint64 pings() const { return quint64(count) + timeouts + lost + superseded; }

    friend bool operator==(const SeriesBucket &, const SeriesBucket &) = default;
};

/// Joins small buckets into one of a wider stretch.
class BucketJoiner
{
public:
    void add(const SeriesBucket &bucket);
    /// A ping by itself.
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

/// One storey of a SeriesPyramid: buckets of one width, the newest `capacity` of them that hold anything.
class SeriesLevel
{
public:
    SeriesLevel(nanoseconds width, size_t capacity);

    void add(const PingSample &sample);
    /// A ping that was added as TimedOut turns out to be this late one.
    void revise(const PingSample &late);
    /// No connection in [from, to).
    void addWithoutConnection(WallTime from, WallTime to);

    [[nodiscard]] nanoseconds width() const { return m_width; }

    /// Everything from here on is remembered; WallTime::min() while nothing was forgotten.
    [[nodiscard]] WallTime completeFrom() const;

    /// The buckets in [from, to), joined to `width`, which is a multiple of width(), and aligned to it.
    void collect(WallTime from, WallTime to, nanoseconds width, std::vector<SeriesBucket> &into) const;

    [[nodiscard]] size_t heapBytes() const;

private:
    struct Cell {
        qint64 index = 0; // of the bucket, counted from 1970
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
    qint64 m_forgottenUntil;   // index of the newest cell that was dropped
    LatencyHistogram m_open;   // of the newest cell, whose band is not known yet
    qint64 m_openIndex = 0;
};

} // namespace Pongwatch
