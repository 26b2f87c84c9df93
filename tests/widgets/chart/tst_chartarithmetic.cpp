// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/chart/chartflags.h"
#include "widgets/chart/clippedmarks.h"
#include "widgets/chart/incident.h"
#include "widgets/chart/latencybins.h"
#include "widgets/chart/latencyfit.h"
#include "widgets/chart/splitseries.h"
#include "widgets/chart/statebands.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <numeric>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

const WallTime start = WallTime(1'700'000'000s); // 2023-11-14 22:13:20 UTC

StateSpan span(seconds from, seconds to, Health health)
{
    return {start + from, start + to, health, ConnectionState::Open};
}

PingSample ping(seconds at, milliseconds rtt, std::optional<nanoseconds> tcp)
{
    PingSample sample;
    sample.connection = 1;
    sample.sentAt = start + at;
    sample.rtt = rtt;
    sample.tcpRtt = tcp;
    return sample;
}

} // namespace

/// What the chart computes before anything is drawn.
class ChartArithmeticTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void momentsAndPixelsAreEachOthersInverse()
    {
        const ChartAxis axis{{start, start + 100s}, 50, 250};
        QCOMPARE(axis.x(start), 50.0);
        QCOMPARE(axis.x(start + 50s), 150.0);
        QVERIFY(axis.moment(250) == start + 100s);
        QVERIFY(axis.reach(2) == 1s);
    }

    void ticksAreRoundMoments_data()
    {
        QTest::addColumn<int>("span");
        QTest::addColumn<QString>("first");
        QTest::newRow("a minute") << 60 << QStringLiteral("22:13:20");
        QTest::newRow("an hour") << 3600 << QStringLiteral("22:20");
        QTest::newRow("a day") << 86400 << QStringLiteral("15 Nov");
        QTest::newRow("ten years") << 315532800 << QStringLiteral("15 Apr");
    }
    void ticksAreRoundMoments()
    {
        QFETCH(int, span);
        QFETCH(QString, first);
        const auto ticks =
            chartTicks({start, start + seconds(span)}, 10, Formatter(QLocale::c(), QTimeZone::utc()));
        QVERIFY(!ticks.empty());
        QVERIFY(ticks.size() <= 10);
        QCOMPARE(ticks.front().text, first);
    }

    void ticksStayOnTheClockWhereItIsPutBackAndOverMidnight()
    {
        const QTimeZone berlin("Europe/Berlin");
        QVERIFY(berlin.isValid());
        const auto texts = [&berlin](const QDateTime &from, seconds span, int most) {
            const WallTime begin{milliseconds(from.toMSecsSinceEpoch())};
            QStringList result;
            for (const ChartTick &tick :
                 chartTicks({begin, begin + span}, most, Formatter(QLocale::c(), berlin)))
                result.append(tick.text);
            return result.join(QLatin1Char(' '));
        };
        // At three o'clock it is two o'clock again.
        const QDateTime night(QDate(2026, 10, 25), QTime(0, 30), berlin);
        QCOMPARE(texts(night, 6h, 7), QStringLiteral("01:00 02:00 CEST 02:00 CET 03:00 04:00 05:00"));
        // The half hour occurs twice, and is told apart.
        const QDateTime halves(QDate(2026, 10, 25), QTime(1, 40), berlin);
        QCOMPARE(texts(halves, 150min, 6), QStringLiteral("02:00 CEST 02:30 CEST 02:00 CET 02:30 CET 03:00"));
        // In spring there is no half past two.
        const QDateTime spring(QDate(2026, 3, 29), QTime(1, 10), berlin);
        QCOMPARE(texts(spring, 2h, 6), QStringLiteral("01:30 03:00 03:30 04:00"));
        const QDateTime late(QDate(2026, 6, 1), QTime(23, 59, 30), berlin);
        QCOMPARE(texts(late, 60s, 7), QStringLiteral("23:59:30 23:59:40 23:59:50 2 Jun 00:00:10 00:00:20"));
    }

    void clippingCutsASingleOutlierOffAndNothingElse()
    {
        LatencyScaleFitter fitter;
        for (int i = 0; i < 100; ++i)
            fitter.add(10);
        fitter.add(5000);
        QVERIFY(fitter.fit(false, false).upper >= 5000);
        const LatencyScale clipped = fitter.fit(false, true);
        QVERIFY2(clipped.upper >= 20 && clipped.upper <= 30, qPrintable(QString::number(clipped.upper)));
    }

    void clippingCutsNoPeerOff()
    {
        LatencyScaleFitter fitter;
        for (int peer = 0; peer < 30; ++peer) {
            fitter.beginSeries();
            for (int i = 0; i < 100; ++i)
                fitter.add(peer == 7 ? 300 : 0.2);
        }
        QVERIFY(fitter.fit(false, true).upper >= 300); // although fewer than 5 % of the pings are that slow
    }

    void theSlowestOfBucketsDoNotTellWhatIsUsual()
    {
        LatencyScaleFitter fitter;
        for (int i = 0; i < 100; ++i) {
            fitter.add(20);
            fitter.addHigh(i % 4 == 0 ? 300 : 25);
        }
        QVERIFY(fitter.fit(false, false).upper >= 300);
        QVERIFY(fitter.fit(false, true).upper <= 60);
    }

    void ofManyMarksThatAreCutOffTheLargestHaveTheirValue()
    {
        QImage paper(600, 60, QImage::Format_RGB32);
        QPainter painter(&paper);
        ClippedMarks one;
        ClippedMarks shared(true);
        for (const QColor color : {Qt::blue, Qt::green, Qt::red}) {
            one.beginPeer(color);
            shared.beginPeer(color);
            for (int i = 0; i < 6000; ++i) {
                one.add(i / 10.0, 100 + i % 7);
                shared.add(i / 10.0, 100 + i % 7);
            }
        }
        one.paint(&painter, QRectF(0, 0, 600, 60), QPalette(), Formatter());
        shared.paint(&painter, QRectF(0, 0, 600, 60), QPalette(), Formatter());
        QCOMPARE(one.count(), 300);
        QCOMPARE(shared.count(), 100);
        QVERIFY(one.labelled() >= 3 && one.labelled() <= 30);
    }

    void littleIsNotCutOff()
    {
        LatencyScaleFitter fitter;
        for (int i = 0; i < 100; ++i)
            fitter.add(10);
        fitter.add(28);
        QVERIFY(fitter.fit(false, true).upper >= 28);
    }

    void peersFarApartWantDecades_data()
    {
        QTest::addColumn<std::vector<double>>("middles");
        QTest::addColumn<bool>("now");
        QTest::addColumn<bool>("wanted");
        QTest::addRow("none") << std::vector<double>{} << false << false;
        QTest::addRow("one, and one without pings") << std::vector<double>{300, 0} << false << false;
        QTest::addRow("close to each other") << std::vector<double>{8, 20, 95} << false << false;
        QTest::addRow("far apart") << std::vector<double>{0.2, 20, 300} << false << true;
        QTest::addRow("coming closer") << std::vector<double>{10, 150} << true << true;
        QTest::addRow("never that far") << std::vector<double>{10, 150} << false << false;
        QTest::addRow("close again") << std::vector<double>{10, 60} << true << false;
    }
    void peersFarApartWantDecades()
    {
        QFETCH(const std::vector<double>, middles);
        QFETCH(const bool, now);
        QTEST(wantsDecades(middles, now), "wanted");
    }

    void aLogarithmicScaleGivesEachDecadeTheSameRoom()
    {
        const LatencyScale scale{1, 100, true};
        QCOMPARE(scale.share(1), 0.0);
        QCOMPARE(scale.share(10), 0.5);
        QCOMPARE(scale.value(1), 100.0);
        QVERIFY(scale.ticks(5).size() >= 3);
    }

    void binsHoldEveryLatencyOnce()
    {
        LatencyHistogram histogram;
        for (int i = 1; i <= 1000; ++i)
            histogram.add(microseconds(i * 97));
        const auto bins = latencyBins(histogram, {0, 100, false}, 37);
        QVERIFY(std::abs(std::accumulate(bins.cbegin(), bins.cend(), 0.0) - 1000) < 0.001);
        QVERIFY(std::abs(bins.at(5) - bins.at(20)) < 8); // they are spread evenly
    }

    void anIncidentIsTheTroubleBetweenTwoGoodTimes()
    {
        const std::vector<StateSpan> states = {span(0s, 10s, Health::Ok), span(10s, 12s, Health::TimedOut),
                                               span(12s, 20s, Health::Waiting), span(20s, 30s, Health::Ok)};
        QVERIFY(incidentAround(states, start + 15s) == TimeRange({start + 10s, start + 20s}));
        QVERIFY(!incidentAround(states, start + 25s));
    }

    void noBandReachesOverWhatWasNotWatched()
    {
        const ChartAxis axis{{start, start + 1000s}, 0, 1000};
        // The program was closed from 100 to 900, with a moment of closing before, and of dialling after.
        const auto bands = stateBands({span(0s, 99s, Health::Ok), span(99s, 100s, Health::Closed),
                                       span(900s, 901s, Health::Connecting), span(901s, 1000s, Health::Ok)},
                                      axis);
        for (const StateBand &band : bands)
            QVERIFY2(band.right < 110 || band.left > 890, qPrintable(QString::number(band.left)));
        const auto same = stateBands({span(0s, 100s, Health::Ok), span(900s, 1000s, Health::Ok)}, axis);
        QCOMPARE(same.size(), size_t(2));
    }

    void shortTroubleIsNotLostBetweenPixels()
    {
        const ChartAxis axis{{start, start + 100'000s}, 0, 100};
        const auto bands =
            stateBands({span(0s, 50'000s, Health::Ok), span(50'000s, 50'001s, Health::TimedOut),
                        span(50'001s, 100'000s, Health::Ok)},
                       axis);
        const auto trouble = std::find_if(bands.cbegin(), bands.cend(), [](const StateBand &band) {
            return band.health == Health::TimedOut;
        });
        QVERIFY(trouble != bands.cend());
        QVERIFY(trouble->right - trouble->left >= 1);
    }

    void troubleThatComesAndGoesWithinPixelsIsOneBand()
    {
        const ChartAxis axis{{start, start + 100'000s}, 0, 100};
        std::vector<StateSpan> states{span(0s, 40'000s, Health::Ok)};
        for (int i = 40'000; i < 60'000; i += 200) {
            states.push_back(span(seconds(i), seconds(i + 100), Health::Slow));
            states.push_back(span(seconds(i + 100), seconds(i + 200), Health::Ok));
        }
        states.push_back(span(60'000s, 100'000s, Health::Ok));
        const auto bands = stateBands(states, axis);
        QCOMPARE(bands.size(), size_t(3));
        QVERIFY(bands.at(1).health == Health::Slow);
        QVERIFY(bands.at(1).from == start + 40'000s);
        QVERIFY(bands.at(1).right - bands.at(1).left >= 18);
    }

    void flagsThatWouldOverlapAreOne()
    {
        const ChartAxis axis{{start, start + 100s}, 0, 1000};
        const ChartFlag first{start + 10s, ChartFlag::Kind::Ended, 0, QStringLiteral("first"), 0};
        const ChartFlag near{start + 11s, ChartFlag::Kind::Failed, 1, QStringLiteral("near"), 0};
        const ChartFlag note{start + 11s, ChartFlag::Kind::Note, -1, QStringLiteral("note"), 7};
        const ChartFlag far{start + 50s, ChartFlag::Kind::Ended, 0, QStringLiteral("far"), 0};
        const auto groups = ChartFlags::grouped({first, near, note, far}, axis, 15);
        QCOMPARE(groups.size(), size_t(3));
        QVERIFY(groups.at(0).kind() == ChartFlag::Kind::Failed);
        QVERIFY(groups.at(1).hasNote());
        const QString text = ChartFlags::text(groups.at(0), start, Formatter());
        QVERIFY(text.contains(QStringLiteral("first")) && text.contains(QStringLiteral("near")));
    }

    void aRoundTripIsTheNetworkAndThePeer()
    {
        const ChartAxis axis{{start, start + 100s}, 0, 1000};
        const auto points =
            splitSeries({ping(1s, 10ms, 2ms), ping(2s, 10ms, 40ms), ping(3s, 10ms, {})}, axis);
        QCOMPARE(points.size(), size_t(2));
        QCOMPARE(points.at(0).network, 2.0);
        QCOMPARE(points.at(0).peer, 8.0);
        QVERIFY(points.at(0).first);
        QCOMPARE(points.at(1).network, 10.0); // never more than the whole
        QCOMPARE(points.at(1).peer, 0.0);
    }
};

QTEST_MAIN(ChartArithmeticTest)
#include "tst_chartarithmetic.moc"
