// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/objectiveledger.h"
#include "alerts/recentpings.h"
#include "alerts/rules/alertrule.h"
#include "history/peerrecord.h"

#include <span>

namespace Pongwatch
{

/// What a condition says at one moment.
struct ConditionReading {
    enum class Answer : quint8 {
        No,
        Yes,
        AsBefore,  ///< between two limits, or nothing was measured that could tell
        Unwatched, ///< the user paused or closed the peer, or it waits for trust: it is nobody's trouble
    };

    Answer answer = Answer::No;
    WallTime since{};            ///< of Yes: when what it is about began
    std::optional<double> value; ///< what was compared: a share, a count, a rate, or nanoseconds
    std::optional<double> usual; ///< what it was compared with, where that follows from the past
    /// When it may be another one although nothing was reported; nullopt: not by the passing of time.
    std::optional<WallTime> lookAgain;
};

/// The figures of a peer around one time of the day, on an earlier day.
struct PastDay {
    quint64 counted = 0;          ///< pings
    std::optional<double> loss;   ///< a share
    std::optional<double> p50;    ///< nanoseconds
    std::optional<double> p95;    ///< nanoseconds
    std::optional<double> jitter; ///< nanoseconds

    [[nodiscard]] static PastDay of(const StatisticsSummary &figures);
};

/// In what respect a condition is read.
struct ConditionAsking {
    /// Whether it has been told: then the question is if it goes on, which for a state needs no length of
    /// time, and for a figure is whether it is above the lower of its two limits.
    bool goesOn = false;
    /// What was before does not count: a silence ended then.
    WallTime from = WallTime::min();
    /// What is known of this time of the day on earlier days.
    std::span<const PastDay> past{};
    /// Null: the peer has no objectives.
    const ObjectiveMeter *objectives = nullptr;
};

/// Reads a condition about one peer: a pure function of what is known of it. GroupDown and ObserverLags are
/// about no peer, and are No. The record was last looked at (PeerRecord::look()) not long before `now`.
[[nodiscard]] ConditionReading readCondition(const AlertCondition &condition, const PeerRecord &record,
                                             const RecentPings &pings, const ConditionAsking &asking,
                                             WallTime now);

/// Since when a peer is down, in a group of which a share is; nullopt: it is not.
using DownSince = std::optional<WallTime>;

/// `watched`: one for each peer of the group that is watched.
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

/// Whether anybody wants to know how the peer is.
[[nodiscard]] bool isWatched(const PeerRecord &record);

/// Since when it is not connected, or silent, though it is to answer; nullopt: it is not.
[[nodiscard]] DownSince downSince(const PeerRecord &record);

} // namespace Pongwatch
