// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/bytestream.h"
#include "engine/wire/wirecontext.h"

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// Waits for the peer to end a TCP connection that QWebSocket has finished with. QWebSocket closes its socket
/// right after its Close frame, although RFC 6455 7.1.1 wants a client to wait for the server, and then reads
/// no more. A duplicate of the descriptor keeps the connection until the peer ends it. Linux only.
class ClosingWatch
{
public:
    /// Bytes that came in; encrypted if the connection is.
    using Read = std::function<void(QByteArrayView bytes, SteadyTime readAt)>;
    /// Eof, or the system's error. Nothing is called after it.
    using Ended = std::function<void(const TransportEnd &end)>;

    /// The context must outlive the object; the descriptor is only borrowed. Nothing is called before the
    /// event loop runs. Both functions may delete the object.
    ClosingWatch(WireContext &context, int descriptor, Read read, Ended ended);
    ~ClosingWatch();
    Q_DISABLE_COPY_MOVE(ClosingWatch)

private:
    void readSome();

    WireContext &m_context;
    int m_descriptor;
    Read m_read;
    Ended m_ended;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Pongwatch
