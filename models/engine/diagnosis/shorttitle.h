// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// A verdict in about 40 characters, for lists: "Peer closed: 1012 restart". Translated; nothing of the
/// peer's text is in it.
[[nodiscard]] QString shortTitle(const Verdict &verdict);

} // namespace Pongwatch
