// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Makes a profile out of the pieces that importers find, and keeps secrets apart from it: what a header, a
/// user name or a URL carries of them becomes a reference.
class ProfileBuilder
{
public:
    /// ws://, wss://, http:// or https:// (as browsers' copies have it); user information moves to auth.
    void setUrl(const QString &url) { m_url = url; }
    void setName(const QString &name) { m_name = name; }
    /// "Name: value". Headers of the handshake itself are left out; Origin, Sec-WebSocket-Protocol and
    /// Authorization become settings.
    void addHeader(const QString &header);
    void addHeader(const QString &name, const QString &value);
    /// "user:password"
    void setBasic(const QString &credentials);
    void setBearer(const QString &token);
    void setProxy(const QString &proxy) { m_proxy = proxy; }

    [[nodiscard]] ProfileSettings &settings() { return m_profile.own; }
    [[nodiscard]] Profile &profile() { return m_profile; }

    /// What was gathered, or the first thing that is wrong with it.
    Result<ImportedProfile> build();

private:
    SecretReference keep(const QString &purpose, const QString &secret);

    Profile m_profile;
    QString m_url;
    QString m_name;
    QString m_proxy;
    QString m_user;
    QString m_secret;
    ProfileSettings::Headers m_headers;
    QList<ImportedSecret> m_secrets;
    std::optional<Error> m_error;
};

} // namespace Pongwatch
