// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/defaultworkspace.h"

#include <QStandardPaths>

namespace Pongwatch
{

QString DefaultWorkspace::defaultPath()
{
    return QStringLiteral("%1/pongwatch/default.pongwatch")
        .arg(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
}

DefaultWorkspace::DefaultWorkspace(const QString &path, QObject *parent)
    : DefaultWorkspace(path, Delays(), parent)
{
}

DefaultWorkspace::DefaultWorkspace(const QString &path, Delays delays, QObject *parent)
    : QObject(parent)
    , m_file(std::make_shared<WorkspaceFile>(path))
    , m_delays(delays)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DefaultWorkspace::saveInBackground);
}

DefaultWorkspace::~DefaultWorkspace()
{
    // Nobody is left to hear of an error here; who wants to know calls flush() before.
    const QSignalBlocker blocker(this);
    static_cast<void>(flush());
}

Outcome DefaultWorkspace::load()
{
    m_timer.stop();
    m_pool.waitForDone();
    m_dirty = false;
    m_unreadable = false;
    m_workspace = Workspace();
    if (!m_file->exists())
        return success();
    Result<Workspace> read = m_file->load();
    if (!read) {
        m_unreadable = true;
        return read.error();
    }
    m_workspace = std::move(read).value();
    return success();
}

void DefaultWorkspace::setWorkspace(const Workspace &workspace)
{
    m_workspace = workspace;
    m_dirty = true;
    ++m_revision;
    if (!m_saving)
        m_timer.start(m_delays.afterChange);
}

void DefaultWorkspace::saveInBackground()
{
    if (!m_dirty)
        return;
    m_saving = true;
    m_pool.start([this, file = m_file, workspace = m_workspace, revision = m_revision] {
        const Outcome outcome = file->save(workspace);
        // The destructor waits for the pool, so that `this` is alive; the call itself is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, outcome, revision] { finish(outcome, revision); }, Qt::QueuedConnection);
    });
}

void DefaultWorkspace::finish(const Outcome &outcome, quint64 revision)
{
    m_saving = false;
    if (!outcome) {
        // A file that could not be read will not be readable by itself: there is nothing to try again for.
        if (!m_unreadable)
            m_timer.start(m_delays.afterError);
        Q_EMIT saveFailed(outcome.error());
        return;
    }
    if (revision != m_revision) {
        m_timer.start(m_delays.afterChange);
        return;
    }
    m_dirty = false;
    Q_EMIT saved();
}

Outcome DefaultWorkspace::flush()
{
    m_timer.stop();
    m_pool.waitForDone();
    if (!m_dirty)
        return success();
    const Outcome outcome = m_file->save(m_workspace);
    finish(outcome, m_revision);
    return outcome;
}

} // namespace Pongwatch
