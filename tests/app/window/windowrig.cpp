// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window/windowrig.h"

#include "app/window/noticebar.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QWindow>

namespace Pongwatch::TestSupport
{

WindowRig::WindowRig()
{
    qputenv("XDG_STATE_HOME", m_home.path().toUtf8());
}

WindowRig::~WindowRig()
{
    crash();
}

void WindowRig::open(SecretStore *secrets)
{
    Application::Options options{defaultFile(), {}, {}};
    options.rescueFolder = rescueFolder();
    options.secrets = secrets;
    options.alertFolder = file("alerts");
    if (m_asksForTrust)
        options.trustFile = trustFile();
    m_application = std::make_unique<Application>(std::move(options));
    static_cast<void>(m_application->loadKeptPeers());
    m_window = std::make_unique<MainWindow>(m_application.get());
    m_window->show();
    activate();
}

void WindowRig::close()
{
    QSignalSpy stopped(m_application.get(), &Application::stopped);
    m_window->close();
    m_application->stop();
    QTRY_COMPARE(stopped.size(), 1);
    crash();
}

void WindowRig::crash()
{
    m_window.reset();
    m_application.reset();
}

QString WindowRig::write(const char *name, const QByteArray &text) const
{
    QFile file(this->file(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        QTest::qFail("the file can't be written", __FILE__, __LINE__);
    return file.fileName();
}

QByteArray WindowRig::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMessageBox *WindowRig::question(const char *name) const
{
    QMessageBox *found = nullptr;
    const auto look = [&] {
        found = m_window->findChild<QMessageBox *>(QString::fromUtf8(name));
        return found && found->isVisible();
    };
    return QTest::qWaitFor(look, 10'000) ? found : nullptr;
}

void WindowRig::answer(QMessageBox *question, const char *button)
{
    for (QAbstractButton *one : question->buttons()) {
        if (one->text() == QString::fromUtf8(button)) {
            QTest::mouseClick(one, Qt::LeftButton);
            return;
        }
    }
    QTest::qFail("the question has no such button", __FILE__, __LINE__);
}

QAction *WindowRig::action(const char *text) const
{
    // Menus are filled again in the event loop, where the old ones are deleted.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (QAction *one : m_window->findChildren<QAction *>())
        if (one->text() == QString::fromUtf8(text))
            return one;
    return nullptr;
}

void WindowRig::activate()
{
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        QTest::qFail("the window does not become active", __FILE__, __LINE__);
}

QString WindowRig::notice() const
{
    const auto *bar = m_window->findChild<NoticeBar *>();
    return bar && bar->isVisible() ? bar->findChild<QLabel *>()->text() : QString();
}

Qt::DropAction WindowRig::drop(QMimeData *data, QWidget *widget, QPoint place, Qt::DropActions possible)
{
    const QPoint inWindow = widget->mapTo(m_window.get(), place);
    QWindow *system = m_window->windowHandle();
    QDragEnterEvent enter(inWindow, possible, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(system, &enter);
    QDragMoveEvent move(inWindow, possible, data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(system, &move);
    if (!move.isAccepted()) {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(system, &leave);
        return Qt::IgnoreAction;
    }
    QDropEvent drop(inWindow, possible, data, Qt::LeftButton, Qt::NoModifier);
    drop.setDropAction(move.dropAction());
    QCoreApplication::sendEvent(system, &drop);
    return drop.isAccepted() ? drop.dropAction() : Qt::IgnoreAction;
}

} // namespace Pongwatch::TestSupport
