// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/textvariables.h"

#include "workspace/shellwords.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// The maximum length of a value that is filled in.
constexpr qsizetype LongestVariable = 8192;

const QRegularExpression &templatePattern()
{
    // Hoppscotch writes <<name>>.
    static const QRegularExpression pattern(
        QStringLiteral("\\{\\{\\s*(?:_\\.)?([^{}]+?)\\s*\\}\\}|<<([A-Za-z_][\\w.-]*)>>"));
    return pattern;
}

bool mayHaveTemplate(const QString &text)
{
    return text.contains(QLatin1String("{{")) || text.contains(QLatin1String("<<"));
}

} // namespace

void expandShellVariables(QString &text, const QHash<QString, QString> &variables,
                          const std::function<void(const QString &)> &used)
{
    if (variables.isEmpty() || !text.contains(u'$'))
        return;
    static const QRegularExpression variable(QStringLiteral("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))"));
    QString result;
    qsizetype at = 0;
    for (auto it = variable.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1) + match.captured(2);
        if (!variables.contains(name))
            continue;
        result += QStringView(text).mid(at, match.capturedStart() - at);
        result += variables.value(name).left(LongestVariable);
        at = match.capturedEnd();
        used(name);
    }
    text = result + text.mid(at);
}

void expandShellDefaults(QString &text, const std::function<void(const QString &)> &used)
{
    static const QRegularExpression variable(QStringLiteral("\\$\\{([A-Za-z_]\\w*):?-([^{}$]*)\\}"));
    for (auto match = variable.match(text); match.hasMatch(); match = variable.match(text)) {
        used(match.captured(1));
        text.replace(match.capturedStart(), match.capturedLength(), match.captured(2));
    }
}

QString withSettledMarks(const QString &text)
{
    static const QRegularExpression variable(
        QStringLiteral("[\\x{e001}](?:\\$\\{([A-Za-z_]\\w*)\\}|\\$([A-Za-z_]\\w*))?"));
    static const QRegularExpression front(
        QStringLiteral(
            "^(?:[\\w-]+:\\s*(?:Bearer\\s+)?|[^:\\x{e001}]*:|(?:[^\\s$]*,\\s*)?|\\w+://[^\\s/$]*:)$"),
        QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype at = 0;
    for (auto it = variable.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1) + match.captured(2);
        const QString before = text.left(match.capturedStart());
        const QString after = text.mid(match.capturedEnd(), 1);
        const bool isInQuery = before.endsWith(u'=') && before.contains(QLatin1String("://")) &&
                               before.contains(u'?') && (after.isEmpty() || after == QStringLiteral("&"));
        const bool isWhole =
            front.match(before).hasMatch() &&
            (after.isEmpty() || after == QStringLiteral("@") || after == QStringLiteral(","));
        // It was already replaced: by the reference alone.
        const bool isReplaced =
            match.capturedLength() == 1 && after != QStringLiteral("$") && after != QStringLiteral("`");
        result += QStringView(text).mid(at, match.capturedStart() - at);
        if (name.isEmpty() ? !isReplaced : !isInQuery && !isWhole)
            result += shellLiveMark;
        if (!name.isEmpty())
            result += u'$' + name;
        at = match.capturedEnd();
    }
    return result + text.mid(at);
}

QString liveVariableIn(const QString &text)
{
    static const QRegularExpression variable(QStringLiteral("^\\$\\{?([A-Za-z_]\\w*)"));
    const qsizetype at = text.indexOf(shellLiveMark);
    return at < 0 ? QString() : variable.match(text.mid(at + 1)).captured(1);
}

QString missingShellVariable(const QString &url)
{
    static const QRegularExpression variable(QStringLiteral("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))"));
    const qsizetype query = url.indexOf(u'?');
    for (auto it = variable.globalMatch(url); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        // "?$filter=x": the name of a parameter.
        if (query >= 0 && match.capturedStart() > query && match.capturedEnd() < url.size() &&
            url[match.capturedEnd()] == u'=')
            continue;
        const bool isWholeValue = query >= 0 && match.capturedStart() > query &&
                                  match.captured(1).isEmpty() && url[match.capturedStart() - 1] == u'=' &&
                                  (match.capturedEnd() == url.size() || url[match.capturedEnd()] == u'&');
        if (!isWholeValue)
            return match.captured(1) + match.captured(2);
    }
    return {};
}

void expandTemplateVariables(QString &text, const QHash<QString, QString> &variables,
                             const std::function<void(const QString &)> &used)
{
    if (variables.isEmpty() || !mayHaveTemplate(text))
        return;
    QString result;
    qsizetype at = 0;
    for (auto it = templatePattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1) + match.captured(2);
        const auto found = variables.constFind(name);
        if (found == variables.cend())
            continue;
        result += QStringView(text).mid(at, match.capturedStart() - at);
        result += found->left(LongestVariable);
        at = match.capturedEnd();
        used(name);
    }
    text = result + text.mid(at);
}

QString templateVariableIn(const QString &text)
{
    if (!mayHaveTemplate(text))
        return {};
    const auto match = templatePattern().match(text);
    return QString(match.captured(1) + match.captured(2)).left(60);
}

QString withPlainTemplates(QString text)
{
    return mayHaveTemplate(text) ? text.replace(templatePattern(), QStringLiteral("{{\\1\\2}}")) : text;
}

QSet<QString> shellVariablesIn(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\$\\{?(?:env:)?([A-Za-z_]\\w*)|%([A-Za-z_]\\w*)%"));
    QSet<QString> names;
    for (auto it = pattern.globalMatch(text); it.hasNext() && names.size() < 1000;) {
        const auto match = it.next();
        names.insert(match.captured(1) + match.captured(2));
    }
    return names;
}

QString placeholderIn(const QString &url)
{
    static const QRegularExpression pattern(QStringLiteral(
        "\\{[A-Za-z_][\\w .-]{0,60}\\}|<[A-Za-z_][\\w .-]{0,60}>|%[A-Za-z_]\\w*%(?![0-9A-Fa-f]{2})"));
    return pattern.match(url).captured(0);
}

} // namespace Pongwatch
