// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/peerstatistics.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr auto minuteSpan = std::chrono::minutes(1);
constexpr size_t minuteLimit = 12000;

qint64 stepOf(WallTime time, nanoseconds step)
{
    const nanoseconds sinceEpoch = time.time_since_epoch();
    qint64 index = sinceEpoch / step;
    if (sinceEpoch % step < nanoseconds(0))
        --index;
    return index;
}

WallTime startOf(qint64 index, nanoseconds step)
{
    return WallTime(std::chrono::duration_cast<microseconds>(index * step));
}

} // namespace

SampleAggregate &PeerStatistics::Slots::slotFor(WallTime time)
{
    const qint64 index = stepOf(time, step);
    // Almost always the last one.
    auto place = slots.end();
    while (place != slots.begin() && std::prev(place)->index > index)
        --place;
    if (place != slots.begin() && std::prev(place)->index == index)
        return std::prev(place)->pings;
    // A completed step needs no room to grow.
    if (!slots.empty())
        slots.back().pings.squeeze();
    return slots.insert(place, Slot{index, {}})->pings;
}

void PeerStatistics::Slots::forget(WallTime now)
{
    const qint64 oldest = stepOf(now, step) - kept;
    auto old =
        std::find_if(slots.begin(), slots.end(), [oldest](const Slot &slot) { return slot.index >= oldest; });
    // There are steps "in the future" if the clock was set back; they must not pile up either.
    const auto limit = 2 * kept;
    if (slots.end() - old > limit)
        old = slots.end() - limit;
    slots.erase(slots.begin(), old);
}

WallTime PeerStatistics::windowStart(Window window, WallTime now)
{
    // One microsecond, the resolution of WallTime, before a step, so that its first moment is included.
    const auto before = [now](auto span, nanoseconds step) {
        return startOf(stepOf(now - span, step), step) - microseconds(1);
    };
    switch (window) {
    case Window::Minute:
        return now - minuteSpan;
    case Window::Hour:
        return before(std::chrono::hours(1), std::chrono::minutes(1));
    case Window::Day:
        return before(std::chrono::hours(24), std::chrono::minutes(30));
    case Window::SinceStart:
        break;
    }
    return WallTime::min();
}

void PeerStatistics::add(const PingSample &sample)
{
    m_openTimes.add(sample);
    if (sample.seq >= m_newestSeq) {
        m_newestSeq = sample.seq;
        m_newest = sample.sentAt;
    }
    m_first = std::min(m_first, sample.sentAt);
    const std::optional<SampleMarks> before = m_revisions.revised(sample);
    addToMinute(sample);
    for (Slots *window : {&m_hour, &m_day}) {
        // Late news about a step that was already forgotten is dropped again at once.
        SampleAggregate &slot = window->slotFor(sample.sentAt);
        if (before)
            slot.revise(sample, *before);
        else
            slot.add(sample);
        window->forget(m_newest);
    }
    if (before)
        m_sinceStart.revise(sample, *before);
    else
        m_sinceStart.add(sample);
}

void PeerStatistics::add(const ConnectionEvent &event)
{
    m_openTimes.add(event);
}

void PeerStatistics::addToMinute(const PingSample &sample)
{
    const auto isEarlier = [](WallTime time, const PingSample &other) { return time < other.sentAt; };
    const auto place = std::upper_bound(m_minute.begin(), m_minute.end(), sample.sentAt, isEarlier);
    // A revision has the same seq and moment as what it revises.
    for (auto same = place; same != m_minute.begin() && std::prev(same)->sentAt == sample.sentAt; --same) {
        if (std::prev(same)->seq == sample.seq) {
            *std::prev(same) = sample;
            return;
        }
    }
    m_minute.insert(place, sample);

    const auto firstKept = std::find_if(m_minute.begin(), m_minute.end(), [this](const PingSample &other) {
        return other.sentAt > m_newest - 2 * minuteSpan;
    });
    std::ptrdiff_t old = firstKept - m_minute.begin();
    if (m_minute.size() > minuteLimit)
        old = std::max(old, static_cast<std::ptrdiff_t>(m_minute.size() / 2 + 1));
    if (2 * old >= static_cast<std::ptrdiff_t>(m_minute.size()))
        m_minute.erase(m_minute.begin(), m_minute.begin() + old);
}

StatisticsSummary PeerStatistics::summary(Window window, WallTime now) const
{
    StatisticsSummary result;
    if (window == Window::SinceStart) {
        m_sinceStart.fill(result);
        m_openTimes.fillSinceStart(result, now);
        return result;
    }
    const WallTime start = windowStart(window, now);
    SampleAggregate joined;
    if (window == Window::Minute) {
        for (const PingSample &sample : m_minute)
            if (sample.sentAt > start && sample.sentAt <= now)
                joined.add(sample);
    } else {
        const Slots &steps = window == Window::Hour ? m_hour : m_day;
        const qint64 last = stepOf(now, steps.step);
        for (const Slot &slot : steps.slots)
            if (startOf(slot.index, steps.step) > start && slot.index <= last)
                joined.append(slot.pings);
    }
    joined.fill(result);
    m_openTimes.fill(result, start, now);
    return result;
}

std::optional<SampleAggregate> PeerStatistics::since(WallTime from) const
{
    if (from <= m_first)
        return m_sinceStart;
    if (!m_minute.empty() && m_minute.front().sentAt <= from) {
        SampleAggregate pings;
        for (const PingSample &sample : m_minute)
            if (sample.sentAt >= from)
                pings.add(sample);
        return pings;
    }
    for (const Slots *steps : {&m_hour, &m_day}) {
        const qint64 first = stepOf(from, steps->step);
        if (first < stepOf(m_newest, steps->step) - steps->kept)
            continue;
        SampleAggregate joined;
        for (const Slot &slot : steps->slots)
            if (slot.index >= first)
                joined.append(slot.pings);
        return joined;
    }
    return std::nullopt;
}

size_t PeerStatistics::memoryBytes() const
{
    size_t bytes = sizeof(*this) + m_minute.capacity() * sizeof(PingSample) + m_revisions.heapBytes() +
                   m_sinceStart.heapBytes() + m_openTimes.heapBytes();
    for (const Slots *window : {&m_hour, &m_day}) {
        bytes += window->slots.capacity() * sizeof(Slot);
        for (const Slot &slot : window->slots)
            bytes += slot.pings.heapBytes();
    }
    return bytes;
}

} // namespace Pongwatch
