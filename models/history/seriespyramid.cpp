// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/seriespyramid.h"

#include "history/timegrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

using TimeGrid::alignedDown;
using TimeGrid::alignedUp;

constexpr size_t sampleLimit = 1800;
constexpr size_t changeLimit = 2048;
constexpr size_t gapLimit = 128;
// Anything older than the newest by more than this means that the clock was set back.
constexpr auto toleratedDisorder = std::chrono::minutes(1);

/// Makes room for one more without ever reserving more than the limit: when full, drops the oldest tenth.
template <typename Entry>
bool makeRoom(std::vector<Entry> &entries, size_t limit)
{
    if (entries.size() < limit) {
        if (entries.size() == entries.capacity())
            entries.reserve(std::min(limit, entries.size() + entries.size() / 2 + 4));
        return false;
    }
    entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(limit / 10));
    return true;
}

} // namespace

SeriesPyramid::SeriesPyramid()
    : m_levels{SeriesLevel(seconds(10), 720), SeriesLevel(std::chrono::minutes(1), 720),
               SeriesLevel(std::chrono::minutes(10), 1008), SeriesLevel(std::chrono::hours(1), 720),
               SeriesLevel(std::chrono::hours(6), 480)}
{
}

void SeriesPyramid::add(const PingSample &sample)
{
    noteTime(sample.sentAt);
    noteTime(sample.settledAt());
    if (m_health.add(sample))
        noteState(sample.settledAt());
    if (m_revisions.revised(sample)) {
        reviseRaw(sample);
        for (SeriesLevel &level : m_levels)
            level.revise(sample);
        return;
    }
    addRaw(sample);
    for (SeriesLevel &level : m_levels)
        level.add(sample);
}

void SeriesPyramid::addRaw(const PingSample &sample)
{
    if (sample.seq >= m_newestSeq) {
        if (sample.sentAt < m_newest - toleratedDisorder) {
            // The clock was set back. What was recorded for the future remains only in the buckets.
            std::erase_if(m_samples, [&sample](const PingSample &old) { return old.sentAt > sample.sentAt; });
            m_samplesCompleteFrom = std::min(m_samplesCompleteFrom, sample.sentAt);
        }
        m_newestSeq = sample.seq;
        m_newest = sample.sentAt;
    }
    if (sample.sentAt < m_samplesCompleteFrom)
        return; // settled so late that its neighbours are forgotten; it is only in the buckets
    if (m_samples.size() >= sampleLimit) {
        makeRoom(m_samples, sampleLimit);
        m_samplesCompleteFrom = m_samples.front().sentAt;
    } else {
        makeRoom(m_samples, sampleLimit);
    }
    const auto isEarlier = [](WallTime time, const PingSample &other) { return time < other.sentAt; };
    m_samples.insert(std::upper_bound(m_samples.begin(), m_samples.end(), sample.sentAt, isEarlier), sample);
}

void SeriesPyramid::reviseRaw(const PingSample &late)
{
    const auto isBefore = [](const PingSample &other, WallTime time) { return other.sentAt < time; };
    auto place = std::lower_bound(m_samples.begin(), m_samples.end(), late.sentAt, isBefore);
    while (place != m_samples.end() && place->sentAt == late.sentAt && place->seq != late.seq)
        ++place;
    if (place != m_samples.end() && place->seq == late.seq)
        *place = late;
}

void SeriesPyramid::add(const ConnectionEvent &event)
{
    noteTime(event.time);
    if (const auto *sleep = std::get_if<Suspended>(&event.what)) {
        makeRoom(m_gaps, gapLimit);
        m_gaps.push_back(
            {event.time - std::chrono::duration_cast<microseconds>(sleep->duration), event.time});
        return;
    }
    if (m_health.add(event) || m_changes.empty())
        noteState(event.time);
}

void SeriesPyramid::noteTime(WallTime time)
{
    m_begin = std::min(time, m_begin.value_or(time));
    if (time >= m_latest - toleratedDisorder) {
        m_latest = std::max(m_latest, time);
        return;
    }
    // The clock was set back: new data replace what was recorded for the future.
    m_latest = time;
    std::erase_if(m_changes, [time](const Change &old) { return old.at > time; });
    if (m_disconnectedSince)
        m_disconnectedSince = std::min(*m_disconnectedSince, time);
}

