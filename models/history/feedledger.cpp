// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/feedledger.h"

#include "history/timegrid.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Adds to the span that begins there, which is almost always the last one.
void addTo(std::vector<FeedSpan> &spans, WallTime from, nanoseconds width, quint64 messages)
{
    auto place = spans.end();
    while (place != spans.begin() && std::prev(place)->from > from)
        --place;
    if (place != spans.begin() && std::prev(place)->from == from)
        std::prev(place)->messages += messages;
    else
        spans.insert(place, {from, width, messages});
}

} // namespace

void FeedLedger::add(ConnectionNumber connection, const FeedSeen &seen)
{
    const quint64 messages = m_counter.newOnes(connection, seen);
    if (messages == 0)
        return;
    // The clock was set back: what is newer by the new time must come last again.
    if (m_last && seen.last < *m_last)
        std::erase_if(m_recent, [&seen](const Told &told) { return told.at > seen.last; });
    m_first = std::min(m_first.value_or(seen.last), seen.last);
    m_last = seen.last;
    m_messages += messages;
    m_recent.push_back({seen.last, messages});
    const auto firstKept = std::find_if(m_recent.begin(), m_recent.end(), [&seen](const Told &told) {
        return told.at > seen.last - recentSpan;
    });
    // Rarely, so that it costs nothing.
    if (firstKept - m_recent.begin() > std::chrono::seconds(recentSpan).count() / 4)
        m_recent.erase(m_recent.begin(), firstKept);
    addTo(m_minutes, std::chrono::floor<std::chrono::minutes>(seen.last), std::chrono::minutes(1), messages);
    if (m_minutes.size() > mostMinutes)
        m_minutes.erase(m_minutes.begin());
}

double FeedLedger::perSecond(WallTime now) const
{
    if (!m_first)
        return 0;
    quint64 messages = 0;
    for (const Told &told : m_recent)
        messages += told.at > now - rateSpan && told.at <= now ? told.messages : 0;
    const nanoseconds over = std::clamp<nanoseconds>(now - *m_first, seconds(1), rateSpan);
    return static_cast<double>(messages) / toSeconds(over);
}

std::vector<FeedSpan> FeedLedger::spans(WallTime from, WallTime to, seconds width) const
{
    std::vector<FeedSpan> found;
    constexpr std::chrono::minutes minuteWidth(1);
    WallTime finely = WallTime::max(); // from here on it is known as reported
    if (!m_recent.empty() && width < minuteWidth) {
        const bool isAll = m_recent.front().at == *m_first;
        finely = isAll ? TimeGrid::alignedDown(*m_first, minuteWidth)
                       : TimeGrid::alignedUp(m_recent.front().at, minuteWidth);
    }
    for (const FeedSpan &minute : m_minutes)
        if (minute.to() > from && minute.from < std::min(to, finely))
            found.push_back(minute);
    for (const Told &told : m_recent)
        if (told.at >= finely && told.at >= from && told.at < to)
            addTo(found, TimeGrid::alignedDown(told.at, width), width, told.messages);
    return found;
}

size_t FeedLedger::heapBytes() const
{
    return m_recent.capacity() * sizeof(Told) + m_minutes.capacity() * sizeof(FeedSpan);
}

std::vector<FeedSpan> joinedSpans(const std::vector<FeedSpan> &spans, WallTime from, WallTime to, int most)
{
    if (spans.size() <= static_cast<size_t>(most))
        return spans;
    const nanoseconds width =
        TimeGrid::multipleOf(std::chrono::minutes(1), nanoseconds(to - from) / std::max(1, most - 1));
    std::vector<FeedSpan> joined;
    for (const FeedSpan &span : spans)
        addTo(joined, TimeGrid::alignedDown(span.from, width), width, span.messages);
    return joined;
}

} // namespace Pongwatch
