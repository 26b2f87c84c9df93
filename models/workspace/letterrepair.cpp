// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/letterrepair.h"

#include "workspace/commandfront.h"
#include "workspace/importstrings.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

bool isUpperHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F');
}

/// RFC 2045 6.7. A text with any other equals sign in it is not encoded.
bool isQuotedPrintable(const QString &text)
{
    int breaks = 0;
    int codes = 0;
    int equals = 0; // that stand for an equals sign
    for (qsizetype at = text.indexOf(u'='); at >= 0; at = text.indexOf(u'=', at + 1)) {
        const QStringView behind = QStringView(text).mid(at + 1, 2);
        if (behind.startsWith(u'\n') || behind == QLatin1String("\r\n")) {
            ++breaks;
        } else if (behind.size() == 2 && isUpperHexDigit(behind[0]) && isUpperHexDigit(behind[1])) {
            ++codes;
            equals += behind == QLatin1String("3D") ? 1 : 0;
        } else {
            return false;
        }
    }
    return (breaks > 0 && codes > 0) || equals > 1;
}

/// A joined line leaves an empty one behind, so that the others keep their line numbers.
QString withoutQuotedPrintable(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray result;
    int joined = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n') {
            result += QByteArray(1 + std::exchange(joined, 0), '\n');
        } else if (bytes[i] != '=') {
            result += bytes[i];
        } else if (i + 1 < bytes.size() && (bytes[i + 1] == '\n' || bytes[i + 1] == '\r')) {
            i += bytes[i + 1] == '\r' ? 2 : 1;
            ++joined;
        } else {
            result += QByteArray::fromHex(bytes.mid(i + 1, 2));
            i += 2;
        }
    }
    return QString::fromUtf8(result);
}

/// "hxxps://h[.]example": written in such a way that nobody follows it by mistake.
bool undoDefanging(QString &line)
{
    static const QRegularExpression scheme(QStringLiteral("\\b(h(?:xx|tt)ps?|wss?)(?=\\[?:\\]?//)"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dot(
        QStringLiteral("(?<=\\w)(?:\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\(dot\\))(?=\\w)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression letters(QStringLiteral("\\bhxxp(?=s?:)"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString before = line;
    if (scheme.match(line).hasMatch()) {
        line.replace(QLatin1String("[:]//"), QLatin1String("://"));
        line.replace(letters, QStringLiteral("http"));
    }
    line.replace(dot, QStringLiteral("."));
    return line != before;
}

/// Whether plain quotes and dashes are meant: in a command, or a line with more of its options.
bool isOfCommand(const QString &line, const QString &before)
{
    static const QRegularExpression first(QStringLiteral("^[\\s>$#%•*-]*([\\w.]+)"));
    static const QRegularExpression option(QStringLiteral("^\\s*[-–—]{1,2}\\w"));
    if (isCommandWord(first.match(line).captured(1)))
        return true;
    const QString trimmed = before.trimmed();
    const bool goesOn = trimmed.endsWith(u'\\') || trimmed.endsWith(u'^') || trimmed.endsWith(u'`');
    return goesOn && option.match(line).hasMatch();
}

bool undoTypography(QString &line)
{
    const QString before = line;
    static const QRegularExpression doubles(QStringLiteral("[“”„‟«»]"));
    static const QRegularExpression singles(QStringLiteral("[‘’‚‛]"));
    static const QRegularExpression longOption(QStringLiteral("(?<=\\s)[–—](?=\\w{2})"));
    static const QRegularExpression shortOption(QStringLiteral("(?<=\\s)[–—](?=\\w(\\s|$|[\"']))"));
    line.replace(doubles, QStringLiteral("\""));
    line.replace(singles, QStringLiteral("'"));
    line.replace(longOption, QStringLiteral("--"));
    line.replace(shortOption, QStringLiteral("-"));
    return line != before;
}

/// What markup and keyboards put in place of a URL's own characters.
bool undoMarks(QString &line)
{
    const QString before = line;
    static const QRegularExpression ampersand(QStringLiteral("(?<=[\\w=%])&amp;(?=[\\w%.-]+=)"));
    static const QRegularExpression backslashes(QStringLiteral("\\b(wss?|https?):\\\\\\\\+(\\S+)"),
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression wide(QStringLiteral("\\b(wss?|https?)(?:：|:)(?:／|/){2}"),
                                         QRegularExpression::CaseInsensitiveOption);
    line.replace(ampersand, QStringLiteral("&"));
    line.replace(wide, QStringLiteral("\\1://"));
    if (const auto match = backslashes.match(line); match.hasMatch()) {
        QString rest = match.captured(2);
        rest.replace(u'\\', u'/');
        line.replace(match.capturedStart(), match.capturedLength(),
                     QStringLiteral("%1://%2").arg(match.captured(1), rest));
    }
    return line != before;
}

/// A URL that stops at a character that can't end it, followed by a line with nothing but the rest.
bool isWrapped(const QString &line, const QString &next)
{
    static const QRegularExpression open(QStringLiteral("\\bwss?://\\S*[/&?=_%-]\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rest(QStringLiteral("^[>\\s]*[^\\s:]*[/?&=%][^\\s:]*\\s*$"));
    static const QRegularExpression host(QStringLiteral("^[>\\s]*[\\w-]+(\\.[\\w-]+)+(:\\d+)?(/|\\s*$)"));
    return open.match(line).hasMatch() && rest.match(next).hasMatch() && !host.match(next).hasMatch();
}

} // namespace

RepairedText repairedLetter(const QString &text)
{
    RepairedText result;
    const auto note = [&result](qsizetype line, ImportNote::Kind kind, const QString &what) {
        if (result.changes.size() < ReadLog::Most)
            result.changes.append(
                {kind, line < 0 ? QString() : ImportStrings::tr("line %1").arg(line + 1), what});
    };
    using Kind = ImportNote::Kind;
    static const QRegularExpression ends(QStringLiteral("\\r\\n|\\n|\\r"));
    const bool isEncoded = isQuotedPrintable(text);
    if (isEncoded)
        note(-1, Kind::Changed,
             ImportStrings::tr("it is quoted-printable, as mail is sent, and was decoded"));
    QStringList lines = (isEncoded ? withoutQuotedPrintable(text) : text).split(ends);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString &line = lines[i];
        if (undoDefanging(line))
            note(i, Kind::Changed, ImportStrings::tr("the address was written so that nobody follows it"));
        if (isOfCommand(line, i > 0 ? lines[i - 1] : QString()) && undoTypography(line))
            note(i, Kind::Changed, ImportStrings::tr("typographic quotes and dashes stand for plain ones"));
        if (undoMarks(line))
            note(i, Kind::Changed, ImportStrings::tr("marks in the URL stand for others"));
        if (i + 1 < lines.size() && isWrapped(line, lines[i + 1])) {
            static const QRegularExpression quotes(QStringLiteral("^[>\\s]*"));
            while (line.endsWith(u' '))
                line.chop(1);
            line += lines[i + 1].remove(quotes).trimmed();
            lines[i + 1].clear();
            note(i, Kind::Warning, ImportStrings::tr("the next line was taken for the rest of the URL"));
        }
    }
    result.text = lines.join(u'\n');
    return result;
}

} // namespace Pongwatch
