// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "text/fuzzymatch.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class FuzzyMatchTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void lettersInOrderMatch_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, const char *pattern, const char *text, bool matches) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << matches;
        };
        row("the whole text", "Reconnect Now", "Reconnect Now", true);
        row("initials", "rn", "Reconnect Now", true);
        row("any case", "RECO", "Reconnect Now", true);
        row("blanks don't matter", "re  now", "Reconnect Now", true);
        row("nothing matches everything", "", "Reconnect Now", true);
        row("another order", "nr", "Run", false);
        row("a letter that isn't there", "rz", "Reconnect Now", false);
        row("longer than the text", "reconnect now!", "Reconnect", false);
        row("Chinese", "重连", "立即重新连接", true);
        row("Chinese in another order", "连重", "重新连接", false);
    }

    void lettersInOrderMatch()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QTEST(fuzzyMatch(pattern, text).has_value(), "matches");
    }

    void theBetterOfTwoWins_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("beginnings of words")
            << QStringLiteral("pn") << QStringLiteral("Ping Now") << QStringLiteral("Open");
        QTest::newRow("a run over scattered letters")
            << QStringLiteral("log") << QStringLiteral("Event Log") << QStringLiteral("Look at Graphs");
        QTest::newRow("the beginning of the text")
            << QStringLiteral("pa") << QStringLiteral("Pause") << QStringLiteral("Wide Page");
        QTest::newRow("the shorter text") << QStringLiteral("quit") << QStringLiteral("Quit")
                                          << QStringLiteral("Quit and forget about everything");
    }

    void theBetterOfTwoWins()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto good = fuzzyMatch(pattern, better);
        const auto bad = fuzzyMatch(pattern, worse);
        QVERIFY(good);
        QVERIFY(!bad || good->score > bad->score);
    }

    void positionsAreThoseOfTheBestMatch()
    {
        QCOMPARE(fuzzyMatch(QStringLiteral("pn"), QStringLiteral("Ping Now"))->positions,
                 (QList<qsizetype>{0, 5}));
        QCOMPARE(fuzzyMatch(QStringLiteral("now"), QStringLiteral("Not Now"))->positions,
                 (QList<qsizetype>{4, 5, 6}));
    }

    void aVeryLongTextTakesNoTime()
    {
        const QString text(1'000'000, u'a');
        QVERIFY(fuzzyMatch(QStringLiteral("aaaaaaaa"), text));
        QVERIFY(!fuzzyMatch(QString(300, u'a'), text));
    }
};

QTEST_GUILESS_MAIN(FuzzyMatchTest)
#include "tst_fuzzymatch.moc"
