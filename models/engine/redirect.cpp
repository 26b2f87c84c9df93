// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/redirect.h"

#include "engine/values/secretnames.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

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

/// Without the secret subprotocols, and without the names before them, which announce them.
QStringList withoutSecretSubprotocols(const QStringList &offered)
{
    const QStringList shown = maskedSubprotocols(offered);
    QStringList rest;
    for (qsizetype i = 0; i < offered.size(); ++i) {
        const bool announcesSecret =
            i + 1 < offered.size() && isSecretName(offered[i]) && shown[i + 1] != offered[i + 1];
        if (shown[i] == offered[i] && !announcesSecret)
            rest.append(offered[i]);
    }
    return rest;
}

/// The dialogue without the messages that have a secret in them. Where one isn't found in any of them, in
/// whatever form, nothing is sent at all.
SharedDialogue withoutSecretMessages(const SharedDialogue &dialogue)
{
    if (!dialogue || dialogue->secrets.isEmpty())
        return dialogue;
    DialogueSettings rest = dialogue.value();
    QSet<QString> found;
    const auto hasSecret = [&rest, &found](const auto &rule) {
        bool has = false;
        for (const QString &secret : std::as_const(rest.secrets)) {
            QString inJson = secret;
            inJson.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
            if (rule.send.content.contains(secret) || rule.send.content.contains(inJson)) {
                found.insert(secret);
                has = true;
            }
        }
        return has;
    };
    rest.onOpen.removeIf(hasSecret);
    rest.answer.removeIf(hasSecret);
    const bool foundAll = std::all_of(rest.secrets.cbegin(), rest.secrets.cend(),
                                      [&found](const QString &secret) { return found.contains(secret); });
    if (!foundAll) {
        rest.onOpen.clear();
        rest.answer.clear();
    }
    rest.parameters.clear();
    return SharedDialogue(rest);
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
    settings.subprotocols = withoutSecretSubprotocols(settings.subprotocols); // as Kubernetes takes its token
    settings.dialogue = withoutSecretMessages(settings.dialogue);
    return settings;
}

} // namespace Pongwatch
