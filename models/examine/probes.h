// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "examine/findings/agefound.h"
#include "examine/findings/finding.h"
#include "examine/probelink.h"

#include <functional>
#include <span>
#include <vector>

namespace Pongwatch
{

/// What an examination is to do; checked already.
struct ExaminationPlan {
    ConnectionSettings connection;
    nanoseconds upTo = seconds(1200);    ///< the longest silence that is tried
    nanoseconds hold{0};                 ///< hold a connection for so long, to see how old one may get; 0: no
    qint64 largestMessage = 1024 * 1024; ///< bytes; nothing larger is sent
    bool hostile = false;                ///< sends invalid frames, too
    nanoseconds patience = seconds(5);   ///< for an answer
    QList<FindingKind> only;             ///< empty: everything
    std::vector<PastEnd> pastEnds;       ///< of connections to this peer that were watched earlier
    QList<Finding> known;                ///< of an examination that was cut short: not found out again
};

/// How far it has come.
struct ExaminationProgress {
    FindingKind kind = FindingKind::Connect; ///< that is being found out
    int step = 0;                            ///< from 1
    int steps = 0;
    nanoseconds left{0};        ///< how much longer the whole takes at most, as far as is known
    nanoseconds heldSilence{0}; ///< with IdleLimit: the longest silence so far

    friend bool operator==(const ExaminationProgress &, const ExaminationProgress &) = default;
};

/// What a probe works with.
struct ProbeContext {
    ProbeRoom &room;
    const ExaminationPlan &plan;
    QList<Finding> &findings;                                     ///< all so far
    std::function<void(nanoseconds left, nanoseconds held)> tell; ///< of a probe that takes long

    /// The profile's settings, for a link that nothing else goes by: no redirects.
    [[nodiscard]] ConnectionSettings settings() const;
    void found(FindingKind kind, FindingResult result, const QJsonObject &facts) const;
    /// For what could not be tried or seen: `why` is a word of docs/examine.md.
    void unknown(FindingKind kind, const char *why, QJsonObject facts = {}) const;
    [[nodiscard]] bool isSecure() const;
};

/// One probe: what it finds out, and how long it takes at most. It runs on the examination's thread and
/// returns when it has found out all it can, or soon after a cancel.
struct ProbeRow {
    FindingKind kind; ///< the first, by which its progress is told
    nanoseconds (*atMost)(const ExaminationPlan &plan);
    void (*run)(const ProbeContext &context);
    bool triesClosedPeers = false; ///< has something to find out where no connection could be opened, too
};

/// All probes, in the order in which they run.
[[nodiscard]] std::span<const ProbeRow> allProbes();

// The probes, by the file that they are in.

void probeConnect(const ProbeContext &context);
void probePings(const ProbeContext &context);
void probePingDelay(const ProbeContext &context);
void probeClose(const ProbeContext &context);

void probeHandshake(const ProbeContext &context); ///< credentials, path, subprotocol, origin
void probeCompression(const ProbeContext &context);
void probeAddresses(const ProbeContext &context);
void probeRedirect(const ProbeContext &context);
void probeHttp2(const ProbeContext &context);

void probeTls(const ProbeContext &context); ///< versions, certificate, ALPN

void probeMessageSize(const ProbeContext &context);
void probeHostile(const ProbeContext &context);

void probeSilence(const ProbeContext &context); ///< idle limit, the peer's own pings
void probeAge(const ProbeContext &context);     ///< by the ends of earlier connections, and by holding one

} // namespace Pongwatch
