// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transportend.h"
#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"
#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace Pongwatch
{

class FrameWitness;

/// What sending one ping or message met.
struct FrameWrite {
    SteadyTime handedAt{};   ///< just before the frame was handed to the socket
    qint64 backlogBytes = 0; ///< bytes of ours that waited before it and had not reached the kernel
};

/// What a pong, or a message, met on its way in.
struct FrameRead {
    SteadyTime readAt{};           ///< when its bytes were read from the socket
    qint64 bytesAheadInBuffer = 0; ///< bytes of this connection that were read in the same go before it
    std::optional<TcpTiming> tcp;  ///< the kernel's figures at that moment, where they are at hand; else
                                   ///< Transport::tcpTiming() is asked, for what answers a ping
    SteadyTime servedAt{};         ///< when it was handed on, where that was not at once: other connections
                                   ///< had their turn in between
};

/// Told by a Transport what happens, on the transport's thread. It may call the transport back, but not
/// delete it, from inside these functions (delete it later, when control is back in the event loop).
class TransportListener
{
public:
    virtual ~TransportListener() = default;

    virtual void transportOpened(const Opened &opened) = 0;
    virtual void pongReceived(QByteArrayView payload, const FrameRead &read) = 0;
    /// A Close frame came in. The transport has answered it by itself, if no Close frame was sent before,
    /// with the same code.
    virtual void closeFrameReceived(const CloseFrame &frame) = 0;
    /// A whole message; `payload` is cut to what setMessagesWanted() asked for (empty when nothing was).
    virtual void messageReceived(bool binary, const QByteArray &payload, qint64 size,
                                 const FrameRead &read) = 0;
    /// The last call, once for each open(), unless abort() was called: nothing comes after it.
    virtual void transportEnded(const TransportEnd &end) = 0;
};

/// One WebSocket session on the wire: dials, speaks frames, and reports. It has no opinion: no timeouts, no
/// schedule, no reconnecting. One object serves one dial. Lives on one I/O thread; every function is called
/// there.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Starts to dial; the listener outlives the transport. Never calls the listener before it returns.
    virtual void open(const ConnectionSettings &settings, TransportListener *listener) = 0;

    /// Hands a ping frame to the socket: at most 125 bytes. Only when open and before a Close frame of ours.
    virtual FrameWrite sendPing(QByteArrayView payload) = 0;
    virtual FrameWrite sendText(const QString &text) = 0;
    virtual FrameWrite sendBinary(QByteArrayView payload) = 0;

    /// Bytes of ours that wait here because the kernel does not take them: the peer, or the path, is slower
    /// than we are.
    [[nodiscard]] virtual qint64 backlogBytes() const = 0;

    /// Sends a Close frame (no code: an empty one) and sends nothing after it. The transport then ends when
    /// the peer closes the TCP connection, as RFC 6455 7.1.1 wants of a client; the caller limits how long
    /// that may take with abort().
    virtual void sendClose(const CloseFrame &frame) = 0;

    /// Drops the TCP connection, or the dial, at once. The listener hears nothing more.
    virtual void abort() = 0;

    /// How far the dial has come.
    [[nodiscard]] virtual DialPhase phase() const = 0;

    /// How long the steps of the dial took so far, that included which is under way; nothing once it is open.
    [[nodiscard]] virtual DialPhases phases() const { return {}; }

    /// What became of the dial so far beside its steps: the forward proxy in use, and the addresses that did
    /// not answer, the one that is being tried included.
    [[nodiscard]] virtual DialStory story() const { return {}; }

    /// No more time is left. When the dial has failed already, and only more words about it were waited for,
    /// the listener is told now (transportEnded) and true is given.
    virtual bool conclude() { return false; }

    /// When the last byte came in; nullopt before the first.
    [[nodiscard]] virtual std::optional<SteadyTime> lastReceivedAt() const = 0;

    /// A look at the kernel's books; nullopt where the system does not tell, or with no TCP connection.
    [[nodiscard]] virtual std::optional<TcpSnapshot> tcpSnapshot() const = 0;

    /// The Close frame that went out, the answer to the peer's included; nullopt: none did.
    [[nodiscard]] virtual std::optional<CloseFrame> sentClose() const { return {}; }

    /// Where QWebSocket and its tap did not agree.
    [[nodiscard]] virtual ClientNote note() const { return {}; }

    /// The kernel's figures for a pong that was just read, where FrameRead has none: asked only for one that
    /// matches a ping.
    [[nodiscard]] virtual std::optional<TcpTiming> tcpTiming() const { return {}; }

    /// Who is told of each frame from now on, until the transport has ended or was aborted; it outlives that,
    /// or is taken back. Null, the default: nobody.
    virtual void setFrameWitness(FrameWitness * /*witness*/) {}

    /// How many bytes of each message the listener wants to see; 0, the default, only counts them.
    virtual void setMessagesWanted(qint64 bytes) = 0;
};

/// Makes the transports of an I/O thread. Called on that thread.
class TransportFactory
{
public:
    virtual ~TransportFactory() = default;
    /// For one dial with these settings.
    [[nodiscard]] virtual std::unique_ptr<Transport> create(const ConnectionSettings &settings) = 0;
};

} // namespace Pongwatch
