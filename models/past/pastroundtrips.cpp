// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastroundtrips.h"

#include <utility>

namespace Pongwatch
{

namespace
{
constexpr std::chrono::hours lastDay{24};
} // namespace

PastRoundTrips::PastRoundTrips(HistoryReader *reader, Told told, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_told(std::move(told))
{
    const auto isMine = [this](quint64 request) {
        const bool mine = m_asked == request;
        if (mine)
            m_asked.reset();
        return mine;
    };
    connect(reader, &HistoryReader::peersReady, this,
            [this, isMine](quint64 request, const std::vector<HistoryPeer> &peers) {
                if (isMine(request))
                    takePeers(peers);
            });
    connect(reader, &HistoryReader::summaryReady, this,
            [this, isMine](quint64 request, const StatisticsSummary &summary) {
                if (!isMine(request))
                    return;
                const Wish wish = m_wishes.front();
                m_wishes.pop_front();
                if (summary.p99 && summary.answers() >= fewestAnswers)
                    m_told(wish.peer, *summary.p99);
                askNext();
            });
    connect(reader, &HistoryReader::failed, this, [this, isMine](quint64 request) {
        if (isMine(request))
            giveUp(); // there is no history yet, or it can't be read, which others report
    });
}

void PastRoundTrips::giveUp()
{
    m_wishes.clear();
    Q_EMIT done();
}

void PastRoundTrips::lookUp(PeerId peer, const ConnectionSettings &settings)
{
    if (settings.keepalive.slowAfter || !settings.keepalive.slowIsAuto)
        return;
    m_wishes.push_back({peer, {settings.name, displayUrl(settings.url)}});
    askNext();
}

void PastRoundTrips::takePeers(const std::vector<HistoryPeer> &peers)
{
    m_knowsPeers = true;
    for (const HistoryPeer &one : peers)
        m_rows.insert({one.name, displayUrl(one.url)}, one.row);
    askNext();
}

void PastRoundTrips::askNext()
{
    if (m_asked)
        return;
    if (!m_knowsPeers && !m_wishes.empty()) {
        m_asked = m_reader->requestPeers();
        return;
    }
    while (!m_wishes.empty()) {
        if (const auto found = m_rows.constFind(m_wishes.front().key); found != m_rows.constEnd()) {
            const WallTime now = currentWallTime();
            m_asked = m_reader->requestSummary(*found, now - lastDay, now);
            return;
        }
        m_wishes.pop_front();
    }
    Q_EMIT done();
}

} // namespace Pongwatch
