// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/objectiveledger.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::minutes minute{1};
constexpr std::chrono::hours hour{1};
constexpr qint64 minutesKept = 7 * 60;
constexpr qint64 hoursKept = 32 * 24;

qint64 numberOf(WallTime time, nanoseconds width)
{
    const auto us = std::chrono::duration_cast<microseconds>(width).count();
    const auto since = static_cast<qint64>(time.time_since_epoch().count());
    return since >= 0 ? since / us : (since - us + 1) / us;
}

std::optional<double> shareOf(double part, double whole)
{
    return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

/// The used part of a budget; 1: all of it.
double usedOf(double missedShare, double target, double watchedShare)
{
    return missedShare / std::max(1e-9, 1 - target) * std::min(1.0, watchedShare);
}

} // namespace

void ObjectiveCounts::add(const ObjectiveCounts &other)
{
    watched += other.watched;
    open += other.open;
    pings += other.pings;
    inTime += other.inTime;
}

std::optional<double> ObjectiveStanding::left() const
{
    if (openLeft && pingsLeft)
        return std::min(*openLeft, *pingsLeft);
    return openLeft ? openLeft : pingsLeft;
}

ObjectiveCounts &ObjectiveLedger::minuteAt(WallTime time)
{
    return m_minutes[numberOf(time, minute)];
}

ObjectiveCounts &ObjectiveLedger::hourAt(WallTime time)
{
    return m_hours[numberOf(time, hour)];
}

void ObjectiveLedger::add(const PingSample &sample)
{
    const PingOutcome outcome = sample.outcome;
    if (outcome == PingOutcome::Lost || outcome == PingOutcome::Superseded)
        return;
    const bool isInTime =
        (outcome == PingOutcome::Answered || outcome == PingOutcome::Slow) && sample.rtt <= m_within;
    for (ObjectiveCounts *counts : {&minuteAt(sample.sentAt), &hourAt(sample.sentAt)}) {
        // A late pong settles a ping that was already counted as missed, and stays missed.
        if (outcome == PingOutcome::Late)
            continue;
        ++counts->pings;
        counts->inTime += isInTime ? 1 : 0;
    }
    forget();
}

void ObjectiveLedger::add(WallTime from, WallTime to, bool isOpen)
{
    while (from < to) {
        const WallTime edge(microseconds((numberOf(from, minute) + 1) *
                                         std::chrono::duration_cast<microseconds>(minute).count()));
        const WallTime end = std::min(edge, to);
        for (ObjectiveCounts *counts : {&minuteAt(from), &hourAt(from)}) {
            counts->watched += end - from;
            counts->open += isOpen ? nanoseconds(end - from) : nanoseconds(0);
        }
        from = end;
    }
    forget();
}

void ObjectiveLedger::add(WallTime at, quint64 pings, quint64 inTime)
{
    ObjectiveCounts &counts = hourAt(at);
    counts.pings += pings;
    counts.inTime += std::min(inTime, pings);
}

void ObjectiveLedger::forget()
{
    const auto drop = [](auto &slots, qint64 kept) {
        while (!slots.empty() && slots.begin()->first < slots.rbegin()->first - kept)
            slots.erase(slots.begin());
    };
    drop(m_minutes, minutesKept);
    drop(m_hours, hoursKept);
}

ObjectiveCounts ObjectiveLedger::since(WallTime from) const
{
    ObjectiveCounts all;
    const qint64 first = numberOf(from, minute);
    const qint64 newest = m_hours.empty() ? 0 : (m_hours.rbegin()->first + 1) * 60;
    const bool isInMinutes = first >= newest - minutesKept + 60;
    if (isInMinutes) {
        for (auto slot = m_minutes.lower_bound(first); slot != m_minutes.end(); ++slot)
            all.add(slot->second);
        return all;
    }
    for (auto slot = m_hours.lower_bound(numberOf(from, hour)); slot != m_hours.end(); ++slot)
        all.add(slot->second);
    return all;
}

ObjectiveStanding standingOf(const Objective &objective, const ObjectiveCounts &counts)
{
    ObjectiveStanding standing;
    standing.watched = counts.watched;
    const double watched = toSeconds(counts.watched);
    const double share = watched / toSeconds(objective.period);
    if (objective.open) {
        standing.open = shareOf(toSeconds(counts.open), watched);
        if (standing.open)
            standing.openLeft = 1 - usedOf(1 - *standing.open, *objective.open, share);
    }
    if (objective.pings) {
        standing.pings = shareOf(static_cast<double>(counts.inTime), static_cast<double>(counts.pings));
        if (standing.pings)
            standing.pingsLeft = 1 - usedOf(1 - *standing.pings, *objective.pings, share);
    }
    return standing;
}

std::optional<double> burnRate(const Objective &objective, const ObjectiveCounts &counts, nanoseconds window)
{
    const double watched = toSeconds(counts.watched) / toSeconds(window);
    std::optional<double> fastest;
    const auto consider = [&fastest, watched](std::optional<double> reached, std::optional<double> target) {
        if (reached && target)
            fastest = std::max(fastest.value_or(0), usedOf(1 - *reached, *target, watched));
    };
    consider(shareOf(toSeconds(counts.open), toSeconds(counts.watched)), objective.open);
    consider(shareOf(static_cast<double>(counts.inTime), static_cast<double>(counts.pings)), objective.pings);
    return fastest;
}

void ObjectiveMeter::setObjectives(const QList<Objective> &objectives)
{
    m_objectives = objectives;
    for (const Objective &objective : objectives)
        m_ledgers.try_emplace(objective.within, objective.within);
    std::erase_if(m_ledgers, [&objectives](const auto &ledger) {
        return std::none_of(objectives.begin(), objectives.end(),
                            [&ledger](const Objective &one) { return one.within == ledger.first; });
    });
}

void ObjectiveMeter::add(const PingSample &sample)
{
    for (auto &[within, ledger] : m_ledgers)
        ledger.add(sample);
}

void ObjectiveMeter::add(std::span<const StateSpan> states)
{
    for (const StateSpan &state : states)
        for (auto &[within, ledger] : m_ledgers)
            if (state.health != Health::Paused && state.state != ConnectionState::Paused)
                ledger.add(state.from, state.to, state.state == ConnectionState::Open);
}

void ObjectiveMeter::addPast(WallTime hour, quint64 pings, const InTime &inTime)
{
    for (auto &[within, ledger] : m_ledgers)
        ledger.add(hour, pings, inTime(within));
}

const Objective *ObjectiveMeter::find(const QString &name) const
{
    const auto found = std::find_if(m_objectives.begin(), m_objectives.end(),
                                    [&name](const Objective &one) { return one.name == name; });
    return found == m_objectives.end() ? nullptr : &*found;
}

ObjectiveCounts ObjectiveMeter::since(const Objective &objective, WallTime from) const
{
    const auto ledger = m_ledgers.find(objective.within);
    return ledger == m_ledgers.end() ? ObjectiveCounts() : ledger->second.since(from);
}

} // namespace Pongwatch
