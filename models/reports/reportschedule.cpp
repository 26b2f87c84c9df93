// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportschedule.h"

#include <QDateTime>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestName = 120; // leaves room for a number and an extension below 255 bytes in UTF-8

QDateTime localTime(WallTime time, const QTimeZone &zone)
{
    const qint64 ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone.isValid() ? zone : QTimeZone::utc());
}

WallTime toWallTime(const QDateTime &time)
{
    return WallTime(milliseconds(time.toMSecsSinceEpoch()));
}

QString fileNamePart(const QString &text)
{
    QString name;
    for (const QChar c : text.simplified()) {
        const bool unfit = QStringView(u"/\\:*?\"<>|$").contains(c) || c.category() == QChar::Other_Control ||
                           c.category() == QChar::Other_Format;
        name += unfit ? QChar(u'_') : c;
    }
    return name;
}

} // namespace

std::optional<WallTime> nextReport(const ReportSchedule &schedule, WallTime after, const QTimeZone &zone)
{
    switch (schedule.kind) {
    case ReportSchedule::Kind::EachInterval: {
        const auto step =
            std::chrono::duration_cast<microseconds>(std::max(schedule.interval, std::chrono::minutes(1)));
        return WallTime((after.time_since_epoch() / step + 1) * step);
    }
    case ReportSchedule::Kind::Daily:
    case ReportSchedule::Kind::Weekly: {
        const QDateTime start = localTime(after, zone);
        const bool weekly = schedule.kind == ReportSchedule::Kind::Weekly;
        for (int day = 0; day <= 8; ++day) {
            const QDate date = start.date().addDays(day);
            if (weekly && date.dayOfWeek() != schedule.weekday)
                continue;
            const WallTime due = toWallTime(QDateTime(date, schedule.at, start.timeZone()));
            if (due > after)
                return due;
        }
        return std::nullopt;
    }
    case ReportSchedule::Kind::Off:
    case ReportSchedule::Kind::EachIncident:
        break;
    }
    return std::nullopt;
}

std::optional<WallTime> newestReport(const ReportSchedule &schedule, WallTime now, const QTimeZone &zone)
{
    // The next one after a moment far enough back that there is one in between, and from there to the last.
    const bool byInterval = schedule.kind == ReportSchedule::Kind::EachInterval;
    const auto back = byInterval ? std::chrono::duration_cast<microseconds>(reportedTime(schedule))
                                 : microseconds(std::chrono::hours(24 * 8));
    std::optional<WallTime> newest = nextReport(schedule, now - back, zone);
    while (newest) {
        const std::optional<WallTime> next = nextReport(schedule, *newest, zone);
        if (!next || *next > now)
            break;
        newest = next;
    }
    return newest;
}

nanoseconds reportedTime(const ReportSchedule &schedule)
{
    switch (schedule.kind) {
    case ReportSchedule::Kind::EachInterval:
        return std::max(schedule.interval, std::chrono::minutes(1));
    case ReportSchedule::Kind::Daily:
        return std::chrono::hours(24);
    case ReportSchedule::Kind::Weekly:
        return std::chrono::hours(24 * 7);
    case ReportSchedule::Kind::Off:
    case ReportSchedule::Kind::EachIncident:
        break;
    }
    return std::chrono::hours(1);
}

QString expandPattern(const QString &pattern, const PatternFacts &facts)
{
    const QDateTime time = localTime(facts.time, facts.zone);
    const std::pair<QString, QString> words[] = {
        {QStringLiteral("$workspace"), facts.workspace},
        {QStringLiteral("$peer"), facts.peer},
        {QStringLiteral("$date"), time.toString(QStringLiteral("yyyy-MM-dd"))},
        {QStringLiteral("$time"), time.toString(QStringLiteral("HH-mm-ss"))}};
    QString name;
    for (qsizetype i = 0; i < pattern.size();) {
        // Replaced text is not searched again: a peer may be called "$time".
        const auto word = std::find_if(std::begin(words), std::end(words), [&](const auto &candidate) {
            return QStringView(pattern).mid(i).startsWith(candidate.first);
        });
        if (word != std::end(words)) {
            name += fileNamePart(word->second);
            i += word->first.size();
        } else {
            name += fileNamePart(QString(pattern.at(i))).isEmpty() ? QString(u' ')
                                                                   : fileNamePart(QString(pattern.at(i)));
            ++i;
        }
    }
    name = name.simplified().left(longestName).trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("pongwatch") : name;
}

size_t tooMany(const std::vector<MadeReport> &files, const ReportSchedule &schedule)
{
    qint64 bytes = 0;
    for (const MadeReport &file : files)
        bytes += file.bytes;
    size_t gone = 0;
    const auto over = [&] {
        const auto left = static_cast<qint64>(files.size() - gone);
        const bool count = schedule.mostFiles > 0 && left > schedule.mostFiles;
        const bool size = schedule.mostMegabytes > 0 && bytes > qint64(schedule.mostMegabytes) * 1'000'000;
        return left > 1 && (count || size);
    };
    while (over())
        bytes -= files[gone++].bytes;
    return gone;
}

} // namespace Pongwatch
