// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "history/alertentry.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// "peer", "group" or "observer".
[[nodiscard]] QLatin1String toWord(AlertSubject subject);

/// What the history keeps about a change of an alert, in the words in which it was told.
[[nodiscard]] AlertEntry entryOf(const AlertChange &change, const Formatter &format);

} // namespace Pongwatch
