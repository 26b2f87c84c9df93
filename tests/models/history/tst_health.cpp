// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/healthtracker.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestHealth : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreThoseOfTheContract()
    {
        const QStringList words = {
            QStringLiteral("failed"),  QStringLiteral("timed-out"),  QStringLiteral("closed"),
            QStringLiteral("waiting"), QStringLiteral("connecting"), QStringLiteral("slow"),
            QStringLiteral("ok"),      QStringLiteral("paused"),     QStringLiteral("flapping"),
            QStringLiteral("stale"),   QStringLiteral("partly"),     QStringLiteral("unknown")};
        QCOMPARE(static_cast<std::size_t>(words.size()), allHealths.size());
        for (int i = 0; i < words.size(); ++i)
            QCOMPARE(QString(toWord(static_cast<Health>(i))), words.at(i));
    }

    void worstFirst()
    {
        QVERIFY(isWorse(Health::Failed, Health::TimedOut));
        QVERIFY(isWorse(Health::TimedOut, Health::Closed));
        QCOMPARE(severityRank(Health::Closed), severityRank(Health::Waiting));
        QVERIFY(isWorse(Health::Waiting, Health::Partly));
        QVERIFY(isWorse(Health::Partly, Health::Flapping));
        QVERIFY(isWorse(Health::Flapping, Health::Stale));
        QVERIFY(isWorse(Health::Stale, Health::Connecting));
        QVERIFY(isWorse(Health::Connecting, Health::Unknown));
        QVERIFY(isWorse(Health::Unknown, Health::Slow));
        QVERIFY(isWorse(Health::Slow, Health::Ok));
        QVERIFY(isWorse(Health::Ok, Health::Paused));
    }

    void followsTheState_data()
    {
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<Health>("health");
        QTest::newRow("connecting") << ConnectionState::Connecting << Health::Connecting;
        QTest::newRow("open") << ConnectionState::Open << Health::Ok;
        QTest::newRow("closing") << ConnectionState::Closing << Health::Closed;
        QTest::newRow("closed") << ConnectionState::Closed << Health::Closed;
        QTest::newRow("waiting") << ConnectionState::Waiting << Health::Waiting;
        QTest::newRow("failed") << ConnectionState::Failed << Health::Failed;
        QTest::newRow("paused") << ConnectionState::Paused << Health::Paused;
    }
    void followsTheState()
    {
        QFETCH(ConnectionState, state);
        QFETCH(Health, health);
        HealthTracker tracker;
        tracker.add(stateIs(epoch, state));
        QCOMPARE(tracker.health(), health);
        QCOMPARE(tracker.state(), state);
        QCOMPARE(*tracker.since(), epoch);
    }

    void aMissedDeadlineOutlivesTheConnection()
    {
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        QVERIFY(
            tracker.add(happened(epoch + seconds(20), PingTimedOut{1, seconds(20), Evidence::Unknown, {}})));
        QCOMPARE(tracker.health(), Health::TimedOut);
        tracker.add(stateIs(epoch + seconds(20), ConnectionState::Closing));
        tracker.add(closedBy(epoch + seconds(30), Cause::KeepaliveTimeout, seconds(30)));
        for (const auto state :
             {ConnectionState::Closed, ConnectionState::Waiting, ConnectionState::Connecting}) {
            tracker.add(stateIs(epoch + seconds(31), state));
            QCOMPARE(tracker.health(), Health::TimedOut);
            QCOMPARE(tracker.state(), state);
        }
        QCOMPARE(*tracker.since(), epoch + seconds(20));
        tracker.add(stateIs(epoch + seconds(35), ConnectionState::Open));
        QCOMPARE(tracker.health(), Health::Ok);
        QCOMPARE(*tracker.since(), epoch + seconds(35));
    }

    void aFeedThatStopsIsStaleAndNotTimedOut()
    {
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        QVERIFY(tracker.add(happened(epoch + seconds(30), FeedStale{seconds(30)})));
        QCOMPARE(tracker.health(), Health::Stale);
        QCOMPARE(*tracker.since(), epoch + seconds(30));
        QCOMPARE(*tracker.troubleSince(), epoch + seconds(30));
        // Pongs say nothing about the feed.
        tracker.add(ping(1, epoch + seconds(31), milliseconds(1)));
        tracker.add(ping(2, epoch + seconds(32), seconds(1), PingOutcome::Slow));
        QCOMPARE(tracker.health(), Health::Stale);
        // If it answers no pings either, it is timed out, and stale again when it does.
        tracker.add(ping(3, epoch + seconds(33), seconds(2), PingOutcome::TimedOut));
        QCOMPARE(tracker.health(), Health::TimedOut);
        tracker.add(ping(4, epoch + seconds(40), milliseconds(1)));
        QCOMPARE(tracker.health(), Health::Stale);
        QCOMPARE(*tracker.troubleSince(), epoch + seconds(30));
        FeedStale goesOn;
        goesOn.goesOn = true;
        QVERIFY(tracker.add(happened(epoch + seconds(50), goesOn)));
        QCOMPARE(tracker.health(), Health::Ok);
        QVERIFY(!tracker.troubleSince());
    }

    void aStoppedFeedOutlivesTheConnectionUntilItComes()
    {
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        tracker.add(happened(epoch + seconds(30), FeedStale{seconds(30)}));
        tracker.add(stateIs(epoch + seconds(30), ConnectionState::Closing));
        QCOMPARE(tracker.health(), Health::Stale);
        tracker.add(closedBy(epoch + seconds(31), Cause::Stale, seconds(31)));
        tracker.add(stateIs(epoch + seconds(31), ConnectionState::Waiting));
        QCOMPARE(tracker.health(), Health::Waiting);
        tracker.add(stateIs(epoch + seconds(34), ConnectionState::Connecting));
        QCOMPARE(tracker.health(), Health::Connecting);
        tracker.add(stateIs(epoch + seconds(35), ConnectionState::Open));
        tracker.add(happened(epoch + seconds(35), Opened{}));
        QCOMPARE(tracker.health(), Health::Stale);
        QCOMPARE(*tracker.troubleSince(), epoch + seconds(30));
        QVERIFY(tracker.add(happened(epoch + seconds(36), FeedSeen{1, epoch + seconds(36)})));
        QCOMPARE(tracker.health(), Health::Ok);
        QVERIFY(!tracker.troubleSince());
    }

    void aStoppedFeedIsForgottenWhenTheUserEndsIt()
    {
        for (const ConnectionEvent &end : {stateIs(epoch + seconds(40), ConnectionState::Paused),
                                           closedBy(epoch + seconds(40), Cause::LocalClose, seconds(40))}) {
            HealthTracker tracker;
            tracker.add(stateIs(epoch, ConnectionState::Open));
            tracker.add(happened(epoch + seconds(30), FeedStale{seconds(30)}));
            tracker.add(end);
            tracker.add(stateIs(epoch + seconds(50), ConnectionState::Open));
            QCOMPARE(tracker.health(), Health::Ok);
        }
    }

    void anAnswerRecovers_data()
    {
        QTest::addColumn<PingOutcome>("outcome");
        QTest::addColumn<Health>("health");
        QTest::newRow("in time") << PingOutcome::Answered << Health::Ok;
        QTest::newRow("slow") << PingOutcome::Slow << Health::Slow;
        QTest::newRow("the late pong itself") << PingOutcome::Late << Health::Slow;
        QTest::newRow("superseded is no answer") << PingOutcome::Superseded << Health::TimedOut;
        QTest::newRow("lost is no answer") << PingOutcome::Lost << Health::TimedOut;
    }
    void anAnswerRecovers()
    {
        QFETCH(PingOutcome, outcome);
        QFETCH(Health, health);
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        tracker.add(ping(1, epoch + seconds(1), seconds(2), PingOutcome::TimedOut));
        QCOMPARE(tracker.health(), Health::TimedOut);
        QCOMPARE(*tracker.since(), epoch + seconds(3));
        tracker.add(ping(2, epoch + seconds(4), seconds(1), outcome));
        QCOMPARE(tracker.health(), health);
    }

    void theUserEndsIt_data()
    {
        QTest::addColumn<ConnectionEvent>("end");
        QTest::addColumn<Health>("health");
        QTest::newRow("pause") << stateIs(epoch + seconds(9), ConnectionState::Paused) << Health::Paused;
        QTest::newRow("close") << closedBy(epoch + seconds(9), Cause::LocalClose, seconds(9)) << Health::Ok;
    }
    void theUserEndsIt()
    {
        QFETCH(ConnectionEvent, end);
        QFETCH(Health, health);
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        tracker.add(ping(1, epoch + seconds(1), seconds(2), PingOutcome::TimedOut));
        tracker.add(end);
        QCOMPARE(tracker.health(), health);
    }

    void troubleGoesOnOverManyDials()
    {
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Connecting));
        QCOMPARE(tracker.troubleSince(), std::nullopt);
        tracker.add(stateIs(epoch + seconds(1), ConnectionState::Open));
        QCOMPARE(tracker.troubleSince(), std::nullopt);
        tracker.add(closedBy(epoch + seconds(9), Cause::Reset, seconds(8)));
        for (int dial = 0; dial < 3; ++dial) {
            tracker.add(stateIs(epoch + seconds(10 + dial * 9), ConnectionState::Waiting));
            tracker.add(stateIs(epoch + seconds(15 + dial * 9), ConnectionState::Connecting));
            tracker.add(closedBy(epoch + seconds(18 + dial * 9), Cause::Refused, seconds(0)));
            QCOMPARE(tracker.troubleSince(), std::optional(epoch + seconds(10)));
        }
        tracker.add(stateIs(epoch + seconds(60), ConnectionState::Open));
        QCOMPARE(tracker.troubleSince(), std::nullopt);
    }

    void troubleBeginsWithTheMissedDeadline()
    {
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        tracker.add(ping(1, epoch + seconds(1), seconds(2), PingOutcome::TimedOut));
        tracker.add(stateIs(epoch + seconds(3), ConnectionState::Closing));
        tracker.add(closedBy(epoch + seconds(5), Cause::KeepaliveTimeout, seconds(5)));
        tracker.add(stateIs(epoch + seconds(5), ConnectionState::Waiting));
        QCOMPARE(tracker.troubleSince(), std::optional(epoch + seconds(3)));
    }

    void whatWasWantedIsNoTrouble_data()
    {
        QTest::addColumn<ConnectionEvent>("end");
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<bool>("trouble");
        QTest::newRow("closed here") << closedBy(epoch + seconds(9), Cause::LocalClose, seconds(9))
                                     << ConnectionState::Closed << false;
        QTest::newRow("closed by the peer, not dialled again")
            << closedBy(epoch + seconds(9), Cause::PeerClose, seconds(9)) << ConnectionState::Closed << true;
        QTest::newRow("paused") << closedBy(epoch + seconds(9), Cause::LocalClose, seconds(9))
                                << ConnectionState::Paused << false;
        QTest::newRow("failed") << closedBy(epoch + seconds(9), Cause::HandshakeRejected, seconds(0))
                                << ConnectionState::Failed << true;
    }
    void whatWasWantedIsNoTrouble()
    {
        QFETCH(ConnectionEvent, end);
        QFETCH(ConnectionState, state);
        QFETCH(bool, trouble);
        HealthTracker tracker;
        tracker.add(stateIs(epoch, ConnectionState::Open));
        tracker.add(stateIs(epoch + seconds(8), ConnectionState::Closing));
        QCOMPARE(tracker.troubleSince(), std::nullopt);
        tracker.add(end);
        tracker.add(stateIs(epoch + seconds(9), state));
        QCOMPARE(tracker.troubleSince().has_value(), trouble);
    }
};

QTEST_APPLESS_MAIN(TestHealth)
#include "tst_health.moc"
