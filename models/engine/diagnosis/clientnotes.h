// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/verdict.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// The sentence about an end that QWebSocket made, and not what was on the wire; nullopt: the wire tells.
/// Pure; any thread.
[[nodiscard]] std::optional<QString> explainByClient(const Verdict &verdict);

/// What to know of QWebSocket beside the sentence about the end; empty: nothing.
[[nodiscard]] QString remarkOfClient(const Verdict &verdict);

/// Why a peer that asks for QWebSocket is carried by the program's own client, as a clause; empty for None.
[[nodiscard]] QString textOf(WireReason reason);

} // namespace Pongwatch
