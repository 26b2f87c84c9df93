// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <optional>
#include <vector>

namespace Pongwatch
{

/// What came of a feed in a stretch of time.
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

/// Tells from FeedSeen, which counts from the begin of a connection, how many are new.
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

/// How often messages of one peer's feed come, and when the last one came. Kept: what came in the last ten
/// minutes as it was told, once a second, and the newest 3,000 minutes in which anything came. A peer without
/// a feed takes no heap.
class FeedLedger
{
public:
    static constexpr size_t mostMinutes = 3000;
    static constexpr std::chrono::minutes recentSpan{10};
    /// Over which a rate is told.
    static constexpr std::chrono::minutes rateSpan{1};

    void add(ConnectionNumber connection, const FeedSeen &seen);

    /// When the newest message came; nullopt: none has come in this run.
    [[nodiscard]] const std::optional<WallTime> &last() const { return m_last; }
    /// In this run, of all connections.
    [[nodiscard]] quint64 messages() const { return m_messages; }

    /// Messages a second, in the minute before `now`, or since the first one came.
    [[nodiscard]] double perSecond(WallTime now) const;

    /// What came in spans that touch [from, to), in time order: of `width` each where it is still known so
    /// finely, else of a minute. Those in which nothing came are left out.
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

/// The spans joined, where they would be more than `most`: into spans of the next longer even width.
[[nodiscard]] std::vector<FeedSpan> joinedSpans(const std::vector<FeedSpan> &spans, WallTime from,
                                                WallTime to, int most);

} // namespace Pongwatch
