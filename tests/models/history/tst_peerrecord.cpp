// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/peerrecord.h"
#include "tests/models/history/seriesmaker.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestPeerRecord : public HonestTest
{
    Q_OBJECT

private:
    [[nodiscard]] static PeerRecord record()
    {
        return {thePeer, QStringLiteral("edge-1"), QUrl(QStringLiteral("wss://edge-1.example/live"))};
    }

private Q_SLOTS:
    void startsWithNothing()
    {
        const PeerRecord peer = record();
        QCOMPARE(peer.health(), Health::Connecting);
        QCOMPARE(peer.attempt(), 0U);
        QVERIFY(!peer.retryAt() && !peer.lastVerdict() && !peer.lastOpened() && !peer.lastSample());
        QVERIFY(peer.ends().empty());
    }

    void isHeldBack_data()
    {
        QTest::addColumn<PeerHold::Kind>("kind");
        QTest::addColumn<Health>("health");
        QTest::newRow("until its secret comes") << PeerHold::Kind::AwaitingSecret << Health::Waiting;
        QTest::newRow("for the want of its secret") << PeerHold::Kind::SecretMissing << Health::Failed;
    }
    void isHeldBack()
    {
        QFETCH(PeerHold::Kind, kind);
        QFETCH(Health, health);
        PeerRecord peer = record();
        const WallTime since{seconds(1000)};
        peer.setHold(PeerHold{kind, since, {}});
        QCOMPARE(peer.health(), health);
        QCOMPARE(peer.healthSince(), since);
        peer.setHold(std::nullopt);
        QCOMPARE(peer.health(), Health::Connecting);
        QCOMPARE(peer.healthSince(), WallTime{});
    }

    void aPeerThatIsLostAgainAndAgainFlaps()
    {
        PeerRecord peer = record();
        const auto lose = [&peer](seconds s) {
            peer.apply(stateIs(epoch + s, ConnectionState::Open));
            peer.apply(happened(epoch + s, Opened{}));
            QCOMPARE(peer.health(), Health::Ok);
            Closed closed;
            closed.verdict.cause = Cause::Eof;
            closed.verdict.phase = DialPhase::Open;
            closed.verdict.age = seconds(7);
            peer.apply(happened(epoch + s + seconds(7), closed));
            peer.apply(stateIs(epoch + s + seconds(7), ConnectionState::Waiting));
        };
        lose(seconds(0));
        lose(seconds(20));
        QCOMPARE(peer.standing(), Health::Waiting);
        lose(seconds(40));
        QCOMPARE(peer.standing(), Health::Flapping);
        QCOMPARE(peer.health(), Health::Waiting); // its present state is reported as usual
        peer.apply(stateIs(epoch + seconds(60), ConnectionState::Open));
        peer.apply(happened(epoch + seconds(60), Opened{}));
        QCOMPARE(peer.standing(), Health::Flapping);
        QCOMPARE(peer.healthSince(), epoch + seconds(7));
        QCOMPARE(peer.troubleSince(), std::optional(epoch + seconds(7)));
        QVERIFY(peer.look(epoch + seconds(190)));
        QCOMPARE(peer.standing(), Health::Ok);
        QCOMPARE(peer.troubleSince(), std::nullopt);
    }

    void ignoresOtherPeers()
    {
        PeerRecord peer = record();
        PingSample foreign = ping(1, epoch, milliseconds(1));
        foreign.peer = PeerId{2};
        peer.apply(foreign);
        ConnectionEvent event = stateIs(epoch, ConnectionState::Failed);
        event.peer = PeerId{2};
        peer.apply(event);
        QVERIFY(!peer.lastSample());
        QCOMPARE(peer.health(), Health::Connecting);
    }

    void aClockThatIsPutBackLeavesNothingThatBeginsInTheTimeToCome_data()
    {
        QTest::addColumn<bool>("down");
        QTest::newRow("well") << false;
        QTest::newRow("in trouble") << true;
    }
    void aClockThatIsPutBackLeavesNothingThatBeginsInTheTimeToCome()
    {
        QFETCH(bool, down);
        PeerRecord peer = record();
        peer.apply(stateIs(epoch, ConnectionState::Open));
        if (down)
            peer.apply(happened(epoch, PingTimedOut{}));
        QCOMPARE(peer.healthSince(), epoch);
        const WallTime put = epoch - std::chrono::hours(1);
        const PingOutcome outcome = down ? PingOutcome::TimedOut : PingOutcome::Answered;
        peer.apply(ping(1, put, milliseconds(1), outcome));
        QCOMPARE(peer.health(), down ? Health::TimedOut : Health::Ok);
        QVERIFY(peer.healthSince() <= put + milliseconds(1));
        QVERIFY(peer.healthSince() >= put);
        QVERIFY(!peer.troubleSince() || *peer.troubleSince() <= put + milliseconds(1));
        // And continues from there.
        peer.apply(ping(2, put + seconds(9), milliseconds(1), outcome));
        QVERIFY(peer.healthSince() <= put + milliseconds(1));
    }

    void knowsWhenItIsDialledAgain()
    {
        PeerRecord peer = record();
        peer.apply(happened(epoch, StateChanged{ConnectionState::Waiting, 3, milliseconds(3100)}));
        QCOMPARE(peer.attempt(), 3U);
        QCOMPARE(*peer.retryAt(), epoch + milliseconds(3100));
        QCOMPARE(peer.stateSince(), epoch);
        QCOMPARE(peer.health(), Health::Waiting);
        peer.apply(happened(epoch + seconds(4), StateChanged{ConnectionState::Connecting, 4, std::nullopt}));
        QVERIFY(!peer.retryAt());
    }

    void keepsTheLastFiftyEnds()
    {
        PeerRecord peer = record();
        for (int i = 0; i < 60; ++i)
            peer.apply(closedBy(epoch + seconds(i), i == 59 ? Cause::Reset : Cause::Eof, seconds(i)));
        QCOMPARE(peer.ends().size(), size_t(50));
        QCOMPARE(peer.ends().front().time, epoch + seconds(10));
        QCOMPARE(peer.lastVerdict()->cause, Cause::Reset);
    }

    void keepsTheNewestOfTheRest()
    {
        PeerRecord peer = record();
        Opened opened;
        opened.address = QStringLiteral("127.0.0.1:9001");
        peer.apply(happened(epoch, opened, 2));
        peer.apply(happened(epoch, StrayPongs{1, 2, 3}));
        peer.apply(happened(epoch + seconds(40), PingTimedOut{7, seconds(20), Evidence::PeerSilent, {}}));
        peer.apply(ping(8, epoch + seconds(41), milliseconds(2)));
        peer.apply(ping(7, epoch + seconds(20), seconds(30), PingOutcome::Late));
        QCOMPARE(peer.lastOpened()->what.address, QStringLiteral("127.0.0.1:9001"));
        QCOMPARE(peer.lastOpened()->connection, 2U);
        QCOMPARE(peer.strayPongs().duplicate, quint64(2));
        QCOMPARE(peer.lastTimeout()->evidence, Evidence::PeerSilent);
        QCOMPARE(peer.lastSample()->seq, 8U);
    }

    void foldsIntoStatisticsAndSeries()
    {
        PeerRecord peer = record();
        peer.apply(stateIs(epoch, ConnectionState::Open));
        peer.apply(happened(epoch, Opened{}));
        peer.apply(ping(1, epoch + seconds(1), milliseconds(5)));
        const auto summary = peer.statistics().summary(PeerStatistics::Window::Minute, epoch + seconds(2));
        QCOMPARE(summary.pings, quint64(1));
        QCOMPARE(summary.connects, 1U);
        QCOMPARE(peer.series().samples(epoch, epoch + seconds(2)).size(), size_t(1));
        QCOMPARE(peer.health(), Health::Ok);
    }

    void aYoungPeerIsSmall()
    {
        PeerRecord peer = record();
        QVERIFY(sizeof(peer) < 3000);
        for (const PingSample &sample : mixedSeries(1, 3, seconds(20)))
            peer.apply(sample);
        QVERIFY2(peer.series().memoryBytes() + peer.statistics().memoryBytes() < 8192,
                 qPrintable(QString::number(peer.series().memoryBytes() + peer.statistics().memoryBytes())));
    }
};

QTEST_APPLESS_MAIN(TestPeerRecord)
#include "tst_peerrecord.moc"
