// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastpeers.h"

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
        for (Known &known : m_known)
            known.isCurrent = false;
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
    Known &known = m_known[toNumber(peer.id())];
    if (!known.isCurrent || known.name != peer.name() || known.url != peer.url()) {
        const auto row = m_rows.constFind({peer.name(), displayUrl(peer.url())});
        known.isCurrent = row != m_rows.cend();
        known.name = peer.name();
        known.url = peer.url();
        if (known.isCurrent)
            known.row = *row;
    }
    const bool isWanted = !known.isCurrent || m_isStale;
    if (isWanted && m_request == 0 && milliseconds(m_asked.elapsed()) >= m_patience)
        ask();
    return known.row;
}

} // namespace Pongwatch
