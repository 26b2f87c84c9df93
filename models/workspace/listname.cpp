// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/listname.h"

#include "workspace/importnames.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

/// A name is at most this long, and has at most this many words; anything more is prose.
constexpr qsizetype LongestListName = 60;
constexpr qsizetype MostNameWords = 6;
/// The same if there is only a space before the URL.
constexpr qsizetype MostPlainWords = 3;

/// Words that introduce a URL, and don't end a name.
bool isLeadingWord(const QString &word)
{
    static const QStringList words = {
        QStringLiteral("to"),        QStringLiteral("at"),       QStringLiteral("is"),
        QStringLiteral("on"),        QStringLiteral("the"),      QStringLiteral("from"),
        QStringLiteral("via"),       QStringLiteral("use"),      QStringLiteral("try"),
        QStringLiteral("see"),       QStringLiteral("and"),      QStringLiteral("or"),
        QStringLiteral("with"),      QStringLiteral("of"),       QStringLiteral("in"),
        QStringLiteral("for"),       QStringLiteral("by"),       QStringLiteral("open"),
        QStringLiteral("are"),       QStringLiteral("now"),      QStringLiteral("connect"),
        QStringLiteral("under"),     QStringLiteral("unter"),    QStringLiteral("zu"),
        QStringLiteral("an"),        QStringLiteral("bei"),      QStringLiteral("ist"),
        QStringLiteral("auf"),       QStringLiteral("nach"),     QStringLiteral("mit"),
        QStringLiteral("siehe"),     QStringLiteral("à"),        QStringLiteral("est"),
        QStringLiteral("sur"),       QStringLiteral("voir"),     QStringLiteral("vers"),
        QStringLiteral("here"),      QStringLiteral("hier"),     QStringLiteral("ici"),
        QStringLiteral("a"),         QStringLiteral("get"),      QStringLiteral("this"),
        QStringLiteral("es"),        QStringLiteral("en"),       QStringLiteral("connecting"),
        QStringLiteral("connected"), QStringLiteral("endpoint"), QStringLiteral("endpoints")};
    return words.contains(word.toLower());
}

/// The beginning of a line in a log, or a word that is only used in logs.
bool isOfLog(const QString &text)
{
    static const QRegularExpression moment(QStringLiteral(
        "^\\W*(\\d{4}-\\d\\d-\\d\\d[T "
        "]|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\w{3}\\s+\\d{1,2}\\s+\\d\\d:\\d\\d|\\d\\d:\\d\\d:\\d\\d)"));
    static const QRegularExpression level(
        QStringLiteral("\\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL)\\b"));
    return moment.match(text).hasMatch() || level.match(text).hasMatch();
}

/// "Environment="WS_URL=", "-e FEED=", "const feed = '": the name that the text is assigned to.
QString assignedName(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:^|[=\\s\"'])([A-Za-z_][\\w.-]*)[\"']?\\s*:?=\\s*[\"'`]?$"));
    static const QRegularExpression harness(
        QStringLiteral("^\\s*(-e|--env|-[A-Z]|ENV|ARG|Environment|declare|local|readonly|final|private|"
                       "public|static|String|let|var|const)\\b|="));
    const auto match = pattern.match(text);
    return match.hasMatch() && harness.match(text.left(match.capturedStart(1))).hasMatch() ? match.captured(1)
                                                                                           : QString();
}

/// The name in a tag's attributes: "<server name='edge' url='".
QString nameInTag(const QString &tag)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\s(?:name|id|title|label|key)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(tag);
    return QString(match.captured(1) + match.captured(2)).trimmed().left(LongestListName);
}

/// What is found in programs, but not in names: an open bracket, or an assignment.
bool isOfProgram(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral(":=|=>|->|[{};]|\\(\\s*[\"']"));
    return text.count(u'(') > text.count(u')') || marks.match(text).hasMatch();
}

bool isOnlyWordForUrl(const QString &text)
{
    const QString folded = foldedImportName(text);
    return urlNames().contains(folded) || folded == QStringLiteral("value");
}

} // namespace

