// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"

#include <QCoreApplication>
#include <QList>

#include <optional>

namespace Pongwatch
{

class PeerRecord;
struct GroupSummary;
struct DialogueAlive;

/// A certificate that expires within this is one to worry about.
constexpr std::chrono::hours certificateWarning{14 * 24};

/// One thing that is known, in words. A fact without a value is not shown.
struct Fact {
    QString name;
    QString value;

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// What is known of a peer, as facts: for the inspector, and to be copied. Text that came from the peer is
/// made harmless.
class PeerFacts
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PeerFacts)

public:
    /// The evidence for a finding.
    static QList<Fact> ofEnd(const Verdict &verdict);

    /// Of pings that are unanswered while the connection is kept open.
    static QList<Fact> ofMissedPongs(const Verdict &verdict);

    /// Of a feed that has stopped while the connection is open.
    static QList<Fact> ofStop(const FeedStale &feed);

    /// What comes of the feed that the profile waits for (`alive`, where it is known), and how often; none
    /// for a peer without a feed.
    static QList<Fact> ofFeed(const PeerRecord &record, const DialogueAlive *alive, WallTime now);

    /// Of an answer that took long. `slowAfter`: the limit that was set; `slowLimit`: else that of the peer's
    /// own past.
    static QList<Fact> ofSlowAnswer(const PingSample &sample, const std::optional<nanoseconds> &slowAfter,
                                    const std::optional<nanoseconds> &slowLimit = {});

    /// What was agreed on in the newest handshake, and what is known of the peer since; none before the
    /// first.
    static QList<Fact> ofOpening(const PeerRecord &record);

    /// The certificate of the newest handshake; none without TLS.
    static QList<Fact> ofCertificate(const PeerRecord &record, WallTime now);

    /// A sentence when the certificate of the newest handshake has run out or soon will (certificateWarning);
    /// else empty.
    static QString certificateNotice(const PeerRecord &record, WallTime now);

    /// Some peers summed up.
    static QList<Fact> ofGroup(const GroupSummary &sum, WallTime now);

    /// One "name: value" a line, without those that have no value.
    static QString toText(const QList<Fact> &facts);
};

} // namespace Pongwatch
