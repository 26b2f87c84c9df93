// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"
#include "workspace/workspacereader.h"

namespace Pongwatch
{

ImportResult importWorkspace(const QByteArray &text)
{
    ImportResult result;
    result.format = ImportStrings::tr("workspace");
    WorkspaceReading reading = readWorkspace(text);
    result.problems = std::move(reading.problems);
    if (!reading.workspace)
        return result;
    const Workspace &workspace = *reading.workspace;
    for (const Problem &note : std::as_const(reading.notes))
        result.note(ImportNote::Kind::Warning, note.place, note.text);
    for (const ProfilePlace &place : workspace.places()) {
        ImportedProfile imported;
        imported.profile = workspace.at(place);
        imported.place = place.group
                             ? QStringLiteral("groups[%1].profiles[%2]").arg(*place.group).arg(place.index)
                             : QStringLiteral("profiles[%1]").arg(place.index);
        // The defaults may be different there, so values inherited so far become its own.
        imported.profile.own = workspace.layeredSettings(place);
        imported.profile.alerts = workspace.alertsAt(place).forOnePeer();
        imported.profile.source.before = imported.profile.source.after = QByteArray();
        imported.profile.source.value.forgetLayout();
        imported.secrets = takeSecretsOutOf(imported.profile);
        imported.notes =
            detoursOf(imported.profile, {imported.place, imported.place + QStringLiteral(".tls.verify"),
                                         imported.place + QStringLiteral(".connect_to"),
                                         imported.place + QStringLiteral(".headers")});
        if (place.group)
            imported.group = workspace.groups[*place.group].name;
        result.profiles.push_back(std::move(imported));
    }
    return result;
}

} // namespace Pongwatch
