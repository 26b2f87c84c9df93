// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/wire/rawpeer.h"

#include "engine/wire/openinghandshake.h"

#include <QSslSocket>
#include <QUrl>
#include <QtEndian>

#include <sys/socket.h>

namespace Pongwatch::TestSupport
{

void RawServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    if (tls) {
        socket->setSslConfiguration(*tls);
        socket->startServerEncryption();
    }
    addPendingConnection(socket);
}

RawPeer::RawPeer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &RawPeer::accept);
    m_server.listen(QHostAddress::LocalHost);
}

ConnectionSettings RawPeer::settings() const
{
    ConnectionSettings settings;
    settings.url = QUrl(QStringLiteral("%1://127.0.0.1:%2/path?q=1")
                            .arg(m_server.tls ? QStringLiteral("wss") : QStringLiteral("ws"))
                            .arg(m_server.serverPort()));
    settings.proxy.kind = ProxyKind::None;
    return settings;
}

void RawPeer::accept()
{
    m_client = m_server.nextPendingConnection();
    connect(m_client, &QTcpSocket::readyRead, this, &RawPeer::readMore);
    connect(m_client, &QTcpSocket::disconnected, this, [this] { m_clientGone = true; });
    if (onConnection)
        onConnection(*this);
}

void RawPeer::readMore()
{
    m_received += m_client->readAll();
    if (onBytes) {
        onBytes(*this);
        return;
    }
    if (m_requestComplete)
        return;
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    m_request = m_received.left(end + 4);
    m_received.remove(0, end + 4);
    m_requestComplete = true;
    if (onRequest)
        onRequest(*this);
    else
        send(goodAnswer() + firstBytes);
}

void RawPeer::send(const QByteArray &bytes)
{
    m_client->write(bytes);
    m_client->flush();
}

void RawPeer::fin()
{
    m_client->disconnectFromHost();
}

void RawPeer::reset()
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_client->abort();
}

void RawPeer::stopReading()
{
    m_client->setReadBufferSize(1);
    m_client->disconnect(this);
}

QByteArray RawPeer::requestField(const QByteArray &name) const
{
    for (const QByteArray &line : m_request.split('\n'))
        if (line.startsWith(QByteArray(name + ": ")))
            return line.mid(name.size() + 2).trimmed();
    return {};
}

QList<ClientFrame> RawPeer::frames() const
{
    QList<ClientFrame> frames;
    qsizetype at = 0;
    while (m_received.size() - at >= 2) {
        ClientFrame frame;
        frame.opcode = static_cast<Opcode>(m_received[at] & 0x0f);
        frame.masked = (m_received[at + 1] & 0x80) != 0;
        qsizetype size = m_received[at + 1] & 0x7f;
        at += 2;
        if (size == 126) {
            size = qFromBigEndian<quint16>(m_received.constData() + at);
            at += 2;
        }
        const QByteArray mask = m_received.mid(at, 4);
        frame.payload = m_received.mid(at + 4, size);
        at += 4 + size;
        if (at > m_received.size())
            break;
        for (qsizetype i = 0; i < size; ++i)
            frame.payload[i] = static_cast<char>(frame.payload[i] ^ mask[i % 4]);
        frames.append(frame);
    }
    return frames;
}

QByteArray RawPeer::goodAnswer() const
{
    return QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: " +
                      acceptForKey(requestField("Sec-WebSocket-Key")) + "\r\n" + extraHeaders + "\r\n");
}

QByteArray RawPeer::frame(Opcode opcode, const QByteArray &payload, bool final)
{
    QByteArray bytes;
    bytes.append(static_cast<char>((final ? 0x80 : 0) | static_cast<int>(opcode)));
    if (payload.size() < 126) {
        bytes.append(static_cast<char>(payload.size()));
    } else if (payload.size() < 65536) {
        bytes.append(char(126));
        bytes.append(static_cast<char>(payload.size() >> 8)).append(static_cast<char>(payload.size()));
    } else {
        bytes.append(char(127));
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.append(static_cast<char>(payload.size() >> shift));
    }
    return bytes + payload;
}

QByteArray RawPeer::closeFrame(quint16 code, const QByteArray &reason)
{
    QByteArray payload;
    payload.append(static_cast<char>(code >> 8)).append(static_cast<char>(code));
    return frame(Opcode::Close, payload + reason);
}

} // namespace Pongwatch::TestSupport
