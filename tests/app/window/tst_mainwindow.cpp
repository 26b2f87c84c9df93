// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "app/window/noticebar.h"
#include "app/window/windowactions.h"
#include "demo/demofleet.h"
#include "history/store/historyquery.h"
#include "items/peerlistroles.h"
#include "tests/support/honesttest.h"
#include "widgets/addpeerbar.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/emptystate.h"
#include "widgets/eventlogview.h"
#include "widgets/historylabel.h"
#include "widgets/inspector/inspector.h"
#include "widgets/latencychart.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The window as users have it: with a real monitor, and demo peers on this machine.
class MainWindowTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(demo.start(), QString()); }

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

    void anEmptyWindowSaysWhatToDoAndLeadsThere()
    {
        QVERIFY(window->emptyState()->isVisible());
        QVERIFY(!window->peerList()->isVisible());
        QTest::mouseClick(window->emptyState()->addButton(), Qt::LeftButton);
        QCOMPARE(window->focusWidget(), static_cast<QWidget *>(window->addPeerBar()->field()));
    }

    void aWindowThatIsNeverPaintedIsFilledAllTheSame()
    {
        MainWindow unseen(application.get(), MainWindow::Frame());
        QSignalSpy ready(&unseen, &MainWindow::readyToFill);
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(!unseen.isVisible());
        // A later paint does not fill it again.
        unseen.fill();
        unseen.show();
        QVERIFY(QTest::qWaitForWindowExposed(&unseen));
        QCoreApplication::processEvents();
        QCOMPARE(ready.size(), 1);
    }

    void aUrlThatIsTypedBecomesAPeerThatAnswers()
    {
        add(QStringLiteral("/steady"));
        QVERIFY(window->peerList()->isVisible());
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
        QTest::keyClick(window.get(), Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(text(0, PeerColumn::LastRtt).endsWith(QStringLiteral("ms")));
        QCOMPARE(rowsInLog(QStringLiteral("Connected")), 1);
    }

    void thePeerThatIsClickedIsTheOneInChartAndPanel()
    {
        add(QStringLiteral("/reject?status=503"));
        add(QStringLiteral("/steady"));
        QTRY_VERIFY(text(0, PeerColumn::LastEnd).contains(QStringLiteral("503")));

        click(1);
        QVERIFY(window->inspector()->sentence().isEmpty());
        click(0);
        QCOMPARE(window->chartPane()->state()->peers(), window->peerList()->selectedPeers());
        QVERIFY2(window->inspector()->sentence().contains(QStringLiteral("503")),
                 qPrintable(window->inspector()->sentence()));
        QVERIFY(rowsInLog(QStringLiteral("Ended")) >= 1);
    }

    void theSpaceBarPausesAndResumes()
    {
        add(QStringLiteral("/steady"));
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
        click(0);
        QTest::keyClick(window->peerList(), Qt::Key_Space);
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("Paused"));
        QTRY_COMPARE(window->actions()->pause->text(), QStringLiteral("Res&ume"));
        QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
    }

    void aPeerIsRemovedByItsKeyAndComesBackByUndo()
    {
        add(QStringLiteral("/steady"));
        add(QStringLiteral("/slow?ms=5"));
        QCOMPARE(rows(), 2);
        const QString name = text(0, PeerColumn::Name);
        click(0);
        QTest::keyClick(window->peerList(), Qt::Key_Delete);
        QCOMPARE(rows(), 1);
        QVERIFY(text(0, PeerColumn::Name) != name);
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(rows(), 2);
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
        QTRY_COMPARE(text(1, PeerColumn::State), QStringLiteral("OK"));
        QVERIFY(text(0, PeerColumn::Name) == name || text(1, PeerColumn::Name) == name);
    }

    void theDeleteKeyInAFieldRemovesNoPeer()
    {
        add(QStringLiteral("/steady"));
        QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(window->addPeerBar()->field(), Qt::Key_Delete);
        QCOMPARE(rows(), 1);
    }

    void peersAreThereAgainAfterARestart()
    {
        add(QStringLiteral("/steady"));
        close();
        open();
        QCOMPARE(rows(), 1);
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
    }

    void aPausedPeerIsStillPausedAfterARestart()
    {
        add(QStringLiteral("/steady"));
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
        click(0);
        QTest::keyClick(window->peerList(), Qt::Key_Space);
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("Paused"));
        close();
        open();
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("Paused"));
    }

    void theDemoIsWatchedAndNotKept()
    {
        QTest::mouseClick(window->emptyState()->demoButton(), Qt::LeftButton);
        QVERIFY(rows() > 5);
        QVERIFY(!window->actions()->demo->isEnabled());
        QTRY_VERIFY(rowsInLog(QStringLiteral("Connected")) >= 4);
        close();
        open();
        QCOMPARE(rows(), 0);
    }

    void aPeerThatStopsAnsweringIsFlaggedWithinASecondOfItsDeadline()
    {
        ConnectionSettings settings;
        settings.name = QStringLiteral("stall");
        settings.url = demo.url(QStringLiteral("/stall?after=0"));
        settings.keepalive.interval = milliseconds(200);
        settings.keepalive.timeout = milliseconds(400);
        settings.proxy.kind = ProxyKind::None;
        application->addPeerForThisRun(settings);
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("Timed out"));
        const WallTime shown = currentWallTime();
        const auto timeout = application->book()->record(application->book()->peers().first())->healthSince();
        QVERIFY2(shown - timeout < seconds(1), "the flag came too late");
        QTRY_VERIFY(rowsInLog(QStringLiteral("Timed out")) >= 1);
        QTRY_VERIFY(window->chartPane()->chart()->drawn().timeouts >= 1);
    }

    void aPeerThatComesBackReconnectsAtOnceWhenAsked()
    {
        add(QStringLiteral("/close?after=0&code=1012&reason=deploy"));
        QTRY_VERIFY(rowsInLog(QStringLiteral("Ended")) >= 1);
        click(0);
        const int before = rowsInLog(QStringLiteral("Connected"));
        QTest::keyClick(window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(rowsInLog(QStringLiteral("Connected")) > before);
    }

    void whatWasMeasuredIsKept()
    {
        add(QStringLiteral("/steady"));
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
        const auto label = window->findChild<HistoryLabel *>();
        QVERIFY(label);
        QTRY_VERIFY2(label->isVisible() && label->text().startsWith(QStringLiteral("History: ")),
                     qPrintable(label->text()));
        close();
        const auto history = HistoryQuery::open(folder->filePath(QStringLiteral("history.sqlite")));
        QVERIFY(history.ok());
        const auto peers = history.value()->peers();
        QVERIFY(peers.ok());
        QCOMPARE(peers.value().size(), std::size_t(1));
        const auto events = history.value()->events(peers.value().front().row, WallTime{}, WallTime::max());
        QVERIFY(events.ok());
        QVERIFY(!events.value().empty());
        open();
    }

    void historyThatCannotBeWrittenIsSaidAndMonitoringGoesOn()
    {
        close();
        QVERIFY(QFile::remove(folder->filePath(QStringLiteral("history.sqlite"))));
        QVERIFY(QDir(folder->path()).mkdir(QStringLiteral("history.sqlite"))); // a folder in its place
        open();
        add(QStringLiteral("/steady"));
        QTRY_COMPARE(text(0, PeerColumn::State), QStringLiteral("OK"));
        const auto label = window->findChild<HistoryLabel *>();
        QTRY_VERIFY2(label->text().contains(QStringLiteral("memory")), qPrintable(label->text()));
        QTRY_VERIFY(window->findChild<NoticeBar *>()->isVisible());
    }

private:
    void open()
    {
        application = std::make_unique<Application>(
            Application::Options{folder->filePath(QStringLiteral("default.pongwatch")),
                                 folder->filePath(QStringLiteral("history.sqlite")),
                                 {}});
        QVERIFY(application->loadKeptPeers().ok());
        window = std::make_unique<MainWindow>(application.get());
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void close()
    {
        QSignalSpy stopped(application.get(), &Application::stopped);
        window->close();
        application->stop();
        QTRY_COMPARE(stopped.size(), 1);
        window.reset();
        application.reset();
    }

    void add(const QString &path)
    {
        QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
        QLineEdit *field = window->addPeerBar()->field();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, demo.url(path).toString());
        QTest::keyClick(field, Qt::Key_Return);
    }

    void click(int row)
    {
        PeerListView *list = window->peerList();
        list->setFocus();
        const QRect place = list->visualRect(list->model()->index(row, 1));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
    }

    [[nodiscard]] int rows() const { return window->peerList()->model()->rowCount(); }

    [[nodiscard]] QString text(int row, PeerColumn column) const
    {
        return window->peerList()->model()->index(row, static_cast<int>(column)).data().toString();
    }

    /// Counts folded entries individually.
    [[nodiscard]] int rowsInLog(const QString &kind) const
    {
        const QAbstractItemModel *log = window->eventLog()->model();
        int found = 0;
        for (int row = 0; row < log->rowCount(); ++row) {
            const QModelIndex line = log->index(row, 0);
            if (line.siblingAtColumn(2).data().toString() == kind)
                found += std::max(1, log->rowCount(line));
        }
        return found;
    }

    DemoFleet demo;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
