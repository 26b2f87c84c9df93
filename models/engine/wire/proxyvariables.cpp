// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/proxyvariables.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

QString withoutDots(const QString &name, bool leadingToo)
{
    QString bare = name;
    if (bare.endsWith(u'.'))
        bare.chop(1);
    if (leadingToo && bare.startsWith(u'.'))
        bare.remove(0, 1);
    return bare;
}

bool isHostOrParent(const QString &token, const QString &host)
{
    const QString domain = withoutDots(token, true);
    if (domain.isEmpty())
        return false;
    if (host.compare(domain, Qt::CaseInsensitive) == 0)
        return true;
    return host.endsWith(QString(u'.' + domain), Qt::CaseInsensitive);
}

bool isInBlock(const QHostAddress &address, const QString &token)
{
    const QString network = token.section(u'/', 0, 0).remove(u'[').remove(u']');
    const QHostAddress base(network);
    if (base.isNull() || base.protocol() != address.protocol())
        return false;
    const int longest = base.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    bool ok = true;
    const int bits = token.contains(u'/') ? token.section(u'/', 1).toInt(&ok) : longest;
    if (!ok || bits < 0 || bits > longest)
        return false;
    return bits == 0 ? address == base : address.isInSubnet(base, bits); // in curl, /0 means no mask
}

} // namespace

bool isInNoProxy(const QString &host, const QString &noProxy)
{
    if (noProxy == QLatin1String("*"))
        return true;
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    const QStringList tokens = noProxy.split(between, Qt::SkipEmptyParts);
    const QHostAddress address(host);
    const QString name = withoutDots(host, false);
    return std::any_of(tokens.begin(), tokens.end(), [&](const QString &token) {
        return address.isNull() ? isHostOrParent(token, name) : isInBlock(address, token);
    });
}

std::optional<ProxyVariable> proxyVariableFor(const QUrl &url, const QProcessEnvironment &environment)
{
    // HTTP_PROXY in capitals is not read: a CGI script's client could set it in a header (CVE-2016-5385).
    const QString scheme = url.scheme();
    const bool isTls = scheme == QLatin1String("wss") || scheme == QLatin1String("https");
    QStringList wanted = isTls ? QStringList{QStringLiteral("https_proxy"), QStringLiteral("HTTPS_PROXY"),
                                             QStringLiteral("all_proxy"), QStringLiteral("ALL_PROXY")}
                               : QStringList{QStringLiteral("http_proxy"), QStringLiteral("all_proxy"),
                                             QStringLiteral("ALL_PROXY")};
    if (scheme.startsWith(QLatin1String("ws")))
        wanted = QStringList{scheme + QLatin1String("_proxy"), scheme.toUpper() + QLatin1String("_PROXY")} +
                 wanted;
    static constexpr std::array all = {"ws_proxy",    "WS_PROXY",    "wss_proxy", "WSS_PROXY", "http_proxy",
                                       "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    const auto isSet = [&environment](const QString &name) { return !environment.value(name).isEmpty(); };
    if (std::none_of(all.begin(), all.end(),
                     [&](const char *name) { return isSet(QString::fromLatin1(name)); }))
        return std::nullopt;
    for (const QString &name : {QStringLiteral("no_proxy"), QStringLiteral("NO_PROXY")}) {
        if (!isSet(name))
            continue;
        if (isInNoProxy(url.host(QUrl::FullyEncoded), environment.value(name)))
            return ProxyVariable{name, {}};
        break; // the lower-case one takes precedence
    }
    const auto found = std::find_if(wanted.begin(), wanted.end(), isSet);
    return found == wanted.end() ? ProxyVariable{}
                                 : ProxyVariable{*found, environment.value(*found).trimmed()};
}

} // namespace Pongwatch
