// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "engine/diagnosis.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// An alert for a person: two plain texts, in which anything from outside is harmless.
struct AlertWords {
    QString title;
    QString body;
};

/// The title says who it is about and what is wrong, or that it is over; the text says why, as far as that is
/// known.
[[nodiscard]] AlertWords alertWords(const AlertChange &change, const Formatter &format);

/// Where to look: what the ends of the peers in trouble point to, or this side if this program itself is
/// late.
[[nodiscard]] Suspicion suspicionOf(const AlertCase &alert);

} // namespace Pongwatch
