// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/fleetaddress.h"

#include "workspace/profilefields.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct FleetAddressStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::FleetAddress)
};

} // namespace

QString FleetAddress::place() const
{
    const QString host = url.host().contains(u':') ? QStringLiteral("[%1]").arg(url.host()) : url.host();
    const QString path = url.path() == QStringLiteral("/") ? QString() : url.path();
    return (url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port())) + path;
}

QString FleetAddress::toLine() const
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo) + u' ' +
           QString::fromUtf8(settingsAsLine(own));
}

FleetAddress FleetAddress::fromLine(const QString &line)
{
    const qsizetype space = line.indexOf(u' ');
    const Result<QUrl> url = parseFleetUrl(line.left(space < 0 ? line.size() : space));
    if (!url)
        return {};
    return {url.value(), space < 0 ? ProfileSettings() : settingsOfLine(line.mid(space + 1).toUtf8())};
}

Workspace FleetAddress::asWorkspace() const
{
    Profile profile;
    profile.name = place();
    profile.url = url.toString(QUrl::FullyEncoded);
    profile.own = own;
    Workspace workspace;
    workspace.add(std::move(profile));
    return workspace;
}

Result<QUrl> parseFleetUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return Error{FleetAddressStrings::tr("reading the URL"),
                     {},
                     FleetAddressStrings::tr(
                         "the URL of a Prometheus starts with http:// or https:// and names a host")};
    return url;
}

} // namespace Pongwatch
