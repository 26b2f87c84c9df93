// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completions.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// A valid name for a function in all three shells.
QString functionName(const ProgramManual &manual)
{
    return u'_' + QString(manual.name).replace(u'-', u'_');
}

QString madeBy(const ProgramManual &manual)
{
    return QStringLiteral("# Written by \"%1 manual\".\n").arg(manual.name);
}

/// 'text', whatever it contains.
QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString dashed(const OptionSpec &option)
{
    return QStringLiteral("--") + option.name;
}

QStringList spellings(const OptionSpec &option)
{
    QStringList names{dashed(option)};
    if (!option.letter.isNull())
        names.append(QStringLiteral("-") + option.letter);
    return names;
}

// bash ------------------------------------------------------------------------------------------------------

QString bashOffer(const Completion &completion)
{
    QStringList generators;
    if (!completion.words.isEmpty())
        generators.append(QStringLiteral("-W ") + quoted(completion.words.join(u' ')));
    if (completion.files)
        generators.append(QStringLiteral("-f"));
    if (completion.folders)
        generators.append(QStringLiteral("-d"));
    if (generators.isEmpty())
        return QStringLiteral("return");
    const QString names = completion.files || completion.folders
                              ? QStringLiteral("compopt -o filenames 2>/dev/null; ")
                              : QString();
    return names + QStringLiteral("mapfile -t COMPREPLY < <(compgen %1 -- \"$cur\"); return")
                       .arg(generators.join(u' '));
}

QString bashCase(const QString &command, const CommandUsage &usage, const QStringList &subCommands)
{
    QString text = QStringLiteral("    %1)\n        case $prev in\n").arg(command);
    QStringList options;
    for (const OptionSpec &option : usage.options) {
        options += spellings(option);
        if (!option.value.isEmpty())
            text += QStringLiteral("        %1) %2 ;;\n")
                        .arg(spellings(option).join(QStringLiteral(" | ")), bashOffer(completionOf(option)));
    }
    text += QStringLiteral("        esac\n        options=%1\n").arg(quoted(options.join(u' ')));
    const Completion arguments = argumentsOf(usage.line);
    text += QStringLiteral("        words=%1\n").arg(quoted((subCommands + arguments.words).join(u' ')));
    if (arguments.files)
        text += QStringLiteral("        names=-f\n");
    else if (arguments.folders)
        text += QStringLiteral("        names=-d\n");
    return text + QStringLiteral("        ;;\n");
}

QStringList namesOf(const QList<CommandManual> &commands)
{
    QStringList names;
    for (const CommandManual &command : commands)
        names.append(command.name);
    return names;
}

// zsh -------------------------------------------------------------------------------------------------------

/// For _arguments: brackets end a description, colons end the name of a value.
QString zshText(QString text)
{
    static const QRegularExpression special(QStringLiteral("([\\[\\]:\\\\])"));
    return text.replace(special, QStringLiteral("\\\\1"));
}

QString zshAction(const Completion &completion)
{
    QStringList actions;
    if (!completion.words.isEmpty())
        actions.append(QStringLiteral("words:word:(%1)").arg(completion.words.join(u' ')));
    if (completion.files)
        actions.append(QStringLiteral("files:file:_files"));
    if (completion.folders)
        actions.append(QStringLiteral("folders:folder:_files -/"));
    if (actions.isEmpty())
        return QStringLiteral(" ");
    if (actions.size() == 1)
        return actions.first().section(u':', 2);
    QString all = QStringLiteral("_alternative");
    for (const QString &action : std::as_const(actions))
        all += QStringLiteral(" \"%1\"").arg(action);
    return QStringLiteral("{%1}").arg(all);
}

QString zshOption(const OptionSpec &option)
{
    QString rest = u'[' + zshText(option.help) + u']';
    const bool takesValue = !option.value.isEmpty();
    if (takesValue)
        rest += u':' + zshText(option.value) + u':' + zshAction(completionOf(option));
    const QString longName = dashed(option) + (takesValue ? QStringLiteral("=") : QString());
    const QString shortName = option.letter.isNull() ? QString()
                                                     : QStringLiteral("-") + option.letter +
                                                           (takesValue ? QStringLiteral("+") : QString());
    if (option.repeatable) {
        QString line = quoted(u'*' + longName + rest);
        if (!shortName.isEmpty())
            line += u' ' + quoted(u'*' + shortName + rest);
        return line;
    }
    if (shortName.isEmpty())
        return quoted(longName + rest);
    const QString either = QStringLiteral("(%1)").arg(spellings(option).join(u' '));
    return quoted(either + longName + rest) + u' ' + quoted(either + shortName + rest);
}

QString zshArguments(const CommandUsage &usage, const QString &firstAction)
{
    QString text = QStringLiteral("_arguments -S");
    for (const OptionSpec &option : usage.options)
        text += QStringLiteral(" \\\n        ") + zshOption(option);
    if (!firstAction.isEmpty())
        text += QStringLiteral(" \\\n        ") + quoted(QStringLiteral("1: :") + firstAction);
    const QString action = zshAction(argumentsOf(usage.line));
    if (action != QStringLiteral(" "))
        text += QStringLiteral(" \\\n        ") + quoted(QStringLiteral("*: :") + action);
    return text;
}

// fish ------------------------------------------------------------------------------------------------------

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'")) + u'\'';
}

QString fishOffer(const Completion &completion)
{
    QString text;
    if (completion.folders)
        text += QStringLiteral(" -a '(__fish_complete_directories)'");
    if (!completion.words.isEmpty())
        text += QStringLiteral(" -a ") + fishQuoted(completion.words.join(u' '));
    return text;
}