QString withoutBullet(QString text)
{
    static const QRegularExpression bullet(QStringLiteral(
        "^\\s*(?:[-*+•·‣▪◦●○–—>|]|\\d{1,4}[.):]|\\[[ xX]?\\]|\\(\\d{1,4}\\))(?=\\s|$|[<\"'`(\\[])"));
    static const QRegularExpression export_(
        QStringLiteral("^\\s*(export|set|setx|const|let|var|static)\\s+(?=\\S)"));
    for (int i = 0; i < 6; ++i) {
        const QString before = text;
        text.remove(bullet);
        text.remove(export_);
        if (text == before)
            break;
    }
    return text.trimmed();
}

ListName nameBefore(QString text)
{
    ListName found;
    static const QRegularExpression attribute(QStringLiteral("<[A-Za-z][^<>]*\\s[\\w:.-]+\\s*=\\s*[\"']?$"));
    if (const auto match = attribute.match(text); match.hasMatch()) {
        found.isAttribute = found.hasMore = true;
        found.name = nameInTag(match.captured(0));
        return found;
    }
    static const QRegularExpression tags(QStringLiteral("</?[A-Za-z][^<>]*>"));
    if (text.contains(u'>')) {
        const qsizetype before = text.size();
        text.replace(tags, QStringLiteral(" "));
        found.hasMore = text.size() != before;
    }
    static const QRegularExpression link(QStringLiteral("\\[([^\\[\\]]{1,60})\\]\\(<?$"));
    if (const auto match = link.match(text); match.hasMatch()) {
        found.name = match.captured(1).trimmed();
        const QString before = withoutBullet(text.left(match.capturedStart()));
        found.prose = before == QStringLiteral("!") ? QString() : before;
        return found;
    }
    // The argument of a function call.
    static const QRegularExpression call(
        QStringLiteral("[\\w)>\\]]!?\\(\\s*(?:&|@|[a-zA-Z]{1,2}(?=[\"'`]))?[\"'`]?$"));
    const bool isInCall = call.match(text).hasMatch();
    if (found.name = assignedName(text); !found.name.isEmpty()) {
        found.hasMore = true;
        if (isOnlyWordForUrl(found.name))
            found.name.clear();
        return found;
    }
    static const QRegularExpression parted(QStringLiteral("([:=,;|\"'`<(\\[{“„«→\\-–—@\\t]\\s*|\\s{2,})$"));
    const bool isParted = parted.match(text).hasMatch();
    text = withoutBullet(text);
    static const QRegularExpression tail(QStringLiteral("[\\s:=,;|\"'`<(\\[{“„«→\\-–—@]+$"));
    static const QRegularExpression head(QStringLiteral("^[\\s\"'`“„«<(\\[{|*_]+"));
    static const QRegularExpression marks(QStringLiteral("[\"'`*_”“„»\\]]+$"));
    text.remove(tail);
    text.remove(head);
    text.remove(marks);
    text = text.trimmed();
    if (text.isEmpty() || isOnlyWordForUrl(text))
        return found;
    const qsizetype words = text.count(u' ') + 1;
    if (isInCall && words <= MostPlainWords)
        return found;
    const bool isName = !isInCall && text.size() <= LongestListName &&
                        words <= (isParted ? MostNameWords : MostPlainWords) &&
                        !(isLeadingWord(text.section(u' ', -1)) && (words > 1 || !isParted)) &&
                        !isOfLog(text) && !isOfProgram(text);
    (isName ? found.name : found.prose) = text;
    return found;
}

QString behindTag(QString text, const ListName &front)
{
    static const QRegularExpression end(QStringLiteral("^[\"']?\\s*/?>"));
    static const QRegularExpression closing(QStringLiteral("</[A-Za-z][\\w:.-]*\\s*>|<br\\s*/?>"));
    if (front.isAttribute)
        text.remove(end);
    else if (text.contains(u'>'))
        text.remove(closing);
    return text;
}

QString takeTagsText(QString &text)
{
    static const QRegularExpression label(QStringLiteral("^\\s*([^<>]{1,60}?)\\s*</[A-Za-z][\\w:.-]*\\s*>"));
    static const QRegularExpression closing(QStringLiteral("</?[A-Za-z][^<>]*>"));
    const auto match = label.match(text);
    if (match.hasMatch())
        text = text.mid(match.capturedEnd());
    text.remove(closing);
    return match.captured(1);
}

} // namespace Pongwatch
