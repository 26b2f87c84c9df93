// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

namespace Pongwatch
{

/// What is being edited: some profiles, the defaults of a group, or those of the workspace.
struct EditSubject {
    enum class Kind : quint8 { Profiles, Group, Workspace };
    Kind kind = Kind::Profiles;
    QList<ProfileKey> profiles;
    QString group;
};

/// The sources of the settings of a profile, group or workspace, layer by layer.
struct SettingsLayers {
    ProfileSettings own;
    std::optional<ProfileSettings> group; ///< nullopt if there is no group above
    QString groupName;
    std::optional<ProfileSettings> workspace;
    ProfileSettings program = ProfileSettings::ofProgram();

    /// The settings that apply without any of its own.
    [[nodiscard]] ProfileSettings inherited() const;
};

/// One for each given profile that exists, or a single one for the group or the workspace.
[[nodiscard]] QList<SettingsLayers> layersOf(const Workspace &workspace, const EditSubject &subject);

/// Calls `edit` with the own settings of each.
template <typename Edit>
void editSettings(Workspace &workspace, const EditSubject &subject, Edit edit)
{
    if (subject.kind == EditSubject::Kind::Workspace)
        edit(workspace.defaults);
    if (subject.kind == EditSubject::Kind::Group) {
        if (const auto group = workspace.findGroup(subject.group))
            edit(workspace.groups[*group].defaults);
    }
    for (const ProfileKey key : subject.profiles)
        if (const auto place = workspace.find(key))
            edit(workspace.at(*place).own);
}

} // namespace Pongwatch
