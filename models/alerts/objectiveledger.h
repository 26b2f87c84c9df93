// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/objective.h"
#include "history/seriespyramid.h"

#include <functional>
#include <map>
#include <span>

namespace Pongwatch
{

/// What is counted for an objective over some time.
struct ObjectiveCounts {
    nanoseconds watched{0}; ///< neither paused, nor closed by the user, nor asleep
    nanoseconds open{0};    ///< of that, with an open connection
    quint64 pings = 0;      ///< without those lost with their connection, or superseded
    quint64 inTime = 0;     ///< of those, answered within the objective's limit

    void add(const ObjectiveCounts &other);
    friend bool operator==(const ObjectiveCounts &, const ObjectiveCounts &) = default;
};

/// The standing of an objective. Shares are 0 to 1; nullopt: nothing was counted, or the objective says
/// nothing about it.
struct ObjectiveStanding {
    std::optional<double> open;
    std::optional<double> pings;
    std::optional<double> openLeft;  ///< of its error budget: 1: all, 0: nothing, below 0: it is missed
    std::optional<double> pingsLeft; ///< the same
    nanoseconds watched{0};

    /// What is left of the budget that is closest to its end.
    [[nodiscard]] std::optional<double> left() const;
};

/// Counts what objectives need, by minutes for seven hours and by hours for 32 days. There is one for each
/// peer and each limit on its round trips. A value. Ignores what is older than that.
class ObjectiveLedger
{
public:
    explicit ObjectiveLedger(nanoseconds within = milliseconds(200))
        : m_within(within)
    {
    }

    /// A ping with a final outcome, counted where it was due.
    void add(const PingSample &sample);
    /// A stretch of watched time.
    void add(WallTime from, WallTime to, bool isOpen);
    /// The pings of an hour of an earlier run.
    void add(WallTime at, quint64 pings, quint64 inTime);

    /// The sum from then on, by whole minutes where these are known, otherwise by whole hours.
    [[nodiscard]] ObjectiveCounts since(WallTime from) const;

private:
    ObjectiveCounts &minuteAt(WallTime time);
    ObjectiveCounts &hourAt(WallTime time);
    void forget();

    nanoseconds m_within;
    std::map<qint64, ObjectiveCounts> m_minutes; // since 1970
    std::map<qint64, ObjectiveCounts> m_hours;
};

/// The standing of an objective, from the counts of its period. The budget is that of the whole period,
/// whether all of it was watched or not: 43 minutes for 99.9 % over 30 days. The used part is the burn rate
/// times the share of the period that was watched.
[[nodiscard]] ObjectiveStanding standingOf(const Objective &objective, const ObjectiveCounts &counts);

/// The burn rate in a window: at 1, the budget is used up exactly at the end of the period. Of the two parts
/// of the objective, the higher rate; nullopt: nothing was counted. The part of the window that was not
/// watched used nothing. Google, The Site Reliability Workbook, chapter 5 "Alerting on SLOs": burn rate =
/// error rate / (1 - objective).
[[nodiscard]] std::optional<double> burnRate(const Objective &objective, const ObjectiveCounts &counts,
                                             nanoseconds window);

/// The counts for all objectives of one peer, from what is reported about it.
class ObjectiveMeter
{
public:
    /// Counts for objectives with the same limit are kept.
    void setObjectives(const QList<Objective> &objectives);
    [[nodiscard]] const QList<Objective> &objectives() const { return m_objectives; }

    void add(const PingSample &sample);
    /// The states of a watched peer until now; gaps are left out.
    void add(std::span<const StateSpan> states);
    /// Until when time has been counted.
    [[nodiscard]] std::optional<WallTime> countedTo() const { return m_countedTo; }
    void setCountedTo(WallTime time) { m_countedTo = time; }

    /// An hour of an earlier run: its states, and how many of its pings were within a limit.
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
