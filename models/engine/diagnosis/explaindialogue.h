// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/suspicion.h"
#include "engine/values/dialoguesettings.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

struct FeedStale;

/// The sentences for Cause::Dialogue: which step failed, and what came instead, in the peer's words.
[[nodiscard]] QString explainDialogue(const Verdict &verdict);

/// The sentences for Cause::Stale: open, answers pings, and yet nothing comes that the profile waits for.
[[nodiscard]] QString explainStale(const Verdict &verdict);

/// The same of a connection that is still open: true from the moment that the feed was found to have stopped.
[[nodiscard]] QString explainStale(const FeedStale &feed);

/// As if the connection had been closed for it.
[[nodiscard]] Verdict verdictOfStale(const FeedStale &feed);

/// What an end of another cause interrupted; empty: nothing of the dialogue.
[[nodiscard]] QString dialogueRemark(const Verdict &verdict);

/// The preset of the first of `looks` that the end has; empty: of none.
[[nodiscard]] QString presetMissedBy(const Verdict &verdict, const QList<MissedStart> &looks);

/// That a preset may help; empty: none is known to.
[[nodiscard]] QString presetRemark(const Verdict &verdict);

/// Where the end of a dialogue, or of a feed, points to.
[[nodiscard]] Suspicion suspicionOfDialogue(const Verdict &verdict);

} // namespace Pongwatch
