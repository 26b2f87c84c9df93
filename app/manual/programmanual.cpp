// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/programmanual.h"

#include "app/commands/commands.h"
#include "app/commands/program.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// "FILE", "OUT.png", "FILE.pongwatch…"
bool namesFile(const QString &word)
{
    static const QRegularExpression file(QStringLiteral("^(FILE|[A-Z]+\\.[a-z]+)"));
    return file.match(word).hasMatch();
}

} // namespace

ProgramManual manualOf(const Program &program)
{
    ProgramManual manual{QString::fromLatin1(program.name),
                         program.manualSection,
                         usageOf(program, program.runWithoutCommand),
                         {}};
    for (const TerminalCommand &command : terminalCommands())
        manual.commands.append({QString::fromLatin1(command.name),
                                QCoreApplication::translate("Pongwatch::WindowCommand", command.about),
                                usageOf(program, command.run)});
    return manual;
}

Completion completionOf(const OptionSpec &option)
{
    Completion completion;
    if (option.choices)
        completion.words = option.choices();
    static const QRegularExpression literal(QStringLiteral("^[a-z0-9]+$"));
    const QStringList alternatives = option.value.split(u'|');
    for (const QString &alternative : alternatives)
        if (literal.match(alternative).hasMatch())
            completion.words.append(alternative);
        else if (namesFile(alternative))
            completion.files = true;
        else if (alternative == QStringLiteral("FOLDER"))
            completion.folders = true;
    return completion;
}

Completion argumentsOf(const QString &usageLine)
{
    Completion completion;
    QString rest = usageLine.section(u'\n', 0, 0);
    static const QRegularExpression option(QStringLiteral("(?<![a-z])--?[a-z][a-z-]* [^\\s|\\]]+"));
    rest.remove(option);
    static const QRegularExpression separators(QStringLiteral("[\\s|()\\[\\]]+"));
    // The program's name, the command's, then words to type literally.
    const QStringList words = rest.split(separators, Qt::SkipEmptyParts);
    static const QRegularExpression literal(QStringLiteral("^[a-z]+$"));
    for (qsizetype i = 2; i < words.size() && literal.match(words.at(i)).hasMatch(); ++i)
        if (words.at(i) != QStringLiteral("options"))
            completion.words.append(words.at(i));
    for (const QString &word : words) {
        completion.files = completion.files || namesFile(word);
        completion.folders = completion.folders || word == QStringLiteral("FOLDER");
    }
    return completion;
}

} // namespace Pongwatch
