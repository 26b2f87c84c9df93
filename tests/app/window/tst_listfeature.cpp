// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"
#include "app/window/features/listfeature.h"
#include "app/window/mainwindow.h"
#include "items/eventlogroles.h"
#include "items/peerfiltermodel.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chartpane.h"
#include "widgets/eventlogpane.h"
#include "widgets/eventlogview.h"
#include "widgets/inspector/inspector.h"
#include "widgets/inspector/peerpage.h"
#include "widgets/inspector/selectionpage.h"
#include "widgets/inspector/troublelist.h"
#include "widgets/inspector/valuetable.h"
#include "widgets/latencychart.h"
#include "widgets/peerlistview.h"
#include "widgets/situationbar.h"
#include "widgets/statuscounts.h"

#include <QAction>
#include <QCursor>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The list in the window, by mouse and keyboard. The peers are made up: nothing is dialled.
class ListFeatureTest : public HonestTest
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
        add(1, QStringLiteral("alpha"), {QStringLiteral("prod"), {QStringLiteral("eu")}});
        add(2, QStringLiteral("beta"), {QStringLiteral("prod"), {}});
        add(3, QStringLiteral("gamma"), {});
        application->book()->apply({{monitor.timedOut(SyntheticMonitor::id(2), seconds(3))}, {}});
        application->peerList()->flush();
        open();
    }

    void cleanup()
    {
        window.reset();
        application.reset();
    }

    void typingIntoFindShowsOnlyWhatMatchesAndEscapeShowsAll()
    {
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QLineEdit *find = feature()->findField();
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, QStringLiteral("gam"));
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(find, Qt::Key_Escape);
        QCOMPARE(list()->model()->rowCount(), 2);
        QVERIFY(list()->hasFocus());
    }

    void aClickOnACountShowsOnlyThesePeers()
    {
        auto *counts = window->findChild<StatusCounts *>();
        QTRY_VERIFY(counts->button(Health::TimedOut));
        QTest::mouseClick(counts->button(Health::TimedOut), Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->rowCount(list()->model()->index(0, 0)), 1);
        QVERIFY(counts->button(Health::TimedOut)->isChecked());
        QTest::mouseClick(counts->button(Health::TimedOut), Qt::LeftButton);
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void rowsStayUnderThePointer()
    {
        auto *hint = list()->findChild<QLabel *>(QStringLiteral("order-hint"));
        QVERIFY(hint);
        QVERIFY(hint->isHidden());
        auto *filter = qobject_cast<PeerFilterModel *>(list()->model());
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QCoreApplication::sendEvent(list()->viewport(), &enter);
        QVERIFY(filter->isOrderHeld());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(list()->viewport(), &leave);
        QTRY_VERIFY(!filter->isOrderHeld());
        // A key also holds it, for some seconds.
        QTest::keyClick(list(), Qt::Key_Down);
        QVERIFY(filter->isOrderHeld());
        QTRY_VERIFY_WITH_TIMEOUT(!filter->isOrderHeld(), 20'000);
    }

    void theTooltipFollowsWhatIsUnderThePointer()
    {
        const auto nameAt = [this](const QPoint &place) { return list()->indexAt(place).data().toString(); };
        const auto cellOf = [this](quint32 number) {
            const auto *filter = qobject_cast<PeerFilterModel *>(list()->model());
            const QModelIndex its = application->peerList()->indexOf(SyntheticMonitor::id(number));
            return list()->visualRect(filter->mapFromSource(its)).center();
        };
        const QPoint place = cellOf(2);
        QCOMPARE(nameAt(place), QStringLiteral("beta"));
        QCOMPARE(cellOf(1).y() > place.y(), true); // peers in trouble are above
        const QPoint global = list()->viewport()->mapToGlobal(place);
        QCursor::setPos(global);
        QEnterEvent enter{QPointF(place), QPointF(place), QPointF(global)};
        QCoreApplication::sendEvent(list()->viewport(), &enter);
        QHelpEvent help(QEvent::ToolTip, place, global);
        QCoreApplication::sendEvent(list()->viewport(), &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("beta")));
        application->book()->remove(SyntheticMonitor::id(2));
        QCOMPARE(nameAt(place), QStringLiteral("alpha"));
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("alpha")));
        QVERIFY(!QToolTip::text().contains(QStringLiteral("beta")));
        QToolTip::hideText();
    }

    void aWindowBeginsWithAllPeersTogether()
    {
        QVERIFY(list()->selectedPeers().isEmpty());
        QCOMPARE(window->inspector()->currentWidget(), window->inspector()->selectionPage());
        QVERIFY(window->inspector()->plainText().startsWith(QStringLiteral("All peers")));
        QCOMPARE(window->chartPane()->peers(), application->book()->peers());

        list()->selectPeer(SyntheticMonitor::id(1));
        QCOMPARE(window->inspector()->currentWidget(), window->inspector()->peerPage());
        QCOMPARE(window->chartPane()->peers(), QList<PeerId>{SyntheticMonitor::id(1)});
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(list()->selectedPeers().isEmpty());
        QCOMPARE(window->inspector()->currentWidget(), window->inspector()->selectionPage());
        QCOMPARE(window->chartPane()->peers(), application->book()->peers());

        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(list()->selectedPeers().size(), application->book()->peers().size());
        QTest::keyClick(window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(list()->selectedPeers().isEmpty());
    }

    void thePeerInTroubleIsOpenedFromTheInspectorThoughAFilterHidesIt()
    {
        const PeerId beta = SyntheticMonitor::id(2);
        TroubleList *troubles = window->inspector()->selectionPage()->troubleList();
        QTRY_VERIFY(troubles->isVisible());
        QCOMPARE(troubles->model()->index(0, 0).data(PeerIdRole).toUInt(), toNumber(beta));
        auto *counts = window->findChild<StatusCounts *>();
        const Health other = application->book()->record(SyntheticMonitor::id(1))->standing();
        QVERIFY(other != Health::TimedOut);
        QTRY_VERIFY(counts->button(other));
        QTest::mouseClick(counts->button(other), Qt::LeftButton);
        QTest::mouseClick(troubles->viewport(), Qt::LeftButton, {},
                          troubles->visualRect(troubles->model()->index(0, 0)).center());
        QCOMPARE(list()->selectedPeers(), QList<PeerId>{beta});
        QCOMPARE(window->inspector()->currentWidget(), window->inspector()->peerPage());
    }

    void theLineOverTheListSelectsThePeersInTrouble_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("by a click") << false;
        QTest::newRow("by its key") << true;
    }

    void theLineOverTheListSelectsThePeersInTrouble()
    {
        QFETCH(const bool, byKey);
        auto *bar = window->findChild<SituationBar *>();
        QVERIFY(bar);
        application->situation()->look();
        QVERIFY2(bar->headline().text.contains(QStringLiteral("beta")), qPrintable(bar->headline().text));
        QVERIFY(bar->accessibleName().contains(bar->headline().text));
        QVERIFY(list()->selectedPeers() != QList<PeerId>{SyntheticMonitor::id(2)});
        if (byKey)
            QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier);
        else
            QTest::mouseClick(bar, Qt::LeftButton);
        QCOMPARE(list()->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(2)});

        application->book()->remove(SyntheticMonitor::id(2));
        application->situation()->look();
        QVERIFY2(!bar->headline().text.contains(QStringLiteral("beta")), qPrintable(bar->headline().text));
        QVERIFY(bar->suspicion().isEmpty());
    }

    void aTagIsChosenFromTheMenu()
    {
        QMenu *filters = feature()->filterMenu();
        Q_EMIT filters->aboutToShow();
        QAction *eu = actionIn(filters, QStringLiteral("eu"));
        QVERIFY(eu);
        eu->trigger();
        QCOMPARE(list()->model()->rowCount(list()->model()->index(0, 0)), 1);
    }

    void aColumnIsChosenFromTheMenuAndKeptForTheNextStart()
    {
        QVERIFY(list()->isColumnHidden(static_cast<int>(PeerColumn::Jitter)));
        actionIn(feature()->columnsMenu(), QStringLiteral("Jitter"))->trigger();
        QVERIFY(!list()->isColumnHidden(static_cast<int>(PeerColumn::Jitter)));
        window->close();
        window.reset();
        open();
        QVERIFY(!list()->isColumnHidden(static_cast<int>(PeerColumn::Jitter)));
        QVERIFY(actionIn(feature()->columnsMenu(), QStringLiteral("Jitter"))->isChecked());
    }

    void theTrendFollowsTheSpanOfTheChart()
    {
        window->chartPane()->state()->setSpan(std::chrono::minutes(30));
        QCOMPARE(application->peerList()->trendWindow(), nanoseconds(std::chrono::minutes(30)));
        const QString title =
            list()->model()->headerData(static_cast<int>(PeerColumn::Timeline), Qt::Horizontal).toString();
        QVERIFY2(title.contains(QStringLiteral("30")), qPrintable(title));
    }

    void theKeyboardGoesFromPaneToPaneAndBack()
    {
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        list()->setFocus();
        QTest::keyClick(window.get(), Qt::Key_F6);
        QVERIFY(hasFocus(window->chartPane()->chart()));
        QTest::keyClick(window.get(), Qt::Key_F6);
        QVERIFY(hasFocus(logPane()->openButton()));
        QTest::keyClick(logPane()->openButton(), Qt::Key_Space);
        QVERIFY(logPane()->isOpen());
        QTRY_VERIFY(window->eventLog()->isVisible());
        QTest::keyClick(window.get(), Qt::Key_F6);
        QVERIFY(hasFocus(window->eventLog()));
        QTest::keyClick(window.get(), Qt::Key_F6);
        QVERIFY(hasFocus(window->inspector()));
        QTest::keyClick(window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(hasFocus(window->eventLog()));
        logPane()->setOpen(false);
        QVERIFY(hasFocus(logPane()->openButton()));
        QTest::keyClick(window.get(), Qt::Key_F6);
        QTest::keyClick(window.get(), Qt::Key_F6);
        QVERIFY(hasFocus(list()));
        QTest::keyClick(window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(hasFocus(window->inspector()));
    }

    void whatIsFoundIsWhatAllPanesShow()
    {
        QLineEdit *find = feature()->findField();
        find->setText(QStringLiteral("alpha"));
        const QList<PeerId> alpha{SyntheticMonitor::id(1)};
        QTRY_COMPARE(window->chartPane()->peers(), alpha);
        QVERIFY2(window->inspector()->plainText().startsWith(QStringLiteral("Peers found: 1")),
                 qPrintable(window->inspector()->plainText()));
        for (int row = 0; row < window->eventLog()->model()->rowCount(); ++row) {
            QCOMPARE(window->eventLog()->model()->index(row, 0).data(EventPeerRole).toUInt(),
                     toNumber(alpha.first()));
        }
        find->clear();
        QTRY_COMPARE(window->chartPane()->peers(), application->book()->peers());
        QVERIFY(window->inspector()->plainText().startsWith(QStringLiteral("All peers")));
    }

    void figuresSideBySideAreInATabOfTheirOwn()
    {
        SelectionPage *page = window->inspector()->selectionPage();
        const auto *table = page->findChild<ValueTable *>();
        QVERIFY(!table->isVisible());
        QVERIFY(page->troubleList()->isVisible());
        page->tabs()->setFocus();
        QTest::keyClick(page->tabs(), Qt::Key_Right);
        QTRY_VERIFY(table->isVisible());
        QVERIFY(!page->troubleList()->isVisible());
        QVERIFY(!page->plainText().contains(QStringLiteral("edian of")));
    }

    void theListHasWhatItsRowsNeedAndTheChartTheRest()
    {
        window->resize(1440, 900);
        const auto *chart = window->chartPane();
        QTRY_VERIFY2(chart->height() >= window->height() * 2 / 5,
                     qPrintable(QString::number(chart->height())));
        const int needed = list()->contentHeight();
        QTRY_VERIFY2(list()->height() >= needed && list()->height() < needed + 40,
                     qPrintable(QStringLiteral("%1 for %2").arg(list()->height()).arg(needed)));
        const int before = chart->height();
        logPane()->setOpen(true);
        QTRY_VERIFY(chart->height() < before);
        QVERIFY(chart->height() >= window->height() * 2 / 5);
        logPane()->setOpen(false);
        QTRY_COMPARE(chart->height(), before);
    }

    void itFitsASmallScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("800 by 600") << QSize(784, 552);
        QTest::newRow("1366 by 768") << QSize(1350, 720);
    }
    void itFitsASmallScreen()
    {
        QFETCH(QSize, size);
        window->resize(size);
        QTRY_COMPARE(window->size(), size);
        const auto inside = [this](const QWidget *widget) {
            const QRect place(widget->mapTo(window.get(), QPoint(0, 0)), widget->size());
            return window->rect().contains(place);
        };
        QTRY_VERIFY(inside(window->inspector()) && inside(window->chartPane()) && inside(logPane()));
        QTRY_COMPARE(list()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(window->chartPane()->height() * 10 >= size.height() * 4 - 20);
        const auto fits = [](const QScrollArea *page) {
            return page->widget()->width() <= page->viewport()->width();
        };
        QTRY_VERIFY(fits(window->inspector()->selectionPage()));
        list()->selectPeer(SyntheticMonitor::id(2));
        QTRY_VERIFY(fits(window->inspector()->peerPage()));
    }

    void severalSelectedPeersAreComparedInTheInspector()
    {
        list()->selectAll();
        QVERIFY(window->inspector()->plainText().contains(QStringLiteral("alpha")));
        QVERIFY(window->inspector()->plainText().contains(QStringLiteral("gamma")));
        QVERIFY(window->inspector()->plainText().contains(QStringLiteral("Peers: 3")));
    }

private:
    void add(quint32 number, const QString &name, const PeerLabels &labels)
    {
        const PeerId peer = SyntheticMonitor::id(number);
        application->book()->add(peer, SyntheticMonitor::settings(name), labels);
        application->book()->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
    }

    void open()
    {
        window = std::make_unique<MainWindow>(application.get());
        window->restoreLook();
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    [[nodiscard]] ListFeature *feature() const { return window->findChild<ListFeature *>(); }
    [[nodiscard]] PeerListView *list() const { return window->peerList(); }

    [[nodiscard]] EventLogPane *logPane() const { return window->findChild<EventLogPane *>(); }

    [[nodiscard]] bool hasFocus(const QWidget *pane) const
    {
        const QWidget *focus = window->focusWidget();
        return focus && (focus == pane || pane->isAncestorOf(focus));
    }

    static QAction *actionIn(const QMenu *menu, const QString &text)
    {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == text)
                return action;
            if (action->menu()) {
                if (QAction *inside = actionIn(action->menu(), text))
                    return inside;
            }
        }
        return nullptr;
    }

    SyntheticMonitor monitor;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

QTEST_MAIN(ListFeatureTest)
#include "tst_listfeature.moc"
