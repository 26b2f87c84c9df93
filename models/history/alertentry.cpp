// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/alertentry.h"

#include "history/alertshelf.h"

#include <algorithm>

namespace Pongwatch
{

std::vector<PastAlert> pastAlerts(const std::vector<AlertEntry> &entries)
{
    std::vector<const AlertEntry *> sorted;
    for (const AlertEntry &entry : entries)
        sorted.push_back(&entry);
    // Entries about the alert and its delivery may have the same time.
    std::stable_sort(sorted.begin(), sorted.end(), [](const AlertEntry *a, const AlertEntry *b) {
        return std::pair(a->at, a->kind) < std::pair(b->at, b->kind);
    });
    AlertShelf shelf(entries.size());
    for (const AlertEntry *entry : sorted)
        shelf.add(*entry);
    return shelf.alerts();
}

QLatin1String toWord(AlertEntry::Kind kind)
{
    switch (kind) {
    case AlertEntry::Kind::Fired:
        return QLatin1String("fired");
    case AlertEntry::Kind::Updated:
        return QLatin1String("updated");
    case AlertEntry::Kind::Escalated:
        return QLatin1String("escalated");
    case AlertEntry::Kind::Acknowledged:
        return QLatin1String("acknowledged");
    case AlertEntry::Kind::Resolved:
        return QLatin1String("resolved");
    case AlertEntry::Kind::Delivered:
        return QLatin1String("delivered");
    case AlertEntry::Kind::NotDelivered:
        break;
    }
    return QLatin1String("not-delivered");
}

} // namespace Pongwatch
