// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/workspacepeers.h"

#include "app/commandline/commandlinestrings.h"
#include "app/headless/wayresolver.h"
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

} // namespace

QStringList wantedInVain(const QList<WorkspaceDemand> &demands, const WorkspaceTrust &trust)
{
    constexpr qsizetype most = 30;
    if (trust.all || demands.isEmpty())
        return {};
    const TrustKeeper keeper(TrustKeeper::defaultFile());
    QList<WorkspaceDemand> refused;
    for (const WorkspaceDemand &demand : keeper.untrusted(demands)) {
        const bool isAllowed =
            demand.kind == WorkspaceDemand::Kind::Variable && trust.variables.contains(demand.name);
        if (!isAllowed && !refused.contains(demand))
            refused.append(demand);
    }
    QStringList words;
    for (const WorkspaceDemand &demand : refused.first(std::min(refused.size(), most)))
        words.append(CommandLineStrings::tr("%1 for %2", "an environment variable, a file …, and a host")
                         .arg(demandInWords(demand), receiverInWords(demand)));
    if (refused.size() > most)
        words.append(CommandLineStrings::tr("and %1 more").arg(refused.size() - most));
    return words;
}

WorkspaceTrust trustOf(const ParsedArguments &arguments)
{
    return {arguments.has(QStringLiteral("trust-workspace")), arguments.values(QStringLiteral("allow-env"))};
}

Error notTrusted(const QStringList &wanted)
{
    return Error{CommandLineStrings::tr("reading the workspace"),
                 {},
                 CommandLineStrings::tr("it was not trusted before, and wants %1; give --trust-workspace, "
                                        "or --allow-env NAME for a variable, if it is to have that")
                     .arg(wanted.join(QStringLiteral(", ")))};
}

AlertPeer alertPeerAt(const Workspace &workspace, const ProfilePlace &place)
{
    return AlertPeer::of(workspace.alertsAt(place),
                         place.group ? workspace.groups[*place.group].name : QString());
}

QList<ReadyWay> readyWays(const Workspace &workspace)
{
    MemorySecretStore store; // as for peers
    QList<ReadyWay> ready;
    WayResolver(&store).resolve(
        allWays(workspace.alerts.ways), [](const AlertWay &) { return true; },
        [&ready](const QList<ReadyWay> &ways) { ready = ways; });
    return ready;
}

Result<QList<WorkspacePeer>> workspacePeers(const Workspace &workspace, const ProfileChoice &choice,
                                            const WorkspaceTrust &trust)
{
    QList<WorkspaceDemand> demands;
    for (const ProfilePlace &place : workspace.places())
        if (isMeant(workspace, place, choice))
            demands.append(demandsOf(workspace, place));
    for (const AlertWay &way : workspace.alerts.ways)
        demands.append(demandsOf(way));
    if (const QStringList wanted = wantedInVain(demands, trust); !wanted.isEmpty())
        return notTrusted(wanted);
    // Without a window nobody can be asked to unlock a keychain: its secrets count as missing.
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
