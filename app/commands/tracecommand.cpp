// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/connectionoptions.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/optionvalues.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/jsonlevents.h"
#include "app/headless/outputstream.h"
#include "app/headless/tracelines.h"
#include "engine/diagnosis/explainpath.h"
#include "path/pathtracer.h"
#include "path/traceaim.h"

#include <QCoreApplication>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct TraceCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::TraceCommand)
};

constexpr int mostProbes = 100;

struct TraceRequest {
    ConnectionSettings settings;
    TraceProtocol protocol = TraceProtocol::Tcp;
    ProbePlan plan;
    bool names = true;
    bool jsonl = false;
};

Error badTraceOption(const char *option, const QString &answer)
{
    return Error{CommandLineStrings::tr("reading an option"), QString::fromLatin1(option), answer};
}

QList<OptionSpec> traceOptionSpecs()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    const QList<OptionSpec> specs{
        {s("count"), u'c', s("COUNT"), CommandLineStrings::tr("Probes of each hop (10)")},
        {s("protocol"),
         {},
         s("tcp|icmp|udp"),
         CommandLineStrings::tr("What the probes are; TCP ones go to the peer's own port (tcp)")},
        {s("no-names"), u'n', {}, CommandLineStrings::tr("Don't look up the names of the hops")},
        {s("output"),
         {},
         s("text|jsonl"),
         CommandLineStrings::tr("Text for people, or one JSON object per line (text)")},
    };
    return specs + connectionOptionSpecs() + commonOptionSpecs();
}

Result<TraceRequest> readTraceOptions(const ParsedArguments &arguments)
{
    TraceRequest request;
    const Result<ConnectionSettings> common = readConnectionOptions(arguments);
    if (!common)
        return common.error();
    if (arguments.positional().size() != 1)
        return Error{CommandLineStrings::tr("reading the arguments"),
                     {},
                     CommandLineStrings::tr("give one URL to trace the path to (wss://host/path)")};
    const Result<QUrl> url = readDialledUrl(arguments.positional().constFirst());
    if (!url)
        return url.error();
    request.settings = settingsFor(url.value(), common.value());
    if (arguments.has(QStringLiteral("count"))) {
        const Result<qint64> count =
            parseWholeNumber(QStringLiteral("-c"), arguments.value(QStringLiteral("count")), 1, mostProbes);
        if (!count)
            return count.error();
        request.plan.rounds = static_cast<int>(count.value());
    }
    if (arguments.has(QStringLiteral("protocol"))) {
        const QString word = arguments.value(QStringLiteral("protocol"));
        const std::optional<TraceProtocol> protocol = traceProtocolFromWord(word);
        if (!protocol)
            return badTraceOption(
                "--protocol",
                CommandLineStrings::tr("“%1” is none of “tcp”, “icmp” and “udp”").arg(word.left(60)));
        request.protocol = *protocol;
    }
    request.names = !arguments.has(QStringLiteral("no-names"));
    if (arguments.has(QStringLiteral("output"))) {
        const QString form = arguments.value(QStringLiteral("output"));
        if (form != QStringLiteral("text") && form != QStringLiteral("jsonl"))
            return badTraceOption(
                "--output", CommandLineStrings::tr("“%1” is neither “text” nor “jsonl”").arg(form.left(60)));
        request.jsonl = form == QStringLiteral("jsonl");
    }
    return request;
}

/// One trace, from the aim to the last line.
class TraceRun : public QObject
{
public:
    explicit TraceRun(const TraceRequest &request)
        : m_request(request)
        , m_tracer(tracerOptions(request))
    {
        connect(&m_aim, &TraceAim::found, this, &TraceRun::trace);
        connect(&m_aim, &TraceAim::failed, this, [this](const Error &error) { end(failWith(error)); });
        connect(&m_tracer, &PathTracer::progressed, this, &TraceRun::tellHeading);
        connect(&m_tracer, &PathTracer::traced, this,
                [this](quint64, const PathTrace &trace) { tell(trace); });
        connect(&m_tracer, &PathTracer::failed, this, [this](quint64, const TraceProblem &problem) {
            if (problem.kind == TraceProblem::Kind::Cancelled)
                end(ExitInterrupted);
            else
                end(failWith(explainProblem(problem)));
        });
        connect(&m_signals, &EndSignals::endWanted, this, &TraceRun::interrupt);
        connect(&m_stream, &OutputStream::closed, this, &TraceRun::interrupt);
    }

