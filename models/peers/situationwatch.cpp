// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/situationwatch.h"

#include "peers/peerbook.h"

namespace Pongwatch
{

SituationWatch::SituationWatch(const PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds(200));
    connect(&m_soon, &QTimer::timeout, this, &SituationWatch::look);
    m_again.setSingleShot(true);
    m_again.setInterval(seconds(2));
    connect(&m_again, &QTimer::timeout, this, &SituationWatch::look);
    const auto lookSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(book, &PeerBook::peersChanged, this, [this, lookSoon](const QList<PeerChange> &changes) {
        // A first answer doesn't change a peer's state.
        if (m_situation.unanswered > 0 ||
            std::any_of(changes.cbegin(), changes.cend(), [](const PeerChange &one) { return one.state; })) {
            lookSoon();
        }
    });
    connect(book, &PeerBook::peerAdded, this, lookSoon);
    connect(book, &PeerBook::peerRemoved, this, lookSoon);
    connect(book, &PeerBook::peerEdited, this, lookSoon);
    look();
}

void SituationWatch::look()
{
    m_soon.stop();
    std::vector<PeerStanding> standings;
    standings.reserve(static_cast<size_t>(m_book->peers().size()));
    for (const PeerId peer : m_book->peers()) {
        const PeerRecord *record = m_book->record(peer);
        if (record && !record->outside() && !m_book->isMuted(peer)) // a fleet has a headline of its own
            standings.push_back(standingOf(*record));
    }
    const Situation now = situationOf(standings);
    if (now.kind == Situation::Kind::Slow)
        m_again.start(); // the place of the delay may change while the states don't
    if (now != m_situation) {
        m_situation = now;
        Q_EMIT changed(m_situation);
    }
}

} // namespace Pongwatch
