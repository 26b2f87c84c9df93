// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Reads a pasted text and files together. Files that are variables (.env, an environment of Postman) hold
/// for all the others; so does an .env file in the folder of a file whose variables nobody else tells. Places
/// begin with the file's name where there are several, or where the options say so. Blocks while it reads.
[[nodiscard]] ImportResult importFiles(const QString &text, const QStringList &paths,
                                       const ImportOptions &options = {});

} // namespace Pongwatch
