// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspacesession.h"

#include "workspace/workspaceedits.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QStandardPaths>

namespace Pongwatch
{

QString WorkspaceSession::defaultPath()
{
    return QStringLiteral("%1/pongwatch/default.pongwatch")
        .arg(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
}

WorkspaceSession::WorkspaceSession(QString defaultFile, QObject *parent)
    : WorkspaceSession(std::move(defaultFile), Delays(), parent)
{
}

WorkspaceSession::WorkspaceSession(QString defaultFile, Delays delays, QObject *parent)
    : QObject(parent)
    , m_defaultFile(std::move(defaultFile))
    , m_delays(delays)
{
    m_pool.setMaxThreadCount(1);
    m_saveSoon.setSingleShot(true);
    m_lookSoon.setSingleShot(true);
    connect(&m_saveSoon, &QTimer::timeout, this, &WorkspaceSession::writeInBackground);
    connect(&m_lookSoon, &QTimer::timeout, this, &WorkspaceSession::lookAtDisk);
    const auto look = [this] { m_lookSoon.start(m_delays.afterNotice); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, look);
}

WorkspaceSession::~WorkspaceSession()
{
    // Nobody is left to be told of an error here; whoever wants to know must call flush() before.
    const QSignalBlocker blocker(this);
    if (savesItself())
        static_cast<void>(flush());
    m_pool.waitForDone();
}

QString WorkspaceSession::path() const
{
    return m_file ? m_file->path() : QString();
}

Outcome WorkspaceSession::openDefault()
{
    auto file = std::make_shared<WorkspaceFile>(m_defaultFile);
    if (!file->exists()) {
        begin(std::move(file), newWorkspace(), true);
        return success();
    }
    Result<Workspace> read = file->load();
    if (!read) {
        begin(std::move(file), Workspace(), true);
        m_unreadable = read.error();
        Q_EMIT fileChanged();
        return read.error();
    }
    begin(std::move(file), std::move(read).value(), true);
    return success();
}

Outcome WorkspaceSession::open(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    auto file = std::make_shared<WorkspaceFile>(absolute);
    Result<Workspace> read = file->load();
    if (!read)
        return read.error();
    begin(std::move(file), std::move(read).value(), absolute == QFileInfo(m_defaultFile).absoluteFilePath());
    return success();
}

void WorkspaceSession::startNew()
{
    begin(nullptr, newWorkspace(), false);
}

Workspace WorkspaceSession::newWorkspace() const
{
    Workspace workspace;
    workspace.defaults = m_defaultsOfNew;
    return workspace;
}

void WorkspaceSession::begin(std::shared_ptr<WorkspaceFile> file, Workspace workspace, bool isDefault)
{
    m_saveSoon.stop();
    m_lookSoon.stop();
    m_pool.waitForDone();
    adopt(workspace, Workspace());
    m_file = std::move(file);
    m_onDisk = workspace;
    m_history = WorkspaceHistory(std::move(workspace));
    m_isDefault = isDefault;
    m_unreadable.reset();
    m_isModified = m_isWriting = m_hasConflict = m_mayReplace = false;
    watchFile();
    Q_EMIT changed();
    Q_EMIT fileChanged();
}

void WorkspaceSession::adopt(Workspace &workspace, const Workspace &before)
{
    QHash<QString, ProfileKey> known;
    for (const ProfilePlace &place : before.places())
        known.insert(before.at(place).name, before.at(place).key);
    QSet<ProfileKey> taken;
    for (const ProfilePlace &place : workspace.places()) {
        Profile &profile = workspace.at(place);
        if (profile.key == ProfileKey::None)
            profile.key = known.value(profile.name, ProfileKey::None);
        if (profile.key == ProfileKey::None || taken.contains(profile.key))
            profile.key = ProfileKey(++m_lastKey);
        taken.insert(profile.key);
    }
}

void WorkspaceSession::edit(const QString &name, Workspace next, const QString &mergeKey)
{
    adopt(next, Workspace());
    next = WorkspaceEdits::withGatewaysRenamed(std::move(next), workspace());
    if (next == workspace())
        return;
    m_history.record(name, next, mergeKey);
    noteChange();
}

void WorkspaceSession::undo()
{
    if (!canUndo())
        return;
    m_history.undo();
    noteChange();
}

void WorkspaceSession::redo()
{
    if (!canRedo())
        return;
    m_history.redo();
    noteChange();
}

void WorkspaceSession::noteChange()
{
    const bool modified = m_mayReplace || !(workspace().withoutGuests() == m_onDisk);
    const bool differs = modified != std::exchange(m_isModified, modified);
    if (modified && savesItself() && !m_isWriting && !m_hasConflict)
        m_saveSoon.start(m_delays.afterChange);
    Q_EMIT changed();
    if (differs)
        Q_EMIT fileChanged();
}

void WorkspaceSession::save()
{
    if (!needsName() && !m_isWriting)
        writeInBackground();
}

void WorkspaceSession::saveAs(const QString &path)
{
    m_saveSoon.stop();
    m_pool.waitForDone();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_file = std::make_shared<WorkspaceFile>(absolute);
    m_isDefault = absolute == QFileInfo(m_defaultFile).absoluteFilePath();
    m_unreadable.reset();
    m_isWriting = m_hasConflict = false;
    m_mayReplace = true; // the user was asked when choosing the name
    m_isModified = true;
    Q_EMIT fileChanged();
    writeInBackground();
}

void WorkspaceSession::writeInBackground()
{
    m_saveSoon.stop();
    if (!m_file || m_isWriting)
        return;
    m_isWriting = true;
    const auto overwrite =
        m_mayReplace ? WorkspaceFile::Overwrite::Anything : WorkspaceFile::Overwrite::OnlyWhatIsKnown;
    m_pool.start([this, file = m_file, written = workspace().withoutGuests(), overwrite] {
        const Outcome outcome = file->save(written, overwrite);
        const bool diskChanged = !outcome && file->exists() && file->changedOnDisk();
        // The destructor waits for the pool, so `this` exists; the call itself is dropped with it.
        QMetaObject::invokeMethod(
            this,
            [this, file, outcome, written, diskChanged] {
                if (file == m_file && m_isWriting)
                    finishWriting(outcome, written, diskChanged);
            },
            Qt::QueuedConnection);
    });
}

void WorkspaceSession::finishWriting(const Outcome &outcome, const Workspace &written, bool diskChanged)
{
    m_isWriting = false;
    if (outcome) {
        noteSaved(written);
        return;
    }
    if (diskChanged && !m_unreadable) {
        m_hasConflict = true;
        Q_EMIT changedOnDisk();
        return;
    }
    if (savesItself())
        m_saveSoon.start(m_delays.afterError);
    Q_EMIT saveFailed(outcome.error());
}

void WorkspaceSession::noteSaved(const Workspace &written)
{
    m_onDisk = written;
    m_mayReplace = false;
    m_isModified = !(workspace().withoutGuests() == m_onDisk);
    if (m_isModified && savesItself())
        m_saveSoon.start(m_delays.afterChange);
    watchFile();
    Q_EMIT fileChanged();
    Q_EMIT saved();
}

Outcome WorkspaceSession::flush()
{
    m_saveSoon.stop();
    m_pool.waitForDone();
    m_isWriting = false;
    if (!m_isModified || !savesItself() || m_hasConflict)
        return success();
    const Workspace written = workspace().withoutGuests();
    const Outcome outcome = m_file->save(written, m_mayReplace ? WorkspaceFile::Overwrite::Anything
                                                               : WorkspaceFile::Overwrite::OnlyWhatIsKnown);
    // This may be exactly what was just written in the background.
    if (outcome)
        noteSaved(written);
    else
        Q_EMIT saveFailed(outcome.error());
    return outcome;
}

Outcome WorkspaceSession::reload()
{
    if (!m_file)
        return success();
    m_saveSoon.stop();
    m_pool.waitForDone();
    m_isWriting = false;
    Result<Workspace> read = m_file->load();
    if (!read)
        return read.error();
    Workspace fresh = std::move(read).value();
    m_onDisk = fresh;
    m_unreadable.reset();
    m_hasConflict = m_mayReplace = false;
    keepGuestsAndKeys(fresh);
    m_history.record(tr("loading another program's changes"), fresh);
    m_isModified = false;
    watchFile();
    Q_EMIT changed();
    Q_EMIT fileChanged();
    return success();
}

void WorkspaceSession::takeOver(const QString &name, Workspace fresh)
{
    keepGuestsAndKeys(fresh);
    if (fresh == workspace())
        return;
    m_history.record(name, fresh);
    noteChange();
}

void WorkspaceSession::keepGuestsAndKeys(Workspace &fresh)
{
    for (const ProfilePlace &place : workspace().places())
        if (workspace().at(place).isGuest)
            fresh.add(workspace().at(place));
    adopt(fresh, workspace());
}

void WorkspaceSession::keepMine()
{
    m_hasConflict = false;
    if (m_unreadable)
        return;
    m_mayReplace = true;
    noteChange();
}

void WorkspaceSession::watchFile()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!m_file)
        return;
    // When programs replace a whole file, that is only visible in its folder.
    const QFileInfo info(m_file->path());
    for (const QString &path : {info.absolutePath(), info.absoluteFilePath()})
        if (QFileInfo::exists(path))
            m_watcher.addPath(path);
}

void WorkspaceSession::lookAtDisk()
{
    if (!m_file || m_hasConflict || m_mayReplace)
        return;
    m_pool.start([this, file = m_file, unreadable = m_unreadable.has_value()] {
        // A file that could not be read matters as soon as it can be.
        const bool differs =
            file->exists() && (unreadable ? WorkspaceFile::load(file->path()).ok() : file->changedOnDisk());
        QMetaObject::invokeMethod(
            this,
            [this, file, differs] {
                if (file != m_file || m_hasConflict || m_mayReplace)
                    return;
                watchFile(); // a replaced file must be watched again
                if (!differs)
                    return;
                m_hasConflict = true;
                m_saveSoon.stop();
                Q_EMIT changedOnDisk();
            },
            Qt::QueuedConnection);
    });
}

} // namespace Pongwatch
