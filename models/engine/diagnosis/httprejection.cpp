// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/httprejection.h"

#include "engine/diagnosis/phrases.h"
#include "engine/diagnosis/retryafter.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

struct RejectionStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Rejection)
};

/// What servers write in a body or a reason phrase. There is nothing else to go by: no number says it.
bool speaksOf(const HttpAnswer &answer, const QRegularExpression &what)
{
    return answer.body.contains(what) || answer.reason.contains(what) ||
           answer.header(QLatin1String("X-WebSocket-Reject-Reason")).contains(what);
}

QRegularExpression words(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
}

bool isClientError(int status)
{
    return status >= 400 && status < 500;
}

bool saysTlsWanted(const HttpAnswer &answer)
{
    // nginx, Go, Apache, Tomcat, Jetty and IIS, in this order.
    static const QRegularExpression said = words(
        "plain HTTP request was sent to HTTPS|HTTP request to an HTTPS server|speaking plain HTTP to an SSL|"
        "host and port requires TLS|(SSL|TLS|HTTPS) (is )?required|secured with Secure Sockets Layer");
    return isClientError(answer.status) && speaksOf(answer, said);
}

bool saysCertificateWanted(const HttpAnswer &answer)
{
    static const QRegularExpression said = words(
        "no required SSL certificate|client certificate (is )?(required|missing|needed|not (sent|provided))|"
        "SSL client cert|Post-Handshake Authentication|(requires?|missing|provide) (a )?(valid )?client "
        "cert");
    return isClientError(answer.status) && speaksOf(answer, said);
}

bool saysCertificateRefused(const HttpAnswer &answer)
{
    static const QRegularExpression said = words(
        "the SSL certificate error|(invalid|untrusted|expired|revoked|unknown) client cert|"
        "client certificate (is |was )?(invalid|untrusted|expired|revoked|not trusted|rejected|refused)");
    return isClientError(answer.status) && speaksOf(answer, said);
}

bool saysUpgradeMissing(const HttpAnswer &answer)
{
    // From websockets, aiohttp, Tornado, gorilla, nhooyr, ws, Spring, axum, actix, warp, Kubernetes …
    static const QRegularExpression said = words(
        "\\b(connection|upgrade)\\b['\"`]? ?(header|hdr|token)|\\b(header|hdr|token):? "
        "['\"`]?(connection|upgrade)\\b|"
        "'upgrade' token|(connection|websocket) upgrade hdr|can ['\"]?upgrade['\"]? only to|"
        "['\"]connection['\"] must be|upgrade (is )?(required|expected|needed)|expected ['\"]?upgrade|"
        "not (a|using the) websocket (handshake|request|upgrade|protocol)|(missing|invalid|no|empty) ['\"`]?"
        "(connection|upgrade|sec-websocket-(key|version))\\b|sec-websocket-(key|version)['\"`]? (header )?"
        "(is )?(missing|required|not found)|need a websocket client");
    return speaksOf(answer, said);
}

bool saysOldHttp(const HttpAnswer &answer)
{
    static const QRegularExpression said =
        words("HTTP/1\\.1 (is )?(required|expected|or (later|higher))|expected HTTP/1\\.1|"
              "unsupported (HTTP version|protocol)|did not receive a valid HTTP request|HTTP version (is "
              ")?(not|must)|HTTP/1\\.0");
    return answer.status == 505 || ((answer.status == 400 || answer.status == 426) && speaksOf(answer, said));
}

/// Whether a list in a header contains this word.
bool headerHas(const HttpAnswer &answer, QLatin1String name, QLatin1String word)
{
    const QStringList items = answer.header(name).split(QLatin1Char(','));
    return std::any_of(items.begin(), items.end(), [word](const QString &item) {
        return item.trimmed().startsWith(word, Qt::CaseInsensitive);
    });
}

RejectionKind kindOfUpgradeRequired(const HttpAnswer &answer)
{
    if (headerHas(answer, QLatin1String("Upgrade"), QLatin1String("TLS")))
        return RejectionKind::TlsWanted; // RFC 2817 4.2
    // RFC 6455 4.4: a server that supports other versions names them. We asked for 13.
    const QLatin1String versions("Sec-WebSocket-Version");
    if (answer.hasHeader(versions) && !headerHas(answer, versions, QLatin1String("13")))
        return RejectionKind::OtherVersion;
    return saysOldHttp(answer) ? RejectionKind::OldHttp : RejectionKind::UpgradeTakenAway;
}

