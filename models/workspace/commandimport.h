// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Whether a line, or several continued lines, is a command of a known tool, whatever comes before it: a
/// prompt, sudo, VAR=x, npx, docker run, a command whose output it reads. `depth`: the number of shells
/// around it ("sh -c '…'").
[[nodiscard]] bool isCommandLine(const QString &line, int depth = 0);

/// Removes the prompt of a Windows shell, whose backslashes would be taken for escapes.
[[nodiscard]] QString withoutPrompt(const QString &line);

/// Reads such a line. Each of its words becomes a setting, a note, or a problem.
void importCommandInto(const QString &line, const QString &place, const ImportOptions &options,
                       ImportResult &result);

} // namespace Pongwatch
