// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/alertshelf.h"

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

AlertShelf::AlertShelf(size_t most)
    : m_most(most)
{
}

void AlertShelf::add(const AlertEntry &entry)
{
    auto found = std::find_if(m_alerts.rbegin(), m_alerts.rend(),
                              [&entry](const PastAlert &alert) { return alert.id == entry.alert; });
    if (found == m_alerts.rend()) {
        // Of an alert that began before those that are known, nothing true could be told.
        if (entry.kind != AlertEntry::Kind::Fired || m_most == 0)
            return;
        if (m_alerts.size() == m_most) {
            m_alerts.pop_front();
            ++m_leftOut;
        }
        m_alerts.push_back(begunWith(entry));
        found = m_alerts.rbegin();
    }
    addEntry(*found, entry);
}

std::vector<PastAlert> AlertShelf::alerts() const
{
    return {m_alerts.begin(), m_alerts.end()};
}

} // namespace Pongwatch
