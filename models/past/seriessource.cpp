// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/seriessource.h"

#include "history/rangefigures.h"
#include "history/timegrid.h"
#include "history/watchedstates.h"
#include "past/bucketchain.h"
#include "past/outsideseries.h"
#include "past/pastparts.h"
#include "past/pastpeers.h"
#include "past/pastseries.h"
#include "past/peerfigures.h"
#include "peers/peerbook.h"

#include <algorithm>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr size_t endsInMemory = 50; // PeerRecord::ends() forgets older ones

/// Between two such moments, memory forgets pings and its finest buckets entirely or not at all.
constexpr nanoseconds jointGrid = std::chrono::minutes(1);

/// What memory knows of [from, to): pings one by one, as far back as it has them, and whole buckets before
/// that.
template <typename AddSample, typename AddBucket>
void eachInMemory(const SeriesPyramid &series, WallTime from, WallTime to, const AddSample &addSample,
                  const AddBucket &addBucket)
{
    WallTime seam = from;
    if (series.samplesCompleteFrom() > from) {
        seam = std::min(TimeGrid::alignedUp(series.samplesCompleteFrom(), seconds(10)), to);
        for (const SeriesBucket &bucket : series.buckets(from, seam, std::numeric_limits<int>::max()))
            if (bucket.from >= from && bucket.from + TimeGrid::step(bucket.width) <= seam)
                addBucket(bucket);
    }
    for (const PingSample &sample : series.samples(seam, to))
        addSample(sample);
}

std::vector<OwnEnd> ownEnds(const PeerRecord &record)
{
    std::vector<OwnEnd> own;
    for (const PeerRecord::End &end : record.ends())
        if (const auto one = ownEnd(end.time, end.verdict))
            own.push_back(*one);
    return own;
}

std::vector<OwnEnd> ownEnds(const std::vector<ConnectionEvent> &ends)
{
    std::vector<OwnEnd> own;
    for (const ConnectionEvent &event : ends) {
        const auto *closed = std::get_if<Closed>(&event.what);
        if (const auto one = closed ? ownEnd(event.time, closed->verdict) : std::nullopt)
            own.push_back(*one);
    }
    return own;
}

} // namespace

SeriesSource::SeriesSource(const PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_figures(std::make_unique<PeerFigures>(this))
    , m_began(book->now())
{
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        for (const PeerChange &change : changes)
            Q_EMIT changed(change.peer);
    });
}

SeriesSource::~SeriesSource() = default;

void SeriesSource::readPast(HistoryReader *reader)
{
    m_pastPeers = std::make_unique<PastPeers>(reader);
    m_past = std::make_unique<PastSeries>(reader);
    m_pastParts = std::make_unique<PastParts>(reader);
    m_figures->readPast(reader);
    connect(m_past.get(), &PastSeries::changed, this, &SeriesSource::changed);
    connect(m_book, &PeerBook::peerEdited, m_pastPeers.get(), &PastPeers::lookAgain);
    connect(m_pastPeers.get(), &PastPeers::changed, m_figures.get(), &PeerFigures::lookAgain);
    connect(m_pastPeers.get(), &PastPeers::changed, this, [this] {
        for (const PeerId peer : m_book->peers())
            Q_EMIT changed(peer);
    });
}

void SeriesSource::readOutside(OutsideSeries *outside)
{
    m_outside = outside;
    connect(outside, &OutsideSeries::changed, this, &SeriesSource::changed);
    connect(outside, &OutsideSeries::vantagesChanged, this, &SeriesSource::vantagesChanged);
}

VantagesOfPeer SeriesSource::vantagesOf(PeerId peer, qsizetype most) const
{
    return m_outside ? m_outside->vantagesOf(peer, most) : VantagesOfPeer();
}

OutsideSeries *SeriesSource::outside(PeerId peer) const
{
    const bool isTheirs = m_outside && (m_outside->isVantage(peer) || !m_book->isOwn(peer));
    return isTheirs ? m_outside : nullptr;
}

HistoryJoint SeriesSource::jointOf(const PeerRecord &record) const
{
    const SeriesPyramid &series = record.series();
    HistoryJoint joint;
    joint.began = series.begin().value_or(m_began);
    joint.complete = std::max(series.samplesCompleteFrom(), joint.began);
    joint.at = joint.began;
    if (m_isRunKept && joint.complete > joint.began) {
        // Halfway: older pings are surely settled and written, and newer ones stay in memory for a
        // while.
        const WallTime middle = joint.complete + (m_book->now() - joint.complete) / 2;
        joint.at = TimeGrid::alignedDown(middle, jointGrid);
        if (joint.at < joint.complete)
            joint.at = joint.complete;
    }
    return joint;
}

