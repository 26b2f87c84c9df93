// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/frameparser.h"

#include "engine/wire/framewitness.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

namespace Pongwatch
{

namespace
{

struct FrameParserStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FrameParser)
};

constexpr uchar finBit = 0x80;
constexpr uchar reservedBits = 0x70;
constexpr uchar opcodeBits = 0x0f;
constexpr uchar maskBit = 0x80;
constexpr uchar lengthBits = 0x7f;
constexpr uchar sixteenBitLength = 126;
constexpr uchar sixtyFourBitLength = 127;

bool isControl(Opcode opcode)
{
    return static_cast<quint8>(opcode) >= static_cast<quint8>(Opcode::Close);
}

bool isNothing(const FrameEvent &event)
{
    return std::holds_alternative<std::monostate>(event);
}

} // namespace

TransportEnd endOf(const Violation &violation)
{
    TransportEnd end{violation.cause, DialPhase::Open, violation.detail, true};
    end.received = violation.received;
    return end;
}

FrameParser::FrameParser(qint64 maxMessageBytes)
    : m_maxMessage(maxMessageBytes)
{
}

void FrameParser::setWitness(FrameWitness *witness)
{
    if (!witness) {
        m_watch.reset();
        return;
    }
    if (!m_watch)
        m_watch = std::make_unique<Watch>();
    m_watch->witness = witness;
}

void FrameParser::beginWitnessing(qint64 size)
{
    if (!m_watch)
        return;
    m_watch->size = size;
    m_watch->wanted = m_watch->witness->bytesWanted({m_header[0], size});
    m_watch->kept.clear();
    m_watch->isUnderWay = true;
}

/// Nothing is reported of a frame if watching began in the middle of it.
void FrameParser::witness(QByteArrayView payload, const QString &fault)
{
    if (m_watch && std::exchange(m_watch->isUnderWay, false))
        m_watch->witness->frameReceived({m_header[0], m_watch->size}, payload, fault);
}

FrameEvent FrameParser::next(QByteArrayView &input)
{
    for (;;) {
        if (m_stage == Stage::Over) {
            input = {};
            return {};
        }
        if (m_stage == Stage::Header) {
            if (!takeHeader(input))
                return {};
            FrameEvent refused = enterFrame();
            if (!isNothing(refused))
                return refused;
        }
        FrameEvent event = isControl(m_opcode) ? takeControl(input) : takeData(input);
        if (m_stage == Stage::Payload || !isNothing(event))
            return event;
    }
}

bool FrameParser::takeHeader(QByteArrayView &input)
{
    for (;;) {
        qsizetype wanted = 2;
        // A header that is wrong in its first two bytes is refused without waiting for its length.
        if (m_headerSize >= 2 && checkFirstBytes().isEmpty()) {
            const uchar length = m_header[1] & lengthBits;
            wanted = length == sixteenBitLength ? 4 : (length == sixtyFourBitLength ? 10 : 2);
        }
        if (m_headerSize >= wanted)
            return true;
        const qsizetype taken = std::min<qsizetype>(wanted - m_headerSize, input.size());
        if (taken == 0)
            return false;
        std::copy_n(input.begin(), taken, m_header.begin() + m_headerSize);
        m_headerSize = static_cast<quint8>(m_headerSize + taken);
        input = input.sliced(taken);
    }
}

QString FrameParser::checkFirstBytes() const
{
    const uchar code = m_header[0] & opcodeBits;
    const auto opcode = static_cast<Opcode>(code);
    const uchar length = m_header[1] & lengthBits;
    const bool final = (m_header[0] & finBit) != 0;

    if ((m_header[0] & reservedBits) != 0)
        return FrameParserStrings::tr("a frame has a reserved bit set, but no extension was negotiated");
    if ((code > 2 && code < 8) || code > 10)
        return FrameParserStrings::tr("a frame has the reserved opcode %1").arg(code);
    if ((m_header[1] & maskBit) != 0)
        return FrameParserStrings::tr("a frame of the server is masked");
    if (isControl(opcode)) {
        if (!final)
            return FrameParserStrings::tr("a control frame is fragmented");
        if (length > maxControlPayload)
            return FrameParserStrings::tr("a control frame is longer than 125 bytes");
    } else if (opcode == Opcode::Continuation && m_messageKind == Opcode::Continuation) {
        return FrameParserStrings::tr("a continuation frame came, but there is no message to continue");
    } else if (opcode != Opcode::Continuation && m_messageKind != Opcode::Continuation) {
        return FrameParserStrings::tr("a new message began before the last one was complete");
    }
    return {};
}

