// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testproxy.h"

#include <QByteArray>
#include <QTcpSocket>

namespace Pongwatch::TestSupport
{

/// One client of a TestProxy, which owns it: asks who it is and where to, then passes bytes both ways.
class ProxySession : public QObject
{
    Q_OBJECT

public:
    /// Takes over the client's socket.
    ProxySession(TestProxy *proxy, QTcpSocket *client);

private:
    enum class Stage { HttpRequest, SocksGreeting, SocksPassword, SocksRequest, Dialling, Tunnel, Over };

    void readClient();
    /// Each takes what it can from m_input, and says whether it got on.
    bool readHttpRequest();
    bool readSocksGreeting();
    bool readSocksPassword();
    bool readSocksRequest();

    void dial(const QString &host, quint16 port);
    void tunnel();
    /// Answers that there will be no tunnel, and ends.
    void refuse(int httpStatus, int socksCode);
    void turnAway(const QByteArray &answer);
    void reply(const QByteArray &answer) { m_client->write(answer); }
    void end();

    TestProxy *m_proxy;
    QTcpSocket *m_client;   ///< a child
    QTcpSocket *m_upstream; ///< a child
    Stage m_stage;
    QByteArray m_input;
};

} // namespace Pongwatch::TestSupport
