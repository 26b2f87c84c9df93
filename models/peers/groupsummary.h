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

/// How many peers are in which state; worst first.
using HealthCounts = QMap<Health, int>;

/// Some peers summed up, in two parts: their states, which are cheap and must be true at once, and their
/// figures, which may lag behind.
struct GroupSummary {
    HealthCounts counts;
    Health worst = Health::Paused; ///< of the counted; Paused when there are none
    /// Trouble: how long the first of the worst has been in it. All well: since when that is so. 1970 when
    /// nothing is known.
    WallTime since{};

    // The worst of theirs: known, or an estimate.
    std::optional<nanoseconds> p95;
    std::optional<nanoseconds> estimatedP95;
    std::optional<nanoseconds> jitter;  ///< the worst of theirs
    std::optional<double> loss;         ///< over all their pings; nullopt: there were none
    std::optional<double> availability; ///< the lowest of theirs
    quint64 pings = 0;
    quint64 connects = 0;
    QDateTime certificateExpires; ///< the first of theirs; invalid: there is none

    [[nodiscard]] int peers() const;
};

/// Sums up peers one after the other.
class GroupSummaryBuilder
{
public:
    void addState(const PeerRecord &record);
    void addFigures(const PeerRecord &record, const StatisticsSummary &summary);

    /// What was added; the parts that were not added to are those of `before`.
    [[nodiscard]] GroupSummary statesOver(const GroupSummary &before) const;
    [[nodiscard]] GroupSummary figuresOver(const GroupSummary &before);

private:
    GroupSummary m_sum;
    quint64 m_timedOut = 0;
    quint64 m_judged = 0; // pings that say something about the peer
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::HealthCounts)
