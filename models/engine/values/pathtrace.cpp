// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/pathtrace.h"

#include <algorithm>

namespace Pongwatch
{

bool PathHop::hasAddress(const QString &address) const
{
    return std::any_of(addresses.cbegin(), addresses.cend(),
                       [&address](const HopAddress &one) { return one.address == address; });
}

bool isGood(const PathTrace &trace)
{
    if (!trace.reached || trace.cutShort || trace.hops.isEmpty())
        return false;
    const PathHop &destination = trace.hops.constLast();
    return (destination.sent - destination.answered) * 10 <= destination.sent;
}

QLatin1String toWord(TraceProtocol protocol)
{
    switch (protocol) {
    case TraceProtocol::Tcp:
        return QLatin1String("tcp");
    case TraceProtocol::Icmp:
        return QLatin1String("icmp");
    case TraceProtocol::Udp:
        break;
    }
    return QLatin1String("udp");
}

QLatin1String toWord(TraceReason reason)
{
    switch (reason) {
    case TraceReason::ByHand:
        return QLatin1String("by-hand");
    case TraceReason::Schedule:
        return QLatin1String("schedule");
    case TraceReason::PathSilent:
        return QLatin1String("path-silent");
    case TraceReason::OpenTimeout:
        return QLatin1String("open-timeout");
    case TraceReason::NetworkShare:
        break;
    }
    return QLatin1String("network-share");
}

std::optional<TraceProtocol> traceProtocolFromWord(QStringView word)
{
    for (const TraceProtocol protocol : {TraceProtocol::Tcp, TraceProtocol::Icmp, TraceProtocol::Udp})
        if (word == toWord(protocol))
            return protocol;
    return std::nullopt;
}

} // namespace Pongwatch
