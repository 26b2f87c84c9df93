// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>

namespace Pongwatch
{

// Control characters in a field of one line, which can't show them: each as its picture of Unicode (U+2400 to
// U+241F), "␍␊" for the end of a line.

constexpr char16_t firstControlPicture = 0x2400;
constexpr char16_t controlCharacters = 0x20;

[[nodiscard]] inline QString withControlPictures(QString text)
{
    std::transform(text.cbegin(), text.cend(), text.begin(), [](QChar c) {
        return c.unicode() < controlCharacters ? QChar(char16_t(firstControlPicture + c.unicode())) : c;
    });
    return text;
}

/// The other way round.
[[nodiscard]] inline QString withoutControlPictures(QString text)
{
    std::transform(text.cbegin(), text.cend(), text.begin(), [](QChar c) {
        const bool isPicture =
            c.unicode() >= firstControlPicture && c.unicode() < firstControlPicture + controlCharacters;
        return isPicture ? QChar(char16_t(c.unicode() - firstControlPicture)) : c;
    });
    return text;
}

} // namespace Pongwatch
