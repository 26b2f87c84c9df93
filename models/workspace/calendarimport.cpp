// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/calendarimport.h"

#include "engine/values/foreigntext.h"
#include "workspace/workspacestrings.h"

#include <QDateTime>
#include <QMap>
#include <QTimeZone>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype largestCalendar = 1024 * 1024;
constexpr qsizetype mostCalendarWindows = 100; // of a workspace
constexpr qsizetype longestEventName = 100;
constexpr int mostOccurrences = 60;
constexpr int daysToCome = 366;
constexpr qint64 secondsOfADay = 86'400;

/// "NAME;PARAMETER=VALUE:value", its line unfolded (RFC 5545 3.1).
struct ContentLine {
    int number = 0; ///< of its first line in the file
    QString name;
    QMap<QString, QString> parameters;
    QString value;
};

/// A moment of an event, in whose time zone.
struct EventTime {
    QDateTime moment;
    QByteArray zone; ///< empty: this machine's
    bool isDate = false;
};

std::optional<ContentLine> contentOf(const QString &line, int number)
{
    ContentLine content;
    content.number = number;
    bool isQuoted = false;
    qsizetype begin = 0;
    QStringList parts;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"')
            isQuoted = !isQuoted;
        if (isQuoted || (c != u';' && c != u':'))
            continue;
        parts.append(line.mid(begin, i - begin));
        begin = i + 1;
        if (c == u':') {
            content.value = line.mid(begin);
            content.name = parts.takeFirst().toUpper();
            for (const QString &part : std::as_const(parts))
                content.parameters.insert(part.section(u'=', 0, 0).toUpper(),
                                          part.section(u'=', 1).remove(u'"'));
            return content;
        }
    }
    return std::nullopt;
}

std::vector<ContentLine> contentLines(const QString &text)
{
    std::vector<ContentLine> lines;
    QString pending;
    int begin = 0;
    const auto finish = [&] {
        if (const auto content = pending.isEmpty() ? std::nullopt : contentOf(pending, begin))
            lines.push_back(*content);
        pending.clear();
    };
    int number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.startsWith(u' ') || line.startsWith(u'\t')) {
            pending += line.mid(1);
            continue;
        }
        finish();
        pending = line;
        begin = number;
    }
    finish();
    return lines;
}

