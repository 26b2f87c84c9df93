// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/suspects.h"
#include "history/flapmeter.h"
#include "history/health.h"
#include "history/peerhold.h"
#include "text/eventkind.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QMap>

namespace Pongwatch
{

/// What latencies are said in.
enum class LatencyUnit : int {
    Milliseconds,
    BySize, ///< "213 µs", "12.3 ms", "1.20 s"
};

/// How the time of the day and dates are written.
enum class ClockFormat : int {
    System,          ///< as the desktop's settings say
    TwentyFourHours, ///< "18:59:47", and dates as the language has them
    Iso,             ///< "18:59:47", "2026-11-25"
};

enum class ClockPrecision : quint8 { Minutes, Seconds, Milliseconds };

/// How the program says things to a person: numbers with their units by the locale, and the translated words
/// for the values' enumerations. Texts are plain, never rich.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Wording)

public:
    /// What latency() says latencies in from now on, in the whole program, as QLocale::setDefault() does for
    /// numbers. GUI thread.
    static void setLatencyUnit(LatencyUnit unit);
    static LatencyUnit latencyUnit();

    /// The same for the time of the day and dates.
    static void setClockFormat(ClockFormat format);
    static ClockFormat clockFormat();

    static QString clock(QTime time, ClockPrecision precision, const QLocale &locale = QLocale());
    static QString date(QDate date, const QLocale &locale = QLocale());
    /// Both, as they are written here, for fields that are typed into.
    static QString dateTimeFormat(ClockPrecision precision, const QLocale &locale = QLocale());
    static QString clockPattern(ClockPrecision precision, const QLocale &locale = QLocale());
    /// A time of the day to the second that no other one is much wider than.
    static QString widestClock(const QLocale &locale = QLocale());

    /// A latency, in milliseconds (unless setLatencyUnit() says otherwise) with three significant digits:
    /// "0.213 ms", "12.3 ms", "1,204 ms".
    static QString latency(nanoseconds rtt, const QLocale &locale = QLocale());

    /// The same for the ticks of an axis, which are round: "0 ms", "0.5 ms", "100 ms", and "2 s" from a
    /// second on.
    static QString axisLatency(double ms, const QLocale &locale = QLocale());

    /// A stretch of time in its two largest units: "8 s", "2 min 05 s", "3 h 20 min", "2 d 4 h".
    static QString duration(nanoseconds duration, const QLocale &locale = QLocale());

    /// The same in one unit, for narrow places: "55 s", "9.5 min", "23 h", "3.2 d".
    static QString briefDuration(nanoseconds duration, const QLocale &locale = QLocale());

    /// A short wait: "3.25 s", "20 s"; under a second as a latency; from a minute on as a duration.
    static QString shortDuration(nanoseconds duration, const QLocale &locale = QLocale());

    /// A span as it is chosen in a menu, in one unit where that says it all: "30 s", "2 min", "1 h", "7 d".
    static QString roundDuration(nanoseconds duration, const QLocale &locale = QLocale());

    /// When a certificate runs out: "in 9 d 04 h", "expired", and from a quarter of a year on the date.
    static QString expiry(const QDateTime &expires, WallTime now, const QLocale &locale = QLocale());

    /// Negative: it is past.
    static seconds timeUntil(const QDateTime &moment, WallTime now);

    /// A ratio of 0 to 1 as a percentage: "0 %", "0.25 %", "100 %".
    /// A share of time; never rounded up, so that only what was up all the time is 100 %.
    static QString availability(double share, const QLocale &locale = QLocale());
    static QString percentage(double ratio, const QLocale &locale = QLocale());

    /// The time of the day to the second, in the local time zone; with the date if it is not today's. As
    /// clockFormat() has it.
    static QString moment(WallTime time, WallTime now, const QLocale &locale = QLocale());

    static QString health(Health health);
    /// "1 Timed out, 9 OK", worst first.
    static QString healthCounts(const QMap<Health, int> &counts, const QLocale &locale = QLocale());

    static QString outcome(PingOutcome outcome);

    /// Items one after the other: "a, b, c".
    static QString list(const QStringList &items);

    /// What must be known before the sample is believed; empty: nothing.
    static QString marks(SampleMarks marks);
    static QString initiator(Initiator initiator);
    static QString evidence(Evidence evidence);
    static QString eventKind(EventKind kind);

    /// "1011 keepalive ping timeout", "no code", and "none" for no Close frame at all.
    static QString closeFrame(const std::optional<CloseFrame> &frame);

    /// A close code with what it is called: "1012 restart".
    static QString closeCode(quint16 code);

    /// What is said of a peer that flaps: how often it was lost in the rule's window, and how the newest
    /// connection ended.
    static QString flappingInShort(size_t lost, const Verdict &newest);
    static QString flappingSentence(size_t lost, const Verdict &newest);

    /// An end in a few words, for a list.
    static QString endInShort(const Verdict &verdict);
    /// Why a peer is not dialled, in two words and in a sentence.
    static QString holdInShort(const PeerHold &hold);
    static QString holdSentence(const PeerHold &hold);

    /// An end in one sentence that a person on call can act on.
    static QString endSentence(const Verdict &verdict);

    /// A place on the way to the peer: "Network".
    static QString suspect(Suspect suspect);

    /// "Points to the peer, perhaps to a proxy."; empty when nobody is suspected.
    static QString suspicion(const Suspicion &suspicion);

    /// Text from a peer as harmlessText() gives it.
    static QString harmless(const QString &text, qsizetype limit = 300);
};

} // namespace Pongwatch