RejectionKind kindOfRedirect(const HttpAnswer &answer, bool secure)
{
    const QString location = answer.header(QLatin1String("Location"));
    static const QRegularExpression login =
        words("\\b(log-?in|sign-?in|log_in|sign_in|oauth2?|sso|saml|authorize|cas/login)\\b");
    if (location.contains(login))
        return RejectionKind::LoginPage;
    const bool toTls = location.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) ||
                       location.startsWith(QLatin1String("wss://"), Qt::CaseInsensitive);
    return toTls && !secure ? RejectionKind::TlsWanted : RejectionKind::ByStatus;
}

/// What to set so that a proxy passes on the upgrade.
QString proxySetting(const HttpAnswer &answer)
{
    const QString nginx = RejectionStrings::tr("nginx needs proxy_http_version 1.1, proxy_set_header Upgrade "
                                               "$http_upgrade and proxy_set_header Connection \"upgrade\"");
    const QString apache =
        RejectionStrings::tr("Apache needs upgrade=websocket in ProxyPass, or mod_proxy_wstunnel");
    const QString haproxy = RejectionStrings::tr(
        "HAProxy passes it on unless http-request del-header or option httpclose removes it");
    const QString caddy =
        RejectionStrings::tr("Caddy's reverse_proxy passes it on unless header_up removes it");
    const QString server = answer.header(QLatin1String("Server"));
    if (server.contains(QLatin1String("nginx"), Qt::CaseInsensitive) ||
        server.contains(QLatin1String("openresty"), Qt::CaseInsensitive))
        return nginx;
    if (server.contains(QLatin1String("Apache"), Qt::CaseInsensitive))
        return apache;
    if (server.contains(QLatin1String("Caddy"), Qt::CaseInsensitive))
        return caddy;
    //: what four proxies need, one after the other
    return RejectionStrings::tr("%1; %2; %3; %4").arg(nginx, apache, haproxy, caddy);
}

QString adviceForCloudflare(int status)
{
    switch (status) {
    case 520:
        return RejectionStrings::tr("the server behind the proxy gave it no answer that it understands");
    case 521:
        return RejectionStrings::tr("the server behind the proxy refused its connection");
    case 522:
        return RejectionStrings::tr("the server behind the proxy did not accept its connection in time");
    case 523:
        return RejectionStrings::tr("the proxy has no route to the server behind it");
    case 524:
        return RejectionStrings::tr("the server behind the proxy did not answer it in time");
    case 525:
    case 526:
        return RejectionStrings::tr("TLS failed between the proxy and the server behind it");
    case 530:
        return RejectionStrings::tr("the proxy can't resolve or reach the server behind it");
    default:
        break;
    }
    return RejectionStrings::tr("the fault is on the server's side");
}

QString adviceForClientError(int status)
{
    switch (status) {
    case 400: // in Node's ws, which has no 404, also an unknown path
        return RejectionStrings::tr(
            "the server or a proxy before it does not take this for a handshake under this "
            "path; check the URL, and which headers the server wants");
    case 401:
        return RejectionStrings::tr("the server requires credentials, or different ones");
    case 403: // in ASGI servers, which have no 404 for WebSockets, also an unknown path
        return RejectionStrings::tr(
            "the server refuses this client, or serves nothing under this path; check "
            "credentials, origin, address lists and the URL");
    case 404:
        return RejectionStrings::tr("nothing is served under this path; check the URL");
    case 405:
        return RejectionStrings::tr(
            "this path does not accept GET, so it serves no WebSocket; check the URL");
    case 407:
        return RejectionStrings::tr("a proxy requires credentials");
    case 408:
        return RejectionStrings::tr("the request did not reach the server in time");
    case 410:
        return RejectionStrings::tr("what was served under this path is gone permanently");
    case 421:
        return RejectionStrings::tr(
            "this server does not serve this host name; check the URL and the Host header");
    case 425:
        return RejectionStrings::tr("the server does not want to answer this early");
    case 426:
        return RejectionStrings::tr("the server requires another version of the protocol");
    case 429:
        return RejectionStrings::tr("too many requests; dial less often");
    case 431:
        return RejectionStrings::tr("the headers of this request are too long for the server");
    case 451:
        return RejectionStrings::tr("the server may not serve this for legal reasons");
    default:
        break;
    }
    return RejectionStrings::tr("the server rejects this request");
}

