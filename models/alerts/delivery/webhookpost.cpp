// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/webhookpost.h"

#include "alerts/delivery/webhooktemplate.h"
#include "engine/values/foreigntext.h"
#include "engine/wire/proxychoice.h"

#include <QCoreApplication>
#include <QHttpMultiPart>
#include <QMessageAuthenticationCode>
#include <QMetaEnum>
#include <QNetworkReply>

namespace Pongwatch
{

namespace
{

constexpr qint64 mostAnswer = 64 * 1024;
constexpr qsizetype shownAnswer = 200;

struct PostText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::WebhookPost)
};

/// As for a connection to that host.
ChosenProxy proxyFor(const ReadyWay &way, const QUrl &url)
{
    ConnectionSettings settings;
    settings.url = url;
    settings.proxy = std::get<WebhookWay>(way.way.how).proxy;
    settings.proxy.password = way.proxyPassword;
    return chooseProxy(settings);
}

/// The server takes this request from nobody: trying again changes nothing.
bool isRefusedForGood(int status)
{
    return status == 400 || status == 411 || status == 413 || status == 415 || status == 422;
}

/// The request itself is refused, because of its address or of who sends it. 408, 425 and 429 ask for another
/// time (RFC 9110, RFC 8470, RFC 6585).
bool isRefused(int status)
{
    return status >= 300 && status < 500 && status != 408 && status != 425 && status != 429;
}

/// The body, with the picture as a second part where the server takes such (Discord does).
QNetworkReply *postTo(QNetworkAccessManager &network, QNetworkRequest request, const QByteArray &body,
                      const QByteArray &picture)
{
    if (picture.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return network.post(request, body);
    }
    auto parts = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    const auto add = [&parts](const char *type, const char *disposition, const QByteArray &content) {
        QHttpPart part;
        part.setRawHeader("Content-Type", type);
        part.setRawHeader("Content-Disposition", disposition);
        part.setBody(content);
        parts->append(part);
    };
    add("application/json", R"(form-data; name="payload_json")", body);
    add("image/png", R"(form-data; name="files[0]"; filename="pongwatch.png")", picture);
    QNetworkReply *reply = network.post(request, parts.get());
    parts.release()->setParent(reply);
    return reply;
}

DeliveryResult resultOf(QNetworkReply *reply, bool isTooLong)
{
    DeliveryResult result;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isTooLong) {
        result.error = PostText::tr("the server's answer is too long");
    } else if (status >= 200 && status < 300) {
        result.isTaken = true;
    } else if (status != 0) {
        const QString said =
            harmlessText(QString::fromUtf8(reply->read(mostAnswer)).simplified(), shownAnswer);
        result.error = said.isEmpty()
                           ? PostText::tr("the server answered with HTTP %1").arg(status)
                           : PostText::tr("the server answered with HTTP %1: %2").arg(status).arg(said);
        if (status >= 300 && status < 400)
            result.error =
                PostText::tr("the server answered with HTTP %1; redirects are not followed").arg(status);
        result.isFinal = isRefusedForGood(status);
        result.needsMending = isRefused(status);
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

WebhookPost::WebhookPost(milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(static_cast<int>(patience.count()));
}

void WebhookPost::post(const ReadyWay &way, const Delivery &delivery, const Done &done)
{
    const auto &webhook = std::get<WebhookWay>(way.way.how);
    const QUrl url(way.url, QUrl::StrictMode);
    const auto notSent = [&done](const QString &why) {
        DeliveryResult result;
        result.needsMending = true;
        result.error = why;
        done(result);
    };
    if (!url.isValid() || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))) {
        notSent(PostText::tr("its URL is neither http nor https"));
        return;
    }
    const Result<WebhookBody> body = webhookBody(webhook.format, delivery.payload, url, way.token);
    if (!body) {
        notSent(body.error().sentence());
        return;
    }
    const ChosenProxy proxy = proxyFor(way, body.value().url);
    if (!proxy.refusal.isEmpty()) {
        notSent(proxy.refusal);
        return;
    }
    QNetworkRequest request(body.value().url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Pongwatch/" PONGWATCH_VERSION));
    request.setRawHeader("Idempotency-Key", delivery.key.toUtf8());
    for (const auto &[name, value] : way.headers)
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
    m_network.setProxy(proxy.proxy);
    const bool takesPicture = webhook.format == QLatin1String("discord");
    QNetworkReply *reply =
        postTo(m_network, request, body.value().bytes, takesPicture ? delivery.picture : QByteArray());
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
