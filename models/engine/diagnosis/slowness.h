// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "engine/values/suspects.h"

#include <QString>

namespace Pongwatch
{

/// Where the time of a round trip went.
enum class SlowPlace : quint8 {
    Observer, ///< this program itself was late
    Traffic,  ///< the ping or pong waited behind other bytes of the connection
    Network,  ///< it took at least half of the time
    Peer,     ///< it took at least three quarters
    Unknown,  ///< shared between both, or unknown
};

/// Judges by the sample's marks and by the network's share of it (see NetworkShare). What the network did not
/// take was taken by the peer, or by a proxy whose TCP answers in its place. Any thread.
[[nodiscard]] SlowPlace slowPlace(const PingSample &sample);

/// Where to look when answers are as slow as this one.
[[nodiscard]] Suspicion suspicionOfSlow(const PingSample &sample);

/// The same in about 40 characters, for lists: "Slow in the peer". Translated.
[[nodiscard]] QString slowTitle(const PingSample &sample);

/// The same in two sentences, with the numbers. `limit`: above which round trips count as slow, if known.
/// Translated.
[[nodiscard]] QString explainSlow(const PingSample &sample, std::optional<nanoseconds> limit);

} // namespace Pongwatch
