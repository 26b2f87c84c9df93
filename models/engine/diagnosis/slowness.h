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
    Network,  ///< TCP's own round trip takes half of the time or more
    Peer,     ///< TCP's own is too short to have been any larger part of it
    Unknown,
};

/// Told by what the sample is marked with, and by the kernel's smoothed round-trip time S. With each
/// acknowledgement that took R, S becomes 7/8 S + 1/8 R (RFC 6298, 2.3). So when the network had taken the
/// whole round trip, S would be an eighth of it at least: below that, it was the peer, or a proxy whose TCP
/// answers in its name. Any thread.
[[nodiscard]] SlowPlace slowPlace(const PingSample &sample);

/// Where to look when answers are as slow as this one.
[[nodiscard]] Suspicion suspicionOfSlow(const PingSample &sample);

/// The same in about 40 characters, for lists: "Slow in the peer". Translated.
[[nodiscard]] QString slowTitle(const PingSample &sample);

/// The same in two sentences, with the numbers. `limit`: from where on an answer is slow, if that is known.
/// Translated.
[[nodiscard]] QString explainSlow(const PingSample &sample, std::optional<nanoseconds> limit);

} // namespace Pongwatch
