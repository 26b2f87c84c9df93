// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/objectiveledger.h"
#include "alerts/recentpings.h"
#include "alerts/rules/alertrule.h"
#include "history/peerrecord.h"

#include <span>

namespace Pongwatch
{

/// Whether a condition holds at one moment.
struct ConditionReading {
    enum class Answer : quint8 {
        No,
        Yes,
        AsBefore,  ///< between the two limits, or not enough was measured to tell
        Unwatched, ///< the user paused or closed the peer, or it waits for trust
    };

    Answer answer = Answer::No;
    WallTime since{};            ///< with Yes: when the trouble began
    std::optional<double> value; ///< what was compared: a share, a count, a rate, or nanoseconds
    std::optional<double> usual; ///< what it was compared with, if that follows from the past
    /// When the reading may change although nothing is reported. nullopt: time alone does not change it.
    std::optional<WallTime> lookAgain;
};

/// The figures of a peer around one time of day, on an earlier day.
struct PastDay {
    quint64 counted = 0;          ///< pings
    std::optional<double> loss;   ///< a share
    std::optional<double> p50;    ///< nanoseconds
    std::optional<double> p95;    ///< nanoseconds
    std::optional<double> jitter; ///< nanoseconds

    [[nodiscard]] static PastDay of(const StatisticsSummary &figures);
};

/// What a condition is read for.
struct ConditionAsking {
    /// Whether it has been told. Then the question is whether it goes on: for a state, without a minimum
    /// time, and for a figure, whether it is above the lower of its two limits.
    bool goesOn = false;
    /// Anything before this does not count, because a maintenance window ended then.
    WallTime from = WallTime::min();
    /// What is known about this time of day on earlier days.
    std::span<const PastDay> past{};
    /// Null: the peer has no objectives.
    const ObjectiveMeter *objectives = nullptr;
};

/// Reads a condition about one peer: a pure function of what is known about it. GroupDown and ObserverLags
/// are not about a peer, and give No. PeerRecord::look() must have been called shortly before `now`.
[[nodiscard]] ConditionReading readCondition(const AlertCondition &condition, const PeerRecord &record,
                                             const RecentPings &pings, const ConditionAsking &asking,
                                             WallTime now);

/// Since when a peer of a group has been down. nullopt: it is not down.
using DownSince = std::optional<WallTime>;

/// `watched`: one entry for each watched peer of the group.
[[nodiscard]] ConditionReading readCondition(const GroupDown &condition, std::span<const DownSince> watched,
                                             const ConditionAsking &asking, WallTime now);

/// How late this program was at one moment.
struct ObserverLag {
    WallTime time{};
    nanoseconds lag{0};
};

/// `lags`: by time.
[[nodiscard]] ConditionReading readCondition(const ObserverLags &condition, std::span<const ObserverLag> lags,
                                             WallTime now);

/// Whether the peer is watched at all.
[[nodiscard]] bool isWatched(const PeerRecord &record);

/// Since when it has been without a connection, or silent, although it should answer. nullopt: it is well.
[[nodiscard]] DownSince downSince(const PeerRecord &record);

} // namespace Pongwatch
