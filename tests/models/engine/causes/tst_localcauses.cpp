// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::closeFrame;
using TestSupport::dialOnce;
using TestSupport::pingEvery;
using TestSupport::RawPeer;
using TestSupport::serverFrame;

Q_DECLARE_METATYPE(Pongwatch::Initiator)

/// Ends decided by this side, and who was first if both sides close.
class TestLocalCauses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void closedByTheUser()
    {
        RawPeer peer(answering(1000));
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.opens(), 1);
        probe.monitor().closePeer(probe.peer(), CloseFrame{4000, QStringLiteral("enough")});
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::LocalClose);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.sent, (CloseFrame{4000, QStringLiteral("enough")}));
        QVERIFY(verdict.received);
        QCOMPARE(int(verdict.closeCode), 1000);
    }

    void closedByTheEndOfTheProgram()
    {
        RawPeer peer(answering(1001));
        CauseProbe probe;
        QSignalSpy stopped(&probe.monitor(), &Monitor::stopped);
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.opens(), 1);
        probe.monitor().stop(CloseFrame{1001, {}});
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::LocalClose);
        QCOMPARE(shortTitle(probe.verdicts().front()), QStringLiteral("Closed here: program ended"));
    }

    void pausedWhileConnecting()
    {
        RawPeer peer({.connected = [](QTcpSocket &) {}});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_VERIFY(peer.client());
        probe.monitor().pausePeer(probe.peer());
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::LocalClose);
        QVERIFY(probe.verdicts().front().phase != DialPhase::Open);
        QTRY_COMPARE(probe.state(), std::optional(ConnectionState::Paused));
    }

    void bothCloseThisSideFirst()
    {
        RawPeer peer(answering(1012, "deploy"));
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.opens(), 1);
        probe.monitor().closePeer(probe.peer(), CloseFrame{1000, {}});
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::LocalClose);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.received, (CloseFrame{1012, QStringLiteral("deploy")}));
        QCOMPARE(verdict.sent->code, std::optional<quint16>(1000));
    }

    void bothCloseThePeerFirst()
    {
        // It closes, but keeps the TCP connection, so that the user can close as well.
        RawPeer peer({.opened = [](QTcpSocket &socket) { socket.write(closeFrame(1012, "deploy")); }});
        ConnectionSettings settings = dialOnce(peer.url());
        settings.closeTimeout = milliseconds(300);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.state(), std::optional(ConnectionState::Closing));
        probe.monitor().closePeer(probe.peer(), CloseFrame{1000, {}});
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(verdict.initiator, Initiator::Peer);
        QCOMPARE(int(verdict.closeCode), 1012);
    }

    void peerThatNeverAnswersOurClose()
    {
        RawPeer peer({.opened = [](QTcpSocket &) {}});
        ConnectionSettings settings = dialOnce(peer.url());
        settings.closeTimeout = milliseconds(200);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.opens(), 1);
        probe.monitor().closePeer(probe.peer(), CloseFrame{1000, {}});
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::LocalClose);
        QVERIFY(!verdict.received);
        QCOMPARE(int(verdict.closeCode), 1006);
        QVERIFY2(explain(verdict).contains(QLatin1String("did not answer with a Close frame")),
                 qPrintable(explain(verdict)));
    }

    void peerThatMissedOurPong()
    {
        RawPeer peer(
            {.opened = [](QTcpSocket &socket) { socket.write(closeFrame(1011, "keepalive ping timeout")); },
             .received = [](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::PeerClose);
        const QString text = explain(probe.verdicts().front());
        QVERIFY2(text.contains(QLatin1String("look at this side")), qPrintable(text));
    }

    void framesThatThisSideRefuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("sentCode");
        QTest::addColumn<Initiator>("initiator");
        QTest::newRow("a reserved bit") << serverFrame(0xc1, "x") << 1002 << Initiator::Local;
        QTest::newRow("a reserved opcode") << serverFrame(0x83, "x") << 1002 << Initiator::Local;
        QTest::newRow("a ping in pieces") << serverFrame(0x09, "x") << 1002 << Initiator::Local;
        QTest::newRow("a continuation of nothing") << serverFrame(0x80, "x") << 1002 << Initiator::Local;
        QTest::newRow("a masked frame")
            << QByteArray::fromHex("818100000000") + QByteArray("x") << 1002 << Initiator::Local;
        QTest::newRow("a Close frame with half a code") << serverFrame(0x88, "x") << 1002 << Initiator::Peer;
        QTest::newRow("a Close frame with 1006") << closeFrame(1006) << 1002 << Initiator::Peer;
        QTest::newRow("a text that is no UTF-8")
            << serverFrame(0x81, QByteArray::fromHex("c328")) << 1007 << Initiator::Local;
    }

    void framesThatThisSideRefuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, sentCode);
        QFETCH(Initiator, initiator);
        // It answers our Close frame, as it should: that must not make it the one who closed.
        RawPeer peer({.opened = [bytes](QTcpSocket &socket) { socket.write(bytes); },
                      .received =
                          [](QTcpSocket &socket, const QByteArray &) {
                              socket.write(closeFrame(1002));
                              socket.disconnectFromHost();
                          }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::ProtocolError);
        // A Close frame that breaks the protocol still means that the peer closed.
        QCOMPARE(verdict.initiator, initiator);
        QVERIFY(verdict.sent);
        QCOMPARE(verdict.sent->code, std::optional<quint16>(static_cast<quint16>(sentCode)));
    }

private:
    /// A peer that answers the first bytes after the upgrade with a Close frame, and ends.
    static RawPeer::Script answering(quint16 code, const QByteArray &reason = {})
    {
        return {.received = [code, reason](QTcpSocket &socket, const QByteArray &) {
            socket.write(closeFrame(code, reason));
            socket.disconnectFromHost();
        }};
    }
};

QTEST_GUILESS_MAIN(TestLocalCauses)
#include "tst_localcauses.moc"
