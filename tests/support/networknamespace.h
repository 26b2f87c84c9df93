// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace Pongwatch::TestSupport
{

/// Runs a short command to its end. Returns an empty text, or what went wrong.
[[nodiscard]] QString runCommand(const QString &program, const QStringList &arguments);

/// For main(): runs `tests` in a network namespace of its own, by starting the program again in one. If the
/// machine does not allow that, prints "NOT PROVEN HERE" and `missed`, and returns what ctest takes for
/// "skipped" (SKIP_RETURN_CODE 77).
[[nodiscard]] int runInNetworkNamespace(int argc, char *argv[], const char *missed,
                                        const std::function<int()> &tests);

} // namespace Pongwatch::TestSupport
