// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/wire/testproxy.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QtEndian>

#include <sys/socket.h>

namespace Pongwatch::TestSupport
{

TestProxy::TestProxy()
{
    m_server.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        m_client = m_server.nextPendingConnection();
        connect(m_client, &QTcpSocket::readyRead, this, &TestProxy::fromClient);
        connect(m_client, &QTcpSocket::disconnected, this, [this] {
            if (m_target)
                m_target->disconnectFromHost();
        });
    });
}

ProxySettings TestProxy::settings(ProxyKind kind) const
{
    return ProxySettings{kind, QStringLiteral("127.0.0.1"), m_server.serverPort(), {}, {}};
}

void TestProxy::resetClient()
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_client->abort();
}

void TestProxy::fromClient()
{
    if (m_target) {
        m_target->write(m_client->readAll());
        return;
    }
    m_received += m_client->readAll();
    if (m_received.startsWith('\x05'))
        socks();
    else
        httpConnect();
}

void TestProxy::httpConnect()
{
    if (!m_received.contains("\r\n\r\n"))
        return;
    // CONNECT host:port HTTP/1.1
    m_asked = QString::fromLatin1(m_received.split(' ').value(1));
    if (!m_refusal.isEmpty()) {
        m_client->write(m_refusal);
        m_client->disconnectFromHost();
        return;
    }
    connectTo(m_asked.section(QLatin1Char(':'), 0, -2), m_asked.section(QLatin1Char(':'), -1).toUShort(),
              "HTTP/1.1 200 Connection established\r\n\r\n");
}

void TestProxy::socks()
{
    // RFC 1928: the greeting, then one request.
    if (!m_greeted) {
        m_greeted = true;
        m_received.clear();
        m_client->write(QByteArray("\x05\x00", 2));
        return;
    }
    if (m_received.size() < 10)
        return;
    const char kind = m_received[3];
    QString host;
    qsizetype portAt = 8;
    if (kind == 1) {
        host = QHostAddress(qFromBigEndian<quint32>(m_received.constData() + 4)).toString();
    } else {
        const auto length = static_cast<uchar>(m_received[4]);
        host = QString::fromLatin1(m_received.mid(5, length));
        portAt = 5 + length;
    }
    const auto port = qFromBigEndian<quint16>(m_received.constData() + portAt);
    m_asked = QStringLiteral("%1:%2").arg(host).arg(port);
    connectTo(host, port, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
}

void TestProxy::connectTo(const QString &host, quint16 port, const QByteArray &answer)
{
    m_target = new QTcpSocket(this);
    m_target->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(m_target, &QTcpSocket::connected, this, [this, answer] { m_client->write(answer); });
    connect(m_target, &QTcpSocket::readyRead, this, [this] { m_client->write(m_target->readAll()); });
    connect(m_target, &QTcpSocket::disconnected, this, [this] { m_client->disconnectFromHost(); });
    // Whatever the host is called, the test's peer is on this machine.
    m_target->connectToHost(host.endsWith(QStringLiteral(".example")) ? QStringLiteral("127.0.0.1") : host,
                            port);
}

} // namespace Pongwatch::TestSupport
