// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"
#include "path/mtrprotocol.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace Pongwatch
{

/// How a path is probed. The defaults stay within what Linux routers answer: one such message a second to
/// each host, and six at once (icmp_ratelimit in icmp(7)).
struct ProbePlan {
    int rounds = 10; ///< probes to each hop
    milliseconds roundEvery{500};
    milliseconds probeEvery{50}; ///< within a round
    /// How many rounds are added if some probes to the destination are lost, because ten don't show where.
    int roundsAtLoss = 30;
    milliseconds roundEveryAtLoss{1000};
    int mostHops = 30;
    int silentHops = 8; ///< how many TTLs are tried beyond the last one that was answered
    /// For the first round. A machine that finds nobody on its own network to pass a packet to says so after
    /// 3 s.
    seconds firstTimeout{4};
    seconds laterTimeout{1};
};

/// Decides which probes a trace sends, and what their replies mean. Has no process and no clock.
///
/// What was found out about mtr-packet 0.95, which sends the probes:
/// - A TCP probe is a connect(2). The kernel sends a lost SYN again after 1 s and 3 s (RFC 6298 5.7), so loss
///   looks like an answer after more than a second. Anything that slow counts as lost.
/// - Probes beyond the destination reach it as well, and open more connections to its port. So the TTLs are
///   tried one after the other, a little apart, and none above the first one that the destination answered.
/// - "no-route" is the ICMP message "destination unreachable" of a router. It comes for each TTL from that
///   router on. Routers limit how many they send, so it may come for TTL 8 and not for the router's own, 2.
/// - A router whose next link is down answers "no-route" to its own TTL, and not "ttl-expired".
class TraceProbing
{
public:
    /// `expectedHops`: the distance of the destination in an earlier trace; 0: not known.
    TraceProbing(TraceTarget target, const ProbePlan &plan, int expectedHops, SteadyTime now);

    /// The probes that are due. Once returned, they count as handed to mtr-packet.
    [[nodiscard]] std::vector<MtrProbe> takeDue(SteadyTime now);

    /// A reply to one of them. Other replies, and a second reply to the same probe, change nothing.
    void take(const MtrReply &reply, SteadyTime now);

    /// When to ask again. nullopt: not before a reply has come.
    [[nodiscard]] std::optional<SteadyTime> nextAt() const;

    /// Whether there is nothing left to send or to wait for.
    [[nodiscard]] bool isDone() const;

    /// What is known so far. Probes whose replies may still come don't count. `isOwn`: whether an address
    /// belongs to this machine.
    [[nodiscard]] PathTrace soFar(const QSet<QString> &own) const;

private:
    enum class Fate : quint8 { Out, Lost, Passed, Reached, Refused, NotSent };
    struct Probe {
        int ttl = 1;
        Fate fate = Fate::Out;
        QString address;
        nanoseconds rtt{0};
        SteadyTime overAt{};
    };

    [[nodiscard]] int lastTtl() const;
    [[nodiscard]] int rounds() const;
    [[nodiscard]] bool isLossy() const;
    [[nodiscard]] milliseconds roundEvery() const;
    void expire(SteadyTime now);

    TraceTarget m_target;
    ProbePlan m_plan;
    int m_expectedHops;
    SteadyTime m_nextProbe;
    SteadyTime m_roundBegan;
    int m_round = 0;   ///< from 0
    int m_nextTtl = 1; ///< in this round
    int m_lastAnswered = 0;
    int m_destination = 0; ///< its TTL; 0: it has not answered
    std::vector<Probe> m_probes;
    int m_out = 0; ///< how many probes may still get a reply
};

} // namespace Pongwatch
