// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// A verdict in one or a few short sentences that a person on call can act on: what happened, with the
/// numbers, and where to look. Translated plain text; quotes from the peer are shortened and made harmless.
/// Any thread.
[[nodiscard]] QString explain(const Verdict &verdict);

} // namespace Pongwatch
