// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/secretmask.h"

#include "engine/values/connectionevent.h"
#include "engine/values/secretnames.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// As most JSON writers put it between quotation marks.
QString writtenInJson(QString text)
{
    return text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
}

} // namespace

SecretMask::SecretMask(const ConnectionSettings &settings, Heartbeat heartbeat)
{
    addUrl(settings.url);
    add(settings.auth.secret);
    add(settings.proxy.password);
    for (const auto &[user, secret] : {std::pair(settings.auth.user, settings.auth.secret),
                                       std::pair(settings.proxy.user, settings.proxy.password)})
        if (!secret.isEmpty())
            add(QString::fromLatin1((user + u':' + secret).toUtf8().toBase64()));
    // "Bearer eyJ…", "session=abc; theme=dark": each part as well as the whole.
    static const QRegularExpression marks(QStringLiteral("[\\s;,=]+"));
    for (const auto &header : settings.headers) {
        add(header.second);
        if (!isSecretName(header.first) && !looksLikeSecret(header.second))
            continue;
        for (const QString &part : header.second.split(marks, Qt::SkipEmptyParts))
            add(part);
    }
    const QStringList shown = maskedSubprotocols(settings.subprotocols);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (shown[i] == settings.subprotocols[i])
            continue;
        add(settings.subprotocols[i]);
        add(settings.subprotocols[i].mid(shown[i].size() - secretMask.size())); // after a name
    }
    if (settings.keepalive.heartbeat && heartbeat == Heartbeat::Hidden)
        add(settings.keepalive.heartbeat->send);
    if (settings.dialogue)
        for (const QString &secret : settings.dialogue->secrets)
            add(secret);
    std::sort(m_secrets.begin(), m_secrets.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

void SecretMask::add(const QString &secret)
{
    for (const QString &form :
         {secret, QString::fromLatin1(QUrl::toPercentEncoding(secret)), writtenInJson(secret)})
        if (form.size() >= shortest && !m_secrets.contains(form))
            m_secrets.append(form);
}

void SecretMask::addUrl(const QUrl &url)
{
    add(url.password(QUrl::FullyDecoded));
    add(url.password(QUrl::FullyEncoded));
    const auto pairs = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : pairs) {
        const QString plain = QUrl::fromPercentEncoding(value.toUtf8());
        if (!isSecretName(name) && !looksLikeSecret(plain))
            continue;
        add(value);
        add(plain);
    }
    for (const QString &part : url.path(QUrl::FullyDecoded).split(u'/'))
        if (looksLikeSecret(part))
            add(part);
}

QString SecretMask::in(QString text) const
{
    for (const QString &secret : m_secrets) {
        text.replace(secret, secretMask);
        // A text that was cut within the secret ends with the beginning of it.
        for (qsizetype part = std::min(secret.size() - 1, text.size()); part >= shortest; --part) {
            if (text.endsWith(QStringView(secret).first(part))) {
                text.replace(text.size() - part, part, secretMask);
                break;
            }
        }
    }
    return text;
}

QByteArray SecretMask::inMessage(QByteArray bytes) const
{
    for (const QString &secret : m_secrets) {
        const QByteArray form = secret.toUtf8();
        bytes.replace(form, secretMask.data());
        for (qsizetype part = std::min(form.size() - 1, bytes.size()); part >= shortest; --part) {
            if (bytes.endsWith(QByteArrayView(form).first(part)))
                bytes.replace(bytes.size() - part, part, secretMask.data());
            if (bytes.startsWith(QByteArrayView(form).last(part)))
                bytes.replace(0, part, secretMask.data());
        }
    }
    return bytes;
}

void SecretMask::apply(HttpAnswer &answer) const
{
    answer.reason = in(answer.reason);
    answer.body = in(answer.body);
    for (auto &[name, value] : answer.headers) {
        value = in(value);
        if (isSecretName(name))
            value = secretMask;
        else if (value.contains(QLatin1String("://")) ||
                 name.compare(QLatin1String("location"), Qt::CaseInsensitive) == 0)
            value = maskedUrlText(value);
    }
}

void SecretMask::apply(std::optional<ProxyUse> &proxy) const
{
    if (proxy && proxy->answer)
        apply(*proxy->answer);
}

void SecretMask::apply(Opened &opened) const
{
    opened.subprotocol = in(opened.subprotocol);
    opened.server = in(opened.server);
    opened.redirectedTo = maskedUrlText(in(opened.redirectedTo));
    apply(opened.proxy);
}

void SecretMask::apply(Verdict &verdict) const
{
    verdict.detail = in(verdict.detail);
    if (verdict.received)
        verdict.received->reason = in(verdict.received->reason);
    if (verdict.answer)
        apply(*verdict.answer);
    verdict.redirectedTo = maskedUrlText(in(verdict.redirectedTo));
    apply(verdict.proxy);
    if (verdict.dialogue) {
        verdict.dialogue->expected = in(verdict.dialogue->expected);
        verdict.dialogue->came = in(verdict.dialogue->came);
    }
}

} // namespace Pongwatch
