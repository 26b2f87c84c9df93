// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/server/clientroom.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace Pongwatch
{

QByteArray networkOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of one that is mapped into IPv6
    if (isIpv4)
        return QByteArray::number(ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), 8).toHex();
}

std::optional<size_t> clientToDrop(const std::vector<MetricsClient> &clients, const QByteArray &newcomer,
                                   SteadyTime now)
{
    QHash<QByteArray, int> counts;
    for (const MetricsClient &client : clients)
        ++counts[client.network];
    const int own = counts.value(newcomer) + 1; // with the newcomer
    std::optional<size_t> found;
    // The smaller one goes first.
    const auto turnOf = [&](const MetricsClient &client) {
        return std::tuple(-counts.value(client.network), client.isAnswered, client.since);
    };
    for (size_t i = 0; i < clients.size(); ++i) {
        const MetricsClient &client = clients[i];
        const bool hasMore = counts.value(client.network) > own;
        const bool mayGo = !client.isAnswered || hasMore || now - client.since >= longEnough;
        if (mayGo && (!found || turnOf(client) < turnOf(clients[*found])))
            found = i;
    }
    return found;
}

} // namespace Pongwatch
