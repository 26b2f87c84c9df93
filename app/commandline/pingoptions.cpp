// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/pingoptions.h"

#include "app/commandline/commandcontext.h"
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/connectionoptions.h"
#include "app/commandline/optionvalues.h"
#include "app/commandline/peernames.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <limits>

namespace Pongwatch
{

namespace
{

/// ping(8) has its own limits for users; ours keeps a typo from becoming a flood.
constexpr milliseconds shortestInterval{10};
constexpr seconds usualTimeout{10};

Error badPingOption(const char *option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), QString::fromLatin1(option), why};
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

Outcome readTimes(const ParsedArguments &arguments, ConnectionSettings &settings, PingPlan &plan)
{
    const auto read = [&arguments](const char *name, const char *shown, auto &target) -> Outcome {
        if (!arguments.has(QString::fromLatin1(name)))
            return success();
        const Result<nanoseconds> value =
            parseDuration(QString::fromLatin1(shown), arguments.value(QString::fromLatin1(name)));
        if (!value)
            return value.error();
        target = value.value();
        return success();
    };
    KeepaliveSettings &keepalive = settings.keepalive;
    if (arguments.has(QStringLiteral("ping-interval"))) {
        if (!keepalive.interval)
            return badPingOption("--ping-interval",
                                 CommandLineStrings::tr("ping needs an interval; off is not possible here"));
        plan.interval = *keepalive.interval;
    }
    if (!arguments.has(QStringLiteral("ping-timeout")))
        keepalive.timeout = usualTimeout;
    if (!arguments.has(QStringLiteral("on-timeout")))
        keepalive.onTimeout = OnTimeout::Keep;
    for (const Outcome &outcome :
         {read("interval", "-i", plan.interval), read("timeout", "-W", keepalive.timeout),
          read("deadline", "-w", plan.deadline)})
        if (!outcome)
            return outcome;
    keepalive.interval.reset(); // the run schedules pings itself
    if (plan.interval < shortestInterval)
        return badPingOption(
            "-i", CommandLineStrings::tr(
                      "the interval must be at least 0.01 s; for this machine itself, use --flood"));
    return success();
}

Outcome readPingedPeers(const ParsedArguments &arguments, const ConnectionSettings &common, PingPlan &plan)
{
    const QList<DialoguePreset> presets = allPresets(userPresetFolder());
    for (const QString &text : arguments.positional()) {
        const Result<QUrl> url = readDialledUrl(text);
        if (!url)
            return url.error();
        if (plan.flood && !isLoopback(url.value()))
            return badPingOption(
                "--flood",
                CommandLineStrings::tr("it is only for this machine itself (localhost, 127.0.0.1 or [::1])"));
        plan.peers.append(settingsFor(url.value(), common, presets));
    }
    if (plan.peers.isEmpty())
        return Error{CommandLineStrings::tr("reading the arguments"),
                     {},
                     CommandLineStrings::tr("there is nothing to ping; give a URL (wss://host/path)")};
    nameUniquely(plan.peers);
    return success();
}

/// Each peer twice: with QWebSocket, and with the wire client.
QList<ConnectionSettings> withEachClient(const QList<ConnectionSettings> &peers)
{
    QList<ConnectionSettings> both;
    for (const ConnectionSettings &peer : peers) {
        for (const Client client : {Client::Qt, Client::Wire}) {
            ConnectionSettings one = peer;
            one.client = client;
            one.name = QStringLiteral("%1 (%2)").arg(peer.name, toWord(client));
            both.append(one);
        }
    }
    nameUniquely(both);
    return both;
}

} // namespace

QList<OptionSpec> pingOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QList<OptionSpec> specs{
        {s("count"), u'c', s("COUNT"), CommandLineStrings::tr("Stop after this many pings to each peer")},
        {s("interval"), u'i', s("INTERVAL_S"), CommandLineStrings::tr("Seconds between two pings (1)")},
        {s("timeout"), u'W', s("TIMEOUT_S"), CommandLineStrings::tr("Seconds to wait for a pong (10)")},
        {s("deadline"), u'w', s("S"),
         CommandLineStrings::tr("Stop after this many seconds, even with pings unanswered")},
        {s("quiet"), u'q', {}, CommandLineStrings::tr("Show only the first line and the summary")},
        {s("timestamps"),
         u'D',
         {},
         CommandLineStrings::tr("Begin each line with the time, in seconds since 1970")},
        {s("audible"), u'a', {}, CommandLineStrings::tr("Ring the terminal bell at each pong")},
        {s("verbose"),
         u'v',
         {},
         CommandLineStrings::tr("Show the phases of each dial and TCP's own round-trip times")},
        {s("flood"),
         u'f',
         {},
         CommandLineStrings::tr("Send the next ping as soon as a pong arrives; on this machine only")},
        {s("output"),
         {},
         s("text|jsonl"),
         CommandLineStrings::tr("Text for people, or one JSON object per line (text)")},
    };
    QList<OptionSpec> common = commonOptionSpecs();
    for (OptionSpec &spec : common)
        if (spec.letter == u'v')
            spec.letter = u'V'; // as in ping(8), where -v means verbose
    QList<OptionSpec> connection = connectionOptionSpecs();
    for (OptionSpec &spec : connection) {
        if (spec.name == QLatin1String("client")) {
            spec.value = s("qt|wire|both");
            spec.help =
                CommandLineStrings::tr("Which WebSocket client connects: Qt's, this program's own (wire), or "
                                       "one of each side by side, to compare them (qt)");
        }
    }
    return specs + connection + common;
}

Result<PingRequest> readPingOptions(const ParsedArguments &arguments)
{
    PingRequest request;
    const QString client = QStringLiteral("client");
    const bool comparesClients = arguments.value(client) == QLatin1String("both");
    Result<ConnectionSettings> common =
        readConnectionOptions(comparesClients ? arguments.without(client) : arguments);
    if (!common)
        return common.error();
    request.plan.flood = arguments.has(QStringLiteral("flood"));
    if (arguments.has(QStringLiteral("count"))) {
        const Result<qint64> count =
            parseWholeNumber(QStringLiteral("-c"), arguments.value(QStringLiteral("count")), 1,
                             std::numeric_limits<qint32>::max());
        if (!count)
            return count.error();
        request.plan.count = quint64(count.value());
    }
    if (const Outcome times = readTimes(arguments, common.value(), request.plan); !times)
        return times.error();
    if (const Outcome peers = readPingedPeers(arguments, common.value(), request.plan); !peers)
        return peers.error();
    if (comparesClients)
        request.plan.peers = withEachClient(request.plan.peers);
    request.manners.quiet = arguments.has(QStringLiteral("quiet"));
    request.manners.timestamps = arguments.has(QStringLiteral("timestamps"));
    request.manners.bell = arguments.has(QStringLiteral("audible"));
    request.manners.phases = arguments.has(QStringLiteral("verbose"));
    request.manners.flood = request.plan.flood;
    if (arguments.has(QStringLiteral("output"))) {
        const QString form = arguments.value(QStringLiteral("output"));
        if (form != QStringLiteral("text") && form != QStringLiteral("jsonl"))
            return badPingOption(
                "--output", CommandLineStrings::tr("“%1” is neither “text” nor “jsonl”").arg(form.left(60)));
        request.jsonl = form == QStringLiteral("jsonl");
    }
    return request;
}

} // namespace Pongwatch
