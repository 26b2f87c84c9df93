// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "history/alertentry.h"

namespace Pongwatch
{

class HistoryDatabase;

// What happened to alerts, as the history file has it.

/// All of an entry but what has a column of its own, as a JSON object. Texts are cut to what a person reads.
[[nodiscard]] QString encodeAlert(const AlertEntry &entry);

/// Fills in what encodeAlert() wrote. False for what is damaged.
[[nodiscard]] bool decodeAlert(const QString &data, AlertEntry &entry);

/// All of the alerts of which anything happened in [from, to), oldest first; the newest `limit` of it. What
/// is damaged, or of a kind that only a newer version knows, is left out.
[[nodiscard]] Result<std::vector<AlertEntry>> filedAlerts(HistoryDatabase &database, WallTime from,
                                                          WallTime to, int limit);

} // namespace Pongwatch
