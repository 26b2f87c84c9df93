// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/addpeerbar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class AddPeerBarTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodUrlIsAddedByReturnAndTheFieldIsEmptyAgain()
    {
        AddPeerBar bar;
        QSignalSpy added(&bar, &AddPeerBar::addRequested);
        QTest::keyClicks(bar.field(), QStringLiteral("  ws://localhost:8080/chat "));
        QVERIFY(bar.complaint().isEmpty());
        QTest::keyClick(bar.field(), Qt::Key_Return);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toUrl(), QUrl(QStringLiteral("ws://localhost:8080/chat")));
        QVERIFY(bar.field()->text().isEmpty());
        QVERIFY(!bar.button()->isEnabled());
    }

    void theButtonAddsToo()
    {
        AddPeerBar bar;
        QSignalSpy added(&bar, &AddPeerBar::addRequested);
        QTest::keyClicks(bar.field(), QStringLiteral("wss://example.org"));
        QTest::mouseClick(bar.button(), Qt::LeftButton);
        QCOMPARE(added.size(), 1);
    }

    void whatIsWrongIsSaidAndNothingIsAdded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("another scheme") << QStringLiteral("http://example.org");
        QTest::newRow("no scheme") << QStringLiteral("example.org");
        QTest::newRow("no host") << QStringLiteral("ws://:80");
        QTest::newRow("a port that does not exist") << QStringLiteral("ws://example.org:99999");
    }
    void whatIsWrongIsSaidAndNothingIsAdded()
    {
        QFETCH(QString, text);
        AddPeerBar bar;
        QSignalSpy added(&bar, &AddPeerBar::addRequested);
        QTest::keyClicks(bar.field(), text);
        QTest::keyClick(bar.field(), Qt::Key_Return);
        QVERIFY(!bar.complaint().isEmpty());
        QVERIFY(added.isEmpty());
        QCOMPARE(bar.field()->text(), text);
    }

    void aSchemeThatIsBeingTypedIsNotComplainedAbout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one letter") << QStringLiteral("w");
        QTest::newRow("almost ws") << QStringLiteral("ws:/");
        QTest::newRow("almost wss") << QStringLiteral("wss:");
    }
    void aSchemeThatIsBeingTypedIsNotComplainedAbout()
    {
        QFETCH(QString, text);
        AddPeerBar bar;
        QTest::keyClicks(bar.field(), text);
        QVERIFY(bar.complaint().isEmpty());
    }
};

QTEST_MAIN(AddPeerBarTest)
#include "tst_addpeerbar.moc"
