// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/application.h"
#include "app/window/mainwindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class QAbstractButton;
class QAction;
class QMessageBox;
class QMimeData;

namespace Pongwatch::TestSupport
{

/// The window with a home of its own, to be opened and closed as by a user who comes back.
class WindowRig
{
public:
    WindowRig();
    ~WindowRig();

    /// Opens the window with the default workspace, and waits until it is active. `secrets` as in
    /// Application::Options.
    void open(SecretStore *secrets = nullptr);
    /// From the next open() on: asks before workspaces get anything of the user's, and keeps the answers
    /// here.
    void askForTrust() { m_asksForTrust = true; }
    [[nodiscard]] QString trustFile() const { return file("state/trusted.json"); }

    /// Closes the window as far as it lets itself be closed, ends everything and waits for that.
    void close();
    /// Ends everything at once, as when the machine loses its power.
    void crash();

    [[nodiscard]] QString file(const char *name) const { return m_home.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString defaultFile() const { return file("default.pongwatch"); }
    [[nodiscard]] QString rescueFolder() const { return file("state"); }
    /// Writes a file there and gives its path.
    [[nodiscard]] QString write(const char *name, const QByteArray &text) const;
    [[nodiscard]] static QByteArray read(const QString &path);

    [[nodiscard]] Application &application() { return *m_application; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] WorkspaceSession &session() { return *m_application->session(); }
    [[nodiscard]] const Workspace &workspace() { return session().workspace(); }

    /// The dialog of that sort, once it is there; null: it does not come.
    template <typename Dialog>
    [[nodiscard]] Dialog *opened() const
    {
        Dialog *found = nullptr;
        const auto look = [this, &found] {
            for (Dialog *dialog : m_window->findChildren<Dialog *>())
                if (dialog->isVisible())
                    found = dialog;
            return found != nullptr;
        };
        return QTest::qWaitFor(look, 10'000) ? found : nullptr;
    }

    /// The question of that name, once it is there, and its button with that text.
    [[nodiscard]] QMessageBox *question(const char *name) const;
    static void answer(QMessageBox *question, const char *button);

    /// The first action with that text, wherever it is.
    [[nodiscard]] QAction *action(const char *text) const;

    /// Makes the window the active one again, which a dialog was a moment ago.
    void activate();

    /// What the notice in the status bar says; empty: it is not shown.
    [[nodiscard]] QString notice() const;

    /// What the window's system does when something is dragged over that place and dropped; gives the action
    /// that was taken, Qt::IgnoreAction when it was not taken.
    Qt::DropAction drop(QMimeData *data, QWidget *widget, QPoint place,
                        Qt::DropActions possible = Qt::CopyAction | Qt::MoveAction);

private:
    QTemporaryDir m_home;
    bool m_asksForTrust = false;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Pongwatch::TestSupport
