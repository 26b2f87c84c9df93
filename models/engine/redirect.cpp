// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/redirect.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

struct RedirectStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Redirect)
};

constexpr QLatin1String secureScheme("wss");

bool redirects(int status)
{
    constexpr std::array statuses = {301, 302, 303, 307, 308};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == secureScheme ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0 &&
           port(a) == port(b);
}

} // namespace

Redirect redirectFrom(const QUrl &from, const HttpAnswer &answer)
{
    const QString location = answer.header(QLatin1String("Location"));
    if (!redirects(answer.status) || location.isEmpty())
        return {};
    // If it was cut, it is no longer an address.
    if (location.size() >= HttpAnswer::maxHeader)
        return {{}, RedirectStrings::tr("the new address is too long")};
    QUrl target = from.resolved(QUrl(location, QUrl::TolerantMode));
    if (target.scheme() == QLatin1String("http"))
        target.setScheme(QStringLiteral("ws"));
    else if (target.scheme() == QLatin1String("https"))
        target.setScheme(QStringLiteral("wss"));
    target.setFragment({});
    if (!target.isValid() || target.host().isEmpty())
        return {{}, RedirectStrings::tr("the new address is no URL")};
    if (target.scheme() != QLatin1String("ws") && target.scheme() != secureScheme)
        return {{}, RedirectStrings::tr("the new address is not that of a WebSocket server")};
    if (from.scheme() == secureScheme && target.scheme() != secureScheme)
        return {{}, RedirectStrings::tr("the new address does not use TLS")};
    target.setUserInfo(isSameOrigin(from, target) ? from.userInfo() : QString());
    return {target, {}};
}

ConnectionSettings redirected(const ConnectionSettings &original, const QUrl &target)
{
    ConnectionSettings settings = original;
    settings.url = target;
    if (isSameOrigin(original.url, target)) {
        settings.url.setUserInfo(original.url.userInfo());
        return settings;
    }
    settings.url.setUserInfo({});
    settings.auth = {};
    settings.headers.clear();
    settings.connectTo.clear(); // it only applied to the first address
    settings.tls.clientCertificate.clear();
    settings.tls.clientKey.clear();
    // In Kubernetes the token is a subprotocol.
    settings.subprotocols.removeIf([](const QString &protocol) {
        return protocol.contains(QLatin1String("bearer"), Qt::CaseInsensitive);
    });
    return settings;
}

} // namespace Pongwatch
