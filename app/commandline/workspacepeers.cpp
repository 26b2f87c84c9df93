// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/workspacepeers.h"

#include "app/commandline/commandlinestrings.h"
#include "workspace/memorysecretstore.h"
#include "workspace/secretresolver.h"

#include <QCoreApplication>

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isMeant(const Workspace &workspace, const ProfilePlace &place, const ProfileChoice &choice)
{
    const Profile &profile = workspace.at(place);
    if (!profile.enabled)
        return false;
    if (!choice.groups.isEmpty() &&
        (!place.group || !choice.groups.contains(workspace.groups[*place.group].name)))
        return false;
    return choice.tags.isEmpty() ||
           std::any_of(profile.tags.cbegin(), profile.tags.cend(),
                       [&](const QString &tag) { return choice.tags.contains(tag); });
}

} // namespace

Result<QList<ConnectionSettings>> workspacePeers(const Workspace &workspace, const ProfileChoice &choice)
{
    // Without a window nobody can be asked to unlock a keychain: its secrets count as missing.
    MemorySecretStore store;
    const SecretResolver resolver(&store);
    QList<ConnectionSettings> peers;
    std::optional<Error> error;
    for (const ProfilePlace &place : workspace.places()) {
        if (!isMeant(workspace, place, choice))
            continue;
        resolver.resolve(workspace, place, [&peers, &error](const Result<ConnectionSettings> &settings) {
            if (settings)
                peers.append(settings.value());
            else if (!error)
                error = settings.error();
        });
        if (error)
            return *error;
    }
    if (peers.isEmpty())
        return Error{CommandLineStrings::tr("reading the workspace"),
                     {},
                     CommandLineStrings::tr("it has no enabled profile that is meant")};
    return peers;
}

} // namespace Pongwatch
