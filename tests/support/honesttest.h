// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Pongwatch::TestSupport
{

/// The base of every test class: a warning that the test did not announce with QTest::ignoreMessage() fails
/// it. A test class with an init() of its own calls HonestTest::init() first.
class HonestTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

} // namespace Pongwatch::TestSupport
