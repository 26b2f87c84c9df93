// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertbook.h"
#include "alerts/delivery/delivery.h"
#include "app/commandline/optionparser.h"
#include "engine/values/settings.h"
#include "workspace/workspacedemands.h"

namespace Pongwatch
{

/// Which profiles of a workspace to use; empty lists mean all.
struct ProfileChoice {
    QStringList groups;
    QStringList tags; ///< matching one of them is enough
};

/// What the workspace may have of this user's, in addition to what was trusted before.
struct WorkspaceTrust {
    bool all = false;      ///< --trust-workspace
    QStringList variables; ///< --allow-env
};

/// A profile to be watched.
struct WorkspacePeer {
    ConnectionSettings settings;
    QString group; ///< empty: none
    QStringList tags;
    /// Why it can't be dialled: a sentence for people about the missing secret, but never the secret. Empty:
    /// it can.
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

/// The effective settings of the chosen profiles that are enabled, with their secrets from the environment.
/// An error if the profiles want something that is not trusted, which it names, or if secrets are missing so
/// that none of them can be dialled.
[[nodiscard]] Result<QList<WorkspacePeer>>
workspacePeers(const Workspace &workspace, const ProfileChoice &choice, const WorkspaceTrust &trust);

} // namespace Pongwatch
