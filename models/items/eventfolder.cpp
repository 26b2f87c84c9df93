// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfolder.h"

#include <utility>

namespace Pongwatch
{

namespace
{

/// Empty if a similarity would be mere chance, or if it concerns only one peer.
std::string sharedKey(const FoldableEvent &event)
{
    if (event.lost || event.host.isEmpty() || event.kind == EventKind::Message ||
        event.kind == EventKind::Recovered)
        return {};
    return QStringLiteral("%1\n%2\n%3")
        .arg(event.host, QString::number(static_cast<int>(event.kind)), event.what)
        .toStdString();
}

/// Whether the event comes soon enough after the line to belong to it.
bool follows(const FoldableEvent &event, const EventFold &fold)
{
    const bool isDial = event.kind == EventKind::Ended || event.kind == EventKind::Failed;
    return isDial ? event.time - fold.last < EventFolder::dialledAgain.count()
                  : event.time - fold.first < EventFolder::atOnce.count();
}

/// A lost connection, a failed dial, a missed deadline.
bool isTroubleKind(const FoldableEvent &event)
{
    return event.lost || event.kind == EventKind::Ended || event.kind == EventKind::Failed ||
           event.kind == EventKind::TimedOut;
}

bool isSingle(const EventFold *fold)
{
    return fold->members.size() == 1;
}

} // namespace

FoldPlace EventFolder::placeLoss(const FoldableEvent &event)
{
    const auto known = m_losses.find(event.host.toStdString());
    if (known == m_losses.end() || !known->second.first)
        return {};
    Candidates &losses = known->second;
    const bool isNew = !losses.first->peers.contains(toNumber(event.peer)) &&
                       !(losses.second && losses.second->peers.contains(toNumber(event.peer)));
    if (event.time - losses.first->first >= together.count() || !isNew)
        return {};
    if (losses.first->isIncident())
        return {losses.first, nullptr};
    // A line that has grown on its own in the meantime is a different story.
    const bool bothSingle =
        losses.second && losses.first->members.size() == 1 && losses.second->members.size() == 1;
    return bothSingle ? FoldPlace{losses.first, std::exchange(losses.second, nullptr)} : FoldPlace();
}

FoldPlace EventFolder::placeShared(const FoldableEvent &event)
{
    const auto known = m_shared.find(sharedKey(event));
    if (known == m_shared.end() || !follows(event, *known->second.first))
        return {};
    auto &[first, second] = known->second;
    if (first->isShared())
        return {first, nullptr};
    const bool isThird = second && !first->peers.contains(toNumber(event.peer)) &&
                         !second->peers.contains(toNumber(event.peer));
    // Entries of lines that have grown on their own are interleaved by now.
    return isThird && isSingle(first) && isSingle(second) ? FoldPlace{first, std::exchange(second, nullptr)}
                                                          : FoldPlace();
}

void EventFolder::openedShared(EventFold *fold, const FoldableEvent &event)
{
    fold->sharedKey = sharedKey(event);
    if (fold->sharedKey.empty())
        return;
    Candidates &candidates = m_shared[fold->sharedKey];
    const EventFold *newest = candidates.second ? candidates.second : candidates.first;
    const bool isCandidate = newest && follows(event, *newest) && !newest->isShared() &&
                             !newest->peers.contains(toNumber(event.peer));
    if (!isCandidate)
        candidates = {fold, nullptr};
    else if (candidates.second)
        candidates = {candidates.second, fold};
    else
        candidates.second = fold;
}

EventFold *EventFolder::outageFor(const FoldableEvent &event) const
{
    if (!isTroubleKind(event))
        return nullptr;
    const auto own = m_outageOfPeer.find(toNumber(event.peer));
    if (own != m_outageOfPeer.end() && (own->second->host == event.host || !event.lost))
        return own->second;
    const auto there = m_outageAtHost.find(event.host.toStdString());
    const bool isSoon = there != m_outageAtHost.end() && !there->second->down.empty() &&
                        event.time - there->second->last < dialledAgain.count();
    return isSoon ? there->second : nullptr;
}

void EventFolder::noteOutage(EventFold *fold, const FoldableEvent &event)
{
    if (!fold->isShared() || event.host.isEmpty() || !isTroubleKind(event))
        return;
    if (!fold->isOutage) {
        fold->isOutage = true;
        fold->down = fold->peers;
        for (const quint32 peer : fold->down)
            m_outageOfPeer[peer] = fold;
    }
    fold->down.insert(toNumber(event.peer));
    m_outageOfPeer[toNumber(event.peer)] = fold;
    m_outageAtHost[fold->host.toStdString()] = fold;
}

void EventFolder::ease(const FoldableEvent &event)
{
    const auto outage = m_outageOfPeer.find(toNumber(event.peer));
    if (outage == m_outageOfPeer.end() || isTroubleKind(event) || event.kind == EventKind::Message ||
        event.kind == EventKind::Suspended || event.kind == EventKind::Path)
        return;
    EventFold *fold = outage->second;
    m_outageOfPeer.erase(outage);
    fold->down.erase(toNumber(event.peer));
    fold->over = event.time;
    m_eased = fold;
}

FoldPlace EventFolder::place(const FoldableEvent &event)
{
    ease(event);
    FoldPlace place;
    if (EventFold *outage = outageFor(event))
        place.fold = outage;
    else if (event.lost && !event.host.isEmpty())
        place = placeLoss(event);
    else
        place = placeShared(event);
    const auto last = m_lastOfPeer.find(toNumber(event.peer));
    if (!place.fold && last != m_lastOfPeer.end() && last->second.kind == event.kind &&
        last->second.what == event.what && !last->second.fold->isIncident())
        place.fold = last->second.fold;
    if (!place.fold)
        return place;
    EventFold *fold = place.fold;
    if (place.absorbed) {
        fold->peers.insert(place.absorbed->peers.cbegin(), place.absorbed->peers.cend());
        for (auto &[peer, entry] : m_lastOfPeer)
            if (entry.fold == place.absorbed)
                entry.fold = fold;
    }
    fold->last = std::max(fold->last, event.time);
    fold->peers.insert(toNumber(event.peer));
    noteOutage(fold, event);
    m_lastOfPeer.insert_or_assign(toNumber(event.peer), LastOfPeer{fold, event.kind, event.what});
    return place;
}

void EventFolder::opened(EventFold *fold, const FoldableEvent &event)
{
    fold->first = event.time;
    fold->last = event.time;
    fold->host = event.host;
    fold->lost = event.lost;
    fold->peers = {toNumber(event.peer)};
    m_lastOfPeer.insert_or_assign(toNumber(event.peer), LastOfPeer{fold, event.kind, event.what});
    openedShared(fold, event);
    if (!event.lost || event.host.isEmpty())
        return;
    Candidates &losses = m_losses[event.host.toStdString()];
    const bool inTime = losses.first && event.time - losses.first->first < together.count();
    if (inTime && !losses.second && !losses.first->isIncident())
        losses.second = fold;
    else if (!inTime && losses.second && event.time - losses.second->first < together.count())
        losses = {losses.second, fold};
    else
        losses = {fold, nullptr};
}

void EventFolder::forget(const EventFold *fold)
{
    std::erase_if(m_lastOfPeer, [fold](const auto &entry) { return entry.second.fold == fold; });
    std::erase_if(m_losses, [fold](const auto &entry) { return entry.second.first == fold; });
    std::erase_if(m_outageOfPeer, [fold](const auto &entry) { return entry.second == fold; });
    std::erase_if(m_outageAtHost, [fold](const auto &entry) { return entry.second == fold; });
    if (m_eased == fold)
        m_eased = nullptr;
    if (const auto known = m_shared.find(fold->sharedKey); known != m_shared.end()) {
        Candidates &candidates = known->second;
        if (candidates.second == fold)
            candidates.second = nullptr;
        else if (candidates.first == fold)
            candidates = {candidates.second, nullptr};
        if (!candidates.first)
            m_shared.erase(known);
    }
    for (auto &[host, losses] : m_losses)
        if (losses.second == fold)
            losses.second = nullptr;
}

void EventFolder::clear()
{
    m_lastOfPeer.clear();
    m_losses.clear();
    m_shared.clear();
    m_outageOfPeer.clear();
    m_outageAtHost.clear();
    m_eased = nullptr;
}

} // namespace Pongwatch
