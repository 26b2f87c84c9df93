// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/monitoroptions.h"

#include "alerts/delivery/deliveryqueue.h"
#include "app/commandline/commandcontext.h"
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/connectionoptions.h"
#include "app/commandline/optionvalues.h"
#include "app/commandline/peernames.h"
#include "app/commandline/reportoptions.h"
#include "app/commandline/workspacepeers.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "workspace/workspacefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Pongwatch
{

namespace
{

Error badMonitorOption(const char *option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), QString::fromLatin1(option), why};
}

/// The rules that don't concern a single peer.
void readAlertRules(const Workspace &workspace, RunAlerts &alerts)
{
    alerts.observer = workspace.alerts.rules;
    for (const ProfileGroup &group : workspace.groups)
        alerts.groups.append({group.name, rulesOverlaid(workspace.alerts.rules, group.alerts.rules)});
}

/// Whether alerts are to be told otherwise than by this program's output and by the window.
bool tellsAnybody(const Workspace &workspace, const RunAlerts &alerts)
{
    const auto tells = [](const QList<AlertRule> &rules) {
        return std::any_of(rules.begin(), rules.end(), [](const AlertRule &rule) {
            return std::any_of(rule.ways.begin(), rule.ways.end(),
                               [](const QString &way) { return way != AlertWay::desktop(); }) ||
                   !rule.escalationWays.isEmpty();
        });
    };
    return !workspace.alerts.ways.isEmpty() || tells(alerts.observer) ||
           std::any_of(alerts.groups.begin(), alerts.groups.end(),
                       [&](const auto &group) { return tells(group.second); }) ||
           std::any_of(alerts.peers.begin(), alerts.peers.end(),
                       [&](const AlertPeer &peer) { return tells(peer.rules); });
}

/// The profiles of --workspace, overridden by the connection options.
Outcome readWorkspace(const ParsedArguments &arguments, MonitorRequest &request)
{
    const ProfileChoice choice{arguments.values(QStringLiteral("group")),
                               arguments.values(QStringLiteral("tag"))};
    if (!arguments.has(QStringLiteral("workspace"))) {
        if (!choice.groups.isEmpty() || !choice.tags.isEmpty())
            return badMonitorOption(choice.groups.isEmpty() ? "--tag" : "--group",
                                    CommandLineStrings::tr("it can only be used with --workspace"));
        return success();
    }
    const Result<Workspace> workspace = WorkspaceFile::load(arguments.value(QStringLiteral("workspace")));
    if (!workspace)
        return workspace.error();
    const Result<QList<WorkspacePeer>> peers = workspacePeers(workspace.value(), choice, trustOf(arguments));
    if (!peers)
        return peers.error();
    for (const WorkspacePeer &profile : peers.value()) {
        const Result<ConnectionSettings> peer = readConnectionOptions(arguments, profile.settings);
        if (!peer)
            return peer.error();
        if (!profile.missing.isEmpty())
            request.plan.missingSecrets.insert(request.plan.peers.size(), profile.missing);
        while (request.plan.alerts.peers.size() < request.plan.peers.size())
            request.plan.alerts.peers.append(AlertPeer{}); // peers from URLs have no rules
        request.plan.alerts.peers.append(profile.alerts);
        request.plan.labels.insert(request.plan.peers.size(), {profile.group, profile.tags});
        request.plan.peers.append(peer.value());
    }
    readAlertRules(workspace.value(), request.plan.alerts);
    if (tellsAnybody(workspace.value(), request.plan.alerts)) {
        request.ways = readyWays(workspace.value());
        request.deliveryFolder = DeliveryQueue::folderFor(arguments.value(QStringLiteral("workspace")));
    }
    return success();
}

Outcome readMonitoredPeers(const ParsedArguments &arguments, MonitorRequest &request)
{
    const QStringList names = arguments.values(QStringLiteral("name"));
    const QStringList &urls = arguments.positional();
    if (names.size() > urls.size())
        return badMonitorOption("--name", CommandLineStrings::tr("there are more names than URLs"));
    const QList<DialoguePreset> presets =
        urls.isEmpty() ? QList<DialoguePreset>() : allPresets(userPresetFolder());
    for (qsizetype i = 0; i < urls.size(); ++i) {
        const Result<QUrl> url = readDialledUrl(urls[i]);
        if (!url)
            return url.error();
        ConnectionSettings peer = settingsFor(url.value(), request.common, presets);
        peer.name = names.value(i).trimmed();
        request.plan.peers.append(peer);
    }
    if (const Outcome workspace = readWorkspace(arguments, request); !workspace)
        return workspace.error();
    if (request.plan.peers.isEmpty() && !request.demo)
        return Error{
            CommandLineStrings::tr("reading the arguments"),
            {},
            CommandLineStrings::tr(
                "there is nothing to watch; give a URL (wss://host/path), --workspace FILE or --demo")};
    nameUniquely(request.plan.peers);
    return success();
}

