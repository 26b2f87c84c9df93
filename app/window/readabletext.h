// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// A menu's text without the marks of mnemonics: "&Add Peer…" becomes "Add Peer…".
[[nodiscard]] QString readableMenuText(const QString &text);

/// A path for people: with "~" for the user's home.
[[nodiscard]] QString inHome(const QString &path);

} // namespace Pongwatch
