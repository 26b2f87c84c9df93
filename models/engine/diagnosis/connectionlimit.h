// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/endpattern.h"
#include "engine/values/verdict.h"

#include <optional>
#include <span>

namespace Pongwatch
{

/// The limit by which a proxy, a load balancer or the server ended an open connection, if this end and the
/// peer's `earlier` ones suggest one. Considers cuts (Eof, Reset) and clean closes (a Close frame from the
/// peer without a code, or with 1000 or 1001). Pure; any thread.
///
/// - The same silence before the end at different ages, or since opening: Idle. A single end is enough if
///   the silence is a common default of proxies.
/// - The same age, though something came in late in one of them: a limit of age, or an idle timeout
///   that counts only data. Age if data had passed late, else AgeOrDataIdle. This holds even if one of the
///   ends looks like an idle timeout because nothing was answered. A single end is enough at a common age.
/// - The same time since the last data at different ages, though pongs came later: DataIdle.
///
/// Times are the same within 2 % or half a second, whichever is more; under 3 s nothing is a limit.
[[nodiscard]] std::optional<ConnectionLimit> limitOf(const EndPattern &now,
                                                     std::span<const EndPattern> earlier);

/// The limit given in a verdict; one that has none, from an earlier version, is judged by its own facts.
[[nodiscard]] std::optional<ConnectionLimit> limitOf(const Verdict &verdict);

/// Whether the end came so soon after this machine woke from suspend that it says nothing about the peer.
[[nodiscard]] bool followsSuspend(const Verdict &verdict);

} // namespace Pongwatch
