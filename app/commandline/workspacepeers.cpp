// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/workspacepeers.h"

#include "app/commandline/commandlinestrings.h"
#include "engine/values/foreigntext.h"
#include "workspace/memorysecretstore.h"
#include "workspace/secretresolver.h"
#include "workspace/trustkeeper.h"

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

/// What the chosen profiles want but are not allowed to have, in words.
QStringList wantedInVain(const Workspace &workspace, const ProfileChoice &choice, const WorkspaceTrust &trust)
{
    constexpr qsizetype most = 30;
    if (trust.all)
        return {};
    const TrustKeeper keeper(TrustKeeper::defaultFile());
    QList<WorkspaceDemand> refused;
    for (const ProfilePlace &place : workspace.places()) {
        if (!isMeant(workspace, place, choice))
            continue;
        for (const WorkspaceDemand &demand : keeper.untrusted(demandsOf(workspace, place))) {
            const bool isAllowed =
                demand.kind == WorkspaceDemand::Kind::Variable && trust.variables.contains(demand.name);
            if (!isAllowed && !refused.contains(demand))
                refused.append(demand);
        }
    }
    QStringList words;
    for (const WorkspaceDemand &demand : refused.first(std::min(refused.size(), most)))
        words.append(CommandLineStrings::tr("%1 for %2", "an environment variable, a file …, and a host")
                         .arg(demandInWords(demand), harmlessText(demand.receiver, 120)));
    if (refused.size() > most)
        words.append(CommandLineStrings::tr("and %1 more").arg(refused.size() - most));
    return words;
}

} // namespace

AlertPeer alertPeerAt(const Workspace &workspace, const ProfilePlace &place)
{
    return AlertPeer::of(workspace.alertsAt(place),
                         place.group ? workspace.groups[*place.group].name : QString());
}

Result<QList<WorkspacePeer>> workspacePeers(const Workspace &workspace, const ProfileChoice &choice,
                                            const WorkspaceTrust &trust)
{
    if (const QStringList wanted = wantedInVain(workspace, choice, trust); !wanted.isEmpty())
        return Error{
            CommandLineStrings::tr("reading the workspace"),
            {},
            CommandLineStrings::tr("it was not trusted before, and wants %1; give --trust-workspace, "
                                   "or --allow-env NAME for a variable, if it is to have that")
                .arg(wanted.join(QStringLiteral(", ")))};
    // Without a window nobody can be asked to unlock a keychain, so its secrets count as missing.
    MemorySecretStore store;
    const SecretResolver resolver(&store);
    QList<WorkspacePeer> peers;
    std::optional<Error> error;
    bool isAnyWhole = false;
    for (const ProfilePlace &place : workspace.places()) {
        if (!isMeant(workspace, place, choice))
            continue;
        const QString group = place.group ? workspace.groups[*place.group].name : QString();
        const QStringList &tags = workspace.at(place).tags;
        resolver.resolve(workspace, place, [&](const Result<ConnectionSettings> &settings) {
            if (settings) {
                peers.append({settings.value(), group, tags, {}, alertPeerAt(workspace, place)});
                isAnyWhole = true;
                return;
            }
            // The others are still watched.
            peers.append({workspace.effectiveSettings(place), group, tags, settings.error().sentence(),
                          alertPeerAt(workspace, place)});
            if (!error)
                error = settings.error();
        });
    }
    if (peers.isEmpty())
        return Error{CommandLineStrings::tr("reading the workspace"),
                     {},
                     CommandLineStrings::tr("no enabled profile in it matches")};
    if (!isAnyWhole && error)
        return *error;
    return peers;
}

} // namespace Pongwatch
