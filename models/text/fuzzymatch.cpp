// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fuzzymatch.h"

#include <algorithm>
#include <vector>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestText = 256;
constexpr int impossible = -1'000'000;
constexpr int perCharacter = 8;
constexpr int forWordStart = 10;
constexpr int forRun = 16;
constexpr int forTextStart = 6;
constexpr int mostForDistance = 6;
constexpr int mostForLeading = 3; // characters before the first one that matches

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || (!text.at(at - 1).isLetterOrNumber() && text.at(at).isLetterOrNumber()) ||
           (text.at(at - 1).isLower() && text.at(at).isUpper());
}

int worth(QStringView text, qsizetype at)
{
    return perCharacter + (startsWord(text, at) ? forWordStart : 0) + (at == 0 ? forTextStart : 0);
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString wanted;
    std::copy_if(pattern.cbegin(), pattern.cend(), std::back_inserter(wanted),
                 [](QChar c) { return !c.isSpace(); });
    text = text.left(longestText);
    if (wanted.isEmpty())
        return FuzzyMatch{};
    if (wanted.size() > text.size())
        return std::nullopt;
    const auto rows = static_cast<size_t>(wanted.size());
    const auto columns = static_cast<size_t>(text.size());
    // best[i][j]: the best score of the first i + 1 characters with the last of them at j; from: where the
    // previous one is.
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, impossible));
    std::vector<std::vector<size_t>> from(rows, std::vector<size_t>(columns, 0));
    for (size_t i = 0; i < rows; ++i) {
        const QChar c = wanted.at(static_cast<qsizetype>(i)).toCaseFolded();
        int leading = impossible; // the best score ending before j - 1, minus its distance
        size_t leadingAt = 0;
        for (size_t j = i; j < columns; ++j) {
            if (i > 0 && j >= 2 && best[i - 1][j - 2] > impossible) {
                const int candidate = best[i - 1][j - 2];
                if (candidate >= leading) {
                    leading = candidate;
                    leadingAt = j - 2;
                }
            }
            if (text.at(static_cast<qsizetype>(j)).toCaseFolded() != c)
                continue;
            const int here = worth(text, static_cast<qsizetype>(j));
            if (i == 0) {
                best[i][j] = here - std::min<int>(mostForLeading, static_cast<int>(j));
                continue;
            }
            const int run = best[i - 1][j - 1] > impossible ? best[i - 1][j - 1] + here + forRun : impossible;
            const int jump =
                leading > impossible
                    ? leading + here - std::min<int>(mostForDistance, static_cast<int>(j - leadingAt))
                    : impossible;
            best[i][j] = std::max(run, jump);
            from[i][j] = run >= jump ? j - 1 : leadingAt;
        }
    }
    const auto &last = best[rows - 1];
    const auto top = std::max_element(last.cbegin(), last.cend());
    if (*top <= impossible)
        return std::nullopt;
    FuzzyMatch match;
    match.score = *top - static_cast<int>(columns) / 8; // of equal matches, the shorter text is preferred
    size_t j = static_cast<size_t>(top - last.cbegin());
    for (size_t i = rows; i-- > 0;) {
        match.positions.prepend(static_cast<qsizetype>(j));
        j = from[i][j];
    }
    return match;
}

} // namespace Pongwatch
