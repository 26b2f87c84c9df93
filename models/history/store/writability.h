// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// Tries to write a small file in a folder, and removes it again. Returns an empty text if that works, or
/// else the reason, for people: the disk is full, too many files are open, the folder is not writable, or
/// whatever else the system says.
[[nodiscard]] QString whyFolderCannotBeWritten(const QString &folder);

} // namespace Pongwatch
