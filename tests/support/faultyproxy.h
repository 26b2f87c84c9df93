// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

namespace Pongwatch::TestSupport
{

/// A proxy on a free port of 127.0.0.1 that never makes a connection: it sends what real ones (ProxyPeer)
/// can't be made to send.
class FaultyProxy
{
public:
    /// Sends each client these answers, one for each of its requests (an HTTP head, or a SOCKS message), and
    /// ends the connection after the last one. Without any, it never sends anything.
    explicit FaultyProxy(const QList<QByteArray> &answers = {});

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Everything that clients have sent.
    [[nodiscard]] QByteArray heard() const { return m_heard; }

    /// The answers of a SOCKS 5 proxy without a password when it refuses to connect (RFC 1928, 6).
    [[nodiscard]] static QList<QByteArray> socksRefusal(int code);

private:
    void serve(QTcpSocket *client);

    QTcpServer m_server;
    QList<QByteArray> m_answers;
    QByteArray m_heard;
};

} // namespace Pongwatch::TestSupport
