// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/causes/rawpeer.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QRegularExpression>
#include <QtEndian>

#include <utility>

namespace Pongwatch::TestSupport
{

namespace
{

/// The answer to an upgrade request (RFC 6455 4.2.2).
QByteArray switchingProtocols(const QByteArray &request)
{
    const QRegularExpression keyHeader(QStringLiteral("\r\nsec-websocket-key:\\s*(\\S+)\r\n"),
                                       QRegularExpression::CaseInsensitiveOption);
    const QByteArray key = keyHeader.match(QString::fromLatin1(request)).captured(1).toLatin1();
    const QByteArray accept =
        QCryptographicHash::hash(QByteArray(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"),
                                 QCryptographicHash::Sha1)
            .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           accept + "\r\n\r\n";
}

} // namespace

QByteArray serverFrame(quint8 firstByte, const QByteArray &payload)
{
    QByteArray frame;
    frame.append(static_cast<char>(firstByte));
    frame.append(static_cast<char>(payload.size()));
    return frame + payload;
}

QByteArray closeFrame(quint16 code, const QByteArray &reason)
{
    constexpr quint8 finAndClose = 0x88;
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return serverFrame(finAndClose, payload + reason);
}

RawPeer::RawPeer(Script script, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RawPeer::welcome);
    m_server.listen(QHostAddress::LocalHost);
}

RawPeer::~RawPeer() = default;

QUrl RawPeer::url(const QString &scheme) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/").arg(scheme, QString::number(port())));
}

void RawPeer::welcome()
{
    m_client = m_server.nextPendingConnection();
    m_request.clear();
    m_upgraded = false;
    if (m_script.connected) {
        m_script.connected(*m_client);
        return;
    }
    connect(m_client, &QTcpSocket::readyRead, this, &RawPeer::read);
}

void RawPeer::read()
{
    if (m_upgraded) {
        if (m_script.received)
            m_script.received(*m_client, m_client->readAll());
        return;
    }
    m_request += m_client->readAll();
    if (!m_request.contains("\r\n\r\n"))
        return;
    m_upgraded = true;
    m_client->write(switchingProtocols(m_request));
    if (m_script.opened)
        m_script.opened(*m_client);
}

} // namespace Pongwatch::TestSupport
