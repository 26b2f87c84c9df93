// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastflaps.h"

#include "engine/values/settings.h"
#include "history/watchedstates.h"
#include "peers/peerbook.h"

#include <algorithm>

namespace Pongwatch
{

PastFlaps::PastFlaps(HistoryReader *reader, PeerBook *book, WallTime runBegan, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    connect(reader, &HistoryReader::eventPageReady, this,
            [this](HistoryRequest request, const HistoryEventPage &page) {
                if (request == m_request)
                    take(page.events);
            });
    connect(book, &PeerBook::peerAdded, this, &PastFlaps::recall);
    m_request = reader->requestEventPage({runBegan, 0}, runBegan - FlapRule::window, QString(), mostEvents);
}

void PastFlaps::take(const std::vector<HistoryEvent> &events)
{
    for (auto event = events.crbegin(); event != events.crend(); ++event) { // the oldest first
        const auto *closed = std::get_if<Closed>(&event->event.what);
        const auto own = closed ? ownEnd(event->event.time, closed->verdict) : std::nullopt;
        if (own && own->ofProgram)
            continue; // the peer has nothing to do with it
        Past &its = m_pasts[{event->peer, displayUrl(event->url)}];
        its.meter.add(event->event);
        if (closed)
            its.newest = {event->event.time, 0, closed->verdict}; // of a connection in another run
    }
    m_pasts.removeIf([](const auto &its) { return its.value().meter.lost().empty(); });
    const QList<PeerId> peers = m_book->peers();
    for (const PeerId peer : peers)
        recall(peer);
}

void PastFlaps::recall(PeerId peer)
{
    if (!m_book->isOwn(peer))
        return;
    const PeerRecord *record = m_book->record(peer);
    const auto its = m_pasts.constFind({record->name(), displayUrl(record->url())});
    if (its == m_pasts.cend())
        return;
    m_book->recallLost(peer, its->meter.lost(), its->newest);
    m_pasts.erase(its);
}

} // namespace Pongwatch
