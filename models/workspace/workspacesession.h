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

/// The workspace that is open: its state with undo and redo, the file that it belongs to, and what becomes of
/// both. The default workspace saves itself a moment after each change; others when they are told to. Writing
/// happens on a thread of its own. Lives on the GUI thread; only open…(), reload(), flush() and the
/// destructor wait for the disk.
class WorkspaceSession : public QObject
{
    Q_OBJECT

public:
    struct Delays {
        milliseconds afterChange = milliseconds(1000); ///< changes that come closer are saved together
        milliseconds afterError = milliseconds(10'000);
        milliseconds afterNotice = milliseconds(250); ///< another program may still be writing
    };

    /// $XDG_CONFIG_HOME/pongwatch/default.pongwatch, or where else the system keeps settings.
    [[nodiscard]] static QString defaultPath();

    explicit WorkspaceSession(QString defaultFile = defaultPath(), QObject *parent = nullptr);
    WorkspaceSession(QString defaultFile, Delays delays, QObject *parent = nullptr);
    /// Saves the default workspace if there is something to save.
    ~WorkspaceSession() override;

    /// Opens the default workspace; no file is an empty one. After an error the workspace is empty, and the
    /// file is left alone until it can be read: what is added is saved elsewhere or not at all.
    Outcome openDefault();
    /// Opens another file. After an error everything is as it was.
    Outcome open(const QString &path);
    /// An empty workspace without a file.
    void startNew();
    /// What a workspace starts with from now on that is not read from a file.
    void setDefaultsOfNew(const ProfileSettings &defaults) { m_defaultsOfNew = defaults; }

    /// The file; empty while there is none.
    [[nodiscard]] QString path() const;
    [[nodiscard]] const QString &defaultFile() const { return m_defaultFile; }
    [[nodiscard]] bool isDefault() const { return m_isDefault; }
    /// Whether changes are saved without being asked for.
    [[nodiscard]] bool savesItself() const { return m_isDefault && !m_unreadable; }
    /// Whether there is no file that may be written: it has to be chosen first.
    [[nodiscard]] bool needsName() const { return !m_file || m_unreadable; }
    /// Why the default workspace could not be read; nullopt once it could be, or while another file is open.
    [[nodiscard]] const std::optional<Error> &unreadable() const { return m_unreadable; }
    /// Whether there is something that the file doesn't have yet.
    [[nodiscard]] bool isModified() const { return m_isModified; }

    /// Whether changedOnDisk() waits for an answer.
    [[nodiscard]] bool hasConflict() const { return m_hasConflict; }
    /// Whether something would be lost if the program ended now without a question.
    [[nodiscard]] bool mayLose() const { return m_isModified && (m_hasConflict || !savesItself()); }

    /// Writes the file; saved() or saveFailed() follow. Only while !needsName().
    void save();
    /// The same into another file, which is this workspace's from then on.
    void saveAs(const QString &path);
    /// Saves the default workspace now, if there is something to save, and waits for it. Other files are only
    /// saved when the user says so.
    Outcome flush();

    /// Takes over what another program has written, as an edit that can be undone. After an error nothing has
    /// changed.
    Outcome reload();
    /// Makes this the workspace, as an edit that can be undone. What is here for this run only stays, and a
    /// profile that has the name of one that was here is the same one.
    void takeOver(const QString &name, Workspace fresh);
    /// What is here is better than what another program has written: the next save replaces it.
    void keepMine();

    [[nodiscard]] const Workspace &workspace() const { return m_history.current(); }

    /// For a profile that is to be found again after it was added; edit() gives the others theirs.
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
    /// The workspace, or what can be undone.
    void changed();
    /// The file, or whether it is saved.
    void fileChanged();
    void saved();
    /// That of a workspace that saves itself is tried again by itself after a while, and told each time.
    void saveFailed(const Pongwatch::Error &error);
    /// Another program has written the file; see reload() and keepMine(). Nothing is saved until one is
    /// called.
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
    Workspace m_onDisk;                    ///< as far as this program knows
    std::shared_ptr<WorkspaceFile> m_file; ///< null: none. Touched on the pool's thread, or while it is idle
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
