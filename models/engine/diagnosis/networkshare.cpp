// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/networkshare.h"

#include <QLatin1String>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

/// The longest time that a kernel delays an acknowledgement: 200 ms in Linux (TCP_DELACK_MAX) and older
/// Windows, 100 ms in the BSDs; plus a tick of its timer.
constexpr milliseconds longestDelayedAck{220};
/// The delay of a Linux kernel in the middle of a dialogue: 40 ms (TCP_DELACK_MIN), plus a tick of its timer.
constexpr milliseconds usualDelayedAck{52};

/// Times that differ by no more than this count as equal.
nanoseconds tolerance(nanoseconds rtt)
{
    return std::max<nanoseconds>(milliseconds(1), rtt / 10);
}

} // namespace

NetworkShare::NetworkShare(Way way, std::optional<nanoseconds> dial)
    : m_way(way)
    , m_base(dial)
{
}

std::optional<nanoseconds> NetworkShare::acknowledgedAfter(const TcpTiming &tcp) const
{
    const bool oneMeasured = m_before && m_before->delivered && tcp.delivered &&
                             *tcp.delivered - *m_before->delivered == 1 &&
                             tcp.totalRetransmits == m_before->totalRetransmits;
    if (!oneMeasured)
        return std::nullopt;
    constexpr int smoothing = 8; // 1 / alpha of RFC 6298 2.3
    return std::max(nanoseconds(0), m_before->smoothed + (tcp.smoothed - m_before->smoothed) * smoothing);
}

std::optional<nanoseconds> NetworkShare::of(nanoseconds rtt, const std::optional<TcpTiming> &tcp)
{
    if (!tcp || m_way == Way::ThroughProxy)
        return std::nullopt;
    const std::optional<nanoseconds> acknowledged = acknowledgedAfter(*tcp);
    m_before = tcp;
    if (tcp->minimum)
        m_base = std::min(*tcp->minimum, m_base.value_or(*tcp->minimum));
    if (!m_base)
        return std::nullopt;
    const nanoseconds base = std::min(*m_base, rtt);
    if (m_way == Way::ThisMachine)
        return base;
    // If there is no figure for this ping alone, the smoothed one is used: if it agrees with the base, or is
    // far below the round trip, it needs no other evidence.
    const nanoseconds atMost = std::min(acknowledged.value_or(tcp->smoothed), rtt);
    const nanoseconds open = atMost - base;
    if (open <= tolerance(rtt))
        return base;
    if (!acknowledged)
        return std::nullopt;
    if (open > longestDelayedAck)
        return atMost;
    const bool pongCameLater = rtt - atMost > std::max<nanoseconds>(milliseconds(2), rtt / 20);
    if (pongCameLater && open <= usualDelayedAck)
        return base;
    return std::nullopt;
}

NetworkShare::Way wayTo(const QString &address, bool throughProxy)
{
    if (throughProxy)
        return NetworkShare::Way::ThroughProxy;
    const bool loopback =
        address.startsWith(QLatin1String("unix:")) || address.startsWith(QLatin1String("127.")) ||
        address.startsWith(QLatin1String("[::1]")) || address.startsWith(QLatin1String("[::ffff:127."));
    return loopback ? NetworkShare::Way::ThisMachine : NetworkShare::Way::Network;
}

} // namespace Pongwatch
