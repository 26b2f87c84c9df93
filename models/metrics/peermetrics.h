// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/suspects.h"
#include "history/healthtracker.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace Pongwatch
{

/// Upper bounds of a histogram of round trips, in seconds, ascending; the bucket above them is implied.
using RttBuckets = std::vector<double>;

/// From 1 ms to 10 s, three a decade: a millisecond is a neighbour, a second a far peer or a slow one.
[[nodiscard]] const RttBuckets &defaultRttBuckets();

/// How many bounds there may be: each costs a series a peer.
inline constexpr int mostRttBuckets = 30;

/// All that is counted of one peer for its metrics, folded from what the monitor reports. A value: copies
/// are independent. Its size does not depend on how long the peer is watched.
struct PeerMetrics {
    /// How a connection ended, as far as labels tell it.
    struct EndKind {
        Cause cause = Cause::NetworkError;
        Initiator initiator = Initiator::Unknown;
        Suspects suspects;

        friend bool operator==(const EndKind &, const EndKind &) = default;
    };
    struct EndCount {
        EndKind kind;
        quint64 count = 0;
    };
    struct LastEnd {
        EndKind kind;
        quint16 closeCode = 1006;
        bool closeCodeIsKnown = true; ///< false: one of too many; told as "other"
        WallTime time{};
    };
    enum Phase { Dns, Tcp, Proxy, Tls, Upgrade, Dialogue, PhaseCount };

    /// What can make a series of its own is bounded, whatever the peer does.
    static constexpr size_t mostEndKinds = 40;
    static constexpr size_t mostCloseCodes = 20;

    explicit PeerMetrics(size_t buckets = 0)
        : rtts(buckets + 1)
    {
    }

    void apply(const PingSample &sample, const RttBuckets &buckets);
    void apply(const ConnectionEvent &event);

    [[nodiscard]] Health healthNow() const { return isHeldBack ? Health::Failed : health.health(); }
    /// Open, and its pings are answered.
    [[nodiscard]] bool isUp() const;

    std::shared_ptr<const std::string> labels; ///< of all its series, as the text format has them
    std::shared_ptr<const std::string> origin; ///< scheme, host and port of its URL, escaped
    bool waitsForFeed = false;
    bool isHeldBack = false; ///< not dialled, since a secret is missing

    HealthTracker health;
    std::array<quint64, 6> pings{}; ///< by PingOutcome; what came late is counted as timed out, too
    std::vector<quint64> rtts;      ///< of each bucket by itself; the last one has no bound
    nanoseconds rttSum{0};
    std::optional<nanoseconds> tcpRtt;                           ///< of the newest ping that it is known of
    quint64 connections = 0;                                     ///< that were opened
    std::optional<WallTime> openedAt;                            ///< of the connection that is open
    std::array<std::optional<nanoseconds>, PhaseCount> phases{}; ///< of the newest dial
    std::optional<qint64> certificateExpires;                    ///< seconds since 1970
    std::vector<EndCount> ends;
    quint64 otherEnds = 0; ///< of kinds beyond the bound
    std::vector<quint16> closeCodes;
    std::optional<LastEnd> lastEnd;
    std::optional<WallTime> staleSince; ///< when the last message of a feed came that has stopped
};

} // namespace Pongwatch
