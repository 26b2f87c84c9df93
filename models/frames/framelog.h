// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/secretmask.h"
#include "engine/values/seenframe.h"

#include <deque>
#include <memory>
#include <vector>

namespace Pongwatch
{

/// The newest frames of one peer: masked when they are added, so that nothing that shows, searches or saves
/// them ever sees a secret; limited in number and bytes. A value on the GUI thread.
class FrameLog
{
public:
    static constexpr std::size_t mostFrames = 10'000;
    /// Of all stored payloads together.
    static constexpr qint64 mostBytes = 16 * 1024 * 1024;

    /// Adds secrets that must not be shown in frames from now on.
    void addMask(const std::shared_ptr<const SecretMask> &mask);
    /// The frame in the form to be stored.
    [[nodiscard]] SeenFrame masked(SeenFrame frame) const;

    /// How many of the oldest must go to make room for these; if they don't all fit, the newest are kept.
    [[nodiscard]] std::size_t overflow(const std::vector<SeenFrame> &coming) const;
    /// The first one in `coming` that is kept at all.
    [[nodiscard]] static std::size_t firstThatFits(const std::vector<SeenFrame> &coming);

    void append(std::vector<SeenFrame> frames);
    void dropOldest(std::size_t count);
    void clear();

    /// The position of the frame with this number; nullopt if it is not there.
    [[nodiscard]] std::optional<std::size_t> find(quint64 number) const;
    void setPlace(std::size_t row, const FramePlace &place) { m_frames[row].place = place; }

    [[nodiscard]] const std::deque<SeenFrame> &frames() const { return m_frames; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    /// For settings that have changed: secrets of older ones may still be quoted.
    static constexpr std::size_t mostMasks = 8;

    std::deque<SeenFrame> m_frames; ///< oldest first
    qint64 m_bytes = 0;
    std::deque<std::shared_ptr<const SecretMask>> m_masks;
};

} // namespace Pongwatch
