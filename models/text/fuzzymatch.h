// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace Pongwatch
{

/// How well a text fits what somebody typed in a hurry.
struct FuzzyMatch {
    int score = 0;              ///< larger is better; only for comparing matches of one pattern
    QList<qsizetype> positions; ///< of the characters that matched, ascending
};

/// Matches when the pattern's characters are in the text in their order, whatever their case; blanks in the
/// pattern are left out. Beginnings of words and runs count more, long ways between less. An empty pattern
/// matches all texts alike. Texts longer than 256 characters are looked at up to there.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace Pongwatch
