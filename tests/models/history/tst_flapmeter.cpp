// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/flapmeter.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

/// Moments are in seconds after `epoch`.
WallTime at(double s)
{
    return epoch + microseconds(qint64(s * 1e6));
}

using Lost = std::vector<std::pair<double, double>>; // when, and how old it was

ConnectionEvent lostAt(double s, double age, Cause cause = Cause::Eof, DialPhase phase = DialPhase::Open)
{
    Closed closed;
    closed.verdict.cause = cause;
    closed.verdict.phase = phase;
    closed.verdict.age = nanoseconds(qint64(age * 1e9));
    return happened(at(s), closed);
}

} // namespace

Q_DECLARE_METATYPE(Lost)

/// When a peer flaps: the rule as a table, and how the meter reacts to events.
class TestFlapMeter : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theRule_data()
    {
        QTest::addColumn<Lost>("lost");
        QTest::addColumn<double>("openSince"); // negative: not open
        QTest::addColumn<double>("now");
        QTest::addColumn<bool>("flaps");
        const Lost often{{20, 7}, {45, 8}, {70, 7}, {95, 7}};
        const Lost everyMinute{{60, 60}, {125, 60}, {190, 60}};
        QTest::newRow("nothing was lost") << Lost{} << 0.0 << 100.0 << false;
        QTest::newRow("lost twice") << Lost{{20, 7}, {45, 8}} << 50.0 << 60.0 << false;
        QTest::newRow("lost four times, and open again") << often << 100.0 << 105.0 << true;
        QTest::newRow("lost four times, and dialled again") << often << -1.0 << 105.0 << true;
        QTest::newRow("open for less than two minutes") << often << 100.0 << 219.0 << true;
        QTest::newRow("open for two minutes") << often << 100.0 << 220.0 << false;
        QTest::newRow("no connection for two minutes: down") << often << -1.0 << 215.0 << false;
        QTest::newRow("cut every minute") << everyMinute << 195.0 << 260.0 << true;
        QTest::newRow("twice as long as ever before") << everyMinute << 195.0 << 315.0 << false;
        QTest::newRow("cut every three minutes, five minutes ago")
            << Lost{{180, 180}, {365, 180}, {550, 180}} << 555.0 << 900.0 - 1 << false;
        QTest::newRow("twice three minutes are not over")
            << Lost{{180, 180}, {365, 180}, {550, 180}} << 555.0 << 700.0 << true;
        QTest::newRow("the first of three is ten minutes ago")
            << Lost{{20, 7}, {300, 7}, {600, 7}} << 605.0 << 620.0 << false;
        QTest::newRow("the first of three is not ten minutes ago")
            << Lost{{20, 7}, {300, 7}, {600, 7}} << 605.0 << 619.0 << true;
        QTest::newRow("once an hour")
            << Lost{{3600, 3600}, {7200, 3600}, {10800, 3600}} << 10805.0 << 10810.0 << false;
    }

    void theRule()
    {
        QFETCH(Lost, lost);
        QFETCH(double, openSince);
        QFETCH(double, now);
        std::vector<LostConnection> connections;
        for (const auto &[when, age] : lost)
            connections.push_back({at(when), nanoseconds(qint64(age * 1e9))});
        QTEST(isFlapping(connections, openSince < 0 ? std::nullopt : std::optional(at(openSince)), at(now)),
              "flaps");
    }

    void whatCounts_data()
    {
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<DialPhase>("phase");
        QTest::addColumn<bool>("flaps");
        QTest::newRow("an end by the peer") << Cause::PeerClose << DialPhase::Open << true;
        QTest::newRow("a timeout") << Cause::KeepaliveTimeout << DialPhase::Open << true;
        QTest::newRow("what the user closed") << Cause::LocalClose << DialPhase::Open << false;
        QTest::newRow("a dial that was refused") << Cause::Refused << DialPhase::Tcp << false;
    }

    void whatCounts()
    {
        QFETCH(Cause, cause);
        QFETCH(DialPhase, phase);
        FlapMeter meter;
        for (const double s : {10.0, 20.0, 30.0})
            meter.add(lostAt(s, 5, cause, phase));
        QTEST(meter.isFlapping(), "flaps");
    }

    void itIsSinceTheFirstThatWasLost()
    {
        FlapMeter meter;
        meter.add(lostAt(10, 5));
        meter.add(lostAt(20, 5));
        QVERIFY(!meter.isFlapping());
        meter.add(lostAt(30, 5));
        QCOMPARE(meter.since(), std::optional(at(10)));
        QCOMPARE(meter.lostInWindow(), size_t(3));
        meter.add(happened(at(31), Opened{}));
        QVERIFY(!meter.look(at(100)));
        QVERIFY(meter.look(at(151)));
        QVERIFY(!meter.isFlapping());
    }

    void aUserWhoClosesItStartsAnew()
    {
        FlapMeter meter;
        for (const double s : {10.0, 20.0, 30.0})
            meter.add(lostAt(s, 5));
        meter.add(lostAt(40, 5, Cause::LocalClose));
        QVERIFY(!meter.isFlapping());
        QCOMPARE(meter.lostInWindow(), size_t(0));
    }

    void aClockThatIsSetBackDoesNotKeepItForEver()
    {
        FlapMeter meter;
        for (const double s : {10'000.0, 10'010.0, 10'020.0})
            meter.add(lostAt(s, 5));
        meter.look(at(100));
        QVERIFY(!meter.isFlapping());
    }
};

QTEST_GUILESS_MAIN(TestFlapMeter)
#include "tst_flapmeter.moc"
