// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastevents.h"

#include "engine/values/settings.h"
#include "past/pasteventlog.h"
#include "peers/peerbook.h"

#include <limits>

namespace Pongwatch
{

PastEvents::PastEvents(HistoryReader *reader, PastEventLog *log, const PeerBook *book, WallTime runBegan,
                       QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_log(log)
    , m_book(book)
    , m_start{runBegan, 0}
    , m_next(m_start)
{
    connect(reader, &HistoryReader::eventPageReady, this,
            [this](HistoryRequest request, const HistoryEventPage &page) {
                if (request != m_request)
                    return;
                m_request = 0;
                takePage(page);
            });
    connect(reader, &HistoryReader::peersReady, this,
            [this](HistoryRequest request, const std::vector<HistoryPeer> &peers) {
                if (request != m_namesRequest)
                    return;
                QStringList names;
                for (const HistoryPeer &peer : peers)
                    names.append(peer.name);
                names.removeDuplicates();
                Q_EMIT peerNames(names);
            });
    connect(reader, &HistoryReader::failed, this, [this](HistoryRequest request, const QString &sentence) {
        if (request != m_request)
            return;
        m_request = 0;
        m_problem = sentence;
        setState(State::Failed);
    });
}

void PastEvents::followTrim()
{
    if (m_log->pastCount() == 0 && !m_scope.isEverything())
        return; // its entries are elsewhere
    m_next = m_log->oldestPlace();
    if (m_log->pastCount() == 0)
        m_start = m_next;
    if (m_request != 0)
        m_reader->cancel(m_request);
    m_request = 0;
    setState(State::More);
}

PastEventStatus PastEvents::status() const
{
    return {m_state, m_scope, count(), m_next.at, m_problem};
}

int PastEvents::count() const
{
    return m_log->pastCount();
}

void PastEvents::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void PastEvents::readMore()
{
    if (m_request != 0 || m_state == State::All || m_state == State::Full)
        return;
    m_request = m_reader->requestEventPage(m_next, m_scope.from, m_scope.peer, pageSize);
    setState(State::Reading);
}

void PastEvents::search(const Scope &scope)
{
    if (m_request != 0)
        m_reader->cancel(m_request);
    m_request = 0;
    m_log->clearPast();
    m_scope = scope;
    m_next = scope.to < m_start.at ? HistoryPlace{scope.to, 0} : m_start;
    m_state = State::More;
    readMore();
}

void PastEvents::wantPeerNames()
{
    m_namesRequest = m_reader->requestPeers();
}

PeerId PastEvents::idOf(const QString &name, const QString &url)
{
    for (const PeerId peer : m_book->peers()) {
        const PeerRecord *record = m_book->record(peer);
        if (record->name() == name && displayUrl(record->url()) == url)
            return peer;
    }
    // The ids of watched peers count up from 1.
    const PeerId fresh{std::numeric_limits<quint32>::max() - static_cast<quint32>(m_strangers.size())};
    const auto known = m_strangers.constFind({name, url});
    return known != m_strangers.constEnd() ? *known : *m_strangers.insert({name, url}, fresh);
}

void PastEvents::takePage(const HistoryEventPage &page)
{
    std::vector<PastEvent> events;
    QHash<std::pair<QString, QString>, PeerId> ids; // for this page: looking one up takes a while
    for (auto event = page.events.crbegin(); event != page.events.crend(); ++event) {
        const std::pair<QString, QString> key{event->peer, displayUrl(event->url)};
        auto id = ids.constFind(key);
        if (id == ids.constEnd())
            id = ids.insert(key, idOf(key.first, key.second));
        ConnectionEvent its = event->event;
        its.peer = *id;
        if (auto entry = eventEntry(its, m_book->format()))
            events.push_back({std::move(*entry), event->peer, event->url.host(), {its.time, event->row}});
    }
    m_next = page.next;
    const bool hasRoom = m_log->prepend(std::move(events));
    setState(!hasRoom ? State::Full : page.isLast ? State::All : State::More);
}

} // namespace Pongwatch
