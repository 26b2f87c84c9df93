// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/manpage.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

struct ManualStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Manual)
};

/// Chinese, with its punctuation: a line may break after each of them.
bool isIdeographic(QChar c)
{
    return (c >= QChar(0x3000) && c <= QChar(0x9FFF)) || (c >= QChar(0xFF00) && c <= QChar(0xFFEF));
}

/// Text for groff: escapes whatever it would read as a command, and says where Chinese may break, which has
/// no spaces: where a long line can't break, groff complains, and for some texts never ends.
QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text)
        if (c == u'\\')
            result += QStringLiteral("\\e");
        else if (c == u'-')
            result += QStringLiteral("\\-");
        else if (c == u'\'')
            result += QStringLiteral("\\(aq");
        else if (c == u'^')
            result += QStringLiteral("\\(ha");
        else if (c == u'~')
            result += QStringLiteral("\\(ti");
        else if (isIdeographic(c))
            result += c + QStringLiteral("\\:");
        else
            result += c;
    return result;
}

/// The same as separate lines, none of which starts with a macro's dot.
QString paragraph(const QString &text)
{
    QString result;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        result += (line.startsWith(u'.') ? QStringLiteral("\\&") : QString()) + escaped(line) + u'\n';
    return result;
}

QString paragraphs(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
        parts.append(paragraph(part));
    return parts.join(QStringLiteral(".PP\n"));
}

QString bold(const QString &text)
{
    return QStringLiteral("\\fB%1\\fR").arg(escaped(text));
}
QString italic(const QString &text)
{
    return QStringLiteral("\\fI%1\\fR").arg(escaped(text));
}

QString section(const QString &title)
{
    return QStringLiteral(".SH \"%1\"\n").arg(title);
}

/// In a usage line, placeholders are in italics, and what is typed literally in bold.
QString synopsisLine(const QString &line)
{
    static const QRegularExpression part(
        QStringLiteral("(?<typed>--?[a-z][a-z-]*|\\b[a-z][a-z-]*\\b(?!\\.))|(?<meant>[A-Z]"
                       "[A-Z:]*(\\.[a-z]+)?)|(?<other>.)"));
    QString result;
    for (auto it = part.globalMatch(line.trimmed()); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.hasCaptured(u"typed") && match.captured(u"typed") != QStringLiteral("options"))
            result += bold(match.captured(u"typed"));
        else if (match.hasCaptured(u"meant"))
            result += italic(match.captured(u"meant"));
        else
            result += escaped(match.captured());
    }
    return result;
}

QString synopsis(const QString &usageLine)
{
    QStringList lines;
    for (const QString &line : usageLine.split(u'\n'))
        lines.append(synopsisLine(line));
    return lines.join(QStringLiteral("\n.br\n")) + u'\n';
}

QString optionList(const QList<OptionSpec> &options)
{
    QString text;
    for (const OptionSpec &option : options) {
        text += QStringLiteral(".TP\n");
        if (!option.letter.isNull())
            text += bold(QStringLiteral("-") + option.letter) + QStringLiteral(", ");
        text += bold(QStringLiteral("--") + option.name);
        if (!option.value.isEmpty())
            text += u' ' + italic(option.value);
        text += u'\n' + paragraph(option.help);
    }
    return text;
}

QString exampleList(const QList<UsageExample> &examples)
{
    QString text;
    for (const UsageExample &example : examples)
        text += QStringLiteral(".TP\n") + bold(example.line) + u'\n' + paragraph(example.about);
    return text;
}

QString exitStatuses()
{
    const auto row = [](int status, const QString &meaning) -> QString {
        return QStringLiteral(".TP\n%1\n").arg(bold(QString::number(status))) + paragraph(meaning);
    };
    return row(0, ManualStrings::tr(
                      "All is well; of watched peers: every one was open and unflagged at the end.")) +
           row(1, ManualStrings::tr("A peer was timed out, closed or failed; or something was found wrong, "
                                    "or was left out.")) +
           row(2, ManualStrings::tr(
                      "Wrong usage, or a file that can't be read or written. One line on standard error "
                      "says what and where.")) +
           row(130, ManualStrings::tr(
                        "Interrupted by a signal. Connections were closed, and reports were written."));
}

