// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/mainwindow.h"
#include "items/eventlogroles.h"
#include "past/notebook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/chartactions.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/flaglane.h"
#include "widgets/chart/rangepanel.h"
#include "widgets/chartpane.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/latencychart.h"
#include "widgets/peerlistview.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The chart in the window: its menu, its notes, and how other views control it. The peer is made up.
class ChartFeatureTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", folder->path().toUtf8());
        application = std::make_unique<Application>(
            Application::Options{folder->filePath(QStringLiteral("w.pongwatch")), {}, {}});
        // As if it were now, since the window shows ages by the real clock.
        monitor.advance(std::chrono::floor<seconds>(currentWallTime()) - monitor.now() -
                        std::chrono::minutes(20));
        application->book()->add(peer, SyntheticMonitor::settings(QStringLiteral("alpha")), {});
        send({monitor.state(peer, ConnectionState::Open), monitor.opened(peer)});
        for (int i = 0; i < 60; ++i) {
            monitor.advance(seconds(1));
            send({monitor.sample(peer, milliseconds(20))});
        }
        Verdict verdict;
        verdict.cause = Cause::Eof;
        verdict.initiator = Initiator::Peer;
        ended = monitor.now();
        send({monitor.ended(peer, verdict), monitor.state(peer, ConnectionState::Waiting)});
        application->peerList()->flush();
        open();
    }

    void cleanup()
    {
        window.reset();
        application.reset();
    }

    void aNoteIsWrittenInADialogAndKept()
    {
        chart()->setFocus();
        chart()->state()->setCrosshair(ended);
        QTest::keyClick(chart(), Qt::Key_N);
        auto *dialog = window->findChild<QInputDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *field = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("cable pulled"));
        dialog->accept();
        QTRY_COMPARE(notes().size(), size_t(1));
        QCOMPARE(notes().front().text, QStringLiteral("cable pulled"));
        QVERIFY(notes().front().at == ended);

        window.reset();
        open();
        QTRY_COMPARE(notes().size(), size_t(1));
    }

    void aNoteThatIsNotAcceptedIsNone()
    {
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_N);
        auto *dialog = window->findChild<QInputDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), QStringLiteral("never mind"));
        dialog->reject();
        QVERIFY(notes().empty());
    }

    void theMenuHasStretchesOfTimeAndViews()
    {
        const QList<QAction *> spans = pane()->actionsOfChart()->spans->actions();
        const auto *menu = findMenuWith(spans.constFirst());
        QVERIFY(menu);
        spans.at(4)->trigger(); // an hour
        QVERIFY(chart()->state()->span() == std::chrono::hours(1));
        QVERIFY(spans.at(4)->isChecked());
        const QList<QAction *> views = pane()->actionsOfChart()->views->actions();
        QVERIFY(findMenuWith(views.constFirst()));
        views.at(1)->trigger();
        QCOMPARE(pane()->view(), ChartPane::View::HeatMap);
    }

    void theLookIsThereAgainInTheNextWindow()
    {
        pane()->setView(ChartPane::View::Distribution);
        chart()->state()->setSpan(std::chrono::hours(6));
        window.reset();
        open();
        QCOMPARE(pane()->view(), ChartPane::View::Distribution);
        QVERIFY(chart()->state()->span() == std::chrono::hours(6));
    }

    void theEventLogLeadsToTheMomentInTheChart()
    {
        auto *log = window->findChild<EventLogView *>();
        QVERIFY(log);
        Q_EMIT log->momentActivated(ended);
        QVERIFY(!chart()->state()->isLive());
        QVERIFY(chart()->state()->range().contains(ended));
        QVERIFY(*chart()->state()->crosshair() == ended);
        pane()->flags()->refresh();
        QCOMPARE(pane()->flags()->groups().size(), size_t(1));
    }

    void aFlagLeadsToItsEntryInTheEventLog()
    {
        auto *log = window->findChild<EventLogView *>();
        QVERIFY(log);
        Q_EMIT pane()->happeningWanted(peer, ended);
        QVERIFY(window->findChild<EventLogPane *>()->isOpen());
        QVERIFY(log->currentIndex().isValid());
        QCOMPARE(log->currentIndex().data(EventTimeRole).toLongLong(),
                 static_cast<qlonglong>(ended.time_since_epoch().count()));
    }

    void whatIsMarkedIsToldInFigures()
    {
        chart()->state()->setMark(TimeRange{ended - seconds(30), ended});
        QVERIFY(pane()->rangePanel()->isVisible());
        QTRY_VERIFY(pane()->rangePanel()->text().contains(QStringLiteral("20.0")));
        chart()->state()->setMark({});
        QVERIFY(!pane()->rangePanel()->isVisible());
    }

private:
    void send(std::vector<std::variant<PingSample, ConnectionEvent>> items)
    {
        Batch batch;
        for (auto &item : items)
            batch.items.emplace_back(std::move(item));
        application->book()->apply(batch);
        application->eventLog()->append(batch);
    }

    void open()
    {
        window = std::make_unique<MainWindow>(application.get());
        window->resize(1200, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->peerList()->selectAll();
        QTRY_COMPARE(pane()->peers(), QList<PeerId>{peer});
    }

    [[nodiscard]] ChartPane *pane() const { return window->chartPane(); }
    [[nodiscard]] LatencyChart *chart() const { return pane()->chart(); }
    [[nodiscard]] std::vector<Note> notes() const
    {
        return application->notebook()->notes(ended - std::chrono::hours(1), ended + std::chrono::hours(1));
    }
    [[nodiscard]] QMenu *findMenuWith(QAction *action) const
    {
        for (QMenu *menu : window->menuBar()->findChildren<QMenu *>())
            if (menu->actions().contains(action))
                return menu;
        return nullptr;
    }

    const PeerId peer = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    WallTime ended;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ChartFeatureTest)
#include "tst_chartfeature.moc"
