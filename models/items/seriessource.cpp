// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/seriessource.h"

#include "items/peerbook.h"

namespace Pongwatch
{

SeriesSource::SeriesSource(const PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        for (const PeerChange &change : changes) {
            Q_EMIT changed(change.peer);
        }
    });
}

std::vector<SeriesBucket> SeriesSource::buckets(PeerId peer, WallTime from, WallTime to, int maxBuckets) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? record->series().buckets(from, to, maxBuckets) : std::vector<SeriesBucket>();
}

std::vector<PingSample> SeriesSource::samples(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? record->series().samples(from, to) : std::vector<PingSample>();
}

bool SeriesSource::hasAllSamples(PeerId peer, WallTime from, WallTime /*to*/) const
{
    const PeerRecord *record = m_book->record(peer);
    return record && record->series().samplesCompleteFrom() <= from;
}

std::vector<StateSpan> SeriesSource::states(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? record->series().states(from, to) : std::vector<StateSpan>();
}

} // namespace Pongwatch
