// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <optional>

namespace Pongwatch
{

/// Works out for each round trip of one connection how much of it the network took.
///
/// The kernel's smoothed RTT alone can't tell. A peer may hold an acknowledgement back, to send it with its
/// answer or after 40 to 200 ms (RFC 9293 3.8.6.3: less than 500 ms): the acknowledgement of a ping then
/// rides on its pong, and a peer that takes 30 ms looks like a network that does. So the share is bounded:
///
/// - From below by the base: the least of the dial's TCP handshake, which a kernel answers at once, and of
///   tcpi_min_rtt. Neither is ever shorter than the way there and back.
/// - From above by the time until this very ping was acknowledged, which follows from two smoothed values in
///   a row, since S' = S + (R - S) / 8 (RFC 6298 2.3), while exactly one segment was acknowledged between.
///
/// Where the two agree, the share is known. Where they don't, it is known if no delayed acknowledgement can
/// be so long (the network), or if the acknowledgement came when a delayed one does and the pong well after
/// (the peer). Else it is not, and nothing is said.
///
/// On this machine itself the network takes no time that would be worth a word. Behind a proxy that was
/// dialled through, TCP ends at the proxy and tells nothing of the way beyond.
class NetworkShare
{
public:
    enum class Way : quint8 {
        Network,     ///< to another machine
        ThisMachine, ///< over a loopback address
        ThroughProxy,
    };

    NetworkShare() = default;

    /// `dial`: how long TCP's handshake took, if that is known.
    NetworkShare(Way way, std::optional<nanoseconds> dial);

    /// Of a round trip whose pong has just been read. Call it once for each pong, in their order. nullopt:
    /// it can't be told.
    [[nodiscard]] std::optional<nanoseconds> of(nanoseconds rtt, const std::optional<TcpTiming> &tcp);

private:
    [[nodiscard]] std::optional<nanoseconds> acknowledgedAfter(const TcpTiming &tcp) const;

    Way m_way = Way::Network;
    std::optional<nanoseconds> m_base; ///< the least that TCP ever took
    std::optional<TcpTiming> m_before; ///< at the pong before
};

/// The way to a peer by the address that answered, as Opened has it ("127.0.0.1:9001", "[::1]:9001").
[[nodiscard]] NetworkShare::Way wayTo(const QString &address, bool throughProxy);

} // namespace Pongwatch
