// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Pongwatch
{

/// Checks a stream of bytes for being UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above
/// U+10FFFF), however the stream is cut into pieces.
class Utf8Validator
{
public:
    /// False as soon as the bytes so far can't be the beginning of valid UTF-8; then reset() before going on.
    [[nodiscard]] bool feed(QByteArrayView bytes);

    /// Whether the stream may end here: not in the middle of a character.
    [[nodiscard]] bool complete() const { return m_left == 0; }

    void reset() { *this = Utf8Validator(); }

private:
    [[nodiscard]] bool start(uchar lead);

    quint8 m_left = 0; ///< continuation bytes that the current character still needs
    quint8 m_low = 0x80;
    quint8 m_high = 0xbf; ///< the range that the next continuation byte must be in
};

/// Whether these bytes are UTF-8 from beginning to end.
[[nodiscard]] bool isUtf8(QByteArrayView bytes);

} // namespace Pongwatch
