// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine/connectionrig.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{
/// "connecting open closing waiting"
QByteArray states(const RecordingSink &sink)
{
    QByteArrayList words;
    for (const StateChanged &change : sink.all<StateChanged>())
        words.append(toWord(change.state).data());
    return words.join(' ');
}
} // namespace

class TestConnection : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void dialsOpensAndReports()
    {
        ConnectionRig rig;
        rig.connection.start();
        QCOMPARE(rig.wire().settings.url, rig.connection.settings().url);
        rig.wire().open();
        QCOMPARE(states(rig.sink), QByteArray("connecting open"));
        QCOMPARE(rig.sink.all<Opened>().size(), std::size_t(1));
        QCOMPARE(rig.sink.events.back().connection, 1U);
    }

    void comesBackAfterAnEndThatMayBeRetried_data()
    {
        QTest::addColumn<Cause>("cause");
        for (const Cause cause : {Cause::Eof, Cause::Reset, Cause::Dns, Cause::Refused, Cause::Unreachable,
                                  Cause::Tls, Cause::ProtocolError, Cause::NetworkError})
            QTest::newRow(toWord(cause).data()) << cause;
    }
    void comesBackAfterAnEndThatMayBeRetried()
    {
        QFETCH(Cause, cause);
        ConnectionRig rig;
        rig.connection.start();
        rig.wire().end(cause);
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
        QCOMPARE(*rig.sink.all<StateChanged>().back().retryIn, nanoseconds(2500ms));
        rig.advance(2499ms);
        QCOMPARE(rig.dials(), std::size_t(1));
        rig.advance(1ms);
        QCOMPARE(rig.dials(), std::size_t(2));
        QCOMPARE(rig.sink.all<StateChanged>().back().attempt, 2U);
        QCOMPARE(rig.sink.events.back().connection, 2U);
    }

    void staysAwayAfterAnEndThatIsFinal()
    {
        ConnectionRig rig;
        rig.connection.start();
        TransportEnd end;
        end.cause = Cause::HandshakeRejected;
        end.httpStatus = 403;
        end.phase = DialPhase::Upgrade;
        end.mayRetry = false;
        rig.wire().end(end);
        QCOMPARE(rig.connection.state(), ConnectionState::Failed);
        QCOMPARE(*rig.lastVerdict().httpStatus, 403);
        QVERIFY(rig.lastVerdict().final);
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
        rig.connection.reconnectNow();
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void withoutReconnectAnEndIsTheEnd_data()
    {
        QTest::addColumn<bool>("closeFrame");
        QTest::addColumn<ConnectionState>("state");
        QTest::newRow("a clean close leaves it closed") << true << ConnectionState::Closed;
        QTest::newRow("a drop leaves it failed") << false << ConnectionState::Failed;
    }
    void withoutReconnectAnEndIsTheEnd()
    {
        QFETCH(bool, closeFrame);
        QFETCH(ConnectionState, state);
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.reconnect.enabled = false;
        ConnectionRig rig(settings);
        ScriptedWire &wire = rig.open();
        if (closeFrame)
            wire.closeFrame(quint16(1001), QStringLiteral("bye"));
        wire.end(Cause::Eof);
        QCOMPARE(rig.connection.state(), state);
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void closeFrameOfThePeerIsTheVerdict()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 20s));
        ScriptedWire &wire = rig.open();
        rig.advance(63s);
        wire.closeFrame(quint16(1012), QStringLiteral("deploy"));
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.advance(10ms);
        wire.end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(verdict.initiator, Initiator::Peer);
        QCOMPARE(verdict.closeCode, quint16(1012));
        QCOMPARE(verdict.received->reason, QStringLiteral("deploy"));
        QCOMPARE(verdict.age, nanoseconds(63'010ms));
    }

    void whoClosedFirstWhenBothDo_data()
    {
        QTest::addColumn<bool>("peerFirst");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("the peer's frame came in first") << true << Cause::PeerClose;
        QTest::newRow("ours went out first") << false << Cause::LocalClose;
    }
    void whoClosedFirstWhenBothDo()
    {
        QFETCH(bool, peerFirst);
        QFETCH(Cause, cause);
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        if (peerFirst)
            wire.closeFrame(quint16(1001));
        rig.connection.close({quint16(1000), {}});
        if (!peerFirst)
            wire.closeFrame(quint16(1001));
        wire.end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().cause, cause);
        QCOMPARE(*rig.lastVerdict().received->code, quint16(1001));
    }

    void peerThatSendsCloseButKeepsTheSocketIsDropped()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        wire.closeFrame(quint16(1000));
        rig.advance(10s);
        QVERIFY(wire.aborted);
        QCOMPARE(rig.lastVerdict().cause, Cause::PeerClose);
    }

    void pauseAndResume()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.pause();
        QCOMPARE(*wire.closeSent->code, quint16(1000));
        wire.end(Cause::Eof);
        QCOMPARE(states(rig.sink), QByteArray("connecting open closing paused"));
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
        rig.connection.start();
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void pauseWhileWaitingCancelsTheDial()
    {
        ConnectionRig rig;
        rig.connection.start();
        rig.wire().end(Cause::Refused);
        rig.connection.pause();
        QCOMPARE(rig.connection.state(), ConnectionState::Paused);
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void resumeWhileStillClosingDialsWhenClosed()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.pause();
        rig.connection.start();
        QCOMPARE(rig.dials(), std::size_t(1));
        wire.end(Cause::Eof);
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void reconnectNowCutsAWaitShort()
    {
        ConnectionRig rig;
        rig.connection.start();
        rig.wire().end(Cause::Refused);
        rig.connection.reconnectNow();
        QCOMPARE(rig.dials(), std::size_t(2));
        rig.advance(5s);
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void reconnectNowReplacesAnOpenConnectionWithinASecond()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.reconnectNow();
        QCOMPARE(*wire.closeSent->code, quint16(1000));
        rig.advance(1s);
        QCOMPARE(rig.dials(), std::size_t(2));
        QCOMPARE(states(rig.sink), QByteArray("connecting open closing connecting"));
    }

    void newKeepaliveHoldsWithoutANewDial()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        ConnectionSettings settings = rig.connection.settings();
        settings.keepalive.interval = 1s;
        rig.connection.setSettings(settings);
        rig.advance(3s);
        QCOMPARE(wire.pings.size(), 3);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void newUrlIsDialledAnew()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        ConnectionSettings settings = rig.connection.settings();
        settings.url = QUrl(QStringLiteral("ws://edge-2.example/"));
        rig.connection.setSettings(settings);
        wire.end(Cause::Eof);
        QCOMPARE(rig.dials(), std::size_t(2));
        QCOMPARE(rig.wire().settings.url, settings.url);
    }

    void verdictCountsEndsThatLookAlike()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 20s));
        for (int i = 0; i < 3; ++i) {
            if (i == 0)
                rig.connection.start();
            rig.wire().open();
            rig.advance(60s);
            rig.wire().lastReceived = rig.clock.now() - 60s;
            rig.wire().end(Cause::Eof);
            rig.advance(*rig.sink.all<StateChanged>().back().retryIn);
        }
        QCOMPARE(rig.lastVerdict().similarEnds, 3U);
        QCOMPARE(rig.lastVerdict().endsCompared, 3U);
    }

    void missedDeadlineCarriesTheKernelsEvidence()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        TcpSnapshot books;
        books.unacked = 2;
        books.retransmits = 3;
        books.unsentBytes = 14;
        books.sinceLastAck = 30s;
        wire.tcp = books;
        rig.advance(25s);
        const PingTimedOut missed = rig.sink.all<PingTimedOut>().front();
        QCOMPARE(missed.evidence, Evidence::PathSilent);
        QCOMPARE(missed.waited, nanoseconds(5s));
        QCOMPARE(missed.tcp->retransmits, 3U);
        rig.advance(10s);
        QCOMPARE(rig.lastVerdict().evidence, Evidence::PathSilent);
        QCOMPARE(*rig.lastVerdict().waited, nanoseconds(5s));
        QCOMPARE(rig.lastVerdict().pingsUnanswered, 1U);
    }

    void endOfTheProgramIsNamed()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.close({quint16(1001), {}}, true);
        QCOMPARE(*wire.closeSent->code, quint16(1001));
        wire.end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().cause, Cause::LocalClose);
        QCOMPARE(rig.lastVerdict().initiator, Initiator::Local);
        QCOMPARE(rig.connection.state(), ConnectionState::Closed);
    }

    void floodOfStrayPongsIsReportedOnceInAWhile()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        for (int i = 0; i < 10'000; ++i)
            wire.pong("flood");
        rig.advance(1s);
        const auto reports = rig.sink.all<StrayPongs>();
        QVERIFY(reports.size() <= 2);
        QCOMPARE(reports.back().unsolicited, quint64(10'000));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
