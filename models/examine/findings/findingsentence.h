// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examine/findings/finding.h"

namespace Pongwatch
{

/// A finding in a sentence, or a few short ones: what was seen, with the figures, and what to do about it.
/// Translated; plain text; what the peer said is made harmless. Any thread.
[[nodiscard]] QString explainFinding(const Finding &finding);

/// What has changed since the last time, in a sentence: "The limit was 60 s, now 30 s." Empty: nothing that
/// counts, or the two are not about the same.
[[nodiscard]] QString explainChange(const Finding &before, const Finding &now);

} // namespace Pongwatch
