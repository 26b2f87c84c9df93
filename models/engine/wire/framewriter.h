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

/// A control frame from a client, ready to be sent; uses no heap memory.
struct ControlFrame {
    std::array<char, 2 + 4 + maxControlPayload> bytes{};
    qsizetype size = 0;

    [[nodiscard]] QByteArrayView view() const { return {bytes.data(), size}; }
};

/// A masked Ping, Pong or Close frame (RFC 6455 5.2, 5.3). A payload is cut to 125
/// bytes.
[[nodiscard]] ControlFrame writeControlFrame(Opcode opcode, QByteArrayView payload, MaskKey mask);

/// A masked Close frame; empty if there is no code. A reason of more than 123 bytes is cut between two
/// characters.
[[nodiscard]] ControlFrame writeCloseFrame(const CloseFrame &frame, MaskKey mask);

/// The payload of a Close frame before masking; empty if there is no code.
[[nodiscard]] QByteArray closePayload(const CloseFrame &frame);

/// A masked, unfragmented data frame.
[[nodiscard]] QByteArray writeDataFrame(Opcode opcode, QByteArrayView payload, MaskKey mask);

/// The reason as writeCloseFrame() sends it.
[[nodiscard]] QByteArray closeReasonBytes(const QString &reason);

} // namespace Pongwatch
