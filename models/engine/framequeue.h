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

/// Where the I/O thread puts the frames of a peer that is looked at, and somebody else takes them from, in
/// batches. Bounded: what comes while it is full is counted and left out, so that looking at a peer that
/// floods costs its thread next to nothing. One thread puts, one takes.
class FrameQueue
{
public:
    /// What is kept first when there is little room.
    enum class Weight : quint8 {
        Message, ///< a part of a message of the peer's: what floods most often
        Other,   ///< a control frame, or something that was sent
        Mark,    ///< an open, an end, the handshake: always kept, as there are a few for each dial
    };

    /// Messages that wait at most, and how many others fit beyond them.
    static constexpr std::size_t mostMessages = 500;
    static constexpr std::size_t mostOthers = 250;
    /// Bytes of payloads that wait at most.
    static constexpr qint64 mostBytes = 4 * 1024 * 1024;
    /// Bytes of one payload that are kept at most.
    static constexpr qint64 mostOfOne = 256 * 1024;

    /// Whether a row of this weight would be kept now.
    [[nodiscard]] bool hasRoom(Weight weight) const noexcept;

    /// Puts a row into the queue, whether there is room or not.
    void put(SeenFrame frame);
    /// Counts a frame that is left out.
    void miss(qint64 size) noexcept;
    /// What a frame is in its dialogue became known after it was put here. Nothing when it was left out.
    void setPlace(quint64 number, const FramePlace &place);
    /// What is never to be shown of the frames from now on, beside what was told before.
    void addMask(std::shared_ptr<const SecretMask> mask);

    /// What has gathered since the last time.
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
    std::atomic<qint64> m_bytes = 0;      ///< of their payloads
    std::atomic<quint64> m_missed = 0;
    std::atomic<qint64> m_missedBytes = 0;
};

} // namespace Pongwatch
