// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <optional>

namespace Pongwatch
{

/// Works out how much of each round trip of one connection was spent in the network.
///
/// The kernel's smoothed RTT alone can't tell. A peer may delay an acknowledgement, to send it with its
/// answer or after 40 to 200 ms (RFC 9293 3.8.6.3: less than 500 ms): the acknowledgement of a ping then
/// comes with its pong, and a peer that takes 30 ms looks like a slow network. So the share is bounded:
///
/// - From below by the base: the least of the dial's TCP handshake, which a kernel answers at once, and of
///   tcpi_min_rtt. Neither is ever shorter than the way there and back.
/// - From above by the time until this very ping was acknowledged, which follows from two smoothed values in
///   a row, since S' = S + (R - S) / 8 (RFC 6298 2.3), while exactly one segment was acknowledged between.
///
/// If the two agree, the share is known. If not, it is known when no delayed acknowledgement takes that long
/// (the network), or when the acknowledgement came like a delayed one and the pong well after it (the peer).
/// Otherwise it is unknown, and nothing is reported.
///
/// Within this machine, the network takes no time worth mentioning. If the connection goes through a proxy,
/// TCP ends there and says nothing about the way beyond it.
class NetworkShare
{
public:
    enum class Way : quint8 {
        Network,     ///< to another machine
        ThisMachine, ///< over a loopback address
        ThroughProxy,
    };

    NetworkShare() = default;

    /// `dial`: how long the TCP handshake took, if known.
    NetworkShare(Way way, std::optional<nanoseconds> dial);

    /// The share of a round trip whose pong has just been read; nullopt if it is unknown. Call it once for
    /// each pong, in the order in which they came.
    [[nodiscard]] std::optional<nanoseconds> of(nanoseconds rtt, const std::optional<TcpTiming> &tcp);

private:
    [[nodiscard]] std::optional<nanoseconds> acknowledgedAfter(const TcpTiming &tcp) const;

    Way m_way = Way::Network;
    std::optional<nanoseconds> m_base; ///< the least that TCP has taken so far
    std::optional<TcpTiming> m_before; ///< at the previous pong
};

/// The way to a peer, from the address that answered, as in Opened ("127.0.0.1:9001", "[::1]:9001").
[[nodiscard]] NetworkShare::Way wayTo(const QString &address, bool throughProxy);

} // namespace Pongwatch
