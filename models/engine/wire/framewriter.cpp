// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/framewriter.h"

#include <QtEndian>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr uchar finalBit = 0x80;
constexpr uchar maskedBit = 0x80;

void copyMasked(QByteArrayView from, const MaskKey &mask, char *to)
{
    for (qsizetype i = 0; i < from.size(); ++i)
        to[i] = static_cast<char>(from[i] ^ mask[static_cast<size_t>(i) % mask.size()]);
}

} // namespace

ControlFrame writeControlFrame(Opcode opcode, QByteArrayView payload, MaskKey mask)
{
    ControlFrame frame;
    const QByteArrayView kept = payload.first(std::min(payload.size(), maxControlPayload));
    frame.bytes[0] = static_cast<char>(finalBit | static_cast<uchar>(opcode));
    frame.bytes[1] = static_cast<char>(maskedBit | static_cast<uchar>(kept.size()));
    std::copy(mask.begin(), mask.end(), frame.bytes.begin() + 2);
    copyMasked(kept, mask, frame.bytes.data() + 6);
    frame.size = 6 + kept.size();
    return frame;
}

ControlFrame writeCloseFrame(const CloseFrame &frame, MaskKey mask)
{
    return writeControlFrame(Opcode::Close, closePayload(frame), mask);
}

QByteArray closePayload(const CloseFrame &frame)
{
    if (!frame.code)
        return {};
    QByteArray payload(2, Qt::Uninitialized);
    qToBigEndian<quint16>(*frame.code, payload.data());
    payload.append(closeReasonBytes(frame.reason));
    return payload;
}

QByteArray writeDataFrame(Opcode opcode, QByteArrayView payload, MaskKey mask)
{
    QByteArray frame;
    const qsizetype size = payload.size();
    frame.reserve(14 + size);
    frame.append(static_cast<char>(finalBit | static_cast<uchar>(opcode)));
    if (size < 126) {
        frame.append(static_cast<char>(maskedBit | static_cast<uchar>(size)));
    } else if (size <= 0xffff) {
        std::array<char, 2> length{};
        qToBigEndian(static_cast<quint16>(size), length.data());
        frame.append(static_cast<char>(maskedBit | 126)).append(length.data(), length.size());
    } else {
        std::array<char, 8> length{};
        qToBigEndian(static_cast<quint64>(size), length.data());
        frame.append(static_cast<char>(maskedBit | 127)).append(length.data(), length.size());
    }
    frame.append(mask.data(), mask.size());
    const qsizetype header = frame.size();
    frame.resize(header + size);
    copyMasked(payload, mask, frame.data() + header);
    return frame;
}

QByteArray closeReasonBytes(const QString &reason)
{
    QByteArray bytes = reason.toUtf8();
    if (bytes.size() <= maxCloseReason)
        return bytes;
    qsizetype end = maxCloseReason;
    while (end > 0 && (static_cast<uchar>(bytes[end]) & 0xc0) == 0x80) // in the middle of a character
        --end;
    bytes.truncate(end);
    return bytes;
}

} // namespace Pongwatch
