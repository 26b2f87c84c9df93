// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/alertentry.h"

#include <deque>

namespace Pongwatch
{

/// The newest alerts of a run that may last for weeks, each with all that became of it. Any thread.
class AlertShelf
{
public:
    /// If there are more alerts than `most`, the oldest are dropped.
    explicit AlertShelf(size_t most);

    /// In time order. An alert begins with the entry that it has fired; what is told of others is left out.
    void add(const AlertEntry &entry);

    /// By the time at which they fired.
    [[nodiscard]] std::vector<PastAlert> alerts() const;

    /// How many older ones were dropped.
    [[nodiscard]] quint64 leftOut() const { return m_leftOut; }

private:
    size_t m_most;
    std::deque<PastAlert> m_alerts;
    quint64 m_leftOut = 0;
};

} // namespace Pongwatch
