// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <vector>

namespace Pongwatch
{

class HistoryDatabase;

/// As HistoryQuery::traces().
[[nodiscard]] Result<std::vector<SharedPath>> filedTraces(HistoryDatabase &database, qint64 peer,
                                                          WallTime from, WallTime to, int limit);

/// A dial ends before the path is traced because of it. Adds such traces to the verdicts of the ends among
/// the events, which are in time order.
void addLaterTraces(HistoryDatabase &database, qint64 peer, std::vector<ConnectionEvent> &events);

} // namespace Pongwatch
