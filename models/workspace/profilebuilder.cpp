// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilebuilder.h"

#include "engine/values/secretnames.h"
#include "settings/proxytext.h"
#include "workspace/importstrings.h"
#include "workspace/profilefields.h"
#include "workspace/textvariables.h"
#include "workspace/urlreferences.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

bool isHeader(const QString &name, const char *wanted)
{
    return name.compare(QLatin1String(wanted), Qt::CaseInsensitive) == 0;
}

/// The maximum in a file.
constexpr qsizetype MostTags = 100;

/// Without characters that are not allowed in names.
QString printable(const QString &name)
{
    QString result;
    for (const QChar c : name.left(200))
        result += c.isPrint() ? c : QChar(u' ');
    return result.trimmed();
}

/// A name for people: host, port unless it is the default, and path.
QString nameOf(const QUrl &url)
{
    const QString path = url.path() == QStringLiteral("/") ? QString() : url.path();
    const QString host = url.host().contains(u':') ? QStringLiteral("[%1]").arg(url.host()) : url.host();
    const QString port = url.port() < 0 ? QString() : QStringLiteral(":%1").arg(url.port());
    return printable(QString(host % port % path));
}

bool isReference(const QString &value)
{
    const std::optional<SecretReference> reference = SecretReference::parse(value);
    return reference && reference->kind != SecretReference::Kind::None;
}

/// Stores a secret under a name that is unique within the profile.
SecretReference keepSecret(const QString &profile, const QString &purpose, const QString &secret,
                           QList<ImportedSecret> &secrets)
{
    // An existing reference remains one.
    if (isReference(secret))
        return *SecretReference::parse(secret);
    const QString wanted =
        QStringLiteral("%1 (%2)").arg(printable(profile).left(150), printable(purpose).left(30));
    const auto isTaken = [&secrets](const QString &name) {
        return std::any_of(secrets.cbegin(), secrets.cend(),
                           [&name](const ImportedSecret &one) { return one.name == name; });
    };
    QString name = wanted;
    for (int i = 2; isTaken(name); ++i)
        name = QStringLiteral("%1 %2").arg(wanted, QString::number(i));
    secrets.append({name, secret});
    return {SecretReference::Kind::Keychain, name};
}

QStringList withoutSecretSubprotocols(const QStringList &protocols,
                                      const std::function<SecretReference(const QString &)> &keep)
{
    const QStringList masked = maskedSubprotocols(protocols);
    QStringList result;
    for (qsizetype i = 0; i < protocols.size(); ++i)
        result.append(masked[i] == protocols[i] || isReference(protocols[i]) ? protocols[i]
                                                                             : keep(protocols[i]).text());
    return result;
}

/// If there is no port, it is the scheme's default.
int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QStringLiteral("wss") ? 443 : 80);
}

QString withoutBrackets(const QString &host)
{
    return host.startsWith(u'[') && host.endsWith(u']') ? host.mid(1).chopped(1) : host;
}

/// "host:port", with brackets around an IPv6 address.
QString addressText(const QString &host, const QString &port)
{
    return (host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host, port);
}

/// Whether a list of hosts that need no proxy contains this one: "*" means all, "example.org" and
/// ".example.org" also include names that end so (curl's manual, --noproxy).
bool isWithoutProxy(const QString &hosts, const QString &host)
{
    static const QRegularExpression parts(QStringLiteral("[,\\s]+"));
    const QStringList entries = hosts.split(parts, Qt::SkipEmptyParts);
    return std::any_of(entries.cbegin(), entries.cend(), [&host](QString entry) {
        if (entry == QStringLiteral("*"))
            return true;
        entry = withoutBrackets(entry);
        while (entry.startsWith(u'.'))
            entry.remove(0, 1);
        return !entry.isEmpty() && (host.compare(entry, Qt::CaseInsensitive) == 0 ||
                                    host.endsWith(QString(u'.' + entry), Qt::CaseInsensitive));
    });
}

/// "host", "host:port", "[::1]:port"
QString authorityOf(const QUrl &url)
{
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    bare.setPort(url.port());
    return bare.authority(QUrl::FullyEncoded);
}

} // namespace

