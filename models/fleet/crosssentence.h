// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/crossverdict.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// The verdict in sentences for a person: from where the peer is seen down, since when, and where to look.
/// Empty if all vantages see it up. Translated.
[[nodiscard]] QString crossSentence(const CrossVerdict &verdict, const Formatter &format, WallTime now);

/// The same in about 40 characters, without a moment: what is seen. Empty for a peer that all see up.
/// Translated.
[[nodiscard]] QString crossInShort(const CrossVerdict &verdict);

/// "fra-1, fra-2, fra-3 and 3 more". Translated.
[[nodiscard]] QString namesOf(const QStringList &vantages);

} // namespace Pongwatch
