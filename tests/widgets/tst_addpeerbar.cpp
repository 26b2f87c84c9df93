// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/addpeerbar.h"
#include "widgets/statuslook.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>

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
        QTest::newRow("another scheme") << QStringLiteral("ftp://example.org");
        QTest::newRow("a word") << QStringLiteral("example");
        QTest::newRow("a command without a URL") << QStringLiteral("wscat -n");
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

    void whatIsMeantIsSaidAndAdded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *text, const char *url) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(url);
        };
        row("https://example.org/chat?a=1&b=2", "wss://example.org/chat?a=1&b=2");
        row("HTTP://example.org:8080", "ws://example.org:8080");
        row("example.org", "wss://example.org");
        row("edge:9001/stream", "wss://edge:9001/stream");
        row("10.0.0.7:9001", "wss://10.0.0.7:9001");
        row("localhost:9001/chat", "ws://localhost:9001/chat");
        row("127.0.0.1:9001", "ws://127.0.0.1:9001");
        row("[::1]:9001", "ws://[::1]:9001");
        row("wss:/example.org", "wss://example.org");
        row("wss:example.org/a", "wss://example.org/a");
        row("wss//example.org", "wss://example.org");
        row("b\xfc"
            "cher.example",
            "wss://xn--bcher-kva.example");
    }
    void whatIsMeantIsSaidAndAdded()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        AddPeerBar bar;
        QSignalSpy added(&bar, &AddPeerBar::addRequested);
        bar.field()->setText(text);
        QVERIFY2(bar.hint().contains(url), qPrintable(bar.hint()));
        QVERIFY(bar.complaint().isEmpty());
        QTest::keyClick(bar.field(), Qt::Key_Return);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toUrl(), QUrl(url));
    }

    void whatAPasteTakesIsTakenToo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a command") << QStringLiteral("curl -k -H 'X-A: b' wss://example.org");
        QTest::newRow("two URLs") << QStringLiteral("wss://a.example wss://b.example");
        QTest::newRow("a URL with a token") << QStringLiteral("wss://a.example/?token=hunter2");
        QTest::newRow("a URL with a password") << QStringLiteral("wss://ada:hunter2@a.example/");
        QTest::newRow("script") << QStringLiteral("new WebSocket(\"wss://a.example\")");
    }
    void whatAPasteTakesIsTakenToo()
    {
        QFETCH(QString, text);
        AddPeerBar bar;
        QSignalSpy added(&bar, &AddPeerBar::addRequested);
        QSignalSpy imported(&bar, &AddPeerBar::importRequested);
        QTest::keyClicks(bar.field(), text);
        QVERIFY2(bar.complaint().isEmpty(), qPrintable(bar.complaint()));
        QVERIFY(!bar.hint().isEmpty());
        QVERIFY2(!bar.hint().contains(QStringLiteral("hunter2")), qPrintable(bar.hint()));
        QTest::keyClick(bar.field(), Qt::Key_Return);
        QVERIFY(added.isEmpty());
        QCOMPARE(imported.size(), 1);
        QCOMPARE(imported.first().first().toString(), text);
        QVERIFY(bar.field()->text().isEmpty());
    }

    void severalLinesArePastedAsTheyAre()
    {
        AddPeerBar bar;
        QSignalSpy imported(&bar, &AddPeerBar::importRequested);
        const QString text = QStringLiteral("curl \\\n -H 'X-A: b' \\\n wss://example.org\n");
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(bar.field(), QKeySequence::Paste);
        QCOMPARE(imported.size(), 1);
        QCOMPARE(imported.first().first().toString(), text);
    }

    void anEmptyTokenIsRefused()
    {
        AddPeerBar bar;
        QSignalSpy added(&bar, &AddPeerBar::addRequested);
        QTest::keyClicks(bar.field(), QStringLiteral("wss://h/a?token="));
        QVERIFY(bar.complaint().isEmpty()); // it may still come
        QTest::keyClick(bar.field(), Qt::Key_Return);
        QVERIFY(added.isEmpty());
        QVERIFY2(bar.complaint().contains(QStringLiteral("no token behind “token=”")),
                 qPrintable(bar.complaint()));
        bar.field()->setText(QStringLiteral("wss://h/{room}"));
        QVERIFY2(bar.complaint().contains(QStringLiteral("place holder {room}")),
                 qPrintable(bar.complaint()));
    }

    void whatIsWrongIsRedInAToolBarToo()
    {
        QToolBar tools;
        auto *bar = new AddPeerBar;
        tools.addWidget(bar);
        bar->field()->setText(QStringLiteral("ftp://example.org"));
        const auto *remark = bar->findChild<QLabel *>();
        QVERIFY(remark);
        QCOMPARE(remark->text(), bar->complaint());
        QCOMPARE(remark->palette().color(remark->foregroundRole()), StatusLook::timeoutColor(bar->palette()));
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
