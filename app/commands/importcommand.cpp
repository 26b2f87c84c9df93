// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exitstatus.h"
#include "app/commands/commands.h"
#include "app/headless/outputstream.h"
#include "app/headless/plaintext.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"
#include "engine/values/secretnames.h"
#include "engine/values/wholefile.h"
#include "workspace/commandcopy.h"
#include "workspace/importfiles.h"
#include "workspace/importtext.h"
#include "workspace/keychain/keychainsecretstore.h"
#include "workspace/trustkeeper.h"
#include "workspace/workspaceedits.h"
#include "workspace/workspacefile.h"
#include "workspace/workspacesession.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct ImportText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ImportCommand)
};

/// A keychain may ask its user; this is how long to wait for an answer.
constexpr int KeychainPatienceMs = 60'000;

QList<OptionSpec> importOptionSpecs()
{
    return QList<OptionSpec>{
               {QStringLiteral("format"),
                {},
                QStringLiteral("F"),
                ImportText::tr("Format of the input, instead of detecting it: %1")
                    .arg(importFormats().join(QStringLiteral(", "))),
                false,
                false,
                importFormats},
               {QStringLiteral("into"),
                {},
                QStringLiteral("FILE.pongwatch"),
                ImportText::tr("Add the peers to this workspace, which is created if it does not exist")},
               {QStringLiteral("group"),
                {},
                QStringLiteral("G"),
                ImportText::tr("Add them to this group of the workspace")},
               {QStringLiteral("merge"),
                {},
                {},
                ImportText::tr("Merge peers whose URL already exists into the existing ones")},
               {QStringLiteral("variables"),
                {},
                QStringLiteral("FILE"),
                ImportText::tr("Variables for the input: an .env file or an environment of Postman"),
                true}} +
           commonOptionSpecs();
}

QString wordFor(ImportNote::Kind kind)
{
    switch (kind) {
    case ImportNote::Kind::Ignored:
        return ImportText::tr("ignored");
    case ImportNote::Kind::Warning:
        return ImportText::tr("warning");
    case ImportNote::Kind::Changed:
        return ImportText::tr("changed");
    case ImportNote::Kind::Aside:
        return ImportText::tr("no setting");
    }
    return {};
}

QString noteLine(const ImportNote &note)
{
    const QString place = note.place.isEmpty() ? QString() : plainLine(note.place) + QStringLiteral(": ");
    return QStringLiteral("%1: %2%3\n").arg(wordFor(note.kind), place, plainLine(note.text));
}

QString describe(const ImportedProfile &imported, const QString &group)
{
    const Profile &profile = imported.profile;
    QStringList about = {plainLine(maskedUrlText(profile.url))};
    const QString into = group.isEmpty() ? imported.group : group;
    if (!into.isEmpty())
        about.append(ImportText::tr("group %1").arg(plainLine(into)));
    if (!profile.tags.isEmpty())
        about.append(ImportText::tr("tags %1").arg(plainLine(profile.tags.join(QStringLiteral(", ")))));
    if (!profile.enabled)
        about.append(ImportText::tr("disabled"));
    if (profile.own.headers)
        about.append(ImportText::tr("%n header(s)", nullptr, int(profile.own.headers->size())));
    if (!imported.secrets.isEmpty())
        about.append(ImportText::tr("%n secret(s)", nullptr, int(imported.secrets.size())));
    QString text = QStringLiteral("%1: %2\n").arg(plainLine(profile.name), about.join(QStringLiteral("; ")));
    for (const ImportNote &note : imported.notes)
        text += QStringLiteral("  ") + noteLine(note);
    return text;
}

/// Puts the secrets into the keychain, and reports what it refuses.
QStringList keepInKeychain(const QList<ImportedSecret> &secrets)
{
    if (secrets.isEmpty())
        return {};
    KeychainSecretStore store;
    QStringList complaints;
    qsizetype waiting = secrets.size();
    QEventLoop loop;
    QTimer::singleShot(KeychainPatienceMs, &loop, &QEventLoop::quit);
    for (const ImportedSecret &secret : secrets) {
        store.write(secret.name, secret.secret, [&](const Outcome &outcome) {
            if (!outcome)
                complaints.append(outcome.error().answer);
            if (--waiting == 0)
                loop.quit();
        });
    }
    if (waiting > 0)
        loop.exec();
    if (waiting > 0)
        complaints.append(ImportText::tr("the keychain did not answer"));
    complaints.removeDuplicates();
    return complaints;
}

