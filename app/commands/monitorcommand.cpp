// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/connectionoptions.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/monitoroptions.h"
#include "app/commandline/peernames.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/jsonloutput.h"
#include "app/headless/linesoutput.h"
#include "app/headless/livetable.h"
#include "app/headless/metricsservice.h"
#include "app/headless/monitorrun.h"
#include "app/headless/outputstream.h"
#include "app/headless/pinglines.h"
#include "app/headless/rundelivery.h"
#include "demo/demofleet.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "examine/findings/findingshelf.h"
#include "history/store/historywriter.h"
#include "past/pastexaminations.h"
#include "past/pastroundtrips.h"
#include "widgets/rendering/reportfile.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct MonitorCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::MonitorCommand)
};

std::unique_ptr<RunOutput> makeOutput(OutputForm form, OutputStream &stream)
{
    if (form == OutputForm::Jsonl)
        return std::make_unique<JsonlOutput>(stream);
    if (stream.isTerminal())
        // https://no-color.org: any value that is not empty.
        return std::make_unique<LiveTable>(stream, qEnvironmentVariableIsEmpty("NO_COLOR"));
    return std::make_unique<LinesOutput>(stream);
}

void addDemoPeers(MonitorRequest &request, const DemoFleet &fleet)
{
    const QList<DemoPeer> peers = fleet.peers();
    for (const DemoPeer &demo : peers) {
        ConnectionSettings peer = settingsFor(demo.url, request.common);
        peer.name = demo.name;
        request.plan.peers.append(peer);
    }
    nameUniquely(request.plan.peers);
}

/// Keeps the run's measurements in this file, and ends the program when it is written; null without a file.
/// Problems are reported once on standard error, when they become known.
std::unique_ptr<HistoryWriter> keepHistory(const QString &file, MonitorRun &run)
{
    if (file.isEmpty())
        return nullptr;
    HistoryOptions options;
    options.path = file;
    auto history = std::make_unique<HistoryWriter>(options);
    HistoryWriter *writer = history.get();
    QObject::connect(writer, &HistoryWriter::statusChanged, writer,
                     [told = QString()](const HistoryStatus &status) mutable {
                         // Reported again if it occurs again after all was well.
                         if (status.notice != std::exchange(told, status.notice) && !status.notice.isEmpty())
                             (void)failWith(status.notice);
                     });
    QObject::connect(
        &run, &MonitorRun::peerAdded, writer,
        [writer](PeerId peer, const ConnectionSettings &settings) { writer->setPeer(peer, settings); });
    QObject::connect(&run, &MonitorRun::batchTaken, writer, &HistoryWriter::write);
    QObject::connect(&run, &MonitorRun::noted, writer, &HistoryWriter::keepNote);
    QObject::connect(&run, &MonitorRun::alerted, writer, &HistoryWriter::keepAlert);
    QObject::connect(&run, &MonitorRun::ended, writer, &HistoryWriter::flush);
    QObject::connect(writer, &HistoryWriter::flushed, &run, [&run, writer] {
        run.tellHistory(writer->status());
        QCoreApplication::quit();
    });
    QObject::connect(&run, &MonitorRun::ended, writer, [writer, file] {
        QTimer::singleShot(HistoryWriter::patience, writer, [writer, file] {
            writer->abandon();
            (void)failWith(Error{MonitorCommandStrings::tr("writing the history"), file,
                                 slowFileSentence(HistoryWriter::patience)});
            QCoreApplication::exit(ExitUsage);
        });
    });
    return history;
}

/// Writes a report, unless its disk does not respond.
Outcome writeInTime(const Report &report, const QString &file, const ReportStyle &style)
{
    constexpr seconds reportPatience{60}; // making a PDF of a long run takes a while
    const auto written = doneWithin<Outcome>(reportPatience, [report = report, file, style]() mutable {
        takeExaminations(report, FindingShelf(FindingShelf::defaultFolder()));
        return writeReportFile(report, file, style);
    });
    return written ? *written
                   : Outcome(Error{MonitorCommandStrings::tr("writing the report"), file,
                                   slowFileSentence(reportPatience)});
}

/// Learns from the peers' past in this file what is slow; null without a file. The reader closes the file
/// when it is done, so that the writer can tidy it up at the end.
std::unique_ptr<HistoryReader> recallPast(const QString &file, MonitorRun &run)
{
    if (file.isEmpty())
        return nullptr;
    auto reader = std::make_unique<HistoryReader>(file);
    auto *past = new PastRoundTrips(
        reader.get(), [&run](PeerId peer, nanoseconds percentile) { run.recallRoundTrips(peer, percentile); },
        reader.get());
    QObject::connect(&run, &MonitorRun::peerAdded, past, &PastRoundTrips::lookUp);
    run.recallAlerts(reader.get());
    QObject::connect(past, &PastRoundTrips::done, reader.get(), &HistoryReader::release,
                     Qt::QueuedConnection);
    QObject::connect(&run, &MonitorRun::ended, reader.get(), &HistoryReader::release);
    return reader;
}

