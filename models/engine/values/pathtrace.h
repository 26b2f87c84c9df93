// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QLatin1String>
#include <QList>
#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

namespace Pongwatch
{

/// What the probes of a trace are. The words (toWord) are those of the output contract.
enum class TraceProtocol : quint8 {
    Tcp,  ///< SYN to the peer's own port: what passes where the connection itself passes
    Icmp, ///< echo requests
    Udp,
};

/// Why a path was traced. Numbers are written into histories: append only.
enum class TraceReason : quint8 {
    ByHand,
    Schedule,     ///< every so many minutes
    PathSilent,   ///< a ping was not answered, and its bytes were not acknowledged
    OpenTimeout,  ///< nothing answered the TCP connection
    NetworkShare, ///< the network took an unusual part of the latency
};

/// Where a trace goes to.
struct TraceTarget {
    QString host;     ///< as the URL or the proxy's setting has it: a name, or the address
    QString address;  ///< without brackets
    quint16 port = 0; ///< of no meaning to ICMP
    TraceProtocol protocol = TraceProtocol::Tcp;
    bool isProxy = false; ///< it is the forward proxy: what lies beyond it can't be traced from here

    friend bool operator==(const TraceTarget &, const TraceTarget &) = default;
};

/// An address that answered probes of one hop.
struct HopAddress {
    QString address;
    QString name;        ///< by its reverse lookup; empty: none known. Foreign text.
    quint32 answers = 0; ///< probes that it answered

    friend bool operator==(const HopAddress &, const HopAddress &) = default;
};

/// One place on a path, as far as probes of one time to live (TTL) tell.
struct PathHop {
    static constexpr int mostAddresses = 8;

    int ttl = 0;
    quint32 sent = 0;
    quint32 answered = 0;
    /// That answered, those with the most answers first; several where routers share the load. At most
    /// mostAddresses.
    QList<HopAddress> addresses;
    // Of the answered probes. Absent as well where a router only said that it can't pass packets on: it may
    // say so after seconds.
    std::optional<nanoseconds> best;
    std::optional<nanoseconds> median;
    std::optional<nanoseconds> worst;
    std::optional<nanoseconds> last;

    /// Of the probes, 0 to 1; 0 when none was sent.
    [[nodiscard]] double loss() const
    {
        return sent == 0 ? 0 : static_cast<double>(sent - answered) / static_cast<double>(sent);
    }
    [[nodiscard]] bool hasAddress(const QString &address) const;

    friend bool operator==(const PathHop &, const PathHop &) = default;
};

/// The way to a peer at one moment, as probes found it.
struct PathTrace {
    static constexpr int mostHops = 64;

    WallTime begun{};
    nanoseconds took{0};
    TraceReason reason = TraceReason::ByHand;
    TraceTarget target;
    /// From TTL 1 on without gaps. Up to the destination when it answered, else up to the last that was
    /// tried.
    QList<PathHop> hops;
    bool reached = false; ///< the last hop is the destination, which answered
    /// The address of a router that said that it can't pass packets on to the destination; empty: none said
    /// so. An address of this machine itself (`refusedHere`): who should take the packets next is not there.
    QString refusedBy;
    bool refusedHere = false;
    bool notSent = false;  ///< this machine could not send a single probe: it has no route
    bool onLink = false;   ///< the destination is in a network of this machine: no router lies between
    bool cutShort = false; ///< ended before its time: the figures are of what had come

    friend bool operator==(const PathTrace &, const PathTrace &) = default;
};

/// A trace, and the last good one to the same destination before it, which it is compared with.
struct TracedPath {
    PathTrace trace;
    std::optional<PathTrace> lastGood;

    friend bool operator==(const TracedPath &, const TracedPath &) = default;
};

/// A TracedPath that copies share: it is seldom there, and must not make what holds it larger.
class SharedPath
{
public:
    SharedPath() = default;
    explicit SharedPath(TracedPath path)
        : m_path(std::make_shared<const TracedPath>(std::move(path)))
    {
    }

    explicit operator bool() const { return m_path != nullptr; }
    const TracedPath &operator*() const { return *m_path; }
    const TracedPath *operator->() const { return m_path.get(); }

    friend bool operator==(const SharedPath &a, const SharedPath &b)
    {
        return a.m_path == b.m_path || (a.m_path && b.m_path && *a.m_path == *b.m_path);
    }

private:
    std::shared_ptr<const TracedPath> m_path;
};

/// Whether a trace shows how the path is when all is well: the destination answered, and at most one probe
/// in ten to it was lost.
[[nodiscard]] bool isGood(const PathTrace &trace);

[[nodiscard]] QLatin1String toWord(TraceProtocol protocol);
[[nodiscard]] QLatin1String toWord(TraceReason reason);
/// The other way round; nullopt: it is no protocol's word.
[[nodiscard]] std::optional<TraceProtocol> traceProtocolFromWord(QStringView word);

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::PathTrace)
Q_DECLARE_METATYPE(Pongwatch::SharedPath)
