// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/alertlog.h"
#include "app/window/application.h"
#include "app/window/features/alertfeature.h"
#include "app/window/features/alertpagefeature.h"
#include "app/window/mainwindow.h"
#include "app/window/windowlink.h"
#include "items/alertlistmodel.h"
#include "tests/support/honesttest.h"
#include "widgets/alerts/alertspane.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/peerlistview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The page of alerts in the window, mutes that end, and links that open the window at a moment.
class AlertPageTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        open();
    }

    void cleanup()
    {
        window.reset();
        application.reset();
    }

    void anAlertIsSeenAcknowledgedAndKept()
    {
        addRefusedPeer(s("edge-1"));
        QTRY_COMPARE(model()->rowCount(), 1);
        QCOMPARE(model()->index(0, AlertListModel::What).data().toString(), s("edge-1: Down"));
        QVERIFY(model()->isOpen(0));
        pane()->view()->setCurrentIndex(model()->index(0, 0));
        QVERIFY2(pane()->detailText().contains(s("refused")), qPrintable(pane()->detailText()));
        pane()->acknowledgeButton()->click();
        auto *dialog = window->findChild<QInputDialog *>(s("acknowledge"));
        QVERIFY(dialog);
        dialog->setTextValue(s("<b>cable</b> pulled"));
        dialog->accept();
        QTRY_COMPARE(model()->index(0, AlertListModel::State).data().toString(), s("Acknowledged"));
        QCOMPARE(model()->index(0, AlertListModel::Acknowledged).data().toString(), s("<b>cable</b> pulled"));
        QVERIFY(pane()->detailText().contains(s("Note: <b>cable</b> pulled")));
        // The next run knows it, and that nobody saw its end.
        cleanup();
        open();
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(!model()->isOpen(0));
        QCOMPARE(model()->alertAt(0).note, s("<b>cable</b> pulled"));
    }

    void nobodyIsToldTwiceWhereTheWorkspaceHasARule()
    {
        Workspace next = application->session()->workspace();
        AlertRule rule;
        rule.name = s("down");
        rule.condition = StateLasts{};
        next.alerts.rules.append(rule);
        application->session()->edit(s("a rule"), next);
        addRefusedPeer(s("edge-1"));
        QTRY_COMPARE(model()->rowCount(), 1);
        QCOMPARE(model()->alertAt(0).rule, s("down")); // and not that of the preferences as well
    }

    void anAlertShowsItsPeerAndMoment()
    {
        const PeerId peer = addRefusedPeer(s("edge-1"));
        QTRY_COMPARE(model()->rowCount(), 1);
        window->peerList()->clearSelection();
        pane()->view()->setCurrentIndex(model()->index(0, 0));
        pane()->showButton()->click();
        QCOMPARE(window->peerList()->selectedPeers(), QList<PeerId>{peer});
    }

    void aMuteEndsByItself()
    {
        auto *feature = window->findChild<AlertFeature *>();
        addRefusedPeer(s("edge-1"));
        QTRY_COMPARE(model()->rowCount(), 1);
        feature->mutePeersOf(model()->alertAt(0).id, 1h);
        QVERIFY(application->book()->muted().contains(s("edge-1")));
        const auto until = feature->mutedUntil(s("edge-1"));
        QVERIFY(until && *until > application->book()->now() + 59min);
        // It is kept over a restart, and over when its time has passed meanwhile.
        feature->mute({s("edge-1")}, application->book()->now() + 1s);
        feature->mute({s("edge-2")}, std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(!application->book()->muted().contains(s("edge-1")), 20'000);
        QVERIFY(application->book()->muted().contains(s("edge-2")));
        QVERIFY(!feature->mutedUntil(s("edge-1")));
    }

    void theMenuOffersAMorning()
    {
        QMenu menu;
        window->findChild<AlertFeature *>()->fillMuteMenu(&menu, [] { return QStringList{s("edge-1")}; });
        bool isAny = false;
        for (QAction *action : menu.actions())
            if (action->text().contains(s("9:00"))) {
                isAny = true;
                action->trigger();
            }
        QVERIFY(isAny);
        const auto until = window->findChild<AlertFeature *>()->mutedUntil(s("edge-1"));
        QVERIFY(until && *until > application->book()->now());
        QVERIFY(*until <= application->book()->now() + 25h);
    }

    void links_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<bool>("hasMoment");
        QTest::newRow("peer and moment")
            << s("pongwatch://show?peer=edge%201&at=2026-11-30T03:00:00Z") << true << s("edge 1") << true;
        QTest::newRow("microseconds and a sign")
            << s("pongwatch://show?peer=a%26b&at=2026-11-30T03:00:00.123456Z") << true << s("a&b") << true;
        QTest::newRow("nothing to show") << s("pongwatch://show") << true << QString() << false;
        QTest::newRow("what it can't do") << s("pongwatch://remove?peer=a") << false << QString() << false;
        QTest::newRow("no moment") << s("pongwatch://show?at=soon") << false << QString() << false;
        QTest::newRow("a moment nowhere")
            << s("pongwatch://show?at=2026-11-30T03:00:00") << false << QString() << false;
        QTest::newRow("endless") << s("pongwatch://show?peer=") + QString(5000, u'a') << false << QString()
                                 << false;
    }

    void links()
    {
        QFETCH(QString, text);
        QFETCH(bool, isRight);
        QFETCH(QString, peer);
        QFETCH(bool, hasMoment);
        QVERIFY(isWindowLink(text));
        const Result<WindowLink> link = readWindowLink(text);
        QCOMPARE(link.ok(), isRight);
        if (!isRight)
            return;
        QCOMPARE(link.value().peer, peer);
        QCOMPARE(link.value().at.has_value(), hasMoment);
    }

    void aLinkShowsThePeerAtThatMoment()
    {
        const PeerId peer = addRefusedPeer(s("edge-1"));
        addRefusedPeer(s("edge-2"));
        window->openLink({s("edge-1"), application->book()->now() - 1min});
        QCOMPARE(window->peerList()->selectedPeers(), QList<PeerId>{peer});
        QVERIFY(window->isVisible());
        window->openLink({s("nobody"), std::nullopt}); // which is said
    }

    void theModelKeepsItsRules()
    {
        const PeerBook book;
        AlertListModel list(&book);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PastAlert first;
        first.id = s("1");
        first.title = s("a\u202eb");
        PastAlert second;
        second.id = s("2");
        second.resolvedAt = WallTime(90s);
        list.setAlerts({first}, {s("1")}, WallTime(60s));
        list.setAlerts({first, second}, {}, WallTime(60s));
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.alertAt(0).id, s("2")); // the newest first
        QCOMPARE(list.index(0, AlertListModel::State).data().toString(), s("Over"));
        QCOMPARE(list.index(1, AlertListModel::State).data().toString(), s("Not seen to end"));
        QVERIFY(!list.index(1, AlertListModel::What).data().toString().contains(QChar(0x202e)));
        list.setAlerts({second}, {}, WallTime(60s));
        QCOMPARE(list.rowCount(), 1);
    }

private:
    void open()
    {
        application = std::make_unique<Application>(Application::Options{
            folder->filePath(s("w.pongwatch")), folder->filePath(s("history.sqlite")), {}});
        window = std::make_unique<MainWindow>(application.get());
        window->show();
        AlertOptions atOnce;
        atOnce.after = 0s;
        window->findChild<AlertFeature *>()->setOptions(atOnce);
        window->findChild<AlertPageFeature *>()->action()->setChecked(true);
    }

    [[nodiscard]] AlertsPane *pane() const { return window->findChild<AlertPageFeature *>()->pane(); }
    [[nodiscard]] AlertListModel *model() const { return window->findChild<AlertListModel *>(); }

    PeerId addRefusedPeer(const QString &name)
    {
        ConnectionSettings settings;
        settings.name = name;
        settings.url = QUrl(s("ws://127.0.0.1:1/"));
        settings.proxy.kind = ProxyKind::None;
        return application->addPeerForThisRun(settings);
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(AlertPageTest)
#include "tst_alertpage.moc"
