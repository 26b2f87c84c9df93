// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transportend.h"
#include "engine/values/verdict.h"
#include "engine/wire/frame.h"
#include "engine/wire/utf8validator.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <optional>
#include <variant>

namespace Pongwatch
{

class FrameWitness;

/// A ping or pong came in. The payload is valid until the parser is called again.
struct PingFrame {
    QByteArrayView payload;
};
struct PongFrame {
    QByteArrayView payload;
};

/// A message is complete.
struct WholeMessage {
    bool binary = false;
    QByteArray payload; ///< as much as was wanted
    qint64 size = 0;    ///< of the whole message
};

/// The peer's bytes break RFC 6455, or its message is too big.
struct Violation {
    Cause cause = Cause::ProtocolError; ///< or MessageTooBig
    quint16 closeCode = 1002;           ///< the code to close with: 1002, 1007 or 1009
    QString detail;                     ///< what is wrong, for people
    std::optional<CloseFrame>
        received{}; ///< the Close frame that breaks the protocol, as far as it is readable
};

/// The end of a session in which the peer did this.
[[nodiscard]] TransportEnd endOf(const Violation &violation);

/// What the parser found; monostate: it needs more bytes.
using FrameEvent = std::variant<std::monostate, PingFrame, PongFrame, CloseFrame, WholeMessage, Violation>;

/// Parses what a server sends (RFC 6455 5.2 to 5.6, no extensions) from pieces of any size. Uses no memory
/// between frames, and none for payloads that nobody wants: they are counted and, if text, checked to be
/// UTF-8. Anything after a Close frame or a violation is discarded.
class FrameParser
{
public:
    /// A message of more than maxMessageBytes is a violation as soon as a header announces it.
    explicit FrameParser(qint64 maxMessageBytes);

    /// How many bytes of each message to return; applies from the next byte on.
    void setMessagesWanted(qint64 bytes) { m_wanted = bytes; }
    [[nodiscard]] qint64 messagesWanted() const { return m_wanted; }

    /// Sets who is told of each frame, from the next one on; it must outlive the parser or be unset. Null:
    /// nobody.
    void setWitness(FrameWitness *witness);

    /// Payload bytes of the current frame that have not come yet.
    [[nodiscard]] qint64 frameLeft() const { return m_stage == Stage::Payload ? m_frameLeft : 0; }

    /// Consumes bytes from the front of `input` up to the end of the next event. If it returns monostate, all
    /// of `input` is consumed.
    [[nodiscard]] FrameEvent next(QByteArrayView &input);

private:
    enum class Stage : quint8 { Header, Payload, Over };

    [[nodiscard]] bool takeHeader(QByteArrayView &input);
    [[nodiscard]] QString checkFirstBytes() const;
    [[nodiscard]] FrameEvent enterFrame();
    [[nodiscard]] FrameEvent takeControl(QByteArrayView &input);
    [[nodiscard]] FrameEvent takeData(QByteArrayView &input);
    [[nodiscard]] FrameEvent readClose(QByteArrayView payload);
    [[nodiscard]] FrameEvent fail(Cause cause, quint16 closeCode, const QString &detail);
    void beginWitnessing(qint64 size);
    void witness(QByteArrayView payload, const QString &fault = {});

    /// What the witness is told of the current frame.
    struct Watch {
        FrameWitness *witness = nullptr;
        QByteArray kept;         ///< from its payload
        qint64 wanted = 0;       ///< bytes of it
        qint64 size = 0;         ///< announced by the header
        bool isUnderWay = false; ///< it has begun, but the witness was not told yet
    };

    qint64 m_maxMessage;
    qint64 m_wanted = 0;
    qint64 m_frameLeft = 0;         ///< payload bytes of the current frame that have not come yet
    qint64 m_messageSize = 0;       ///< announced so far, over all fragments of the message
    QByteArray m_control;           ///< payload of a control frame that came in pieces
    QByteArray m_message;           ///< the wanted part of the current message
    std::unique_ptr<Watch> m_watch; ///< null: there is no witness
    std::array<uchar, 10> m_header{};
    quint8 m_headerSize = 0;
    Utf8Validator m_utf8;
    Stage m_stage = Stage::Header;
    Opcode m_opcode = Opcode::Continuation;      ///< of the current frame
    Opcode m_messageKind = Opcode::Continuation; ///< Continuation: no message has begun
    bool m_final = false;
};

} // namespace Pongwatch
