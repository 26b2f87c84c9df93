// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/proxychoice.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

namespace Pongwatch
{

namespace
{

bool isThisMachine(const QString &host)
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"))) // RFC 6761 6.3
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

QNetworkProxy givenProxy(QNetworkProxy::ProxyType type, const ProxySettings &settings)
{
    QNetworkProxy proxy(type, settings.host, settings.port, settings.user, settings.password);
    proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

} // namespace

QNetworkProxy chooseProxy(const ConnectionSettings &settings)
{
    switch (settings.proxy.kind) {
    case ProxyKind::Http:
        return givenProxy(QNetworkProxy::HttpProxy, settings.proxy);
    case ProxyKind::Socks5:
        return givenProxy(QNetworkProxy::Socks5Proxy, settings.proxy);
    case ProxyKind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyKind::System:
        break;
    }
    if (isThisMachine(settings.url.host()))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    // Asked as for a web page: the answers to questions about a bare TCP connection leave out what is set for
    // https:// alone.
    QUrl asked = settings.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery);
    asked.setScheme(settings.url.scheme() == QLatin1String("wss") ? QStringLiteral("https")
                                                                  : QStringLiteral("http"));
    asked.setPort(portOf(settings.url));
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asked));
    for (QNetworkProxy proxy : proxies) {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy); // whether it lets CONNECT through is for it to say
        if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::HttpProxy ||
            proxy.type() == QNetworkProxy::Socks5Proxy)
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == QLatin1String("wss") ? 443 : 80));
}

} // namespace Pongwatch
