// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

/// How a report says things to a reader: numbers with their units by the locale, moments in the report's time
/// zone, words for states. Plain text, fit for any format. Dates are written as ISO 8601 has them: a report
/// is read in other countries than it is made in.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)

public:
    explicit ReportText(const QTimeZone &timeZone, const QLocale &locale = QLocale());

    /// "23 ms", "0.213 ms", "1.2 s"; a dash for none.
    [[nodiscard]] QString latency(std::optional<nanoseconds> rtt) const;
    /// In its two largest units: "41 s", "2 min 05 s", "3 h 20 min", "2 d 4 h".
    [[nodiscard]] QString duration(nanoseconds duration) const;
    /// A setting: "20 s", "0.25 s".
    [[nodiscard]] QString seconds(nanoseconds duration) const;
    /// "99.93 %": never rounded up to 100; a dash for none.
    [[nodiscard]] QString share(std::optional<double> share) const;
    [[nodiscard]] QString count(quint64 number) const { return m_locale.toString(number); }

    [[nodiscard]] QString moment(WallTime time) const; ///< "2026-11-22 13:00:05"
    [[nodiscard]] QString minute(WallTime time) const; ///< "2026-11-22 13:00"
    [[nodiscard]] QString clock(WallTime time) const;  ///< "13:00"
    [[nodiscard]] QString day(WallTime time) const;    ///< "Sun 22 Nov", in the order of the language
    [[nodiscard]] QString timeZone(WallTime at) const; ///< "Europe/Berlin, UTC+01:00"
    /// "2026-11-22 13:00 to 2026-11-29 13:00 (7 d 00 h)"
    [[nodiscard]] QString range(WallTime from, WallTime to) const;

    [[nodiscard]] static QString health(Health health);
    [[nodiscard]] static QString cause(Cause cause);
    [[nodiscard]] static QString evidence(Evidence evidence);

    /// Text from outside as harmlessText() gives it.
    [[nodiscard]] static QString harmless(const QString &text, qsizetype limit = 600);

    [[nodiscard]] QDateTime local(WallTime time) const;
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    QTimeZone m_zone;
    QLocale m_locale;
};

} // namespace Pongwatch
