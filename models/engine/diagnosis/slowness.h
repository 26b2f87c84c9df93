// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "engine/values/suspects.h"

#include <QString>

namespace Pongwatch
{

/// Where the time of one round trip went.
enum class SlowPlace : quint8 {
    Observer, ///< this program was late itself
    Traffic,  ///< ping or pong waited behind other bytes of the same connection
    Network,  ///< it took half of the time or more
    Peer,     ///< it took three quarters or more
    Unknown,  ///< both took their part; or it can't be told
};

/// Told by what the sample is marked with, and by the network's share of it (see NetworkShare). What the
/// network did not take, the peer did, or a proxy whose TCP answers in its name. Any thread.
[[nodiscard]] SlowPlace slowPlace(const PingSample &sample);

/// Where to look when answers are as slow as this one.
[[nodiscard]] Suspicion suspicionOfSlow(const PingSample &sample);

/// The same in about 40 characters, for lists: "Slow in the peer". Translated.
[[nodiscard]] QString slowTitle(const PingSample &sample);

/// The same in two sentences, with the numbers. `limit`: from where on an answer is slow, if that is known.
/// Translated.
[[nodiscard]] QString explainSlow(const PingSample &sample, std::optional<nanoseconds> limit);

} // namespace Pongwatch
