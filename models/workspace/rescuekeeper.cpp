// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/rescuekeeper.h"

#include <utility>

namespace Pongwatch
{

RescueKeeper::RescueKeeper(WorkspaceSession *session, QString folder, QObject *parent, milliseconds delay)
    : QObject(parent)
    , m_session(session)
    , m_folder(std::move(folder))
    , m_file(m_folder)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(delay);
    connect(&m_soon, &QTimer::timeout, this, &RescueKeeper::write);
    if (m_folder.isEmpty())
        return;
    connect(session, &WorkspaceSession::changed, this, &RescueKeeper::noteChange);
    connect(session, &WorkspaceSession::fileChanged, this, &RescueKeeper::noteChange);
    connect(session, &WorkspaceSession::changedOnDisk, this, &RescueKeeper::noteChange);
}

RescueKeeper::~RescueKeeper()
{
    m_pool.waitForDone();
}

void RescueKeeper::noteChange()
{
    m_isUnwanted = false;
    if (m_session->mayLose()) {
        if (!m_soon.isActive())
            m_soon.start();
        return;
    }
    m_soon.stop();
    if (std::exchange(m_mayBeKept, false))
        m_pool.start([this] { m_file.discard(); });
}

void RescueKeeper::write()
{
    if (!m_session->mayLose())
        return;
    m_mayBeKept = true;
    // The user need not know about an error here: the workspace itself is still to be saved.
    m_pool.start([this, kept = m_session->workspace().withoutGuests(), origin = m_session->path()] {
        static_cast<void>(m_file.keep(kept, origin));
    });
}

Outcome RescueKeeper::keepNow()
{
    m_soon.stop();
    m_pool.waitForDone();
    if (m_folder.isEmpty() || m_isUnwanted || !m_session->isModified())
        return success();
    m_mayBeKept = true;
    return m_file.keep(m_session->workspace().withoutGuests(), m_session->path());
}

void RescueKeeper::giveUp()
{
    m_soon.stop();
    m_pool.waitForDone();
    m_file.discard();
    m_mayBeKept = false;
    m_isUnwanted = true;
}

QString RescueKeeper::path()
{
    m_pool.waitForDone();
    return m_file.path();
}

std::vector<std::unique_ptr<RescueFile>> RescueKeeper::leftovers() const
{
    return m_folder.isEmpty() ? std::vector<std::unique_ptr<RescueFile>>() : RescueFile::leftovers(m_folder);
}

} // namespace Pongwatch
