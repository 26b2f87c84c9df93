// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Pongwatch
{

/// RFC 6455 5.2 and 11.8.
enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// RFC 6455 5.5: the maximum length of a control frame's payload.
inline constexpr qsizetype maxControlPayload = 125;

/// The bytes before the payload of a control frame from a server, which is not masked.
inline constexpr qsizetype serverControlHeaderSize = 2;

/// The maximum length of a Close frame's reason, in bytes of UTF-8: the code takes two bytes.
inline constexpr qsizetype maxCloseReason = maxControlPayload - 2;

/// Whether a Close frame may carry this code: RFC 6455 7.4 and IANA's registry (which has added 1012, 1013
/// and 1014). 1004, 1005, 1006 and 1015 are never sent on the wire.
[[nodiscard]] constexpr bool isCloseCodeOnWire(quint16 code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006) ||
           (code >= 3000 && code <= 4999);
}

} // namespace Pongwatch
