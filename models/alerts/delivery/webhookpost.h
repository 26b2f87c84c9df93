// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

namespace Pongwatch
{

/// Posts alerts to webhooks: TLS is always verified, redirects are not followed (they would carry the token
/// to somebody else), proxies are those of a connection to that host unless the way names one. Blocks
/// nowhere; for one thread.
class WebhookPost : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const DeliveryResult &)>;

    /// `patience`: how long a server may say nothing.
    explicit WebhookPost(milliseconds patience = seconds(30), QObject *parent = nullptr);

    /// `done` is called once, unless this is deleted before.
    void post(const ReadyWay &way, const Delivery &delivery, const Done &done);

private:
    QNetworkAccessManager m_network;
};

/// "sha256=" and the HMAC-SHA256 of the timestamp, a full stop and the body, in hexadecimal.
[[nodiscard]] QByteArray webhookSignature(const QByteArray &key, const QByteArray &timestamp,
                                          const QByteArray &body);

} // namespace Pongwatch
