// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>

namespace Pongwatch
{

// Shows control characters in single-line fields, which otherwise can't: each as its Unicode picture (U+2400
// to U+241F), and "␍␊" for the end of a line.

constexpr char16_t firstControlPicture = 0x2400;
constexpr char16_t controlCharacters = 0x20;

[[nodiscard]] inline QString withControlPictures(QString text)
{
    std::transform(text.cbegin(), text.cend(), text.begin(), [](QChar c) {
        return c.unicode() < controlCharacters ? QChar(char16_t(firstControlPicture + c.unicode())) : c;
    });
    return text;
}

/// The reverse.
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
