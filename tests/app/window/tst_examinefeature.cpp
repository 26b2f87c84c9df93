// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/features/examinefeature.h"
#include "app/window/mainwindow.h"
#include "demo/demofleet.h"
#include "tests/support/honesttest.h"
#include "widgets/examine/examinedialog.h"
#include "widgets/peerlistview.h"
#include "workspace/workspacesession.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;

/// Peer > Examine…, as a user goes through it.
class TestExamineFeature : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnComparesAndSetsTheInterval()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
        DemoFleet demo;
        QCOMPARE(demo.start(), QString());
        const QUrl url = demo.url(QStringLiteral("/idle?limit=1"));
        // All but the limit of silence is known from an examination that was cancelled; the limit was another
        // one the time before.
        const FindingShelf shelf(FindingShelf::defaultFolder());
        QList<Finding> known;
        for (const FindingKind kind : allFindingKinds())
            if (kind != FindingKind::IdleLimit && kind != FindingKind::MaxAge)
                known.append(Finding{kind, FindingResult::Ok, currentWallTime(), {}});
        const Finding earlier{FindingKind::IdleLimit,
                              FindingResult::Limit,
                              currentWallTime(),
                              {{QStringLiteral("idle_limit_s"), 60.0}}};
        QVERIFY(shelf.keep(displayUrl(url), {earlier}, false, false));
        QVERIFY(shelf.keep(displayUrl(url), known, true, false));

        Application application({folder.filePath(QStringLiteral("w.pongwatch")), {}, {}});
        ConnectionSettings settings;
        settings.name = QStringLiteral("idler");
        settings.url = url;
        settings.proxy.kind = ProxyKind::None;
        const PeerId peer = application.addPeerForThisRun(settings);
        MainWindow window(&application);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.peerList()->selectPeers({peer});
        auto *feature = window.findChild<ExamineFeature *>();
        window.findChild<QAction *>(QStringLiteral("examine"))->trigger();
        QVERIFY(feature->dialog());
        ExamineDialog &dialog = *feature->dialog();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *table = dialog.findChild<QTableView *>(QStringLiteral("findings"));
        QTRY_COMPARE(table->model()->rowCount(), int(known.size()));
        auto *goOn = dialog.findChild<QPushButton *>(QStringLiteral("go-on"));
        auto *set = dialog.findChild<QPushButton *>(QStringLiteral("set-interval"));
        QVERIFY(goOn->isVisible());
        QVERIFY(!set->isVisible());

        goOn->click();
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("cancel"))->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(goOn->isHidden() && set->isVisible(), 30'000);
        QString said;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString title = table->model()->index(row, int(FindingColumn::Title)).data().toString();
            QVERIFY2(table->columnWidth(int(FindingColumn::Title)) >
                         table->fontMetrics().horizontalAdvance(title),
                     qPrintable(title)); // all of it is seen
            said += table->model()->index(row, int(FindingColumn::Explanation)).data().toString() + u'\n';
        }
        QVERIFY2(said.contains(QLatin1String("Cut after 1")) || said.contains(QLatin1String("Cut after 9")),
                 qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("The limit was 60 s, now")), qPrintable(said));

        set->click();
        const Workspace &workspace = application.session()->workspace();
        const auto place = workspace.find(QStringLiteral("idler"));
        QVERIFY(place);
        const auto interval = workspace.effectiveSettings(*place).keepalive.interval;
        QVERIFY(interval && *interval < milliseconds(700));
        QVERIFY(!set->isEnabled()); // it is enough now
        QVERIFY(application.session()->canUndo());
        QTRY_VERIFY(!shelf.read(displayUrl(url)).isCutShort);
    }

    void inspectorAdvisesAndMends()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
        const QUrl url(QStringLiteral("ws://127.0.0.1:9/"));
        const Finding silence{FindingKind::IdleLimit,
                              FindingResult::Limit,
                              currentWallTime(),
                              {{QStringLiteral("idle_limit_s"), 15.0},
                               {QStringLiteral("reset_by"), QJsonArray{QStringLiteral("ping")}}}};
        QVERIFY(FindingShelf(FindingShelf::defaultFolder()).keep(displayUrl(url), {silence}, false, false));
        Application application({folder.filePath(QStringLiteral("w.pongwatch")), {}, {}});
        ConnectionSettings settings;
        settings.name = QStringLiteral("quiet");
        settings.url = url;
        const PeerId peer = application.addPeerForThisRun(settings);
        MainWindow window(&application);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.peerList()->selectPeers({peer});
        auto *mend = window.findChild<QPushButton *>(QStringLiteral("set-advised-interval"));
        QVERIFY(mend);
        QTRY_VERIFY(mend->isVisible());
        QVERIFY(!mend->accessibleName().isEmpty() || mend->text().contains(QLatin1Char('5')));
        mend->click();
        const Workspace &workspace = application.session()->workspace();
        const auto place = workspace.find(QStringLiteral("quiet"));
        QVERIFY(place);
        QCOMPARE(workspace.effectiveSettings(*place).keepalive.interval,
                 std::optional<nanoseconds>(seconds(5)));
        QVERIFY(application.session()->canUndo());
        QTRY_VERIFY(!mend->isVisible());
    }

    void cancelledByClosing()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
        DemoFleet demo;
        QCOMPARE(demo.start(), QString());
        Application application({folder.filePath(QStringLiteral("w.pongwatch")), {}, {}});
        ConnectionSettings settings;
        settings.name = QStringLiteral("steady");
        settings.url = demo.url(QStringLiteral("/steady"));
        settings.proxy.kind = ProxyKind::None;
        const PeerId peer = application.addPeerForThisRun(settings);
        MainWindow window(&application);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.peerList()->selectPeers({peer});
        auto *feature = window.findChild<ExamineFeature *>();
        window.findChild<QAction *>(QStringLiteral("examine"))->trigger();
        auto *table = feature->dialog()->findChild<QTableView *>(QStringLiteral("findings"));
        feature->dialog()->findChild<QPushButton *>(QStringLiteral("start"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 20'000);
        feature->dialog()->close();
        QTRY_VERIFY(!feature->dialog());
        const FindingShelf shelf(FindingShelf::defaultFolder());
        QTRY_VERIFY(shelf.read(displayUrl(settings.url)).isCutShort);
        QVERIFY(!shelf.read(displayUrl(settings.url)).findings.isEmpty());
    }
};

QTEST_MAIN(TestExamineFeature)
#include "tst_examinefeature.moc"
