// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runwindow.h"

#include <QApplication>
#include <QMainWindow>

using namespace Pongwatch;

int Pongwatch::runWindow(const WindowOptions &options)
{
    QMainWindow window;
    window.setWindowTitle(QStringLiteral("Pongwatch"));
    if (options.minimized) {
        window.showMinimized();
    } else {
        window.show();
    }
    return QApplication::exec();
}
