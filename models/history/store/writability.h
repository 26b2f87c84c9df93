// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// Tries to write a small file in a folder and takes it away again. Empty when that works; otherwise why not,
/// for a person: the disk is full, too many files are open, the folder can't be written, or what else the
/// system says.
[[nodiscard]] QString whyFolderCannotBeWritten(const QString &folder);

} // namespace Pongwatch
