// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commandline/reportoptions.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/outputstream.h"
#include "examine/findings/findingshelf.h"
#include "reports/reporttext.h"

#include <QCoreApplication>
#include <QTimer>

#include <thread>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

/// Reads and writes on a thread of its own, so that signals are handled and progress is shown.
class ReportJob
{
public:
    explicit ReportJob(const ReportRequest &request)
        : m_request(request)
    {
    }

    Outcome run()
    {
        Result<Report> report = makeHistoryReport(m_request.history, m_progress);
        if (!report)
            return report.error();
        report.value().title = m_request.title;
        report.value().note = m_request.note;
        takeExaminations(report.value(), FindingShelf(FindingShelf::defaultFolder()));
        const ReportText text(report.value().timeZone);
        for (const HistoryDamage &damage : report.value().damage)
            m_damage.append(damageSentence(damage, text));
        const SampleFeed feed = historySamples(m_request.history, report.value(), m_progress);
        for (const QString &file : m_request.files) {
            if (m_progress.isCancelled())
                return success();
            if (Outcome written = writeReportFile(report.value(), file, m_request.style, feed); !written)
                return written;
        }
        return success();
    }

    [[nodiscard]] ReportProgress &progress() { return m_progress; }

    /// What could not be read of the history, one sentence each; after run() has ended.
    [[nodiscard]] const QStringList &damage() const { return m_damage; }

private:
    const ReportRequest &m_request;
    ReportProgress m_progress;
    QStringList m_damage;
};

int makeReports(const ReportRequest &request)
{
    ReportJob job(request);
    EndSignals endSignals;
    QObject::connect(&endSignals, &EndSignals::endWanted, QCoreApplication::instance(), [&job] {
        job.progress().cancel();
        EndSignals::endAtOnce();
        // Don't wait for a disk that does not respond.
        QTimer::singleShot(std::chrono::seconds(3), [] { std::_Exit(ExitInterrupted); });
    });
    // A line on a terminal that is rewritten; not for files or pipes.
    OutputStream errors(STDERR_FILENO);
    QTimer timer;
    bool shown = false;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        errors.write(QStringLiteral("\r%1 %2 % ")
                         .arg(ReportCommandStrings::tr("Reading the history:"))
                         .arg(static_cast<int>(job.progress().share() * 100))
                         .toUtf8());
        shown = true;
    });
    if (errors.isTerminal())
        timer.start(std::chrono::milliseconds(250));

    std::optional<Outcome> outcome;
    {
        const std::jthread worker([&] {
            outcome = job.run();
            QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit,
                                      Qt::QueuedConnection);
        });
        QCoreApplication::exec();
    }
    if (shown)
        errors.write("\r\x1b[K");
    if (job.progress().isCancelled())
        return ExitInterrupted;
    if (!*outcome)
        return failWith(outcome->error());
    if (!job.damage().isEmpty()) // all in one line, as usual there
        (void)failWith(ReportCommandStrings::tr("“%1” is damaged: %2")
                           .arg(request.history.file, job.damage().join(QStringLiteral("; "))));
    return job.damage().isEmpty() ? ExitFine : ExitTrouble;
}

int createReports(const ParsedArguments &arguments)
{
    Result<ReportRequest> request = readReportOptions(arguments);
    if (!request)
        return failWith(request.error());

    if (const Outcome range = readReportRange(request.value(), currentWallTime()); !range)
        return failWith(range.error());
    return makeReports(request.value());
}

} // namespace

int runReportCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch report --history FILE -o FILE … [options]"),
         ReportCommandStrings::tr("Creates reports of what was measured: PDF, HTML, PNG, CSV or JSON."),
         reportOptionSpecs(),
         {},
         {{QStringLiteral("pongwatch report --history history.sqlite --from -7d -o week.pdf"),
           ReportCommandStrings::tr("The last seven days of every peer.")}}},
        createReports);
}

} // namespace Pongwatch
