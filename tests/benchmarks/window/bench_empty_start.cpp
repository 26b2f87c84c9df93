// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt program can show: an empty main window of the same size as ours.
#include "tests/benchmarks/window/firstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    using namespace Pongwatch;
    QApplication app(argc, argv);
    Benchmarks::FirstPaint firstPaint;
    QApplication::instance()->installEventFilter(&firstPaint);
    QMainWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
