// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/verdict.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// The sentence about an end that was caused by QWebSocket and not by what was on the wire; nullopt if the
/// wire explains it. Pure; any thread.
[[nodiscard]] std::optional<QString> explainByClient(const Verdict &verdict);

/// A remark about QWebSocket to go with the sentence about the end; empty if there is none.
[[nodiscard]] QString remarkOfClient(const Verdict &verdict);

/// Why a peer set to use QWebSocket is carried by the program's own client, as a clause; empty for None.
[[nodiscard]] QString textOf(WireReason reason);

} // namespace Pongwatch
