// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "history/health.h"

#include <QDateTime>
#include <QMap>
#include <QMetaType>

namespace Pongwatch
{

class PeerRecord;
struct StatisticsSummary;

/// The number of peers in each state; worst first.
using HealthCounts = QMap<Health, int>;

/// A summary of several peers, in two parts: their states, which are cheap and must be current, and their
/// figures, which may lag behind.
struct GroupSummary {
    HealthCounts counts;
    Health worst = Health::Paused; ///< of those counted; Paused if there are none
    /// In trouble: since when the first of the worst has been. If all is well: since when it has been. 1970
    /// if nothing is known.
    WallTime since{};

    // The worst of the peers' values, measured or estimated.
    std::optional<nanoseconds> p95;
    std::optional<nanoseconds> estimatedP95;
    std::optional<nanoseconds> jitter;  ///< the worst of the peers' values
    std::optional<double> loss;         ///< over all their pings; nullopt if there were none
    std::optional<double> availability; ///< the lowest of the peers' values
    quint64 pings = 0;
    quint64 connects = 0;
    QDateTime certificateExpires; ///< the earliest of the peers'; invalid if there is none

    [[nodiscard]] int peers() const;
};

/// Summarises peers, one after the other.
class GroupSummaryBuilder
{
public:
    void addState(const PeerRecord &record);
    void addFigures(const PeerRecord &record, const StatisticsSummary &summary);

    /// The sum of what was added; parts to which nothing was added are taken from `before`.
    [[nodiscard]] GroupSummary statesOver(const GroupSummary &before) const;
    [[nodiscard]] GroupSummary figuresOver(const GroupSummary &before);

private:
    GroupSummary m_sum;
    quint64 m_timedOut = 0;
    quint64 m_judged = 0; // pings that say something about their peer
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HealthCounts)
