// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"

#include <QStringList>

namespace Pongwatch
{

/// What a secret's text on the command line stands for: "$NAME" for an environment variable, "@FILE" for the
/// content of a file (without its last line break), "$$…" and "@@…" for a text that starts with that
/// character, anything else for itself. `option` is for the error's sentence, which never repeats a value.
[[nodiscard]] Result<QString> resolveSecret(const QString &option, const QString &text);

/// Copies the arguments (without the program's name), then overwrites in place the values of secret options
/// and the secrets in URLs, so that the list of processes does not show them. To be called first
/// thing in main().
[[nodiscard]] QStringList takeArguments(int argc, char **argv, const QList<OptionSpec> &specs);

} // namespace Pongwatch
