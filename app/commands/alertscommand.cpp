// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commandline/moments.h"
#include "app/commandline/optionvalues.h"
#include "app/commands/commands.h"
#include "app/headless/jsonlevents.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "history/store/historyquery.h"
#include "reports/reporttext.h"

#include <QCoreApplication>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct AlertsCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AlertsCommand)
};

constexpr int mostAlertEntries = 100'000;

QString alertsText(const char *text)
{
    return QString::fromLatin1(text);
}

QList<OptionSpec> alertsSpecs()
{
    return QList<OptionSpec>{
               {alertsText("history"),
                {},
                alertsText("FILE"),
                AlertsCommandStrings::tr("Read the alerts from this file (that of the window)")},
               {alertsText("from"),
                {},
                alertsText("TIME"),
                AlertsCommandStrings::tr("Start of the range: 2026-11-01, 2026-11-01T08:00:00Z, -24h, -7d, "
                                         "today, yesterday (-7d)")},
               {alertsText("to"),
                {},
                alertsText("TIME"),
                AlertsCommandStrings::tr("End of the range; a date means its midnight (now)")},
               {alertsText("peer"),
                {},
                alertsText("NAME"),
                AlertsCommandStrings::tr("Only alerts about this peer (all). Repeatable."),
                true},
               {alertsText("output"), u'o', alertsText("lines|jsonl"),
                AlertsCommandStrings::tr("How: for people, or as JSON lines (lines)")}} +
           commonOptionSpecs();
}

struct AlertsRequest {
    QString file;
    MomentRange range;
    QStringList peers;
    bool asJson = false;
};

Result<AlertsRequest> readAlertsRequest(const ParsedArguments &arguments)
{
    AlertsRequest request;
    if (!arguments.positional().isEmpty())
        return Error{AlertsCommandStrings::tr("reading the argument"), arguments.positional().first(),
                     AlertsCommandStrings::tr("alerts takes options only")};
    request.file =
        arguments.has(alertsText("history")) ? arguments.value(alertsText("history")) : windowHistoryFile();
    if (const Outcome readable = checkReadable(alertsText("--history"), request.file); !readable)
        return readable.error();
    const WallTime now = currentWallTime();
    request.range = {now - std::chrono::hours(7 * 24), now + std::chrono::seconds(1)};
    if (const Outcome range =
            readMomentRange(request.range, arguments.value(alertsText("from")),
                            arguments.value(alertsText("to")), now, QTimeZone::systemTimeZone());
        !range)
        return range.error();
    request.peers = arguments.values(alertsText("peer"));
    const QString output = arguments.value(alertsText("output"));
    request.asJson = output == alertsText("jsonl");
    if (!output.isEmpty() && !request.asJson && output != alertsText("lines"))
        return Error{AlertsCommandStrings::tr("reading the option"), alertsText("--output"),
                     AlertsCommandStrings::tr("“%1” is neither lines nor jsonl").arg(output.left(60))};
    return request;
}

QString lineOf(const PastAlert &alert, const ReportText &text)
{
    QStringList words{text.moment(alert.firedAt), alert.title};
    if (alert.acknowledgedAt)
        words.append(
            alert.note.isEmpty()
                ? AlertsCommandStrings::tr("acknowledged after %1").arg(text.duration(*alert.toAcknowledge()))
                : AlertsCommandStrings::tr("acknowledged after %1: %2")
                      .arg(text.duration(*alert.toAcknowledge()), alert.note));
    words.append(alert.resolvedAt
                     ? AlertsCommandStrings::tr("over after %1").arg(text.duration(*alert.toRecover()))
                     : AlertsCommandStrings::tr("not known to be over"));
    return plainLine(words.join(alertsText("  ")));
}

int listAlerts(const ParsedArguments &arguments)
{
    const Result<AlertsRequest> read = readAlertsRequest(arguments);
    if (!read)
        return failWith(read.error());
    const AlertsRequest &request = read.value();
    using Entries = Result<std::vector<AlertEntry>>;
    const auto entries = doneWithin<Entries>(filePatience, [request]() -> Entries {
        const auto query = HistoryQuery::open(request.file);
        if (!query)
            return query.error();
        return query.value()->alerts(request.range.from, request.range.to, mostAlertEntries);
    });
    if (!entries)
        return failWith(Error{AlertsCommandStrings::tr("reading the history"), request.file,
                              slowFileSentence(filePatience)});
    if (!*entries)
        return failWith(entries->error());
    OutputStream output(STDOUT_FILENO);
    const ReportText text(QTimeZone::systemTimeZone());
    for (const PastAlert &alert : pastAlerts(entries->value())) {
        const bool isMeant = request.peers.isEmpty() || std::any_of(alert.peers.begin(), alert.peers.end(),
                                                                    [&request](const QString &peer) {
                                                                        return request.peers.contains(peer);
                                                                    });
        if (isMeant)
            output.write((request.asJson ? jsonlPastAlert(alert) : lineOf(alert, text).toLocal8Bit()) + '\n');
    }
    return statusAfter(output, ExitFine);
}

} // namespace

int runAlertsCommand(const CommandContext &context)
{
    return runCommand(context,
                      {alertsText("pongwatch alerts [--from -7d] [options]"),
                       AlertsCommandStrings::tr("Lists the alerts that the history has, when each was "
                                                "acknowledged, and when it was over."),
                       alertsSpecs()},
                      listAlerts);
}

} // namespace Pongwatch
