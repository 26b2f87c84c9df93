// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// A menu's text as one reads it, without the marks of its access key: "&Add Peer…" is "Add Peer…".
[[nodiscard]] QString readableMenuText(const QString &text);

/// A path as one reads it: with "~" for the user's home.
[[nodiscard]] QString inHome(const QString &path);

} // namespace Pongwatch
