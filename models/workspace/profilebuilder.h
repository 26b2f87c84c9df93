// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

#include <QUrl>

namespace Pongwatch
{

/// Makes a profile from the parts found by importers, and keeps secrets separate from it: those in headers,
/// user names, sub-protocols or URLs become references. Anything not taken as it is gets a note with its
/// place.
class ProfileBuilder
{
public:
    using Kind = ImportNote::Kind;

    /// `place`: the place in the source from which the profile is made.
    explicit ProfileBuilder(QString place = {})
        : m_place(std::move(place))
    {
    }

    [[nodiscard]] const QString &place() const { return m_place; }

    /// ws://, wss://, http:// or https:// (as copied from browsers). User information moves to auth; a
    /// fragment, which is never sent to a server, is noted.
    void setUrl(const QString &url, const QString &place = {});
    void setName(const QString &name) { m_name = name; }
    [[nodiscard]] bool hasUrl() const { return !m_url.isEmpty(); }
    [[nodiscard]] const QString &url() const { return m_url; }
    /// A parameter to add to the URL's query, not yet encoded.
    void addQuery(const QString &name, const QString &value);
    /// An item of the query, "name=value", exactly as sent.
    void addQueryText(const QString &item);
    /// "Name: value". Headers of the handshake itself are dropped; Origin, Sec-WebSocket-Protocol and
    /// Authorization become settings; a Host other than the URL's becomes a setting of its own.
    void addHeader(const QString &header, const QString &place = {});
    void addHeader(const QString &name, const QString &value, const QString &place);
    /// "user:password"
    void setBasic(const QString &credentials);
    void setBearer(const QString &token);
    void setProxy(const QString &proxy) { m_proxy = proxy; }
    void addSubprotocols(const QString &list);
    /// Turns off the verification of certificates, with a note.
    void setInsecure(const QString &place);
    /// The "host:port" to dial instead of the URL's, or "unix:/path"; takes precedence over the routes.
    void setConnectTo(const QString &target, const QString &place);

    /// A rule from curl on where to dial for a host and port.
    struct Route {
        enum class Kind : quint8 {
            Redirected, ///< --connect-to: the first match counts
            Resolved,   ///< --resolve: for the host after redirection; the last match counts
        };
        Kind kind = Kind::Redirected;
        QString host;   ///< empty or "*": any
        QString port;   ///< empty: any
        QString toHost; ///< empty: the same
        QString toPort; ///< empty: the same
        QString place;
    };
    void addRoute(const Route &route);
    /// Hosts to dial without the proxy, in the form used by curl and others.
    void setNoProxy(const QString &hosts, const QString &place);

    void note(Kind kind, const QString &place, const QString &text);
    void ignore(const QString &place, const QString &why) { note(Kind::Ignored, place, why); }

    [[nodiscard]] ProfileSettings &settings() { return m_profile.own; }
    [[nodiscard]] Profile &profile() { return m_profile; }

    /// The profile made from all parts, or the first problem with it.
    Result<ImportedProfile> build();
    /// The same, stored where it belongs.
    void buildInto(ImportResult &result, const QString &group = {});

private:
    std::optional<QString> withoutTemplate(const QString &value, const QString &place, const QString &shown);
    void tellCredentialsBefore();
    SecretReference keep(const QString &purpose, const QString &secret);
    Outcome buildUrl();
    Outcome buildHeaders();
    Outcome buildProxy();
    void buildRoute(const QUrl &url);
    QString routed(const QUrl &url, QString *place);
    void takeRoute(const QString &target, const QString &place);
    void takeHost(const QUrl &url);

    QString m_place;
    Profile m_profile;
    QString m_url;
    QString m_urlPlace;
    QString m_name;
    QString m_proxy;
    QString m_noProxy;
    QString m_noProxyPlace;
    QString m_user;
    QString m_secret;
    QString m_host;
    QString m_hostPlace;
    QString m_connectTo;
    QString m_insecurePlace;
    QString m_routePlace;
    struct QueryItem {
        QString name; ///< or the whole item
        QString value;
        bool isText = false;
    };
    QList<QueryItem> m_query;
    QList<Route> m_routes;
    struct Header {
        QString name;
        QString value;
        QString place;
    };
    QList<Header> m_headers;
    QList<ImportedSecret> m_secrets;
    QList<ImportNote> m_notes;
    QStringList m_unknownVariables;
    std::optional<Error> m_error;
};

/// Warnings about parts of a profile that deserve a second look: an unverified certificate, an address other
/// than the URL's, a custom Host header. Each has the place given for it, or else that of the profile.
struct DetourPlaces {
    QString profile;
    QString insecure;
    QString route;
    QString host;
};
[[nodiscard]] QList<ImportNote> detoursOf(const Profile &profile, const DetourPlaces &places);

/// Removes secrets in plain text from a finished profile's headers, sub-protocols and URL, and returns them
/// with the names by which the profile refers to them from now on.
[[nodiscard]] QList<ImportedSecret> takeSecretsOutOf(Profile &profile);

} // namespace Pongwatch
