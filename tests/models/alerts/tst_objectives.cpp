// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/objectiveledger.h"
#include "alertworld.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

constexpr WallTime start(std::chrono::hours(24 * 365 * 50));

PingSample pingAt(WallTime due, nanoseconds rtt, PingOutcome outcome = PingOutcome::Answered)
{
    PingSample sample;
    sample.sentAt = due;
    sample.rtt = rtt;
    sample.outcome = outcome;
    return sample;
}

Objective slo()
{
    Objective objective;
    objective.name = QStringLiteral("slo");
    objective.open = 0.999;
    objective.pings = 0.95;
    return objective;
}

AlertPeer withObjective(const AlertRule &rule)
{
    AlertPeer peer;
    peer.rules = {rule};
    peer.objectives = {slo()};
    return peer;
}

AlertRule ruleFor(const AlertCondition &condition)
{
    AlertRule rule;
    rule.name = QStringLiteral("r");
    rule.condition = condition;
    return rule;
}

} // namespace

/// Objectives, their error budgets, and the rules that follow from a peer's own past.
class ObjectivesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatCounts_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("rttMs");
        QTest::addColumn<int>("pings");
        QTest::addColumn<int>("inTime");
        const auto row = [](const char *name, PingOutcome outcome, int rttMs, int pings, int inTime) {
            QTest::newRow(name) << int(outcome) << rttMs << pings << inTime;
        };
        row("in time", PingOutcome::Answered, 199, 1, 1);
        row("at the limit", PingOutcome::Answered, 200, 1, 1);
        row("above the limit", PingOutcome::Answered, 201, 1, 0);
        row("slow, but within", PingOutcome::Slow, 150, 1, 1);
        row("missed", PingOutcome::TimedOut, 2000, 1, 0);
        row("late, which was counted as missed", PingOutcome::Late, 3000, 0, 0);
        row("lost with its connection", PingOutcome::Lost, 100, 0, 0);
        row("superseded", PingOutcome::Superseded, 100, 0, 0);
    }

    void whatCounts()
    {
        QFETCH(int, outcome);
        QFETCH(int, rttMs);
        QFETCH(int, pings);
        QFETCH(int, inTime);
        ObjectiveLedger ledger(200ms);
        ledger.add(pingAt(start, milliseconds(rttMs), PingOutcome(outcome)));
        QCOMPARE(ledger.since(start - 1min).pings, quint64(pings));
        QCOMPARE(ledger.since(start - 1min).inTime, quint64(inTime));
        QCOMPARE(ledger.since(start - 24h * 20).pings, quint64(pings)); // by hours
    }

    void timeIsCountedExactly()
    {
        ObjectiveLedger ledger;
        ledger.add(start + 30s, start + 10min + 15s, true);
        ledger.add(start + 10min + 15s, start + 11min, false);
        const ObjectiveCounts all = ledger.since(start);
        QCOMPARE(all.watched, nanoseconds(10min + 30s));
        QCOMPARE(all.open, nanoseconds(9min + 45s));
        QCOMPARE(ledger.since(start + 10min).watched, nanoseconds(1min));
        QCOMPARE(ledger.since(start - 24h * 20), all);
        ledger.add(start + 24h * 40, start + 24h * 40 + 1min, true);
        QCOMPARE(ledger.since(start - 24h * 60).watched, nanoseconds(1min)); // what is older is forgotten
    }

    void aBudgetIsThatOfTheWholePeriod()
    {
        // 99.9 % of 30 days may miss 43.2 minutes.
        ObjectiveCounts counts;
        counts.watched = 24h * 30;
        counts.open = counts.watched - nanoseconds(21min + 36s);
        ObjectiveStanding standing = standingOf(slo(), counts);
        QVERIFY(std::abs(*standing.openLeft - 0.5) < 1e-6);
        QVERIFY(!standing.pingsLeft);
        QCOMPARE(standing.left(), standing.openLeft);
        // The same time down, but watched for a day only: the same is used.
        counts.watched = 24h;
        counts.open = counts.watched - nanoseconds(21min + 36s);
        standing = standingOf(slo(), counts);
        QVERIFY(std::abs(*standing.openLeft - 0.5) < 1e-6);
        counts.open = 0ns;
        QVERIFY(*standingOf(slo(), counts).openLeft < -30);
        QVERIFY(!standingOf(slo(), ObjectiveCounts()).left()); // nothing is known
    }

    void theWorseOfTwoBudgetsIsTold()
    {
        ObjectiveCounts counts;
        counts.watched = counts.open = 24h * 30;
        counts.pings = 1000;
        counts.inTime = 925; // 7.5 % missed of 5 % that may be
        const ObjectiveStanding standing = standingOf(slo(), counts);
        QCOMPARE(*standing.openLeft, 1.0);
        QVERIFY(std::abs(*standing.left() + 0.5) < 1e-6);
    }

    void burnRates()
    {
        ObjectiveCounts counts;
        counts.watched = 1h;
        counts.open = counts.watched - nanoseconds(3600ms);
        QVERIFY(std::abs(*burnRate(slo(), counts, 1h) - 1) < 1e-6);
        // What was not watched of the window used nothing.
        QVERIFY(std::abs(*burnRate(slo(), counts, 2h) - 0.5) < 1e-6);
        QVERIFY(!burnRate(slo(), ObjectiveCounts(), 1h));
    }

    void aBudgetThatBurnsIsToldAndOverSoonAfter()
    {
        AlertWorld world;
        world.add(1, withObjective(ruleFor(BudgetBurns{{}, 14.4, 1h, 5min})));
        world.up(1);
        for (int i = 0; i < 90; ++i) {
            world.answer(1);
            world.pass(1min, 10s);
        }
        QCOMPARE(world.fired(), size_t(0));
        // 14.4 times the budget of an hour is 52 s: of the last hour and of the last five minutes.
        world.lose(1);
        world.pass(40s, 10s);
        QCOMPARE(world.fired(), size_t(0));
        world.pass(30s, 10s);
        QCOMPARE(world.fired(), size_t(1));
        QVERIFY2(AlertWorld::words(world.told.back()).title.contains(QStringLiteral("error budget")),
                 qPrintable(AlertWorld::words(world.told.back()).title));
        world.up(1);
        world.pass(2min, 10s);
        QCOMPARE(world.resolved(), size_t(0));
        world.pass(10min, 10s);
        QCOMPARE(world.resolved(), size_t(1)); // the short window has forgotten it
        const auto standings = world.book.standings(PeerId{1}, world.now());
        QCOMPARE(standings.size(), 1);
        QVERIFY(*standings[0].second.openLeft < 0.98);
        QVERIFY(*standings[0].second.openLeft > 0.96); // about 70 s of 43 minutes
        QCOMPARE(*standings[0].second.pings, 1.0);
    }

    void aGroupIsTheMeanOfItsPeers()
    {
        AlertWorld world;
        AlertPeer peer = withObjective(ruleFor(StateLasts{AlertState::Down, 24h, 0}));
        peer.group = QStringLiteral("prod");
        world.add(1, peer);
        world.add(2, peer);
        world.up(1);
        world.up(2);
        world.pass(10min, 10s);
        world.lose(1);
        world.pass(10min, 10s);
        const auto group = world.book.standings(QStringLiteral("prod"), world.now());
        QCOMPARE(group.size(), 1);
        QVERIFY(std::abs(*group[0].second.open - 0.75) < 0.02);
        QVERIFY(world.book.standings(QStringLiteral("other"), world.now()).isEmpty());
    }

    void earlierRunsCount()
    {
        AlertWorld world;
        world.add(1, withObjective(ruleFor(StateLasts{})));
        world.up(1);
        const WallTime day = world.now() - 24h;
        const std::vector<StateSpan> states{{day, day + 21min, Health::Closed, ConnectionState::Waiting},
                                            {day + 21min, day + 23h, Health::Ok, ConnectionState::Open}};
        world.book.addPast(PeerId{1}, states);
        world.book.addPast(PeerId{1}, day, 100,
                           [](nanoseconds within) { return within == 200ms ? 90U : 0U; });
        const auto standings = world.book.standings(PeerId{1}, world.now());
        QVERIFY(*standings[0].second.openLeft < 0.55);
        QCOMPARE(*standings[0].second.pings, 0.9);
    }

    void aFigureAboveItsOwnPast_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("usualMs");
        QTest::addColumn<int>("rttMs");
        QTest::addColumn<bool>("fires");
        QTest::newRow("twice as slow and more") << 7 << 20 << 60 << true;
        QTest::newRow("as usual") << 7 << 50 << 50 << false;
        QTest::newRow("a little more than usual") << 7 << 40 << 50 << false;
        QTest::newRow("too few days are known") << 2 << 20 << 50 << false;
        QTest::newRow("twice, but not by 30 ms") << 7 << 5 << 20 << false;
    }

    void aFigureAboveItsOwnPast()
    {
        QFETCH(int, days);
        QFETCH(int, usualMs);
        QFETCH(int, rttMs);
        QFETCH(bool, fires);
        AlertWorld world;
        AlertPeer peer;
        peer.rules = {ruleFor(FigureAbovePast{AlertFigure::P95, 2, 30e6, 15min, 20})};
        world.add(1, peer);
        std::vector<PastDay> past;
        for (int day = 0; day < days; ++day)
            past.push_back({300, 0.0, usualMs * 0.5e6, usualMs * 1e6, 1e6});
        past.push_back({3, 0.0, 1.0, 1.0, 1.0}); // which measured next to nothing
        world.book.setPast(PeerId{1}, past);
        world.up(1);
        for (int i = 0; i < 60; ++i) {
            world.answer(1, milliseconds(rttMs));
            world.pass(5s);
        }
        QCOMPARE(world.fired(), fires ? size_t(1) : size_t(0));
        if (fires)
            QVERIFY2(AlertWorld::words(world.told[0])
                         .title.contains(QStringLiteral("usually 20.0 ms at this time of the day")),
                     qPrintable(AlertWorld::words(world.told[0]).title));
    }
};

QTEST_APPLESS_MAIN(ObjectivesTest)
#include "tst_objectives.moc"
