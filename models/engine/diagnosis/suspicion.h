// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// Where to look after such an end: this side, the network, a proxy or the peer. The rules are the table in
/// docs/verdicts.md. Judges by this one end only, without regard to what other peers saw at the same time.
/// Any thread.
[[nodiscard]] Suspicion suspicionOf(const Verdict &verdict);

/// The same for a ping that was not answered while its connection stays open.
[[nodiscard]] Suspicion suspicionOf(Evidence evidence);

/// The name of a place by itself: "Network". Translated.
[[nodiscard]] QString suspectName(Suspect suspect);

/// The places as part of a sentence: "the network or a proxy"; empty if there are none. Translated.
[[nodiscard]] QString suspectsPhrase(Suspects suspects);

/// "Points to the peer, perhaps to a proxy."; empty if nothing is suspected. Translated.
[[nodiscard]] QString suspicionSentence(const Suspicion &suspicion);

} // namespace Pongwatch
