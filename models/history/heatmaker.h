// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/heatcolumn.h"
#include "history/likelyroundtrips.h"
#include "history/serieslevel.h"

#include <algorithm>
#include <map>

namespace Pongwatch
{

/// [from, to) in `columns` columns of equal width.
struct HeatGrid {
    WallTime from{};
    WallTime to{};
    int columns = 1;

    [[nodiscard]] microseconds width() const
    {
        return std::max<microseconds>((to - from + microseconds(columns - 1)) / std::max(columns, 1),
                                      microseconds(1));
    }

    friend bool operator==(const HeatGrid &, const HeatGrid &) = default;
};

/// Assigns pings to the columns of a heat map.
class HeatMaker
{
public:
    explicit HeatMaker(const HeatGrid &grid)
        : m_grid(grid)
        , m_width(grid.width())
    {
    }

    /// Ignores pings outside of the grid, and those that say nothing about the peer.
    void add(const PingSample &sample)
    {
        const bool isRoundTrip = hasRoundTrip(sample.outcome);
        if (!contains(sample.sentAt) || (!isRoundTrip && sample.outcome != PingOutcome::TimedOut))
            return;
        HeatColumn &column = columnAt(sample.sentAt);
        if (isRoundTrip)
            column.latencies.add(sample.rtt);
        else
            ++column.timeouts;
    }

    /// Adds pings of which only a bucket is left, spread as in forEachLikelyRoundTrip().
    void addThinned(const SeriesBucket &bucket)
    {
        if (!contains(bucket.from))
            return;
        HeatColumn &column = columnAt(bucket.from);
        column.thinned = true;
        column.timeouts += bucket.timeouts;
        forEachLikelyRoundTrip(
            bucket, [&column](nanoseconds rtt, quint32 count) { column.latencies.add(rtt, count); });
    }

    /// Adds the columns of another part of the same grid.
    void add(const std::vector<HeatColumn> &columns)
    {
        for (const HeatColumn &other : columns) {
            if (!contains(other.from))
                continue;
            HeatColumn &column = columnAt(other.from);
            column.latencies.merge(other.latencies);
            column.timeouts += other.timeouts;
            column.thinned |= other.thinned;
        }
    }

    /// The columns that are not empty, in time order.
    [[nodiscard]] std::vector<HeatColumn> take()
    {
        std::vector<HeatColumn> columns;
        columns.reserve(m_columns.size());
        for (auto &[number, column] : m_columns)
            columns.push_back(std::move(column));
        m_columns.clear();
        return columns;
    }

private:
    [[nodiscard]] bool contains(WallTime time) const { return time >= m_grid.from && time < m_grid.to; }

    HeatColumn &columnAt(WallTime time)
    {
        const qint64 number = (time - m_grid.from) / m_width;
        HeatColumn &column = m_columns[number];
        column.from = m_grid.from + number * m_width;
        column.width = m_width;
        return column;
    }

    HeatGrid m_grid;
    microseconds m_width;
    std::map<qint64, HeatColumn> m_columns; // by number
};

} // namespace Pongwatch
