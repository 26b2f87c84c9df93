// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"
#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// One hop that another address answered than in the last good trace.
struct RouteChange {
    int ttl = 0;
    QString was;
    QString now;

    friend bool operator==(const RouteChange &, const RouteChange &) = default;
};

/// What a trace says, beside the last good one to the same destination. docs/verdicts.md has the rules.
struct PathFinding {
    /// Numbers are written into histories: append only.
    enum class Kind : quint8 {
        Whole,          ///< the destination answers, without loss, and not much later than it did
        Lossy,          ///< the destination answers, and probes are lost
        Slower,         ///< the destination answers, later than in the last good trace
        Ends,           ///< nothing answers beyond a hop
        Refused,        ///< a router says that it can't pass packets on
        NothingAnswers, ///< not even the first hop
        NoNeighbour,    ///< who should take the packets on this machine's own network is not there
        NotSent,        ///< this machine has no route
        Nothing,        ///< the trace was ended before it knew anything
    };
    enum class Side : quint8 {
        Unknown,
        Ours,    ///< this machine, its network, or where that meets the provider's
        Between, ///< neither in this machine's own network nor at the last hop
        Theirs,  ///< behind the last router: the destination's machine, or what filters before it
    };

    Kind kind = Kind::Whole;
    Side side = Side::Unknown;
    /// At Ends and Refused: the last hop that answers. 0: at Refused, that hop's place is not known.
    int lastAnswering = 0;
    /// At Lossy and Slower: the hop that it begins at. Where probes don't tell for sure, or hops are silent,
    /// the hops that it may begin at, first and last: the one before the first is not affected, the last is.
    int from = 0;
    int fromAtMost = 0;
    double loss = 0;         ///< at Lossy: of the probes to the destination
    nanoseconds slowerBy{0}; ///< at Slower: of the medians
    int hopsBefore = 0;      ///< as many as the destination was away in the last good trace; 0: there is none
    std::optional<RouteChange> change; ///< the first that differs
    /// Hops that answer some probes only, though nothing is lost behind them: routers limit how many of such
    /// answers they send.
    QList<int> rateLimited;

    friend bool operator==(const PathFinding &, const PathFinding &) = default;
};

/// `lastGood`: the last trace before it that isGood(), to the same destination; null: there is none.
[[nodiscard]] PathFinding findOnPath(const PathTrace &trace, const PathTrace *lastGood);

[[nodiscard]] PathFinding findOnPath(const TracedPath &path);

/// The last good trace, or null if it has no hops to compare with.
[[nodiscard]] const PathTrace *comparable(const PathTrace *lastGood);

/// Whether it is worth telling a person who did not ask: something is wrong, or the route has changed.
[[nodiscard]] bool isNews(const PathFinding &finding);

/// Where to look after that. Empty: nothing is wrong, or it can't be said.
[[nodiscard]] Suspects suspectsOf(const PathFinding &finding, const PathTrace &trace);

/// Whether the trace of a verdict's path shows on whose side the trouble is.
[[nodiscard]] bool tellsWhere(const Verdict &verdict);

/// "ours", "between", "theirs", or "unknown".
[[nodiscard]] QLatin1String toWord(PathFinding::Side side);
[[nodiscard]] QLatin1String toWord(PathFinding::Kind kind);

/// Whether the address is one that is not routed on the Internet: private (RFC 1918), unique local (RFC
/// 4193), link-local or loopback. What providers use between their own routers (RFC 6598) is not among them.
[[nodiscard]] bool isOwnNetworkAddress(const QString &address);

} // namespace Pongwatch
