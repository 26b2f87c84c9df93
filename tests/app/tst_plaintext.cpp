// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/plaintext.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <clocale>

using namespace Pongwatch;

/// Text for a terminal: its width, and that it has no effects.
class TestPlainText : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void widths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("letters") << QStringLiteral("edge-1") << 6;
        QTest::newRow("accents in one character") << QStringLiteral("é") << 1;
        QTest::newRow("accents of their own") << QStringLiteral("e\u0301") << 1;
        QTest::newRow("Chinese") << QStringLiteral("上海") << 4;
        QTest::newRow("Chinese above 16 bits") << QStringLiteral("𠀀") << 2;
        QTest::newRow("Korean letters that are joined") << QStringLiteral("\u1112\u1161\u11ab") << 2;
        QTest::newRow("full width") << QStringLiteral("Ａ") << 2;
        QTest::newRow("an emoji") << QStringLiteral("😀") << 2;
        QTest::newRow("an old sign that is wide") << QStringLiteral("⚡") << 2;
        QTest::newRow("the shapes of states") << QStringLiteral("●▲✓…") << 4;
        QTest::newRow("no room at all") << QStringLiteral("a\u200bb") << 2;
        QTest::newRow("not assigned") << QStringLiteral("\u0378") << 1;
    }
    void widths()
    {
        QFETCH(QString, text);
        // Whatever language the program was started in.
        std::setlocale(LC_ALL, "C"); // NOLINT(concurrency-mt-unsafe)
        QTEST(columnsOf(text), "columns");
    }

    void fits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("padded") << QStringLiteral("上海") << 6 << QStringLiteral("上海  ");
        QTest::newRow("as it is") << QStringLiteral("上海") << 4 << QStringLiteral("上海");
        QTest::newRow("cut") << QStringLiteral("上海-1") << 5 << QStringLiteral("上海…");
        QTest::newRow("cut where half a character had room")
            << QStringLiteral("上海-1") << 4 << QStringLiteral("上… ");
        QTest::newRow("one column") << QStringLiteral("上海") << 1 << QStringLiteral("…");
        QTest::newRow("none") << QStringLiteral("上海") << 0 << QString();
    }
    void fits()
    {
        QFETCH(QString, text);
        QFETCH(int, columns);
        QTEST(fitted(text, columns), "wanted");
    }

    void headingsThatBeginAlikeShowTheirEnds()
    {
        const QStringList different{QStringLiteral("eu.example/feed"), QStringLiteral("us.example/feed")};
        QCOMPARE(fittedHeadings(different, 10),
                 (QStringList{QStringLiteral("eu.exampl…"), QStringLiteral("us.exampl…")}));
        const QStringList alike{QStringLiteral("eu.example/feed (qt)"),
                                QStringLiteral("eu.example/feed (wire)"), QStringLiteral("short")};
        QCOMPARE(fittedHeadings(alike, 10),
                 (QStringList{QStringLiteral("…feed (qt)"), QStringLiteral("…ed (wire)"),
                              QStringLiteral("short     ")}));
        QCOMPARE(fittedHeadings(different, 20), (QStringList{QStringLiteral("eu.example/feed     "),
                                                             QStringLiteral("us.example/feed     ")}));
    }

    void doesNothingToATerminal()
    {
        QCOMPARE(plainLine(QStringLiteral("a\x1b[2Jb\nc\u202ed\u2028e")), QStringLiteral("a [2Jb cd e"));
    }
};

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
