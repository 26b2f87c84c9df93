// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// `text` in one line that has no effect on a terminal: control characters, line ends and characters that
/// change the writing direction become spaces or are left out.
[[nodiscard]] QString plainLine(const QString &text);

/// How many terminal columns `text` takes, by wcwidth(3): Chinese characters and emojis take two.
[[nodiscard]] int columnsOf(const QString &text);

/// `text` in exactly `columns` columns: padded, or cut with an ellipsis.
[[nodiscard]] QString fitted(const QString &text, int columns);

/// The same for headings next to each other: if their beginnings would look alike, their ends are
/// shown.
[[nodiscard]] QStringList fittedHeadings(const QStringList &headings, int columns);

} // namespace Pongwatch
