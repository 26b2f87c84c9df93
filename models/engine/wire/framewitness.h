// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/seenframe.h"
#include "engine/values/timetypes.h"
#include "engine/wire/frame.h"

#include <QByteArrayView>
#include <QString>

namespace Pongwatch
{

/// The first byte of a frame's header, and the length of its payload.
struct FrameHead {
    static constexpr qint64 unknownSize = -1; ///< the frame was refused before its length was known

    quint8 firstByte = 0;
    qint64 size = 0;

    [[nodiscard]] quint8 opcode() const { return firstByte & 0x0f; }
    [[nodiscard]] quint8 reservedBits() const { return (firstByte >> 4) & 0x07; }
    [[nodiscard]] bool isFinal() const { return (firstByte & 0x80) != 0; }
};

/// The head of an unfragmented frame of this kind.
[[nodiscard]] constexpr FrameHead wholeFrame(Opcode opcode, qint64 size)
{
    return {static_cast<quint8>(0x80 | static_cast<quint8>(opcode)), size};
}

/// Is told of every frame that a transport sends or receives, and of the handshake before them. Called on the
/// transport's thread from inside the transport: must not call back, and must be quick.
class FrameWitness
{
public:
    virtual ~FrameWitness() = default;

    /// A piece of the handshake as on the wire: the request as a whole, the answer in pieces of any size.
    virtual void handshake(FrameDirection direction, QByteArrayView text) = 0;

    /// Bytes from the peer were read at this moment; frameReceived() follows for the frames in them.
    virtual void bytesRead(SteadyTime at) = 0;

    /// How many bytes of the payload to pass on, for a frame that is starting to come in. Called once for
    /// each.
    [[nodiscard]] virtual qint64 bytesWanted(const FrameHead &head) = 0;

    /// A frame came in, with the wanted part of its payload. `fault`: what is wrong with it, if the client
    /// refuses it.
    virtual void frameReceived(const FrameHead &head, QByteArrayView payload, const QString &fault) = 0;

    /// A frame was handed to the socket at this moment.
    virtual void frameSent(const FrameHead &head, QByteArrayView payload, SteadyTime at) = 0;
    void frameSent(Opcode opcode, QByteArrayView payload, SteadyTime at)
    {
        frameSent(wholeFrame(opcode, payload.size()), payload, at);
    }

    /// A pong for a ping of the peer is to be sent, and has been sent together with any told before it.
    virtual void pongDue(QByteArrayView payload) = 0;
    virtual void pongsSent(SteadyTime at) = 0;
};

} // namespace Pongwatch
