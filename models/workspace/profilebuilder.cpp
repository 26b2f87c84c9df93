// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilebuilder.h"

#include "settings/proxytext.h"
#include "settings/secretheaders.h"
#include "workspace/importstrings.h"
#include "workspace/profilefields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

template <size_t N>
bool isOneOf(const QString &name, const std::array<const char *, N> &names)
{
    return std::any_of(names.begin(), names.end(), [&name](const char *candidate) {
        return name.compare(QLatin1String(candidate), Qt::CaseInsensitive) == 0;
    });
}

/// Set by every handshake anew, or of no use in a copy.
constexpr std::array HandshakeHeaders = {"host",
                                         "upgrade",
                                         "connection",
                                         "sec-websocket-key",
                                         "sec-websocket-version",
                                         "content-length",
                                         "transfer-encoding",
                                         "sec-websocket-accept",
                                         "accept-encoding",
                                         "sec-websocket-extensions"};

/// As many as a file may have.
constexpr qsizetype MostTags = 100;

/// Without what no name may have in it.
QString printable(const QString &name)
{
    QString result;
    for (const QChar c : name.left(200))
        result += c.isPrint() ? c : QChar(u' ');
    return result.trimmed();
}

/// A name for a person: host, port if it is not the usual one, and path.
QString nameOf(const QUrl &url)
{
    const QString path = url.path() == QStringLiteral("/") ? QString() : url.path();
    const QString host = url.host().contains(u':') ? QStringLiteral("[%1]").arg(url.host()) : url.host();
    const QString port = url.port() < 0 ? QString() : QStringLiteral(":%1").arg(url.port());
    return printable(QString(host % port % path));
}

} // namespace

void ProfileBuilder::addHeader(const QString &header)
{
    const qsizetype colon = header.indexOf(u':');
    if (colon < 0) {
        m_error = Error{ImportStrings::tr("reading a header"), {}, ImportStrings::tr("it has no colon")};
        return;
    }
    addHeader(header.left(colon).trimmed(), header.mid(colon + 1).trimmed());
}

void ProfileBuilder::addHeader(const QString &name, const QString &value)
{
    if (isOneOf(name, HandshakeHeaders) || name.startsWith(u':'))
        return;
    if (name.compare(QLatin1String("origin"), Qt::CaseInsensitive) == 0) {
        m_profile.own.origin = value;
    } else if (name.compare(QLatin1String("sec-websocket-protocol"), Qt::CaseInsensitive) == 0) {
        QStringList protocols;
        for (const QString &protocol : value.split(u',', Qt::SkipEmptyParts))
            protocols.append(protocol.trimmed());
        m_profile.own.subprotocols = protocols;
    } else if (name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0 &&
               value.startsWith(QLatin1String("bearer "), Qt::CaseInsensitive)) {
        setBearer(value.mid(7).trimmed());
    } else if (name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0 &&
               value.startsWith(QLatin1String("basic "), Qt::CaseInsensitive)) {
        setBasic(QString::fromUtf8(QByteArray::fromBase64(value.mid(6).trimmed().toLatin1())));
    } else {
        m_headers.append({name, value});
    }
}

void ProfileBuilder::setBasic(const QString &credentials)
{
    m_profile.own.authKind = AuthKind::Basic;
    m_user = credentials.section(u':', 0, 0);
    m_secret = credentials.section(u':', 1);
}

void ProfileBuilder::setBearer(const QString &token)
{
    m_profile.own.authKind = AuthKind::Bearer;
    m_user.clear();
    m_secret = token;
}

SecretReference ProfileBuilder::keep(const QString &purpose, const QString &secret)
{
    // A reference that stands there already stays one.
    if (const auto reference = SecretReference::parse(secret))
        return *reference;
    const QString name =
        QStringLiteral("%1 (%2)").arg(printable(m_profile.name).left(150), printable(purpose).left(30));
    m_secrets.append({name, secret});
    return {SecretReference::Kind::Keychain, name};
}

Result<ImportedProfile> ProfileBuilder::build()
{
    if (m_error)
        return *m_error;
    QString text = m_url.trimmed();
    if (text.startsWith(QLatin1String("http"), Qt::CaseInsensitive))
        text.replace(0, 4, QStringLiteral("ws"));
    const Result<QUrl> checked = parseWebSocketUrl(text);
    if (!checked)
        return checked.error();
    QUrl url = checked.value();
    if (!url.userName().isEmpty() && !m_profile.own.authKind)
        setBasic(
            QStringLiteral("%1:%2").arg(url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)));
    url.setUserInfo({});
    m_profile.url = url.toString(QUrl::FullyEncoded);
    m_profile.name = printable(m_name).isEmpty() ? nameOf(url) : printable(m_name);

    if (m_profile.own.authKind == AuthKind::Basic)
        m_profile.own.authUser = m_user;
    if (!m_secret.isEmpty())
        m_profile.own.authSecret = keep(ImportStrings::tr("password or token"), m_secret);

    ProfileSettings::Headers headers;
    for (const auto &[name, value] : m_headers) {
        const auto header = parseHeader(QStringLiteral("%1: %2").arg(name, value));
        if (!header)
            return Error{ImportStrings::tr("reading a header"), {}, header.error().answer};
        headers.append({name, isSecretHeader(name) ? keep(name, value).text() : value});
    }
    if (!headers.isEmpty())
        m_profile.own.headers = headers;

    if (!m_proxy.isEmpty()) {
        Result<ProxySettings> proxy = parseProxy(m_proxy);
        if (!proxy)
            return Error{proxy.error().doing, {}, proxy.error().answer};
        if (!proxy.value().password.isEmpty())
            m_profile.own.proxySecret = keep(ImportStrings::tr("proxy"), proxy.value().password);
        proxy.value().password.clear();
        m_profile.own.proxy = proxy.value();
    }
    for (QString &tag : m_profile.tags)
        tag = printable(tag);
    m_profile.tags.removeAll(QString());
    m_profile.tags.removeDuplicates();
    m_profile.tags = m_profile.tags.mid(0, MostTags);
    // Whatever came in, a file with it in can be read again.
    if (const QString complaint = complaintAbout(m_profile.own); !complaint.isEmpty())
        return Error{ImportStrings::tr("reading the settings"), {}, complaint};
    return ImportedProfile{m_profile, m_secrets, {}};
}

} // namespace Pongwatch