std::optional<PastRange> SeriesSource::past(const PeerRecord &record, WallTime from, WallTime to,
                                            nanoseconds width) const
{
    if (!m_past || to <= from)
        return std::nullopt;
    const HistoryJoint joint = jointOf(record);
    const bool isOfThisRun = from >= joint.began;
    if (isOfThisRun && (!m_isRunKept || record.series().completeFrom(width) <= from))
        return std::nullopt;
    const std::optional<qint64> row = m_pastPeers->row(record);
    if (!row)
        return std::nullopt;
    return PastRange{record.id(), *row, from, to, joint};
}

const HistorySeries *SeriesSource::picture(const PeerRecord &record, WallTime from, WallTime to) const
{
    const auto range = past(record, from, to, nanoseconds(0));
    return range ? m_past->picture(*range) : nullptr;
}

std::vector<SeriesBucket> SeriesSource::buckets(PeerId peer, WallTime from, WallTime to, int maxBuckets) const
{
    if (maxBuckets <= 0 || to <= from)
        return {};
    if (OutsideSeries *others = outside(peer)) {
        std::vector<SeriesBucket> chain;
        if (const OutsidePicture *picture = others->picture(peer, from, to, maxBuckets))
            for (const OutsideStep &step : picture->steps)
                if (step.bucket.from < to &&
                    step.bucket.from + std::chrono::duration_cast<microseconds>(step.bucket.width) > from)
                    chain.push_back(step.bucket);
        BucketChain::thinOut(chain, from, to, maxBuckets);
        return chain;
    }
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    if (const auto range = past(*record, from, to, nanoseconds(to - from) / maxBuckets))
        return joined(*record, *range, maxBuckets);
    return record->series().buckets(from, to, maxBuckets);
}

std::vector<SeriesBucket> SeriesSource::joined(const PeerRecord &record, const PastRange &range,
                                               int maxBuckets) const
{
    std::vector<SeriesBucket> chain;
    const WallTime began = range.joint.began;
    const auto addMemory = [&](WallTime from, WallTime to) {
        if (to <= from)
            return;
        const double share =
            static_cast<double>((to - from).count()) / static_cast<double>((range.to - range.from).count());
        const auto part =
            record.series().buckets(from, to, std::max(1, static_cast<int>(share * maxBuckets)), from);
        BucketChain::append(chain, part, from, to);
    };
    const HistorySeries *picture = m_past->picture(range, maxBuckets);
    if (picture == nullptr) {
        addMemory(std::max(range.from, began), range.to);
    } else {
        const WallTime end = PastSeries::end(*picture);
        addMemory(std::max(range.from, began), std::min(picture->wish.from, range.to));
        BucketChain::append(chain, picture->buckets, range.from, std::min(range.to, end));
        addMemory(std::max({range.from, began, end}), range.to);
    }
    BucketChain::markGaps(chain, gaps(record.id(), range.from, range.to));
    BucketChain::thinOut(chain, range.from, range.to, maxBuckets);
    return chain;
}

std::vector<PingSample> SeriesSource::samples(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    std::vector<PingSample> result;
    WallTime seam = from;
    const auto range =
        from < record->series().samplesCompleteFrom() || from < record->series().begin().value_or(m_began)
            ? past(*record, from, to, nanoseconds(0))
            : std::nullopt;
    if (range)
        m_past->picture(*range); // starts reading it, if it wasn't yet
    if (const HistorySeries *known = range ? m_past->samples(*range) : nullptr) {
        const auto isBefore = [](const PingSample &sample, WallTime time) { return sample.sentAt < time; };
        const auto first = std::lower_bound(known->samples->cbegin(), known->samples->cend(), from, isBefore);
        const auto last = std::lower_bound(first, known->samples->cend(), to, isBefore);
        result.assign(first, last);
        seam = std::clamp(PastSeries::end(*known), from, to);
    }
    const std::vector<PingSample> mine = record->series().samples(seam, to);
    result.insert(result.end(), mine.cbegin(), mine.cend());
    return result;
}

bool SeriesSource::hasAllSamples(PeerId peer, WallTime from, WallTime to) const
{
    if (outside(peer))
        return false; // pings are known one by one only where they are sent
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return false;
    const auto range = past(*record, from, to, nanoseconds(0));
    if (!range)
        return record->series().samplesCompleteFrom() <= from;
    const HistorySeries *known = m_past->samples(*range);
    return known != nullptr && PastSeries::covers(*known, *range);
}

