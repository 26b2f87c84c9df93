// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QHostAddress>

#include <optional>
#include <vector>

namespace Pongwatch
{

/// A client of the metrics server, as far as it matters for who may stay.
struct MetricsClient {
    QByteArray network; ///< as networkOf() has it
    SteadyTime since{}; ///< when it connected
    bool isAnswered = false;
};

/// Whose clients count as those of one: the address or, with IPv6, its first 64 bits, of which a host may
/// have all addresses (RFC 4291 2.5.4).
[[nodiscard]] QByteArray networkOf(const QHostAddress &address);

/// Where all places are taken: which of the clients gives its place to one from the network `newcomer`. Those
/// of the network that has the most come first and, of these, the one whose request has been awaited longest.
/// One that is reading its answer only has to go if it has had `longEnough`, or if its network would still
/// have as many places as the newcomer's. nullopt: none has to, so the newcomer does.
[[nodiscard]] std::optional<size_t> clientToDrop(const std::vector<MetricsClient> &clients,
                                                 const QByteArray &newcomer, SteadyTime now);

/// What Prometheus gives a scrape by default.
inline constexpr seconds longEnough{10};

} // namespace Pongwatch
