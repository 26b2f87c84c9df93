// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/seriessource.h"

#include "engine/values/settings.h"
#include "history/heatmaker.h"
#include "history/sampleaggregate.h"
#include "history/store/historyreader.h"
#include "items/pastseries.h"
#include "items/peerbook.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// To be called only once something was reported about the peer.
PastSeries::Peer pastPeer(const PeerRecord &record)
{
    return {record.id(), record.name(), displayUrl(record.url()), *record.series().begin()};
}

constexpr size_t heatLimit = 500'000; // pings that one heat map is made of

} // namespace

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

SeriesSource::~SeriesSource() = default;

void SeriesSource::readPast(HistoryReader *reader)
{
    m_reader = reader;
    m_past = std::make_unique<PastSeries>(reader);
    connect(m_past.get(), &PastSeries::changed, this, &SeriesSource::changed);
    connect(m_past.get(), &PastSeries::peersKnown, this, [this] {
        for (const PeerId peer : m_book->peers())
            Q_EMIT changed(peer);
    });
    connect(reader, &HistoryReader::summaryReady, this,
            [this](quint64 request, const StatisticsSummary &summary) {
                if (m_pastWishes.contains(request)) {
                    const PastWish wish = m_pastWishes.take(request);
                    Q_EMIT summaryReady(wish.peer, wish.from, wish.to, summary);
                }
            });
    connect(reader, &HistoryReader::samplesReady, this,
            [this](quint64 request, const std::vector<PingSample> &samples) {
                if (!m_pastWishes.contains(request))
                    return;
                const PastWish wish = m_pastWishes.take(request);
                HeatMaker heat(wish.from, wish.to, wish.columns);
                for (const PingSample &sample : samples)
                    heat.add(sample);
                Q_EMIT heatReady(wish.peer, wish.from, wish.to, heat.take());
            });
}

std::vector<SeriesBucket> SeriesSource::buckets(PeerId peer, WallTime from, WallTime to, int maxBuckets) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    if (!reachesPast(peer, from))
        return record->series().buckets(from, to, maxBuckets);
    const WallTime began = *record->series().begin();
    std::vector<SeriesBucket> all = m_past->buckets(pastPeer(*record), from, to, maxBuckets);
    std::vector<SeriesBucket> mine;
    if (to > began) {
        const double share =
            static_cast<double>((to - began).count()) / static_cast<double>((to - from).count());
        mine = record->series().buckets(began, to, std::max(1, static_cast<int>(share * maxBuckets)));
    }
    if (!mine.empty() && mine.front().from < began) {
        mine.front().width -= std::min(mine.front().width, nanoseconds(began - mine.front().from));
        mine.front().from = began;
    }
    if (!mine.empty() && !all.empty())
        mine.front().gap = true; // the program did not run in between
    all.insert(all.end(), mine.cbegin(), mine.cend());
    return all;
}

bool SeriesSource::reachesPast(PeerId peer, WallTime from) const
{
    return pastRow(peer, from).has_value();
}

std::optional<qint64> SeriesSource::pastRow(PeerId peer, WallTime from) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!m_past || !record || !record->series().begin() || from >= *record->series().begin())
        return std::nullopt;
    return m_past->row(pastPeer(*record));
}

std::vector<PingSample> SeriesSource::samples(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? record->series().samples(from, to) : std::vector<PingSample>();
}

bool SeriesSource::hasAllSamples(PeerId peer, WallTime from, WallTime /*to*/) const
{
    const PeerRecord *record = m_book->record(peer);
    return record && record->series().samplesCompleteFrom() <= from && !reachesPast(peer, from);
}

std::vector<StateSpan> SeriesSource::states(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    std::vector<StateSpan> spans;
    if (reachesPast(peer, from))
        spans = m_past->states(pastPeer(*record), from, to);
    const std::vector<StateSpan> mine = record->series().states(from, to);
    spans.insert(spans.end(), mine.cbegin(), mine.cend());
    return spans;
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
    m_wishes[key] = ++m_lastWish;
    QMetaObject::invokeMethod(
        this,
        [this, key, number = m_lastWish, answer] {
            const auto newest = m_wishes.find(key);
            if (newest != m_wishes.end() && newest->second == number) {
                m_wishes.erase(newest);
                answer();
            }
        },
        Qt::QueuedConnection);
}

void SeriesSource::dropPastWish(PeerId peer, bool isSummary)
{
    for (auto wish = m_pastWishes.begin(); wish != m_pastWishes.end();) {
        if (wish->peer == peer && (wish->columns == 0) == isSummary) {
            m_reader->cancel(wish.key());
            wish = m_pastWishes.erase(wish);
        } else {
            ++wish;
        }
    }
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
    if (const std::optional<qint64> row = pastRow(peer, from)) {
        dropPastWish(peer, true);
        m_pastWishes.insert(m_reader->requestSummary(*row, from, to), {peer, from, to, 0});
        return;
    }
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
    if (const std::optional<qint64> row = pastRow(peer, from)) {
        dropPastWish(peer, false);
        m_pastWishes.insert(m_reader->requestSamples(*row, from, to, heatLimit), {peer, from, to, columns});
        return;
    }
    HeatMaker heat(from, to, columns);
    for (const PingSample &sample : record->series().samples(from, to))
        heat.add(sample);
    Q_EMIT heatReady(peer, from, to, heat.take());
}

} // namespace Pongwatch
