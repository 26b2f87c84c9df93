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

/// The sentences for Cause::Stale: open and answering pings, but what the profile waits for doesn't come.
[[nodiscard]] QString explainStale(const Verdict &verdict);

/// The same for a connection that is still open; true as soon as the feed is found to have stopped.
[[nodiscard]] QString explainStale(const FeedStale &feed);

/// The verdict, as if the connection had been closed for it.
[[nodiscard]] Verdict verdictOfStale(const FeedStale &feed);

/// What part of the dialogue an end with another cause interrupted; empty: none.
[[nodiscard]] QString dialogueRemark(const Verdict &verdict);

/// The preset of the first of `looks` that matches the end; empty: none does.
[[nodiscard]] QString presetMissedBy(const Verdict &verdict, const QList<MissedStart> &looks);

/// A remark that a preset may help; empty if none is known to.
[[nodiscard]] QString presetRemark(const Verdict &verdict);

/// Where to look after the end of a dialogue, or of a feed.
[[nodiscard]] Suspicion suspicionOfDialogue(const Verdict &verdict);

} // namespace Pongwatch
