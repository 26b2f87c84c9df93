// SPDX-License-Identifier: GPL-3.0-or-later
// Starts as the program does, with the kept peers of its folders, and ends at the first painted window;
// with --filled, at the first one that has something in it.
#include "app/window/fontwarmup.h"
#include "app/window/runwindow.h"
#include "tests/benchmarks/window/firstpaint.h"

#include <QApplication>

int main(int argc, char **argv)
{
    using namespace Pongwatch;
    const FontWarmUp fonts;
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("pongwatch"));
    Benchmarks::FirstPaint firstPaint(QApplication::arguments().contains(QStringLiteral("--filled")));
    QApplication::instance()->installEventFilter(&firstPaint);
    return runWindow({});
}