void SeriesPyramid::noteState(WallTime time)
{
    if (!m_changes.empty())
        time = std::max(time, m_changes.back().at); // reports may be slightly out of order
    if (holdsConnection(m_health.state())) {
        if (m_disconnectedSince)
            for (SeriesLevel &level : m_levels)
                level.addWithoutConnection(*m_disconnectedSince, time);
        m_disconnectedSince.reset();
    } else if (!m_disconnectedSince) {
        m_disconnectedSince = time;
    }
    if (makeRoom(m_changes, changeLimit))
        m_forgotChanges = true;
    m_changes.push_back({time, m_health.health(), m_health.state()});
}

std::vector<PingSample> SeriesPyramid::samples(WallTime from, WallTime to) const
{
    const auto isBefore = [](const PingSample &other, WallTime time) { return other.sentAt < time; };
    const auto first = std::lower_bound(m_samples.begin(), m_samples.end(), from, isBefore);
    const auto last = std::lower_bound(first, m_samples.end(), to, isBefore);
    return {first, last};
}

std::vector<StateSpan> SeriesPyramid::states(WallTime from, WallTime to) const
{
    std::vector<StateSpan> spans;
    for (size_t i = 0; i < m_changes.size(); ++i) {
        const WallTime begin = std::max(m_changes[i].at, from);
        const WallTime end = i + 1 < m_changes.size() ? std::min(m_changes[i + 1].at, to) : to;
        if (end > begin)
            spans.push_back({begin, end, m_changes[i].health, m_changes[i].state});
    }
    return spans;
}

void SeriesPyramid::collectRaw(WallTime from, WallTime to, nanoseconds width,
                               std::vector<SeriesBucket> &into) const
{
    BucketJoiner joiner;
    std::optional<WallTime> start;
    for (const PingSample &sample : samples(from, to)) {
        const WallTime its = alignedDown(sample.sentAt, width);
        if (start && *start != its)
            into.push_back(joiner.take(*start, width));
        start = its;
        joiner.add(sample);
    }
    if (start)
        into.push_back(joiner.take(*start, width));
    std::erase_if(into, [](const SeriesBucket &bucket) { return bucket.count == 0 && bucket.timeouts == 0; });
}

std::vector<SeriesBucket> SeriesPyramid::collect(WallTime from, WallTime to, nanoseconds target,
                                                 WallTime notBefore) const
{
    struct Storey {
        size_t number;     // 0: the samples; otherwise of m_levels
        nanoseconds width; // of the buckets requested from it
        WallTime complete; // from here on it knows everything
        WallTime begin{};  // from here on it is asked
    };
    // From the finest to the coarsest, up to the first that covers the whole range.
    std::vector<Storey> storeys = {{0, TimeGrid::roundWidth(target), m_samplesCompleteFrom}};
    for (size_t i = 0; i < m_levels.size() && storeys.back().complete > from; ++i) {
        const nanoseconds base = m_levels[i].width();
        storeys.push_back({i + 1, TimeGrid::multipleOf(base, target), m_levels[i].completeFrom()});
    }
    // Each level covers what finer ones have forgotten. Seams are at the edges of the wider buckets, so that
    // nothing counts twice; levels with nothing to add are left out.
    for (size_t i = storeys.size(); i-- > 0;) {
        const bool isLast = i + 1 == storeys.size();
        storeys[i].begin = isLast ? alignedDown(from, storeys[i].width)
                                  : alignedUp(std::max(storeys[i].complete, from), storeys[i + 1].width);
        if (!isLast && (storeys[i].begin >= to || storeys[i].begin <= storeys[i + 1].begin)) {
            const bool useless = storeys[i].begin >= to;
            storeys.erase(storeys.begin() + static_cast<std::ptrdiff_t>(useless ? i : i + 1));
            // The neighbours have changed: start again from the coarse end.
            i = storeys.size();
        }
    }

    std::vector<SeriesBucket> result;
    for (size_t i = storeys.size(); i-- > 0;) {
        const Storey &storey = storeys[i];
        const WallTime until = i == 0 ? alignedUp(to, storey.width) : storeys[i - 1].begin;
        std::vector<SeriesBucket> part;
        if (storey.number == 0)
            collectRaw(std::max(storey.begin, notBefore), until, storey.width, part);
        else
            m_levels[storey.number - 1].collect(storey.begin, until, storey.width, part);
        const WallTime first = std::max(storey.begin, notBefore);
        if (!part.empty() && part.front().from < first) {
            part.front().width -= std::min(part.front().width, nanoseconds(first - part.front().from));
            part.front().from = first;
        }
        result.insert(result.end(), part.begin(), part.end());
    }
    return result;
}

