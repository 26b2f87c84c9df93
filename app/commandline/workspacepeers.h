// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "workspace/workspace.h"

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

/// The effective settings of the enabled profiles that are meant, with their secrets from the environment.
/// The error names the profile, or what the profiles want that is not trusted.
[[nodiscard]] Result<QList<ConnectionSettings>>
workspacePeers(const Workspace &workspace, const ProfileChoice &choice, const WorkspaceTrust &trust);

} // namespace Pongwatch
