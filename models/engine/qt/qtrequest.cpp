// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/qtrequest.h"

#include <QStringList>

namespace Pongwatch
{

namespace
{

/// The URL from which QWebSocket makes the right request: it writes any port that is given, even the scheme's
/// default, and no path if there is none.
QUrl urlForQWebSocket(const QUrl &url)
{
    QUrl asked = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (asked.port() == (asked.scheme() == QLatin1String("wss") ? 443 : 80))
        asked.setPort(-1);
    if (asked.path().isEmpty())
        asked.setPath(QStringLiteral("/"));
    return asked;
}

} // namespace

QNetworkRequest makeQtRequest(const QUrl &url, const HandshakeFields &fields)
{
    QNetworkRequest request(urlForQWebSocket(url));
    for (const auto &[name, value] : fields)
        request.setRawHeader(name, value.isNull() ? QByteArray("") : value); // null would remove the header
    return request;
}

QByteArray requestOfQWebSocket(const QNetworkRequest &request, const QString &origin,
                               const QStringList &subprotocols, const QByteArray &key)
{
    const QUrl url = request.url();
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    if (url.port() != -1)
        host += u':' + QString::number(url.port());
    QByteArray text = "GET " + target + " HTTP/1.1\r\nHost: " + host.toLatin1() +
                      "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key + "\r\n";
    if (!origin.isEmpty())
        text += "Origin: " + origin.toLatin1() + "\r\n";
    text += "Sec-WebSocket-Version: 13\r\n";
    if (!subprotocols.isEmpty())
        text += "Sec-WebSocket-Protocol: " + subprotocols.join(QLatin1String(", ")).toLatin1() + "\r\n";
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        text += name + ": " + request.rawHeader(name) + "\r\n";
    return text + "\r\n";
}

QNetworkRequest QtRequests::make(const QUrl &url, const HandshakeFields &fields)
{
    if (m_last.url().isEmpty() || fields != m_fields) {
        m_last = makeQtRequest(url, fields);
        m_fields = fields;
        return m_last;
    }
    QNetworkRequest request = m_last;
    request.setUrl(urlForQWebSocket(url));
    return request;
}

} // namespace Pongwatch
