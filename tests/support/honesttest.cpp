// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"

#include <QRegularExpression>
#include <QTest>

using namespace Pongwatch::TestSupport;

void HonestTest::init()
{
    // The offscreen platform reports what it can't do whenever a window is shown or raised; that is not our
    // fault.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support ).*")));
}