Result<ImportResult> readInput(const QString &file, const ParsedArguments &arguments)
{
    ImportOptions options;
    options.format = arguments.value(QStringLiteral("format"));
    if (!options.format.isEmpty() && !importFormats().contains(options.format))
        return Error{ImportText::tr("reading the option"), QStringLiteral("--format"),
                     ImportText::tr("“%1” is none of %2")
                         .arg(options.format.left(60), importFormats().join(QStringLiteral(", ")))};
    for (const QString &path : arguments.values(QStringLiteral("variables"))) {
        const Result<QByteArray> variables = readGivenFileWithin(
            filePatience, ImportText::tr("reading the variables"), path, MostImportedCharacters);
        if (!variables)
            return variables.error();
        const auto told = importVariables(decodeImport(variables.value()).text);
        if (!told)
            return Error{ImportText::tr("reading the variables"), path,
                         ImportText::tr(
                             "it is no .env file, whose lines are NAME=value, and no environment of another "
                             "program")};
        options.variables.insert(*told);
    }
    if (file != QStringLiteral("-"))
        return importFiles({}, {file}, options);
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return Error{ImportText::tr("reading standard input"), {}, input.errorString()};
    QByteArray bytes;
    while (bytes.size() <= MostImportedCharacters) {
        const QByteArray piece = input.read(1024 * 1024);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    return importBytes(bytes, options);
}

/// At its first start, the window trusts what is in its own workspace: until then, all of it comes from this
/// program. What an import puts there comes from somebody else, so that has to be settled before.
Outcome trustOnlyWhatIsThere(const QString &path, const Workspace &workspace)
{
    if (QFileInfo(path) != QFileInfo(WorkspaceSession::defaultPath()))
        return success();
    TrustKeeper keeper(TrustKeeper::defaultFile());
    return keeper.isNew() ? keeper.trust(demandsOf(workspace)) : success();
}

/// Adds the peers to the workspace file. The secrets come first: a peer without its secret is useless, but a
/// secret without a peer does no harm.
Outcome putInto(const QString &path, const ImportResult &result, const ParsedArguments &arguments,
                OutputStream &output, bool *isAllKept)
{
    WorkspaceFile file(path);
    Workspace workspace;
    if (file.exists()) {
        Result<Workspace> loaded = file.load();
        if (!loaded)
            return loaded.error();
        workspace = std::move(loaded).value();
    }
    if (const Outcome settled = trustOnlyWhatIsThere(path, workspace); !settled)
        return settled.error();
    const QString group = arguments.value(QStringLiteral("group"));
    if (const QString complaint = WorkspaceEdits::complaintAboutName(group);
        !group.isEmpty() && !complaint.isEmpty())
        return Error{ImportText::tr("reading the option"), QStringLiteral("--group"), complaint};
    WorkspaceEdits::Imported imported = WorkspaceEdits::withImported(
        std::move(workspace), result.profiles, group,
        arguments.has(QStringLiteral("merge")) ? WorkspaceEdits::Duplicates::Merge
                                               : WorkspaceEdits::Duplicates::Add);
    const QStringList complaints = keepInKeychain(imported.secrets);
    if (const Outcome saved = file.save(imported.workspace); !saved)
        return saved.error();
    for (const QString &complaint : complaints)
        output.write(
            ImportText::tr(
                "The secrets were not kept: %1. The peers refer to them as keychain:NAME; put them into a "
                "keychain, or write $VARIABLE in their place.\n")
                .arg(plainLine(complaint))
                .toUtf8());
    *isAllKept = complaints.isEmpty();
    return success();
}

int importPeers(const ParsedArguments &arguments)
{
    if (arguments.positional().size() != 1)
        return failWith(Error{ImportText::tr("reading the argument"),
                              {},
                              ImportText::tr("one file is needed, or - for standard input")});
    const QString file = arguments.positional().first();
    const Result<ImportResult> read = readInput(file, arguments);
    if (!read)
        return failWith(read.error());
    const ImportResult &result = read.value();
    if (result.profiles.empty()) {
        const Problem problem = result.problems.value(0, {{}, ImportText::tr("there is no peer in it")});
        OutputStream errors(STDERR_FILENO);
        for (const Problem &other : result.problems.mid(1))
            errors.write(
                QStringLiteral("%1: %2\n").arg(plainLine(file), plainLine(other.sentence())).toUtf8());
        return failWith(Error{ImportText::tr("importing"), file, plainLine(problem.sentence())});
    }
    OutputStream output(STDOUT_FILENO);
    for (const ImportedProfile &imported : result.profiles)
        output.write(describe(imported, arguments.value(QStringLiteral("group"))).toUtf8());
    for (const ImportNote &note : result.notes)
        output.write(noteLine(note).toUtf8());
    for (const Problem &problem : result.problems)
        output.write(ImportText::tr("refused: %1\n").arg(plainLine(problem.sentence())).toUtf8());
    bool isAllKept = true;
    if (arguments.has(QStringLiteral("into"))) {
        if (const Outcome put =
                putInto(arguments.value(QStringLiteral("into")), result, arguments, output, &isAllKept);
            !put)
            return failWith(put.error());
    }
    return statusAfter(output, result.hasIgnored() || !isAllKept ? ExitTrouble : ExitFine);
}

} // namespace

int runImportCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch import FILE|- [--format F] [--into FILE.pongwatch] [--group G]"),
         ImportText::tr("Imports peers from other programs, and reports what was taken and what was not. "
                        "Exit status 1: something was ignored; 2: nothing could be read."),
         importOptionSpecs(),
         {},
         {{QStringLiteral("pongwatch import copied.har --into team.pongwatch"),
           ImportText::tr("The WebSocket connections of a browser's export, as profiles of a workspace.")}}},
        importPeers);
}

namespace
{

int exportPeers(const ParsedArguments &arguments)
{
    const QString target = arguments.value(QStringLiteral("out"));
    if (arguments.positional().size() != 1 || target.isEmpty())
        return failWith(Error{ImportText::tr("reading the argument"),
                              {},
                              ImportText::tr("a workspace and -o FILE are needed")});
    const bool isTable = target.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    if (!isTable && !target.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) &&
        !target.endsWith(QStringLiteral(".pongwatch"), Qt::CaseInsensitive))
        return failWith(
            Error{ImportText::tr("reading the option"), QStringLiteral("-o"),
                  ImportText::tr("“%1” ends neither in .csv nor in .json").arg(target.right(60))});
    const Result<Workspace> workspace = WorkspaceFile::load(arguments.positional().first());
    if (!workspace)
        return failWith(workspace.error());
    const QByteArray text = isTable ? exportCsv(workspace.value()).toUtf8() : exportJson(workspace.value());
    const auto why = doneWithin<QString>(filePatience, [target, text] {
        WholeFile file(target);
        if (!file.open(QIODevice::WriteOnly))
            return file.errorString();
        file.write(text);
        return file.commit() ? QString() : file.errorString();
    });
    const QString answer = why.value_or(slowFileSentence(filePatience));
    return answer.isEmpty() ? ExitFine : failWith(Error{ImportText::tr("writing the file"), target, answer});
}

} // namespace

int runExportCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch export FILE.pongwatch -o FILE"),
         ImportText::tr("Writes a workspace as a table or as JSON, without secrets."),
         QList<OptionSpec>{{QStringLiteral("out"), u'o', QStringLiteral("FILE"),
                            ImportText::tr("Where to: .csv is a table, .json (or .pongwatch) a workspace")}} +
             commonOptionSpecs()},
        exportPeers);
}

} // namespace Pongwatch
