// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QStringList>

namespace Pongwatch
{

/// The words of a command line as a POSIX shell would split it (POSIX.1-2017 XCU 2.2), with bash's $'…' and
/// lines continued by a backslash, as browsers copy them. Nothing is expanded and nothing is run. The error
/// says which quote has no end.
Result<QStringList> splitShellWords(const QString &line);

/// The words as a line that a POSIX shell splits into the same words.
[[nodiscard]] QString joinShellWords(const QStringList &words);

} // namespace Pongwatch
