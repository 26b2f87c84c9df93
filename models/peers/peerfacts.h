// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QList>

#include <optional>

namespace Pongwatch
{

class PeerRecord;
struct GroupSummary;
struct DialogueAlive;

/// A certificate that expires within this time deserves a warning.
constexpr std::chrono::hours certificateWarning{14 * 24};

/// Something that is known, in words. A fact without a value is not shown.
struct Fact {
    QString name;
    QString value;

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// What is known of a peer, as facts for the inspector and for copying. Text from the peer is made
/// harmless.
class PeerFacts
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PeerFacts)

public:
    explicit PeerFacts(Formatter format = Formatter())
        : m_format(std::move(format))
    {
    }

    /// The evidence for a verdict.
    [[nodiscard]] QList<Fact> ofEnd(const Verdict &verdict) const;

    /// About pings left unanswered while the connection is kept open.
    [[nodiscard]] QList<Fact> ofMissedPongs(const Verdict &verdict) const;

    /// About a feed that has stopped while the connection is open.
    static QList<Fact> ofStop(const FeedStale &feed);

    /// What has come from the feed that the profile waits for (`alive`, if known), and how often; nothing for
    /// a peer without a feed.
    static QList<Fact> ofFeed(const PeerRecord &record, const DialogueAlive *alive, WallTime now);

    /// About a slow answer. `slowAfter`: the configured limit; `slowLimit`: otherwise the limit learned from
    /// the peer's own past.
    [[nodiscard]] QList<Fact> ofSlowAnswer(const PingSample &sample,
                                           const std::optional<nanoseconds> &slowAfter,
                                           const std::optional<nanoseconds> &slowLimit = {}) const;

    /// What the newest handshake agreed on, and what has been learned about the peer since; nothing before
    /// the first.
    [[nodiscard]] QList<Fact> ofOpening(const PeerRecord &record) const;

    /// The certificate of the newest handshake; nothing without TLS.
    [[nodiscard]] QList<Fact> ofCertificate(const PeerRecord &record, WallTime now) const;

    /// A sentence if the certificate of the newest handshake has expired or soon will (certificateWarning);
    /// otherwise empty.
    [[nodiscard]] QString certificateNotice(const PeerRecord &record, WallTime now) const;

    /// About a group, summed up.
    [[nodiscard]] QList<Fact> ofGroup(const GroupSummary &sum, WallTime now) const;

    /// One "name: value" per line; facts without values are left out.
    static QString toText(const QList<Fact> &facts);

private:
    Formatter m_format;
};

} // namespace Pongwatch
