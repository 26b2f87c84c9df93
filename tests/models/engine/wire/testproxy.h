// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace Pongwatch::TestSupport
{

/// A proxy on a free port of 127.0.0.1, for one connection: HTTP CONNECT or SOCKS5 without authentication,
/// by what the client says first.
class TestProxy : public QObject
{
    Q_OBJECT

public:
    TestProxy();

    [[nodiscard]] ProxySettings settings(ProxyKind kind) const;

    /// Answers every CONNECT with these bytes instead, and ends the connection.
    void refuseWith(const QByteArray &answer) { m_refusal = answer; }
    void stopListening() { m_server.close(); }
    /// Ends the client's side by RST.
    void resetClient();

    /// "host:port" that was asked for; empty before that.
    [[nodiscard]] QString asked() const { return m_asked; }

private:
    void fromClient();
    void httpConnect();
    void socks();
    void connectTo(const QString &host, quint16 port, const QByteArray &answer);

    QTcpServer m_server;
    QTcpSocket *m_client = nullptr;
    QTcpSocket *m_target = nullptr;
    QByteArray m_received;
    QByteArray m_refusal;
    QString m_asked;
    bool m_greeted = false; ///< SOCKS5: the methods were agreed on
};

} // namespace Pongwatch::TestSupport