QString adviceForStatusAlone(int status)
{
    switch (status) {
    case 500:
        return RejectionStrings::tr("something failed inside the server; look for an exception in its log");
    case 501:
        return RejectionStrings::tr("the server does not support this request");
    case 502:
        return RejectionStrings::tr("the proxy can't reach the server behind it");
    case 503:
        return RejectionStrings::tr(
            "the server is overloaded or being deployed, or a proxy has no server to pass this on to");
    case 504:
        return RejectionStrings::tr("the server behind the proxy did not answer it in time");
    case 511:
        return RejectionStrings::tr("this network requires a login before it lets anything through");
    default:
        break;
    }
    if (status < 300)
        return RejectionStrings::tr("a web page answers under this URL, not a WebSocket server");
    if (status < 400)
        return RejectionStrings::tr("the server sends clients elsewhere; use the new address in the URL");
    return status < 500 ? adviceForClientError(status) : adviceForCloudflare(status);
}

QString adviceFor(RejectionKind kind, const HttpAnswer &answer, bool secure)
{
    switch (kind) {
    case RejectionKind::TlsWanted:
        return RejectionStrings::tr("this port speaks TLS, and the URL does not; write wss:// in the URL");
    case RejectionKind::CertificateWanted:
        return RejectionStrings::tr("the server requires a client certificate; set one in the TLS settings");
    case RejectionKind::CertificateRefused:
        return RejectionStrings::tr("the server does not accept this side's client certificate");
    case RejectionKind::UpgradeTakenAway:
        return RejectionStrings::tr(
                   "a proxy removed the Upgrade header before the request reached the server; %1")
            .arg(proxySetting(answer));
    case RejectionKind::OldHttp:
        return RejectionStrings::tr("a proxy speaks HTTP/1.0 to the server, which has no upgrade; nginx "
                                    "needs proxy_http_version 1.1, others speak HTTP/1.1 by default");
    case RejectionKind::OtherVersion:
        return RejectionStrings::tr("the server requires another version of the protocol (%1)")
            .arg(harmless(answer.header(QLatin1String("Sec-WebSocket-Version"))));
    case RejectionKind::Challenge:
        return RejectionStrings::tr(
            "a proxy wants to see a browser before it lets anybody through; let this client "
            "pass in its rules");
    case RejectionKind::LoginPage:
        return RejectionStrings::tr(
            "the server redirects clients to a login; it requires credentials, or different ones");
    case RejectionKind::ByStatus:
        break;
    }
    Q_UNUSED(secure)
    return adviceForStatusAlone(answer.status);
}

/// "It asks for Digest authentication for “cam”.", or nothing.
QString whatLoginIsWanted(const HttpAnswer &answer)
{
    const QString wanted = answer.header(QLatin1String("WWW-Authenticate"));
    const QString scheme = wanted.section(QLatin1Char(' '), 0, 0).section(QLatin1Char(','), 0, 0);
    if (scheme.isEmpty())
        return {};
    static const QRegularExpression realmOf =
        words("\\brealm\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");
    const QRegularExpressionMatch match = realmOf.match(wanted);
    const QString realm = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    return realm.isEmpty() ? RejectionStrings::tr("It asks for %1 authentication.").arg(harmless(scheme))
                           : RejectionStrings::tr("It asks for %1 authentication for %2.")
                                 .arg(harmless(scheme), quoted(realm));
}

/// "It asks to wait 2 min.", or nothing.
QString whenToComeAgain(const HttpAnswer &answer)
{
    const std::optional<RetryAfter> after = readRetryAfter(answer, QDateTime::currentDateTimeUtc());
    if (!after)
        return {};
    const QString said = quoted(answer.header(QLatin1String("Retry-After")));
    if (after->isNonsense())
        return RejectionStrings::tr("Its Retry-After is neither a number of seconds nor a date: %1.")
            .arg(said);
    if (after->until.isValid()) {
        return after->wait && *after->wait <= seconds(0)
                   ? RejectionStrings::tr("It names a time to come again (Retry-After) that has passed: %1.")
                         .arg(said)
                   : RejectionStrings::tr("It asks to wait until %1 (Retry-After).").arg(said);
    }
    const QString wait = spokenDuration(*after->wait);
    return *after->wait > longestRetryAfter
               ? RejectionStrings::tr("It asks to wait %1 (Retry-After); Pongwatch waits %2.")
                     .arg(wait, spokenDuration(longestRetryAfter))
               : RejectionStrings::tr("It asks to wait %1 (Retry-After).").arg(wait);
}

