// SPDX-License-Identifier: GPL-3.0-or-later
// What a HistoryQuery works out of a stretch of time: figures and distributions.
#include "history/heatmaker.h"
#include "history/opentimeledger.h"
#include "history/store/bucketpage.h"
#include "history/store/historyquery.h"
#include "history/timegrid.h"

#include <algorithm>
#include <tuple>

namespace Pongwatch
{

namespace
{

bool wasConnected(ConnectionState state)
{
    return state == ConnectionState::Open || state == ConnectionState::Closing;
}

} // namespace

Result<StatisticsSummary> HistoryQuery::summary(qint64 peer, WallTime from, WallTime to,
                                                const SampleSink &alsoTo, LatencyHistogram *distribution)
{
    Result<RangeFigures> all = figures(peer, from, to, alsoTo);
    if (!all)
        return all.error();
    if (distribution != nullptr)
        *distribution = all.value().samples().histogram();
    return all.value().summary();
}

Result<RangeFigures> HistoryQuery::figures(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo)
{
    if (Outcome done = beginReading(); !done)
        return done.error();
    Result<RangeFigures> result = workOut(peer, from, to, alsoTo);
    endReading();
    return result;
}

Result<RangeFigures> HistoryQuery::workOut(qint64 peer, WallTime from, WallTime to, const SampleSink &alsoTo)
{
    Result<std::vector<ConnectionEvent>> happened = events(peer, from, to, std::numeric_limits<int>::max());
    if (!happened)
        return happened.error();
    Result<std::vector<StateSpan>> spans = states(peer, from, to);
    if (!spans)
        return spans.error();

    RangeFigures result;
    OpenTimeLedger ledger;
    auto event = happened.value().cbegin();
    const auto eventsUntil = [&](WallTime time) {
        for (; event != happened.value().cend() && event->time <= time; ++event)
            ledger.add(*event);
    };
    const Outcome done = eachSample(peer, from, to, [&](const PingSample &sample) {
        eventsUntil(sample.sentAt + std::chrono::duration_cast<microseconds>(sample.rtt));
        ledger.add(sample);
        result.add(sample);
        return !alsoTo || alsoTo(sample);
    });
    if (!done)
        return done.error();
    eventsUntil(WallTime::max());
    StatisticsSummary times;
    ledger.fillSinceStart(times, to);
    times.openTime = nanoseconds(0);
    for (const StateSpan &span : spans.value()) {
        if (wasConnected(span.state))
            times.openTime += span.to - span.from;
    }
    result.addTimes(times);

    const Outcome added =
        eachThinned(peer, from, to, [&result](const SeriesBucket &bucket) { result.addThinned(bucket); });
    return added ? Result<RangeFigures>(result) : Result<RangeFigures>(added.error());
}

Outcome HistoryQuery::eachThinned(qint64 peer, WallTime from, WallTime to, const BucketSink &sink)
{
    Result<WallTime> samples = samplesFrom(peer);
    if (!samples)
        return samples.error();
    const WallTime until = std::min(samples.value(), to);
    if (until <= from)
        return success();
    Result<WallTime> minutes = minutesFrom(peer);
    if (!minutes)
        return minutes.error();
    // Hours for what has no minutes any more; whole buckets only, so that nothing counts twice.
    const WallTime seam = std::clamp(minutes.value(), from, until);
    for (const auto &[level, begin, end] :
         {std::tuple(BucketLevel::Hour, from, seam), std::tuple(BucketLevel::Minute, seam, until)}) {
        if (begin >= end)
            continue;
        const Outcome done = eachFiledBucket(
            peer, level, begin, end, [&sink, begin = begin, end = end](const SeriesBucket &bucket) {
                const WallTime its = bucket.from + TimeGrid::step(bucket.width);
                if (bucket.from >= begin && its <= end)
                    sink(bucket);
            });
        if (!done)
            return done;
    }
    return success();
}

Result<std::vector<HeatColumn>> HistoryQuery::heat(qint64 peer, const HeatGrid &grid, WallTime to,
                                                   const std::function<bool()> &isWanted)
{
    constexpr int askEach = 4096;
    if (Outcome done = beginReading(); !done)
        return done.error();
    HeatMaker maker(grid);
    const WallTime end = std::min(to, grid.to);
    int since = 0;
    bool wanted = true;
    Outcome done = eachSample(peer, grid.from, end, [&](const PingSample &sample) {
        maker.add(sample);
        if (++since % askEach == 0)
            wanted = !isWanted || isWanted();
        return wanted;
    });
    if (done && wanted)
        done = eachThinned(peer, grid.from, end,
                           [&maker](const SeriesBucket &bucket) { maker.addThinned(bucket); });
    endReading();
    if (!done)
        return done.error();
    return maker.take();
}

} // namespace Pongwatch
