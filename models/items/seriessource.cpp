// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/seriessource.h"

#include "history/heatmaker.h"
#include "history/sampleaggregate.h"
#include "items/peerbook.h"

#include <algorithm>

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

std::vector<PeerRecord::End> SeriesSource::ends(PeerId peer, WallTime from, WallTime to) const
{
    std::vector<PeerRecord::End> result;
    if (const PeerRecord *record = m_book->record(peer)) {
        std::copy_if(record->ends().cbegin(), record->ends().cend(), std::back_inserter(result),
                     [from, to](const PeerRecord::End &end) { return end.time >= from && end.time < to; });
    }
    return result;
}

std::vector<TimeSpan> SeriesSource::gaps(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? record->series().gaps(from, to) : std::vector<TimeSpan>();
}

void SeriesSource::later(PeerId peer, Wish wish, const std::function<void()> &answer)
{
    const auto key = std::pair(toNumber(peer), wish);
    m_wishes.insert(key, ++m_lastWish);
    QMetaObject::invokeMethod(
        this,
        [this, key, number = m_lastWish, answer] {
            if (m_wishes.value(key) == number) {
                m_wishes.remove(key);
                answer();
            }
        },
        Qt::QueuedConnection);
}

void SeriesSource::wantSummary(PeerId peer, WallTime from, WallTime to)
{
    later(peer, Wish::Summary, [this, peer, from, to] { tellSummary(peer, from, to); });
}

void SeriesSource::wantHeat(PeerId peer, WallTime from, WallTime to, int columns)
{
    later(peer, Wish::Heat, [this, peer, from, to, columns] { tellHeat(peer, from, to, columns); });
}

void SeriesSource::tellSummary(PeerId peer, WallTime from, WallTime to)
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return;
    SampleAggregate aggregate;
    for (const PingSample &sample : record->series().samples(from, to))
        aggregate.add(sample);
    StatisticsSummary summary;
    aggregate.fill(summary);
    record->statistics().fillTimes(summary, from, to);
    Q_EMIT summaryReady(peer, from, to, summary);
}

void SeriesSource::tellHeat(PeerId peer, WallTime from, WallTime to, int columns)
{
    const PeerRecord *record = m_book->record(peer);
    if (!record || to <= from || columns <= 0)
        return;
    HeatMaker heat(from, to, columns);
    for (const PingSample &sample : record->series().samples(from, to))
        heat.add(sample);
    Q_EMIT heatReady(peer, from, to, heat.take());
}

} // namespace Pongwatch
