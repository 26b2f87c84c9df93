// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commandlinestrings.h"
#include "app/commandline/exitstatus.h"
#include "app/commands/commands.h"
#include "app/commands/program.h"
#include "app/headless/outputstream.h"
#include "app/language/languages.h"
#include "app/manual/completions.h"
#include "app/manual/manpage.h"
#include "engine/values/wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <unistd.h>

namespace Pongwatch
{

namespace
{

struct ManualCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ManualCommand)
};

/// A file to write, with its path in the folder.
struct ManualFile {
    QString place;
    QByteArray content;
};

/// "man/man1", or "man/zh_CN/man1" for a language that the program is translated to.
QString manFolder(int section)
{
    const QString code = QLocale().name();
    bool isSpoken = false;
    for (const Languages::Language &language : Languages().available())
        isSpoken = isSpoken || language.code == code;
    return QStringLiteral("man/%1man%2/").arg(isSpoken ? code + u'/' : QString()).arg(section);
}

QList<ManualFile> filesOf(const ProgramManual &manual)
{
    QList<ManualFile> files;
    for (const ManPage &page : manPages(manual))
        files.append({QStringLiteral("%1%2.%3").arg(manFolder(manual.section), page.name).arg(manual.section),
                      page.text});
    files.append({QStringLiteral("bash-completion/completions/") + manual.name, bashCompletion(manual)});
    files.append({QStringLiteral("zsh/site-functions/_") + manual.name, zshCompletion(manual)});
    files.append(
        {QStringLiteral("fish/vendor_completions.d/%1.fish").arg(manual.name), fishCompletion(manual)});
    return files;
}

Outcome writeManualFile(const QString &path, const QByteArray &content)
{
    const auto failed = [&path](const QString &why) {
        return Error{ManualCommandStrings::tr("writing the manual"), path, why};
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(ManualCommandStrings::tr("its folder can't be created"));
    WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failed(file.errorString());
    return success();
}

int writeManual(const ParsedArguments &arguments, const Program &program)
{
    if (arguments.positional().size() != 1 || arguments.positional().first().isEmpty())
        return failWith(Error{CommandLineStrings::tr("reading the arguments"),
                              {},
                              ManualCommandStrings::tr("manual takes one folder, such as ~/.local/share")});
    const QDir folder(arguments.positional().first());
    OutputStream output(STDOUT_FILENO);
    for (const ManualFile &file : filesOf(manualOf(program))) {
        const QString path = folder.filePath(file.place);
        if (const Outcome written = writeManualFile(path, file.content); !written)
            return failWith(written.error());
        output.write(path.toLocal8Bit() + '\n');
    }
    return statusAfter(output, ExitFine);
}

} // namespace

int runManualCommand(const CommandContext &context)
{
    return runCommand(
        context,
        {QStringLiteral("pongwatch manual FOLDER"),
         ManualCommandStrings::tr(
             "Writes the manual pages, and the completions for bash, zsh and fish, into a folder such as "
             "~/.local/share, and lists the files. Packages of Pongwatch have them already."),
         commonOptionSpecs(),
         {},
         {{QStringLiteral("pongwatch manual ~/.local/share"),
           ManualCommandStrings::tr(
               "For you alone. man, bash and fish find them there; zsh when $fpath names the folder.")}}},
        [&context](const ParsedArguments &arguments) { return writeManual(arguments, *context.program); });
}

} // namespace Pongwatch
