// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace Pongwatch
{

/// How well a text matches what somebody typed in a hurry.
struct FuzzyMatch {
    int score = 0;              ///< higher is better; comparable only between matches of the same pattern
    QList<qsizetype> positions; ///< of the matching characters, ascending
};

/// Matches if the pattern's characters are in the text in the same order, ignoring case and blanks in the
/// pattern. Starts of words and runs score higher, long gaps lower. An empty pattern matches all texts
/// equally. Only the first 256 characters of a text are searched.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace Pongwatch
