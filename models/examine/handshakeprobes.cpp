// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/pathfinding.h"
#include "engine/values/foreigntext.h"
#include "examine/findings/originrating.h"
#include "examine/probes.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr milliseconds closesSoon{700};
constexpr auto wrongSubprotocol = "pongwatch-examine.invalid";
constexpr auto wrongOrigin = "https://pongwatch-examine.invalid";

/// What became of a request that is not as it should be: opened, closed at once, or refused.
QJsonObject answerOf(const ProbeContext &context, ProbeLink &link)
{
    QJsonObject facts;
    if (link.openAndWait()) {
        // Some servers accept first, and close then with a code that says why.
        context.room.waitFor([&link] { return link.hasEnded() || link.closeReceived(); }, closesSoon);
        facts.insert(QStringLiteral("open"), true);
        if (link.closeReceived()) {
            facts.insert(QStringLiteral("close_code"), int(link.closeReceived()->code.value_or(1005)));
            if (!link.closeReceived()->reason.isEmpty())
                facts.insert(QStringLiteral("close_reason"), link.closeReceived()->reason.left(123));
        } else if (link.hasEnded()) {
            facts.insert(QStringLiteral("cut"), true);
        }
        if (!link.opened()->subprotocol.isEmpty())
            facts.insert(QStringLiteral("subprotocol"), link.opened()->subprotocol);
    } else {
        facts.insert(QStringLiteral("open"), false);
        if (link.end() && link.end()->httpStatus)
            facts.insert(QStringLiteral("http_status"), *link.end()->httpStatus);
        else
            facts.insert(QStringLiteral("said"), link.explanation());
    }
    link.closeAndWait();
    return facts;
}

/// Which of the profile's credentials a browser would send by itself, whatever page asks it to connect. Pages
/// can't set any other header of the upgrade.
QJsonArray browserCredentials(const ConnectionSettings &settings)
{
    QJsonArray sent;
    const auto isCookie = [](const auto &header) {
        return header.first.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0;
    };
    const auto isBasic = [](const auto &header) {
        return header.first.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0 &&
               header.second.startsWith(QLatin1String("basic "), Qt::CaseInsensitive);
    };
    if (std::any_of(settings.headers.cbegin(), settings.headers.cend(), isCookie))
        sent.append(QStringLiteral("cookie"));
    if (settings.auth.kind == AuthKind::Basic ||
        std::any_of(settings.headers.cbegin(), settings.headers.cend(), isBasic))
        sent.append(QStringLiteral("basic"));
    if (!settings.tls.clientCertificate.isEmpty())
        sent.append(QStringLiteral("certificate"));
    return sent;
}

