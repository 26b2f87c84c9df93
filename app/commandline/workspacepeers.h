// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertbook.h"
#include "alerts/delivery/delivery.h"
#include "app/commandline/optionparser.h"
#include "engine/values/settings.h"
#include "workspace/workspacedemands.h"

namespace Pongwatch
{

/// Which profiles of a workspace are meant; empty lists mean all.
struct ProfileChoice {
    QStringList groups;
    QStringList tags; ///< one of them is enough
};

/// What the workspace may have of this user's, besides what was trusted before.
struct WorkspaceTrust {
    bool all = false;      ///< --trust-workspace
    QStringList variables; ///< --allow-env
};

/// A profile that is to be watched.
struct WorkspacePeer {
    ConnectionSettings settings;
    QString group; ///< empty: none
    QStringList tags;
    /// Why it can't be dialled: the secret that is missing here, as a sentence for a person; never the
    /// secret. Empty: it can be.
    QString missing;
    AlertPeer alerts{};
};

/// The ways by which alerts of a workspace that is trusted are told, with their secrets from the environment.
/// One that lacks a secret says so.
[[nodiscard]] QList<ReadyWay> readyWays(const Workspace &workspace);

/// Of these demands what the workspace may not have, in words.
[[nodiscard]] QStringList wantedInVain(const QList<WorkspaceDemand> &demands, const WorkspaceTrust &trust);
[[nodiscard]] Error notTrusted(const QStringList &wanted);

/// What --trust-workspace and --allow-env let it have.
[[nodiscard]] WorkspaceTrust trustOf(const ParsedArguments &arguments);

/// What is told of a profile.
[[nodiscard]] AlertPeer alertPeerAt(const Workspace &workspace, const ProfilePlace &place);

/// The effective settings of the enabled profiles that are meant, with their secrets from the environment.
/// The error names what the profiles want that is not trusted; or the secret that is missing, where not one
/// of them can be dialled.
[[nodiscard]] Result<QList<WorkspacePeer>>
workspacePeers(const Workspace &workspace, const ProfileChoice &choice, const WorkspaceTrust &trust);

} // namespace Pongwatch
