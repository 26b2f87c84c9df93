// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/foreigntext.h"

#include <QChar>
#include <QList>

namespace Pongwatch
{

namespace
{

constexpr char32_t noBreakSpace = 0x00A0;

/// What spreadsheets take for the beginning of a formula.
constexpr QStringView formulaStarts = u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

char32_t shown(char32_t character)
{
    if (character == noBreakSpace)
        return character;
    if (QChar::isSpace(character))
        return U' ';
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // the direction overrides among them
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return QChar::ReplacementCharacter;
    default:
        return character;
    }
}

} // namespace

QString harmlessText(QStringView foreign, qsizetype limit)
{
    QString result;
    // A little more than what is kept, so that it is known whether anything is cut.
    const QList<uint> characters = foreign.left(limit + 2).toUcs4();
    result.reserve(characters.size());
    qsizetype fits = 0; // how much of the result leaves room for an ellipsis
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
    // Control characters end up in a terminal, and NUL ends what many readers read.
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
