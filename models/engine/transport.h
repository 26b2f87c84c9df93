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

/// The circumstances of sending one ping or message.
struct FrameWrite {
    SteadyTime handedAt{};   ///< just before the frame was handed to the socket
    qint64 backlogBytes = 0; ///< our bytes that were queued before it and had not reached the kernel
};

/// The circumstances of receiving a pong or a message.
struct FrameRead {
    SteadyTime readAt{};           ///< when its bytes were read from the socket
    qint64 bytesAheadInBuffer = 0; ///< bytes of this connection read in the same call before it
    std::optional<TcpTiming> tcp;  ///< the kernel's figures at that moment, if at hand; otherwise
                                   ///< Transport::tcpTiming() is called, for answers to pings
    SteadyTime servedAt{};         ///< when it was passed on, if not at once: other connections had their
                                   ///< turn in between
};

/// Is told by a Transport what happens, on the transport's thread. From inside these functions it may call
/// the transport, but must not delete it (delete it later, when control is back in the event loop).
class TransportListener
{
public:
    virtual ~TransportListener() = default;

    virtual void transportOpened(const Opened &opened) = 0;
    virtual void pongReceived(QByteArrayView payload, const FrameRead &read) = 0;
    /// A Close frame came in. Unless one was already sent, the transport has answered it itself, with the
    /// same code.
    virtual void closeFrameReceived(const CloseFrame &frame) = 0;
    /// A whole message; `payload` is cut to the length set with setMessagesWanted() (empty for 0).
    virtual void messageReceived(bool binary, const QByteArray &payload, qint64 size,
                                 const FrameRead &read) = 0;
    /// The last call, once for each open() unless abort() was called.
    virtual void transportEnded(const TransportEnd &end) = 0;
};

/// One WebSocket session on the wire: dials, handles frames, and reports. It decides nothing: no timeouts, no
/// schedule, no reconnecting. One object is for one dial. Lives on one I/O thread; all functions are called
/// there.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Starts to dial; the listener must outlive the transport, and is not called before this returns.
    virtual void open(const ConnectionSettings &settings, TransportListener *listener) = 0;

    /// Sends a ping frame of at most 125 bytes. Only while open, and not after a Close frame of ours.
    virtual FrameWrite sendPing(QByteArrayView payload) = 0;
    virtual FrameWrite sendText(const QString &text) = 0;
    virtual FrameWrite sendBinary(QByteArrayView payload) = 0;

    /// Our bytes that are waiting because the kernel does not take them: the peer, or the path, is slower
    /// than we are.
    [[nodiscard]] virtual qint64 backlogBytes() const = 0;

    /// Sends a Close frame (without a code: an empty one), and nothing after it. The transport ends when the
    /// peer closes the TCP connection, as RFC 6455 7.1.1 wants of a client; the caller limits how long that
    /// may take by calling abort().
    virtual void sendClose(const CloseFrame &frame) = 0;

    /// Drops the TCP connection, or the dial, at once. The listener is not called any more.
    virtual void abort() = 0;

    /// How far the dial has got.
    [[nodiscard]] virtual DialPhase phase() const = 0;

    /// How long each step of the dial has taken so far, including the current one; empty once open.
    [[nodiscard]] virtual DialPhases phases() const { return {}; }

    /// What happened in the dial so far, besides its steps: the forward proxy in use, and the addresses that
    /// did not answer, including the one being tried.
    [[nodiscard]] virtual DialStory story() const { return {}; }

    /// Time is up. If the dial has already failed, and was only waiting for more details, this calls the
    /// listener's transportEnded() and returns true.
    virtual bool conclude() { return false; }

    /// When the last byte came; nullopt before the first.
    [[nodiscard]] virtual std::optional<SteadyTime> lastReceivedAt() const = 0;

    /// A snapshot of the kernel's data; nullopt if the system has none, or without a TCP connection.
    [[nodiscard]] virtual std::optional<TcpSnapshot> tcpSnapshot() const = 0;

    /// The Close frame that was sent, if only in answer to the peer's; nullopt: none.
    [[nodiscard]] virtual std::optional<CloseFrame> sentClose() const { return {}; }

    /// What QWebSocket and its tap disagreed about.
    [[nodiscard]] virtual ClientNote note() const { return {}; }

    /// The kernel's figures for a pong that was just read, if FrameRead has none. Called only for pongs that
    /// match a ping.
    [[nodiscard]] virtual std::optional<TcpTiming> tcpTiming() const { return {}; }

    /// Sets who is told of each frame from now on, until the transport has ended or was aborted; it must live
    /// that long or be unset. Null, the default: nobody.
    virtual void setFrameWitness(FrameWitness * /*witness*/) {}

    /// How many bytes of each message the listener wants; 0, the default: messages are only counted.
    virtual void setMessagesWanted(qint64 bytes) = 0;
};

/// Makes the transports of an I/O thread. Called on that thread.
class TransportFactory
{
public:
    virtual ~TransportFactory() = default;
    /// Makes one for a single dial with these settings.
    [[nodiscard]] virtual std::unique_ptr<Transport> create(const ConnectionSettings &settings) = 0;
};

} // namespace Pongwatch
