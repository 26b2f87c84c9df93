// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// A verdict in a sentence, or a few short ones, that a person on call can act on: what happened, with the
/// numbers, and where to look. Translated; plain text; what the peer said is quoted, cut and made harmless.
/// Any thread.
[[nodiscard]] QString explain(const Verdict &verdict);

} // namespace Pongwatch
