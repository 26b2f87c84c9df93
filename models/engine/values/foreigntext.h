// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Pongwatch
{

/// Text that came from outside (a peer, a file, the system), made fit to be shown anywhere: one line, white
/// space as plain spaces, every control, private, unassigned, invisible or direction-changing character and
/// every half of a surrogate pair as U+FFFD. At most `limit` UTF-16 units; an ellipsis, which counts as one,
/// says that it was cut.
[[nodiscard]] QString harmlessText(QStringView foreign, qsizetype limit);

/// One cell of a CSV table: quoted where RFC 4180 wants it. Text that a spreadsheet would take for a formula
/// (it starts with =, +, -, @, in full width as well, a tab or a line break) gets an apostrophe in front,
/// which makes it plain text there (OWASP: CSV injection). Control characters but tabs and line breaks become
/// U+FFFD.
[[nodiscard]] QByteArray csvCell(const QString &text);

/// Whether a spreadsheet would take the text for a formula.
[[nodiscard]] bool startsLikeFormula(QStringView text);

/// Text for a file that others read, with nothing lost and nothing left that acts on a reader: each control,
/// invisible or direction-changing character, line or paragraph separator, private or unassigned character
/// and half of a surrogate pair as \uXXXX, a pair of them beyond U+FFFF. For forms without an escape of their
/// own, such as CSV; there a backslash stays as it is. What is in `kept` stays as well.
[[nodiscard]] QString escapedText(QStringView foreign, QStringView kept = {});

/// The same within the texts of a JSON document in UTF-8, for which it is the same document (RFC 8259 7).
[[nodiscard]] QByteArray escapedJson(const QByteArray &json);

} // namespace Pongwatch
