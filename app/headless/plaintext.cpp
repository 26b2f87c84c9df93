// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/plaintext.h"

#include <QList>
#include <QSet>

#include <algorithm>
#include <cwchar>
#include <string>

#include <locale.h>

namespace Pongwatch
{

namespace
{

/// The C library's C.UTF-8 locale, which knows the widths of all characters whatever language the user has
/// chosen. Null if the system doesn't have it: then the process's own locale is used, which
/// preferUtf8Locale() has set up.
class Utf8Characters
{
public:
    Utf8Characters() = default;
    ~Utf8Characters()
    {
        if (m_locale)
            ::freelocale(m_locale);
    }
    Q_DISABLE_COPY_MOVE(Utf8Characters)

    [[nodiscard]] int columnsOf(char32_t c) const
    {
        const locale_t before = m_locale ? ::uselocale(m_locale) : locale_t{};
        const int columns = ::wcwidth(static_cast<wchar_t>(c));
        if (m_locale)
            ::uselocale(before);
        return columns < 0 ? 1 : columns; // not in its tables: probably a newer character
    }

private:
    locale_t m_locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});
};

int columnsOfCharacter(char32_t c)
{
    static const Utf8Characters characters;
    return characters.columnsOf(c);
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

QStringList fittedHeadings(const QStringList &headings, int columns)
{
    const auto backwards = [](const QString &text) {
        std::u32string characters = text.toStdU32String();
        std::reverse(characters.begin(), characters.end());
        return QString::fromStdU32String(characters);
    };
    QStringList cut;
    for (const QString &heading : headings)
        cut.append(fitted(heading, columns));
    if (QSet(cut.cbegin(), cut.cend()).size() == QSet(headings.cbegin(), headings.cend()).size())
        return cut;
    for (qsizetype i = 0; i < cut.size(); ++i)
        if (columnsOf(headings[i]) > columns)
            cut[i] = backwards(fitted(backwards(headings[i]), columns));
    return cut;
}

} // namespace Pongwatch
