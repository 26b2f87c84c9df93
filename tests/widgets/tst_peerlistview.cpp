// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"
#include "items/peerlistmodel.h"
#include "past/seriessource.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/grouptimelines.h"
#include "widgets/chart/peercolors.h"
#include "widgets/chart/peertimelines.h"
#include "widgets/peerdelegate.h"
#include "widgets/peerlistview.h"
#include "widgets/statuslook.h"

#include <QAccessible>
#include <QHeaderView>
#include <QMouseEvent>
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
        timelines.reset();
        state.reset();
        series.reset();
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
        QAccessibleInterface *trend =
            list->tableInterface()->cellAt(0, static_cast<int>(PeerColumn::Timeline));
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
        // Nobody listens in a test, so the view delays its layout until it paints.
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
        QVERIFY(heard.contains(QStringLiteral("Why: 1 OK")));
        QVERIFY(heard.contains(QStringLiteral("careless, certificate not verified")));
    }

    void aTimeoutIsRedInTheTimeline()
    {
        showTimelines();
        book->apply({{monitor.sample(SyntheticMonitor::id(1), seconds(3), PingOutcome::TimedOut)}, {}});
        source->flush();
        timelines->advance();
        QVERIFY2(redPixels(rowOf(1)) > 15, qPrintable(QString::number(redPixels(rowOf(1)))));
        QCOMPARE(redPixels(rowOf(2)), 0);
    }

    void theTimelineTellsStateAndReasonUnderThePointer()
    {
        showTimelines();
        const PeerId peer = SyntheticMonitor::id(1);
        Verdict verdict;
        verdict.cause = Cause::Eof;
        verdict.initiator = Initiator::Peer;
        const WallTime end = monitor.now();
        book->apply({{monitor.ended(peer, verdict), monitor.state(peer, ConnectionState::Waiting)}, {}});
        monitor.advance(seconds(40));
        timelines->advance();
        const StateBand band = timelines->bands(peer, 300).back();
        const QString words = timelines->words(band, timelines->axis(300));
        QVERIFY2(words.contains(Formatter().briefDuration(seconds(40))), qPrintable(words));
        const QString tip = timelines->tipAt(peer, end + seconds(20));
        QVERIFY2(tip.startsWith(QStringLiteral("peer-1: Down")) &&
                     tip.contains(Wording::endSentence(verdict)),
                 qPrintable(tip));

        // A click asks what happened, a double click shows it with its surroundings.
        QSignalSpy wanted(view.get(), &PeerListView::happeningWanted);
        const QPoint place = placeOf(1, end + seconds(20));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.at(0).at(0).value<PeerId>() == peer);
        QVERIFY(wanted.at(0).at(1).value<WallTime>() == end);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(state->range().contains(end) && state->span() <= seconds(80));
    }

    void aGroupsTimelineSumsUpItsPeers()
    {
        for (quint32 number = 1; number <= 4; ++number)
            file(number, QStringLiteral("prod"));
        source->flush();
        showTimelines();
        GroupTimelines groups(timelines.get());
        const QList<PeerId> peers{SyntheticMonitor::id(1), SyntheticMonitor::id(2), SyntheticMonitor::id(3),
                                  SyntheticMonitor::id(4)};
        const QString name = QStringLiteral("prod");
        const auto move = [this](microseconds time) {
            monitor.advance(time);
            state->tick(400);
            timelines->advance();
        };
        const auto at = [&](WallTime moment) {
            const double x = timelines->axis(400).x(moment);
            const auto &stretches = groups.stretches(name, peers, 400);
            const auto its = std::find_if(stretches.cbegin(), stretches.cend(),
                                          [x](const auto &one) { return x >= one.left && x < one.right; });
            return its == stretches.cend() ? GroupTimelines::Stretch() : *its;
        };
        const WallTime begun = monitor.now();
        monitor.advance(seconds(60));
        const WallTime fell = monitor.now();
        Verdict verdict;
        verdict.cause = Cause::Reset;
        verdict.phase = DialPhase::Open;
        book->apply(
            {{monitor.ended(peers.first(), verdict), monitor.state(peers.first(), ConnectionState::Waiting)},
             {}});
        // Though it is dialled again and again, it is still down.
        monitor.advance(seconds(30));
        book->apply({{monitor.state(peers.first(), ConnectionState::Connecting)}, {}});
        move(seconds(30));
        QTRY_COMPARE(timelines->axis(400).range.to, monitor.now());
        QCOMPARE(at(begun + seconds(30)).watched, 4);
        QCOMPARE(at(begun + seconds(30)).down, 0);
        for (const int later : {15, 45}) {
            QCOMPARE(at(fell + seconds(later)).down, 1);
            QCOMPARE(at(fell + seconds(later)).watched, 4);
        }
        QCOMPARE(at(fell + seconds(15)).worst, Health::Waiting);
        QCOMPARE(at(begun - seconds(30)).watched, 0); // nothing was watched: blank
        const QString tip = groups.tipAt(name, peers, fell + seconds(15));
        QVERIFY2(tip.contains(QStringLiteral("1 of 4 down")) && tip.contains(QStringLiteral("peer-1")),
                 qPrintable(tip));
    }

    void pointingAtARowPointsAtItsPeerAndItsMomentEverywhere()
    {
        showTimelines();
        const WallTime moment = monitor.now() - seconds(100);
        const QPoint place = placeOf(3, moment);
        QMouseEvent move(QEvent::MouseMove, place, view->viewport()->mapToGlobal(place), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view->viewport(), &move);
        QVERIFY(state->pointed() == SyntheticMonitor::id(3));
        QVERIFY(state->crosshair().has_value());
        QVERIFY(std::chrono::abs(*state->crosshair() - moment) < seconds(3));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(view->viewport(), &leave);
        QVERIFY(!state->pointed() && !state->crosshair());
    }

    void aPeersColourIsThatOfItsLineWhateverIsSelected()
    {
        showTimelines();
        state->setPeers(book->peers());
        const auto place = state->colors()->placeOf(SyntheticMonitor::id(4));
        QVERIFY(place.has_value());
        state->setPeers({SyntheticMonitor::id(4)});
        QCOMPARE(state->colors()->placeOf(SyntheticMonitor::id(4)), place);
        const QModelIndex name = rowOf(4).siblingAtColumn(static_cast<int>(PeerColumn::Name));
        const QImage picture = view->viewport()->grab(view->visualRect(name)).toImage();
        const QColor wanted = StatusLook::seriesColor(*place, view->palette());
        bool found = false;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < 24; ++x)
                found |= picture.pixelColor(x, y) == wanted;
        QVERIFY(found);
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
        view->setColumnShown(PeerColumn::Timeline, false);
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
        QVERIFY(!another.isColumnHidden(static_cast<int>(PeerColumn::Timeline)));
        QCOMPARE(another.header()->visualIndex(static_cast<int>(PeerColumn::Loss)),
                 static_cast<int>(PeerColumn::Loss));
    }

    void whereThereIsNoRoomColumnsGiveWayAndTheVerdictIsSeen()
    {
        const auto isSeen = [this](PeerColumn c) { return !view->isColumnHidden(static_cast<int>(c)); };
        view->resize(1600, 400);
        QTRY_VERIFY(isSeen(PeerColumn::Median) && isSeen(PeerColumn::P95) && isSeen(PeerColumn::Timeline));
        const PeerColumns wanted = view->shownColumns();
        view->resize(600, 400);
        QTRY_VERIFY(!isSeen(PeerColumn::Median));
        QVERIFY(isSeen(PeerColumn::State) && isSeen(PeerColumn::Name) && isSeen(PeerColumn::Timeline) &&
                isSeen(PeerColumn::LastEnd));
        QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(view->shownColumns(), wanted); // the menu still has its tick

        // A column requested explicitly stays.
        view->setColumnShown(PeerColumn::Median, true);
        QVERIFY(isSeen(PeerColumn::Median));
        view->resize(1600, 400);
        QTRY_VERIFY(isSeen(PeerColumn::P95));

        PeerListView another;
        another.setModel(model.get());
        another.resize(600, 400);
        another.restoreLook(view->saveLook());
        QVERIFY(!another.isColumnHidden(static_cast<int>(PeerColumn::Median)));
        QCOMPARE(another.shownColumns(), wanted);
    }

    void columnsThatTheUserSizedDoNotGiveWay()
    {
        view->resize(1600, 400);
        view->setColumnWidth(static_cast<int>(PeerColumn::Name), 400);
        view->resize(600, 400);
        QVERIFY(!view->isColumnHidden(static_cast<int>(PeerColumn::Median)));
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
        for (const Health health : allHealths)
            QTest::newRow(toWord(health).data()) << static_cast<int>(health);
    }
    void everyStateFitsItsColumnWithItsAge()
    {
        QFETCH(int, health);
        // Trouble is bold; dialling does not last long.
        const bool trouble = StatusLook::isTrouble(static_cast<Health>(health));
        QFont font = view->font();
        font.setWeight(trouble ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        const nanoseconds age =
            static_cast<Health>(health) == Health::Connecting ? seconds(9) : seconds(3480);
        const int text = metrics.horizontalAdvance(Wording::health(static_cast<Health>(health))) +
                         static_cast<int>(metrics.horizontalAdvance(Formatter().briefDuration(age)) * 0.92);
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

    void showTimelines()
    {
        series = std::make_unique<SeriesSource>(book.get());
        state = std::make_unique<ChartState>(series.get());
        timelines = std::make_unique<PeerTimelines>(state.get());
        view->setTimelines(timelines.get());
    }

    [[nodiscard]] QModelIndex rowOf(quint32 number) const
    {
        return model->mapFromSource(source->indexOf(SyntheticMonitor::id(number)));
    }

    /// The position of that moment in the peer's timeline.
    [[nodiscard]] QPoint placeOf(quint32 number, WallTime moment) const
    {
        const QRect cell =
            view->visualRect(rowOf(number).siblingAtColumn(static_cast<int>(PeerColumn::Timeline)));
        const QRect area = PeerDelegate::timelineArea(cell);
        return {area.left() + static_cast<int>(timelines->axis(area.width()).x(moment)), area.center().y()};
    }

    [[nodiscard]] int redPixels(const QModelIndex &row) const
    {
        const QModelIndex cell = row.siblingAtColumn(static_cast<int>(PeerColumn::Timeline));
        const QImage picture = view->viewport()->grab(view->visualRect(cell)).toImage();
        int red = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                red += pixel.red() > 180 && pixel.green() < 90 && pixel.blue() < 110 ? 1 : 0;
            }
        }
        return red;
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
    std::unique_ptr<SeriesSource> series;
    std::unique_ptr<ChartState> state;
    std::unique_ptr<PeerTimelines> timelines;
    std::unique_ptr<PeerListView> view;
};

QTEST_MAIN(PeerListViewTest)
#include "tst_peerlistview.moc"
