// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Pongwatch
{

/// Makes text from outside (a peer, a file, the system) safe to show anywhere: one line, plain spaces for
/// white space, and U+FFFD for every control, private, unassigned, invisible or direction-changing character
/// and for every unpaired surrogate. At most `limit` UTF-16 units; if it was cut, it ends with an ellipsis,
/// which counts as one.
[[nodiscard]] QString harmlessText(QStringView foreign, qsizetype limit);

/// One cell of a CSV table, quoted where RFC 4180 requires it. Text that a spreadsheet would take for a
/// formula (it starts with =, +, -, @, also in full width, a tab or a line break) gets an apostrophe in
/// front, which makes it plain text there (OWASP: CSV injection). Control characters other than tabs and line
/// breaks become U+FFFD.
[[nodiscard]] QByteArray csvCell(const QString &text);

/// Whether a spreadsheet would take the text for a formula.
[[nodiscard]] bool startsLikeFormula(QStringView text);

/// Text for a file that others will read, with nothing lost and nothing left that could affect its reader:
/// every control, invisible or direction-changing character, line or paragraph separator, private or
/// unassigned character and unpaired surrogate becomes \uXXXX, or a pair of them above U+FFFF. For formats
/// without escapes of their own, such as CSV; a backslash stays as it is. Characters in `kept` stay as well.
[[nodiscard]] QString escapedText(QStringView foreign, QStringView kept = {});

/// The same inside the strings of a JSON document in UTF-8, which keeps its meaning (RFC 8259 7).
[[nodiscard]] QByteArray escapedJson(const QByteArray &json);

} // namespace Pongwatch
