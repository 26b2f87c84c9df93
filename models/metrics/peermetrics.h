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

/// Upper bounds of a histogram of round trips, in seconds, ascending. There is always one more bucket, for
/// what is above them.
using RttBuckets = std::vector<double>;

/// From 1 ms to 10 s, three for each power of ten: a millisecond is a neighbour, a second a distant or slow
/// peer.
[[nodiscard]] const RttBuckets &defaultRttBuckets();

/// How many bounds there may be: each costs one series for each peer.
inline constexpr int mostRttBuckets = 30;

/// Everything that is counted about one peer for its metrics, from what the monitor reports. A value: copies
/// are independent. Its size does not depend on how long the peer is watched.
struct PeerMetrics {
    /// How a connection ended, as far as labels say.
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
        bool closeCodeIsKnown = true; ///< false: there are too many codes, and this one is written as "other"
        WallTime time{};
    };
    enum Phase { Dns, Tcp, Proxy, Tls, Upgrade, Dialogue, PhaseCount };

    /// The number of series is limited, whatever the peer does.
    static constexpr size_t mostEndKinds = 40;
    static constexpr size_t mostCloseCodes = 20;

    explicit PeerMetrics(size_t buckets = 0)
        : rtts(buckets + 1)
    {
    }

    void apply(const PingSample &sample, const RttBuckets &buckets);
    void apply(const ConnectionEvent &event);

    [[nodiscard]] Health healthNow() const { return isHeldBack ? Health::Failed : health.health(); }
    /// Whether it is open and its pings are answered.
    [[nodiscard]] bool isUp() const;

    std::shared_ptr<const std::string> labels; ///< of all its series, as in the text format
    std::shared_ptr<const std::string> origin; ///< scheme, host and port of its URL, escaped
    bool waitsForFeed = false;
    bool isHeldBack = false; ///< not dialled because a secret is missing

    HealthTracker health;
    std::array<quint64, 6> pings{}; ///< by PingOutcome; late answers are counted as timed out, too
    std::vector<quint64> rtts;      ///< in each bucket alone; the last one has no bound
    nanoseconds rttSum{0};
    std::optional<nanoseconds> tcpRtt;                           ///< of the newest ping for which it is known
    quint64 connections = 0;                                     ///< opened so far
    std::optional<WallTime> openedAt;                            ///< of the connection that is open now
    std::array<std::optional<nanoseconds>, PhaseCount> phases{}; ///< of the newest dial
    std::optional<qint64> certificateExpires;                    ///< seconds since 1970
    std::vector<EndCount> ends;
    quint64 otherEnds = 0; ///< of further kinds, beyond the limit
    std::vector<quint16> closeCodes;
    std::optional<LastEnd> lastEnd;
    std::optional<WallTime> staleSince; ///< if its feed has stopped: when its last message came
};

} // namespace Pongwatch