/// Whether only some can reach an address: "loopback", "private"; empty: it may be public, or is not known.
QString reachOf(const QString &endpoint)
{
    QString text = endpoint.left(endpoint.lastIndexOf(u':'));
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.mid(1, text.size() - 2);
    const QHostAddress address(text);
    if (address.isLoopback())
        return QStringLiteral("loopback");
    // What providers use between their own routers (RFC 6598) can't be reached from outside either.
    const bool isShared = address.isInSubnet(QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")));
    return isOwnNetworkAddress(text) || isShared ? QStringLiteral("private") : QString();
}

bool isCredential(const QString &header)
{
    for (const char *name : {"authorization", "cookie", "proxy-authorization", "x-api-key", "x-auth-token"})
        if (header.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

void probeCredentials(const ProbeContext &context)
{
    ConnectionSettings settings = context.settings();
    const auto hasCredential = [](const auto &header) { return isCredential(header.first); };
    const bool any = settings.auth.kind != AuthKind::None ||
                     std::any_of(settings.headers.cbegin(), settings.headers.cend(), hasCredential) ||
                     !settings.tls.clientCertificate.isEmpty();
    if (!any) {
        // It was opened without any already.
        context.found(FindingKind::Credentials, FindingResult::Ok,
                      {{QStringLiteral("open"), true}, {QStringLiteral("has_credentials"), false}});
        return;
    }
    settings.auth = {};
    settings.tls.clientCertificate.clear();
    settings.tls.clientKey.clear();
    settings.headers.removeIf(hasCredential);
    ProbeLink link(context.room, settings);
    QJsonObject facts = answerOf(context, link);
    facts.insert(QStringLiteral("has_credentials"), true);
    context.found(FindingKind::Credentials, FindingResult::Ok, facts);
}

void probePath(const ProbeContext &context)
{
    ConnectionSettings settings = context.settings();
    QString path = settings.url.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    settings.url.setPath(path + QStringLiteral("pongwatch-examine-%1")
                                    .arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0')));
    ProbeLink link(context.room, settings);
    const QJsonObject facts = answerOf(context, link);
    context.found(FindingKind::Path, FindingResult::Ok, facts);
}

void probeSubprotocol(const ProbeContext &context)
{
    ConnectionSettings settings = context.settings();
    settings.subprotocols = {QLatin1String(wrongSubprotocol)};
    ProbeLink link(context.room, settings);
    QJsonObject facts = answerOf(context, link);
    // RFC 6455 4.2.2: a server that can't speak any of them names none. Node's ws takes the first by default.
    if (facts.value(QLatin1String("subprotocol")).toString() == QLatin1String(wrongSubprotocol))
        facts.insert(QStringLiteral("pretends"), true);
    context.found(FindingKind::Subprotocol, FindingResult::Ok, facts);
}

void probeOrigin(const ProbeContext &context)
{
    ConnectionSettings settings = context.settings();
    settings.origin = QLatin1String(wrongOrigin);
    ProbeLink link(context.room, settings);
    QJsonObject facts = answerOf(context, link);
    if (const QJsonArray sent = browserCredentials(settings); !sent.isEmpty())
        facts.insert(QStringLiteral("browser_credentials"), sent);
    if (const Finding *without = findFinding(context.findings, FindingKind::Credentials);
        without && without->facts.value(QLatin1String("has_credentials")).toBool())
        facts.insert(QStringLiteral("refused_without_credentials"), isRefused(without->facts));
    if (const Finding *connect = findFinding(context.findings, FindingKind::Connect)) {
        if (const QString reach = reachOf(connect->facts.value(QLatin1String("address")).toString());
            !reach.isEmpty())
            facts.insert(QStringLiteral("reach"), reach);
    }
    context.found(FindingKind::Origin, rateOrigin(facts), facts);
}

QString headerOf(const ProbeLink &link, const char *name)
{
    const QByteArrayList values = link.head().values(name);
    return harmlessText(QString::fromLatin1(values.join(", ")), 200);
}

} // namespace

void probeHandshake(const ProbeContext &context)
{
    for (const auto probe : {probeCredentials, probePath, probeSubprotocol, probeOrigin})
        if (!context.room.isCancelled())
            probe(context);
}

void probeCompression(const ProbeContext &context)
{
    ProbeManners manners;
    manners.readsHeadOnly = true;
    manners.extraFields = {{"Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"}};
    ProbeLink link(context.room, context.settings(), manners);
    link.openAndWait();
    if (!link.hasHead() || link.head().status() != 101) {
        context.unknown(FindingKind::Compression, "not-open");
        return;
    }
    const QString extensions = headerOf(link, "Sec-WebSocket-Extensions");
    QJsonObject facts{{QStringLiteral("offered"), extensions.contains(QLatin1String("permessage-deflate"))}};
    if (!extensions.isEmpty())
        facts.insert(QStringLiteral("extensions"), extensions);
    context.found(FindingKind::Compression, FindingResult::Ok, facts);
}

void probeAddresses(const ProbeContext &context)
{
    const bool isLiteral = !QHostAddress(context.plan.connection.url.host()).isNull();
    if (isLiteral || !context.plan.connection.connectTo.isEmpty()) {
        context.found(FindingKind::Addresses, FindingResult::Ok, {{QStringLiteral("literal"), true}});
        return;
    }
    QJsonObject facts;
    bool anyOpen = false;
    for (const auto &[family, key] :
         {std::pair(AddressFamily::IPv4, "ipv4"), std::pair(AddressFamily::IPv6, "ipv6")}) {
        ConnectionSettings settings = context.settings();
        settings.addressFamily = family;
        ProbeLink link(context.room, settings);
        const bool open = link.openAndWait();
        anyOpen = anyOpen || open;
        facts.insert(QLatin1String(key), open);
        if (open)
            facts.insert(QLatin1String(key) + QLatin1String("_address"), link.opened()->address);
        else
            facts.insert(QLatin1String(key) + QLatin1String("_said"), link.explanation());
        // A name that has none of a family is no fault; one that has some which lead nowhere is.
        if (!open && link.verdict().cause != Cause::Dns)
            facts.insert(QLatin1String(key) + QLatin1String("_broken"), true);
        link.closeAndWait();
        if (context.room.isCancelled())
            return;
    }
    if (!anyOpen) {
        context.unknown(FindingKind::Addresses, "not-open", facts);
        return;
    }
    const bool broken =
        facts.contains(QLatin1String("ipv4_broken")) || facts.contains(QLatin1String("ipv6_broken"));
    context.found(FindingKind::Addresses, broken ? FindingResult::Fault : FindingResult::Ok, facts);
}

void probeRedirect(const ProbeContext &context)
{
    ProbeManners manners;
    manners.readsHeadOnly = true;
    ProbeLink link(context.room, context.settings(), manners);
    link.openAndWait();
    if (!link.hasHead()) {
        context.unknown(FindingKind::Redirect, "not-open");
        return;
    }
    const int status = link.head().status();
    QJsonObject facts{{QStringLiteral("redirects"), status >= 300 && status < 400},
                      {QStringLiteral("http_status"), status}};
    if (status >= 300 && status < 400)
        facts.insert(QStringLiteral("location"), displayUrl(QUrl(headerOf(link, "Location"))));
    context.found(FindingKind::Redirect, FindingResult::Ok, facts);
}

} // namespace Pongwatch
