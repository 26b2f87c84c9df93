// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/suspects.h"
#include "history/healthtracker.h"

#include <array>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
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

/// A number or a time that may be missing, in the space of the value alone: the least value means none. There
/// are thousands of peers with a dozen of these each.
template <typename Value>
class SlimOptional
{
public:
    SlimOptional() = default;
    SlimOptional(Value value) // NOLINT(google-explicit-constructor): like std::optional
        : m_value(value)
    {
    }
    SlimOptional(const std::optional<Value> &value) // NOLINT(google-explicit-constructor)
        : m_value(value.value_or(none()))
    {
    }

    [[nodiscard]] explicit operator bool() const { return m_value != none(); }
    [[nodiscard]] const Value &operator*() const { return m_value; }
    void reset() { m_value = none(); }

private:
    static constexpr Value none()
    {
        if constexpr (std::is_integral_v<Value>)
            return std::numeric_limits<Value>::min();
        else
            return Value::min();
    }

    Value m_value = none();
};

/// What the series of a peer are labelled with, as in the text format. Copies share the text.
class MetricLabels
{
public:
    MetricLabels() = default;
    /// All escaped. `more` are the labels that follow the name, with commas between them; `origin` is scheme,
    /// host and port of the peer's URL.
    MetricLabels(std::string_view name, std::string_view more, std::string_view origin);

    /// Of all its series: peer="…", and `more`.
    [[nodiscard]] std::string_view all() const { return {m_text.get(), m_labelBytes}; }
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view origin() const { return {m_text.get() + m_labelBytes, m_originBytes}; }

private:
    std::shared_ptr<const char[]> m_text; // labels, then origin
    quint32 m_nameBytes = 0;
    quint32 m_labelBytes = 0;
    quint32 m_originBytes = 0;
};

/// How connections to a peer ended.
struct PeerEnds {
    /// How one ended, as far as labels say.
    struct Kind {
        Cause cause = Cause::NetworkError;
        Initiator initiator = Initiator::Unknown;
        Suspects suspects;

        friend bool operator==(const Kind &, const Kind &) = default;
    };
    struct Count {
        Kind kind;
        quint64 count = 0;
    };
    struct Last {
        Kind kind;
        quint16 closeCode = 1006;
        bool closeCodeIsKnown = true; ///< false: there are too many codes, and this one is written as "other"
        WallTime time{};
    };

    /// The number of series is limited, whatever the peer does.
    static constexpr size_t mostKinds = 40;
    static constexpr size_t mostCloseCodes = 20;

    void add(const Verdict &verdict, WallTime time);

    std::vector<Count> counts;
    quint64 others = 0; ///< of further kinds, beyond the limit
    std::vector<quint16> closeCodes;
    Last last;
};

/// Everything that is counted about one peer for its metrics, from what the monitor reports. A value: copies
/// are independent. Its size does not depend on how long the peer is watched, and matters: an agent has one
/// for each of its thousands of peers.
struct PeerMetrics {
    enum Phase { Dns, Tcp, Proxy, Tls, Upgrade, Dialogue, PhaseCount };

    explicit PeerMetrics(size_t buckets = 0)
        : rtts(buckets + 1)
    {
    }

    void apply(const PingSample &sample, const RttBuckets &buckets);
    void apply(const ConnectionEvent &event);

    [[nodiscard]] Health healthNow() const { return isHeldBack ? Health::Failed : health.health(); }
    /// Whether it is open and its pings are answered.
    [[nodiscard]] bool isUp() const;

    MetricLabels labels;
    bool waitsForFeed = false;
    bool isHeldBack = false; ///< not dialled because a secret is missing
    quint32 connections = 0; ///< opened so far

    // Counts begin again from 0 after 4 thousand million, which Prometheus takes as it takes a restart.
    HealthTracker health;
    std::array<quint32, 6> pings{}; ///< by PingOutcome; late answers are counted as timed out, too
    std::vector<quint32> rtts;      ///< in each bucket alone; the last one has no bound
    nanoseconds rttSum{0};
    SlimOptional<nanoseconds> tcpRtt;                           ///< of the newest ping for which it is known
    SlimOptional<WallTime> openedAt;                            ///< of the connection that is open now
    std::array<SlimOptional<nanoseconds>, PhaseCount> phases{}; ///< of the newest dial
    SlimOptional<qint64> certificateExpires;                    ///< seconds since 1970
    SlimOptional<WallTime> staleSince;    ///< if its feed has stopped: when its last message came
    std::shared_ptr<const PeerEnds> ends; ///< null: no connection has ended
};

} // namespace Pongwatch
