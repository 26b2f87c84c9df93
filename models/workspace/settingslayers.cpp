// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settingslayers.h"

namespace Pongwatch
{

ProfileSettings SettingsLayers::inherited() const
{
    ProfileSettings result = program;
    if (workspace)
        result = result.overlaidBy(*workspace);
    if (group)
        result = result.overlaidBy(*group);
    return result;
}

QList<SettingsLayers> layersOf(const Workspace &workspace, const EditSubject &subject)
{
    QList<SettingsLayers> result;
    SettingsLayers layers;
    switch (subject.kind) {
    case EditSubject::Kind::Workspace:
        layers.own = workspace.defaults;
        return {layers};
    case EditSubject::Kind::Group:
        if (const auto group = workspace.findGroup(subject.group)) {
            layers.own = workspace.groups[*group].defaults;
            layers.workspace = workspace.defaults;
            result.append(layers);
        }
        return result;
    case EditSubject::Kind::Profiles:
        break;
    }
    layers.workspace = workspace.defaults;
    for (const ProfileKey key : subject.profiles) {
        const auto place = workspace.find(key);
        if (!place)
            continue;
        layers.own = workspace.at(*place).own;
        layers.group.reset();
        layers.groupName.clear();
        if (place->group) {
            layers.group = workspace.groups[*place->group].defaults;
            layers.groupName = workspace.groups[*place->group].name;
        }
        result.append(layers);
    }
    return result;
}

} // namespace Pongwatch