QString whoAnswered(const HttpAnswer &answer)
{
    const QString proxy = proxyHint(answer);
    const QString server = answer.header(QLatin1String("Server"));
    if (!proxy.isEmpty())
        return RejectionStrings::tr("The answer came from or through a proxy: %1.").arg(quoted(proxy));
    return server.isEmpty() ? QString() : RejectionStrings::tr("Answered by %1.").arg(quoted(server));
}

/// Joins sentences. It has its own tr(), because not every script puts a space between them.
QString inARow(const QStringList &parts)
{
    QString all;
    for (const QString &part : parts) {
        if (part.isEmpty())
            continue;
        //: two sentences, one after the other
        all = all.isEmpty() ? part : RejectionStrings::tr("%1 %2").arg(all, part);
    }
    return all;
}

QString whatTheServerSaid(const HttpAnswer &answer)
{
    const QString reason = answer.header(QLatin1String("X-WebSocket-Reject-Reason"));
    QStringList said;
    if (!reason.isEmpty())
        said.append(RejectionStrings::tr("Its reason: %1.").arg(quoted(reason)));
    if (!answer.body.isEmpty() && answer.body != reason)
        said.append(RejectionStrings::tr("It said: %1.").arg(quoted(answer.body, HttpAnswer::maxBody)));
    const QString location = answer.header(QLatin1String("Location"));
    if (!location.isEmpty())
        said.append(
            RejectionStrings::tr("The new address: %1.").arg(quoted(location, HttpAnswer::maxHeader)));
    return inARow(said);
}

} // namespace

RejectionKind rejectionKind(const HttpAnswer &answer, bool secure)
{
    if (answer.header(QLatin1String("CF-Mitigated"))
            .contains(QLatin1String("challenge"), Qt::CaseInsensitive))
        return RejectionKind::Challenge;
    if (answer.status >= 300 && answer.status < 400)
        return kindOfRedirect(answer, secure);
    if (!secure && saysTlsWanted(answer))
        return RejectionKind::TlsWanted;
    if (saysCertificateWanted(answer))
        return RejectionKind::CertificateWanted;
    if (saysCertificateRefused(answer))
        return RejectionKind::CertificateRefused;
    if (answer.status == 426)
        return kindOfUpgradeRequired(answer);
    if (saysOldHttp(answer))
        return RejectionKind::OldHttp;
    const bool mayBeMissing =
        answer.status == 400 || answer.status == 405 || answer.status == 404 || answer.status == 501;
    if (mayBeMissing && answer.hasHeader(QLatin1String("Sec-WebSocket-Version")) &&
        !headerHas(answer, QLatin1String("Sec-WebSocket-Version"), QLatin1String("13")))
        return RejectionKind::OtherVersion;
    if (mayBeMissing && saysUpgradeMissing(answer))
        return RejectionKind::UpgradeTakenAway;
    return RejectionKind::ByStatus;
}

