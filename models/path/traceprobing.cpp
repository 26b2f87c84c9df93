// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/traceprobing.h"

#include <algorithm>
#include <map>

namespace Pongwatch
{

namespace
{

/// Smaller tokens are those of questions.
constexpr quint32 firstToken = 100;
/// The kernel sends a SYN again after this time; a little less, because clocks differ.
constexpr milliseconds synAgain{990};
/// mtr-packet says when a probe's time is over. If it doesn't, this is how long to wait for it.
constexpr milliseconds grace{1500};
/// In how many rounds all TTLs beyond the last answered one are tried; later rounds try two.
constexpr int searchingRounds = 3;

struct Tally {
    quint32 sent = 0;
    quint32 answered = 0;
    std::map<QString, quint32> addresses;
    std::vector<nanoseconds> times; ///< in their order
};

PathHop hopOf(int ttl, const Tally &tally)
{
    PathHop hop;
    hop.ttl = ttl;
    hop.sent = tally.sent;
    hop.answered = tally.answered;
    for (const auto &[address, answers] : tally.addresses)
        hop.addresses.append(HopAddress{address, {}, answers});
    std::stable_sort(hop.addresses.begin(), hop.addresses.end(),
                     [](const HopAddress &a, const HopAddress &b) { return a.answers > b.answers; });
    hop.addresses.resize(std::min<qsizetype>(hop.addresses.size(), PathHop::mostAddresses));
    if (tally.times.empty())
        return hop;
    std::vector<nanoseconds> sorted = tally.times;
    std::sort(sorted.begin(), sorted.end());
    hop.best = sorted.front();
    hop.worst = sorted.back();
    hop.last = tally.times.back();
    const size_t middle = sorted.size() / 2;
    hop.median = sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return hop;
}

} // namespace

TraceProbing::TraceProbing(TraceTarget target, const ProbePlan &plan, int expectedHops, SteadyTime now)
    : m_target(std::move(target))
    , m_plan(plan)
    , m_expectedHops(std::clamp(expectedHops, 0, plan.mostHops))
    , m_nextProbe(now)
    , m_roundBegan(now)
{
}

int TraceProbing::lastTtl() const
{
    if (m_destination > 0)
        return m_destination;
    const int beyond = m_round < searchingRounds ? m_plan.silentHops : 2;
    return std::min(m_plan.mostHops, std::max(m_lastAnswered + beyond, m_expectedHops));
}

bool TraceProbing::isLossy() const
{
    int sent = 0;
    int lost = 0;
    for (const Probe &probe : m_probes) {
        if (probe.ttl != m_destination || probe.fate == Fate::Out || probe.fate == Fate::NotSent)
            continue;
        ++sent;
        lost += probe.fate == Fate::Lost || probe.fate == Fate::Refused ? 1 : 0;
    }
    return lost > 0 && lost < sent;
}

int TraceProbing::rounds() const
{
    return isLossy() ? std::max(m_plan.rounds, m_plan.roundsAtLoss) : m_plan.rounds;
}

milliseconds TraceProbing::roundEvery() const
{
    return m_round > m_plan.rounds ? m_plan.roundEveryAtLoss : m_plan.roundEvery;
}

std::vector<MtrProbe> TraceProbing::takeDue(SteadyTime now)
{
    expire(now);
    std::vector<MtrProbe> due;
    while (m_nextProbe <= now) {
        if (m_nextTtl > lastTtl()) { // the round is over
            if (m_round + 1 >= rounds())
                break; // unless late replies of the first round make another one worthwhile
            ++m_round;
            m_nextTtl = 1;
            m_roundBegan = std::max(m_roundBegan + roundEvery(), m_nextProbe);
            m_nextProbe = m_roundBegan;
            continue;
        }
        const MtrProbe probe{firstToken + static_cast<quint32>(m_probes.size()), m_nextTtl++,
                             m_round == 0 || m_target.protocol != TraceProtocol::Tcp ? m_plan.firstTimeout
                                                                                     : m_plan.laterTimeout};
        m_probes.push_back({probe.ttl, Fate::Out, {}, {}, now + probe.timeout + grace});
        ++m_out;
        due.push_back(probe);
        // One at a time, even if this is called late: a burst would look like loss.
        m_nextProbe = now + m_plan.probeEvery;
    }
    return due;
}

void TraceProbing::expire(SteadyTime now)
{
    for (Probe &probe : m_probes) {
        if (probe.fate == Fate::Out && probe.overAt <= now) {
            probe.fate = Fate::Lost;
            --m_out;
        }
    }
}

void TraceProbing::take(const MtrReply &reply, SteadyTime)
{
    if (reply.token < firstToken || reply.token - firstToken >= m_probes.size())
        return;
    Probe &probe = m_probes[reply.token - firstToken];
    if (probe.fate != Fate::Out)
        return;
    --m_out;
    switch (reply.kind) {
    case MtrReply::Kind::Reply:
    case MtrReply::Kind::TtlExpired:
        if (m_target.protocol == TraceProtocol::Tcp && *reply.rtt >= synAgain) {
            probe.fate = Fate::Lost;
            return;
        }
        probe.fate = reply.kind == MtrReply::Kind::Reply ? Fate::Reached : Fate::Passed;
        probe.rtt = *reply.rtt;
        break;
    case MtrReply::Kind::NoRoute:
        probe.fate = Fate::Refused;
        break;
    case MtrReply::Kind::NotSent:
        probe.fate = Fate::NotSent;
        return;
    case MtrReply::Kind::NoReply:
    case MtrReply::Kind::Support:
        probe.fate = Fate::Lost;
        return;
    }
    probe.address = reply.address;
    if (probe.fate == Fate::Reached)
        m_destination = m_destination == 0 ? probe.ttl : std::min(m_destination, probe.ttl);
    else if (probe.fate == Fate::Passed)
        m_lastAnswered = std::max(m_lastAnswered, probe.ttl);
}

std::optional<SteadyTime> TraceProbing::nextAt() const
{
    if (m_nextTtl <= lastTtl())
        return m_nextProbe;
    if (m_round + 1 < rounds())
        return std::max(m_nextProbe, m_roundBegan + (m_round + 1 > m_plan.rounds ? m_plan.roundEveryAtLoss
                                                                                 : m_plan.roundEvery));
    std::optional<SteadyTime> next;
    for (const Probe &probe : m_probes)
        if (probe.fate == Fate::Out)
            next = next ? std::min(*next, probe.overAt) : probe.overAt;
    return next;
}

bool TraceProbing::isDone() const
{
    return m_out == 0 && m_nextTtl > lastTtl() && m_round + 1 >= rounds();
}

PathTrace TraceProbing::soFar(const QSet<QString> &own) const
{
    PathTrace trace;
    trace.target = m_target;
    // The place of a router that refused: the lowest TTL that it answered in any way.
    std::map<QString, int> places;
    std::map<QString, int> refusals;
    int unsent = 0;
    for (const Probe &probe : m_probes) {
        unsent += probe.fate == Fate::NotSent ? 1 : 0;
        if (probe.fate != Fate::Passed && probe.fate != Fate::Refused)
            continue;
        const auto [place, isNew] = places.try_emplace(probe.address, probe.ttl);
        if (!isNew)
            place->second = std::min(place->second, probe.ttl);
        if (probe.fate == Fate::Refused)
            ++refusals[probe.address];
    }
    std::map<int, Tally> tallies;
    int last = 0;
    for (const Probe &probe : m_probes) {
        if (probe.fate == Fate::Out || probe.fate == Fate::NotSent ||
            (m_destination > 0 && probe.ttl > m_destination))
            continue;
        Tally &tally = tallies[probe.ttl];
        last = std::max(last, probe.ttl);
        ++tally.sent;
        const bool refusedItself = probe.fate == Fate::Refused && !own.contains(probe.address) &&
                                   !probe.address.isEmpty() && places[probe.address] == probe.ttl;
        if (probe.fate != Fate::Passed && probe.fate != Fate::Reached && !refusedItself)
            continue;
        ++tally.answered;
        ++tally.addresses[probe.address];
        if (!refusedItself)
            tally.times.push_back(probe.rtt);
    }
    for (int ttl = 1; ttl <= std::min(last, PathTrace::mostHops); ++ttl)
        trace.hops.append(hopOf(ttl, tallies[ttl]));
    trace.reached = m_destination > 0;
    const auto most = std::max_element(refusals.cbegin(), refusals.cend(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most != refusals.cend()) {
        trace.refusedBy = most->first;
        trace.refusedHere = most->first.isEmpty() || own.contains(most->first);
    }
    trace.notSent = !m_probes.empty() && unsent == static_cast<int>(m_probes.size());
    return trace;
}

} // namespace Pongwatch
