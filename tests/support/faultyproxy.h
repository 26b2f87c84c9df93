// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

namespace Pongwatch::TestSupport
{

/// A proxy on a free port of 127.0.0.1 that never makes a connection: it says what real ones (ProxyPeer)
/// can't be made to say.
class FaultyProxy
{
public:
    /// Gives each client these answers, one for each of its requests (an HTTP head, or a message of SOCKS),
    /// and ends the connection after the last one. Without any it never says a word.
    explicit FaultyProxy(const QList<QByteArray> &answers = {});

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// All that clients have said.
    [[nodiscard]] QByteArray heard() const { return m_heard; }

    /// What a SOCKS 5 proxy without a password answers when it refuses to connect (RFC 1928, 6).
    [[nodiscard]] static QList<QByteArray> socksRefusal(int code);

private:
    void serve(QTcpSocket *client);

    QTcpServer m_server;
    QList<QByteArray> m_answers;
    QByteArray m_heard;
};

} // namespace Pongwatch::TestSupport
