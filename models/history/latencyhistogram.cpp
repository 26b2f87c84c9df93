// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr int subBits = 6; // 64 buckets per power of two
constexpr quint64 subCount = 1U << subBits;

bool isBefore(const LatencyHistogram::Cell &cell, quint32 bucket)
{
    return cell.bucket < bucket;
}

} // namespace

quint16 LatencyHistogram::bucketOf(nanoseconds rtt)
{
    const auto value = static_cast<quint64>(std::max<nanoseconds::rep>(rtt.count(), 0));
    if (value < subCount)
        return static_cast<quint16>(value);
    // The top seven bits select the bucket; the bits below are what is lost.
    const int shift = std::bit_width(value) - 1 - subBits;
    return static_cast<quint16>((static_cast<quint64>(shift) << subBits) + (value >> shift));
}

nanoseconds LatencyHistogram::lowerBound(quint32 bucket)
{
    if (bucket < subCount)
        return nanoseconds(bucket);
    const quint32 shift = (bucket >> subBits) - 1;
    const quint64 top = (bucket & (subCount - 1)) | subCount;
    return nanoseconds(static_cast<nanoseconds::rep>(top << shift));
}

nanoseconds LatencyHistogram::upperBound(quint32 bucket)
{
    if (bucket < subCount)
        return nanoseconds(bucket + 1);
    const quint32 shift = (bucket >> subBits) - 1;
    return lowerBound(bucket) + nanoseconds(static_cast<nanoseconds::rep>(quint64(1) << shift));
}

void LatencyHistogram::add(nanoseconds rtt, quint32 count)
{
    if (count == 0)
        return;
    const quint16 bucket = bucketOf(rtt);
    const auto place = std::lower_bound(m_cells.begin(), m_cells.end(), bucket, isBefore);
    if (place != m_cells.end() && place->bucket == bucket)
        place->setCount(place->count() + count);
    else
        m_cells.insert(place, Cell{bucket, count});
    m_total += count;
}

void LatencyHistogram::remove(nanoseconds rtt)
{
    const quint16 bucket = bucketOf(rtt);
    const auto place = std::lower_bound(m_cells.begin(), m_cells.end(), bucket, isBefore);
    if (place == m_cells.end() || place->bucket != bucket)
        return;
    --m_total;
    place->setCount(place->count() - 1);
    if (place->count() == 0)
        m_cells.erase(place);
}

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    std::vector<Cell> merged;
    merged.reserve(m_cells.size() + other.m_cells.size());
    auto mine = m_cells.cbegin();
    auto theirs = other.m_cells.cbegin();
    while (mine != m_cells.cend() || theirs != other.m_cells.cend()) {
        if (theirs == other.m_cells.cend() || (mine != m_cells.cend() && mine->bucket < theirs->bucket))
            merged.push_back(*mine++);
        else if (mine == m_cells.cend() || theirs->bucket < mine->bucket)
            merged.push_back(*theirs++);
        else {
            merged.push_back(Cell{mine->bucket, mine->count() + theirs->count()});
            ++mine;
            ++theirs;
        }
    }
    m_cells = std::move(merged);
    m_total += other.m_total;
}

void LatencyHistogram::clear()
{
    m_cells.clear();
    m_total = 0;
}

std::optional<nanoseconds> LatencyHistogram::quantile(double q) const
{
    if (m_total == 0)
        return std::nullopt;
    const double wanted = std::ceil(std::clamp(q, 0.0, 1.0) * static_cast<double>(m_total));
    const auto rank = std::max<quint64>(static_cast<quint64>(wanted), 1);
    quint64 passed = 0;
    for (const Cell &cell : m_cells) {
        passed += cell.count();
        if (passed >= rank) {
            // The last value in the bucket, not its exclusive end.
            const nanoseconds last = upperBound(cell.bucket) - nanoseconds(1);
            return lowerBound(cell.bucket) + (last - lowerBound(cell.bucket)) / 2;
        }
    }
    return std::nullopt;
}

} // namespace Pongwatch
