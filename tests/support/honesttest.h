// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Pongwatch::TestSupport
{

/// The base of all test classes: a warning not announced with QTest::ignoreMessage() fails the test. A test
/// class with its own init() must call HonestTest::init() first.
class HonestTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

} // namespace Pongwatch::TestSupport
