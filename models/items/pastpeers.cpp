// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pastpeers.h"

#include "engine/values/settings.h"
#include "history/peerrecord.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds shortest = seconds(2);
constexpr milliseconds longest = seconds(60);

} // namespace

PastPeers::PastPeers(HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_patience(shortest)
{
    connect(reader, &HistoryReader::peersReady, this,
            [this](HistoryRequest request, const std::vector<HistoryPeer> &peers) {
                if (request == m_request) {
                    m_request = 0;
                    take(peers);
                }
            });
    connect(reader, &HistoryReader::failed, this, [this](HistoryRequest request) {
        if (request == m_request)
            m_request = 0;
    });
    ask();
}

void PastPeers::ask()
{
    m_request = m_reader->requestPeers();
    m_asked.start();
    m_isStale = false;
}

void PastPeers::take(const std::vector<HistoryPeer> &peers)
{
    QHash<std::pair<QString, QString>, qint64> rows;
    for (const HistoryPeer &peer : peers)
        rows.insert({peer.name, displayUrl(peer.url)}, peer.row);
    if (rows != m_rows) {
        m_rows = std::move(rows);
        m_patience = shortest;
        Q_EMIT changed();
    } else {
        m_patience = std::min(m_patience * 2, longest);
    }
}

void PastPeers::lookAgain()
{
    m_isStale = true;
    m_patience = shortest;
}

std::optional<qint64> PastPeers::row(const PeerRecord &peer)
{
    const auto known = m_rows.constFind({peer.name(), displayUrl(peer.url())});
    const bool isKnown = known != m_rows.cend();
    if ((!isKnown || m_isStale) && m_request == 0 && milliseconds(m_asked.elapsed()) >= m_patience)
        ask();
    if (isKnown) {
        m_known[toNumber(peer.id())] = *known;
        return *known;
    }
    const auto before = m_known.constFind(toNumber(peer.id()));
    return before == m_known.cend() ? std::nullopt : std::optional(*before);
}

} // namespace Pongwatch
