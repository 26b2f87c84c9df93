// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Pongwatch
{

/// Checks that a stream of bytes is UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above
/// U+10FFFF), however the stream is split into pieces.
class Utf8Validator
{
public:
    /// False as soon as the bytes so far can't be the start of valid UTF-8; call reset() before continuing.
    [[nodiscard]] bool feed(QByteArrayView bytes);

    /// Whether the stream may end here: not in the middle of a character.
    [[nodiscard]] bool complete() const { return m_left == 0; }

    void reset() { *this = Utf8Validator(); }

private:
    [[nodiscard]] bool start(uchar lead);

    quint8 m_left = 0; ///< continuation bytes still missing from the current character
    quint8 m_low = 0x80;
    quint8 m_high = 0xbf; ///< the range that the next continuation byte must be in
};

/// Whether these bytes as a whole are UTF-8.
[[nodiscard]] bool isUtf8(QByteArrayView bytes);

} // namespace Pongwatch
