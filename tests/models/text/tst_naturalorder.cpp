// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "text/naturalorder.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class NaturalOrderTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstComesBeforeTheSecond_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("numbers") << QStringLiteral("edge-9") << QStringLiteral("edge-10");
        QTest::newRow("leading zeros") << QStringLiteral("edge-09") << QStringLiteral("edge-10");
        QTest::newRow("case") << QStringLiteral("alpha") << QStringLiteral("Beta");
        QTest::newRow("a beginning") << QStringLiteral("edge") << QStringLiteral("edge-1");
        QTest::newRow("long numbers")
            << QStringLiteral("99999999999999999998") << QStringLiteral("99999999999999999999");
        QTest::newRow("nothing") << QString() << QStringLiteral("a");
    }
    void theFirstComesBeforeTheSecond()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(naturalCompare(first, second) < 0);
        QVERIFY(naturalCompare(second, first) > 0);
        QCOMPARE(naturalCompare(first, first), 0);
    }
};

QTEST_GUILESS_MAIN(NaturalOrderTest)
#include "tst_naturalorder.moc"
