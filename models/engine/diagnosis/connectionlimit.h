// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/endpattern.h"
#include "engine/values/verdict.h"

#include <optional>
#include <span>

namespace Pongwatch
{

/// The rule of a proxy, a load balancer or the server that ended an open connection, if this end and the
/// `earlier` ones of the peer give one away. Looks at cuts (Eof, Reset) and at polite ends (a Close frame of
/// the peer's without a code, with 1000 or 1001). Pure; any thread.
///
/// - The same silence before the end at different ages, or since the opening: Idle. One end is enough at one
///   of the limits that proxies are commonly set to.
/// - The same age, though something came in late in one of them: a limit of age, or an idle timeout that
///   counts data only; Age when data had passed late, else AgeOrDataIdle. That one of the ends looks like an
///   idle timeout, because nothing was answered in it, changes nothing. One end is enough at a common age.
/// - The same time since the last data at different ages, though pongs came later: DataIdle.
///
/// Times are the same within 2 % or half a second, whichever is more; under 3 s nothing is a limit.
[[nodiscard]] std::optional<ConnectionLimit> limitOf(const EndPattern &now,
                                                     std::span<const EndPattern> earlier);

/// The limit that a verdict tells of; one without, of an earlier version, is judged by itself.
[[nodiscard]] std::optional<ConnectionLimit> limitOf(const Verdict &verdict);

/// The end came so soon after this machine woke from suspend that it says nothing about the peer.
[[nodiscard]] bool followsSuspend(const Verdict &verdict);

} // namespace Pongwatch
