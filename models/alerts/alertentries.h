// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "history/alertentry.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// "peer", "group" or "observer".
[[nodiscard]] QLatin1String toWord(AlertSubject subject);

/// What the history keeps of a change of an alert, in words as it was told.
[[nodiscard]] AlertEntry entryOf(const AlertChange &change, const Formatter &format);

} // namespace Pongwatch
