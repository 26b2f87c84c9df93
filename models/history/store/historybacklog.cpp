// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historybacklog.h"

#include "history/store/eventcodec.h"
#include "history/store/samplecodec.h"
#include "history/timegrid.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

// If a peer is slow on and off, every other ping would be a change to report.
constexpr auto restless = seconds(10);

bool isUp(Health health)
{
    return health == Health::Ok || health == Health::Slow;
}

} // namespace

HistoryBacklog::HistoryBacklog(qint64 byteLimit)
    : m_byteLimit(byteLimit)
{
}

HistoryBacklog::Event HistoryBacklog::toEvent(const ConnectionEvent &event, int kind)
{
    Event row;
    row.event.peer = event.peer;
    row.event.connection = event.connection;
    row.event.time = event.time;
    row.kind = kind;
    row.packed = EventCodec::encode(event);
    if (const auto *closed = std::get_if<Closed>(&event.what)) {
        row.cause = closed->verdict.cause;
        row.initiator = closed->verdict.initiator;
        row.closeCode = closed->verdict.closeCode;
    }
    return row;
}

void HistoryBacklog::noteState(PeerId peer, Watched &watched, WallTime at, Entry &entry)
{
    const State now{peer, at, watched.health.health(), watched.health.state()};
    if (watched.lastState) {
        const State &last = *watched.lastState;
        if (last.health == now.health && last.state == now.state)
            return;
        const bool onlySlowness = last.state == now.state && isUp(last.health) && isUp(now.health);
        if (onlySlowness && at >= last.at && at - last.at < restless)
            return;
    }
    watched.lastState = now;
    entry.states.push_back(now);
}

void HistoryBacklog::stage(const PingSample &sample, Entry &entry, std::vector<quint32> &touched)
{
    Watched &watched = m_watched[toNumber(sample.peer)];
    if (watched.staged.empty())
        touched.push_back(toNumber(sample.peer));
    watched.staged.push_back(sample);
    entry.earliest = std::min(entry.earliest, sample.sentAt);
    entry.latest = std::max(entry.latest, sample.sentAt);
}

void HistoryBacklog::add(const Batch &batch)
{
    Entry entry;
    std::vector<quint32> touched;
    for (const auto &item : batch.items) {
        if (const auto *sample = std::get_if<PingSample>(&item)) {
            stage(*sample, entry, touched);
            Watched &watched = m_watched[toNumber(sample->peer)];
            watched.health.add(*sample);
            noteState(sample->peer, watched, sample->settledAt(), entry);
            if (watched.feedCounts && sample->sentAt >= watched.feedCounts->from + FeedCounts::span)
                addFeed(sample->peer, watched, entry);
            continue;
        }
        const auto &event = std::get<ConnectionEvent>(item);
        Watched &watched = m_watched[toNumber(event.peer)];
        const auto kind = EventCodec::kindOf(event);
        if (watched.health.add(event) || kind) {
            noteState(event.peer, watched, event.time, entry);
            entry.earliest = std::min(entry.earliest, event.time);
            entry.latest = std::max(entry.latest, event.time);
        }
        if (const auto *seen = std::get_if<FeedSeen>(&event.what))
            noteFeed(event, *seen, watched, entry);
        if (!kind)
            continue;
        entry.events.push_back(toEvent(event, static_cast<int>(*kind)));
        entry.bytes += entry.events.back().packed.size() + static_cast<qint64>(sizeof(Event));
    }
    finish(std::move(entry), touched, End::Newest);
}

void HistoryBacklog::noteFeed(const ConnectionEvent &event, const FeedSeen &seen, Watched &watched,
                              Entry &entry)
{
    const quint64 messages = watched.feedCounter.newOnes(event.connection, seen);
    if (messages == 0)
        return;
    const WallTime from = TimeGrid::alignedDown(seen.last, FeedCounts::span);
    if (watched.feedCounts && watched.feedCounts->from != from)
        addFeed(event.peer, watched, entry);
    if (!watched.feedCounts)
        watched.feedCounts = FeedCounts{from, seen.last, event.connection, {}};
    watched.feedCounts->last = seen.last;
    const auto minute = static_cast<size_t>((seen.last - from) / std::chrono::minutes(1));
    watched.feedCounts->minutes.at(minute) += messages;
}

void HistoryBacklog::addFeed(PeerId peer, Watched &watched, Entry &entry)
{
    const FeedCounts counts = *std::exchange(watched.feedCounts, std::nullopt);
    Event row;
    row.event.peer = peer;
    row.event.connection = counts.connection;
    row.event.time = counts.from;
    row.kind = static_cast<int>(EventCodec::Kind::FeedMinutes);
    row.packed = EventCodec::encodeMinutes(counts.minutes);
    entry.bytes += row.packed.size() + static_cast<qint64>(sizeof(Event));
    // For the run: the first minute may have begun before it.
    entry.earliest = std::min(entry.earliest, counts.last);
    entry.latest = std::max(entry.latest, counts.last);
    entry.events.push_back(std::move(row));
}

void HistoryBacklog::addFeeds()
{
    Entry entry;
    for (auto &[peer, watched] : m_watched)
        if (watched.feedCounts)
            addFeed(PeerId{peer}, watched, entry);
    finish(std::move(entry), {}, End::Newest);
}

void HistoryBacklog::putBack(const std::vector<PingSample> &samples)
{
    Entry entry;
    std::vector<quint32> touched;
    for (const PingSample &sample : samples)
        stage(sample, entry, touched);
    finish(std::move(entry), touched, End::Oldest);
}

void HistoryBacklog::finish(Entry entry, const std::vector<quint32> &touched, End end)
{
    if (end == End::Newest && !m_entries.empty())
        for (Samples &older : m_entries.back().samples)
            older.plain = {};
    for (const quint32 peer : touched) {
        std::vector<PingSample> &staged = m_watched[peer].staged;
        Samples samples{PeerId{peer}, static_cast<quint32>(staged.size()), SampleCodec::encode(staged), {}};
        entry.bytes += samples.packed.size() + static_cast<qint64>(sizeof(Samples));
        entry.sampleCount += staged.size();
        if (end == End::Newest)
            samples.plain = std::move(staged);
        staged.clear();
        entry.samples.push_back(std::move(samples));
    }
    if (entry.samples.empty() && entry.events.empty() && entry.states.empty())
        return;
    entry.bytes += static_cast<qint64>(sizeof(Entry) + entry.states.size() * sizeof(State));
    m_bytes += entry.bytes;
    m_sampleCount += entry.sampleCount;
    if (end == End::Newest)
        m_entries.push_back(std::move(entry));
    else
        m_entries.push_front(std::move(entry));
    while (m_bytes > m_byteLimit && m_entries.size() > 1) {
        m_bytes -= m_entries.front().bytes;
        m_sampleCount -= m_entries.front().sampleCount;
        m_dropped += m_entries.front().sampleCount;
        m_entries.pop_front();
    }
}

void HistoryBacklog::clear()
{
    m_entries.clear();
    m_sampleCount = 0;
    m_bytes = 0;
}

} // namespace Pongwatch
