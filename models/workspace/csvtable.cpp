// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/csvtable.h"

#include "engine/values/foreigntext.h"
#include "workspace/importnames.h"
#include "workspace/importstrings.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr std::array<char16_t, 4> Separators = {u',', u';', u'\t', u'|'};

/// "sep=;" in the first line, as in Excel.
QChar toldSeparator(const QString &text)
{
    static const QRegularExpression told(QStringLiteral("^\\s*\"?sep=(.)\"?\\s*(\\r|\\n|$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = told.match(text);
    return match.hasMatch() ? match.captured(1).front() : QChar();
}

/// Counts outside of quotes.
qsizetype countOutside(const QString &line, QChar wanted)
{
    qsizetype count = 0;
    bool quoted = false;
    for (const QChar c : line)
        if (c == u'"')
            quoted = !quoted;
        else if (c == wanted && !quoted)
            ++count;
    return count;
}

QStringList firstLines(const QString &text, qsizetype most)
{
    static const QRegularExpression ends(QStringLiteral("\\r\\n|\\n|\\r"));
    QStringList lines;
    for (const QString &line : text.left(20000).split(ends)) {
        if (!line.trimmed().isEmpty())
            lines.append(line);
        if (lines.size() == most)
            break;
    }
    return lines;
}

/// The one that is in most of the first lines; a heading with known columns decides.
QChar bestSeparator(const QString &text)
{
    QChar best = u',';
    qsizetype bestCount = 0;
    for (const QString &line : firstLines(text, 10)) {
        for (const QChar candidate : Separators) {
            const QStringList cells = line.split(candidate);
            const bool isHead =
                cells.size() > 1 && std::any_of(cells.cbegin(), cells.cend(), [](const QString &cell) {
                    return urlNames().contains(foldedImportName(cell));
                });
            // Characters inside a URL don't separate anything, unless others in the line do.
            const qsizetype count = countOutside(line, candidate) + (isHead ? 1000 : 0);
            if (count > bestCount) {
                best = candidate;
                bestCount = count;
            }
        }
        if (bestCount >= 1000)
            break;
    }
    return best;
}

/// A formula, a number, a time or date, a boolean; or text that starts with the quote itself.
bool looksLikeSpreadsheetValue(const QString &text)
{
    if (text.isEmpty())
        return false;
    if (text.front() == u'\'' || startsLikeFormula(text))
        return true;
    static const QRegularExpression number(
        QStringLiteral("^\\s*[\\d.,:/%\\s-]*\\d[\\d.,:/%\\s-]*([eE][+-]?\\d+)?\\s*(am|pm|[%€$£])?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(
        QStringLiteral("^(\\d{1,4}[\\s.-]+\\p{L}{3,9}|\\p{L}{3,9}[\\s.-]+\\d{1,4})([\\s.,-]+\\d{1,4})?$"));
    static const QRegularExpression word(
        QStringLiteral("^(true|false|wahr|falsch|vrai|faux|[0-9]+[de][0-9]+|0x[0-9a-f]+)$"),
        QRegularExpression::CaseInsensitiveOption);
    // Digits in other scripts, and dates in Chinese and Japanese.
    static const QRegularExpression foreign(
        QStringLiteral("^[\\s\\p{P}\\p{S}年月日号時时分秒点點上午下午前後]*\\p{Nd}[\\s\\p{Nd}\\p{P}\\p{S}"
                       "年月日号時时分秒点點上午下午前後]*$"));
    return number.match(text).hasMatch() || date.match(text).hasMatch() || word.match(text).hasMatch() ||
           foreign.match(text).hasMatch();
}

} // namespace

CsvTable readCsvTable(const QString &text)
{
    CsvTable table;
    QString rest = text;
    qsizetype line = 1;
    if (const QChar told = toldSeparator(text); !told.isNull()) {
        table.separator = told;
        static const QRegularExpression end(QStringLiteral("\\r\\n|\\n|\\r"));
        const auto match = end.match(rest);
        rest = match.hasMatch() ? rest.mid(match.capturedEnd()) : QString();
        ++line;
    } else {
        table.separator = bestSeparator(text);
    }
    CsvRow row{line, {}};
    QString cell;
    bool quoted = false;
    bool wasQuoted = false;
    const auto endCell = [&] {
        row.cells.append(cell);
        cell.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        endCell();
        if (std::any_of(row.cells.cbegin(), row.cells.cend(),
                        [](const QString &one) { return !one.trimmed().isEmpty(); }))
            table.rows.append(row);
        row = {line, {}};
    };
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QChar c = rest[i];
        const bool isCr = c == u'\r' && !(i + 1 < rest.size() && rest[i + 1] == u'\n');
        if (c == u'\n' || isCr)
            ++line;
        if (quoted && c == u'"' && i + 1 < rest.size() && rest[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"' && (quoted || (cell.trimmed().isEmpty() && !wasQuoted))) {
            quoted = !quoted;
            wasQuoted = true;
        } else if (!quoted && c == table.separator) {
            endCell();
        } else if (!quoted && (c == u'\n' || isCr)) {
            endRow();
        } else if (quoted || c != u'\r') {
            cell += c;
        }
    }
    if (quoted)
        table.complaint = ImportStrings::tr("line %1: a quote has no end").arg(row.line);
    else
        endRow();
    return table;
}

bool looksLikeTable(const QString &text)
{
    if (!toldSeparator(text).isNull())
        return true;
    const QStringList lines = firstLines(text, 10);
    for (const QChar separator : Separators) {
        qsizetype wide = 0;
        qsizetype withUrl = 0;
        for (const QString &line : lines) {
            const qsizetype count = countOutside(line, separator);
            if (count == 0)
                continue;
            ++wide;
            const QStringList cells = line.split(separator);
            // A heading: one cell is "url" or similar, and none is a URL.
            const bool isHead = !line.contains(QStringLiteral("://")) &&
                                std::any_of(cells.cbegin(), cells.cend(), [](const QString &cell) {
                                    return urlNames().contains(foldedImportName(cell)) && cell.size() < 30;
                                });
            if (isHead && separator != u'|')
                return true;
            // A URL in one cell, and something else in another.
            const auto isUrl = [](const QString &cell) { return cell.contains(QStringLiteral("://")); };
            withUrl += std::count_if(cells.cbegin(), cells.cend(), isUrl) == 1 &&
                               line.trimmed().back() != separator &&
                               !line.trimmed().startsWith(QLatin1String("curl")) &&
                               std::any_of(cells.cbegin(), cells.cend(),
                                           [&isUrl](const QString &cell) {
                                               return !isUrl(cell) && !cell.trimmed().isEmpty() &&
                                                      !cell.contains(u'{');
                                           })
                           ? 1
                           : 0;
        }
        // Without a known heading, only if all lines are alike, and one with unknown words is above
        // them.
        if (separator != u'|' && withUrl >= 1 && wide >= 2 && wide == lines.size() && withUrl + 1 >= wide &&
            !lines.first().contains(QStringLiteral("://")))
            return true;
        if ((separator == u';' || separator == u'\t') && withUrl >= 2 && withUrl == lines.size())
            return true;
    }
    // No URL at all, but the same number of cells in each line: ask the user.
    for (const QChar separator : Separators) {
        const qsizetype count = lines.isEmpty() ? 0 : countOutside(lines.first(), separator);
        if (count > 0 && lines.size() > 1 && !text.contains(QStringLiteral("://")) &&
            !lines.first().contains(u' ') &&
            std::all_of(lines.cbegin(), lines.cend(),
                        [&](const QString &line) { return countOutside(line, separator) == count; }))
            return true;
    }
    // One column with a heading.
    return lines.size() > 1 && foldedImportName(lines.first()) == QStringLiteral("url");
}

QString quotedForSpreadsheet(const QString &text)
{
    return looksLikeSpreadsheetValue(text) ? QString(u'\'' + text) : text;
}

QString withoutFormulaQuote(const QString &cell)
{
    const bool isQuoted = cell.size() > 1 && cell.front() == u'\'' && looksLikeSpreadsheetValue(cell.mid(1));
    return isQuoted ? cell.mid(1) : cell;
}

} // namespace Pongwatch
