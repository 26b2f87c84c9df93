// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/recordedclock.h"
#include "history/note.h"
#include "history/store/historydamage.h"
#include "reports/report.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct ReportStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

/// The wording of reports: figures as written by Formatter, moments in the report's time zone, words for
/// states. Plain text, for any format. Dates are in ISO 8601, as a report may be read in other countries than
/// the one where it is made.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)

public:
    explicit ReportText(const QTimeZone &timeZone, const QLocale &locale = QLocale());

    /// As written by Formatter; a dash if there is none.
    [[nodiscard]] QString latency(std::optional<nanoseconds> rtt) const
    {
        return m_format.latencyOrDash(rtt);
    }
    [[nodiscard]] QString duration(nanoseconds duration) const { return m_format.duration(duration); }
    [[nodiscard]] QString share(std::optional<double> share) const
    {
        return share ? m_format.percentage(*share) : QString(Formatter::dash);
    }
    [[nodiscard]] QString rate(double perSecond) const { return m_format.rate(perSecond); }
    [[nodiscard]] QString axisLatency(double ms) const { return m_format.axisLatency(ms); }
    [[nodiscard]] QString count(quint64 number) const { return locale().toString(number); }

    /// "2026-11-22 13:00:05"
    [[nodiscard]] QString moment(WallTime time) const
    {
        return m_format.moment(time, ClockPrecision::Seconds);
    }
    /// "2026-11-22 13:00"
    [[nodiscard]] QString minute(WallTime time) const
    {
        return m_format.moment(time, ClockPrecision::Minutes);
    }
    /// "13:00"
    [[nodiscard]] QString clock(WallTime time) const
    {
        return m_format.clock(local(time).time(), ClockPrecision::Minutes);
    }
    [[nodiscard]] QString day(WallTime time) const;    ///< "Sun 22 Nov", in the order of the language
    [[nodiscard]] QString timeZone(WallTime at) const; ///< "Europe/Berlin, UTC+01:00"
    /// "2026-11-22 13:00 to 2026-11-29 13:00 (7 d 00 h)"
    [[nodiscard]] QString range(WallTime from, WallTime to) const;

    [[nodiscard]] static QString health(Health health);
    [[nodiscard]] static QString cause(Cause cause);
    [[nodiscard]] static QString evidence(Evidence evidence);

    /// Text from outside, made harmless by harmlessText().
    [[nodiscard]] static QString harmless(const QString &text, qsizetype limit = 600);

    [[nodiscard]] QDateTime local(WallTime time) const { return m_format.local(time); }
    [[nodiscard]] const QLocale &locale() const { return m_format.locale(); }

private:
    Formatter m_format;
};

/// A note about all peers that the clock was set, which appears in the history, in charts and in reports like
/// people's own notes.
[[nodiscard]] Note noteOf(const ClockStep &step, const QTimeZone &timeZone);

/// A sentence about pieces of a history file that could not be read: how many, of which peer, from when to
/// when, and what is missing as a result.
[[nodiscard]] QString damageSentence(const HistoryDamage &damage, const ReportText &text);

} // namespace Pongwatch
