// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/manual/programmanual.h"

#include <QByteArray>

namespace Pongwatch
{

// What a shell offers when Tab is pressed: sub-commands, options, and the words, files or folders that they
// accept. Each is a complete file in the language of the shell, and needs nothing else.

[[nodiscard]] QByteArray bashCompletion(const ProgramManual &manual);
[[nodiscard]] QByteArray zshCompletion(const ProgramManual &manual);
[[nodiscard]] QByteArray fishCompletion(const ProgramManual &manual);

} // namespace Pongwatch
