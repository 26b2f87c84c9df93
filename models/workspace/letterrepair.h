// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// A text with its lines as they were meant; each is where it was.
struct RepairedText {
    QString text;
    QList<ImportNote> changes;
};

/// Undoes what mail programs, word processors and careful people do to URLs and commands: quoted-printable,
/// typographic quotes and dashes, "hxxps://h[.]example", "&amp;", backslashes, lines that were wrapped.
[[nodiscard]] RepairedText repairedLetter(const QString &text);

} // namespace Pongwatch
