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

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

Error badReportOption(const char *option, const QString &why)
{
    return Error{ReportCommandStrings::tr("reading the option"), latin(option), why};
}

Result<bool> either(const ParsedArguments &arguments, const char *name, const char *no, const char *yes)
{
    if (!arguments.has(latin(name)))
        return false;
    const QString value = arguments.value(latin(name)).toLower();
    if (value == latin(no))
        return false;
    if (value == latin(yes))
        return true;
    return Error{
        ReportCommandStrings::tr("reading the option"), latin("--") + latin(name),
        ReportCommandStrings::tr("“%1” is neither %2 nor %3").arg(value.left(60), latin(no), latin(yes))};
}

} // namespace

QList<OptionSpec> reportStyleSpecs()
{
    return {{latin("paper"), {}, latin("a4|letter"), ReportCommandStrings::tr("Size of PDF pages (a4)")},
            {latin("theme"),
             {},
             latin("light|dark"),
             ReportCommandStrings::tr("Colours of the PDF and PNG (light)")},
            {latin("scale"),
             {},
             latin("1|2|3"),
             ReportCommandStrings::tr("PNG scale factor; 1 is 1,200 pixels across (2)")}};
}

QList<OptionSpec> reportOptionSpecs()
{
    return QList<OptionSpec>{
               {latin("history"),
                {},
                latin("FILE"),
                ReportCommandStrings::tr("Read the measurements from this file")},
               {latin("from"),
                {},
                latin("TIME"),
                ReportCommandStrings::tr("Start of the range: 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, "
                                         "today, yesterday (the first measurement)")},
               {latin("to"),
                {},
                latin("TIME"),
                ReportCommandStrings::tr(
                    "End of the range; a date means its midnight (the last measurement)")},
               {latin("peer"),
                {},
                latin("NAME"),
                ReportCommandStrings::tr("Include this peer (all). Repeatable."),
                true},
               {latin("output"), u'o', latin("FILE"),
                ReportCommandStrings::tr("Write this file; the suffix chooses the format: .pdf .html .png "
                                         ".csv .json. Repeatable."),
                true},
               {latin("title"), {}, latin("TEXT"), ReportCommandStrings::tr("Title of the report")},
               {latin("note"), {}, latin("TEXT"), ReportCommandStrings::tr("A note for the reader")},
               {latin("time-zone"),
                {},
                latin("ZONE"),
                ReportCommandStrings::tr("Time zone, such as Europe/Berlin or UTC (the system's)")},
               {latin("language"),
                {},
                latin("LANG"),
                ReportCommandStrings::tr("Language of the report, such as zh_CN (the system's)")}} +
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
    if (arguments.has(latin("scale"))) {
        const Result<qint64> scale =
            parseWholeNumber(latin("--scale"), arguments.value(latin("scale")), 1, 3);
        if (!scale)
            return scale.error();
        style.scale = static_cast<int>(scale.value());
    }
    return style;
}

Result<ReportRequest> readReportOptions(const ParsedArguments &arguments)
{
    if (!arguments.positional().isEmpty())
        return Error{ReportCommandStrings::tr("reading the argument"), arguments.positional().first(),
                     ReportCommandStrings::tr("report takes options only; files to write are given with -o")};
    ReportRequest request;
    if (!arguments.has(latin("history")))
        return badReportOption("--history",
                               ReportCommandStrings::tr("it is missing; it names the file to read"));
    request.history.file = arguments.value(latin("history"));
    if (const Outcome readable = checkReadable(latin("--history"), request.history.file); !readable)
        return readable.error();
    request.files = arguments.values(latin("output"));
    if (request.files.isEmpty())
        return badReportOption("--output",
                               ReportCommandStrings::tr("it is missing; it names the file to write"));
    for (const QString &file : request.files) {
        if (const auto format = reportFormatFor(file); !format)
            return format.error();
        if (const Outcome writable = checkWritable(latin("--output"), file); !writable)
            return writable.error();
    }
    request.history.csvFiles = csvFilesAmong(request.files);
    request.history.timeZone = QTimeZone::systemTimeZone();
    if (arguments.has(latin("time-zone"))) {
        const QString zone = arguments.value(latin("time-zone"));
        request.history.timeZone = QTimeZone(zone.toLatin1());
        if (!request.history.timeZone.isValid())
            return badReportOption("--time-zone", ReportCommandStrings::tr(
                                                      "“%1” is not a time zone; one looks like Europe/Berlin")
                                                      .arg(zone.left(60)));
    }
    const Result<ReportStyle> style = readReportStyle(arguments);
    if (!style)
        return style.error();
    request.style = style.value();
    request.history.peers = arguments.values(latin("peer"));
    request.from = arguments.value(latin("from"));
    request.to = arguments.value(latin("to"));
    request.title = arguments.value(latin("title"));
    request.note = arguments.value(latin("note"));
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
        // Data from the last half minute may not be filed yet.
        history.to = std::max({known.value().first + std::chrono::seconds(1),
                               // The clock may have been set back since then; include everything in the file.
                               known.value().second + std::chrono::microseconds(1),
                               std::min(now, known.value().second + std::chrono::seconds(31))});
    }
    MomentRange range{history.from, history.to};
    if (const Outcome read = readMomentRange(range, request.from, request.to, now, history.timeZone); !read)
        return read;
    history.from = range.from;
    history.to = range.to;
    return success();
}

} // namespace Pongwatch
