// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transportend.h"
#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"
#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <QByteArrayView>
#include <QObject>

#include <optional>

namespace Pongwatch
{

/// What is known once a stream can carry bytes.
struct StreamFacts {
    DialPhases phases; ///< all except the upgrade
    QString address;   ///< "127.0.0.1:9001": the address that answered
    std::optional<TlsFacts> tls;
};

/// Is told by a ByteStream what happens, but never from inside open(), write() or close(). From inside these
/// functions it may call the stream, even abort(), but must not delete it.
class ByteStreamListener
{
public:
    virtual ~ByteStreamListener() = default;

    virtual void streamConnected(const StreamFacts &facts) = 0;
    /// `bytes` is valid only during the call; readAt: just after they were read.
    virtual void streamRead(QByteArrayView bytes, SteadyTime readAt) = 0;
    /// Bytes had to wait, and the last of them has now been passed to the kernel.
    virtual void streamDrained() = 0;
    /// The last call.
    virtual void streamEnded(const TransportEnd &end) = 0;
};

/// A TCP connection, perhaps with TLS and through a proxy: bytes in and bytes out. One object is for one
/// dial. Lives on an I/O thread.
class ByteStream : public QObject
{
public:
    /// Resolves the host and connects. Nothing is reported before this returns.
    virtual void open(const ConnectionSettings &settings) = 0;

    /// Passes bytes to the kernel; what it doesn't take waits here. Only once connected.
    virtual void write(QByteArrayView bytes) = 0;

    /// How many bytes are waiting here until the kernel takes them.
    [[nodiscard]] virtual qint64 backlogBytes() const = 0;

    /// Whether to read bytes; true at first. While it is false, everything stays in the kernel, even an end.
    virtual void setReading(bool reading) = 0;

    /// Ends the connection in a way that lets written bytes arrive, if possible. Reports nothing more.
    virtual void close() = 0;

    /// Drops the connection or the dial at once. Reports nothing more.
    virtual void abort() = 0;

    /// Dns, Tcp, Proxy, Tls, or Open once it can carry bytes.
    [[nodiscard]] virtual DialPhase phase() const = 0;

    /// How long each step of the dial took, including the current one. Only until it can carry bytes.
    [[nodiscard]] virtual DialPhases phases() const = 0;

    /// What is known of the dial besides its steps; at any time, even after the end.
    [[nodiscard]] virtual DialStory story() const { return {}; }

    /// The connection's descriptor; -1 if there is none.
    [[nodiscard]] virtual qintptr descriptor() const = 0;

    /// Ends a stream that was never opened; the listener is told soon afterwards.
    virtual void refuse(const TransportEnd &end) = 0;
};

} // namespace Pongwatch
