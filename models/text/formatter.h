// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <optional>

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

/// What is a matter of taste, or of where the text goes.
struct FormatPreferences {
    LatencyUnit latencyUnit = LatencyUnit::Milliseconds;
    ClockFormat clockFormat = ClockFormat::System;
    /// Between a number and its unit. A plain space where text is searched or wrapped by others: on a
    /// terminal, in a sentence.
    QChar unitSpace = QChar(0x00A0);

    /// On a terminal and in sentences.
    [[nodiscard]] static FormatPreferences plain() { return {{}, ClockFormat::Iso, u' '}; }
};

/// The one place that writes latencies, durations, percentages and moments: in the numbers of a locale, the
/// times of a time zone, and as the preferences say. The same value reads the same in the list, the chart,
/// the log, a terminal and a report. A value; any thread.
class Formatter
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Wording)

public:
    /// Without a time zone: the system's.
    explicit Formatter(const QLocale &locale = QLocale(), const std::optional<QTimeZone> &timeZone = {},
                       const FormatPreferences &preferences = {});

    /// A latency with three significant digits, in milliseconds unless preferred otherwise: "0.213 ms",
    /// "12.3 ms", "1,204 ms"; from ten seconds on in seconds: "12.3 s".
    [[nodiscard]] QString latency(nanoseconds rtt) const;
    /// The same, and a dash for none.
    [[nodiscard]] QString latencyOrDash(const std::optional<nanoseconds> &rtt) const;

    /// A moment within a connection in milliseconds to the microsecond, without its unit, which the head of
    /// its column has: "20,030.125".
    [[nodiscard]] QString moments(nanoseconds sinceBegin) const;
    /// One that is known to about two digits: "≈ 15 ms", "≈ 0.21 ms", "≈ 1.2 s".
    [[nodiscard]] QString estimatedLatency(nanoseconds rtt) const;
    /// What is known: the latency, an estimate of it, or a dash.
    [[nodiscard]] QString latencyOrEstimate(const std::optional<nanoseconds> &rtt,
                                            const std::optional<nanoseconds> &estimate) const;

    /// A latency without trailing zeros, for the ticks of an axis, which are round: "0 ms", "0.5 ms",
    /// "1,500 ms", "20 s".
    [[nodiscard]] QString axisLatency(double ms) const;

    /// A stretch of time: "250 ms", "1.34 s", "41.2 s", "63 s" up to two minutes (as timeouts of servers are
    /// set), and from there in its two largest units, cut off: "3 min 20 s", "5 min", "3 h 20 min", "2 d 4
    /// h". Below zero: "0 s".
    [[nodiscard]] QString duration(nanoseconds duration) const;
    /// The same for one that grows while it is looked at: whole seconds at least.
    [[nodiscard]] QString age(nanoseconds age) const;
    /// In one unit, for narrow places: "55 s", "9.5 min", "23 h", "3.2 d".
    [[nodiscard]] QString briefDuration(nanoseconds duration) const;
    /// A span as it is chosen in a menu, in one unit where that says it all: "30 s", "2 min", "1 h", "7 d".
    [[nodiscard]] QString roundDuration(nanoseconds duration) const;

    /// A ratio of 0 to 1: "0 %", "0.25 %", "12.5 %", "99.93 %". "0 %" is none and "100 %" is all: what is
    /// less than all is cut off, and what is more than none is at least "< 0.01 %".
    [[nodiscard]] QString percentage(double ratio) const;

    /// How often in a second, with three significant digits: "12.3/s", "0.25/s", "0/s"; what is more than
    /// none is at least "< 0.01/s".
    [[nodiscard]] QString rate(double perSecond) const;

    [[nodiscard]] QString number(qint64 number) const { return m_locale.toString(number); }

    [[nodiscard]] QDateTime local(WallTime time) const;
    [[nodiscard]] QString clock(QTime time, ClockPrecision precision) const;
    [[nodiscard]] QString date(QDate date) const;
    /// The time of the day to the second; with the date if it is not the same as that of `now`.
    [[nodiscard]] QString moment(WallTime time, WallTime now) const;
    /// Date and time of the day, whatever day it is.
    [[nodiscard]] QString moment(WallTime time, ClockPrecision precision) const;
    /// As they are written here, for fields that are typed into; see QDateTime::toString().
    [[nodiscard]] QString dateTimePattern(ClockPrecision precision) const;
    [[nodiscard]] QString clockPattern(ClockPrecision precision) const;
    /// A time of the day to the second that no other one is much wider than.
    [[nodiscard]] QString widestClock() const;
    /// When a certificate runs out: "in 9 d 4 h", "expired", and from a quarter of a year on the date.
    [[nodiscard]] QString expiry(const QDateTime &expires, WallTime now) const;

    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    [[nodiscard]] QTimeZone timeZone() const { return m_zone.value_or(QTimeZone::systemTimeZone()); }
    [[nodiscard]] const FormatPreferences &preferences() const { return m_preferences; }

    /// In place of a value that is not there.
    static constexpr QChar dash = QChar(0x2013);

private:
    [[nodiscard]] QString withUnit(const QString &number, const QString &unit) const;
    [[nodiscard]] QString shortest(double number, int decimals) const;

    QLocale m_locale;
    std::optional<QTimeZone> m_zone;
    FormatPreferences m_preferences;
};

} // namespace Pongwatch
