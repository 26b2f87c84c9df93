// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <optional>

namespace Pongwatch
{

/// Somebody's rule that a silent connection is to be cut, as an end gives it away.
struct IdleTimeout {
    nanoseconds limit{0};
    bool common = false; ///< a limit that proxies, load balancers and NAT are set to as they come

    friend bool operator==(const IdleTimeout &, const IdleTimeout &) = default;
};

/// The idle timeout that cut an open connection, if its end (Eof or Reset) looks like one: nothing had come
/// in for one of the common limits; or nothing ever did, for the same while each time.
[[nodiscard]] std::optional<IdleTimeout> idleTimeoutOf(const Verdict &verdict);

/// The end came so soon after this machine woke from suspend that it says nothing about the peer.
[[nodiscard]] bool followsSuspend(const Verdict &verdict);

} // namespace Pongwatch
