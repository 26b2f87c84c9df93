// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/removepeercommand.h"

#include "app/window/application.h"

namespace Pongwatch
{

RemovePeerCommand::RemovePeerCommand(Application *application, const QList<PeerId> &peers)
    : m_application(application)
{
    for (const PeerId peer : peers) {
        if (const ConnectionSettings *settings = application->m_book.settings(peer)) {
            m_removed.push_back({peer, *settings, {}, application->isPaused(peer)});
        }
    }
    setText(m_removed.size() == 1
                ? tr("removing “%1”").arg(m_removed.front().settings.name)
                : tr("removing %1 peers").arg(QLocale().toString(static_cast<qulonglong>(m_removed.size()))));
}

void RemovePeerCommand::redo()
{
    for (Removed &removed : m_removed) {
        removed.profile = m_application->m_kept.take(removed.settings.name);
        m_application->unwatch(removed.peer);
    }
}

void RemovePeerCommand::undo()
{
    for (Removed &removed : m_removed) {
        if (removed.profile) {
            m_application->m_kept.add(*removed.profile);
        }
        removed.peer = m_application->watch(removed.settings);
        if (removed.paused) {
            m_application->m_monitor.pausePeer(removed.peer);
        }
    }
}

} // namespace Pongwatch
