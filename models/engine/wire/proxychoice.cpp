// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/proxychoice.h"

#include "engine/wire/proxyvariables.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

namespace Pongwatch
{

namespace
{

struct ProxyChoiceStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ProxyChoice)
};

bool isThisMachine(const QString &host)
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"))) // RFC 6761 6.3
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

bool isOverTls(const QUrl &url)
{
    return url.scheme() == QLatin1String("wss") || url.scheme() == QLatin1String("https");
}

QString addressOf(QLatin1String scheme, const QString &host, int port)
{
    const QString shown = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return QStringLiteral("%1://%2:%3").arg(scheme, shown).arg(port);
}

ChosenProxy usable(QNetworkProxy proxy, ProxySource source, const QString &variable, bool looksUpNames = true)
{
    const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
    QNetworkProxy::Capabilities can = QNetworkProxy::TunnelingCapability;
    if (looksUpNames)
        can |= QNetworkProxy::HostNameLookupCapability;
    proxy.setCapabilities(can);
    ChosenProxy chosen;
    chosen.use = ProxyUse{
        addressOf(socks ? QLatin1String("socks5") : QLatin1String("http"), proxy.hostName(), proxy.port()),
        source,
        variable,
        ProxyFault::None,
        {},
        {}};
    chosen.proxy = std::move(proxy);
    return chosen;
}

ChosenProxy refused(const QString &address, const ProxyVariable &variable, const QString &why)
{
    ChosenProxy chosen;
    chosen.use = ProxyUse{address, ProxySource::Environment, variable.name, ProxyFault::NotSupported, {}, {}};
    chosen.refusal = why;
    return chosen;
}

/// A proxy as given in a variable: [scheme://][user[:password]@]host[:port].
ChosenProxy fromVariable(const ProxyVariable &variable)
{
    constexpr int defaultPort = 1080; // curl's default for proxies of all kinds but https://
    if (variable.value.isEmpty())
        return {};
    const bool hasScheme = variable.value.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? variable.value : QString(QLatin1String("http://") + variable.value));
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty()) {
        return refused(QLatin1String("?"), variable,
                       ProxyChoiceStrings::tr("%1 holds no address of a proxy").arg(variable.name));
    }
    const int port = url.port(scheme == QLatin1String("https") ? 443 : defaultPort);
    if (scheme == QLatin1String("http") || scheme == QLatin1String("socks5") ||
        scheme == QLatin1String("socks5h")) {
        const bool http = scheme == QLatin1String("http");
        return usable(QNetworkProxy(http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, url.host(),
                                    static_cast<quint16>(port), url.userName(QUrl::FullyDecoded),
                                    url.password(QUrl::FullyDecoded)),
                      ProxySource::Environment, variable.name, scheme != QLatin1String("socks5"));
    }
    return refused(
        addressOf(QLatin1String(scheme.toLatin1()), url.host(), port), variable,
        scheme == QLatin1String("https")
            ? ProxyChoiceStrings::tr("%1 names a proxy that uses TLS (https://), which is not supported: "
                                     "name one that begins with http:// or socks5://")
                  .arg(variable.name)
            : ProxyChoiceStrings::tr("%1 names a proxy of the kind %2, which is not supported: name one "
                                     "that begins with http:// or socks5://")
                  .arg(variable.name, scheme));
}

ChosenProxy fromSystem(const QUrl &url)
{
    // Asked as if for a web page: answers about a plain TCP connection leave out what is set only for
    // https://.
    QUrl asked = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery);
    asked.setScheme(isOverTls(url) ? QStringLiteral("https") : QStringLiteral("http"));
    asked.setPort(portOf(url));
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asked));
    for (QNetworkProxy proxy : proxies) {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy); // it will find out whether CONNECT is allowed
        if (proxy.type() == QNetworkProxy::NoProxy)
            return {};
        if (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy)
            return usable(proxy, ProxySource::System, {});
    }
    return {};
}

} // namespace

ChosenProxy chooseProxy(const ConnectionSettings &settings, const QProcessEnvironment &environment)
{
    if (!targetOf(settings).socketPath.isEmpty())
        return {}; // a local socket can't be reached through a proxy
    const ProxySettings &given = settings.proxy;
    switch (given.kind) {
    case ProxyKind::Http:
    case ProxyKind::Socks5:
        return usable(QNetworkProxy(given.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy
                                                                  : QNetworkProxy::Socks5Proxy,
                                    given.host, given.port, given.user, given.password),
                      ProxySource::Profile, {});
    case ProxyKind::None:
        return {};
    case ProxyKind::System:
        break;
    }
    if (isThisMachine(targetOf(settings).host))
        return {};
    if (const std::optional<ProxyVariable> variable = proxyVariableFor(settings.url, environment))
        return fromVariable(*variable);
    return fromSystem(settings.url);
}

ConnectTarget targetOf(const ConnectionSettings &settings)
{
    if (!settings.connectTo.isEmpty()) {
        if (const Result<ConnectTarget> other = parseConnectTo(settings.connectTo))
            return other.value();
    }
    return {settings.url.host(), portOf(settings.url), {}};
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(isOverTls(url) ? 443 : 80));
}

} // namespace Pongwatch