FrameEvent FrameParser::enterFrame()
{
    const QString wrong = checkFirstBytes();
    m_headerSize = 0;
    m_control = QByteArray();
    const uchar shortLength = m_header[1] & lengthBits;
    if (!wrong.isEmpty()) {
        beginWitnessing(shortLength < sixteenBitLength ? qint64(shortLength) : FrameHead::unknownSize);
        return fail(Cause::ProtocolError, 1002, wrong);
    }

    quint64 length = shortLength;
    if (shortLength == sixteenBitLength)
        length = qFromBigEndian<quint16>(m_header.data() + 2);
    else if (shortLength == sixtyFourBitLength)
        length = qFromBigEndian<quint64>(m_header.data() + 2);

    const bool isTooLong = length > static_cast<quint64>(std::numeric_limits<qint64>::max());
    beginWitnessing(isTooLong ? FrameHead::unknownSize : static_cast<qint64>(length));
    if (isTooLong)
        return fail(Cause::ProtocolError, 1002,
                    FrameParserStrings::tr("a frame's length has its highest bit set"));
    if ((shortLength == sixteenBitLength && length < sixteenBitLength) ||
        (shortLength == sixtyFourBitLength && length <= 0xffff))
        return fail(Cause::ProtocolError, 1002,
                    FrameParserStrings::tr("a frame's length is not written in the shortest form"));

    m_opcode = static_cast<Opcode>(m_header[0] & opcodeBits);
    m_final = (m_header[0] & finBit) != 0;
    m_frameLeft = static_cast<qint64>(length);
    m_stage = Stage::Payload;
    if (isControl(m_opcode))
        return {};

    if (m_opcode != Opcode::Continuation) {
        m_messageKind = m_opcode;
        m_messageSize = 0;
    }
    if (m_frameLeft > m_maxMessage - m_messageSize)
        return fail(Cause::MessageTooBig, 1009,
                    FrameParserStrings::tr("a message of more than %1 bytes was announced (a frame of %2)")
                        .arg(QLocale().toString(m_maxMessage), QLocale().toString(m_frameLeft)));
    m_messageSize += m_frameLeft;
    return {};
}

FrameEvent FrameParser::takeControl(QByteArrayView &input)
{
    QByteArrayView payload;
    if (m_control.isEmpty() && input.size() >= m_frameLeft) {
        // The usual case: the whole payload is there, so nothing needs to be copied.
        payload = input.first(m_frameLeft);
        input = input.sliced(m_frameLeft);
    } else {
        const qint64 taken = std::min<qint64>(m_frameLeft, input.size());
        m_control.append(input.first(taken));
        input = input.sliced(taken);
        m_frameLeft -= taken;
        if (m_frameLeft > 0)
            return {};
        payload = m_control;
    }
    m_stage = Stage::Header;
    witness(payload);
    FrameEvent event;
    if (m_opcode == Opcode::Ping)
        event = PingFrame{payload};
    else if (m_opcode == Opcode::Pong)
        event = PongFrame{payload};
    else
        event = readClose(payload);
    return event;
}

FrameEvent FrameParser::takeData(QByteArrayView &input)
{
    const qint64 taken = std::min<qint64>(m_frameLeft, input.size());
    const QByteArrayView piece = input.first(taken);
    input = input.sliced(taken);
    m_frameLeft -= taken;

    if (m_watch && m_watch->kept.size() < m_watch->wanted)
        m_watch->kept.append(piece.first(std::min<qint64>(taken, m_watch->wanted - m_watch->kept.size())));
    if (m_messageKind == Opcode::Text && !m_utf8.feed(piece))
        return fail(Cause::ProtocolError, 1007, FrameParserStrings::tr("a text message is not UTF-8"));
    if (m_message.size() < m_wanted)
        m_message.append(piece.first(std::min<qint64>(taken, m_wanted - m_message.size())));
    if (m_frameLeft > 0)
        return {};

    m_stage = Stage::Header;
    const bool endsInCharacter = m_final && !m_utf8.complete();
    if (m_watch && !endsInCharacter)
        witness(m_watch->kept);
    if (!m_final)
        return {};
    if (endsInCharacter)
        return fail(Cause::ProtocolError, 1007,
                    FrameParserStrings::tr("a text message ends in the middle of a character"));
    const bool binary = m_messageKind == Opcode::Binary;
    m_messageKind = Opcode::Continuation;
    return WholeMessage{binary, std::exchange(m_message, {}), m_messageSize};
}

FrameEvent FrameParser::readClose(QByteArrayView payload)
{
    m_stage = Stage::Over;
    if (payload.isEmpty())
        return CloseFrame{};
    const auto refuse = [this](quint16 closeCode, const QString &detail, const CloseFrame &received) {
        FrameEvent refused = fail(Cause::ProtocolError, closeCode, detail);
        std::get<Violation>(refused).received = received;
        return refused;
    };
    if (payload.size() == 1)
        return refuse(1002, FrameParserStrings::tr("a Close frame has a payload of one byte"), {});
    // If the reason is not valid UTF-8, QString replaces the invalid parts: the rest is still worth reading.
    const CloseFrame received{qFromBigEndian<quint16>(payload.data()), QString::fromUtf8(payload.sliced(2))};
    const quint16 code = received.code.value();
    if (!isCloseCodeOnWire(code))
        return refuse(
            1002, FrameParserStrings::tr("a Close frame has the code %1, which must not be sent").arg(code),
            received);
    if (!isUtf8(payload.sliced(2)))
        return refuse(
            1007,
            FrameParserStrings::tr("the reason in a Close frame with the code %1 is not UTF-8").arg(code),
            received);
    return received;
}

FrameEvent FrameParser::fail(Cause cause, quint16 closeCode, const QString &detail)
{
    m_stage = Stage::Over;
    m_message.clear();
    if (m_watch)
        witness(m_watch->kept, detail);
    return Violation{cause, closeCode, detail};
}

} // namespace Pongwatch
