// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/examineoptions.h"
#include "app/commandline/exitstatus.h"
#include "app/commands/commands.h"
#include "app/headless/endsignals.h"
#include "app/headless/examineoutput.h"
#include "app/headless/outputstream.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "examine/findings/findingsentence.h"
#include "examine/findings/findingshelf.h"
#include "past/pastends.h"

#include <QCoreApplication>

#include <algorithm>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct ExamineCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ExamineCommand)
};

Error slowShelf(const QString &folder)
{
    return {ExamineCommandStrings::tr("keeping what the examination found"), folder,
            slowFileSentence(filePatience)};
}

int examine(const ExamineRequest &request)
{
    OutputStream stream(STDOUT_FILENO, OutputStream::Writing::Behind);
    EndSignals endSignals;
    std::unique_ptr<ExamineOutput> output;
    if (request.jsonl)
        output = std::make_unique<ExamineJson>(stream);
    else
        output = std::make_unique<ExamineLines>(stream);
    const FindingShelf shelf(request.folder);
    const QString url = displayUrl(request.plan.connection.url);
    const std::optional<KeptFindings> read =
        doneWithin<KeptFindings>(filePatience, [shelf, url] { return shelf.read(url); });
    if (!read)
        return failWith(slowShelf(request.folder));
    const KeptFindings &kept = *read;
    const bool goesOn = request.goesOn && kept.isCutShort;
    ExaminationPlan plan = request.plan;
    if (goesOn)
        plan.known = kept.findings;
    if (!request.history.isEmpty()) {
        using Ends = Result<std::vector<PastEnd>>;
        const Ends ends =
            doneWithin<Ends>(filePatience, [url, file = request.history] { return pastEndsOf(url, file); })
                .value_or(Ends(Error{ExamineCommandStrings::tr("reading the history"), request.history,
                                     slowFileSentence(filePatience)}));
        if (ends)
            plan.pastEnds = ends.value();
        else if (request.needsHistory)
            return failWith(ends.error());
    }
    Examination examination(plan);
    QObject::connect(&examination, &Examination::found, &examination, [&](const Finding &finding) {
        const Finding *before = findFinding(goesOn ? kept.before : kept.findings, finding.kind);
        if (!before)
            before = findFinding(kept.before, finding.kind);
        output->found(finding, before ? explainChange(*before, finding) : QString());
    });
    QObject::connect(&examination, &Examination::progressed, &examination,
                     [&output](const ExaminationProgress &progress) { output->progressed(progress); });
    QObject::connect(&endSignals, &EndSignals::endWanted, &examination, &Examination::cancel);
    QObject::connect(&stream, &OutputStream::closed, &examination, &Examination::cancel);
    QObject::connect(&examination, &Examination::finished, QCoreApplication::instance(),
                     &QCoreApplication::quit, Qt::QueuedConnection);
    output->started(plan);
    for (const Finding &finding : std::as_const(plan.known))
        output->found(finding, {});
    examination.start();
    QCoreApplication::exec();
    output->ended(examination.findings(), examination.wasCancelled());
    if (!examination.findings().isEmpty()) {
        const Outcome done =
            doneWithin<Outcome>(filePatience, [shelf, url, findings = examination.findings(),
                                               isCutShort = examination.wasCancelled(), goesOn] {
                return shelf.keep(url, findings, isCutShort, goesOn);
            }).value_or(Outcome(slowShelf(request.folder)));
        if (!done)
            writeComplaint(done.error().sentence().toUtf8() + '\n');
    }
    const bool faulty =
        std::any_of(examination.findings().cbegin(), examination.findings().cend(),
                    [](const Finding &finding) { return finding.result == FindingResult::Fault; });
    return statusAfter(stream, examination.wasCancelled() ? ExitInterrupted
                               : faulty                   ? ExitTrouble
                                                          : ExitFine);
}

int examinePeer(const ParsedArguments &arguments)
{
    const Result<ExamineRequest> request = readExamineOptions(arguments);
    if (!request)
        return failWith(request.error());
    return examine(request.value());
}

} // namespace

int runExamineCommand(const CommandContext &context)
{
    return runCommand(context,
                      {QStringLiteral("pongwatch examine URL [options]"),
                       ExamineCommandStrings::tr(
                           "Finds out what a WebSocket peer, and what is before it, does with "
                           "connections: how long one may be silent and what resets that, how pings "
                           "and Close frames are answered, and more. Exit status: 0 if nothing faulty "
                           "was found, 1 if something was, 2 for wrong usage, 130 if interrupted."),
                       examineOptionSpecs()},
                      examinePeer);
}

} // namespace Pongwatch
