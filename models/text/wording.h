// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/suspects.h"
#include "history/flapmeter.h"
#include "history/health.h"
#include "history/peerhold.h"
#include "text/eventkind.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QMap>

namespace Pongwatch
{

/// The translated words for enumerations of values, and descriptions of ends. The texts are plain, never
/// rich.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Wording)

public:
    /// Negative if it is in the past.
    static seconds timeUntil(const QDateTime &moment, WallTime now);

    static QString health(Health health);
    /// "1 Timed out, 9 OK", worst first.
    static QString healthCounts(const QMap<Health, int> &counts, const QLocale &locale = QLocale());

    static QString outcome(PingOutcome outcome);

    /// Items in a row: "a, b, c".
    static QString list(const QStringList &items);

    /// What a reader must know before trusting the sample; empty: nothing.
    static QString marks(SampleMarks marks);
    static QString initiator(Initiator initiator);
    static QString evidence(Evidence evidence);
    static QString eventKind(EventKind kind);

    /// "1011 keepalive ping timeout", "no code", or "none" if there was no Close frame at all.
    static QString closeFrame(const std::optional<CloseFrame> &frame);

    /// A close code with its name: "1012 restart".
    static QString closeCode(quint16 code);

    /// A summary of a peer that flaps: how often it was lost within the rule's window, and how the newest
    /// connection ended.
    static QString flappingInShort(size_t lost, const Verdict &newest);
    static QString flappingSentence(size_t lost, const Verdict &newest);

    /// An end in a few words, for a list.
    static QString endInShort(const Verdict &verdict);
    /// Why a peer is not dialled, in two words or in a sentence.
    static QString holdInShort(const PeerHold &hold);
    static QString holdSentence(const PeerHold &hold);

    /// What a peer's stopped feed means while its connection is open, in a few words or in a sentence.
    static QString staleInShort(const FeedStale &feed);
    static QString staleSentence(const FeedStale &feed);

    /// An end in a sentence that a person on call can act on.
    static QString endSentence(const Verdict &verdict);

    /// A place on the way to the peer: "Network".
    static QString suspect(Suspect suspect);

    /// "Points to the peer, perhaps to a proxy."; empty if nothing is suspected.
    static QString suspicion(const Suspicion &suspicion);

    /// Text from a peer, made harmless by harmlessText().
    static QString harmless(const QString &text, qsizetype limit = 300);
};

} // namespace Pongwatch
