// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/reportoptions.h"

#include "app/commandline/commandcontext.h"
#include "app/commandline/moments.h"
#include "app/commandline/optionvalues.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ReportCommand)
};

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

Error bad(const char *option, const QString &why)
{
    return Error{Text::tr("reading the option"), s(option), why};
}

Result<bool> either(const ParsedArguments &arguments, const char *name, const char *no, const char *yes)
{
    if (!arguments.has(s(name)))
        return false;
    const QString value = arguments.value(s(name)).toLower();
    if (value == s(no))
        return false;
    if (value == s(yes))
        return true;
    return Error{Text::tr("reading the option"), s("--") + s(name),
                 Text::tr("“%1” is neither %2 nor %3").arg(value.left(60), s(no), s(yes))};
}

} // namespace

QList<OptionSpec> reportStyleSpecs()
{
    return {{s("paper"), {}, s("a4|letter"), Text::tr("Size of PDF pages (a4)")},
            {s("theme"), {}, s("light|dark"), Text::tr("Colours of PDF and PNG (light)")},
            {s("scale"), {}, s("1|2|3"), Text::tr("Pixels of a PNG for each of 1,200 across (2)")}};
}

QList<OptionSpec> reportOptionSpecs()
{
    return QList<OptionSpec>{
               {s("history"), {}, s("FILE"), Text::tr("Read what was measured from this file")},
               {s("from"),
                {},
                s("TIME"),
                Text::tr("Begin here: 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, today, yesterday (the "
                         "first measurement)")},
               {s("to"),
                {},
                s("TIME"),
                Text::tr("End here; a day means its midnight (the last measurement)")},
               {s("peer"), {}, s("NAME"), Text::tr("Report this peer; repeatable (all)"), true},
               {s("output"), u'o', s("FILE"),
                Text::tr(
                    "Write this file, in the form of its ending: .pdf .html .png .csv .json; repeatable"),
                true},
               {s("title"), {}, s("TEXT"), Text::tr("Title of the report")},
               {s("note"), {}, s("TEXT"), Text::tr("A note for the reader")},
               {s("time-zone"), {}, s("ZONE"), Text::tr("Such as Europe/Berlin or UTC (the system's)")},
               {s("language"),
                {},
                s("LANG"),
                Text::tr("The report's language, such as zh_CN (the system's)")}} +
           reportStyleSpecs() + commonOptionSpecs();
}

Result<ReportStyle> readReportStyle(const ParsedArguments &arguments)
{
    ReportStyle style;
    const Result<bool> letter = either(arguments, "paper", "a4", "letter");
    if (!letter)
        return letter.error();
    style.paper = letter.value() ? ReportPaper::Letter : ReportPaper::A4;
    const Result<bool> dark = either(arguments, "theme", "light", "dark");
    if (!dark)
        return dark.error();
    style.dark = dark.value();
    if (arguments.has(s("scale"))) {
        const Result<qint64> scale = parseWholeNumber(s("--scale"), arguments.value(s("scale")), 1, 3);
        if (!scale)
            return scale.error();
        style.scale = static_cast<int>(scale.value());
    }
    return style;
}

Result<ReportRequest> readReportOptions(const ParsedArguments &arguments)
{
    if (!arguments.positional().isEmpty())
        return Error{Text::tr("reading the argument"), arguments.positional().first(),
                     Text::tr("report takes options only; files to write are given with -o")};
    ReportRequest request;
    if (!arguments.has(s("history")))
        return bad("--history", Text::tr("it is missing; it names the file to report from"));
    request.history.file = arguments.value(s("history"));
    if (const Outcome readable = checkReadable(s("--history"), request.history.file); !readable)
        return readable.error();
    request.files = arguments.values(s("output"));
    if (request.files.isEmpty())
        return bad("--output", Text::tr("it is missing; it names the file to write"));
    for (const QString &file : request.files) {
        if (const auto format = reportFormatFor(file); !format)
            return format.error();
        if (const Outcome writable = checkWritable(s("--output"), file); !writable)
            return writable.error();
    }
    request.history.csvFiles = csvFilesAmong(request.files);
    request.history.timeZone = QTimeZone::systemTimeZone();
    if (arguments.has(s("time-zone"))) {
        const QString zone = arguments.value(s("time-zone"));
        request.history.timeZone = QTimeZone(zone.toLatin1());
        if (!request.history.timeZone.isValid())
            return bad("--time-zone",
                       Text::tr("“%1” is no time zone; one looks like Europe/Berlin").arg(zone.left(60)));
    }
    const Result<ReportStyle> style = readReportStyle(arguments);
    if (!style)
        return style.error();
    request.style = style.value();
    request.history.peers = arguments.values(s("peer"));
    request.from = arguments.value(s("from"));
    request.to = arguments.value(s("to"));
    request.title = arguments.value(s("title"));
    request.note = arguments.value(s("note"));
    return request;
}

Outcome readReportRange(ReportRequest &request, WallTime now)
{
    HistoryReportRequest &history = request.history;
    if (request.from.isEmpty() || request.to.isEmpty()) {
        const auto known = historyRange(history.file);
        if (!known)
            return known.error();
        history.from = known.value().first;
        // What came in the last half minute may not be filed yet.
        history.to = std::max(known.value().first + std::chrono::seconds(1),
                              std::min(now, known.value().second + std::chrono::seconds(31)));
    }
    for (const auto &[option, text, moment] :
         {std::tuple("--from", &request.from, &history.from), std::tuple("--to", &request.to, &history.to)}) {
        if (text->isEmpty())
            continue;
        const Result<WallTime> parsed = parseMoment(s(option), *text, now, history.timeZone);
        if (!parsed)
            return parsed.error();
        *moment = parsed.value();
    }
    if (history.to <= history.from)
        return bad("--to", Text::tr("the end, %1, is not after the beginning, %2")
                               .arg(toRfc3339(history.to), toRfc3339(history.from)));
    return success();
}

} // namespace Pongwatch