/// Only a mistake is an error: if a file can't be written now, that may change, and is retried.
Outcome readHistory(const ParsedArguments &arguments, MonitorRequest &request)
{
    const QString file = arguments.value(QStringLiteral("history"));
    if (!arguments.has(QStringLiteral("history")) || file == QStringLiteral("none"))
        return success();
    struct Place {
        bool isFolder = false;
        bool hasFolder = true;
        Outcome isForFile = success();
    };
    // A disk that does not respond is treated as one that can't be written to now.
    const Place place = doneWithin<Place>(filePatience, [file] {
                            const QFileInfo info(file);
                            return Place{info.isDir(), info.absoluteDir().exists(), checkFilePlace({}, file)};
                        }).value_or(Place());
    if (file.isEmpty() || place.isFolder)
        return badMonitorOption(
            "--history",
            CommandLineStrings::tr("“%1” is a folder or not a file name; give a file, or none").arg(file));
    if (!place.hasFolder)
        return badMonitorOption("--history",
                                CommandLineStrings::tr("the folder of “%1” does not exist").arg(file));
    if (!place.isForFile)
        return badMonitorOption(
            "--history", CommandLineStrings::tr("“%1” can't hold the measurements: %2; give a file, or none")
                             .arg(file, place.isForFile.error().answer));
    request.history = QFileInfo(file).absoluteFilePath();
    return success();
}

Outcome readOutput(const ParsedArguments &arguments, MonitorRequest &request)
{
    if (arguments.has(QStringLiteral("output"))) {
        const QString form = arguments.value(QStringLiteral("output"));
        if (form == QStringLiteral("jsonl"))
            request.output = OutputForm::Jsonl;
        else if (form != QStringLiteral("table"))
            return badMonitorOption(
                "--output", CommandLineStrings::tr("“%1” is neither “table” nor “jsonl”").arg(form.left(60)));
    }
    request.reports = arguments.values(QStringLiteral("report"));
    const Result<ReportStyle> style = readReportStyle(arguments);
    if (!style)
        return style.error();
    request.reportStyle = style.value();
    for (const QString &file : std::as_const(request.reports)) {
        if (const auto format = reportFormatFor(file); !format)
            return format.error();
        if (const Outcome writable = checkWritable(QStringLiteral("--report"), file); !writable)
            return writable.error();
    }
    return readHistory(arguments, request);
}

} // namespace

QList<OptionSpec> workspaceOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {s("workspace"), {}, s("FILE"), CommandLineStrings::tr("Watch the enabled profiles in this file")},
        {s("group"), {}, s("NAME"), CommandLineStrings::tr("Only profiles in this group. Repeatable."), true},
        {s("tag"), {}, s("TAG"), CommandLineStrings::tr("Only profiles with this tag. Repeatable."), true},
        {s("trust-workspace"),
         {},
         {},
         CommandLineStrings::tr(
             "Allow what the workspace wants from this machine, for this run: variables, files, "
             "proxies, unverified certificates (“pongwatch check” lists them)")},
        {s("allow-env"),
         {},
         s("NAME"),
         CommandLineStrings::tr("Allow the workspace to use this environment variable. Repeatable."),
         true},
    };
}

QList<OptionSpec> monitorOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QList<OptionSpec> specs{
        {s("name"),
         {},
         s("NAME"),
         CommandLineStrings::tr("Name of a peer, in the order of the URLs. Repeatable."),
         true},
    };
    specs += workspaceOptionSpecs();
    specs += QList<OptionSpec>{
        {s("demo"), {}, {}, CommandLineStrings::tr("Watch the built-in demo peers")},
        {s("duration"),
         {},
         s("S"),
         CommandLineStrings::tr("Stop after this many seconds (runs until interrupted)")},
        {s("exit-on-failure"),
         {},
         {},
         CommandLineStrings::tr("End with status 1 at the first failed dial or lost connection")},
        {s("output"),
         {},
         s("table|jsonl"),
         CommandLineStrings::tr(
             "A table (live on a terminal, plain lines in a pipe), or one JSON object per line (table)")},
        {s("report"),
         {},
         s("FILE"),
         CommandLineStrings::tr("Write a report at the end; the suffix chooses the format: .pdf, .png, "
                                ".html, .csv or .json. Repeatable."),
         true},
        {s("history"),
         {},
         s("FILE|none"),
         CommandLineStrings::tr("Keep the measurements in this file (none)")},
    };
    return specs + automaticTraceOptionSpecs() + metricsOptionSpecs() + reportStyleSpecs() +
           connectionOptionSpecs() + commonOptionSpecs();
}

Result<MonitorRequest> readMonitorOptions(const ParsedArguments &arguments)
{
    MonitorRequest request;
    Result<ConnectionSettings> common = readConnectionOptions(arguments);
    if (!common)
        return common.error();
    request.common = std::move(common).value();
    request.demo = arguments.has(QStringLiteral("demo"));
    if (const Outcome peers = readMonitoredPeers(arguments, request); !peers)
        return peers.error();
    if (arguments.has(QStringLiteral("duration"))) {
        const Result<nanoseconds> duration =
            parseDuration(QStringLiteral("--duration"), arguments.value(QStringLiteral("duration")));
        if (!duration)
            return duration.error();
        request.plan.duration = duration.value();
    }
    request.plan.tracesPaths = true;
    request.plan.exitOnFailure = arguments.has(QStringLiteral("exit-on-failure"));
    Result<std::optional<MetricsRequest>> metrics = readMetricsOptions(arguments);
    if (!metrics)
        return metrics.error();
    request.metrics = std::move(metrics).value();
    if (const Outcome output = readOutput(arguments, request); !output)
        return output.error();
    return request;
}

} // namespace Pongwatch
