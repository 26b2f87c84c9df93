// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

/// What came from a feed in a stretch of time.
struct FeedSpan {
    WallTime from{};
    nanoseconds width{0};
    quint64 messages = 0;

    [[nodiscard]] WallTime to() const { return from + std::chrono::duration_cast<microseconds>(width); }
    [[nodiscard]] double perSecond() const
    {
        return width.count() > 0 ? static_cast<double>(messages) / toSeconds(width) : 0;
    }
    friend bool operator==(const FeedSpan &, const FeedSpan &) = default;
};

/// Computes how many messages are new from FeedSeen, which counts from the start of a connection.
class FeedCounter
{
public:
    [[nodiscard]] quint64 newOnes(ConnectionNumber connection, const FeedSeen &seen)
    {
        const quint64 before = connection == m_connection ? m_told : 0;
        m_connection = connection;
        m_told = seen.messages;
        return seen.messages - std::min(before, seen.messages);
    }

private:
    ConnectionNumber m_connection = 0;
    quint64 m_told = 0;
};

/// How often messages of one peer's feed come, and when the last one came. Keeps the reports of the last ten
/// minutes as they came, once a second, and the newest 3,000 minutes with any messages. Uses no heap for a
/// peer without a feed.
class FeedLedger
{
public:
    static constexpr size_t mostMinutes = 3000;
    static constexpr std::chrono::minutes recentSpan{10};
    /// The time over which a rate is computed.
    static constexpr std::chrono::minutes rateSpan{1};

    void add(ConnectionNumber connection, const FeedSeen &seen);

    /// When the newest message came; nullopt if none has come in this run.
    [[nodiscard]] const std::optional<WallTime> &last() const { return m_last; }
    /// In this run, over all connections.
    [[nodiscard]] quint64 messages() const { return m_messages; }

    /// Messages per second in the minute before `now`, or since the first one came.
    [[nodiscard]] double perSecond(WallTime now) const;

    /// What came in the spans that touch [from, to), in time order: spans of `width` where that much detail
    /// is still known, else of a minute. Spans without messages are left out.
    [[nodiscard]] std::vector<FeedSpan> spans(WallTime from, WallTime to, seconds width) const;

    [[nodiscard]] size_t heapBytes() const;

private:
    struct Told {
        WallTime at{};
        quint64 messages = 0;
    };

    std::vector<Told> m_recent;      // by time
    std::vector<FeedSpan> m_minutes; // by time
    FeedCounter m_counter;
    std::optional<WallTime> m_first;
    std::optional<WallTime> m_last;
    quint64 m_messages = 0;
};

/// The spans, joined if there are more than `most`: into spans of the next even width that suffices.
[[nodiscard]] std::vector<FeedSpan> joinedSpans(const std::vector<FeedSpan> &spans, WallTime from,
                                                WallTime to, int most);

} // namespace Pongwatch
