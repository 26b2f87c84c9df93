// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/shellwords.h"

namespace Pongwatch
{

/// The program that a command's first word names: without its folder, its ending and npm's version.
[[nodiscard]] QString programOf(const QString &word);

/// Whether a word names a tool whose command lines are understood.
[[nodiscard]] bool isCommandWord(const QString &word);

/// Whether a line, which may go on over several lines, is a command of such a tool, whatever stands in front
/// of it: a prompt, sudo, VAR=x, npx, docker run.
[[nodiscard]] bool isCommandLine(const QString &line);

/// Without the prompt of a Windows shell, whose backslashes would be taken for escapes.
[[nodiscard]] QString withoutPrompt(const QString &line);

/// Reads such a line. Each word of it becomes a setting, a note, or a problem.
void importCommandInto(const QString &line, const QString &place, const ImportOptions &options,
                       ImportResult &result);

} // namespace Pongwatch
