// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/proxytext.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct ProxyStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Proxy)
};

} // namespace

Result<ProxySettings> parseProxy(const QString &text)
{
    ProxySettings proxy;
    if (text == QStringLiteral("system"))
        return proxy;
    if (text == QStringLiteral("none")) {
        proxy.kind = ProxyKind::None;
        return proxy;
    }
    const QUrl url(text, QUrl::StrictMode);
    const auto bad = [&url](const QString &why) {
        return Error{ProxyStrings::tr("reading the proxy"), url.toDisplayString(), why};
    };
    if (url.scheme() == QStringLiteral("http"))
        proxy.kind = ProxyKind::Http;
    else if (url.scheme() == QStringLiteral("socks5"))
        proxy.kind = ProxyKind::Socks5;
    else
        return bad(ProxyStrings::tr("it is not system, none, http://host:port or socks5://host:port"));
    if (!url.isValid() || url.host().isEmpty())
        return bad(ProxyStrings::tr("it names no host"));
    if (url.port() < 1)
        return bad(ProxyStrings::tr("it names no port between 1 and 65535"));
    if ((!url.path().isEmpty() && url.path() != QStringLiteral("/")) || url.hasQuery() || url.hasFragment())
        return bad(ProxyStrings::tr("there is more after the port"));
    proxy.host = url.host();
    proxy.port = static_cast<quint16>(url.port());
    proxy.user = url.userName(QUrl::FullyDecoded);
    proxy.password = url.password(QUrl::FullyDecoded);
    return proxy;
}

QString proxyText(const ProxySettings &proxy)
{
    if (proxy.kind == ProxyKind::System)
        return QStringLiteral("system");
    if (proxy.kind == ProxyKind::None)
        return QStringLiteral("none");
    QUrl url;
    url.setScheme(proxy.kind == ProxyKind::Http ? QStringLiteral("http") : QStringLiteral("socks5"));
    url.setHost(proxy.host);
    url.setPort(proxy.port);
    if (!proxy.user.isEmpty())
        url.setUserName(proxy.user, QUrl::DecodedMode);
    return url.toString();
}

} // namespace Pongwatch
