// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Reads a pasted text and files together. Files with variables (.env, Postman environments) apply to all the
/// others; so does an .env file in the folder of a file with unknown variables. Places begin with the file's
/// name if there are several files, or if the options say so. Blocks while reading.
[[nodiscard]] ImportResult importFiles(const QString &text, const QStringList &paths,
                                       const ImportOptions &options = {});

} // namespace Pongwatch
