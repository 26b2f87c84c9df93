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

/// The effective settings of the enabled profiles that are meant, with their secrets from the environment.
/// The error names the profile.
[[nodiscard]] Result<QList<ConnectionSettings>> workspacePeers(const Workspace &workspace,
                                                               const ProfileChoice &choice);

} // namespace Pongwatch
