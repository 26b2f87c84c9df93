// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "engine/diagnosis.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// An alert for a person: two plain texts, nothing of a stranger's in them that could play tricks.
struct AlertWords {
    QString title;
    QString body;
};

/// Who it is about and what is wrong, or that it is over; then why, as far as is known.
[[nodiscard]] AlertWords alertWords(const AlertChange &change, const Formatter &format);

/// Where to look: what the ends of those in trouble point to; this side, where this program itself is late.
[[nodiscard]] Suspicion suspicionOf(const AlertCase &alert);

} // namespace Pongwatch
