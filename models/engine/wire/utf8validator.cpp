// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/utf8validator.h"

#include <cstring>

namespace Pongwatch
{

namespace
{

/// How many bytes from `at` on can be skipped, eight at a time, because they are ASCII.
qsizetype asciiRun(QByteArrayView bytes, qsizetype at)
{
    qsizetype length = 0;
    while (bytes.size() - at - length >= 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at + length, sizeof word);
        if ((word & 0x8080808080808080ULL) != 0)
            break;
        length += 8;
    }
    return length;
}

} // namespace

bool Utf8Validator::feed(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (m_left == 0) {
            i += asciiRun(bytes, i);
            if (i == bytes.size())
                break;
            if (!start(static_cast<uchar>(bytes[i])))
                return false;
            continue;
        }
        const auto byte = static_cast<uchar>(bytes[i]);
        if (byte < m_low || byte > m_high)
            return false;
        m_low = 0x80;
        m_high = 0xbf;
        --m_left;
    }
    return true;
}

bool Utf8Validator::start(uchar lead)
{
    // The table in RFC 3629, section 4: only the first continuation byte has a narrower range.
    if (lead < 0x80)
        return true;
    if (lead < 0xc2 || lead > 0xf4)
        return false;
    m_left = lead < 0xe0 ? 1 : (lead < 0xf0 ? 2 : 3);
    if (lead == 0xe0)
        m_low = 0xa0;
    else if (lead == 0xed)
        m_high = 0x9f;
    else if (lead == 0xf0)
        m_low = 0x90;
    else if (lead == 0xf4)
        m_high = 0x8f;
    return true;
}

bool isUtf8(QByteArrayView bytes)
{
    Utf8Validator validator;
    return validator.feed(bytes) && validator.complete();
}

} // namespace Pongwatch
