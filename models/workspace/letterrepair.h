// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// A text with its lines restored; each is at its original position.
struct RepairedText {
    QString text;
    QList<ImportNote> changes;
};

/// Reverts what mail programs, word processors and cautious people do to URLs and commands: quoted-printable,
/// typographic quotes and dashes, "hxxps://h[.]example", "&amp;", backslashes, wrapped lines.
[[nodiscard]] RepairedText repairedLetter(const QString &text);

} // namespace Pongwatch
