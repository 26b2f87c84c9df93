// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"

#include <QRegularExpression>
#include <QTest>

using namespace Pongwatch::TestSupport;

void HonestTest::init()
{
    // The offscreen platform says what it can't do whenever a window is shown or raised; that is no fault of
    // ours.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support ).*")));
}
