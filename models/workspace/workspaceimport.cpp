// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profileimport.h"
#include "workspace/workspacereader.h"

namespace Pongwatch
{

ImportResult importWorkspace(const QByteArray &text)
{
    ImportResult result;
    WorkspaceReading reading = readWorkspace(text);
    result.problems = std::move(reading.problems);
    if (!reading.workspace)
        return result;
    const Workspace &workspace = *reading.workspace;
    for (const ProfilePlace &place : workspace.places()) {
        ImportedProfile imported{workspace.at(place), {}, {}};
        // Elsewhere there are other defaults: what it had from these is its own.
        imported.profile.own = workspace.inheritedSettings(place).overlaidBy(imported.profile.own);
        imported.profile.source.before = imported.profile.source.after = QByteArray();
        imported.profile.source.value.forgetLayout();
        if (place.group)
            imported.group = workspace.groups[*place.group].name;
        result.profiles.push_back(std::move(imported));
    }
    return result;
}

} // namespace Pongwatch
