// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/objective.h"
#include "history/seriespyramid.h"

#include <functional>
#include <map>
#include <span>

namespace Pongwatch
{

/// What an objective counts in some time.
struct ObjectiveCounts {
    nanoseconds watched{0}; ///< not paused, closed by the user, or asleep
    nanoseconds open{0};    ///< of it, with a connection
    quint64 pings = 0;      ///< that were to be answered: not lost with their connection, nor superseded
    quint64 inTime = 0;     ///< of them, answered within the objective's limit

    void add(const ObjectiveCounts &other);
    friend bool operator==(const ObjectiveCounts &, const ObjectiveCounts &) = default;
};

/// How an objective stands. Shares are 0 to 1; nullopt where nothing was counted, or the objective says
/// nothing of it.
struct ObjectiveStanding {
    std::optional<double> open;
    std::optional<double> pings;
    std::optional<double> openLeft;  ///< of its error budget: 1 all of it, 0 nothing, below that it is missed
    std::optional<double> pingsLeft; ///< the same
    nanoseconds watched{0};

    /// Of the budget that is nearest to its end.
    [[nodiscard]] std::optional<double> left() const;
};

/// Counts what objectives ask for, by minutes for seven hours and by hours for 32 days. One for each peer and
/// limit of its round trips; a value. Not for times before the newest by more than that.
class ObjectiveLedger
{
public:
    explicit ObjectiveLedger(nanoseconds within = milliseconds(200))
        : m_within(within)
    {
    }

    /// A ping that is settled, by when it was due.
    void add(const PingSample &sample);
    /// A stretch of time that was watched.
    void add(WallTime from, WallTime to, bool isOpen);
    /// Many pings of an hour of an earlier run.
    void add(WallTime at, quint64 pings, quint64 inTime);

    /// From then on: by whole minutes where they are known, else by whole hours.
    [[nodiscard]] ObjectiveCounts since(WallTime from) const;

private:
    ObjectiveCounts &minuteAt(WallTime time);
    ObjectiveCounts &hourAt(WallTime time);
    void forget();

    nanoseconds m_within;
    std::map<qint64, ObjectiveCounts> m_minutes; // since 1970
    std::map<qint64, ObjectiveCounts> m_hours;
};

/// How an objective stands after what was counted in its period. A budget is that of the whole period,
/// whether all of it was watched or not: of 99.9 % over 30 days, 43 minutes. What was used of it is the burn
/// rate times the share of the period that was watched.
[[nodiscard]] ObjectiveStanding standingOf(const Objective &objective, const ObjectiveCounts &counts);

/// How much faster than the budget allows it was used in a window: 1 is used up exactly at the end of the
/// period. Of the two parts of the objective the faster one; nullopt when nothing was counted. What was not
/// watched of the window used nothing. Google, The Site Reliability
/// Workbook, chapter 5 "Alerting on SLOs": burn rate = error rate / (1 - objective).
[[nodiscard]] std::optional<double> burnRate(const Objective &objective, const ObjectiveCounts &counts,
                                             nanoseconds window);

/// Counts for all objectives of one peer, from what is told of it.
class ObjectiveMeter
{
public:
    /// Counts of objectives with the same limit go on.
    void setObjectives(const QList<Objective> &objectives);
    [[nodiscard]] const QList<Objective> &objectives() const { return m_objectives; }

    void add(const PingSample &sample);
    /// The states until now, of a peer that is watched; holes are left out.
    void add(std::span<const StateSpan> states);
    /// Time up to then is counted.
    [[nodiscard]] std::optional<WallTime> countedTo() const { return m_countedTo; }
    void setCountedTo(WallTime time) { m_countedTo = time; }

    /// An hour of an earlier run: its states, and of its pings how many were within a limit.
    using InTime = std::function<quint64(nanoseconds within)>;
    void addPast(WallTime hour, quint64 pings, const InTime &inTime);

    [[nodiscard]] const Objective *find(const QString &name) const;
    [[nodiscard]] ObjectiveCounts since(const Objective &objective, WallTime from) const;

private:
    QList<Objective> m_objectives;
    std::map<nanoseconds, ObjectiveLedger> m_ledgers; // by limit
    std::optional<WallTime> m_countedTo;
};

} // namespace Pongwatch
