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

/// How a path is probed. The defaults keep to what Linux routers answer at most: one such message a second to
/// each host, and six at once (icmp_ratelimit in icmp(7)).
struct ProbePlan {
    int rounds = 10; ///< probes of each hop
    milliseconds roundEvery{500};
    milliseconds probeEvery{50}; ///< within a round
    /// Rounds are added where some of the probes to the destination are lost, since ten don't tell where.
    int roundsAtLoss = 30;
    milliseconds roundEveryAtLoss{1000};
    int mostHops = 30;
    int silentHops = 8; ///< so many TTLs are tried beyond the last that was answered
    /// Of the first round. Who finds nobody to pass a packet on to on its own network says so after 3 s.
    seconds firstTimeout{4};
    seconds laterTimeout{1};
};

/// Which probes a trace sends, and what their replies amount to. Knows no process and no clock.
///
/// What was learned of mtr-packet 0.95, which sends the probes:
/// - A TCP probe is a connect(2): a lost SYN is sent again by the kernel after 1 s and 3 s (RFC 6298 5.7), so
///   that loss would look like an answer after more than a second. What takes so long counts as lost.
/// - Probes beyond the destination reach it as well, and are connections more to its port. So the TTLs are
///   tried one after the other, a little apart, and none above the first that the destination answered.
/// - "no-route" is a router's ICMP message "destination unreachable", and comes to each TTL from that router
///   on. Routers limit how many they send, so that it may come to TTL 8 and not to the router's own, 2.
/// - A router whose next link is down answers "no-route" rather than "ttl-expired" to its own TTL.
class TraceProbing
{
public:
    /// `expectedHops`: as many as the destination was away before; 0: not known.
    TraceProbing(TraceTarget target, const ProbePlan &plan, int expectedHops, SteadyTime now);

    /// The probes that are due. Asked for once, they count as handed to mtr-packet.
    [[nodiscard]] std::vector<MtrProbe> takeDue(SteadyTime now);

    /// A reply to one of them. Others, and a second one to the same, change nothing.
    void take(const MtrReply &reply, SteadyTime now);

    /// When to ask again; nullopt: not before a reply has come.
    [[nodiscard]] std::optional<SteadyTime> nextAt() const;

    /// Nothing is to be sent any more, and nothing is waited for.
    [[nodiscard]] bool isDone() const;

    /// What is known so far. Probes whose reply may still come don't count. `isOwn`: addresses of this
    /// machine.
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
    int m_out = 0; ///< probes whose reply may still come
};

} // namespace Pongwatch
