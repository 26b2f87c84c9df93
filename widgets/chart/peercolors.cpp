// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/peercolors.h"

#include "peers/peerbook.h"
#include "widgets/statuslook.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Pongwatch
{

PeerColors::PeerColors(const PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    for (const PeerId peer : book->peers())
        adopt(peer);
    connect(book, &PeerBook::peerAdded, this, &PeerColors::adopt);
    connect(book, &PeerBook::peerRemoved, this, &PeerColors::release);
    connect(book, &PeerBook::peerEdited, this, &PeerColors::rename);
}

/// A peer that had a colour in an earlier run, or before it was removed, gets it back.
void PeerColors::adopt(PeerId peer)
{
    const PeerRecord *record = m_book->record(peer);
    const auto its = std::find_if(m_places.begin(), m_places.end(), [record](const Place &place) {
        return record && !place.peer && place.name == record->name();
    });
    if (its != m_places.end()) {
        its->peer = peer;
        Q_EMIT changed();
    }
}

void PeerColors::release(PeerId peer)
{
    for (Place &place : m_places)
        if (place.peer == peer)
            place.peer.reset();
}

void PeerColors::rename(PeerId peer)
{
    const PeerRecord *record = m_book->record(peer);
    for (Place &place : m_places) {
        if (record && place.peer == peer && place.name != record->name()) {
            place.name = record->name();
            Q_EMIT changed();
        }
    }
}

PeerColors::Place *PeerColors::freePlace(const QList<PeerId> &drawn, bool chosen)
{
    Place *best = nullptr;
    int bestRank = 0;
    for (Place &place : m_places) {
        const bool isTaken = place.peer && (!chosen || drawn.contains(*place.peer));
        const int rank = isTaken ? 0 : place.peer ? 1 : !place.name.isEmpty() ? 2 : 3;
        if (rank > bestRank ||
            (rank > 0 && rank == bestRank && rank < 3 && place.wantedAt < best->wantedAt)) {
            best = &place;
            bestRank = rank;
        }
    }
    return best;
}

void PeerColors::want(const QList<PeerId> &peers, bool chosen)
{
    ++m_wishes;
    bool isChanged = false;
    const QList<PeerId> drawn = peers.mid(0, count);
    // If there are few peers, all have a colour, drawn or not, so that they keep it from the start.
    const QList<PeerId> wanted = m_book->peers().size() <= count ? m_book->peers() : drawn;
    for (const PeerId peer : wanted) {
        auto its = std::find_if(m_places.begin(), m_places.end(),
                                [peer](const Place &place) { return place.peer == peer; });
        const PeerRecord *record = m_book->record(peer);
        if (its == m_places.end() && record) {
            if (Place *place = freePlace(drawn, chosen)) {
                *place = {record->name(), peer, m_wishes};
                isChanged = true;
            }
        } else if (its != m_places.end()) {
            its->wantedAt = m_wishes;
        }
    }
    if (isChanged)
        Q_EMIT changed();
}

std::optional<int> PeerColors::placeOf(PeerId peer) const
{
    const auto its = std::find_if(m_places.cbegin(), m_places.cend(),
                                  [peer](const Place &place) { return place.peer == peer; });
    return its == m_places.cend() ? std::nullopt : std::optional(static_cast<int>(its - m_places.cbegin()));
}

QColor PeerColors::color(PeerId peer, const QPalette &palette) const
{
    const auto place = placeOf(peer);
    return place ? StatusLook::seriesColor(*place, palette) : StatusLook::greySeries(palette);
}

QByteArray PeerColors::save() const
{
    QJsonArray names;
    for (const Place &place : m_places)
        names.append(place.name);
    return QJsonDocument(names).toJson(QJsonDocument::Compact);
}

void PeerColors::restore(const QByteArray &kept)
{
    const QJsonArray names = QJsonDocument::fromJson(kept).array();
    for (qsizetype i = 0; i < std::min<qsizetype>(names.size(), count); ++i) {
        Place &place = m_places[static_cast<size_t>(i)];
        if (!place.peer)
            place.name = names.at(i).toString();
    }
    for (const PeerId peer : m_book->peers())
        if (!placeOf(peer))
            adopt(peer);
}

} // namespace Pongwatch
