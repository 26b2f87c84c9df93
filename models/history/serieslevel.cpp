// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/serieslevel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr qint64 nothingForgotten = std::numeric_limits<qint64>::min();

qint64 floorDivide(nanoseconds time, nanoseconds width)
{
    return time / width - (time % width < nanoseconds(0) ? 1 : 0);
}

nanoseconds roundedMean(double value)
{
    return nanoseconds(std::llround(value));
}

double countOf(nanoseconds value)
{
    return static_cast<double>(value.count());
}

nanoseconds ofFloat(float value)
{
    return nanoseconds(std::llround(static_cast<double>(value)));
}

} // namespace

void BucketJoiner::add(const SeriesBucket &bucket)
{
    m_sum.timeouts += bucket.timeouts;
    m_sum.late += bucket.late;
    m_sum.lost += bucket.lost;
    m_sum.superseded += bucket.superseded;
    m_sum.withoutConnection += bucket.withoutConnection;
    m_sum.gap = m_sum.gap || bucket.gap;
    if (bucket.count == 0)
        return;
    m_sum.min = m_sum.min ? std::min(*m_sum.min, *bucket.min) : bucket.min;
    m_sum.max = m_sum.max ? std::max(*m_sum.max, *bucket.max) : bucket.max;
    m_sum.count += bucket.count;
    m_total += countOf(*bucket.mean) * bucket.count;
    if (bucket.p5 && bucket.p95) {
        m_p5 += countOf(*bucket.p5) * bucket.count;
        m_p95 += countOf(*bucket.p95) * bucket.count;
        m_bandCount += bucket.count;
    }
}

void BucketJoiner::add(const PingSample &sample)
{
    if (sample.outcome == PingOutcome::TimedOut)
        ++m_sum.timeouts;
    else if (sample.outcome == PingOutcome::Lost)
        ++m_sum.lost;
    else if (sample.outcome == PingOutcome::Superseded)
        ++m_sum.superseded;
    if (!hasRoundTrip(sample.outcome))
        return;
    if (sample.outcome == PingOutcome::Late)
        ++m_sum.late;
    m_sum.min = m_sum.min ? std::min(*m_sum.min, sample.rtt) : sample.rtt;
    m_sum.max = m_sum.max ? std::max(*m_sum.max, sample.rtt) : sample.rtt;
    ++m_sum.count;
    m_total += countOf(sample.rtt);
    m_histogram.add(sample.rtt);
}

SeriesBucket BucketJoiner::take(WallTime from, nanoseconds width)
{
    SeriesBucket bucket = m_sum;
    bucket.from = from;
    bucket.width = width;
    if (bucket.count > 0) {
        bucket.mean = roundedMean(m_total / bucket.count);
        if (const quint64 single = m_histogram.count(); single > 0) {
            m_p5 += countOf(m_histogram.quantile(0.05).value_or(*bucket.min)) * static_cast<double>(single);
            m_p95 += countOf(m_histogram.quantile(0.95).value_or(*bucket.max)) * static_cast<double>(single);
            m_bandCount += static_cast<quint32>(single);
        }
        if (m_bandCount > 0) {
            bucket.p5 = std::clamp(roundedMean(m_p5 / m_bandCount), *bucket.min, *bucket.max);
            bucket.p95 = std::clamp(roundedMean(m_p95 / m_bandCount), *bucket.min, *bucket.max);
        }
    }
    *this = BucketJoiner();
    return bucket;
}

SeriesLevel::SeriesLevel(nanoseconds width, size_t capacity)
    : m_width(width)
    , m_capacity(capacity)
    , m_forgottenUntil(nothingForgotten)
{
}

qint64 SeriesLevel::indexOf(WallTime time) const
{
    return floorDivide(time.time_since_epoch(), m_width);
}

WallTime SeriesLevel::startOf(qint64 index) const
{
    return WallTime(std::chrono::duration_cast<microseconds>(index * m_width));
}

WallTime SeriesLevel::completeFrom() const
{
    return m_forgottenUntil == nothingForgotten ? WallTime::min() : startOf(m_forgottenUntil + 1);
}

SeriesLevel::Cell *SeriesLevel::cellFor(WallTime time)
{
    const qint64 index = indexOf(time);
    if (index <= m_forgottenUntil)
        return nullptr;
    const auto isBefore = [](const Cell &cell, qint64 wanted) { return cell.index < wanted; };
    auto place = m_cells.end();
    if (!m_cells.empty() && m_cells.back().index >= index)
        place = std::lower_bound(m_cells.begin(), m_cells.end(), index, isBefore);
    if (place != m_cells.end() && place->index == index)
        return &*place;

    // Dropped a tenth at a time, so that each cell is moved only a few times.
    if (m_cells.size() >= m_capacity) {
        const auto offset = place - m_cells.begin();
        const auto dropped = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_capacity / 10), 1,
                                                        static_cast<std::ptrdiff_t>(m_cells.size()));
        if (offset < dropped)
            return nullptr; // older than what must be dropped anyway
        m_forgottenUntil = m_cells[static_cast<size_t>(dropped) - 1].index;
        m_cells.erase(m_cells.begin(), m_cells.begin() + dropped);
        place = m_cells.begin() + (offset - dropped);
    }
    Cell cell;
    cell.index = index;
    if (m_cells.capacity() == m_cells.size()) {
        // Grows by half, but never beyond the limit.
        const auto offset = place - m_cells.begin();
        m_cells.reserve(std::min(m_capacity, m_cells.size() + m_cells.size() / 2 + 4));
        place = m_cells.begin() + offset;
    }
    return &*m_cells.insert(place, cell);
}

