// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"

#include <QStringList>

namespace Pongwatch
{

/// Resolves a secret given on the command line: "$NAME" is an environment variable, "@FILE" the content of a
/// file (without its last line break), "$$…" and "@@…" a text that starts with that character, and anything
/// else the secret itself. `option` is for the error's sentence, which never contains a value.
[[nodiscard]] Result<QString> resolveSecret(const QString &option, const QString &text);

/// Copies the arguments (without the program's name), then overwrites the values of secret
/// options and secrets in URLs in place, so that process lists don't show them. Call it first in
/// main().
[[nodiscard]] QStringList takeArguments(int argc, char **argv, const QList<OptionSpec> &specs);

} // namespace Pongwatch
