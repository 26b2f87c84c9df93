// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/connectionoptions.h"
#include "app/commandline/exitstatus.h"
#include "app/commandline/metricsoptions.h"
#include "app/commandline/monitoroptions.h"
#include "app/commandline/workspacepeers.h"
#include "app/commands/commands.h"
#include "app/headless/agentrun.h"
#include "app/headless/endsignals.h"
#include "app/headless/metricsservice.h"
#include "app/headless/servicemanager.h"
#include "workspace/workspacefile.h"

#include <QCoreApplication>
#include <QTimer>

namespace Pongwatch
{

namespace
{

struct AgentCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AgentCommand)
};

QList<OptionSpec> agentOptionSpecs()
{
    return workspaceOptionSpecs() + metricsOptionSpecs() + connectionOptionSpecs() + commonOptionSpecs();
}

/// The peers of --workspace as it is now, with what the connection options say over them.
Result<QList<WorkspacePeer>> readAgentPeers(const ParsedArguments &arguments)
{
    const Result<Workspace> workspace = WorkspaceFile::load(arguments.value(QStringLiteral("workspace")));
    if (!workspace)
        return workspace.error();
    Result<QList<WorkspacePeer>> peers = workspacePeers(
        workspace.value(),
        {arguments.values(QStringLiteral("group")), arguments.values(QStringLiteral("tag"))},
        {arguments.has(QStringLiteral("trust-workspace")), arguments.values(QStringLiteral("allow-env"))});
    if (!peers)
        return peers.error();
    for (WorkspacePeer &peer : peers.value()) {
        Result<ConnectionSettings> settings = readConnectionOptions(arguments, peer.settings);
        if (!settings)
            return settings.error();
        peer.settings = std::move(settings).value();
    }
    return peers;
}

/// One running agent: what its signals and timers do.
class Agent
{
public:
    Agent(const ParsedArguments &arguments, const MetricsRequest &request)
        : m_arguments(arguments)
        , m_journal(request.options.vantage)
        , m_metrics(request)
        , m_run(m_metrics.book, m_journal)
        , m_signals(EndSignals::Quit::Ends, EndSignals::Hangup::Reloads)
    {
        QObject::connect(&m_metrics.server, &MetricsServer::complained, &m_run, [this](const QString &text) {
            m_journal.write(journalEntry(JournalPriority::Warning, text));
        });
        QObject::connect(&m_signals, &EndSignals::reloadWanted, &m_run, [this] { reload(); });
        QObject::connect(&m_signals, &EndSignals::endWanted, &m_run, [this] {
            ServiceManager::stopping(AgentCommandStrings::tr("Closing connections"));
            m_run.end();
        });
        QObject::connect(&m_run, &AgentRun::ended, QCoreApplication::instance(), &QCoreApplication::quit,
                         Qt::QueuedConnection);
        QObject::connect(&m_watchdog, &QTimer::timeout, &m_run, &AgentRun::askThreads);
        QObject::connect(&m_run, &AgentRun::threadsAnswered, &m_run, &ServiceManager::alive);
    }

    int run(const QList<WorkspacePeer> &peers)
    {
        if (const Outcome started = m_metrics.start(); !started)
            return failWith(started.error());
        m_run.setPeers(peers);
        tell(JournalPriority::Info,
             AgentCommandStrings::tr(
                 "Pongwatch %1 watches %n peer(s); metrics at %2, at most %3 series a peer.", nullptr,
                 static_cast<int>(peers.size()))
                 .arg(QStringLiteral(PONGWATCH_VERSION), m_metrics.server.url())
                 .arg(mostSeriesAPeer(m_metrics.book.options().buckets.size())));
        if (const auto interval = ServiceManager::watchdogInterval()) {
            // Three times in each interval, so that one that comes late does no harm.
            m_watchdog.start(std::chrono::floor<milliseconds>(*interval / 3));
        }
        ServiceManager::ready(status());
        QCoreApplication::exec();
        EndSignals::endAtOnce();
        return ExitFine;
    }

private:
    void reload()
    {
        ServiceManager::reloading();
        const Result<QList<WorkspacePeer>> peers = readAgentPeers(m_arguments);
        m_metrics.book.noteReload(peers.ok(), currentWallTime());
        if (peers) {
            const AgentRun::Change change = m_run.setPeers(peers.value());
            tell(JournalPriority::Info,
                 AgentCommandStrings::tr(
                     "The workspace was read again: peers added %1, changed %2, removed %3, "
                     "unchanged %4.")
                     .arg(change.added)
                     .arg(change.changed)
                     .arg(change.removed)
                     .arg(change.kept));
        } else {
            tell(JournalPriority::Error,
                 AgentCommandStrings::tr("%1. The peers stay as they were.").arg(peers.error().sentence()));
        }
        ServiceManager::ready(status());
    }

    void tell(JournalPriority priority, const QString &sentence)
    {
        m_journal.write(journalEntry(priority, sentence));
    }

    [[nodiscard]] QString status() const
    {
        return AgentCommandStrings::tr("Watching %n peer(s), metrics at %1", nullptr,
                                       static_cast<int>(m_run.peers()))
            .arg(m_metrics.server.url());
    }

    const ParsedArguments &m_arguments;
    EventJournal m_journal;
    MetricsService m_metrics;
    AgentRun m_run;
    EndSignals m_signals;
    QTimer m_watchdog;
};

int runAgent(const ParsedArguments &arguments)
{
    const QString doing = CommandLineStrings::tr("reading the arguments");
    if (!arguments.positional().isEmpty())
        return failWith(
            Error{doing, arguments.positional().first(),
                  AgentCommandStrings::tr("agent takes no URLs; the peers are those of --workspace")});
    if (!arguments.has(QStringLiteral("workspace")) || !arguments.has(QStringLiteral("metrics")))
        return failWith(Error{doing, {}, AgentCommandStrings::tr("agent needs --workspace and --metrics")});
    const Result<std::optional<MetricsRequest>> request = readMetricsOptions(arguments);
    if (!request)
        return failWith(request.error());
    const Result<QList<WorkspacePeer>> peers = readAgentPeers(arguments);
    if (!peers)
        return failWith(peers.error());
    return Agent(arguments, *request.value()).run(peers.value());
}

} // namespace

int runAgentCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch agent --workspace FILE --metrics ADDRESS:PORT [--vantage NAME] [options]"),
         AgentCommandStrings::tr(
             "Watches the peers of a workspace as a service and serves what it measures to "
             "Prometheus. SIGHUP makes it read the workspace again; SIGTERM ends it."),
         agentOptionSpecs()},
        runAgent);
}

} // namespace Pongwatch
