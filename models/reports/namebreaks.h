// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Pongwatch
{

/// Whether a long name may be broken after this character: between its parts ("edge-1.eu.example:8443/feed"),
/// but never within one, after its first character or at its end.
[[nodiscard]] inline bool mayBreakBehind(QStringView text, qsizetype i)
{
    if (i < 1 || i + 1 >= text.size() || !QStringView(u"-._/:@?&=,;|~+").contains(text[i]))
        return false;
    // Only between letters and digits: not in "://", "..." or a number ("1.5", "12:30").
    const bool isNumber =
        text[i - 1].isDigit() && text[i + 1].isDigit() && QStringView(u".,:").contains(text[i]);
    return text[i - 1].isLetterOrNumber() && text[i + 1].isLetterOrNumber() && !isNumber;
}

} // namespace Pongwatch
