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

/// What is known once a stream carries bytes.
struct StreamFacts {
    DialPhases phases; ///< all but the upgrade
    QString address;   ///< "127.0.0.1:9001": the end that answered
    std::optional<TlsFacts> tls;
};

/// Told by a ByteStream what happens, never from inside open(), write() or close(). It may call the stream
/// back from inside these functions, abort() included, but not delete it.
class ByteStreamListener
{
public:
    virtual ~ByteStreamListener() = default;

    virtual void streamConnected(const StreamFacts &facts) = 0;
    /// `bytes` is valid during the call only; readAt: just after they were read.
    virtual void streamRead(QByteArrayView bytes, SteadyTime readAt) = 0;
    /// Bytes had to wait, and the last of them has now reached the kernel.
    virtual void streamDrained() = 0;
    /// The last call: nothing comes after it.
    virtual void streamEnded(const TransportEnd &end) = 0;
};

/// A TCP connection, perhaps with TLS and a proxy in between: bytes in and bytes out. One object serves one
/// dial. Lives on an I/O thread.
class ByteStream : public QObject
{
public:
    /// Looks the host up and connects. Nothing is reported before it returns.
    virtual void open(const ConnectionSettings &settings) = 0;

    /// Hands bytes to the kernel; what it doesn't take waits here. Only once connected.
    virtual void write(QByteArrayView bytes) = 0;

    /// How many bytes wait here for the kernel to take them.
    [[nodiscard]] virtual qint64 backlogBytes() const = 0;

    /// Whether bytes are read; true at first. What comes meanwhile stays in the kernel, an end included.
    virtual void setReading(bool reading) = 0;

    /// Ends the connection, such that what was written has a fair chance to arrive. Nothing more is reported.
    virtual void close() = 0;

    /// Drops the connection or the dial at once. Nothing more is reported.
    virtual void abort() = 0;

    /// Dns, Tcp, Proxy, Tls, and Open when it carries bytes.
    [[nodiscard]] virtual DialPhase phase() const = 0;

    /// How long the steps of the dial took, that included which is under way. Until it carries bytes.
    [[nodiscard]] virtual DialPhases phases() const = 0;

    /// What is known of the dial beside its steps; at any time, after its end too.
    [[nodiscard]] virtual DialStory story() const { return {}; }

    /// The connection's descriptor; -1 when there is none.
    [[nodiscard]] virtual qintptr descriptor() const = 0;

    /// Ends a stream that was never opened: tells the listener soon.
    virtual void refuse(const TransportEnd &end) = 0;
};

} // namespace Pongwatch