void ProfileBuilder::note(Kind kind, const QString &place, const QString &text)
{
    if (m_notes.size() < ReadLog::Most)
        m_notes.append({kind, place.isEmpty() ? m_place : place, text});
}

void ProfileBuilder::setUrl(const QString &url, const QString &place)
{
    if (!m_url.isEmpty() && m_url != url)
        ignore(place, ImportStrings::tr("there is a URL already; one more is left out"));
    else
        m_url = url;
    m_urlPlace = place;
}

void ProfileBuilder::addQuery(const QString &name, const QString &value)
{
    m_query.append({name, value, false});
}

void ProfileBuilder::addQueryText(const QString &item)
{
    m_query.append({item, {}, true});
}

void ProfileBuilder::addHeader(const QString &header, const QString &place)
{
    const qsizetype colon = header.indexOf(u':', 1); // ":authority: host"
    if (colon < 0) {
        // In curl, "Name;" is a header without a value.
        if (header.endsWith(u';') && header.size() > 1)
            addHeader(header.chopped(1).trimmed(), QString(), place);
        else
            m_error = Error{ImportStrings::tr("reading a header"), {}, ImportStrings::tr("it has no colon")};
        return;
    }
    const QString name = header.left(colon).trimmed();
    const QString value = header.mid(colon + 1).trimmed();
    addHeader(name, value, place);
}

void ProfileBuilder::addHeader(const QString &name, const QString &given, const QString &place)
{
    const QString shown = printable(name);
    const std::optional<QString> settled = withoutTemplate(given, place, shown);
    if (!settled)
        return;
    const QString &value = *settled;
    if (isHeader(name, ":authority")) {
        if (m_host.isEmpty()) {
            m_host = value;
            m_hostPlace = place;
        }
        return;
    }
    if (name.startsWith(u':')) {
        note(Kind::Aside, place, ImportStrings::tr("%1 repeats what the URL says").arg(shown));
        return;
    }
    if (value.trimmed().isEmpty()) {
        ignore(place, ImportStrings::tr("the header %1 has no value: it is not sent").arg(shown));
        return;
    }
    if (isHeader(name, "host")) {
        m_host = value;
        m_hostPlace = place;
        return;
    }
    if (isHeader(name, "upgrade") || isHeader(name, "connection")) {
        QStringList tokens = value.toLower().split(u',');
        for (QString &token : tokens)
            token = token.trimmed();
        if (!tokens.contains(isHeader(name, "upgrade") ? QStringLiteral("websocket")
                                                       : QStringLiteral("upgrade")))
            note(Kind::Changed, place,
                 ImportStrings::tr("%1: a WebSocket handshake says “%2” here")
                     .arg(shown, isHeader(name, "upgrade") ? QStringLiteral("websocket")
                                                           : QStringLiteral("Upgrade")));
        return;
    }
    if (isHeader(name, "sec-websocket-key")) {
        note(Kind::Aside, place, ImportStrings::tr("%1 is generated for each handshake").arg(shown));
        return;
    }
    if (isHeader(name, "sec-websocket-version")) {
        if (value.trimmed() != QStringLiteral("13"))
            ignore(place, ImportStrings::tr("%1 is always 13, as RFC 6455 has it").arg(shown));
        return;
    }
    if (isHeader(name, "sec-websocket-extensions")) {
        ignore(place, ImportStrings::tr("%1: the handshake asks for no extension").arg(shown));
        return;
    }
    if (isHeader(name, "accept-encoding")) {
        ignore(place, ImportStrings::tr("%1: an answer is read only as it is, not compressed").arg(shown));
        return;
    }
    if (isHeader(name, "content-length") || isHeader(name, "transfer-encoding") ||
        isHeader(name, "sec-websocket-accept") || isHeader(name, "te") || isHeader(name, "trailer")) {
        ignore(place, ImportStrings::tr("%1 has no place in a handshake's request").arg(shown));
        return;
    }
    if (isHeader(name, "origin")) {
        if (m_profile.own.origin && *m_profile.own.origin != value)
            ignore(place, ImportStrings::tr("there is an origin already; one more is left out"));
        else
            m_profile.own.origin = value;
    } else if (isHeader(name, "sec-websocket-protocol")) {
        addSubprotocols(value);
    } else if (isHeader(name, "authorization") &&
               value.compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0) {
        setBearer({});
    } else if (isHeader(name, "authorization") &&
               value.startsWith(QLatin1String("bearer "), Qt::CaseInsensitive)) {
        setBearer(value.mid(7).trimmed());
    } else if (isHeader(name, "authorization") &&
               value.startsWith(QLatin1String("basic "), Qt::CaseInsensitive)) {
        const auto decoded = QByteArray::fromBase64Encoding(value.mid(6).trimmed().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && decoded.decoded.contains(':'))
            setBasic(QString::fromUtf8(decoded.decoded));
        else
            m_headers.append({name, value, place});
    } else {
        m_headers.append({name, value, place});
    }
}

