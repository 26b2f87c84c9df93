// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/retryafter.h"

#include <QLatin1String>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 longestWaitCounted = 1'000'000'000; // seconds; more would overflow, and is not obeyed anyway

/// 1 to 12; 0 if it is not a month's name in HTTP, which are in English.
int monthOf(const QString &name)
{
    static const QStringList names = {QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                      QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"),
                                      QStringLiteral("jul"), QStringLiteral("aug"), QStringLiteral("sep"),
                                      QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    return static_cast<int>(names.indexOf(name.toLower())) + 1;
}

/// RFC 9110 5.6.7: a two-digit year that seems more than 50 years in the future is in the past century.
int fullYear(int year, const QDateTime &now)
{
    constexpr int century = 100;
    constexpr int furthestAhead = 50;
    const int thisYear = now.date().year();
    const int full = thisYear - thisYear % century + year;
    return full > thisYear + furthestAhead ? full - century : full;
}

QDateTime fromParts(const QRegularExpressionMatch &match, const QDateTime &now)
{
    const auto number = [&match](const char *name) { return match.captured(QLatin1String(name)).toInt(); };
    const QString yearText = match.captured(QStringLiteral("year"));
    const int year = yearText.size() == 2 ? fullYear(yearText.toInt(), now) : yearText.toInt();
    const QDate date(year, monthOf(match.captured(QStringLiteral("month"))), number("day"));
    // A leap second is read as the second before it.
    const QTime time(number("hour"), number("minute"), std::min(number("second"), 59));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

/// RFC 9110 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", and the two obsolete forms, "Sunday, 06-Nov-94 08:49:37
/// GMT" and "Sun Nov 6 08:49:37 1994", that recipients must read as well. The name of the day is ignored, as
/// the date says it all.
QDateTime readHttpDate(const QString &text, const QDateTime &now)
{
    static const QRegularExpression fixed(
        QStringLiteral("^[A-Za-z]{3,9}, ?(?<day>\\d{1,2})[ -](?<month>[A-Za-z]{3})[ -](?<year>\\d{4}|\\d{2}) "
                       "+(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2}) (GMT|UTC|\\+0000)$"));
    static const QRegularExpression asctime(
        QStringLiteral("^[A-Za-z]{3} (?<month>[A-Za-z]{3}) +(?<day>\\d{1,2}) "
                       "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2}) (?<year>\\d{4})$"));
    static const QRegularExpression iso(
        QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$"));
    const QString trimmed = text.trimmed();
    for (const QRegularExpression &form : {fixed, asctime})
        if (const QRegularExpressionMatch match = form.match(trimmed); match.hasMatch())
            return fromParts(match, now);
    return iso.match(trimmed).hasMatch() ? QDateTime::fromString(trimmed, Qt::ISODate).toUTC() : QDateTime();
}

seconds between(const QDateTime &from, const QDateTime &to)
{
    return seconds(std::clamp<qint64>(from.secsTo(to), 0, longestWaitCounted));
}

} // namespace

std::optional<RetryAfter> readRetryAfter(const HttpAnswer &answer, const QDateTime &now)
{
    const QString text = answer.header(QLatin1String("Retry-After")).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    RetryAfter after;
    const bool digits =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits) {
        bool ok = false;
        const qint64 wait = text.toLongLong(&ok);
        after.wait = seconds(ok ? std::min(wait, longestWaitCounted) : longestWaitCounted);
        return after;
    }
    after.until = readHttpDate(text, now);
    const QDateTime answered = readHttpDate(answer.header(QLatin1String("Date")), now);
    if (after.until.isValid() && answered.isValid())
        after.wait = between(answered, after.until);
    return after;
}

std::optional<nanoseconds> retryAfterOf(const HttpAnswer &answer, WallTime now)
{
    const QDateTime moment =
        QDateTime::fromSecsSinceEpoch(std::chrono::floor<seconds>(now.time_since_epoch()).count(), Qt::UTC);
    const std::optional<RetryAfter> after = readRetryAfter(answer, moment);
    if (!after || after->isNonsense())
        return std::nullopt;
    return after->wait ? *after->wait : between(moment, after->until);
}

} // namespace Pongwatch
