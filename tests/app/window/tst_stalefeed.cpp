// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "items/peerlistroles.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "widgets/inspector/inspector.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/peerlistview.h"
#include "widgets/situationbar.h"
#include "widgets/statuscounts.h"

#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// A feed that stops while pongs keep coming, as shown in the window.
class StaleFeedTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void isShownWhereverThePeerIs()
    {
        QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
        // Trades come for a second, stop, and resume five seconds later.
        const auto service = PeerProcess::serviceServer(QStringLiteral("feed"), std::chrono::seconds(1));
        QCOMPARE(service->listen(), QString());
        Application application(Application::Options{folder.filePath(QStringLiteral("w.pongwatch")), {}, {}});
        const PeerId peer = application.addPeerForThisRun(subscribed(service->port()));
        MainWindow window(&application);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.peerList()->selectPeer(peer);

        const PeerRecord *record = application.book()->record(peer);
        QTRY_COMPARE_WITH_TIMEOUT(record->health(), Health::Stale, 20'000);
        QCOMPARE(record->state(), ConnectionState::Open);
        QTRY_COMPARE(textOf(window, PeerColumn::State), QStringLiteral("Stale"));
        QTRY_VERIFY2(textOf(window, PeerColumn::LastEnd).startsWith(QLatin1String("Feed silent for")),
                     qPrintable(textOf(window, PeerColumn::LastEnd)));
        auto *counts = window.findChild<StatusCounts *>();
        QTRY_COMPARE(counts->count(Health::Stale), 1);
        QVERIFY(counts->button(Health::Stale));
        auto *situation = window.findChild<SituationBar *>();
        QTRY_VERIFY2(situation->headline().text.contains(QStringLiteral("Feed silent for")),
                     qPrintable(situation->headline().text));
        const PeerPage *page = window.inspector()->peerPage();
        QTRY_VERIFY2(
            page->sentence().startsWith(QLatin1String("Connected, and it answers pings, but it sent ")),
            qPrintable(page->sentence()));
        QVERIFY2(page->plainText().contains(QStringLiteral("Why it is stale")),
                 qPrintable(page->plainText()));
        QVERIFY(record->timeouts().empty());

        QTRY_COMPARE_WITH_TIMEOUT(record->health(), Health::Ok, 20'000);
        QTRY_COMPARE(textOf(window, PeerColumn::State), QStringLiteral("OK"));
        QCOMPARE(record->statistics()
                     .summary(PeerStatistics::Window::SinceStart, application.book()->now())
                     .connects,
                 1U);
    }

private:
    static ConnectionSettings subscribed(quint16 port)
    {
        ConnectionSettings settings;
        settings.name = QStringLiteral("trades");
        settings.url = QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port));
        settings.proxy.kind = ProxyKind::None;
        settings.keepalive.interval = milliseconds(100);
        settings.keepalive.onTimeout = OnTimeout::Keep;
        DialogueSettings dialogue;
        DialogueStep step;
        step.send.content = QStringLiteral(R"({"op":"subscribe"})");
        dialogue.onOpen = {step};
        dialogue.alive =
            DialogueAlive{{QStringLiteral("\"e\":\"trade\""), MessageForm::Text}, milliseconds(600)};
        settings.dialogue = SharedDialogue(dialogue);
        return settings;
    }

    /// The contents of the list's only row in that column.
    static QString textOf(const MainWindow &window, PeerColumn column)
    {
        const QAbstractItemModel *model = window.peerList()->model();
        return model->index(0, static_cast<int>(column)).data().toString();
    }
};

QTEST_MAIN(StaleFeedTest)
#include "tst_stalefeed.moc"
