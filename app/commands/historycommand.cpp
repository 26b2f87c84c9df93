// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commands/commands.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "history/store/historycheck.h"
#include "history/store/historyrepair.h"
#include "reports/reporttext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct HistoryCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::HistoryCommand)
};

QString historyText(const char *text)
{
    return QString::fromLatin1(text);
}

QList<OptionSpec> historySpecs()
{
    return QList<OptionSpec>{{historyText("repair"),
                              {},
                              {},
                              HistoryCommandStrings::tr("Write what can be read to a new file next to it")}} +
           commonOptionSpecs();
}

/// The lines about one peer.
QStringList peerLines(const HistoryCheck::Peer &its, const ReportText &text)
{
    const HistoryCounts &counts = its.counts;
    const StatisticsSummary &figures = counts.figures;
    QStringList lines{ReportText::harmless(its.peer.name, 120) + historyText(" (") +
                      ReportText::harmless(displayUrl(its.peer.url), 300) + u')'};
    lines.append(historyText("  ") + text.range(its.peer.first, its.peer.last));
    lines.append(historyText("  ") +
                 HistoryCommandStrings::tr(
                     "%1 pings: answered %2, slow %3, late %4, superseded %5, timed out %6, lost %7")
                     .arg(text.count(figures.pings), text.count(figures.answered), text.count(figures.slow),
                          text.count(figures.late), text.count(figures.superseded),
                          text.count(figures.timedOut), text.count(figures.lost)));
    lines.append(historyText("  ") +
                 HistoryCommandStrings::tr("%1 in %2 chunks, %3 in the journal")
                     .arg(text.count(counts.filed), text.count(counts.chunks), text.count(counts.waiting)));
    if (!counts.agree())
        lines.append(
            historyText("  ") +
            HistoryCommandStrings::tr(
                "The counts differ: %1 pings one by one, %2 in the buckets of minutes, %3 in those of hours")
                .arg(text.count(counts.compared), text.count(counts.inMinutes), text.count(counts.inHours)));
    return lines;
}

QStringList checkLines(const QString &file, const HistoryCheck &check)
{
    const ReportText text(QTimeZone::systemTimeZone());
    QStringList lines{HistoryCommandStrings::tr("%1: format %2, %3 bytes, %n run(s) of the program", nullptr,
                                                static_cast<int>(check.runs.size()))
                          .arg(file)
                          .arg(check.format)
                          .arg(text.count(static_cast<quint64>(check.bytes)))};
    for (const HistoryCheck::Peer &peer : check.peers)
        lines += peerLines(peer, text);
    for (const HistoryDamage &damage : check.damage)
        lines.append(HistoryCommandStrings::tr("damaged: %1").arg(damageSentence(damage, text)));
    for (const QString &complaint : check.complaints)
        lines.append(HistoryCommandStrings::tr("SQLite says: %1").arg(ReportText::harmless(complaint, 200)));
    lines.append(check.isFine()
                     ? HistoryCommandStrings::tr("All of it can be read, and every ping counts once.")
                     : HistoryCommandStrings::tr(
                           "The file is damaged; --repair writes what can be read into a new one."));
    return lines;
}

QStringList repairLines(const HistoryRepair &repair)
{
    QStringList lines{HistoryCommandStrings::tr("Written to %1.").arg(repair.file)};
    const auto add = [&lines](quint64 count, const char *sentence) {
        if (count > 0)
            lines.append(
                QCoreApplication::translate("Pongwatch::HistoryCommand", sentence, nullptr,
                                            static_cast<int>(std::min<quint64>(count, 1'000'000'000))));
    };
    add(repair.chunksLost, QT_TRANSLATE_NOOP("Pongwatch::HistoryCommand", "Left out: %n chunk(s) of pings."));
    add(repair.pagesLost,
        QT_TRANSLATE_NOOP("Pongwatch::HistoryCommand", "Left out: %n page(s) of chart buckets."));
    add(repair.journalLost,
        QT_TRANSLATE_NOOP("Pongwatch::HistoryCommand",
                          "Left out: what could not be read of %n row(s) of the journal."));
    add(repair.hoursCounted, QT_TRANSLATE_NOOP("Pongwatch::HistoryCommand",
                                               "Counted anew from the pings: the buckets of %n hour(s)."));
    if (repair.isMissingRows)
        lines.append(HistoryCommandStrings::tr("Some rows could not be read at all."));
    return lines;
}

/// Whether it is a file, on a disk that responds: SQLite would wait forever.
Outcome checkFileAnswers(const QString &file)
{
    const QString doing = HistoryCommandStrings::tr("reading the history");
    const auto looked = doneWithin<Outcome>(filePatience, [doing, file] {
        // If there is none, SQLite says so better.
        return QFileInfo::exists(file) ? checkRegularFile(doing, file) : success();
    });
    return looked.value_or(Outcome(Error{doing, file, slowFileSentence(filePatience)}));
}

int checkFile(const QString &file, bool repairs)
{
    OutputStream output(STDOUT_FILENO);
    const auto print = [&output](const QStringList &lines) {
        output.write((lines.join(u'\n') + u'\n').toLocal8Bit());
    };
    const Result<HistoryCheck> check = checkHistory(file);
    if (check)
        print(checkLines(file, check.value()));
    if (!repairs || (check && check.value().isFine())) {
        if (!check)
            return failWith(check.error());
        return statusAfter(output, check.value().isFine() ? ExitFine : ExitTrouble);
    }
    const Result<HistoryRepair> repair = repairHistory(file);
    if (!repair)
        return failWith(repair.error());
    print(repairLines(repair.value()));
    const Result<HistoryCheck> after = checkHistory(repair.value().file);
    if (!after)
        return failWith(after.error());
    print(checkLines(repair.value().file, after.value()));
    return statusAfter(output, after.value().isFine() ? ExitFine : ExitTrouble);
}

int checkOrRepair(const ParsedArguments &arguments)
{
    const QStringList &words = arguments.positional();
    if (words.value(0) != historyText("check") || words.size() != 2)
        return failWith(Error{HistoryCommandStrings::tr("reading the arguments"),
                              {},
                              HistoryCommandStrings::tr("history takes “check” and one file")});
    if (const Outcome readable = checkFileAnswers(words.at(1)); !readable)
        return failWith(readable.error());
    return checkFile(words.at(1), arguments.has(historyText("repair")));
}

} // namespace

int runHistoryCommand(const CommandContext &context)
{
    return runCommand(context,
                      {historyText("pongwatch history check FILE [--repair]"),
                       HistoryCommandStrings::tr(
                           "Says what is in a history file, whether all of it can be read, and whether "
                           "its counts agree."),
                       historySpecs()},
                      checkOrRepair);
}

} // namespace Pongwatch