std::vector<StateSpan> SeriesSource::states(PeerId peer, WallTime from, WallTime to) const
{
    if (const OutsideSeries *others = outside(peer)) {
        std::vector<StateSpan> spans;
        if (const OutsidePicture *picture = others->known(peer, from, to)) {
            for (StateSpan span : picture->states) {
                span.from = std::max(span.from, from);
                span.to = std::min(span.to, to);
                if (span.to > span.from)
                    spans.push_back(span);
            }
        }
        return spans;
    }
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    const std::vector<StateSpan> known = record->series().states(from, to);
    const WallTime first = known.empty() ? to : known.front().from;
    const std::vector<StateSpan> mine = statesOfThisRun(peer, from, to);
    std::vector<StateSpan> spans;
    const HistorySeries *past = first > from ? picture(*record, from, to) : nullptr;
    if (past != nullptr) {
        for (StateSpan span : past->states) {
            span.from = std::max(span.from, from);
            span.to = std::min(span.to, first);
            if (span.to > span.from)
                spans.push_back(span);
        }
        spans = watchedStates(spans, past->gaps, ownEnds(past->ends));
    }
    spans.insert(spans.end(), mine.cbegin(), mine.cend());
    return spans;
}

std::vector<StateSpan> SeriesSource::statesOfThisRun(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? watchedStates(record->series().states(from, to), record->series().gaps(from, to),
                                  ownEnds(*record))
                  : std::vector<StateSpan>();
}

std::vector<FeedSpan> SeriesSource::feed(PeerId peer, WallTime from, WallTime to, seconds width) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    std::vector<FeedSpan> result;
    WallTime seam = from;
    const WallTime began = record->series().begin().value_or(m_began);
    const std::vector<FeedSpan> mine = record->feed().spans(from, to, width);
    const WallTime known = mine.empty() ? began : std::max(began, mine.front().from);
    if (const HistorySeries *past = from < known ? picture(*record, from, to) : nullptr) {
        seam = std::clamp(PastSeries::end(*past), from, to);
        // The minute in which the file ends comes from memory.
        const auto isOfFile = [&](const FeedSpan &span) {
            return span.to() > from && span.from < to &&
                   (span.to() <= seam || span.width > std::chrono::minutes(1));
        };
        std::copy_if(past->feed.cbegin(), past->feed.cend(), std::back_inserter(result), isOfFile);
    }
    std::copy_if(mine.cbegin(), mine.cend(), std::back_inserter(result),
                 [seam](const FeedSpan &span) { return span.to() > seam; });
    return result;
}

std::vector<PeerRecord::End> SeriesSource::ends(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    const std::vector<PeerRecord::End> &mine = record->ends();
    const WallTime began = record->series().begin().value_or(m_began);
    const WallTime first = mine.size() >= endsInMemory ? mine.front().time : began;
    std::vector<PeerRecord::End> result;
    const HistorySeries *known = from < first ? picture(*record, from, to) : nullptr;
    if (known != nullptr) {
        for (const ConnectionEvent &event : known->ends) {
            const auto *end = std::get_if<Closed>(&event.what);
            if (end != nullptr && event.time >= from && event.time < std::min(to, first))
                result.push_back({event.time, event.connection, end->verdict});
        }
    }
    std::copy_if(mine.cbegin(), mine.cend(), std::back_inserter(result),
                 [from, to](const PeerRecord::End &end) { return end.time >= from && end.time < to; });
    return result;
}

std::vector<SharedPath> SeriesSource::traces(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    const std::vector<SharedPath> &mine = record->traces();
    // Memory may have dropped the oldest of this run, so it is only relied on from its first one.
    const WallTime seam = mine.empty() ? to : std::clamp(mine.front()->trace.begun, from, to);
    std::vector<SharedPath> result;
    if (const HistorySeries *known = from < seam ? picture(*record, from, to) : nullptr)
        std::copy_if(known->traces.cbegin(), known->traces.cend(), std::back_inserter(result),
                     [from, seam](const SharedPath &path) {
                         return path->trace.begun >= from && path->trace.begun < seam;
                     });
    std::copy_if(mine.cbegin(), mine.cend(), std::back_inserter(result), [from, to](const SharedPath &path) {
        return path->trace.begun >= from && path->trace.begun < to;
    });
    return result;
}

