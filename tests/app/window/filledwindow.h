// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "tests/support/synthetic.h"

#include <QPointer>
#include <QTemporaryDir>

#include <memory>

namespace Pongwatch::TestSupport
{

/// The window with made-up peers in every state, and a few saved ones that nobody answers: what is needed to
/// look at all of it. Settings and files are in a folder of its own.
class FilledWindow
{
public:
    FilledWindow();
    ~FilledWindow();
    FilledWindow(const FilledWindow &) = delete;
    FilledWindow &operator=(const FilledWindow &) = delete;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Application *application() const { return m_application.get(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// Dialogs and windows that the window opens, by the names of their actions.
    [[nodiscard]] static QStringList dialogs();
    /// Opens one of them and gives it; null if nothing opened.
    [[nodiscard]] QWidget *open(const QString &dialog);

    /// Whatever can have the keyboard in there, hidden pages included, except the insides of fields.
    [[nodiscard]] static QList<QWidget *> keyboardWidgets(const QWidget *root);
    /// For messages: class, object name and text.
    [[nodiscard]] static QString describe(const QWidget *widget);

    /// Writes a picture of the widget if PONGWATCH_TEST_PICTURES names a folder: to be looked at.
    static void keepPicture(QWidget *widget, const QString &name);

private:
    void addPeers();

    QTemporaryDir m_folder;
    SyntheticMonitor m_monitor;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Pongwatch::TestSupport
