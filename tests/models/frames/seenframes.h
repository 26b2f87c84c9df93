// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"

namespace Pongwatch::TestSupport
{

/// A whole frame that came from a peer.
[[nodiscard]] inline SeenFrame receivedFrame(FrameKind kind, const QByteArray &payload, quint64 number = 0)
{
    SeenFrame frame;
    frame.number = number;
    frame.connection = 1;
    frame.wall = WallTime(std::chrono::seconds(1'700'000'000) + std::chrono::milliseconds(number));
    frame.sinceOpen = std::chrono::milliseconds(number);
    frame.direction = FrameDirection::Received;
    frame.kind = kind;
    frame.opcode = kind == FrameKind::Text ? 1 : 2;
    frame.size = payload.size();
    frame.payload = payload;
    return frame;
}

[[nodiscard]] inline SeenFrame sentFrame(FrameKind kind, const QByteArray &payload, quint64 number = 0)
{
    SeenFrame frame = receivedFrame(kind, payload, number);
    frame.direction = FrameDirection::Sent;
    return frame;
}

} // namespace Pongwatch::TestSupport
