// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/plaintext.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

/// Wide and fullwidth characters (Unicode TR11), coarsely: whole blocks.
bool isWide(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 9> ranges{{{0x1100, 0x115f},
                                                                          {0x2e80, 0x303e},
                                                                          {0x3041, 0xa4cf},
                                                                          {0xac00, 0xd7a3},
                                                                          {0xf900, 0xfaff},
                                                                          {0xfe30, 0xfe6f},
                                                                          {0xff00, 0xff60},
                                                                          {0x1f300, 0x1faff},
                                                                          {0x20000, 0x3fffd}}};
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const auto &range) { return c >= range.first && c <= range.second; });
}

int columnsOfCharacter(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        return isWide(c) ? 2 : 1;
    }
}

bool turnsDirection(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) ||
           (u >= 0x2066 && u <= 0x2069);
}

} // namespace

QString plainLine(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            plain += u' ';
        else if (!turnsDirection(c))
            plain += c;
    }
    return plain;
}

int columnsOf(const QString &text)
{
    int columns = 0;
    const auto characters = text.toUcs4();
    for (const uint c : characters)
        columns += columnsOfCharacter(static_cast<char32_t>(c));
    return columns;
}

QString fitted(const QString &text, int columns)
{
    const int needed = columnsOf(text);
    if (needed <= columns)
        return text + QString(columns - needed, u' ');
    if (columns < 1)
        return {};
    QString cut;
    int used = 0;
    const auto characters = text.toUcs4();
    for (const uint c : characters) {
        const int width = columnsOfCharacter(static_cast<char32_t>(c));
        if (used + width > columns - 1)
            break;
        cut += QChar::fromUcs4(static_cast<char32_t>(c));
        used += width;
    }
    return cut + u'…' + QString(columns - 1 - used, u' ');
}

} // namespace Pongwatch