QString fishLines(const ProgramManual &manual, const QString &condition, const CommandUsage &usage)
{
    const QString begin = QStringLiteral("complete -c %1 -n %2").arg(manual.name, fishQuoted(condition));
    QString text;
    for (const OptionSpec &option : usage.options) {
        text += begin + QStringLiteral(" -l ") + option.name;
        if (!option.letter.isNull())
            text += QStringLiteral(" -s ") + option.letter;
        if (!option.value.isEmpty()) {
            const Completion value = completionOf(option);
            text += (value.files ? QStringLiteral(" -r -F") : QStringLiteral(" -x")) + fishOffer(value);
        }
        text += QStringLiteral(" -d ") + fishQuoted(option.help) + u'\n';
    }
    const Completion arguments = argumentsOf(usage.line);
    const QString offer = fishOffer(arguments);
    if (!offer.isEmpty())
        text += begin + offer + u'\n';
    if (arguments.files)
        text += begin + QStringLiteral(" -F\n");
    return text;
}

} // namespace

QByteArray bashCompletion(const ProgramManual &manual)
{
    const QString function = functionName(manual);
    const QStringList commands = namesOf(manual.commands);
    QString text =
        QStringLiteral("# bash completion for %1. ").arg(manual.name) + madeBy(manual).mid(2) +
        QStringLiteral(
            "# shellcheck shell=bash\n"
            "%1()\n"
            "{\n"
            "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=-\n"
            "    local options='' words='' names=''\n"
            "    COMPREPLY=()\n"
            "    # bash takes \"--output=json\" for three words.\n"
            "    if [[ $cur == = ]]; then\n"
            "        cur=''\n"
            "    elif [[ $prev == = ]]; then\n"
            "        prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
            "    fi\n"
            "    if ((COMP_CWORD > 1)); then\n"
            "        case ${COMP_WORDS[1]} in\n"
            "        %2) command=${COMP_WORDS[1]} ;;\n"
            "        esac\n"
            "    fi\n"
            "    case $command in\n")
            .arg(function, commands.join(QStringLiteral(" | ")));
    text += bashCase(QStringLiteral("-"), manual.usage, commands);
    for (const CommandManual &command : manual.commands)
        text += bashCase(command.name, command.usage, {});
    text += QStringLiteral("    esac\n"
                           "    if [[ $cur == -* ]]; then\n"
                           "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
                           "        return\n"
                           "    fi\n"
                           "    if ((COMP_CWORD > 2)) || [[ $command == - && $COMP_CWORD -gt 1 ]]; then\n"
                           "        words=''\n"
                           "    fi\n"
                           "    if [[ -n $names ]]; then\n"
                           "        compopt -o filenames 2>/dev/null\n"
                           "    fi\n"
                           "    # shellcheck disable=SC2086\n"
                           "    mapfile -t COMPREPLY < <(compgen $names -W \"$words\" -- \"$cur\")\n"
                           "}\n"
                           "complete -F %1 %2\n")
                .arg(function, manual.name);
    return text.toUtf8();
}

QByteArray zshCompletion(const ProgramManual &manual)
{
    const QString function = functionName(manual);
    QString text = QStringLiteral("#compdef %1\n").arg(manual.name) + madeBy(manual);
    QString list;
    for (const CommandManual &command : manual.commands) {
        text += QStringLiteral("%1-%2()\n{\n    %3\n}\n\n")
                    .arg(function, command.name, zshArguments(command.usage, {}));
        list += QStringLiteral("        %1\n")
                    .arg(quoted(QString(command.name).replace(u':', QStringLiteral("\\:")) + u':' +
                                command.about));
    }
    text += QStringLiteral("%1-commands()\n{\n    local -a commands\n    commands=(\n%2    )\n"
                           "    _describe -t commands command commands\n")
                .arg(function, list);
    if (argumentsOf(manual.usage.line).files)
        text += QStringLiteral("    _files\n");
    text += QStringLiteral("}\n\n%1()\n{\n"
                           "    if ((CURRENT > 2)) && ((${+functions[%1-${words[2]}]})); then\n"
                           "        local command=$words[2]\n"
                           "        shift words\n"
                           "        ((CURRENT -= 1))\n"
                           "        %1-$command\n"
                           "        return\n"
                           "    fi\n"
                           "    %2\n"
                           "}\n\n"
                           "%1 \"$@\"\n")
                .arg(function, zshArguments(manual.usage, function + QStringLiteral("-commands")));
    return text.toUtf8();
}

QByteArray fishCompletion(const ProgramManual &manual)
{
    const QString function = u'_' + functionName(manual);
    QString text = QStringLiteral("# fish completion for %1. ").arg(manual.name) + madeBy(manual).mid(2) +
                   QStringLiteral("function %1_runs\n"
                                  "    set -l words (commandline -opc)\n"
                                  "    test (count $words) -ge 2; and test \"$words[2]\" = $argv[1]\n"
                                  "end\n\n"
                                  "function %1_is_first\n"
                                  "    test (count (commandline -opc)) -eq 1\n"
                                  "end\n\n"
                                  "function %1_runs_alone\n"
                                  "    set -l words (commandline -opc)\n"
                                  "    test (count $words) -lt 2; or not contains -- $words[2] %2\n"
                                  "end\n\n"
                                  "complete -c %3 -f\n")
                       .arg(function, namesOf(manual.commands).join(u' '), manual.name);
    for (const CommandManual &command : manual.commands)
        text += QStringLiteral("complete -c %1 -n %2_is_first -a %3 -d %4\n")
                    .arg(manual.name, function, command.name, fishQuoted(command.about));
    text += fishLines(manual, function + QStringLiteral("_runs_alone"), manual.usage);
    for (const CommandManual &command : manual.commands)
        text += fishLines(manual, function + QStringLiteral("_runs ") + command.name, command.usage);
    return text.toUtf8();
}

} // namespace Pongwatch