QString fileList()
{
    const auto row = [](const char *file, const QString &meaning) -> QString {
        return QStringLiteral(".TP\n%1\n").arg(italic(QString::fromLatin1(file))) + paragraph(meaning);
    };
    return row("$XDG_CONFIG_HOME/pongwatch/default.pongwatch",
               ManualStrings::tr("The default workspace of the window.")) +
           row("$XDG_CONFIG_HOME/pongwatch/presets/",
               ManualStrings::tr("Presets of your own for services.")) +
           row("$XDG_DATA_HOME/pongwatch/history.sqlite",
               ManualStrings::tr("What the window has measured.")) +
           row("$XDG_STATE_HOME/pongwatch/",
               ManualStrings::tr("The state of the window, and its preferences."));
}

QString pageReference(const QString &page, int number)
{
    return QStringLiteral(".BR %1 (%2)").arg(escaped(page)).arg(number);
}

/// ".TH" without a date, which would differ between builds.
QString title(const QString &page, int number)
{
    return QStringLiteral(
               "'\\\" -*- coding: UTF-8 -*-\n.TH \"%1\" %2 \"\" \"pongwatch %3\" \"%4\"\n.nh\n.ad l\n")
        .arg(escaped(page.toUpper()))
        .arg(number)
        .arg(QStringLiteral(PONGWATCH_VERSION), ManualStrings::tr("User Commands"));
}

QString head(const QString &page, int number, const QString &about, const CommandUsage &usage)
{
    return title(page, number) + section(ManualStrings::tr("NAME")) +
           QStringLiteral("%1 \\- %2\n").arg(escaped(page), escaped(about)) +
           section(ManualStrings::tr("SYNOPSIS")) + synopsis(usage.line) +
           section(ManualStrings::tr("DESCRIPTION")) + paragraphs(usage.about);
}

QString examplesOf(const CommandUsage &usage)
{
    return usage.examples.isEmpty() ? QString()
                                    : section(ManualStrings::tr("EXAMPLES")) + exampleList(usage.examples);
}

ManPage ownPage(const ProgramManual &manual)
{
    QString text =
        head(manual.name, manual.section,
             ManualStrings::tr("watch WebSocket connections: keepalive, latency, and who ended them"),
             manual.usage);
    text += section(ManualStrings::tr("COMMANDS"));
    QStringList others;
    for (const CommandManual &command : manual.commands) {
        const QString page = manual.name + u'-' + command.name;
        text += QStringLiteral(".TP\n%1\n").arg(bold(command.name)) + paragraph(command.about);
        others.append(pageReference(page, manual.section));
    }
    text += section(ManualStrings::tr("OPTIONS")) + optionList(manual.usage.options);
    text += section(ManualStrings::tr("EXIT STATUS")) + exitStatuses();
    text += section(ManualStrings::tr("FILES")) + fileList();
    text += examplesOf(manual.usage);
    text += section(ManualStrings::tr("SEE ALSO")) + others.join(QStringLiteral(" ,\n")) + u'\n';
    return {manual.name, text.toUtf8()};
}

ManPage pageOf(const ProgramManual &manual, const CommandManual &command)
{
    const QString page = manual.name + u'-' + command.name;
    QString text = head(page, manual.section, command.about, command.usage);
    text += section(ManualStrings::tr("OPTIONS")) + optionList(command.usage.options);
    text += section(ManualStrings::tr("EXIT STATUS")) + exitStatuses();
    text += examplesOf(command.usage);
    text += section(ManualStrings::tr("SEE ALSO")) + pageReference(manual.name, manual.section) + u'\n';
    return {page, text.toUtf8()};
}

} // namespace

QList<ManPage> manPages(const ProgramManual &manual)
{
    QList<ManPage> pages{ownPage(manual)};
    for (const CommandManual &command : manual.commands)
        pages.append(pageOf(manual, command));
    return pages;
}

} // namespace Pongwatch
