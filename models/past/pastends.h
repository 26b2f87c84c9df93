// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "examine/findings/agefound.h"

#include <QString>

#include <vector>

namespace Pongwatch
{

/// The ends of connections to this URL, as displayUrl() gives it, that are in a history file, under whatever
/// names it was watched: the newest 500 of each. Blocks for as long as the file takes.
[[nodiscard]] Result<std::vector<PastEnd>> pastEndsOf(const QString &url, const QString &historyFile);

} // namespace Pongwatch
