// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "history/feedledger.h"
#include "history/healthtracker.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <array>
#include <deque>
#include <unordered_map>
#include <vector>

namespace Pongwatch
{

/// What was measured but is not yet in the file, packed and limited in size: batches waiting to become rows.
class HistoryBacklog
{
public:
    struct Samples {
        PeerId peer{};
        quint32 count = 0;
        QByteArray packed;             // SampleCodec
        std::vector<PingSample> plain; // the same for the newest entry only, usually written at once
    };
    struct Event {
        ConnectionEvent event; // without its content, which is in `packed`
        int kind = 0;          // EventCodec::Kind
        QByteArray packed;
        std::optional<Cause> cause; // Closed only
        Initiator initiator = Initiator::Unknown;
        quint16 closeCode = 0;
    };
    struct State {
        PeerId peer{};
        WallTime at{};
        Health health = Health::Connecting;
        ConnectionState state = ConnectionState::Connecting;
    };
    struct Entry {
        std::vector<Samples> samples;
        std::vector<Event> events;
        std::vector<State> states;
        WallTime earliest = WallTime::max();
        WallTime latest = WallTime::min();
        quint64 sampleCount = 0;
        qint64 bytes = 0;
    };

    explicit HistoryBacklog(qint64 byteLimit);

    /// Adds a batch. Drops the oldest entries if there is no room.
    void add(const Batch &batch);

    /// Adds the feed counts so far, when counting stops or the file must be complete.
    void addFeeds();

    /// Puts samples that were taken out back in front of all others: the states of their peers are already
    /// known.
    void putBack(const std::vector<PingSample> &samples);

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] const std::deque<Entry> &entries() const { return m_entries; }
    void clear();

    [[nodiscard]] quint64 sampleCount() const { return m_sampleCount; }
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    /// What came from a feed, minute by minute; becomes a row.
    struct FeedCounts {
        static constexpr std::chrono::minutes span{10};

        WallTime from{}; // a multiple of the span
        WallTime last{}; // when the newest message came
        ConnectionNumber connection = 0;
        std::array<quint64, span.count()> minutes{};
    };
    struct Watched {
        HealthTracker health;
        std::optional<State> lastState;
        std::vector<PingSample> staged; // of the batch being added
        FeedCounter feedCounter;
        std::optional<FeedCounts> feedCounts;
    };

    void noteState(PeerId peer, Watched &watched, WallTime at, Entry &entry);
    void noteFeed(const ConnectionEvent &event, const FeedSeen &seen, Watched &watched, Entry &entry);
    void addFeed(PeerId peer, Watched &watched, Entry &entry);
    void stage(const PingSample &sample, Entry &entry, std::vector<quint32> &touched);
    enum class End : quint8 { Newest, Oldest };
    void finish(Entry entry, const std::vector<quint32> &touched, End end);
    static Event toEvent(const ConnectionEvent &event, int kind);

    qint64 m_byteLimit;
    std::deque<Entry> m_entries;
    std::unordered_map<quint32, Watched> m_watched; // by PeerId
    quint64 m_sampleCount = 0;
    quint64 m_dropped = 0;
    qint64 m_bytes = 0;
};

} // namespace Pongwatch
