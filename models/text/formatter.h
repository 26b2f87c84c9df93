// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <optional>

namespace Pongwatch
{

/// The unit for latencies.
enum class LatencyUnit : int {
    Milliseconds,
    BySize, ///< "213 µs", "12.3 ms", "1.20 s"
};

/// How times of day and dates are written.
enum class ClockFormat : int {
    System,          ///< as the desktop's settings say
    TwentyFourHours, ///< "18:59:47", with dates as usual in the language
    Iso,             ///< "18:59:47", "2026-11-25"
};

enum class ClockPrecision : quint8 { Minutes, Seconds, Milliseconds };

/// What depends on the user's taste, or on where the text is shown.
struct FormatPreferences {
    LatencyUnit latencyUnit = LatencyUnit::Milliseconds;
    ClockFormat clockFormat = ClockFormat::System;
    /// Between a number and its unit. An ordinary space where others search or wrap the text: on a terminal,
    /// or in a sentence.
    QChar unitSpace = QChar(0x00A0);

    friend bool operator==(const FormatPreferences &, const FormatPreferences &) = default;

    /// For terminals and sentences.
    [[nodiscard]] static FormatPreferences plain() { return {{}, ClockFormat::Iso, u' '}; }
};

/// The only place that formats latencies, durations, percentages and moments: in the numbers of a locale, the
/// times of a time zone, and as the preferences say. So a value looks the same in the list, the chart, the
/// log, a terminal and a report. A value type; any thread.
class Formatter
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Wording)

public:
    /// One for each preference that makes texts wider or narrower: a column that must have room whatever the
    /// user prefers is as wide as the widest.
    [[nodiscard]] static std::array<Formatter, 3> forEachTaste();

    /// Without a time zone, uses the system's.
    explicit Formatter(const QLocale &locale = QLocale(), const std::optional<QTimeZone> &timeZone = {},
                       const FormatPreferences &preferences = {});

    /// A latency with three significant digits, in milliseconds unless the preferences differ: "0.213 ms",
    /// "12.3 ms", "1,204 ms"; from ten seconds on in seconds: "12.3 s".
    [[nodiscard]] QString latency(nanoseconds rtt) const;
    /// The same, or a dash if there is none.
    [[nodiscard]] QString latencyOrDash(const std::optional<nanoseconds> &rtt) const;

    /// A moment within a connection, in milliseconds with microseconds, but without the unit, which is in the
    /// head of the column: "20,030.125".
    [[nodiscard]] QString moments(nanoseconds sinceBegin) const;
    /// A latency known to about two digits: "≈ 15 ms", "≈ 0.21 ms", "≈ 1.2 s".
    [[nodiscard]] QString estimatedLatency(nanoseconds rtt) const;
    /// Whichever is known: the latency, an estimate of it, or a dash.
    [[nodiscard]] QString latencyOrEstimate(const std::optional<nanoseconds> &rtt,
                                            const std::optional<nanoseconds> &estimate) const;

    /// A latency without trailing zeros, for the round values at an axis: "0 ms", "0.5 ms", "1,500 ms", "20
    /// s".
    [[nodiscard]] QString axisLatency(double ms) const;

    /// A length of time: "250 ms", "1.34 s", "41.2 s", "63 s" up to two minutes (like the timeouts of
    /// servers), and above in its two largest units, rounded down: "3 min 20 s", "5 min", "3 h 20 min", "2 d
    /// 4 h". Below zero: "0 s".
    [[nodiscard]] QString duration(nanoseconds duration) const;
    /// The same for one that grows on the screen: in whole seconds at least.
    [[nodiscard]] QString age(nanoseconds age) const;
    /// In one unit, for narrow places: "55 s", "9.5 min", "23 h", "3.2 d".
    [[nodiscard]] QString briefDuration(nanoseconds duration) const;
    /// A span as chosen in a menu, in one unit where that is exact: "30 s", "2 min", "1 h", "7 d".
    [[nodiscard]] QString roundDuration(nanoseconds duration) const;

    /// A ratio from 0 to 1: "0 %", "0.25 %", "12.5 %", "99.93 %". "0 %" means none and "100 %" means all:
    /// anything less than all is rounded down, and anything more than none is at least "< 0.01 %".
    [[nodiscard]] QString percentage(double ratio) const;

    /// A frequency per second with three significant digits: "12.3/s", "0.25/s", "0/s"; anything more than
    /// none is at least "< 0.01/s".
    [[nodiscard]] QString rate(double perSecond) const;

    [[nodiscard]] QString number(qint64 number) const { return m_locale.toString(number); }

    [[nodiscard]] QDateTime local(WallTime time) const;
    [[nodiscard]] QString clock(QTime time, ClockPrecision precision) const;
    [[nodiscard]] QString date(QDate date) const;
    /// The time of day to the second; with the date if that differs from the date of `now`.
    [[nodiscard]] QString moment(WallTime time, WallTime now) const;
    /// The date and the time of day, always both.
    [[nodiscard]] QString moment(WallTime time, ClockPrecision precision) const;
    /// The pattern used here, for fields that people type into; see QDateTime::toString().
    [[nodiscard]] QString dateTimePattern(ClockPrecision precision) const;
    [[nodiscard]] QString clockPattern(ClockPrecision precision) const;
    /// A time of day to the second that is about as wide as any can be.
    [[nodiscard]] QString widestClock() const;
    /// When a certificate expires: "in 9 d 4 h", "expired", and the date from a quarter of a year on.
    [[nodiscard]] QString expiry(const QDateTime &expires, WallTime now) const;

    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    [[nodiscard]] QTimeZone timeZone() const { return m_zone.value_or(QTimeZone::systemTimeZone()); }
    [[nodiscard]] const FormatPreferences &preferences() const { return m_preferences; }

    /// Stands for a missing value.
    static constexpr QChar dash = QChar(0x2013);

private:
    [[nodiscard]] QString withUnit(const QString &number, const QString &unit) const;
    [[nodiscard]] QString shortest(double number, int decimals) const;

    QLocale m_locale;
    std::optional<QTimeZone> m_zone;
    FormatPreferences m_preferences;
};

} // namespace Pongwatch
