// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/foreigntext.h"

#include <QChar>
#include <QList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr char32_t noBreakSpace = 0x00A0;

/// What spreadsheets take for the start of a formula.
constexpr QStringView formulaStarts = u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

/// Whether a character affects its reader instead of being read.
bool actsOnReader(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // including the direction overrides
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

char32_t shown(char32_t character)
{
    if (character == noBreakSpace)
        return character;
    if (QChar::isSpace(character))
        return U' ';
    return actsOnReader(character) ? char32_t(QChar::ReplacementCharacter) : character;
}

bool needsEscape(char32_t character)
{
    return actsOnReader(character) || character == QChar::LineSeparator ||
           character == QChar::ParagraphSeparator;
}

void appendUnit(QString &text, char16_t unit)
{
    text += QStringLiteral("\\u") + QString::number(unit, 16).rightJustified(4, u'0');
}

/// Escapes those characters of the text for which `isMeant` returns true.
template <typename IsMeant>
QString withEscapes(QStringView foreign, IsMeant isMeant)
{
    QString escaped;
    escaped.reserve(foreign.size());
    for (qsizetype i = 0; i < foreign.size(); ++i) {
        const bool isPair =
            foreign[i].isHighSurrogate() && i + 1 < foreign.size() && foreign[i + 1].isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(foreign[i], foreign[i + 1]) : char32_t(foreign[i].unicode());
        const QStringView units = foreign.sliced(i, isPair ? 2 : 1);
        if (isMeant(character))
            for (const QChar unit : units)
                appendUnit(escaped, unit.unicode());
        else
            escaped += units;
        i += units.size() - 1;
    }
    return escaped;
}

} // namespace

QString escapedText(QStringView foreign, QStringView kept)
{
    return withEscapes(foreign, [kept](char32_t character) {
        return needsEscape(character) && !(character <= 0xffff && kept.contains(QChar(char16_t(character))));
    });
}

QByteArray escapedJson(const QByteArray &json)
{
    // JSON has line breaks and tabs between its strings; inside strings they are already escaped.
    const auto isMeant = [](char32_t character) { return character >= 0x7f && needsEscape(character); };
    return withEscapes(QString::fromUtf8(json), isMeant).toUtf8();
}

QString harmlessText(QStringView foreign, qsizetype limit)
{
    // Most texts are.
    const auto isPlain = [](QChar c) { return c >= u' ' && c <= u'~'; };
    if (foreign.size() <= limit && std::all_of(foreign.cbegin(), foreign.cend(), isPlain))
        return foreign.toString();
    QString result;
    // Slightly more than is kept, to find out whether anything is cut.
    const QList<uint> characters = foreign.left(limit + 2).toUcs4();
    result.reserve(characters.size());
    qsizetype fits = 0; // how much of the result fits together with an ellipsis
    for (const uint character : characters) {
        result += QChar::fromUcs4(shown(character));
        if (result.size() < limit)
            fits = result.size();
    }
    if (result.size() > limit) {
        result.truncate(fits);
        result += QChar(0x2026);
    }
    return result;
}

QByteArray csvCell(const QString &text)
{
    QString cell = text;
    // Control characters can end up in a terminal, and for many readers NUL ends the text.
    for (QChar &character : cell) {
        const char16_t c = character.unicode();
        const bool isControl = c < 0x20 || (c >= 0x7f && c < 0xa0);
        if (isControl && c != u'\t' && c != u'\n' && c != u'\r')
            character = QChar::ReplacementCharacter;
    }
    if (startsLikeFormula(cell))
        cell.prepend(u'\'');
    const bool needsQuotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
                             cell.contains(u'\r') || cell.contains(u';');
    if (needsQuotes)
        cell = u'"' + cell.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    return cell.toUtf8();
}

bool startsLikeFormula(QStringView text)
{
    return !text.isEmpty() && formulaStarts.contains(text.front());
}

} // namespace Pongwatch
