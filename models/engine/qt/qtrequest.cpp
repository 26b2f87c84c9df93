// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/qtrequest.h"

namespace Pongwatch
{

namespace
{

/// The URL as QWebSocket makes the right request of it: it writes a port that is given, the scheme's own
/// included, and no path where there is none.
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
        request.setRawHeader(name, value.isNull() ? QByteArray("") : value); // a null value removes a header
    return request;
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
