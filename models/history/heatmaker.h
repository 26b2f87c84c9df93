// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/heatcolumn.h"

#include <algorithm>
#include <map>

namespace Pongwatch
{

/// Sorts pings into the columns of a heat map.
class HeatMaker
{
public:
    /// [from, to) in `columns` columns of equal width; at least one.
    HeatMaker(WallTime from, WallTime to, int columns)
        : m_from(from)
        , m_to(to)
        , m_width(std::max<microseconds>((to - from + microseconds(columns - 1)) / columns, microseconds(1)))
    {
    }

    /// What lies outside, and what says nothing about the peer, is left out.
    void add(const PingSample &sample)
    {
        const bool isRoundTrip = hasRoundTrip(sample.outcome);
        if (sample.sentAt < m_from || sample.sentAt >= m_to ||
            (!isRoundTrip && sample.outcome != PingOutcome::TimedOut))
            return;
        const qint64 number = (sample.sentAt - m_from) / m_width;
        HeatColumn &column = m_columns[number];
        column.from = m_from + number * m_width;
        column.width = m_width;
        if (isRoundTrip)
            column.latencies.add(sample.rtt);
        else
            ++column.timeouts;
    }

    /// The columns that hold something, in time order.
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
    WallTime m_from;
    WallTime m_to;
    microseconds m_width;
    std::map<qint64, HeatColumn> m_columns; // by number
};

} // namespace Pongwatch