void SeriesLevel::addRoundTrip(Cell &cell, nanoseconds rtt)
{
    cell.min = cell.count == 0 ? rtt.count() : std::min<qint64>(cell.min, rtt.count());
    cell.max = cell.count == 0 ? rtt.count() : std::max<qint64>(cell.max, rtt.count());
    cell.total += countOf(rtt);
    ++cell.count;
}

void SeriesLevel::addToBand(nanoseconds rtt)
{
    // 1,024 cells are sixteen powers of two without a gap. Values scattered even wider must not take
    // unlimited memory; the band is then that of the first ones.
    if (m_open.cells().size() < 1024)
        m_open.add(rtt);
}

void SeriesLevel::finishBand()
{
    const auto isBefore = [](const Cell &cell, qint64 wanted) { return cell.index < wanted; };
    const auto cell = std::lower_bound(m_cells.begin(), m_cells.end(), m_openIndex, isBefore);
    if (m_open.count() > 0 && cell != m_cells.end() && cell->index == m_openIndex) {
        cell->p5 = static_cast<float>(countOf(*m_open.quantile(0.05)));
        cell->p95 = static_cast<float>(countOf(*m_open.quantile(0.95)));
    }
    m_open.clear();
}

void SeriesLevel::add(const PingSample &sample)
{
    const bool roundTrip = hasRoundTrip(sample.outcome);
    const qint64 index = indexOf(sample.sentAt);
    if (index != m_openIndex && roundTrip) {
        finishBand();
        m_openIndex = index;
    }
    Cell *cell = cellFor(sample.sentAt);
    if (cell == nullptr)
        return;
    if (!roundTrip) {
        ++(sample.outcome == PingOutcome::Lost         ? cell->lost
           : sample.outcome == PingOutcome::Superseded ? cell->superseded
                                                       : cell->timeouts);
        return;
    }
    if (sample.outcome == PingOutcome::Late)
        ++cell->late;
    addRoundTrip(*cell, sample.rtt);
    addToBand(sample.rtt);
}

void SeriesLevel::revise(const PingSample &late)
{
    Cell *cell = cellFor(late.sentAt);
    if (cell == nullptr)
        return;
    if (cell->timeouts > 0)
        --cell->timeouts;
    ++cell->late;
    addRoundTrip(*cell, late.rtt);
    if (indexOf(late.sentAt) == m_openIndex)
        addToBand(late.rtt);
}

void SeriesLevel::addWithoutConnection(WallTime from, WallTime to)
{
    // No more than can be kept.
    const auto reach = std::chrono::duration_cast<microseconds>(m_width * static_cast<qint64>(m_capacity));
    from = std::max(from, to - reach);
    while (from < to) {
        const WallTime end = std::min(to, startOf(indexOf(from) + 1));
        if (Cell *cell = cellFor(from))
            cell->withoutConnection +=
                static_cast<quint32>(std::chrono::duration_cast<milliseconds>(end - from).count());
        from = end;
    }
}

SeriesBucket SeriesLevel::toBucket(const Cell &cell) const
{
    SeriesBucket bucket;
    bucket.from = startOf(cell.index);
    bucket.width = m_width;
    bucket.count = cell.count;
    bucket.timeouts = cell.timeouts;
    bucket.late = cell.late;
    bucket.lost = cell.lost;
    bucket.superseded = cell.superseded;
    bucket.withoutConnection = milliseconds(cell.withoutConnection);
    if (cell.count == 0)
        return bucket;
    bucket.min = nanoseconds(cell.min);
    bucket.max = nanoseconds(cell.max);
    bucket.mean = roundedMean(cell.total / cell.count);
    const bool isOpen = cell.index == m_openIndex && m_open.count() > 0;
    const nanoseconds p5 = isOpen ? *m_open.quantile(0.05) : ofFloat(cell.p5);
    const nanoseconds p95 = isOpen ? *m_open.quantile(0.95) : ofFloat(cell.p95);
    bucket.p5 = std::clamp(p5, *bucket.min, *bucket.max);
    bucket.p95 = std::clamp(p95, *bucket.min, *bucket.max);
    return bucket;
}

void SeriesLevel::collect(WallTime from, WallTime to, nanoseconds width,
                          std::vector<SeriesBucket> &into) const
{
    const qint64 factor = std::max<qint64>(width / m_width, 1);
    const auto isBefore = [](const Cell &cell, qint64 wanted) { return cell.index < wanted; };
    auto cell = std::lower_bound(m_cells.begin(), m_cells.end(), indexOf(from), isBefore);
    BucketJoiner joiner;
    bool any = false;
    qint64 group = 0;
    for (; cell != m_cells.end() && startOf(cell->index) < to; ++cell) {
        const qint64 itsGroup = floorDivide(nanoseconds(cell->index), nanoseconds(factor));
        if (any && itsGroup != group)
            into.push_back(joiner.take(startOf(group * factor), factor * m_width));
        any = true;
        group = itsGroup;
        joiner.add(toBucket(*cell));
    }
    if (any)
        into.push_back(joiner.take(startOf(group * factor), factor * m_width));
}

size_t SeriesLevel::heapBytes() const
{
    return m_cells.capacity() * sizeof(Cell) + m_open.heapBytes();
}

} // namespace Pongwatch