/// A value that is a single template variable becomes a reference to the environment; if there are other
/// words besides a variable, reports that and returns nullopt.
std::optional<QString> ProfileBuilder::withoutTemplate(const QString &value, const QString &place,
                                                       const QString &shown)
{
    const QString name = templateVariableIn(value);
    if (name.isEmpty())
        return value;
    m_unknownVariables.append(name);
    static const QRegularExpression whole(QStringLiteral("^(Bearer\\s+)?(\\{\\{[^{}]+\\}\\}|<<[^<>]+>>)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = whole.match(value.trimmed());
    const std::optional<SecretReference> reference = SecretReference::parse(u'$' + name);
    if (match.hasMatch() && reference) {
        note(Kind::Changed, place,
             ImportStrings::tr("the variable %1 has no value here: it is taken from the environment, as %2")
                 .arg(name, reference->text()));
        return match.captured(1) + reference->text();
    }
    ignore(place, ImportStrings::tr("%1: the variable %2 has no value here").arg(shown, name));
    return std::nullopt;
}

void ProfileBuilder::addSubprotocols(const QString &list)
{
    QStringList protocols = m_profile.own.subprotocols.value_or(QStringList());
    for (const QString &protocol : list.split(u',', Qt::SkipEmptyParts))
        if (!protocol.trimmed().isEmpty() && !protocols.contains(protocol.trimmed()))
            protocols.append(protocol.trimmed());
    if (!protocols.isEmpty())
        m_profile.own.subprotocols = protocols;
}

void ProfileBuilder::setInsecure(const QString &place)
{
    m_profile.own.tlsVerify = false;
    m_insecurePlace = place;
}

void ProfileBuilder::setBasic(const QString &credentials)
{
    tellCredentialsBefore();
    m_profile.own.authKind = AuthKind::Basic;
    m_user = credentials.section(u':', 0, 0);
    m_secret = credentials.section(u':', 1);
    if (m_secret.isEmpty())
        note(Kind::Warning, {}, ImportStrings::tr("there is no password with the user name"));
}

void ProfileBuilder::tellCredentialsBefore()
{
    if (m_profile.own.authKind.value_or(AuthKind::None) != AuthKind::None)
        ignore({}, ImportStrings::tr("there are credentials already: these replace them"));
}

void ProfileBuilder::setBearer(const QString &given)
{
    const std::optional<QString> settled = withoutTemplate(given, {}, ImportStrings::tr("token"));
    if (!settled)
        return;
    const QString &token = *settled;
    tellCredentialsBefore();
    m_user.clear();
    m_secret = token;
    if (token.isEmpty())
        m_error = Error{ImportStrings::tr("reading the token"),
                        {},
                        ImportStrings::tr("there is no token: “Bearer” with nothing behind it")};
    else
        m_profile.own.authKind = AuthKind::Bearer;
}

void ProfileBuilder::setConnectTo(const QString &target, const QString &place)
{
    if (!m_connectTo.isEmpty())
        ignore(m_routePlace, ImportStrings::tr("there is another way to the host already"));
    m_connectTo = target;
    m_routePlace = place;
}

void ProfileBuilder::addRoute(const Route &route)
{
    m_routes.append(route);
}

void ProfileBuilder::setNoProxy(const QString &hosts, const QString &place)
{
    m_noProxy = hosts;
    m_noProxyPlace = place;
}

SecretReference ProfileBuilder::keep(const QString &purpose, const QString &secret)
{
    return keepSecret(m_profile.name, purpose, secret, m_secrets);
}

void ProfileBuilder::takeRoute(const QString &target, const QString &place)
{
    if (const Result<ConnectTarget> checked = parseConnectTo(target); !checked) {
        ignore(place, ImportStrings::tr("%1 is not dialled, but the URL's own host: %2")
                          .arg(printable(target), checked.error().answer));
        return;
    }
    m_profile.own.connectTo = target;
    m_routePlace = place;
}

/// The server is asked for another host than the URL's, as a custom header says.
void ProfileBuilder::takeHost(const QUrl &url)
{
    const QString port = QStringLiteral(":%1").arg(portOf(url));
    const QString own = authorityOf(url);
    const bool isOwn = m_host.compare(own, Qt::CaseInsensitive) == 0 ||
                       m_host.compare(QString(own + port), Qt::CaseInsensitive) == 0 ||
                       own.compare(QString(m_host + port), Qt::CaseInsensitive) == 0;
    if (!m_host.isEmpty() && !isOwn)
        m_headers.prepend({QStringLiteral("Host"), m_host, m_hostPlace});
}

/// Where the rules lead from the URL's host; empty: no change.
QString ProfileBuilder::routed(const QUrl &url, QString *place)
{
    QString host = url.host();
    QString port = QString::number(portOf(url));
    const auto fits = [&](const Route &route) {
        return (route.host.isEmpty() || route.host == QStringLiteral("*") ||
                route.host.compare(host, Qt::CaseInsensitive) == 0) &&
               (route.port.isEmpty() || route.port == port);
    };
    const Route *redirected = nullptr;
    const Route *resolved = nullptr;
    for (const Route &route : std::as_const(m_routes))
        if (route.kind == Route::Kind::Redirected && !redirected && fits(route))
            redirected = &route;
    if (redirected) {
        host = redirected->toHost.isEmpty() ? host : redirected->toHost;
        port = redirected->toPort.isEmpty() ? port : redirected->toPort;
    }
    for (const Route &route : std::as_const(m_routes)) {
        // A rule for any host yields to one for this host.
        if (route.kind == Route::Kind::Resolved && fits(route) &&
            (!resolved || resolved->host == QStringLiteral("*") || route.host != QStringLiteral("*")))
            resolved = &route;
    }
    for (const Route &route : std::as_const(m_routes)) {
        if (&route == redirected || &route == resolved)
            continue;
        ignore(route.place, fits(route)
                                ? ImportStrings::tr("there is another way to the host already")
                                : ImportStrings::tr("it is about %1, another host or port than the URL's")
                                      .arg(printable(QStringLiteral("%1:%2").arg(route.host, route.port))));
    }
    if (resolved)
        host = resolved->toHost;
    if (const Route *last = resolved ? resolved : redirected)
        *place = last->place;
    return redirected || resolved ? addressText(host, port) : QString();
}

void ProfileBuilder::buildRoute(const QUrl &url)
{
    if (m_connectTo.isEmpty()) {
        QString place;
        if (const QString target = routed(url, &place); !target.isEmpty())
            takeRoute(target, place);
    } else {
        for (const Route &route : std::as_const(m_routes))
            ignore(route.place, ImportStrings::tr("there is another way to the host already"));
        takeRoute(m_connectTo, m_routePlace);
    }
    takeHost(url);
}

Outcome ProfileBuilder::buildUrl()
{
    QString text = m_url.trimmed();
    if (const QString name = templateVariableIn(text); !name.isEmpty()) {
        m_unknownVariables.append(name);
        return Error{ImportStrings::tr("reading the URL"),
                     {},
                     ImportStrings::tr("the variable %1 in the URL has no value here").arg(name)};
    }
    if (const QString holder = placeholderIn(text); !holder.isEmpty())
        return Error{
            ImportStrings::tr("reading the URL"),
            {},
            ImportStrings::tr("the place holder %1 in the URL has no value here").arg(printable(holder))};
    if (text.startsWith(QLatin1String("http:"), Qt::CaseInsensitive) ||
        text.startsWith(QLatin1String("https:"), Qt::CaseInsensitive))
        text.replace(0, 4, QStringLiteral("ws"));
    if (const qsizetype hash = text.indexOf(u'#'); hash >= 0) {
        ignore(m_urlPlace, ImportStrings::tr("what follows the # of a URL is never sent"));
        text.truncate(hash);
    }
    const Result<QUrl> checked = parseWebSocketUrl(text);
    if (!checked)
        return checked.error();
    QUrl url = checked.value();
    if (const QString complaint = complaintAboutUrl(url); !complaint.isEmpty())
        return Error{ImportStrings::tr("reading the token"), {}, complaint};
    if (!url.userName().isEmpty() || !url.password().isEmpty()) {
        if (m_profile.own.authKind)
            ignore(m_urlPlace, ImportStrings::tr("the user name in the URL: there are credentials already"));
        else
            setBasic(QStringLiteral("%1:%2").arg(url.userName(QUrl::FullyDecoded),
                                                 url.password(QUrl::FullyDecoded)));
    }
    url.setUserInfo({});
    for (const auto &[name, value, isText] : std::as_const(m_query)) {
        QString query = url.query(QUrl::FullyEncoded);
        if (!query.isEmpty())
            query += u'&';
        if (isText) {
            url.setQuery(query + name);
            continue;
        }
        // A reference is not encoded (see urlreferences.h); anything else is.
        const QByteArray encoded =
            QUrl::toPercentEncoding(value, isReference(value) ? QByteArray("$:/()") : QByteArray());
        url.setQuery(query + QString::fromLatin1(QUrl::toPercentEncoding(name)) + u'=' +
                     QString::fromLatin1(encoded));
    }
    m_profile.name = printable(m_name).isEmpty() ? nameOf(url) : printable(m_name);
    if (!m_name.isEmpty() && m_profile.name != m_name.trimmed())
        note(Kind::Changed, {},
             ImportStrings::tr("the name was shortened, or had characters that no name can have"));
    buildRoute(url);
    m_profile.url = withoutSecrets(url, [this](const QString &name, const QString &value) {
                        return keep(name, value);
                    }).toString(QUrl::FullyEncoded);
    return success();
}

Outcome ProfileBuilder::buildHeaders()
{
    ProfileSettings::Headers headers = m_profile.own.headers.value_or(ProfileSettings::Headers());
    for (auto &[name, value] : headers)
        if (isSecretName(name) || looksLikeSecret(value))
            value = keep(name, value).text();
    // A browser sends a single Cookie header, however many a command has.
    for (qsizetype i = 0, first = -1; i < m_headers.size(); ++i) {
        if (!isHeader(m_headers[i].name, "cookie"))
            continue;
        if (first < 0) {
            first = i;
        } else {
            m_headers[first].value += QStringLiteral("; ") + m_headers[i].value;
            m_headers.removeAt(i--);
        }
    }
    for (const Header &one : std::as_const(m_headers)) {
        const auto header = parseHeader(QStringLiteral("%1: %2").arg(one.name, one.value));
        if (!header)
            return Error{ImportStrings::tr("reading a header"), {}, header.error().answer};
        const bool isSecret = isSecretName(one.name) || looksLikeSecret(one.value);
        headers.append({one.name, isSecret ? keep(one.name, one.value).text() : one.value});
    }
    if (!headers.isEmpty())
        m_profile.own.headers = headers;
    if (m_profile.own.subprotocols)
        m_profile.own.subprotocols =
            withoutSecretSubprotocols(*m_profile.own.subprotocols, [this](const QString &secret) {
                return keep(ImportStrings::tr("sub-protocol"), secret);
            });
    return success();
}

Outcome ProfileBuilder::buildProxy()
{
    if (!m_noProxy.isEmpty()) {
        if (isWithoutProxy(m_noProxy, QUrl(m_profile.url).host())) {
            m_profile.own.proxy = ProxySettings{ProxyKind::None, {}, 0, {}, {}};
            if (!m_proxy.isEmpty())
                note(Kind::Aside, m_noProxyPlace,
                     ImportStrings::tr("no proxy is used for this host: the one that is named is left out"));
            return success();
        }
        note(Kind::Aside, m_noProxyPlace, ImportStrings::tr("it is about other hosts than the URL's"));
    }
    if (m_proxy.isEmpty())
        return success();
    Result<ProxySettings> proxy = parseProxy(m_proxy);
    if (!proxy)
        return Error{proxy.error().doing, {}, proxy.error().answer};
    if (!proxy.value().password.isEmpty())
        m_profile.own.proxySecret = keep(ImportStrings::tr("proxy"), proxy.value().password);
    proxy.value().password.clear();
    m_profile.own.proxy = proxy.value();
    return success();
}

Result<ImportedProfile> ProfileBuilder::build()
{
    if (m_error)
        return *m_error;
    if (const Outcome url = buildUrl(); !url)
        return url.error();
    if (m_error)
        return *m_error;
    if (m_profile.own.authKind == AuthKind::Basic && !m_user.isEmpty())
        m_profile.own.authUser = m_user;
    if (!m_secret.isEmpty())
        m_profile.own.authSecret = keep(ImportStrings::tr("password or token"), m_secret);
    if (const Outcome headers = buildHeaders(); !headers)
        return headers.error();
    if (const Outcome proxy = buildProxy(); !proxy)
        return proxy.error();

    for (QString &tag : m_profile.tags)
        tag = printable(tag);
    m_profile.tags.removeAll(QString());
    m_profile.tags.removeDuplicates();
    if (m_profile.tags.size() > MostTags) {
        ignore({}, ImportStrings::tr("there are more than %1 tags").arg(MostTags));
        m_profile.tags = m_profile.tags.mid(0, MostTags);
    }
    // Whatever was imported, a file that contains it must be readable.
    if (const QString complaint = complaintAbout(m_profile.own); !complaint.isEmpty())
        return Error{ImportStrings::tr("reading the settings"), {}, complaint};
    for (const ImportNote &one : detoursOf(m_profile, {m_place, m_insecurePlace, m_routePlace, m_hostPlace}))
        note(one.kind, one.place, one.text);
    return ImportedProfile{m_profile, m_secrets, {}, m_place, m_notes};
}

void ProfileBuilder::buildInto(ImportResult &result, const QString &group)
{
    Result<ImportedProfile> profile = build();
    for (const QString &name : std::as_const(m_unknownVariables))
        result.addUnknownVariable(name);
    if (!profile) {
        result.refuse(m_place, profile.error().answer);
        return;
    }
    profile.value().group = group;
    result.profiles.push_back(std::move(profile).value());
}

QList<ImportNote> detoursOf(const Profile &profile, const DetourPlaces &places)
{
    QList<ImportNote> notes;
    const auto warn = [&](const QString &place, const QString &text) {
        notes.append({ImportNote::Kind::Warning, place.isEmpty() ? places.profile : place, text});
    };
    if (profile.own.tlsVerify == false)
        warn(places.insecure,
             ImportStrings::tr("the certificate is not verified: whoever is in between can read along"));
    const QUrl url(profile.url);
    if (const QString other = profile.own.connectTo.value_or(QString()); !other.isEmpty())
        warn(places.route,
             ImportStrings::tr("it goes to another address than its name: %1 is dialled, not %2")
                 .arg(printable(other), authorityOf(url)));
    for (const auto &[name, value] : profile.own.headers.value_or(ProfileSettings::Headers())) {
        if (isHeader(name, "host"))
            warn(places.host,
                 ImportStrings::tr("it goes to another address than its name: %1 is asked for %2")
                     .arg(authorityOf(url), printable(value)));
    }
    return notes;
}

QList<ImportedSecret> takeSecretsOutOf(Profile &profile)
{
    QList<ImportedSecret> secrets;
    const auto keep = [&](const QString &purpose, const QString &secret) {
        return keepSecret(profile.name, purpose, secret, secrets);
    };
    if (profile.own.headers) {
        for (auto &[name, value] : *profile.own.headers)
            if ((isSecretName(name) || looksLikeSecret(value)) && !value.isEmpty())
                value = keep(name, value).text();
    }
    if (profile.own.subprotocols)
        profile.own.subprotocols =
            withoutSecretSubprotocols(*profile.own.subprotocols, [&](const QString &secret) {
                return keep(ImportStrings::tr("sub-protocol"), secret);
            });
    const QUrl url(profile.url);
    const QUrl without = withoutSecrets(url, keep);
    if (without != url)
        profile.url = without.toString(QUrl::FullyEncoded);
    return secrets;
}

} // namespace Pongwatch
