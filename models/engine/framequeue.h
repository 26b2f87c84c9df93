// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/secretmask.h"
#include "engine/values/seenframe.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace Pongwatch
{

/// Passes the frames of a peer that somebody looks at from the I/O thread to the reader, in batches. Bounded:
/// frames that come while it is full are only counted, so that looking at a peer that floods costs its thread
/// next to nothing. One thread puts, one takes.
class FrameQueue
{
public:
    /// How important a frame is when space gets short.
    enum class Weight : quint8 {
        Message, ///< part of a message from the peer: the usual flood
        Other,   ///< a control frame, or something that was sent
        Mark,    ///< an open, an end, the handshake: always kept, as each dial has only a few
    };

    /// The maximum of waiting messages, and of other frames beyond them.
    static constexpr std::size_t mostMessages = 500;
    static constexpr std::size_t mostOthers = 250;
    /// The maximum of bytes of all waiting payloads together.
    static constexpr qint64 mostBytes = 4 * 1024 * 1024;
    /// The maximum of bytes kept of one payload.
    static constexpr qint64 mostOfOne = 256 * 1024;

    /// Whether a row of this weight would be kept now.
    [[nodiscard]] bool hasRoom(Weight weight) const noexcept;

    /// Adds a row to the queue, whether or not there is room.
    void put(SeenFrame frame);
    /// Counts a frame that was left out.
    void miss(qint64 size) noexcept;
    /// Sets the role of a frame that was already added. Does nothing if it was left out.
    void setPlace(quint64 number, const FramePlace &place);
    /// Adds secrets that must not be shown in frames from now on.
    void addMask(std::shared_ptr<const SecretMask> mask);

    /// What has been collected since the last time.
    struct Taken {
        std::vector<SeenFrame> frames;
        std::vector<std::pair<quint64, FramePlace>> places;   ///< of frames that were taken before
        std::vector<std::shared_ptr<const SecretMask>> masks; ///< new ones
    };
    [[nodiscard]] Taken take();

private:
    void tellMissed(const SeenFrame &beside);

    std::mutex m_mutex;
    Taken m_waiting;                      ///< guarded by the mutex
    SeenFrame m_lastPut;                  ///< the same; without its payload
    std::atomic<std::size_t> m_count = 0; ///< frames that wait, marks included
    std::atomic<qint64> m_bytes = 0;      ///< the total size of their payloads
    std::atomic<quint64> m_missed = 0;
    std::atomic<qint64> m_missedBytes = 0;
};

} // namespace Pongwatch
