// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"
#include "history/alertentry.h"

#include <optional>

namespace Pongwatch
{

/// What the history keeps of an attempt: that it was taken, or given up; nullopt: it is tried again.
[[nodiscard]] std::optional<AlertEntry> entryOf(const Delivery &delivery, const DeliveryResult &result,
                                                WallTime now);

} // namespace Pongwatch