QString proxyHint(const HttpAnswer &answer)
{
    const QString via = answer.header(QLatin1String("Via"));
    if (!via.isEmpty())
        return via;
    const QString server = answer.header(QLatin1String("Server"));
    static const QRegularExpression proxies = words(
        "cloudflare|cloudfront|akamai|fastly|varnish|awselb|envoy|istio|traefik|haproxy|squid|bigip|big-ip|"
        "kong|fly/|vercel|netlify|google frontend|gws|tengine|imperva|incapsula|sucuri|bunnycdn");
    if (server.contains(proxies))
        return server;
    struct Trace {
        QLatin1String header;
        QLatin1String name;
    };
    static constexpr std::array traces = {
        Trace{QLatin1String("CF-Ray"), QLatin1String("Cloudflare")},
        Trace{QLatin1String("X-Amz-Cf-Id"), QLatin1String("CloudFront")},
        Trace{QLatin1String("X-Amzn-ErrorType"), QLatin1String("Amazon API Gateway")},
        Trace{QLatin1String("X-Azure-Ref"), QLatin1String("Azure Front Door")},
        Trace{QLatin1String("X-Envoy-Upstream-Service-Time"), QLatin1String("Envoy")},
        Trace{QLatin1String("Fly-Request-Id"), QLatin1String("Fly")},
        Trace{QLatin1String("X-Vercel-Error"), QLatin1String("Vercel")},
        Trace{QLatin1String("X-Served-By"), QLatin1String("X-Served-By")},
        Trace{QLatin1String("X-Cache"), QLatin1String("X-Cache")},
    };
    const auto found = std::find_if(traces.begin(), traces.end(),
                                    [&answer](const Trace &trace) { return answer.hasHeader(trace.header); });
    return found == traces.end() ? QString() : QString(found->name);
}

QString explainRejection(const Verdict &verdict)
{
    HttpAnswer answer = verdict.answer.value_or(HttpAnswer{});
    answer.status = verdict.httpStatus.value_or(answer.status);
    const QString advice = adviceFor(rejectionKind(answer, verdict.secure), answer, verdict.secure);
    //: %1 an HTTP status, %2 what it means
    const QString what = RejectionStrings::tr("The server rejected the handshake with HTTP status %1: %2.")
                             .arg(QString::number(answer.status), advice);
    QString again;
    if (verdict.final)
        again = RejectionStrings::tr("It will not be dialled again by itself.");
    else if (!verdict.lasting)
        again = RejectionStrings::tr("Another dial may help.");
    const QString refused =
        verdict.redirectRefusal.isEmpty()
            ? QString()
            : RejectionStrings::tr("The redirect was not followed: %1.").arg(verdict.redirectRefusal);
    return inARow({what, whatTheServerSaid(answer), refused, whatLoginIsWanted(answer), whoAnswered(answer),
                   whenToComeAgain(answer), again});
}

Suspicion suspicionOfRejection(const Verdict &verdict)
{
    HttpAnswer answer = verdict.answer.value_or(HttpAnswer{});
    answer.status = verdict.httpStatus.value_or(answer.status);
    switch (rejectionKind(answer, verdict.secure)) {
    case RejectionKind::TlsWanted:
    case RejectionKind::CertificateWanted:
    case RejectionKind::CertificateRefused:
        return {Suspect::ThisSide, {}};
    case RejectionKind::UpgradeTakenAway:
        return {Suspect::Proxy, {}};
    case RejectionKind::OldHttp:
        return {Suspect::Proxy, Suspect::Peer};
    case RejectionKind::Challenge:
        return {Suspect::Proxy, Suspect::ThisSide};
    case RejectionKind::OtherVersion:
    case RejectionKind::LoginPage:
        return {Suspect::ThisSide, Suspect::Peer};
    case RejectionKind::ByStatus:
        break;
    }
    const Suspects hinted = proxyHint(answer).isEmpty() ? Suspects() : Suspects(Suspect::Proxy);
    const int status = answer.status;
    switch (status) {
    case 407: // credentials for the proxy
        return {Suspect::ThisSide, {}};
    case 408: // the request did not arrive in time
        return {Suspect::Network, Suspects(Suspect::Peer) | hinted};
    case 421:
        return {Suspect::ThisSide, Suspects(Suspect::Proxy) | Suspect::Peer};
    case 511: // a captive portal
        return {Suspects(Suspect::ThisSide) | Suspect::Network, {}};
    case 502: // from a gateway: about the server behind it
    case 503: // an overloaded server, or a balancer without a server
    case 504: // like 502
        return {Suspect::Peer, Suspect::Proxy};
    default:
        break;
    }
    constexpr int firstOfCloudflare = 520;
    constexpr int lastOfCloudflare = 530;
    if (status >= firstOfCloudflare && status <= lastOfCloudflare)
        return {Suspect::Peer, Suspect::Proxy};
    if (status >= 500)
        return {Suspect::Peer, hinted};
    if (status < 300)
        return {Suspect::ThisSide, Suspects(Suspect::Proxy) | Suspect::Peer};
    return {Suspect::ThisSide, Suspects(Suspect::Peer) | hinted};
}

} // namespace Pongwatch