/// RFC 5545 3.3.11.
QString unescaped(QString text)
{
    return text.replace(QLatin1String("\\n"), QLatin1String(" "), Qt::CaseInsensitive)
        .replace(QLatin1String("\\,"), QLatin1String(","))
        .replace(QLatin1String("\\;"), QLatin1String(";"))
        .replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

/// Microsoft's programs have names of their own.
QByteArray zoneNamed(const QString &name)
{
    const QByteArray id = name.toUtf8();
    if (QTimeZone::isTimeZoneIdAvailable(id))
        return id;
    return QTimeZone::windowsIdToDefaultIanaId(id);
}

std::optional<EventTime> timeOf(const ContentLine &line)
{
    EventTime time;
    const QDate date = QDate::fromString(line.value.left(8), QStringLiteral("yyyyMMdd"));
    if (!date.isValid())
        return std::nullopt;
    time.isDate = line.value.size() == 8;
    if (time.isDate) {
        time.moment = date.startOfDay();
        return time;
    }
    const bool isUtc = line.value.endsWith(u'Z');
    const QTime clock = QTime::fromString(line.value.mid(9, 6), QStringLiteral("HHmmss"));
    if (!clock.isValid() || line.value.size() != (isUtc ? 16 : 15) || line.value[8] != u'T')
        return std::nullopt;
    time.moment = isUtc ? QDateTime(date, clock, Qt::UTC) : QDateTime(date, clock);
    time.zone = isUtc ? QByteArray("UTC") : QByteArray();
    if (const QString name = line.parameters.value(QStringLiteral("TZID")); !isUtc && !name.isEmpty()) {
        time.zone = zoneNamed(name);
        if (time.zone.isEmpty())
            return std::nullopt;
        time.moment = QDateTime(date, clock, QTimeZone(time.zone));
    }
    return time;
}

/// "PT1H30M", "P1D", "P1W" (RFC 5545 3.3.6); nullopt: none of these.
std::optional<qint64> secondsIn(const QString &duration)
{
    if (!duration.startsWith(u'P') || duration.size() > 20)
        return std::nullopt;
    qint64 seconds = 0;
    qint64 number = -1;
    for (const QChar c : duration.mid(1)) {
        static const QMap<QChar, qint64> units{
            {u'W', 7 * secondsOfADay}, {u'D', secondsOfADay}, {u'H', 3600}, {u'M', 60}, {u'S', 1}};
        if (c == u'T')
            continue;
        if (c.isDigit()) {
            number = std::min<qint64>(std::max<qint64>(number, 0) * 10 + c.digitValue(), 1'000'000);
        } else if (units.contains(c) && number >= 0) {
            seconds += number * units.value(c);
            number = -1;
        } else {
            return std::nullopt;
        }
    }
    return number < 0 ? std::optional(seconds) : std::nullopt;
}

WallTime wallTimeOf(const QDateTime &moment)
{
    return WallTime(milliseconds(moment.toMSecsSinceEpoch()));
}

/// Makes windows of the events, one after the other.
class CalendarReader
{
public:
    explicit CalendarReader(WallTime now)
        : m_now(now)
    {
    }

    void read(const std::vector<ContentLine> &lines)
    {
        QStringList inside;
        for (const ContentLine &line : lines) {
            if (line.name == QLatin1String("BEGIN")) {
                inside.append(line.value.toUpper());
                if (inside.last() == QLatin1String("VEVENT"))
                    m_event.clear();
            } else if (line.name == QLatin1String("END")) {
                if (!inside.isEmpty() && inside.takeLast() == QLatin1String("VEVENT"))
                    finishEvent(line.number);
            } else if (!inside.isEmpty() && inside.last() == QLatin1String("VEVENT")) {
                m_event.insert(line.name, line); // of several the last
            }
        }
    }

    CalendarImport import;

private:
    [[nodiscard]] QString valueOf(const char *name) const
    {
        return m_event.value(QString::fromLatin1(name)).value;
    }
    [[nodiscard]] int lineOf(const char *name, int otherwise) const
    {
        const auto found = m_event.constFind(QString::fromLatin1(name));
        return found == m_event.cend() ? otherwise : found->number;
    }

    void note(int line, const QString &what)
    {
        if (import.notes.size() < mostCalendarWindows)
            import.notes.append(WorkspaceStrings::tr("line %1: %2", "of a file; what was left out of it")
                                    .arg(QString::number(line), what));
    }

    void add(const QString &name, const std::variant<OnceWindow, WeeklyWindow> &when, int line)
    {
        if (import.windows.size() < mostCalendarWindows)
            import.windows.append({name, when});
        else
            note(line, WorkspaceStrings::tr("“%1” was left out: %2 times are the most")
                           .arg(name)
                           .arg(mostCalendarWindows));
    }

    void finishEvent(int endLine)
    {
        const QString name = harmlessText(unescaped(valueOf("SUMMARY")).simplified(), longestEventName);
        const int line = lineOf("DTSTART", endLine);
        if (valueOf("STATUS").toUpper() == QLatin1String("CANCELLED"))
            return;
        const auto begin = timeOf(m_event.value(QStringLiteral("DTSTART")));
        if (!begin) {
            note(line, WorkspaceStrings::tr("“%1” was left out: its beginning or time zone can't be read")
                           .arg(name));
            return;
        }
        const std::optional<qint64> length = lengthOf(*begin);
        if (!length || *length <= 0) {
            note(line,
                 WorkspaceStrings::tr("“%1” was left out: it has no end after its beginning").arg(name));
            return;
        }
        if (m_event.contains(QStringLiteral("EXDATE")) || m_event.contains(QStringLiteral("RECURRENCE-ID")))
            note(line, WorkspaceStrings::tr("“%1”: exceptions for single days are not known here").arg(name));
        const QString rule = valueOf("RRULE");
        if (rule.isEmpty())
            add(name, OnceWindow{wallTimeOf(begin->moment), wallTimeOf(begin->moment.addSecs(*length))},
                line);
        else
            addRepeated(name, *begin, *length, rule, lineOf("RRULE", line));
    }

    [[nodiscard]] std::optional<qint64> lengthOf(const EventTime &begin) const
    {
        if (const auto end = timeOf(m_event.value(QStringLiteral("DTEND"))))
            return begin.moment.secsTo(end->moment);
        if (const QString duration = valueOf("DURATION"); !duration.isEmpty())
            return secondsIn(duration);
        return begin.isDate ? std::optional(secondsOfADay) : std::nullopt; // RFC 5545 3.6.1
    }

    void addRepeated(const QString &name, const EventTime &begin, qint64 length, const QString &rule,
                     int line)
    {
        QMap<QString, QString> parts;
        for (const QString &part : rule.toUpper().split(u';'))
            parts.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
        const QString frequency = parts.take(QStringLiteral("FREQ"));
        const bool isDaily = frequency == QLatin1String("DAILY");
        const std::optional<int> interval = numberOf(parts, "INTERVAL", 1);
        const std::optional<int> count = numberOf(parts, "COUNT", 0);
        ContentLine untilLine;
        untilLine.value = parts.take(QStringLiteral("UNTIL"));
        const auto until = timeOf(untilLine);
        const auto days = daysOf(parts.take(QStringLiteral("BYDAY")), begin.moment.date(), isDaily);
        parts.remove(QStringLiteral("WKST"));
        // A rule that is read wrongly would silence alerts at times that nobody meant.
        if (!interval || !count || (!until && !untilLine.value.isEmpty())) {
            note(line,
                 WorkspaceStrings::tr("“%1” was left out: how often it repeats can't be read").arg(name));
            return;
        }
        if ((!isDaily && frequency != QLatin1String("WEEKLY")) || !days || !parts.isEmpty() ||
            length > secondsOfADay) {
            note(line,
                 WorkspaceStrings::tr("“%1” was left out: it does not repeat by days or weeks, or lasts "
                                      "longer than a day")
                     .arg(name));
            return;
        }
        if (*interval == 1 && *count == 0 && !until) {
            // These have minutes only: all of the event must be within.
            const QTime from(begin.moment.time().hour(), begin.moment.time().minute());
            const qint64 whole = (from.secsTo(begin.moment.time()) + length + 59) / 60 * 60;
            WeeklyWindow weekly;
            weekly.days = *days;
            weekly.from = from;
            weekly.to = from.addSecs(static_cast<int>(std::min(whole, secondsOfADay)));
            weekly.zone = begin.zone;
            add(name, weekly, line);
            return;
        }
        addOccurrences(name, begin, length, *days, isDaily ? *interval : 7 * *interval, isDaily, *count,
                       until ? until->moment.addSecs(until->isDate ? secondsOfADay - 1 : 0) : QDateTime(),
                       line);
    }

    /// A part of a rule that is a positive number, or `otherwise` if there is no such part; nullopt: it is
    /// none.
    static std::optional<int> numberOf(QMap<QString, QString> &parts, const char *name, int otherwise)
    {
        constexpr int most = 1'000'000; // RFC 5545 has no limit; days beyond that are beyond any calendar
        const QString key = QString::fromLatin1(name);
        if (!parts.contains(key))
            return otherwise;
        bool isNumber = false;
        const int number = parts.take(key).toInt(&isNumber);
        return isNumber && number > 0 && number <= most ? std::optional(number) : std::nullopt;
    }

    static std::optional<QList<int>> daysOf(const QString &byDay, QDate begin, bool isDaily)
    {
        static const QStringList words{QStringLiteral("MO"), QStringLiteral("TU"), QStringLiteral("WE"),
                                       QStringLiteral("TH"), QStringLiteral("FR"), QStringLiteral("SA"),
                                       QStringLiteral("SU")};
        if (byDay.isEmpty())
            return isDaily ? QList<int>{1, 2, 3, 4, 5, 6, 7} : QList<int>{begin.dayOfWeek()};
        QList<int> days;
        for (const QString &word : byDay.split(u',')) {
            const auto day = static_cast<int>(words.indexOf(word)) + 1;
            if (day == 0)
                return std::nullopt; // "2MO": the second Monday of a month
            if (!days.contains(day))
                days.append(day);
        }
        std::sort(days.begin(), days.end());
        return days;
    }

    void addOccurrences(const QString &name, const EventTime &begin, qint64 length, const QList<int> &days,
                        int step, bool isDaily, int count, const QDateTime &until, int line)
    {
        const QDate first = begin.moment.date();
        const QDate monday = first.addDays(1 - first.dayOfWeek());
        int seen = 0;
        int added = 0;
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<milliseconds>(m_now).time_since_epoch().count());
        // A rule that began long ago is followed for ten years.
        for (int day = 0; day < 10 * daysToCome && added < mostOccurrences; ++day) {
            const QDate date = first.addDays(day);
            const bool isTurn = isDaily ? day % step == 0 : (monday.daysTo(date) / 7) % (step / 7) == 0;
            if (!isTurn || !days.contains(date.dayOfWeek()))
                continue;
            QDateTime moment = begin.moment;
            moment.setDate(date);
            if ((count > 0 && ++seen > count) || (until.isValid() && moment > until) ||
                moment > now.addDays(daysToCome))
                break;
            if (moment.addSecs(length) <= now)
                continue;
            add(name, OnceWindow{wallTimeOf(moment), wallTimeOf(moment.addSecs(length))}, line);
            ++added;
        }
        if (added == 0)
            note(line, WorkspaceStrings::tr("“%1” was left out: it is over").arg(name));
    }

    WallTime m_now;
    QMap<QString, ContentLine> m_event;
};

} // namespace

Result<CalendarImport> importCalendar(const QByteArray &text, const QString &file, WallTime now)
{
    const QString what = WorkspaceStrings::tr("reading the calendar");
    if (text.size() > largestCalendar)
        return Error{what, file, WorkspaceStrings::tr("it is larger than 1 MiB")};
    const std::vector<ContentLine> lines = contentLines(QString::fromUtf8(text));
    const bool isCalendar = !lines.empty() && lines.front().name == QLatin1String("BEGIN") &&
                            lines.front().value.toUpper() == QLatin1String("VCALENDAR");
    if (!isCalendar)
        return Error{what, file,
                     WorkspaceStrings::tr("it is no calendar: it does not begin with BEGIN:VCALENDAR")};
    CalendarReader reader(now);
    reader.read(lines);
    return reader.import;
}

} // namespace Pongwatch
