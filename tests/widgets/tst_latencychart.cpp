// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerbook.h"
#include "items/seriessource.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/chartpane.h"
#include "widgets/latencychart.h"

#include <QSignalSpy>
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
        QCOMPARE(chart->drawnTimeouts(), 1);
        QTRY_VERIFY2(redPixels() > 40, qPrintable(QString::number(redPixels())));
    }

    void theFreezeButtonHoldsTheChartAndReleasesIt()
    {
        QSignalSpy live(chart, &LatencyChart::liveChanged);
        QTest::mouseClick(pane->freezeButton(), Qt::LeftButton);
        QVERIFY(!chart->isLive());
        QTest::mouseClick(pane->freezeButton(), Qt::LeftButton);
        QVERIFY(chart->isLive());
        QCOMPARE(live.size(), 2);
    }

    void theWheelZooms()
    {
        const microseconds before = chart->span();
        QWidget *plot = chart->findChildren<QWidget *>().constFirst();
        QWheelEvent wheel(QPointF(400, 120), plot->mapToGlobal(QPointF(400, 120)), {}, QPoint(0, 120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &wheel);
        QVERIFY(chart->span() < before);
    }

    void draggingToTheRightGoesBackInTimeAndFreezes()
    {
        QWidget *plot = chart->findChildren<QWidget *>().constFirst();
        QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(300, 100));
        QTest::mouseMove(plot, QPoint(400, 100));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(400, 100));
        QVERIFY(!chart->isLive());
        QVERIFY(pane->freezeButton()->isChecked());
    }

    void keysMoveAndZoom()
    {
        const microseconds before = chart->span();
        QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(chart->span() < before);
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(!chart->isLive());
        QTest::keyClick(chart, Qt::Key_End);
        QVERIFY(chart->isLive());
    }

    void aPeerThatIsRemovedLeavesTheChart()
    {
        book->remove(peer);
        QVERIFY(chart->peers().isEmpty());
        QCOMPARE(chart->drawnTimeouts(), 0);
    }

    void onlySoManyAreDrawn()
    {
        QList<PeerId> many;
        for (quint32 number = 1; number <= 20; ++number) {
            many.append(SyntheticMonitor::id(number));
        }
        pane->setPeers(many);
        QCOMPARE(chart->peers().size(), LatencyChart::mostPeers);
        QCOMPARE(pane->peers(), many);
    }

private:
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