std::vector<TimeSpan> SeriesSource::gaps(PeerId peer, WallTime from, WallTime to) const
{
    if (const OutsideSeries *others = outside(peer)) {
        std::vector<TimeSpan> holes;
        if (const OutsidePicture *picture = others->known(peer, from, to))
            std::copy_if(picture->gaps.cbegin(), picture->gaps.cend(), std::back_inserter(holes),
                         [from, to](const TimeSpan &gap) { return gap.from < to && gap.to > from; });
        return holes;
    }
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return {};
    const WallTime began = record->series().begin().value_or(m_began);
    std::vector<TimeSpan> result;
    const HistorySeries *known = from < began ? picture(*record, from, to) : nullptr;
    if (known != nullptr) {
        std::copy_if(known->gaps.cbegin(), known->gaps.cend(), std::back_inserter(result),
                     [from, to, began](const TimeSpan &gap) {
                         return gap.from < std::min(to, began) && gap.to > from;
                     });
    }
    const std::vector<TimeSpan> mine = record->series().gaps(from, to);
    result.insert(result.end(), mine.cbegin(), mine.cend());
    return result;
}

std::optional<PastRange> SeriesSource::past(PeerId peer, WallTime from, WallTime to) const
{
    const PeerRecord *record = m_book->record(peer);
    return record ? past(*record, from, to, nanoseconds(0)) : std::nullopt;
}

RangeFigures SeriesSource::ofThisRun(const PeerRecord &record, WallTime from, WallTime to) const
{
    const SeriesPyramid &series = record.series();
    RangeFigures mine;
    const bool isToNow = to > m_book->now();
    const auto all = series.samplesCompleteFrom() > from && isToNow ? record.statistics().since(from)
                                                                    : std::optional<SampleAggregate>();
    if (all) {
        mine.add(*all);
    } else {
        eachInMemory(
            series, from, to, [&mine](const PingSample &sample) { mine.add(sample); },
            [&mine](const SeriesBucket &bucket) { mine.addThinned(bucket); });
    }
    StatisticsSummary times;
    record.statistics().fillTimes(times, from - microseconds(1), to);
    const std::vector<StateSpan> watched = withoutFirstDials(watchedStates(
        series.states(from, std::min(to, m_book->now())), series.gaps(from, to), ownEnds(record)));
    times.openTime = openTime(watched, from, to);
    times.watched = watchedTime(watched, from, to);
    mine.addTimes(times);
    return mine;
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

void SeriesSource::wantSummary(PeerId peer, WallTime from, WallTime to)
{
    later(peer, Wish::Figures, [this, peer, from, to] { tellSummary(peer, from, to); });
}

void SeriesSource::wantHeat(PeerId peer, WallTime from, WallTime to, int columns)
{
    if (to > from && columns > 0)
        later(peer, Wish::Heat, [this, peer, grid = HeatGrid{from, to, columns}] { tellHeat(peer, grid); });
}

void SeriesSource::tellSummary(PeerId peer, WallTime from, WallTime to)
{
    if (const OutsideSeries *others = outside(peer)) {
        const OutsidePicture *picture = others->known(peer, from, to);
        Q_EMIT summaryReady(peer, from, to, picture ? picture->summary(from, to) : StatisticsSummary());
        return;
    }
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return;
    const auto tell = [this, peer, from, to](const RangeFigures &before, WallTime joint) {
        const PeerRecord *its = m_book->record(peer);
        if (!its)
            return;
        RangeFigures all = before;
        if (joint < to)
            all.append(ofThisRun(*its, joint, to));
        Q_EMIT summaryReady(peer, from, to, all.summary());
    };
    if (const auto range = past(*record, from, to, nanoseconds(0)))
        m_pastParts->figures(*range, tell);
    else
        tell(RangeFigures(), from);
}

void SeriesSource::tellHeat(PeerId peer, const HeatGrid &grid)
{
    if (OutsideSeries *others = outside(peer)) {
        constexpr int fewestSteps = 120; // of a histogram's only column
        const OutsidePicture *picture =
            others->picture(peer, grid.from, grid.to, std::max(fewestSteps, grid.columns));
        Q_EMIT heatReady(peer, grid.from, grid.to, picture ? picture->heat(grid) : std::vector<HeatColumn>());
        return;
    }
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return;
    const auto tell = [this, peer, grid](const std::vector<HeatColumn> &before, WallTime joint) {
        const PeerRecord *its = m_book->record(peer);
        if (!its)
            return;
        HeatMaker heat(grid);
        heat.add(before);
        if (joint < grid.to)
            eachInMemory(
                its->series(), joint, grid.to, [&heat](const PingSample &sample) { heat.add(sample); },
                [&heat](const SeriesBucket &bucket) { heat.addThinned(bucket); });
        Q_EMIT heatReady(peer, grid.from, grid.to, heat.take());
    };
    if (const auto range = past(*record, grid.from, grid.to, nanoseconds(0)))
        m_pastParts->heat(*range, grid, tell);
    else
        tell({}, grid.from);
}

} // namespace Pongwatch
