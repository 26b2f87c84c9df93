// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoframes.h"

#include <QUtf8StringView>
#include <QtEndian>

namespace Pongwatch
{

namespace
{

constexpr quint8 finBit = 0x80;
constexpr quint8 reservedBits = 0x70;
constexpr quint8 opcodeBits = 0x0f;
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7f;
constexpr quint8 length16 = 126;
constexpr quint8 length64 = 127;
constexpr qsizetype largestControl = 125;
constexpr qsizetype maskSize = 4;

constexpr quint8 raw(DemoOpcode opcode)
{
    return static_cast<quint8>(opcode);
}

constexpr bool isControl(quint8 opcode)
{
    return opcode >= raw(DemoOpcode::Close);
}

constexpr bool isKnown(quint8 opcode)
{
    return opcode <= raw(DemoOpcode::Binary) ||
           (opcode >= raw(DemoOpcode::Close) && opcode <= raw(DemoOpcode::Pong));
}

template <typename T>
void appendBigEndian(QByteArray &bytes, T value)
{
    const T big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

quint8 byteAt(const QByteArray &bytes, qsizetype index)
{
    return static_cast<quint8>(bytes.at(index));
}

} // namespace

QByteArray demoFrame(DemoOpcode opcode, const QByteArray &payload, bool last)
{
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame.append(static_cast<char>(raw(opcode) | (last ? finBit : 0)));
    if (payload.size() < length16) {
        frame.append(static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xffff) {
        frame.append(static_cast<char>(length16));
        appendBigEndian(frame, static_cast<quint16>(payload.size()));
    } else {
        frame.append(static_cast<char>(length64));
        appendBigEndian(frame, static_cast<quint64>(payload.size()));
    }
    return frame.append(payload);
}

QByteArray demoCloseFrame(quint16 code, const QByteArray &reason)
{
    QByteArray payload;
    appendBigEndian(payload, code);
    return demoFrame(DemoOpcode::Close, payload.append(reason));
}

void DemoFrameReader::feed(const QByteArray &bytes)
{
    if (m_broken)
        return;
    m_buffer.remove(0, m_read);
    m_read = 0;
    m_buffer.append(bytes);
}

std::optional<DemoIncoming> DemoFrameReader::next()
{
    // A fragment that doesn't complete a message gets no answer, but the next frame may already be here.
    while (!m_broken) {
        const qsizetype available = m_buffer.size() - m_read;
        if (available < 2)
            return std::nullopt;
        const quint8 first = byteAt(m_buffer, m_read);
        const quint8 second = byteAt(m_buffer, m_read + 1);
        if ((first & reservedBits) != 0)
            return fault(1002, "reserved bits are set");
        if ((second & maskBit) == 0)
            return fault(1002, "a client's frames must be masked");

        Header header;
        header.last = (first & finBit) != 0;
        header.opcode = first & opcodeBits;
        const quint8 length = second & lengthBits;
        const qsizetype lengthSize = length == length16 ? 2 : length == length64 ? 8 : 0;
        header.size = 2 + lengthSize + maskSize;
        if (available < 2 + lengthSize)
            return std::nullopt;
        const char *const lengthBytes = m_buffer.constData() + m_read + 2;
        header.length = length == length16   ? qFromBigEndian<quint16>(lengthBytes)
                        : length == length64 ? qFromBigEndian<qint64>(lengthBytes)
                                             : length;
        if (auto bad = faultOf(header))
            return bad;
        if (available < header.size + header.length)
            return std::nullopt;
        if (auto whole = take(header))
            return whole;
    }
    return std::nullopt;
}

std::optional<DemoIncoming> DemoFrameReader::fault(quint16 code, const char *reason)
{
    m_broken = true;
    m_buffer.clear();
    m_message.clear();
    m_read = 0;
    return DemoIncoming{DemoIncoming::Kind::Fault, QByteArray(reason), code};
}

std::optional<DemoIncoming> DemoFrameReader::faultOf(const Header &header)
{
    if (!isKnown(header.opcode))
        return fault(1002, "unknown opcode");
    if (isControl(header.opcode)) {
        if (!header.last || header.length > largestControl || header.length < 0)
            return fault(1002, "a control frame must be whole and at most 125 bytes");
        return std::nullopt;
    }
    if ((header.opcode == raw(DemoOpcode::Continuation)) != m_messageOpcode.has_value())
        return fault(1002, "a fragment is out of place");
    // A negative length means 2^63 bytes or more.
    if (header.length < 0 || header.length > largestMessage - m_message.size())
        return fault(1009, "messages may have at most 1 MiB");
    if (m_fragments >= mostFragments)
        return fault(1008, "too many fragments");
    return std::nullopt;
}

std::optional<DemoIncoming> DemoFrameReader::take(const Header &header)
{
    const char *const mask = m_buffer.constData() + m_read + header.size - maskSize;
    QByteArray payload = m_buffer.mid(m_read + header.size, header.length);
    char *const bytes = payload.data();
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ mask[i % maskSize]);
    m_read += header.size + header.length;
    return isControl(header.opcode) ? control(header.opcode, payload) : part(header, payload);
}

std::optional<DemoIncoming> DemoFrameReader::control(quint8 opcode, const QByteArray &payload)
{
    if (opcode == raw(DemoOpcode::Close)) {
        if (payload.size() == 1)
            return fault(1002, "a close code has two bytes");
        return DemoIncoming{DemoIncoming::Kind::Close, payload};
    }
    const bool ping = opcode == raw(DemoOpcode::Ping);
    return DemoIncoming{ping ? DemoIncoming::Kind::Ping : DemoIncoming::Kind::Pong, payload};
}

std::optional<DemoIncoming> DemoFrameReader::part(const Header &header, const QByteArray &payload)
{
    if (!m_messageOpcode)
        m_messageOpcode = header.opcode;
    m_message.append(payload);
    ++m_fragments;
    if (!header.last)
        return std::nullopt;

    const bool text = *m_messageOpcode == raw(DemoOpcode::Text);
    const QByteArray message = std::exchange(m_message, {});
    m_messageOpcode.reset();
    m_fragments = 0;
    if (text && !QUtf8StringView(message.constData(), message.size()).isValidUtf8())
        return fault(1007, "a text message must be UTF-8");
    return DemoIncoming{text ? DemoIncoming::Kind::Text : DemoIncoming::Kind::Binary, message};
}

} // namespace Pongwatch