/// Serves what the run measures, as long as the result lives; null where nothing is to be served. What goes
/// wrong later is said on standard error.
Result<std::unique_ptr<MetricsService>> serveMetrics(const std::optional<MetricsRequest> &request,
                                                     MonitorRun &run)
{
    if (!request)
        return std::unique_ptr<MetricsService>();
    auto service = std::make_unique<MetricsService>(*request);
    MetricsBook *book = &service->book;
    QObject::connect(&run, &MonitorRun::peerAdded, &service->server,
                     [&run, book](PeerId peer, const ConnectionSettings &settings) {
                         const PeerLabels labels = run.labelsOf(peer);
                         book->setPeer(peer, settings, labels.group, labels.tags);
                         book->setHeldBack(peer, run.records().back().hold().has_value());
                     });
    QObject::connect(&run, &MonitorRun::batchTaken, &service->server,
                     [book](const Batch &batch) { book->apply(batch); });
    QObject::connect(&service->server, &MetricsServer::complained,
                     [](const QString &sentence) { (void)failWith(sentence); });
    if (const Outcome started = service->start(); !started)
        return started.error();
    writeComplaint(MonitorCommandStrings::tr("pongwatch: metrics at %1").arg(service->server.url()).toUtf8() +
                   '\n');
    return service;
}

int watch(const MonitorRequest &request)
{
    OutputStream stream(STDOUT_FILENO, OutputStream::Writing::Behind);
    EndSignals endSignals(EndSignals::Quit::Asks);
    MonitorRun run(request.plan, {}, makeOutput(request.output, stream));
    bool interrupted = false;
    QObject::connect(&endSignals, &EndSignals::endWanted, &run, [&run, &interrupted] {
        interrupted = true;
        run.endSoon();
    });
    OutputStream errors(STDERR_FILENO, OutputStream::Writing::Behind);
    QObject::connect(&endSignals, &EndSignals::figuresWanted, &run, [&run, &errors] {
        for (const PeerRecord &peer : run.records())
            errors.write(pingStanding(peer, currentWallTime()).toUtf8() + '\n');
    });
    QObject::connect(&run, &MonitorRun::problem, &run,
                     [](const QString &sentence) { (void)failWith(sentence); });
    QObject::connect(&stream, &OutputStream::closed, &run, &MonitorRun::endSoon);
    const std::unique_ptr<HistoryReader> past = recallPast(request.history, run);
    const std::unique_ptr<HistoryWriter> history = keepHistory(request.history, run);
    if (!history)
        QObject::connect(&run, &MonitorRun::ended, QCoreApplication::instance(), &QCoreApplication::quit,
                         Qt::QueuedConnection);
    Result<std::unique_ptr<MetricsService>> metrics = serveMetrics(request.metrics, run);
    if (!metrics)
        return failWith(metrics.error());
    std::unique_ptr<RunDelivery> delivery;
    if (!request.deliveryFolder.isEmpty())
        delivery = std::make_unique<RunDelivery>(request.ways, request.deliveryFolder, &run);
    PastExaminations examinations(FindingShelf(FindingShelf::defaultFolder()),
                                  [&run](PeerId peer, const std::optional<ExaminedLimits> &found) {
                                      run.recallExamination(peer, found);
                                  });
    QObject::connect(&run, &MonitorRun::peerAdded, &examinations, &PastExaminations::lookUp);
    run.start();
    const int historyStatus = QCoreApplication::exec();
    if (delivery)
        delivery->settle(interrupted ? seconds(3) : seconds(10));
    EndSignals::endAtOnce();

    int status = interrupted ? ExitInterrupted : run.allWereFine() ? ExitFine : ExitTrouble;
    if (historyStatus != 0 || (history && history->status().state != HistoryStatus::State::Writing))
        status = ExitUsage; // already reported, and repeated in the summary
    for (const QString &file : request.reports)
        if (const Outcome written = writeInTime(run.report(), file, request.reportStyle); !written)
            status = failWith(written.error());
    return statusAfter(stream, status);
}

int monitorPeers(const ParsedArguments &arguments)
{
    Result<MonitorRequest> read = readMonitorOptions(arguments);
    if (!read)
        return failWith(read.error());
    MonitorRequest request = std::move(read).value();

    DemoFleet fleet;
    if (request.demo) {
        if (const QString problem = fleet.start(); !problem.isEmpty())
            return failWith(problem);
        addDemoPeers(request, fleet);
    }
    return watch(request);
}

} // namespace

int runMonitorCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch monitor (URL … | --workspace FILE | --demo) [options]"),
         MonitorCommandStrings::tr("Watches WebSocket connections without a window: pings them, and "
                                   "tells who ended them and why."),
         monitorOptionSpecs(),
         {},
         {{QStringLiteral("pongwatch monitor wss://example.org/feed --ping-interval 5"),
           MonitorCommandStrings::tr("A live table of one peer.")},
          {QStringLiteral("pongwatch monitor --workspace prod.pongwatch --duration 3600 --report hour.pdf"),
           MonitorCommandStrings::tr("Every enabled profile of a file for an hour, then a report.")},
          {QStringLiteral("pongwatch monitor wss://example.org/feed --output jsonl --history today.sqlite"),
           MonitorCommandStrings::tr(
               "One JSON object per line for other programs; all measurements are kept.")}}},
        monitorPeers);
}

} // namespace Pongwatch
