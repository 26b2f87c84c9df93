// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"
#include "items/peerlistmodel.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"
#include "widgets/peerlistview.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerListViewTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        source = std::make_unique<PeerListModel>(book.get());
        model = std::make_unique<PeerFilterModel>(source.get());
        view = std::make_unique<PeerListView>();
        view->setModel(model.get());
        for (quint32 number = 1; number <= 5; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book->add(peer, SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number)));
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer),
                          monitor.sample(peer, milliseconds(number))},
                         {}});
        }
        source->flush();
        view->resize(1000, 300);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    }

    void cleanup()
    {
        view.reset();
        model.reset();
        source.reset();
        book.reset();
    }

    void aClickSelectsAPeer()
    {
        QSignalSpy changed(view.get(), &PeerListView::selectedPeersChanged);
        click(2);
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(3)});
        QVERIFY(!changed.isEmpty());
    }

    void theKeyboardSelectsTheNextOne()
    {
        click(0);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(2)});
    }

    void severalCanBeSelectedAndTheCurrentOneComesFirst()
    {
        click(0);
        click(3, Qt::ControlModifier);
        QCOMPARE(view->selectedPeers(), (QList<PeerId>{SyntheticMonitor::id(4), SyntheticMonitor::id(1)}));
    }

    void theSelectionStaysWithItsPeerWhenRowsMove()
    {
        click(1);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(5), seconds(3))}, {}});
        source->flush();
        QCOMPARE(model->index(0, 0).data(PeerIdRole).toUInt(), 5U);
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(2)});
    }

    void aScreenReaderHearsStateAndFigures()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(list);
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Peers"));
        QAccessibleInterface *cell = list->tableInterface()->cellAt(0, 0);
        QVERIFY2(cell->text(QAccessible::Name).startsWith(QStringLiteral("OK")),
                 qPrintable(cell->text(QAccessible::Name)));
        QAccessibleInterface *trend = list->tableInterface()->cellAt(0, static_cast<int>(PeerColumn::Trend));
        QVERIFY2(trend->text(QAccessible::Name).contains(QStringLiteral("answers 1")),
                 qPrintable(trend->text(QAccessible::Name)));
    }

    void aScreenReaderHearsGroupsAndUnverifiedPeers()
    {
        file(1, QStringLiteral("prod"));
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("careless"));
        settings.url.setScheme(QStringLiteral("wss"));
        settings.tls.verify = false;
        book->update(SyntheticMonitor::id(2), settings, {});
        // Nobody listens in a test, so the view waits with its layout until it paints.
        static_cast<void>(view->grab());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QStringList heard;
        for (int row = 0; row < list->tableInterface()->rowCount(); ++row) {
            for (const PeerColumn c : {PeerColumn::State, PeerColumn::Name, PeerColumn::LastEnd}) {
                heard.append(
                    list->tableInterface()->cellAt(row, static_cast<int>(c))->text(QAccessible::Name));
            }
        }
        QVERIFY2(heard.contains(QStringLiteral("Group prod")), qPrintable(heard.join(QLatin1Char('|'))));
        QVERIFY(heard.contains(QStringLiteral("Verdict: 1 OK")));
        QVERIFY(heard.contains(QStringLiteral("careless, certificate not verified")));
    }

    void aTimeoutIsRedInTheTrend()
    {
        book->apply({{monitor.sample(SyntheticMonitor::id(1), seconds(3), PingOutcome::TimedOut)}, {}});
        source->flush();
        const QModelIndex cell = model->index(0, static_cast<int>(PeerColumn::Trend));
        const QImage picture = view->viewport()->grab(view->visualRect(cell)).toImage();
        int red = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                red += pixel.red() > 180 && pixel.green() < 90 && pixel.blue() < 110 ? 1 : 0;
            }
        }
        QVERIFY2(red > 15, qPrintable(QString::number(red)));
    }

    void groupsAreOpenUntilTheUserClosesThemAndThatIsKept()
    {
        file(1, QStringLiteral("prod"));
        file(2, QStringLiteral("prod"));
        view->setGrouped(true);
        const QModelIndex group = groupIndex(QStringLiteral("prod"));
        QVERIFY(view->isExpanded(group));
        view->setCurrentIndex(group);
        QTest::keyClick(view.get(), Qt::Key_Left);
        QVERIFY(!view->isExpanded(group));

        PeerListView another;
        another.setModel(model.get());
        another.restoreLook(view->saveLook());
        QVERIFY(!another.isExpanded(groupIndex(QStringLiteral("prod"))));
    }

    void aGroupThatComesBackFromAFilterIsOpenAgain()
    {
        file(1, QStringLiteral("prod"));
        model->setFilterText(QStringLiteral("nothing like it"));
        QCOMPARE(model->rowCount(), 0);
        model->setFilterText({});
        QVERIFY(view->isExpanded(groupIndex(QStringLiteral("prod"))));
    }

    void aSelectedGroupStandsForItsPeers()
    {
        file(1, QStringLiteral("prod"));
        file(2, QStringLiteral("prod"));
        const QPoint place = view->visualRect(groupIndex(QStringLiteral("prod")).siblingAtColumn(1)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(view->selectedPeers(), (QList<PeerId>{SyntheticMonitor::id(1), SyntheticMonitor::id(2)}));
        QCOMPARE(view->selectedGroup(), std::optional(QStringLiteral("prod")));
        click(0);
        QVERIFY(view->selectedGroup() || view->selectedPeers().size() == 1);
    }

    void columnsThatWereChosenOrderedAndSizedAreKept()
    {
        view->setColumnShown(PeerColumn::Jitter, true);
        view->setColumnShown(PeerColumn::Trend, false);
        view->header()->moveSection(view->header()->visualIndex(static_cast<int>(PeerColumn::Loss)), 1);
        view->setColumnWidth(static_cast<int>(PeerColumn::Name), 321);

        PeerListView another;
        another.resize(1600, 400);
        another.setModel(model.get());
        another.restoreLook(view->saveLook());
        QCOMPARE(another.shownColumns(), view->shownColumns());
        QCOMPARE(another.header()->visualIndex(static_cast<int>(PeerColumn::Loss)), 1);
        QCOMPARE(another.columnWidth(static_cast<int>(PeerColumn::Name)), 321);

        another.resetColumns();
        QVERIFY(!another.isColumnHidden(static_cast<int>(PeerColumn::Trend)));
        QCOMPARE(another.header()->visualIndex(static_cast<int>(PeerColumn::Loss)),
                 static_cast<int>(PeerColumn::Loss));
    }

    void whereThereIsNoRoomColumnsGiveWayAndTheVerdictIsSeen()
    {
        const auto isSeen = [this](PeerColumn c) { return !view->isColumnHidden(static_cast<int>(c)); };
        view->resize(1600, 400);
        QTRY_VERIFY(isSeen(PeerColumn::NextRetry) && isSeen(PeerColumn::P95) && isSeen(PeerColumn::Trend));
        const PeerColumns wanted = view->shownColumns();
        view->resize(600, 400);
        QTRY_VERIFY(!isSeen(PeerColumn::NextRetry));
        QVERIFY(isSeen(PeerColumn::State) && isSeen(PeerColumn::Name) && isSeen(PeerColumn::LastEnd));
        QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(view->shownColumns(), wanted); // the menu still has its tick

        // One that is asked for by name stays.
        view->setColumnShown(PeerColumn::NextRetry, true);
        QVERIFY(isSeen(PeerColumn::NextRetry));
        view->resize(1600, 400);
        QTRY_VERIFY(isSeen(PeerColumn::P95));

        PeerListView another;
        another.setModel(model.get());
        another.resize(600, 400);
        another.restoreLook(view->saveLook());
        QVERIFY(!another.isColumnHidden(static_cast<int>(PeerColumn::NextRetry)));
        QCOMPARE(another.shownColumns(), wanted);
    }

    void columnsThatTheUserSizedDoNotGiveWay()
    {
        view->resize(1600, 400);
        view->setColumnWidth(static_cast<int>(PeerColumn::Name), 400);
        view->resize(600, 400);
        QVERIFY(!view->isColumnHidden(static_cast<int>(PeerColumn::NextRetry)));
        QTRY_VERIFY(view->horizontalScrollBar()->maximum() > 0);
    }

    void aLookThatCannotBeReadChangesNothing()
    {
        const PeerColumns before = view->shownColumns();
        view->restoreLook(QByteArrayLiteral("rubbish"));
        view->restoreLook({});
        QCOMPARE(view->shownColumns(), before);
    }

    void typingFindsAPeerByItsName()
    {
        click(0);
        QTest::keyClicks(view.get(), QStringLiteral("peer-4"));
        QCOMPARE(view->selectedPeers(), QList<PeerId>{SyntheticMonitor::id(4)});
    }

    void everyStateFitsItsColumnWithItsAge_data()
    {
        QTest::addColumn<int>("health");
        for (int health = 0; health <= static_cast<int>(Health::Paused); ++health) {
            QTest::newRow(toWord(static_cast<Health>(health)).data()) << health;
        }
    }
    void everyStateFitsItsColumnWithItsAge()
    {
        QFETCH(int, health);
        QFont bold = view->font();
        bold.setWeight(QFont::Bold);
        const QFontMetrics metrics(bold);
        const int text = metrics.horizontalAdvance(Wording::health(static_cast<Health>(health))) +
                         metrics.horizontalAdvance(Wording::duration(seconds(3599)));
        QVERIFY(view->columnWidth(static_cast<int>(PeerColumn::State)) > text + metrics.height());
    }

private:
    void file(quint32 number, const QString &group)
    {
        const PeerId peer = SyntheticMonitor::id(number);
        book->update(peer, *book->settings(peer), {group, {}});
    }

    [[nodiscard]] QModelIndex groupIndex(const QString &name) const
    {
        return model->mapFromSource(source->indexOfGroup(name)).siblingAtColumn(0);
    }

    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint place = view->visualRect(model->index(row, 1)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, place);
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<PeerListModel> source;
    std::unique_ptr<PeerFilterModel> model;
    std::unique_ptr<PeerListView> view;
};

QTEST_MAIN(PeerListViewTest)
#include "tst_peerlistview.moc"
