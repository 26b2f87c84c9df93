// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historydamage.h"
#include "reports/reporttext.h"

namespace Pongwatch
{

/// One sentence about pieces of a history file that could not be read: how many, of which peer, from when to
/// when, and what is missing because of it.
[[nodiscard]] QString damageSentence(const HistoryDamage &damage, const ReportText &text);

} // namespace Pongwatch
