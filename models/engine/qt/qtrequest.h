// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/openinghandshake.h"

#include <QNetworkRequest>
#include <QUrl>

namespace Pongwatch
{

/// The request for QWebSocket with which it sends the same as the wire client would for this URL and these
/// fields.
[[nodiscard]] QNetworkRequest makeQtRequest(const QUrl &url, const HandshakeFields &fields);

/// The request as QWebSocket writes it to the wire without showing it. `key`: its Sec-WebSocket-Key.
[[nodiscard]] QByteArray requestOfQWebSocket(const QNetworkRequest &request, const QString &origin,
                                             const QStringList &subprotocols, const QByteArray &key);

/// Makes the same requests for one I/O thread. A QWebSocket keeps its request as long as it lives, and the
/// headers alone take 2 KiB, so those that send the same headers share one request.
class QtRequests
{
public:
    [[nodiscard]] QNetworkRequest make(const QUrl &url, const HandshakeFields &fields);

private:
    HandshakeFields m_fields; ///< of m_last
    QNetworkRequest m_last;
};

} // namespace Pongwatch
