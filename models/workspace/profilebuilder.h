// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

#include <QUrl>

namespace Pongwatch
{

/// Makes a profile out of the pieces that importers find, and keeps secrets apart from it: what a header, a
/// user name, a sub-protocol or a URL carries of them becomes a reference. What is not taken as it stands is
/// noted with its place.
class ProfileBuilder
{
public:
    using Kind = ImportNote::Kind;

    /// `place`: where in the source the profile is made of.
    explicit ProfileBuilder(QString place = {})
        : m_place(std::move(place))
    {
    }

    [[nodiscard]] const QString &place() const { return m_place; }

    /// ws://, wss://, http:// or https:// (as browsers' copies have it); user information moves to auth, and
    /// a fragment, which no server ever sees, is noted.
    void setUrl(const QString &url, const QString &place = {});
    void setName(const QString &name) { m_name = name; }
    [[nodiscard]] bool hasUrl() const { return !m_url.isEmpty(); }
    [[nodiscard]] const QString &url() const { return m_url; }
    /// A parameter that is added to the URL's query, not encoded yet.
    void addQuery(const QString &name, const QString &value);
    /// An item of the query, "name=value", as it goes out.
    void addQueryText(const QString &item);
    /// "Name: value". Headers of the handshake itself are not kept; Origin, Sec-WebSocket-Protocol and
    /// Authorization become settings; a Host that is not the URL's is a setting of its own.
    void addHeader(const QString &header, const QString &place = {});
    void addHeader(const QString &name, const QString &value, const QString &place);
    /// "user:password"
    void setBasic(const QString &credentials);
    void setBearer(const QString &token);
    void setProxy(const QString &proxy) { m_proxy = proxy; }
    void addSubprotocols(const QString &list);
    /// Switches the verification of certificates off, and says so.
    void setInsecure(const QString &place);
    /// "host:port" that is dialled in place of the URL's, or "unix:/path"; whatever the routes say.
    void setConnectTo(const QString &target, const QString &place);

    /// A rule of curl about where to dial for one host and port.
    struct Route {
        enum class Kind : quint8 {
            Redirected, ///< --connect-to: the first that fits is taken
            Resolved,   ///< --resolve: what the host is after that is looked up here; the last is taken
        };
        Kind kind = Kind::Redirected;
        QString host;   ///< empty or "*": any
        QString port;   ///< empty: any
        QString toHost; ///< empty: the same
        QString toPort; ///< empty: the same
        QString place;
    };
    void addRoute(const Route &route);
    /// Hosts that are dialled without the proxy, as curl and others list them.
    void setNoProxy(const QString &hosts, const QString &place);

    void note(Kind kind, const QString &place, const QString &text);
    void ignore(const QString &place, const QString &why) { note(Kind::Ignored, place, why); }

    [[nodiscard]] ProfileSettings &settings() { return m_profile.own; }
    [[nodiscard]] Profile &profile() { return m_profile; }

    /// What was gathered, or the first thing that is wrong with it.
    Result<ImportedProfile> build();
    /// The same, put where it belongs.
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
        QString name; ///< or all of the item
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

/// What of a profile deserves a second look, as warnings: a certificate that is not verified, an address that
/// is not the URL's, a Host header of its own. Each has the place given for it, or that of the profile.
struct DetourPlaces {
    QString profile;
    QString insecure;
    QString route;
    QString host;
};
[[nodiscard]] QList<ImportNote> detoursOf(const Profile &profile, const DetourPlaces &places);

/// Takes the secrets that stand in plain view in a finished profile's headers, sub-protocols and URL out of
/// it, and gives them with the names that the profile refers to from now on.
[[nodiscard]] QList<ImportedSecret> takeSecretsOutOf(Profile &profile);

} // namespace Pongwatch
