// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/framequeue.h"

#include <algorithm>

namespace Pongwatch
{

bool FrameQueue::hasRoom(Weight weight) const noexcept
{
    const std::size_t count = m_count.load(std::memory_order_relaxed);
    const qint64 bytes = m_bytes.load(std::memory_order_relaxed);
    switch (weight) {
    case Weight::Message:
        return count < mostMessages && bytes < mostBytes;
    case Weight::Other:
        return count < mostMessages + mostOthers && bytes < mostBytes + mostOfOne;
    case Weight::Mark:
        break;
    }
    // Nobody is reading: even rare rows must not make the queue grow forever.
    return count < 4 * (mostMessages + mostOthers);
}

void FrameQueue::put(SeenFrame frame)
{
    const std::lock_guard lock(m_mutex);
    tellMissed(frame);
    m_bytes.fetch_add(frame.payload.size(), std::memory_order_relaxed);
    m_lastPut = frame;
    m_lastPut.payload = QByteArray();
    m_waiting.frames.push_back(std::move(frame));
    m_count.store(m_waiting.frames.size(), std::memory_order_relaxed);
}

void FrameQueue::miss(qint64 size) noexcept
{
    m_missed.fetch_add(1, std::memory_order_relaxed);
    m_missedBytes.fetch_add(std::max<qint64>(0, size), std::memory_order_relaxed);
}

void FrameQueue::tellMissed(const SeenFrame &beside)
{
    const quint64 missed = m_missed.exchange(0, std::memory_order_relaxed);
    if (missed == 0)
        return;
    SeenFrame row;
    row.kind = FrameKind::Missed;
    row.connection = beside.connection;
    row.wall = beside.wall;
    row.sinceOpen = beside.sinceOpen;
    row.missed = missed;
    row.missedBytes = m_missedBytes.exchange(0, std::memory_order_relaxed);
    m_waiting.frames.push_back(std::move(row));
}

void FrameQueue::setPlace(quint64 number, const FramePlace &place)
{
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::find_if(m_waiting.frames.rbegin(), m_waiting.frames.rend(), [number](const SeenFrame &frame) {
            return frame.number != 0 && frame.number <= number;
        });
    if (found != m_waiting.frames.rend() && found->number == number)
        found->place = place;
    else
        m_waiting.places.emplace_back(number, place);
}

void FrameQueue::addMask(std::shared_ptr<const SecretMask> mask)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.masks.push_back(std::move(mask));
}

FrameQueue::Taken FrameQueue::take()
{
    const std::lock_guard lock(m_mutex);
    tellMissed(m_lastPut);
    m_count.store(0, std::memory_order_relaxed);
    m_bytes.store(0, std::memory_order_relaxed);
    return std::exchange(m_waiting, Taken());
}

} // namespace Pongwatch
