// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pastseries.h"

#include "engine/values/settings.h"
#include "history/store/gridjoiner.h"
#include "history/timegrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr size_t pictureLimit = 4;
constexpr size_t seamLimit = 100'000;

/// Whole buckets of the file end here; what lies between this and the run is known ping by ping.
WallTime seamOf(WallTime runBegan)
{
    return TimeGrid::alignedDown(runBegan, std::chrono::hours(1));
}

} // namespace

PastSeries::PastSeries(HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(reader, &HistoryReader::seriesReady, this, &PastSeries::takeSeries);
    connect(reader, &HistoryReader::samplesReady, this, &PastSeries::takeSamples);
    connect(reader, &HistoryReader::peersReady, this,
            [this](HistoryRequest request, const std::vector<HistoryPeer> &peers) {
                if (request != m_peersRequest)
                    return;
                for (const HistoryPeer &peer : peers)
                    m_rows.insert({peer.name, displayUrl(peer.url)}, peer.row);
                Q_EMIT peersKnown();
            });
    m_peersRequest = reader->requestPeers();
}

std::optional<qint64> PastSeries::row(const Peer &peer) const
{
    const auto known = m_rows.constFind({peer.name, peer.url});
    return known == m_rows.cend() ? std::nullopt : std::optional(*known);
}

PastSeries::Shelf *PastSeries::shelf(const Peer &peer)
{
    const std::optional<qint64> its = row(peer);
    if (!its)
        return nullptr;
    Shelf &found = m_shelves[toNumber(peer.id)];
    if (found.seamRequest == 0) {
        found.id = peer.id;
        found.seamRequest = m_reader->requestSamples(*its, seamOf(peer.runBegan), peer.runBegan, seamLimit);
    }
    return &found;
}

const PastSeries::Picture *PastSeries::picture(Shelf &shelf, qint64 row, WallTime from, WallTime to,
                                               WallTime seam, int maxBuckets)
{
    const nanoseconds wanted = nanoseconds(to - from) / std::max(maxBuckets, 1);
    const WallTime end = std::min(to, seam);
    const auto covers = [from, end](const Picture &picture) {
        return picture.series.from <= from && picture.series.to >= end;
    };
    const auto isFine = [wanted](const Picture &picture) {
        const nanoseconds width = nanoseconds(picture.series.to - picture.series.from) / picture.buckets;
        return width <= wanted * 2 && width * 4 >= wanted;
    };
    const bool isThere =
        std::any_of(shelf.pictures.cbegin(), shelf.pictures.cend(),
                    [&](const Picture &picture) { return covers(picture) && isFine(picture); });
    if (!isThere) {
        // As much again on either side, so that moving on finds it there.
        Picture next;
        const microseconds margin = to - from;
        next.series.from = from - margin;
        next.series.to = std::min(to + margin, seam);
        next.buckets =
            std::max(1, static_cast<int>(static_cast<double>((next.series.to - next.series.from).count()) /
                                         static_cast<double>((to - from).count()) * maxBuckets));
        next.request = m_reader->requestSeries(row, next.series.from, next.series.to, next.buckets);
        shelf.pictures.push_front(next);
        while (shelf.pictures.size() > pictureLimit) {
            m_reader->cancel(shelf.pictures.back().request);
            shelf.pictures.pop_back();
        }
    }
    // The best that is here: covering and fine, or covering at all, or what there is.
    const Picture *best = nullptr;
    int bestRank = -1;
    for (const Picture &picture : shelf.pictures) {
        const bool overlaps = picture.series.from < end && picture.series.to > from;
        if (!picture.has || !overlaps)
            continue;
        const int rank =
            (covers(picture) ? 4 : 0) + (isFine(picture) ? 2 : 0) + (picture.request == 0 ? 1 : 0);
        if (rank > bestRank) {
            best = &picture;
            bestRank = rank;
        }
    }
    return best;
}

std::vector<SeriesBucket> PastSeries::buckets(const Peer &peer, WallTime from, WallTime to, int maxBuckets)
{
    std::vector<SeriesBucket> result;
    Shelf *its = from < peer.runBegan && to > from && maxBuckets > 0 ? shelf(peer) : nullptr;
    if (!its)
        return result;
    const WallTime seam = seamOf(peer.runBegan);
    if (from < seam) {
        if (const Picture *best = picture(*its, *row(peer), from, to, seam, maxBuckets)) {
            std::copy_if(best->series.buckets.cbegin(), best->series.buckets.cend(),
                         std::back_inserter(result), [&](const SeriesBucket &bucket) {
                             return bucket.from + TimeGrid::step(bucket.width) > from && bucket.from < to &&
                                    bucket.from < seam;
                         });
        }
    }
    if (to > seam && !its->seam.empty()) {
        const WallTime end = std::min(to, peer.runBegan);
        const nanoseconds width =
            TimeGrid::roundWidth(std::max<nanoseconds>(nanoseconds(to - from) / maxBuckets, microseconds(1)));
        // A wide bucket of the file may reach beyond the seam: what it has told is not told again.
        WallTime begin = std::max(from, seam);
        if (!result.empty())
            begin = std::max(begin, result.back().from + TimeGrid::step(result.back().width));
        GridJoiner joiner(begin, end, width);
        for (const PingSample &sample : its->seam)
            joiner.add(sample);
        std::vector<SeriesBucket> last = joiner.take();
        if (!last.empty())
            last.back().width = std::min(last.back().width, nanoseconds(peer.runBegan - last.back().from));
        result.insert(result.end(), last.cbegin(), last.cend());
    }
    return result;
}

std::vector<StateSpan> PastSeries::states(const Peer &peer, WallTime from, WallTime to)
{
    std::vector<StateSpan> result;
    Shelf *its = from < peer.runBegan ? shelf(peer) : nullptr;
    if (!its)
        return result;
    const WallTime end = std::min(to, peer.runBegan);
    for (const Picture &picture : its->pictures) {
        if (!picture.has || picture.series.from > from)
            continue;
        for (const StateSpan &span : picture.series.states) {
            StateSpan cut = span;
            cut.from = std::max(span.from, from);
            cut.to = std::min(span.to, end);
            if (cut.to > cut.from)
                result.push_back(cut);
        }
        break;
    }
    return result;
}

void PastSeries::takeSeries(HistoryRequest request, const HistorySeries &series)
{
    for (auto &[number, shelf] : m_shelves) {
        for (Picture &picture : shelf.pictures) {
            if (picture.request == 0 || picture.request != request)
                continue;
            picture.series = series;
            picture.has = true;
            if (series.detail == SeriesDetail::Fine)
                picture.request = 0;
            Q_EMIT changed(shelf.id);
            return;
        }
    }
}

void PastSeries::takeSamples(HistoryRequest request, const std::vector<PingSample> &samples)
{
    for (auto &[number, shelf] : m_shelves) {
        if (shelf.seamRequest == request) {
            shelf.seam = samples;
            Q_EMIT changed(shelf.id);
            return;
        }
    }
}

} // namespace Pongwatch
