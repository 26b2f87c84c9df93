// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastseries.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr size_t pictureLimit = 4;
constexpr size_t shelfLimit = 120; // the visible rows of a list, and the peers in a chart
constexpr int samplesABucket = 4;  // a chart draws a bucket with four points
constexpr int ofAChart = 100;      // nobody who asks for fewer buckets draws them

} // namespace

PastSeries::PastSeries(HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(reader, &HistoryReader::seriesReady, this, &PastSeries::take);
    connect(reader, &HistoryReader::failed, this, &PastSeries::drop);
}

nanoseconds PastSeries::Picture::width() const
{
    return nanoseconds(series.wish.to - series.wish.from) / std::max(series.wish.maxBuckets, 1);
}

WallTime PastSeries::end(const HistorySeries &picture)
{
    const bool isFine = picture.detail == SeriesDetail::Fine;
    return std::min(picture.wish.to, isFine ? picture.wish.cutAt : picture.wish.coarseCutAt);
}

bool PastSeries::covers(const HistorySeries &picture, const Range &range)
{
    const HistorySeriesWish &wish = picture.wish;
    const bool memoryGoesOn = wish.to == wish.cutAt && wish.cutAt >= range.joint.complete;
    return wish.from <= range.from && (wish.to >= range.to || memoryGoesOn);
}

PastSeries::Shelf &PastSeries::shelf(const Range &range)
{
    Shelf &found = m_shelves[toNumber(range.peer)];
    if (found.row != range.row)
        clear(found);
    found.peer = range.peer;
    found.row = range.row;
    found.usedAt = ++m_uses;
    if (m_shelves.size() > shelfLimit) {
        const auto oldest =
            std::min_element(m_shelves.begin(), m_shelves.end(),
                             [](const auto &a, const auto &b) { return a.second.usedAt < b.second.usedAt; });
        clear(oldest->second);
        m_shelves.erase(oldest);
    }
    return m_shelves[toNumber(range.peer)];
}

void PastSeries::clear(Shelf &shelf)
{
    for (const Picture &picture : shelf.pictures)
        m_reader->cancel(picture.request);
    shelf.pictures.clear();
}

void PastSeries::request(Shelf &shelf, const Range &range)
{
    // As much again on either side, for when the range moves.
    const microseconds margin = range.to - range.from;
    Picture next;
    HistorySeriesWish &wish = next.series.wish;
    wish.peer = range.row;
    wish.from = range.from - margin;
    wish.to = std::min(range.to + margin, range.joint.at);
    wish.cutAt = range.joint.at;
    wish.coarseCutAt = range.joint.began;
    const double share =
        static_cast<double>((wish.to - wish.from).count()) / static_cast<double>(margin.count());
    wish.maxBuckets = std::max(1, static_cast<int>(share * shelf.maxBuckets));
    wish.mostSamples = static_cast<size_t>(wish.maxBuckets) * samplesABucket;
    // Nobody is waiting for earlier requests any more; whatever has arrived can still be used.
    for (Picture &picture : shelf.pictures) {
        m_reader->cancel(picture.request);
        picture.request = 0;
    }
    std::erase_if(shelf.pictures, [](const Picture &picture) { return !picture.has; });
    next.request = m_reader->requestSeries(wish);
    shelf.pictures.push_front(std::move(next));
    if (shelf.pictures.size() > pictureLimit)
        shelf.pictures.pop_back();
}

const HistorySeries *PastSeries::picture(const Range &range, int maxBuckets)
{
    if (range.to <= range.from || range.from >= range.joint.at)
        return nullptr;
    Shelf &its = shelf(range);
    if (maxBuckets > ofAChart)
        its.maxBuckets = maxBuckets;
    const nanoseconds wanted = nanoseconds(range.to - range.from) / std::max(maxBuckets, 1);
    const auto isFine = [wanted, maxBuckets](const Picture &picture) {
        return maxBuckets <= 0 || picture.width() <= wanted * 2;
    };
    const bool isThere = std::any_of(its.pictures.cbegin(), its.pictures.cend(), [&](const Picture &picture) {
        return (picture.isDone || picture.request != 0) && covers(picture.series, range) && isFine(picture);
    });
    if (!isThere)
        request(its, range);
    const HistorySeries *best = nullptr;
    int bestRank = -1;
    for (const Picture &picture : its.pictures) {
        const bool overlaps = picture.series.wish.from < range.to && end(picture.series) > range.from;
        if (!picture.has || !overlaps)
            continue;
        const int rank =
            (covers(picture.series, range) ? 4 : 0) + (isFine(picture) ? 2 : 0) + (picture.isDone ? 1 : 0);
        if (rank > bestRank) {
            best = &picture.series;
            bestRank = rank;
        }
    }
    return best;
}

const HistorySeries *PastSeries::samples(const Range &range) const
{
    const auto its = m_shelves.find(toNumber(range.peer));
    const HistorySeries *found = nullptr;
    if (its == m_shelves.end() || its->second.row != range.row)
        return found;
    for (const Picture &picture : its->second.pictures) {
        const HistorySeries &series = picture.series;
        if (!series.samples || series.wish.from >= range.to || end(series) <= range.from)
            continue;
        if (covers(series, range))
            return &series;
        found = found != nullptr ? found : &series;
    }
    return found;
}

void PastSeries::take(HistoryRequest request, const HistorySeries &series)
{
    for (auto &[number, shelf] : m_shelves) {
        for (Picture &picture : shelf.pictures) {
            if (picture.request == 0 || picture.request != request)
                continue;
            picture.series = series;
            picture.has = true;
            if (series.detail == SeriesDetail::Fine) {
                picture.isDone = true;
                picture.request = 0;
            }
            if (picture.series.samples)
                for (PingSample &sample : *picture.series.samples)
                    sample.peer = shelf.peer;
            Q_EMIT changed(shelf.peer);
            return;
        }
    }
}

void PastSeries::drop(HistoryRequest request)
{
    for (auto &[number, shelf] : m_shelves) {
        for (Picture &picture : shelf.pictures)
            if (picture.request == request)
                picture.request = 0; // requested again when it is next looked at
    }
}

} // namespace Pongwatch
