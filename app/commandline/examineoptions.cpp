// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/examineoptions.h"

#include "app/commandline/commandcontext.h"
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/connectionoptions.h"
#include "app/commandline/optionvalues.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "examine/findings/findingshelf.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostMessageBytes = 64LL * 1024 * 1024;
constexpr std::chrono::hours longestHold{24 * 7};

Error badExamineOption(const char *option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), QString::fromLatin1(option), why};
}

/// Seconds, or a number with s, m or h behind it.
Result<nanoseconds> parseSpan(const char *option, const QString &text)
{
    int factor = 1;
    QString number = text;
    if (text.endsWith(u's'))
        number.chop(1);
    else if (text.endsWith(u'm') || text.endsWith(u'h')) {
        number.chop(1);
        factor = text.endsWith(u'm') ? 60 : 3600;
    }
    const Result<nanoseconds> value = parseDuration(QString::fromLatin1(option), number);
    if (!value)
        return value.error();
    const nanoseconds span = value.value() * factor;
    if (span > longestHold)
        return badExamineOption(option, CommandLineStrings::tr("it is more than seven days"));
    return span;
}

/// False as well if its disk does not answer.
bool isThere(const QString &file)
{
    return doneWithin<bool>(filePatience, [file] { return QFile::exists(file); }).value_or(false);
}

} // namespace

bool mayBeHostileTo(const ConnectionSettings &connection, const QString &namedAgain)
{
    const QString host = hostileTarget(connection);
    if (host.compare(namedAgain, Qt::CaseInsensitive) == 0)
        return true;
    // What "localhost" is to a proxy is another machine.
    const bool isProxied =
        connection.proxy.kind == ProxyKind::Http || connection.proxy.kind == ProxyKind::Socks5;
    return !isProxied && (host == QLatin1String("localhost") || QHostAddress(host).isLoopback());
}

QString hostileTarget(const ConnectionSettings &connection)
{
    if (connection.connectTo.isEmpty())
        return connection.url.host();
    const Result<ConnectTarget> target = parseConnectTo(connection.connectTo);
    if (!target)
        return connection.connectTo;
    // A local socket leads to this machine.
    return target.value().socketPath.isEmpty() ? target.value().host : QStringLiteral("localhost");
}

QList<OptionSpec> examineOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QList<OptionSpec> specs{
        {s("up-to"),
         {},
         s("S"),
         CommandLineStrings::tr("The longest silence to try, in seconds, or like 90s, 20m, 1h (20m)")},
        {s("hold"),
         {},
         s("S"),
         CommandLineStrings::tr(
             "Hold a connection for so long, with pings, to see how old one may get (off)")},
        {s("largest-message"),
         {},
         s("BYTES"),
         CommandLineStrings::tr("The largest message to send (1048576)")},
        {s("only"),
         {},
         s("NAME,…"),
         CommandLineStrings::tr("Find out only this, by names as in the documentation: ping,idle-limit")},
        {s("resume"),
         {},
         {},
         CommandLineStrings::tr("Go on with the last examination of this URL, if it was cut short")},
        {s("keep"),
         {},
         s("FOLDER|none"),
         CommandLineStrings::tr("Where findings are kept, to be compared the next time (the state folder)")},
        {s("history"),
         {},
         s("FILE|none"),
         CommandLineStrings::tr("What was measured of the peer earlier, which shows how old its connections "
                                "get (the window's history)")},
        {s("hostile"),
         {},
         {},
         CommandLineStrings::tr("Send invalid frames, too; only to this machine, or with --hostile-host")},
        {s("hostile-host"),
         {},
         s("HOST"),
         CommandLineStrings::tr("With --hostile: the host of the URL once more, to show that it is meant")},
        {s("output"),
         {},
         s("text|jsonl"),
         CommandLineStrings::tr("Text for people, or one JSON object per line (text)")},
    };
    return specs + connectionOptionSpecs() + commonOptionSpecs();
}

Result<ExamineRequest> readExamineOptions(const ParsedArguments &arguments)
{
    ExamineRequest request;
    const Result<ConnectionSettings> common = readConnectionOptions(arguments);
    if (!common)
        return common.error();
    if (arguments.positional().size() != 1)
        return Error{CommandLineStrings::tr("reading the arguments"),
                     {},
                     CommandLineStrings::tr("examine takes one URL (wss://host/path)")};
    const Result<QUrl> url = readDialledUrl(arguments.positional().first());
    if (!url)
        return url.error();
    ExaminationPlan &plan = request.plan;
    plan.connection = settingsFor(url.value(), common.value(), {});
    plan.connection.name = displayUrl(plan.connection.url);
    for (auto [name, option, target] :
         {std::tuple("up-to", "--up-to", &plan.upTo), std::tuple("hold", "--hold", &plan.hold)}) {
        if (!arguments.has(QString::fromLatin1(name)))
            continue;
        const Result<nanoseconds> span = parseSpan(option, arguments.value(QString::fromLatin1(name)));
        if (!span)
            return span.error();
        *target = span.value();
    }
    if (arguments.has(QStringLiteral("largest-message"))) {
        const Result<qint64> bytes =
            parseWholeNumber(QStringLiteral("--largest-message"),
                             arguments.value(QStringLiteral("largest-message")), 1, mostMessageBytes);
        if (!bytes)
            return bytes.error();
        plan.largestMessage = bytes.value();
    }
    const QStringList only = arguments.value(QStringLiteral("only")).split(u',', Qt::SkipEmptyParts);
    for (const QString &word : only) {
        const auto kind = findingKindFromWord(word);
        if (!kind)
            return badExamineOption(
                "--only", CommandLineStrings::tr("there is no finding named “%1”").arg(word.left(60)));
        plan.only.append(*kind);
    }
    plan.hostile = arguments.has(QStringLiteral("hostile"));
    if (plan.hostile && !mayBeHostileTo(plan.connection, arguments.value(QStringLiteral("hostile-host"))))
        return badExamineOption(
            "--hostile", CommandLineStrings::tr("it is only for this machine itself, or for a host that is "
                                                "named twice: --hostile-host %1")
                             .arg(hostileTarget(plan.connection)));
    request.goesOn = arguments.has(QStringLiteral("resume"));
    request.folder = FindingShelf::defaultFolder();
    if (arguments.has(QStringLiteral("keep")))
        request.folder = arguments.value(QStringLiteral("keep"));
    if (request.folder == QStringLiteral("none"))
        request.folder.clear();
    const QString ownHistory = windowHistoryFile();
    request.needsHistory = arguments.has(QStringLiteral("history"));
    request.history = request.needsHistory ? arguments.value(QStringLiteral("history")) : ownHistory;
    if (request.history == QStringLiteral("none") || (!request.needsHistory && !isThere(ownHistory))) {
        request.history.clear();
        request.needsHistory = false;
    }
    if (request.needsHistory)
        if (const Outcome readable = checkReadable(QStringLiteral("--history"), request.history); !readable)
            return readable.error();
    if (arguments.has(QStringLiteral("output"))) {
        const QString form = arguments.value(QStringLiteral("output"));
        if (form != QStringLiteral("text") && form != QStringLiteral("jsonl"))
            return badExamineOption(
                "--output", CommandLineStrings::tr("“%1” is neither “text” nor “jsonl”").arg(form.left(60)));
        request.jsonl = form == QStringLiteral("jsonl");
    }
    return request;
}

} // namespace Pongwatch
