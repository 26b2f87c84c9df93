// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/secretmask.h"
#include "engine/values/seenframe.h"

#include <deque>
#include <memory>
#include <vector>

namespace Pongwatch
{

/// The newest frames of one peer: masked when they come in, so that nobody who shows, searches or saves them
/// sees a secret, and bounded in number and bytes. A value of the GUI thread.
class FrameLog
{
public:
    static constexpr std::size_t mostFrames = 10'000;
    /// Of all payloads together, as they are kept.
    static constexpr qint64 mostBytes = 16 * 1024 * 1024;

    /// What is never shown of the frames that come from now on, beside what was told before.
    void addMask(const std::shared_ptr<const SecretMask> &mask);
    /// The frame as it may be kept.
    [[nodiscard]] SeenFrame masked(SeenFrame frame) const;

    /// How many of the oldest have to go so that these fit in; of more than fit in at all the newest stay.
    [[nodiscard]] std::size_t overflow(const std::vector<SeenFrame> &coming) const;
    /// Of `coming`, the first that is kept at all.
    [[nodiscard]] static std::size_t firstThatFits(const std::vector<SeenFrame> &coming);

    void append(std::vector<SeenFrame> frames);
    void dropOldest(std::size_t count);
    void clear();

    /// The place of the frame with this number; nullopt: it is not there.
    [[nodiscard]] std::optional<std::size_t> find(quint64 number) const;
    void setPlace(std::size_t row, const FramePlace &place) { m_frames[row].place = place; }

    [[nodiscard]] const std::deque<SeenFrame> &frames() const { return m_frames; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    /// Of settings that were changed meanwhile; what older ones keep secret may still be quoted.
    static constexpr std::size_t mostMasks = 8;

    std::deque<SeenFrame> m_frames; ///< oldest first
    qint64 m_bytes = 0;
    std::deque<std::shared_ptr<const SecretMask>> m_masks;
};

} // namespace Pongwatch