    int run()
    {
        if (m_request.jsonl)
            write(jsonlStart(currentWallTime(), QStringLiteral(PONGWATCH_VERSION)));
        m_aim.start(m_request.settings, m_request.protocol);
        QCoreApplication::exec();
        return statusAfter(m_stream, m_status);
    }

private:
    static TracerOptions tracerOptions(const TraceRequest &request)
    {
        TracerOptions options;
        options.plan = request.plan;
        options.plan.roundsAtLoss = std::max(options.plan.roundsAtLoss, request.plan.rounds);
        options.names = request.names;
        // A trace that was asked for may take as long as its probes.
        options.longestTrace += request.plan.rounds * request.plan.roundEveryAtLoss;
        return options;
    }

    void write(const QByteArray &line) { m_stream.write(line + '\n'); }

    void trace(const TraceTarget &target)
    {
        if (m_interrupted) {
            end(ExitInterrupted);
            return;
        }
        m_target = target;
        m_number = m_tracer.trace({target, TraceReason::ByHand, 0});
    }

    /// Once probes are under way.
    void tellHeading()
    {
        if (!std::exchange(m_headingTold, true) && !m_request.jsonl)
            write(traceHeading(m_target, m_request.plan.rounds).toUtf8());
    }

    void tell(const PathTrace &trace)
    {
        tellHeading();
        const PathFinding finding = findOnPath(trace, nullptr);
        const QString explanation = explainPath(finding, trace, nullptr);
        if (m_request.jsonl) {
            for (const QByteArray &hop : jsonlHops(trace))
                write(hop);
            write(jsonlPath(trace, finding, {}, displayUrl(m_request.settings.url), explanation));
        } else {
            for (const QString &line : traceTable(trace))
                write(line.toUtf8());
            write('\n' + explanation.toUtf8());
        }
        end(m_interrupted ? ExitInterrupted : trace.reached ? ExitFine : ExitTrouble);
    }

    void interrupt()
    {
        if (std::exchange(m_interrupted, true))
            return;
        if (m_number == 0)
            end(ExitInterrupted);
        else
            m_tracer.cancel(m_number);
    }

    void end(int status)
    {
        m_status = status;
        QCoreApplication::quit();
    }

    const TraceRequest m_request;
    OutputStream m_stream{STDOUT_FILENO, OutputStream::Writing::Behind};
    EndSignals m_signals;
    TraceAim m_aim;
    PathTracer m_tracer;
    TraceTarget m_target;
    bool m_headingTold = false;
    quint64 m_number = 0;
    bool m_interrupted = false;
    int m_status = ExitTrouble;
};

int traceUrl(const ParsedArguments &arguments)
{
    const Result<TraceRequest> request = readTraceOptions(arguments);
    if (!request)
        return failWith(request.error());
    return TraceRun(request.value()).run();
}

} // namespace

int runTraceCommand(const CommandContext &context)
{
    return runCommand(context,
                      {QStringLiteral("pongwatch trace URL [options]"),
                       TraceCommandStrings::tr(
                           "Traces the network path to a peer's own address and port with mtr, shows its "
                           "hops, and says where it ends or loses packets, if it does. Exit status: 0 if "
                           "the peer was reached, 1 if not, 2 for wrong usage or if no trace was "
                           "possible."),
                       traceOptionSpecs()},
                      traceUrl);
}

} // namespace Pongwatch
