// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfolder.h"

namespace Pongwatch
{

EventFold *EventFolder::place(const FoldableEvent &event)
{
    EventFold *fold = nullptr;
    if (event.lost && !event.host.isEmpty()) {
        const auto incident = m_incidents.find(event.host.toStdString());
        if (incident != m_incidents.end() && event.time - incident->second->first < together.count() &&
            !incident->second->peers.contains(toNumber(event.peer)))
            fold = incident->second;
    }
    const auto last = m_lastOfPeer.find(toNumber(event.peer));
    if (!fold && last != m_lastOfPeer.end() && last->second.kind == event.kind &&
        last->second.what == event.what && !last->second.fold->isIncident())
        fold = last->second.fold;
    if (fold) {
        fold->last = std::max(fold->last, event.time);
        fold->peers.insert(toNumber(event.peer));
        m_lastOfPeer.insert_or_assign(toNumber(event.peer), LastOfPeer{fold, event.kind, event.what});
    }
    return fold;
}

void EventFolder::opened(EventFold *fold, const FoldableEvent &event)
{
    fold->first = event.time;
    fold->last = event.time;
    fold->host = event.host;
    fold->lost = event.lost;
    fold->peers = {toNumber(event.peer)};
    m_lastOfPeer.insert_or_assign(toNumber(event.peer), LastOfPeer{fold, event.kind, event.what});
    if (event.lost && !event.host.isEmpty())
        m_incidents.insert_or_assign(event.host.toStdString(), fold);
}

void EventFolder::forget(const EventFold *fold)
{
    std::erase_if(m_lastOfPeer, [fold](const auto &entry) { return entry.second.fold == fold; });
    std::erase_if(m_incidents, [fold](const auto &entry) { return entry.second == fold; });
}

void EventFolder::clear()
{
    m_lastOfPeer.clear();
    m_incidents.clear();
}

} // namespace Pongwatch
