// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "text/wording.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class WordingTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void textFromAPeerIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("deploy") << QStringLiteral("deploy");
        QTest::newRow("line breaks") << QStringLiteral("a\r\nb") << QStringLiteral("a  b");
        QTest::newRow("escape") << QStringLiteral("\u001b[31mred") << QStringLiteral("\ufffd[31mred");
        QTest::newRow("direction override") << QStringLiteral("a\u202eb") << QStringLiteral("a\ufffdb");
        QTest::newRow("beyond the basic plane")
            << QStringLiteral("\U0001F600") << QStringLiteral("\U0001F600");
        QTest::newRow("half of a pair") << QString(QChar(0xd83d)) << QStringLiteral("\ufffd");
        QTest::newRow("too long") << QString(20, QLatin1Char('x'))
                                  << QString(QString(9, QLatin1Char('x')) + QChar(0x2026));
    }
    void textFromAPeerIsMadeHarmless()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(Wording::harmless(text, 10), shown);
    }

    void closeFrames_data()
    {
        QTest::addColumn<bool>("present");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << false << 0 << QStringLiteral("none");
        QTest::newRow("empty") << true << 0 << QStringLiteral("without a code");
        QTest::newRow("with a code") << true << 1012 << QStringLiteral("1012 why");
    }
    void closeFrames()
    {
        QFETCH(bool, present);
        QFETCH(int, code);
        QFETCH(QString, text);
        std::optional<CloseFrame> frame;
        if (present)
            frame = CloseFrame{};
        if (code != 0)
            frame = CloseFrame{static_cast<quint16>(code), QStringLiteral("why")};
        QCOMPARE(Wording::closeFrame(frame), text);
    }
};

QTEST_GUILESS_MAIN(WordingTest)
#include "tst_wording.moc"
