// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/moments.h"

#include "app/commandline/commandlinestrings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

WallTime toWallTime(const QDateTime &time)
{
    return WallTime(milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<nanoseconds> unitOf(QChar letter)
{
    switch (letter.unicode()) {
    case u's':
        return std::chrono::seconds(1);
    case u'm':
        return std::chrono::minutes(1);
    case u'h':
        return std::chrono::hours(1);
    case u'd':
        return std::chrono::hours(24);
    case u'w':
        return std::chrono::hours(24 * 7);
    default:
        return std::nullopt;
    }
}

} // namespace

Result<WallTime> parseMoment(const QString &option, const QString &text, WallTime now, const QTimeZone &zone)
{
    const auto bad = [&option](const QString &why) {
        return Error{CommandLineStrings::tr("reading the option"), option, why};
    };
    const QString moment = text.trimmed();
    const qint64 nowMs = std::chrono::floor<milliseconds>(now).time_since_epoch().count();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    if (moment == QStringLiteral("now"))
        return now;
    if (moment == QStringLiteral("today"))
        return toWallTime(today.startOfDay(zone));
    if (moment == QStringLiteral("yesterday"))
        return toWallTime(today.addDays(-1).startOfDay(zone));

    static const QRegularExpression relative(QStringLiteral("^-([0-9]{1,6})([smhdw])$"));
    if (const auto match = relative.match(moment); match.hasMatch()) {
        const nanoseconds unit = unitOf(match.captured(2).at(0)).value_or(seconds(1));
        const auto back = std::chrono::floor<microseconds>(unit * match.captured(1).toLongLong());
        if (toSeconds(unit) * match.captured(1).toDouble() > 100.0 * 366 * 86400)
            return bad(CommandLineStrings::tr("“%1” is more than a hundred years ago").arg(moment));
        return now - back;
    }
    static const QRegularExpression date(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    if (date.match(moment).hasMatch()) {
        const QDate day = QDate::fromString(moment, Qt::ISODate);
        if (day.isValid())
            return toWallTime(day.startOfDay(zone));
        return bad(CommandLineStrings::tr("“%1” is not a valid date").arg(moment));
    }
    static const QRegularExpression full(
        QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
                       "([Zz]|[+-][0-9]{2}:[0-9]{2})?$"));
    if (const auto match = full.match(moment); match.hasMatch()) {
        QDateTime time =
            QDateTime::fromString(QString(moment).replace(10, 1, u'T').toUpper(), Qt::ISODateWithMs);
        if (time.isValid() && match.captured(3).isEmpty())
            time = QDateTime(time.date(), time.time(), zone);
        if (time.isValid())
            return toWallTime(time);
        return bad(CommandLineStrings::tr("“%1” is not a valid date and time").arg(moment));
    }
    return bad(
        CommandLineStrings::tr(
            "“%1” is not a time; write 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, today, yesterday or now")
            .arg(text.left(60)));
}

Outcome readMomentRange(MomentRange &range, const QString &from, const QString &to, WallTime now,
                        const QTimeZone &zone)
{
    for (const auto &[option, text, moment] :
         {std::tuple("--from", &from, &range.from), std::tuple("--to", &to, &range.to)}) {
        if (text->isEmpty())
            continue;
        const Result<WallTime> parsed = parseMoment(QString::fromLatin1(option), *text, now, zone);
        if (!parsed)
            return parsed.error();
        *moment = parsed.value();
    }
    if (range.to <= range.from)
        return Error{CommandLineStrings::tr("reading the option"), QStringLiteral("--to"),
                     CommandLineStrings::tr("the end, %1, is not after the beginning, %2")
                         .arg(toRfc3339(range.to), toRfc3339(range.from))};
    return success();
}

} // namespace Pongwatch
