// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/alertentry.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

void addDelivery(PastAlert &alert, const AlertEntry &entry)
{
    const bool arrived = entry.kind == AlertEntry::Kind::Delivered;
    const auto known = std::find_if(alert.deliveries.begin(), alert.deliveries.end(),
                                    [&entry](const auto &one) { return one.way == entry.way; });
    const PastAlert::Delivery delivery{entry.way, entry.at, arrived, arrived ? QString() : entry.note};
    if (known == alert.deliveries.end())
        alert.deliveries.push_back(delivery);
    else
        *known = delivery;
}

void addEntry(PastAlert &alert, const AlertEntry &entry)
{
    using Kind = AlertEntry::Kind;
    switch (entry.kind) {
    case Kind::Fired:
    case Kind::Updated:
        break;
    case Kind::Escalated:
        alert.escalatedAt = entry.at;
        break;
    case Kind::Acknowledged:
        // When somebody acknowledged it; a later note replaces an earlier one.
        alert.acknowledgedAt = alert.acknowledgedAt.value_or(entry.at);
        alert.note = entry.note;
        break;
    case Kind::Resolved:
        alert.resolvedAt = entry.at;
        break;
    case Kind::Delivered:
    case Kind::NotDelivered:
        addDelivery(alert, entry);
        return; // nothing else is known of it
    }
    for (const QString &peer : entry.peers)
        if (!alert.peers.contains(peer) && alert.peers.size() < AlertEntry::mostNames)
            alert.peers.append(peer);
}

PastAlert begunWith(const AlertEntry &entry)
{
    PastAlert alert;
    alert.id = entry.alert;
    alert.rule = entry.rule;
    alert.subject = entry.subject;
    alert.group = entry.group;
    alert.title = entry.title;
    alert.body = entry.body;
    alert.since = entry.since;
    alert.firedAt = entry.at;
    return alert;
}

} // namespace

std::vector<PastAlert> pastAlerts(const std::vector<AlertEntry> &entries)
{
    std::vector<const AlertEntry *> sorted;
    for (const AlertEntry &entry : entries)
        sorted.push_back(&entry);
    // Entries about the alert and its delivery may have the same time.
    std::stable_sort(sorted.begin(), sorted.end(), [](const AlertEntry *a, const AlertEntry *b) {
        return std::pair(a->at, a->kind) < std::pair(b->at, b->kind);
    });
    std::vector<PastAlert> alerts;
    for (const AlertEntry *entry : sorted) {
        auto found = std::find_if(alerts.rbegin(), alerts.rend(),
                                  [entry](const PastAlert &alert) { return alert.id == entry->alert; });
        if (found == alerts.rend()) {
            const bool tellsOfDelivery =
                entry->kind == AlertEntry::Kind::Delivered || entry->kind == AlertEntry::Kind::NotDelivered;
            if (tellsOfDelivery)
                continue; // the rest of it was left out
            alerts.push_back(begunWith(*entry));
            found = alerts.rbegin();
        }
        addEntry(*found, *entry);
    }
    return alerts;
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
