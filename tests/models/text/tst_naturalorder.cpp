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
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        const auto row = [](const char *name, const char *language, const char *first, const char *second) {
            QTest::newRow(name) << QString::fromUtf8(language) << QString::fromUtf8(first)
                                << QString::fromUtf8(second);
        };
        row("numbers", "en", "edge-9", "edge-10");
        row("numbers in the C locale", "C", "edge-9", "edge-10");
        row("leading zeros", "en", "edge-09", "edge-10");
        row("case", "en", "alpha", "Beta");
        row("case in the C locale", "C", "alpha", "Beta");
        row("a beginning", "en", "edge", "edge-1");
        row("long numbers", "en", "99999999999999999998", "99999999999999999999");
        row("nothing", "en", "", "a");
        row("accents beside their letters", "en", "éclair", "fjord");
        row("Swedish after z", "sv", "zeta", "ähm");
        row("the same letter in German", "de", "ähm", "zeta");
        row("Chinese by pinyin", "zh_CN", "北京", "上海");
        row("Chinese by pinyin, with numbers", "zh_CN", "上海-9", "上海-10");
    }
    void theFirstComesBeforeTheSecond()
    {
        QFETCH(QString, language);
        QFETCH(QString, first);
        QFETCH(QString, second);
        NaturalOrder order{QLocale(language)};
        QVERIFY(order.compare(first, second) < 0);
        QVERIFY(order.compare(second, first) > 0);
        QCOMPARE(order.compare(first, first), 0);
    }

    void theCaseDoesNotMatter()
    {
        NaturalOrder order{QLocale(QLocale::English)};
        QCOMPARE(order.compare(QStringLiteral("Edge-1"), QStringLiteral("edge-1")), 0);
    }
};

QTEST_GUILESS_MAIN(NaturalOrderTest)
#include "tst_naturalorder.moc"
