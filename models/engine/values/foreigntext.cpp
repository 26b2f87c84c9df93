// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/foreigntext.h"

#include <QChar>
#include <QList>

namespace Pongwatch
{

namespace
{

constexpr char32_t noBreakSpace = 0x00A0;

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

} // namespace Pongwatch
