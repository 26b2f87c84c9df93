// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/deliveryentry.h"

namespace Pongwatch
{

std::optional<AlertEntry> entryOf(const Delivery &delivery, const DeliveryResult &result, WallTime now)
{
    if (!result.isTaken && !result.isFinal)
        return std::nullopt;
    AlertEntry entry;
    entry.alert = delivery.payload.value(QStringLiteral("id")).toString();
    entry.rule = delivery.payload.value(QStringLiteral("rule")).toString();
    entry.kind = result.isTaken ? AlertEntry::Kind::Delivered : AlertEntry::Kind::NotDelivered;
    entry.at = now;
    entry.since = delivery.createdAt;
    entry.way = delivery.way;
    entry.note = result.error;
    return entry;
}

} // namespace Pongwatch
