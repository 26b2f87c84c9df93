// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/keptpeers.h"

namespace Pongwatch
{

KeptPeers::KeptPeers(const QString &path, QObject *parent)
    : QObject(parent)
    , m_workspace(path.isEmpty() ? DefaultWorkspace::defaultPath() : path)
{
    connect(&m_workspace, &DefaultWorkspace::saveFailed, this, &KeptPeers::saveFailed);
}

Result<QList<KeptPeers::Peer>> KeptPeers::load()
{
    if (const Outcome outcome = m_workspace.load(); !outcome) {
        return outcome.error();
    }
    QList<Peer> peers;
    const Workspace &workspace = m_workspace.workspace();
    for (const ProfilePlace &place : workspace.places()) {
        peers.append({workspace.effectiveSettings(place), workspace.at(place).enabled});
    }
    return peers;
}

bool KeptPeers::contains(const QString &name) const
{
    return m_workspace.workspace().find(name).has_value();
}

void KeptPeers::add(const QString &name, const QUrl &url)
{
    Profile profile;
    profile.name = name;
    profile.url = displayUrl(url);
    add(profile);
}

void KeptPeers::add(const Profile &profile)
{
    Workspace workspace = m_workspace.workspace();
    workspace.add(profile);
    m_workspace.setWorkspace(workspace);
}

std::optional<Profile> KeptPeers::take(const QString &name)
{
    Workspace workspace = m_workspace.workspace();
    const auto place = workspace.find(name);
    if (!place) {
        return {};
    }
    Profile profile = workspace.take(*place);
    m_workspace.setWorkspace(workspace);
    return profile;
}

void KeptPeers::setEnabled(const QString &name, bool enabled)
{
    Workspace workspace = m_workspace.workspace();
    const auto place = workspace.find(name);
    if (place && workspace.at(*place).enabled != enabled) {
        workspace.at(*place).enabled = enabled;
        m_workspace.setWorkspace(workspace);
    }
}

Outcome KeptPeers::flush()
{
    return m_workspace.flush();
}

} // namespace Pongwatch
