// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/webhookpost.h"

#include "alerts/delivery/webhooktemplate.h"
#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>
#include <QMetaEnum>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

namespace Pongwatch
{

namespace
{

constexpr milliseconds postPatience = seconds(30);
constexpr qint64 mostAnswer = 64 * 1024;
constexpr qsizetype shownAnswer = 200;

struct PostText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WebhookPost)
};

QNetworkProxy proxyOf(const ProxySettings &settings, const QUrl &url)
{
    if (settings.kind == ProxyKind::System)
        return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0);
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (settings.kind == ProxyKind::Http || settings.kind == ProxyKind::Socks5) {
        proxy.setType(settings.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy
                                                       : QNetworkProxy::Socks5Proxy);
        proxy.setHostName(settings.host);
        proxy.setPort(settings.port);
        proxy.setUser(settings.user);
    }
    return proxy;
}

/// Trying again changes nothing: the request itself is refused. 408, 425 and 429 ask for another time.
bool isRefused(int status)
{
    return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
}

DeliveryResult resultOf(QNetworkReply *reply, bool isTooLong)
{
    DeliveryResult result;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isTooLong) {
        result.error = PostText::tr("the server's answer did not end");
    } else if (status >= 200 && status < 300) {
        result.isTaken = true;
    } else if (status != 0) {
        const QString said =
            harmlessText(QString::fromUtf8(reply->read(mostAnswer)).simplified(), shownAnswer);
        result.error = said.isEmpty()
                           ? PostText::tr("the server answered with HTTP %1").arg(status)
                           : PostText::tr("the server answered with HTTP %1: %2").arg(status).arg(said);
        result.isFinal = isRefused(status) || (status >= 300 && status < 400);
        bool isNumber = false;
        const int after = reply->rawHeader("Retry-After").toInt(&isNumber);
        if (isNumber && after > 0)
            result.retryAfter = seconds(std::min(after, 3600));
    } else if (reply->error() == QNetworkReply::OperationCanceledError) {
        result.error = PostText::tr("the server did not answer in time");
    } else {
        // Qt's sentences name the host, never the path, in which a secret may be.
        result.error =
            reply->error() == QNetworkReply::SslHandshakeFailedError
                ? PostText::tr("the server's certificate is not trusted, or TLS failed")
                : PostText::tr("the server can't be reached (%1)")
                      .arg(QString::fromLatin1(
                          QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply->error())));
    }
    return result;
}

} // namespace

QByteArray webhookSignature(const QByteArray &key, const QByteArray &timestamp, const QByteArray &body)
{
    return "sha256=" +
           QMessageAuthenticationCode::hash(timestamp + '.' + body, key, QCryptographicHash::Sha256).toHex();
}

WebhookPost::WebhookPost(QObject *parent)
    : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(static_cast<int>(postPatience.count()));
}

void WebhookPost::post(const ReadyWay &way, const Delivery &delivery, const Done &done)
{
    const auto &webhook = std::get<WebhookWay>(way.way.how);
    const QUrl url(way.url, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))) {
        done({false, true, PostText::tr("its URL is not one of http or https"), {}, {}});
        return;
    }
    const Result<WebhookBody> body = webhookBody(webhook.format, delivery.payload, url, way.token);
    if (!body) {
        done({false, true, body.error().sentence(), {}, {}});
        return;
    }
    QNetworkRequest request(body.value().url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Pongwatch/" PONGWATCH_VERSION));
    request.setRawHeader("Idempotency-Key", delivery.key.toUtf8());
    for (const auto &[name, value] : webhook.headers)
        request.setRawHeader(name.toUtf8(), value.toUtf8());
    if (!way.token.isEmpty() && !body.value().usesToken)
        request.setRawHeader("Authorization", "Bearer " + way.token.toUtf8());
    if (!way.signKey.isEmpty()) {
        const QByteArray timestamp =
            QByteArray::number(std::chrono::floor<seconds>(currentWallTime()).time_since_epoch().count());
        request.setRawHeader("X-Pongwatch-Timestamp", timestamp);
        request.setRawHeader("X-Pongwatch-Signature",
                             webhookSignature(way.signKey.toUtf8(), timestamp, body.value().bytes));
    }
    m_network.setProxy(proxyOf(webhook.proxy, url));
    QNetworkReply *reply = m_network.post(request, body.value().bytes);
    auto isTooLong = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply, isTooLong](qint64 bytes) {
        if (bytes > mostAnswer) {
            *isTooLong = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, done, isTooLong] {
        reply->deleteLater();
        done(resultOf(reply, *isTooLong));
    });
}

} // namespace Pongwatch
