// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspacefile.h"
#include "workspace/workspacehistory.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

/// The open workspace: its state with undo and redo, and the file that it belongs to. The default
/// workspace is saved automatically, shortly after each change; others only on request. Writing happens on
/// a separate thread. Lives on the GUI thread; only open…(), reload(), flush() and the destructor wait for
/// the disk.
class WorkspaceSession : public QObject
{
    Q_OBJECT

public:
    struct Delays {
        milliseconds afterChange = milliseconds(1000); ///< changes within this time are saved together
        milliseconds afterError = milliseconds(10'000);
        milliseconds afterNotice = milliseconds(250); ///< another program may still be writing
    };

    /// $XDG_CONFIG_HOME/pongwatch/default.pongwatch, or wherever the system keeps settings.
    [[nodiscard]] static QString defaultPath();

    explicit WorkspaceSession(QString defaultFile = defaultPath(), QObject *parent = nullptr);
    WorkspaceSession(QString defaultFile, Delays delays, QObject *parent = nullptr);
    /// Saves the default workspace if necessary.
    ~WorkspaceSession() override;

    /// Opens the default workspace; without a file it is empty. After an error it is empty, and the file is
    /// left alone until it can be read: additions are saved elsewhere or not at all.
    Outcome openDefault();
    /// Opens another file. After an error nothing has changed.
    Outcome open(const QString &path);
    /// Starts an empty workspace without a file.
    void startNew();
    /// Sets the initial settings of workspaces that are not read from a file.
    void setDefaultsOfNew(const ProfileSettings &defaults) { m_defaultsOfNew = defaults; }

    /// The file; empty if there is none.
    [[nodiscard]] QString path() const;
    [[nodiscard]] const QString &defaultFile() const { return m_defaultFile; }
    [[nodiscard]] bool isDefault() const { return m_isDefault; }
    /// Whether changes are saved automatically.
    [[nodiscard]] bool savesItself() const { return m_isDefault && !m_unreadable; }
    /// Whether there is no file to write to: it must be chosen first.
    [[nodiscard]] bool needsName() const { return !m_file || m_unreadable; }
    /// Why the default workspace could not be read; nullopt once it could be, or if another file is open.
    [[nodiscard]] const std::optional<Error> &unreadable() const { return m_unreadable; }
    /// Whether there are changes that are not in the file.
    [[nodiscard]] bool isModified() const { return m_isModified; }

    /// Whether changedOnDisk() is waiting for an answer.
    [[nodiscard]] bool hasConflict() const { return m_hasConflict; }
    /// Whether something would be lost if the program ended now without asking.
    [[nodiscard]] bool mayLose() const { return m_isModified && (m_hasConflict || !savesItself()); }

    /// Writes the file; saved() or saveFailed() follow. Only if needsName() is false.
    void save();
    /// The same with another file, which belongs to this workspace from then on.
    void saveAs(const QString &path);
    /// Saves the default workspace now, if necessary, and waits until that is done. Other files are only
    /// saved when the user asks for it.
    Outcome flush();

    /// Takes over what another program has written, as an edit that can be undone. After an error nothing has
    /// changed.
    Outcome reload();
    /// Replaces the workspace, as an edit that can be undone. Peers for this run only stay, and a profile
    /// with the same name as an existing one is the same profile.
    void takeOver(const QString &name, Workspace fresh);
    /// Prefers the current state to what another program has written: the next save replaces that.
    void keepMine();

    [[nodiscard]] const Workspace &workspace() const { return m_history.current(); }

    /// For a profile that must be found again after it was added; edit() gives keys to the others.
    [[nodiscard]] ProfileKey newKey() { return ProfileKey(++m_lastKey); }

    /// `name` is for the menu, translated: "adding edge-1". See WorkspaceHistory::record().
    void edit(const QString &name, Workspace next, const QString &mergeKey = {});

    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    [[nodiscard]] QString undoName() const { return m_history.undoName(); }
    [[nodiscard]] QString redoName() const { return m_history.redoName(); }
    void undo();
    void redo();

Q_SIGNALS:
    /// The workspace, or what can be undone, has changed.
    void changed();
    /// The file has changed, or whether it is saved.
    void fileChanged();
    void saved();
    /// Automatic saving is tried again after a while, and each failure is reported.
    void saveFailed(const Pongwatch::Error &error);
    /// Another program has written the file; see reload() and keepMine(). Nothing is saved until one of them
    /// is called.
    void changedOnDisk();

private:
    void adopt(Workspace &workspace, const Workspace &before);
    void keepGuestsAndKeys(Workspace &fresh);
    [[nodiscard]] Workspace newWorkspace() const;
    void begin(std::shared_ptr<WorkspaceFile> file, Workspace workspace, bool isDefault);
    void noteChange();
    void noteSaved(const Workspace &written);
    void writeInBackground();
    void finishWriting(const Outcome &outcome, const Workspace &written, bool diskChanged);
    void watchFile();
    void lookAtDisk();

    QString m_defaultFile;
    ProfileSettings m_defaultsOfNew;
    Delays m_delays;
    WorkspaceHistory m_history;
    Workspace m_onDisk;                    ///< as far as known to this program
    std::shared_ptr<WorkspaceFile> m_file; ///< null: none. Accessed on the pool's thread, or while it is idle
    QTimer m_saveSoon;
    QTimer m_lookSoon;
    QFileSystemWatcher m_watcher;
    QThreadPool m_pool;
    quint64 m_lastKey = 0;
    std::optional<Error> m_unreadable;
    bool m_isDefault = false;
    bool m_isModified = false;
    bool m_isWriting = false;
    bool m_hasConflict = false;
    bool m_mayReplace = false; ///< the next save may overwrite what another program has written
};

} // namespace Pongwatch
