// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <vector>

namespace Pongwatch
{

/// Counts round-trip times in log-linear buckets: 64 equal ones per power of two, exact below 128 ns. A value
/// is reported as the middle of its bucket, so no quantile is wrong by more than 1/129 (0.78 %).
///
/// Only non-empty buckets use memory (6 bytes each): an empty histogram takes 32 bytes, the largest possible
/// one 22 KiB. Adding and removing take a binary search among them.
class LatencyHistogram
{
public:
    /// Negative durations count as 0.
    void add(nanoseconds rtt, quint32 count = 1);

    /// Reverses an earlier add(). A value that is not there is ignored.
    void remove(nanoseconds rtt);

    void merge(const LatencyHistogram &other);
    void clear();

    /// Frees the memory reserved for growing.
    void squeeze() { m_cells.shrink_to_fit(); }

    [[nodiscard]] quint64 count() const { return m_total; }

    /// The value at rank ceil(q × count), by the nearest-rank definition; q is clamped to 0…1. Nullopt if
    /// empty.
    [[nodiscard]] std::optional<nanoseconds> quantile(double q) const;

    /// Six bytes, since a peer can have thousands of them.
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
    /// The non-empty buckets in ascending order, for distributions.
    [[nodiscard]] const std::vector<Cell> &cells() const { return m_cells; }

    /// The range of values in a bucket: [lower, upper).
    [[nodiscard]] static nanoseconds lowerBound(quint32 bucket);
    [[nodiscard]] static nanoseconds upperBound(quint32 bucket);

    /// Memory used in addition to the object itself.
    [[nodiscard]] size_t heapBytes() const { return m_cells.capacity() * sizeof(Cell); }

private:
    [[nodiscard]] static quint16 bucketOf(nanoseconds rtt);

    std::vector<Cell> m_cells; // by bucket
    quint64 m_total = 0;
};

} // namespace Pongwatch
