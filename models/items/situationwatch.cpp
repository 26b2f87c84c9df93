// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/situationwatch.h"

#include "engine/diagnosis.h"
#include "items/peerbook.h"
#include "items/peerhost.h"

namespace Pongwatch
{

namespace
{

/// What its newest finding says: that of a missed deadline until the connection has ended, else that of the
/// end.
Suspicion suspicionAbout(const PeerRecord &record)
{
    const bool goesOn = record.state() == ConnectionState::Open || record.state() == ConnectionState::Closing;
    if (goesOn && record.lastTimeout()) {
        return suspicionOf(record.lastTimeout()->evidence);
    }
    return record.ends().empty() ? Suspicion() : suspicionOf(record.ends().back().verdict);
}

PeerStanding standingOf(const PeerRecord &record)
{
    PeerStanding standing{record.id(), record.health(), hostOf(record), record.troubleSince(), {}};
    if (standing.troubleSince) {
        standing.suspicion = suspicionAbout(record);
    }
    return standing;
}

} // namespace

SituationWatch::SituationWatch(const PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds(100));
    connect(&m_soon, &QTimer::timeout, this, &SituationWatch::look);
    const auto lookSoon = [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    };
    connect(book, &PeerBook::peersChanged, this, [lookSoon](const QList<PeerChange> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), [](const PeerChange &one) { return one.state; })) {
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
        if (record && !m_book->isMuted(peer)) {
            standings.push_back(standingOf(*record));
        }
    }
    const Situation now = situationOf(standings);
    if (now != m_situation) {
        m_situation = now;
        Q_EMIT changed(m_situation);
    }
}

} // namespace Pongwatch
