// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"
#include "engine/wire/frame.h"
#include "engine/wire/masksource.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace Pongwatch
{

/// A control frame of a client, ready to be sent, without memory from the heap.
struct ControlFrame {
    std::array<char, 2 + 4 + maxControlPayload> bytes{};
    qsizetype size = 0;

    [[nodiscard]] QByteArrayView view() const { return {bytes.data(), size}; }
};

/// A masked Ping, Pong or Close frame (RFC 6455 5.2, 5.3). Of a payload of more than 125 bytes the rest is
/// left out.
[[nodiscard]] ControlFrame writeControlFrame(Opcode opcode, QByteArrayView payload, MaskKey mask);

/// A masked Close frame; without a code an empty one. A reason of more than 123 bytes is cut between two
/// characters.
[[nodiscard]] ControlFrame writeCloseFrame(const CloseFrame &frame, MaskKey mask);

/// The payload of a Close frame, before it is masked; without a code an empty one.
[[nodiscard]] QByteArray closePayload(const CloseFrame &frame);

/// A masked, unfragmented data frame.
[[nodiscard]] QByteArray writeDataFrame(Opcode opcode, QByteArrayView payload, MaskKey mask);

/// The reason as writeCloseFrame() sends it.
[[nodiscard]] QByteArray closeReasonBytes(const QString &reason);

} // namespace Pongwatch
