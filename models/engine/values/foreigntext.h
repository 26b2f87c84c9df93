// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace Pongwatch