std::vector<SeriesBucket> SeriesPyramid::buckets(WallTime from, WallTime to, int maxBuckets,
                                                 WallTime notBefore) const
{
    if (maxBuckets <= 0 || to <= from)
        return {};
    nanoseconds target = std::max<nanoseconds>(nanoseconds(to - from) / maxBuckets, microseconds(1));
    std::vector<SeriesBucket> result = collect(from, to, target, notBefore);
    // Buckets with fixed edges need one more than the range has widths, plus one for each seam.
    while (result.size() > static_cast<size_t>(maxBuckets)) {
        target += std::max<nanoseconds>(target / 4, microseconds(1));
        result = collect(from, to, target, notBefore);
    }
    addStates(result, to);
    return result;
}

WallTime SeriesPyramid::completeFrom(nanoseconds width) const
{
    WallTime first = m_samplesCompleteFrom;
    for (const SeriesLevel &level : m_levels)
        if (level.width() * 2 <= width * 3)
            first = std::min(first, level.completeFrom());
    return first;
}

nanoseconds SeriesPyramid::withoutConnection(WallTime from, WallTime to) const
{
    nanoseconds sum{0};
    const auto isAfter = [](WallTime time, const Change &change) { return time < change.at; };
    auto change = std::upper_bound(m_changes.begin(), m_changes.end(), from, isAfter);
    if (change != m_changes.begin())
        --change;
    for (; change != m_changes.end() && change->at < to; ++change) {
        const WallTime end = std::next(change) == m_changes.end() ? to : std::min(std::next(change)->at, to);
        if (!holdsConnection(change->state) && end > std::max(change->at, from))
            sum += end - std::max(change->at, from);
    }
    return sum;
}

void SeriesPyramid::addStates(std::vector<SeriesBucket> &buckets, WallTime to) const
{
    for (SeriesBucket &bucket : buckets) {
        const WallTime end = std::min(bucket.from + TimeGrid::step(bucket.width), to);
        // The state changes are exact to the microsecond; older buckets only have a sum.
        if (!m_changes.empty() && (!m_forgotChanges || bucket.from >= m_changes.front().at))
            bucket.withoutConnection = withoutConnection(bucket.from, end);
        bucket.gap = std::any_of(m_gaps.begin(), m_gaps.end(), [&bucket, end](const TimeSpan &gap) {
            return gap.from < end && gap.to > bucket.from;
        });
    }
}

std::vector<TimeSpan> SeriesPyramid::gaps(WallTime from, WallTime to) const
{
    std::vector<TimeSpan> result;
    std::copy_if(m_gaps.begin(), m_gaps.end(), std::back_inserter(result),
                 [from, to](const TimeSpan &gap) { return gap.from < to && gap.to > from; });
    return result;
}

size_t SeriesPyramid::memoryBytes() const
{
    size_t bytes = sizeof(*this) + m_samples.capacity() * sizeof(PingSample) +
                   m_changes.capacity() * sizeof(Change) + m_gaps.capacity() * sizeof(TimeSpan) +
                   m_revisions.heapBytes();
    for (const SeriesLevel &level : m_levels)
        bytes += level.heapBytes();
    return bytes;
}

} // namespace Pongwatch
