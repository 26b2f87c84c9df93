// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/notebook.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"
#include "widgets/chart/chartactions.h"
#include "widgets/chart/chartcontrols.h"
#include "widgets/chart/chartlegend.h"
#include "widgets/chart/feedview.h"
#include "widgets/chart/flaglane.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/chart/histogramview.h"
#include "widgets/chart/latencyaxisdialog.h"
#include "widgets/chart/latencyfit.h"
#include "widgets/chart/rangedialog.h"
#include "widgets/chart/rangepanel.h"
#include "widgets/chart/splitview.h"
#include "widgets/chart/timeruler.h"
#include "widgets/chartpane.h"
#include "widgets/latencychart.h"

#include <QAccessible>
#include <QAction>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QNativeGestureEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class LatencyChartTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("edge")));
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        for (int i = 0; i < 60; ++i) {
            monitor.advance(1s);
            book->apply({{monitor.sample(peer, milliseconds(20))}, {}});
        }
        source = std::make_unique<SeriesSource>(book.get());
        pane = std::make_unique<ChartPane>(source.get());
        chart = pane->chart();
        pane->setPeers({peer});
        pane->resize(900, 320);
        pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(pane.get()));
    }

    void cleanup()
    {
        pane.reset();
        source.reset();
        book.reset();
    }

    void aTimeoutIsMarkedInRed()
    {
        QCOMPARE(redPixels(), 0);
        book->apply({{monitor.sample(peer, seconds(3), PingOutcome::TimedOut)}, {}});
        chart->refresh();
        QCOMPARE(chart->drawn().timeouts, 1);
        QTRY_VERIFY2(redPixels() > 40, qPrintable(QString::number(redPixels())));
    }

    void theFreezeButtonHoldsTheChartAndReleasesIt()
    {
        QSignalSpy live(state(), &ChartState::liveChanged);
        QTest::mouseClick(pane->controls()->freezeButton(), Qt::LeftButton);
        QVERIFY(!state()->isLive());
        QTest::mouseClick(pane->controls()->freezeButton(), Qt::LeftButton);
        QVERIFY(state()->isLive());
        QCOMPARE(live.size(), 2);
    }

    void theWheelZoomsAroundThePointer()
    {
        state()->setLive(false);
        const microseconds before = state()->span();
        const WallTime under = chart->axis().moment(400);
        turnWheel({0, 120});
        QVERIFY(state()->span() < before);
        QVERIFY(std::abs(chart->axis().x(under) - 400) < 1.5);
    }

    void fingersOnATouchpadMoveSideways()
    {
        turnWheel({120, 0});
        QVERIFY(!state()->isLive());
    }

    void fingersThatBeganSidewaysDoNotZoom()
    {
        state()->setLive(false);
        const microseconds span = state()->span();
        const WallTime to = state()->range().to;
        touch({40, 3}, {20, 1}, Qt::ScrollBegin);
        touch({10, 30}, {5, 15}, Qt::ScrollUpdate); // the fingers slip
        touch({30, 2}, {15, 1}, Qt::ScrollUpdate);
        touch({0, 0}, {0, 0}, Qt::ScrollEnd);
        touch({8, 0}, {4, 0}, Qt::ScrollMomentum); // gliding on
        QCOMPARE(state()->span(), span);
        const double pixels = chart->axis().width() * toSeconds(to - state()->range().to) / toSeconds(span);
        QVERIFY2(std::abs(pixels - 44) < 0.5, qPrintable(QString::number(pixels)));
    }

    void fingersThatBeganUpwardsZoomSmoothlyAndStopWhereTheyLift()
    {
        state()->setLive(false);
        const WallTime under = chart->axis().moment(400);
        touch({0, 6}, {0, 3}, Qt::ScrollBegin);
        double last = toSeconds(state()->span());
        for (int i = 0; i < 20; ++i) {
            touch({9, 6}, {4, 3}, Qt::ScrollUpdate);
            const double now = toSeconds(state()->span());
            QVERIFY(now < last && now > last * 0.98); // without jumps
            QVERIFY(std::abs(chart->axis().x(under) - 400) < 1.5);
            last = now;
        }
        touch({0, 0}, {0, 0}, Qt::ScrollEnd);
        touch({0, 60}, {0, 30}, Qt::ScrollMomentum);
        QCOMPARE(toSeconds(state()->span()), last);
    }

    void aTouchpadThatTellsPixelsOnlyZoomsToo()
    {
        const microseconds before = state()->span();
        touch({0, 0}, {0, 20}, Qt::ScrollBegin);
        QVERIFY(state()->span() < before);
    }

    void draggingToTheRightGoesBackInTimeAndFreezes()
    {
        const WallTime before = state()->range().to;
        drag({300, 60}, {400, 60}, Qt::NoModifier);
        QVERIFY(!state()->isLive());
        QVERIFY(state()->range().to < before);
        QVERIFY(pane->controls()->freezeButton()->isChecked());
        QVERIFY(!state()->mark());
    }

    void draggingWithShiftMarksARangeAndShowsItsFigures()
    {
        state()->setSpan(1min);
        drag({200, 60}, {800, 60}, Qt::ShiftModifier);
        QVERIFY(state()->isLive());
        QVERIFY(state()->mark().has_value());
        QVERIFY(pane->rangePanel()->isVisible());
        QTRY_VERIFY(pane->rangePanel()->table()->item(0, 1)->text().toInt() > 10);
        QVERIFY(pane->rangePanel()->table()->item(0, 4)->text().startsWith(QStringLiteral("20")));
        QVERIFY(pane->rangePanel()->text().contains(QStringLiteral("edge\t")));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(!state()->mark());
        QVERIFY(!pane->rangePanel()->isVisible());
    }

    void keysMoveAndZoom()
    {
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        chart->setFocus();
        const microseconds before = state()->span();
        QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(state()->span() < before);
        QTest::keyClick(chart, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(!state()->isLive());
        QTest::keyClick(chart, Qt::Key_End);
        QVERIFY(state()->isLive());
        QTest::keyClick(chart, Qt::Key_PageUp);
        QVERIFY(!state()->isLive());
        QTest::keyClick(chart, Qt::Key_4);
        QVERIFY(state()->span() == 15min);
    }

    void arrowsMoveTheCrosshairFromPingToPingAndSayWhatIsThere()
    {
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(state()->crosshair().has_value());
        const WallTime newest = *state()->crosshair();
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(*state()->crosshair() == newest - 1s);
        const quint32 before = book->record(peer)->lastSample()->seq - 1;
        QVERIFY2(chart->accessibleDescription().contains(QStringLiteral("ping %1").arg(before)),
                 qPrintable(chart->accessibleDescription()));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(!state()->crosshair());
    }

    void screenReadersReadAndSetTheCrosshair()
    {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(chart);
        QVERIFY(face && face->valueInterface());
        QCOMPARE(face->role(), QAccessible::Chart);
        QVERIFY(face->text(QAccessible::Value).isEmpty());
        QTest::keyClick(chart, Qt::Key_Left);
        const QString text = face->text(QAccessible::Value);
        QVERIFY2(text.contains(QStringLiteral("edge: 20")), qPrintable(text));

        QAccessibleValueInterface *value = face->valueInterface();
        QCOMPARE(value->minimumValue().toDouble(), 0.0);
        QCOMPARE(value->maximumValue().toDouble(), toSeconds(state()->span()));
        state()->setLive(false);
        value->setCurrentValue(30.0);
        QVERIFY(*state()->crosshair() == state()->range().from + 30s);
        QCOMPARE(value->currentValue().toDouble(), 30.0);
        value->setCurrentValue(1e9);
        QVERIFY(*state()->crosshair() == state()->range().to);
    }

    void aStretchInWhichTheMachineSleptIsShownAsSuch()
    {
        monitor.advance(60s);
        book->apply({{ConnectionEvent{peer, 1, monitor.now(), Suspended{60s}}}, {}});
        state()->tick(1000);
        chart->refresh();
        QCOMPARE(chart->drawn().gaps, 1);
    }

    void outliersAreCutOffAndMarkedWhenWanted()
    {
        book->apply({{monitor.sample(peer, 4s, PingOutcome::Slow)}, {}});
        state()->setClipping(true);
        chart->refresh();
        QTRY_COMPARE(chart->drawn().clipped, 1);
        QCOMPARE(chart->drawn().clippedLabels, 1); // nothing is hidden: its value is shown
        state()->setClipping(false);
        chart->refresh();
        QTRY_COMPARE(chart->drawn().clipped, 0);
    }

    void theButtonsTellTheScaleFromTheStart()
    {
        QVERIFY(state()->isClipping());
        QVERIFY(pane->actionsOfChart()->clipping->isChecked());
        QVERIFY(pane->actionsOfChart()->automaticScale->isChecked());
    }

    void theScaleBecomesLogarithmicWherePeersAreFarApart()
    {
        addPeer(QStringLiteral("far"), 5s);
        chart->refresh();
        QVERIFY(state()->isLogarithmic());
        QVERIFY(state()->isScaleAutomatic());
        QTest::keyClick(chart, Qt::Key_G); // the user's choice remains
        chart->refresh();
        QVERIFY(!state()->isLogarithmic());
        QVERIFY(!state()->isScaleAutomatic());
        QTest::keyClick(chart, Qt::Key_A);
        chart->refresh();
        QVERIFY(state()->isLogarithmic());
        pane->setPeers({peer});
        chart->refresh();
        QVERIFY(!state()->isLogarithmic());
    }

    void whoIsPointedAtStandsOutAndNobodyElse()
    {
        const PeerId other = SyntheticMonitor::id(2);
        book->add(other, SyntheticMonitor::settings(QStringLiteral("other")));
        book->apply({{monitor.state(other, ConnectionState::Open), monitor.opened(other)}, {}});
        for (int i = 0; i < 30; ++i) {
            monitor.advance(1s);
            book->apply({{monitor.sample(peer, 20ms), monitor.sample(other, 90ms)}, {}});
        }
        pane->setPeers({peer, other});
        pane->resize(1500, 320);
        state()->setSpan(1min);
        state()->tick(1000);
        chart->refresh();
        // The line at 90 ms is higher than that at 20 ms.
        std::optional<PeerId> first;
        std::optional<PeerId> last;
        const double x = chart->axis().x(monitor.now() - 10s);
        for (int y = 0; y < chart->height(); ++y) {
            if (const auto found = chart->peerAt(QPointF(x, y))) {
                first = first ? first : found;
                last = found;
            }
        }
        QVERIFY(first == other);
        QVERIFY(last == peer);

        auto *legend = pane->findChild<ChartLegend *>();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        legend->setFocus();
        static_cast<void>(legend->grab());
        QTest::keyClick(legend, Qt::Key_Right);
        QVERIFY(state()->pointed() == peer);
        QCOMPARE(legend->accessibleDescription(), QStringLiteral("edge"));
        QTest::keyClick(legend, Qt::Key_Right);
        QVERIFY(state()->pointed() == other);
    }

    void aChartOfNothingHasNoAxisAndSaysWhatIsToCome()
    {
        const PeerId young = SyntheticMonitor::id(3);
        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("young"));
        settings.keepalive.interval = 20s;
        settings.keepalive.firstPing = FirstPing::Interval;
        book->add(young, settings);
        pane->setPeers({young});
        chart->refresh();
        QCOMPARE(chart->emptyHint(), QStringLiteral("Nothing measured yet: not connected."));
        book->apply({{monitor.state(young, ConnectionState::Open), monitor.opened(young)}, {}});
        monitor.advance(3s);
        chart->refresh();
        QCOMPARE(chart->emptyHint(), QStringLiteral("First ping within %1.").arg(Formatter().age(17s)));
    }

    void anAxisThatIsFixedHoldsStillAndThresholdsAreKept()
    {
        state()->setFixedScale(std::pair(0.0, 500.0));
        state()->setThresholds({250, 100, 100});
        QCOMPARE(state()->thresholds(), (QList<double>{100, 250}));
        chart->refresh();
        QCOMPARE(chart->scale().upper, 500.0);
        ChartPane another(source.get());
        another.restoreLook(pane->saveLook());
        QVERIFY(another.state()->fixedScale() == std::pair(0.0, 500.0));
        QCOMPARE(another.state()->thresholds(), (QList<double>{100, 250}));
        state()->setFixedScale(std::nullopt);
        chart->refresh();
        QVERIFY(chart->scale().upper != 500.0);
    }

    void aRangeIsTypedFromWhenToWhen()
    {
        pane->actionsOfChart()->pickRange->trigger();
        auto *dialog = pane->findChild<RangeDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<seconds>(monitor.now() - 50h).time_since_epoch().count() * 1000);
        dialog->fromField()->setDateTime(from);
        dialog->toField()->setDateTime(from.addSecs(-5));
        const auto *show = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!show->isEnabled());
        dialog->toField()->setDateTime(from.addSecs(3600));
        QVERIFY(show->isEnabled());
        dialog->accept();
        QVERIFY(!state()->isLive());
        QCOMPARE(state()->span(), microseconds(3600s));
        QCOMPARE(state()->range().from.time_since_epoch().count() / 1000, from.toMSecsSinceEpoch());
    }

    void thresholdsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isList");
        QTest::addColumn<QString>("again");
        QTest::newRow("nothing") << QString() << true << QString();
        QTest::newRow("one without a unit") << QStringLiteral("100") << true << QStringLiteral("100 ms");
        QTest::newRow("several") << QStringLiteral("100 ms, 1.5 s;250ms") << true
                                 << QStringLiteral("100 ms, 1500 ms, 250 ms");
        QTest::newRow("a word") << QStringLiteral("soon") << false << QString();
        QTest::newRow("zero") << QStringLiteral("0 ms") << false << QString();
        QTest::newRow("another unit") << QStringLiteral("3 min") << false << QString();
    }
    void thresholdsAreReadAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QFETCH(bool, isList);
        QFETCH(QString, again);
        const auto read = LatencyAxisDialog::readThresholds(text);
        QCOMPARE(read.has_value(), isList);
        QCOMPARE(LatencyAxisDialog::thresholdText(read.value_or(QList<double>())), again);
    }

    void whereThereIsLittleRoomTheViewsAreAMenu()
    {
        const auto shown = [this] {
            int buttons = 0;
            for (const QToolButton *button : pane->controls()->findChildren<QToolButton *>())
                buttons += button->isVisible() ? 1 : 0;
            return buttons;
        };
        pane->resize(1100, 400);
        QTRY_VERIFY(shown() >= 7);
        pane->resize(420, 400);
        QTRY_VERIFY(shown() <= 3);
        QCOMPARE(pane->width(), 420);
    }

    void networkAndPeerDrawsAWholeDay()
    {
        // More than memory keeps one by one.
        constexpr auto day = std::chrono::hours(24);
        constexpr auto step = seconds(5);
        const PeerId young = SyntheticMonitor::id(3);
        book->add(young, SyntheticMonitor::settings(QStringLiteral("young")));
        book->apply({{monitor.state(young, ConnectionState::Open), monitor.opened(young)}, {}});
        for (microseconds passed{0}; passed < day; passed += step * 100) {
            Batch batch;
            for (int i = 0; i < 100; ++i) {
                monitor.advance(step);
                PingSample sample = monitor.sample(young, milliseconds(10));
                sample.tcpRtt = milliseconds(4);
                batch.items.emplace_back(sample);
            }
            book->apply(batch);
        }
        pane->setPeers({young});
        pane->setView(ChartPane::View::Split);
        state()->setSpan(day);
        state()->setLive(true);
        const auto *split = pane->findChild<SplitView *>();
        QTRY_VERIFY(!split->points(0).empty() &&
                    split->points(0).back().at > monitor.now() - std::chrono::minutes(5));
        const auto &points = split->points(0);
        QVERIFY(points.front().at < monitor.now() - day + std::chrono::minutes(30));
        for (size_t i = 1; i < points.size(); ++i)
            QVERIFY(points[i].at - points[i - 1].at < std::chrono::minutes(5)); // no gap between the two
        QCOMPARE(points.front().network, 4.0);
        QCOMPARE(points.front().peer, 6.0);
    }

    void theLegendNamesAllPeersOnSeveralLinesWhereThePaneIsHigh()
    {
        QList<PeerId> many{peer};
        for (quint32 number = 2; number <= 9; ++number) {
            many.append(SyntheticMonitor::id(number));
            book->add(many.constLast(),
                      SyntheticMonitor::settings(QStringLiteral("peer number %1").arg(number)));
        }
        pane->resize(1000, 600);
        pane->setPeers(many);
        const auto *legend = pane->findChild<ChartLegend *>();
        QTRY_VERIFY(legend->height() > legend->lineHeight());
        QTRY_COMPARE(legend->counted(), 0);
        pane->setPeers({peer});
        QTRY_COMPARE(legend->height(), legend->lineHeight());
    }

    void theLegendCountsWhatItHasNoRoomFor()
    {
        pane->resize(pane->width(), 300);
        QList<PeerId> many{peer};
        for (quint32 number = 2; number <= 9; ++number) {
            many.append(SyntheticMonitor::id(number));
            book->add(many.constLast(),
                      SyntheticMonitor::settings(QStringLiteral("peer number %1").arg(number)));
        }
        pane->setPeers(many);
        const auto *legend = pane->findChild<ChartLegend *>();
        QTRY_VERIFY(legend->counted() > 0);
        QVERIFY(legend->counted() < 9);
    }

    void aPinchZooms()
    {
        const microseconds before = state()->span();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
                                  QPointF(400, 60), QPointF(400, 60), QPointF(400, 60), 0.25, QPointF());
        QCoreApplication::sendEvent(chart, &pinch);
        QVERIFY(state()->span() < before);
    }

    void aFrozenChartSaysHowFarItIsBehind()
    {
        pane->controls()->freezeButton()->click();
        monitor.advance(180s);
        QTRY_VERIFY2(pane->controls()->freezeButton()->text().contains(Formatter().briefDuration(180s)),
                     qPrintable(pane->controls()->freezeButton()->text()));
        QTest::keyClick(chart, Qt::Key_End);
        QVERIFY(!pane->controls()->freezeButton()->text().contains(Formatter().briefDuration(180s)));
    }

    void theRulerNamesTheDayThatIsNotToday()
    {
        const auto *ruler = pane->findChild<TimeRuler *>();
        QVERIFY(ruler->day().isEmpty());
        state()->show({monitor.now() - 50h, monitor.now() - 49h});
        QVERIFY(!ruler->day().isEmpty());
    }

    void manyPingsAreABandWithAtMostTwoPointsAPixel()
    {
        for (int i = 0; i < 20'000; ++i) {
            monitor.advance(1s);
            book->apply({{monitor.sample(peer, milliseconds(20 + i % 9))}, {}});
        }
        state()->setSpan(5h);
        state()->setLive(true);
        chart->refresh();
        QCOMPARE(chart->drawn().bands, 1);
        QVERIFY(chart->drawn().points <= 2 * chart->axis().width());
    }

    void nothingIsPaintedWhileNothingChanges()
    {
        state()->setLive(false);
        QTRY_VERIFY(chart->drawn().replots > 0);
        QCoreApplication::processEvents();
        const int before = chart->drawn().replots;
        chart->refresh();
        QCoreApplication::processEvents();
        QCOMPARE(chart->drawn().replots, before);
    }

    void theOtherViewsShowTheSamePings()
    {
        pane->setView(ChartPane::View::HeatMap);
        QTRY_COMPARE(pane->heatMap()->drawnCount(), quint64(60));
        pane->setView(ChartPane::View::Distribution);
        QTRY_COMPARE(pane->histogram()->drawnCount(), quint64(60));
        pane->setView(ChartPane::View::Split);
        QVERIFY(pane->split()->isVisible());
    }

    void anEndIsAFlagWithItsSentence()
    {
        Verdict verdict;
        verdict.cause = Cause::Eof;
        verdict.initiator = Initiator::Peer;
        book->apply({{monitor.ended(peer, verdict)}, {}});
        monitor.advance(1s);
        state()->tick(1000);
        pane->flags()->refresh();
        QCOMPARE(pane->flags()->groups().size(), size_t(1));
        const QString tip = pane->flags()->tipAt(QPointF(pane->flags()->groups().front().x + 4, 5));
        QVERIFY2(tip.contains(QStringLiteral("edge")), qPrintable(tip));
        QTest::keyClick(chart, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(*state()->crosshair() == monitor.now() - 1s);
        QCOMPARE(chart->accessibleDescription(), tip);
    }

    void aNoteIsAFlagToo()
    {
        Notebook notebook;
        pane->setNotebook(&notebook);
        QSignalSpy wanted(pane.get(), &ChartPane::noteWanted);
        pane->actionsOfChart()->addNote->trigger();
        QCOMPARE(wanted.size(), 1);
        notebook.add({0, wanted.at(0).at(0).value<WallTime>() - 5s, {}, QStringLiteral("<b>deployed</b>")});
        pane->flags()->refresh();
        QCOMPARE(pane->flags()->groups().size(), size_t(1));
        QVERIFY(pane->flags()->groups().front().hasNote());
        pane->setNotebook(nullptr);
    }

    void theLookIsKept()
    {
        pane->setView(ChartPane::View::HeatMap);
        state()->setSpan(6h);
        state()->setLogarithmic(true);
        const QByteArray look = pane->saveLook();
        ChartPane other(source.get());
        other.restoreLook(look);
        QVERIFY(other.view() == ChartPane::View::HeatMap);
        QVERIFY(other.state()->span() == 6h);
        QVERIFY(other.state()->isLogarithmic());
        other.restoreLook("not a look");
        QVERIFY(other.view() == ChartPane::View::Latency);
    }

    void aPeerThatIsRemovedLeavesTheChart()
    {
        book->remove(peer);
        QVERIFY(state()->peers().isEmpty());
        chart->refresh();
        QCOMPARE(chart->drawn().timeouts, 0);
    }

    void onlySoManyAreDrawn()
    {
        QList<PeerId> many;
        for (quint32 number = 1; number <= 30; ++number)
            many.append(SyntheticMonitor::id(number));
        pane->setPeers(many);
        QCOMPARE(state()->peers().size(), ChartState::mostPeers);
        QCOMPARE(pane->peers(), many);
    }

    void theFeedHasAViewOfItsOwn()
    {
        pane->setView(ChartPane::View::Feed);
        pane->feed()->refresh();
        QVERIFY(pane->feed()->spans(0).empty());
        QCOMPARE(pane->feed()->figures(0), QStringLiteral("Its profile waits for no messages."));
        for (int i = 1; i <= 30; ++i) {
            monitor.advance(1s);
            book->apply({{ConnectionEvent{peer, 1, monitor.now(),
                                          FeedSeen{static_cast<quint64>(i) * 5, monitor.now()}}},
                         {}});
        }
        monitor.advance(1s);
        pane->state()->tick(600);
        pane->feed()->refresh();
        quint64 messages = 0;
        for (const FeedSpan &span : pane->feed()->spans(0)) {
            QVERIFY(span.width <= 5s);
            messages += span.messages;
        }
        QCOMPARE(messages, quint64(150));
        QVERIFY2(pane->feed()->figures(0).contains(QStringLiteral("/s on average; the last message came 1")),
                 qPrintable(pane->feed()->figures(0)));
        // The crosshair reads out the rate, not the nearest ping.
        state()->setCrosshair(monitor.now() - 10s);
        QVERIFY2(pane->feed()->readout().lines.first().text.endsWith(QStringLiteral(": 5/s")),
                 qPrintable(pane->feed()->readout().spoken()));
        state()->setCrosshair(monitor.now() - 45s);
        QVERIFY2(pane->feed()->readout().lines.first().text.contains(QStringLiteral("no message")),
                 qPrintable(pane->feed()->readout().spoken()));
        // A saved look is restored.
        const QByteArray look = pane->saveLook();
        pane->setView(ChartPane::View::Latency);
        pane->restoreLook(look);
        QCOMPARE(pane->view(), ChartPane::View::Feed);
    }

private:
    [[nodiscard]] ChartState *state() const { return pane->state(); }

    void touch(QPoint angle, QPoint pixels, Qt::ScrollPhase phase)
    {
        const QPointF place(400, 60);
        QWheelEvent wheel(place, chart->mapToGlobal(place), pixels, angle, Qt::NoButton, Qt::NoModifier,
                          phase, false);
        QCoreApplication::sendEvent(chart, &wheel);
    }

    void turnWheel(QPoint angle)
    {
        const QPointF place(400, 60);
        QWheelEvent wheel(place, chart->mapToGlobal(place), {}, angle, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart, &wheel);
    }

    void addPeer(const QString &name, nanoseconds latency)
    {
        const PeerId added = SyntheticMonitor::id(2);
        book->add(added, SyntheticMonitor::settings(name));
        book->apply({{monitor.state(added, ConnectionState::Open), monitor.opened(added)}, {}});
        for (int i = 0; i < 10; ++i) {
            monitor.advance(1s);
            book->apply({{monitor.sample(added, latency)}, {}});
        }
        pane->setPeers({peer, added});
        state()->tick(1000);
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
    {
        QTest::mousePress(chart, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(chart, (from + to) / 2);
        QTest::mouseMove(chart, to);
        QTest::mouseRelease(chart, Qt::LeftButton, modifiers, to);
    }

    [[nodiscard]] int redPixels() const
    {
        const QImage picture = chart->grab().toImage();
        int red = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                red += pixel.red() > 180 && pixel.green() < 60 && pixel.blue() < 80 ? 1 : 0;
            }
        }
        return red;
    }

    const PeerId peer = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<SeriesSource> source;
    std::unique_ptr<ChartPane> pane;
    LatencyChart *chart = nullptr;
};

QTEST_MAIN(LatencyChartTest)
#include "tst_latencychart.moc"
