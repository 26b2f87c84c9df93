// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/openinghandshake.h"

#include <QNetworkRequest>
#include <QUrl>

namespace Pongwatch
{

/// What to ask QWebSocket for, so that it sends what the wire client would send for this URL and these
/// fields.
[[nodiscard]] QNetworkRequest makeQtRequest(const QUrl &url, const HandshakeFields &fields);

/// The request as QWebSocket writes it to the wire, which it shows to nobody. `key`: its Sec-WebSocket-Key.
[[nodiscard]] QByteArray requestOfQWebSocket(const QNetworkRequest &request, const QString &origin,
                                             const QStringList &subprotocols, const QByteArray &key);

/// Makes the same requests for one I/O thread. QWebSocket keeps its request for as long as it lives, which
/// takes 2 KiB for the headers alone: those that send the same ones share them.
class QtRequests
{
public:
    [[nodiscard]] QNetworkRequest make(const QUrl &url, const HandshakeFields &fields);

private:
    HandshakeFields m_fields; ///< of m_last
    QNetworkRequest m_last;
};

} // namespace Pongwatch
