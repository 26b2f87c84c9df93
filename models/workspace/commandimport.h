// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Whether a line, which may go on over several lines, is a command of a tool that is known, whatever stands
/// in front of it: a prompt, sudo, VAR=x, npx, docker run, a command whose output it reads. `depth`: how many
/// shells it lies in ("sh -c '…'").
[[nodiscard]] bool isCommandLine(const QString &line, int depth = 0);

/// Without the prompt of a Windows shell, whose backslashes would be taken for escapes.
[[nodiscard]] QString withoutPrompt(const QString &line);

/// Reads such a line. Each word of it becomes a setting, a note, or a problem.
void importCommandInto(const QString &line, const QString &place, const ImportOptions &options,
                       ImportResult &result);

} // namespace Pongwatch
