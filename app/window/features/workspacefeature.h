// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "app/window/recentfiles.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QMessageBox;

namespace Pongwatch
{

class WorkspaceProblems;
class WorkspaceSession;

/// The workspace as a file: New, Open, recent files, Save and Save As, the window's title, the question
/// before something is lost, and what to do if another program, or a slip of the hand, has changed the file.
class WorkspaceFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit WorkspaceFeature(const WindowContext &context, QObject *parent = nullptr);

    /// Opens a file, after asking what to do with unsaved changes.
    void open(const QString &path);

    /// The next time the window closes, nothing is asked.
    void letClose() { m_mayClose = true; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate() override;
    void showFile();
    void fillRecent();
    void askForFileToOpen();
    void openNow(const QString &path);
    void save();
    void saveAs();
    void askAboutDisk();
    void takeOverFromDisk();
    void showUnreadable();
    void tellProblems(const QString &path, const QString &sentence);
    /// Calls `then` when nothing can be lost any more: it was saved, discarded on purpose, or not there.
    void whenNothingIsLost(const std::function<void()> &then);

    /// The same for secrets that a keychain has yet to accept.
    void whenSecretsAreKept(const std::function<void()> &then);

    WorkspaceSession *m_session;
    RecentFiles m_recent;
    // Owned by this, or by the window.
    QAction *m_new;
    QAction *m_open;
    QAction *m_openDefault;
    QAction *m_save;
    QAction *m_saveAs;
    QMenu *m_recentMenu;
    WorkspaceProblems *m_problems;
    QMessageBox *m_question = nullptr; ///< the open one; null: none
    std::function<void()> m_afterSave; ///< waits for saved()
    bool m_toldUnreadable = false;     ///< once is enough until there is another file
    bool m_mayClose = false;
};

} // namespace Pongwatch
