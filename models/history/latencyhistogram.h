// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <vector>

namespace Pongwatch
{

/// Counts round-trip times in log-linear buckets: 64 equal ones in each power of two, exact below 128 ns. A
/// value is reported as the middle of its bucket, so no quantile is wrong by more than 1/129 (0.78 %).
///
/// Only buckets that hold something take memory (6 bytes each): an empty histogram is 32 bytes, the largest
/// possible one 22 KiB. Adding and removing cost a binary search among those.
class LatencyHistogram
{
public:
    /// Negative durations count as 0.
    void add(nanoseconds rtt, quint32 count = 1);

    /// Takes back what add() was once given. What is not there is ignored.
    void remove(nanoseconds rtt);

    void merge(const LatencyHistogram &other);
    void clear();

    /// Gives back memory that was set aside for growing.
    void squeeze() { m_cells.shrink_to_fit(); }

    [[nodiscard]] quint64 count() const { return m_total; }

    /// The value at rank ceil(q × count), as in the nearest-rank definition; q is clamped to 0…1. Nullopt
    /// when empty.
    [[nodiscard]] std::optional<nanoseconds> quantile(double q) const;

    /// Six bytes: there can be thousands of them for a peer.
    struct Cell {
        Cell() = default;
        Cell(quint16 itsBucket, quint32 itsCount)
            : bucket(itsBucket)
        {
            setCount(itsCount);
        }

        [[nodiscard]] quint32 count() const { return (quint32(high) << 16) | low; }
        void setCount(quint32 count)
        {
            high = static_cast<quint16>(count >> 16);
            low = static_cast<quint16>(count & 0xffff);
        }

        quint16 bucket = 0;
        quint16 high = 0;
        quint16 low = 0;
    };
    /// The buckets that hold something, ascending: for distributions.
    [[nodiscard]] const std::vector<Cell> &cells() const { return m_cells; }

    /// The range of values that a bucket stands for: [lower, upper).
    [[nodiscard]] static nanoseconds lowerBound(quint32 bucket);
    [[nodiscard]] static nanoseconds upperBound(quint32 bucket);

    /// Memory held in addition to the object itself.
    [[nodiscard]] size_t heapBytes() const { return m_cells.capacity() * sizeof(Cell); }

private:
    [[nodiscard]] static quint16 bucketOf(nanoseconds rtt);

    std::vector<Cell> m_cells; // by bucket
    quint64 m_total = 0;
};

} // namespace Pongwatch
