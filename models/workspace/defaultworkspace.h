// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"
#include "workspace/workspacefile.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

/// The workspace that is open without a file having been chosen: it saves itself, a moment after the last
/// change, on a thread of its own. Lives on the GUI thread; only load(), flush() and the destructor wait for
/// the disk.
class DefaultWorkspace : public QObject
{
    Q_OBJECT

public:
    struct Delays {
        milliseconds afterChange = milliseconds(1000); ///< changes that come closer are saved together
        milliseconds afterError = milliseconds(10'000);
    };

    /// $XDG_CONFIG_HOME/pongwatch/default.pongwatch, or where else the system keeps settings.
    [[nodiscard]] static QString defaultPath();

    explicit DefaultWorkspace(const QString &path, QObject *parent = nullptr);
    DefaultWorkspace(const QString &path, Delays delays, QObject *parent = nullptr);
    /// Saves what has not been saved yet.
    ~DefaultWorkspace() override;

    /// Reads the file. No file is an empty workspace. After an error the workspace is empty, too, and the
    /// file is left alone: changes are kept in memory only, and saveFailed() says so.
    Outcome load();

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }

    /// Replaces the workspace and has it saved soon.
    void setWorkspace(const Workspace &workspace);

    /// True while there is something that is not on disk yet.
    [[nodiscard]] bool isDirty() const { return m_dirty; }

    /// Saves now, if there is something to save, and waits for it.
    Outcome flush();

Q_SIGNALS:
    void saved();
    /// Tried again by itself after a while, and told each time.
    void saveFailed(const Pongwatch::Error &error);

private:
    void saveInBackground();
    void finish(const Outcome &outcome, quint64 revision);

    Workspace m_workspace;
    std::shared_ptr<WorkspaceFile> m_file; ///< touched on the pool's thread, or while the pool is idle
    Delays m_delays;
    QTimer m_timer;
    QThreadPool m_pool;
    quint64 m_revision = 0; ///< counts changes
    bool m_saving = false;
    bool m_dirty = false;
    bool m_unreadable = false;
};

} // namespace Pongwatch
