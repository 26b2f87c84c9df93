// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/proxysession.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QtEndian>

#include <utility>

using namespace Pongwatch::TestSupport;

namespace
{

QByteArray socksReply(int code)
{
    // RFC 1928, 6: version, reply, reserved, and an address that nobody needs.
    return QByteArray::fromHex("05") + static_cast<char>(code) + QByteArray::fromHex("0001000000000000");
}

} // namespace

ProxySession::ProxySession(TestProxy *proxy, QTcpSocket *client)
    : QObject(proxy)
    , m_proxy(proxy)
    , m_client(client)
    , m_upstream(new QTcpSocket(this))
    , m_stage(proxy->m_kind == TestProxy::Kind::Http ? Stage::HttpRequest : Stage::SocksGreeting)
{
    m_client->setParent(this);
    m_upstream->setProxy(QNetworkProxy::NoProxy);
    connect(m_client, &QTcpSocket::readyRead, this, &ProxySession::readClient);
    connect(m_client, &QTcpSocket::disconnected, this, &ProxySession::end);
    connect(m_upstream, &QTcpSocket::connected, this, &ProxySession::tunnel);
    connect(m_upstream, &QTcpSocket::readyRead, this, [this] { m_client->write(m_upstream->readAll()); });
    connect(m_upstream, &QTcpSocket::errorOccurred, this, [this] {
        if (m_stage == Stage::Dialling)
            refuse(502, 5);
        else
            m_client->disconnectFromHost();
    });
    if (m_client->bytesAvailable() > 0)
        readClient();
}

void ProxySession::readClient()
{
    m_input += m_client->readAll();
    bool onward = true;
    while (onward) {
        switch (m_stage) {
        case Stage::HttpRequest:
            onward = readHttpRequest();
            break;
        case Stage::SocksGreeting:
            onward = readSocksGreeting();
            break;
        case Stage::SocksPassword:
            onward = readSocksPassword();
            break;
        case Stage::SocksRequest:
            onward = readSocksRequest();
            break;
        case Stage::Tunnel:
            m_upstream->write(std::exchange(m_input, {}));
            onward = false;
            break;
        case Stage::Dialling:
        case Stage::Over:
            onward = false;
            break;
        }
    }
}

bool ProxySession::readHttpRequest()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    m_input.remove(0, end + 4);

    const QByteArray target = lines.first().split(' ').value(1);
    const qsizetype colon = target.lastIndexOf(':');
    if (!lines.first().startsWith("CONNECT ") || colon < 0) {
        refuse(405, 0);
        return false;
    }
    if (!m_proxy->m_user.isEmpty()) {
        const QByteArray secret = QString(m_proxy->m_user + QLatin1Char(':') + m_proxy->m_password).toUtf8();
        const QByteArray wanted = "proxy-authorization: basic " + secret.toBase64();
        bool right = false;
        for (const QByteArray &line : lines)
            right = right || line.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
        if (!right) {
            turnAway(
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                "Content-Length: 0\r\nConnection: close\r\n\r\n");
            return false;
        }
    }
    dial(QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort());
    return false;
}

bool ProxySession::readSocksGreeting()
{
    // RFC 1928, 3: version, how many methods, the methods.
    if (m_input.size() < 2)
        return false;
    const qsizetype methods = static_cast<quint8>(m_input.at(1));
    if (m_input.size() < 2 + methods)
        return false;
    const char method = m_proxy->m_user.isEmpty() ? '\x00' : '\x02';
    const bool offered = m_input.mid(2, methods).contains(method);
    m_input.remove(0, 2 + methods);
    if (!offered) {
        turnAway(QByteArray::fromHex("05ff"));
        return false;
    }
    reply(QByteArray::fromHex("05") + method);
    m_stage = method == 0 ? Stage::SocksRequest : Stage::SocksPassword;
    return true;
}

bool ProxySession::readSocksPassword()
{
    // RFC 1929, 2: version, the user with its length, the password with its length.
    if (m_input.size() < 2)
        return false;
    const qsizetype userLength = static_cast<quint8>(m_input.at(1));
    if (m_input.size() < 3 + userLength)
        return false;
    const qsizetype passwordLength = static_cast<quint8>(m_input.at(2 + userLength));
    if (m_input.size() < 3 + userLength + passwordLength)
        return false;
    const QByteArray user = m_input.mid(2, userLength);
    const QByteArray password = m_input.mid(3 + userLength, passwordLength);
    m_input.remove(0, 3 + userLength + passwordLength);
    if (user != m_proxy->m_user.toUtf8() || password != m_proxy->m_password.toUtf8()) {
        turnAway(QByteArray::fromHex("0101"));
        return false;
    }
    reply(QByteArray::fromHex("0100"));
    m_stage = Stage::SocksRequest;
    return true;
}

bool ProxySession::readSocksRequest()
{
    // RFC 1928, 4: version, command, reserved, kind of address, address, port.
    if (m_input.size() < 5)
        return false;
    const auto kind = static_cast<quint8>(m_input.at(3));
    const qsizetype addressSize = kind == 1 ? 4 : kind == 4 ? 16 : 1 + static_cast<quint8>(m_input.at(4));
    if (m_input.size() < 4 + addressSize + 2)
        return false;
    const QByteArray address = m_input.mid(4, addressSize);
    const auto port = qFromBigEndian<quint16>(m_input.constData() + 4 + addressSize);
    const bool connects = m_input.at(1) == 1;
    m_input.remove(0, 4 + addressSize + 2);
    if (!connects)
        refuse(0, 7);
    else if (kind == 1)
        dial(QHostAddress(qFromBigEndian<quint32>(address.constData())).toString(), port);
    else if (kind == 4)
        dial(QHostAddress(reinterpret_cast<const quint8 *>(address.constData())).toString(), port);
    else
        dial(QString::fromLatin1(address.mid(1)), port);
    return false;
}

void ProxySession::dial(const QString &host, quint16 port)
{
    m_proxy->m_targets << QString(host + QLatin1Char(':') + QString::number(port));
    if (m_proxy->m_refusal != 0) {
        refuse(m_proxy->m_refusal, m_proxy->m_refusal);
        return;
    }
    m_stage = Stage::Dialling;
    m_upstream->connectToHost(host, port);
}

void ProxySession::tunnel()
{
    reply(m_proxy->m_kind == TestProxy::Kind::Http ? QByteArray("HTTP/1.1 200 Connection established\r\n\r\n")
                                                   : socksReply(0));
    m_stage = Stage::Tunnel;
    readClient();
}

void ProxySession::refuse(int httpStatus, int socksCode)
{
    reply(m_proxy->m_kind == TestProxy::Kind::Http ? QByteArray("HTTP/1.1 " + QByteArray::number(httpStatus) +
                                                                " Refused\r\nContent-Length: 0\r\n\r\n")
                                                   : socksReply(socksCode));
    m_stage = Stage::Over;
    m_client->disconnectFromHost();
}

void ProxySession::turnAway(const QByteArray &answer)
{
    ++m_proxy->m_turnedAway;
    reply(answer);
    m_stage = Stage::Over;
    m_client->disconnectFromHost();
}

void ProxySession::end()
{
    m_stage = Stage::Over;
    m_upstream->abort();
    deleteLater();
}
