// SPDX-License-Identifier: GPL-3.0-or-later
// The window with somebody using it, as a program: opens the given workspace, types a URL into it, and prints
// "edited" when there is an unsaved change. For tests of how a run ends.
#include "app/window/mainwindow.h"
#include "app/window/runwindow.h"
#include "widgets/addpeerbar.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace Pongwatch;
    QCoreApplication::setApplicationName(QStringLiteral("pongwatch"));
    const QApplication application(argc, argv);
    bool hasTyped = false;
    QTimer user;
    QObject::connect(&user, &QTimer::timeout, &user, [&user, &hasTyped] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            const auto *window = qobject_cast<MainWindow *>(widget);
            if (!window || !window->addPeerBar())
                continue;
            if (!std::exchange(hasTyped, true)) {
                auto *field = window->addPeerBar()->findChild<QLineEdit *>();
                QTest::keyClicks(field, QStringLiteral("ws://127.0.0.1:9/typed"));
                QTest::keyClick(field, Qt::Key_Return);
            }
            if (window->isWindowModified()) {
                std::puts("edited");
                std::fflush(stdout);
                user.stop();
            }
        }
    });
    user.start(50);
    WindowOptions options;
    options.workspaceFile = QCoreApplication::arguments().value(1);
    return runWindow(options);
}
