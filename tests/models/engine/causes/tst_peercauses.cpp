// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QLocale>
#include <QTest>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::clientOfRow;
using TestSupport::dialOnce;
using TestSupport::pingEvery;

namespace
{

constexpr quint16 noCode = 0;

/// The code with which a client answers a Close frame: see docs/clients.md.
quint16 answerOf(Client client, std::optional<quint16> received)
{
    if (client == Client::Wire)
        return received.value_or(noCode);
    const bool known = !received || *received < 1012 || *received >= 3000;
    return known ? received.value_or(1000) : 1002;
}

} // namespace

/// What the demo peers do to a connection, each on real sockets, and the verdict on it.
class TestPeerCauses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(m_fleet.start(), QString());
    }

    void peerCloses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("closeCode");
        QTest::addColumn<QString>("title");

        const auto row = [](int code, const char *name) {
            QTest::addRow("%d", code)
                << QStringLiteral("/close?after=0.1&reason=deploy&code=%1").arg(code) << code
                << QStringLiteral("Peer closed: %1 %2").arg(QString::number(code), QLatin1String(name));
        };
        row(1000, "normal");
        row(1001, "going away");
        row(1008, "policy violation");
        row(1011, "internal error");
        row(1012, "restart");
        row(1013, "try again later");
        row(1014, "bad gateway");
        row(4001, "private code");
        QTest::newRow("an empty Close frame") << QStringLiteral("/empty-close?after=0.1") << 1005
                                              << QStringLiteral("Peer closed without a code");
        QTest::newRow("in one breath with the upgrade") << QStringLiteral("/close?after=0&code=1012") << 1012
                                                        << QStringLiteral("Peer closed: 1012 restart");
    }

    void peerCloses()
    {
        QFETCH(QString, path);
        QFETCH(int, closeCode);
        QFETCH(QString, title);
        const bool hasCode = closeCode != 1005;

        CauseProbe probe;
        probe.watch(dialOnce(m_fleet.url(path)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();

        QCOMPARE(probe.opens(), 1);
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(verdict.initiator, Initiator::Peer);
        QCOMPARE(int(verdict.closeCode), closeCode);
        QVERIFY(verdict.received);
        QCOMPARE(verdict.received->code.has_value(), hasCode);
        QCOMPARE(verdict.received->reason,
                 path.contains(QLatin1String("reason")) ? QStringLiteral("deploy") : QString());
        QVERIFY(verdict.sent); // the echo required by RFC 6455 5.5.1
        const quint16 answer = answerOf(clientOfRow(), verdict.received->code);
        QCOMPARE(verdict.sent->code, answer == noCode ? std::nullopt : std::optional<quint16>(answer));
        QCOMPARE(explain(verdict).contains(QLatin1String("QWebSocket does not know the code")),
                 hasCode && verdict.sent->code != verdict.received->code);
        QCOMPARE(verdict.phase, DialPhase::Open);
        QCOMPARE(shortTitle(verdict), title);
    }

    void cutWithoutClose_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("initiator");
        QTest::newRow("FIN") << QStringLiteral("/eof?after=0.2") << QStringLiteral("eof")
                             << QStringLiteral("peer");
        QTest::newRow("RST") << QStringLiteral("/reset?after=0.2") << QStringLiteral("reset")
                             << QStringLiteral("unknown");
        QTest::newRow("an idle limit")
            << QStringLiteral("/idle?limit=0.2") << QStringLiteral("eof") << QStringLiteral("peer");
    }

    void cutWithoutClose()
    {
        QFETCH(QString, path);
        QFETCH(QString, cause);
        QFETCH(QString, initiator);

        CauseProbe probe;
        probe.watch(dialOnce(m_fleet.url(path)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();

        QCOMPARE(QString(toWord(verdict.cause)), cause);
        QCOMPARE(QString(toWord(verdict.initiator)), initiator);
        QCOMPARE(int(verdict.closeCode), 1006);
        QVERIFY(!verdict.sent);
        QVERIFY(!verdict.received);
        // A loaded machine may be late, but never early.
        QVERIFY2(verdict.age >= milliseconds(150), qPrintable(QString::number(toMilliseconds(verdict.age))));
        QVERIFY(verdict.sinceLastReceived && *verdict.sinceLastReceived >= milliseconds(150));
        QVERIFY(!verdict.final);
    }

    void pingsKeepAnIdleLimitAway()
    {
        CauseProbe probe;
        probe.watch(pingEvery(m_fleet.url(QStringLiteral("/idle?limit=5")), milliseconds(50), seconds(10)));
        QTRY_VERIFY(probe.samples().size() >= 3);
        QVERIFY(probe.verdicts().empty());
    }

    void silentPeerIsNoticedInIntervalAndTimeout()
    {
        CauseProbe probe;
        probe.watch(
            pingEvery(m_fleet.url(QStringLiteral("/stall?after=0")), milliseconds(200), milliseconds(300)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();

        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.sent, (CloseFrame{1011, QStringLiteral("keepalive ping timeout")}));
        QVERIFY(!verdict.received);
        QCOMPARE(int(verdict.closeCode), 1006);
        QVERIFY(verdict.waited && *verdict.waited >= milliseconds(300));
        QVERIFY(verdict.pingsUnanswered >= 1);
        QVERIFY(!probe.timeouts().empty());
        QCOMPARE(probe.timeouts().front().evidence, verdict.evidence);
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QVERIFY(verdict.tcp);
        QCOMPARE(verdict.tcp->unacked, 0U);
        QVERIFY2(explain(verdict).contains(QLatin1String("TCP stack acknowledged")),
                 qPrintable(explain(verdict)));
    }

    void endsThatLookAlikeAreCounted()
    {
        ConnectionSettings settings =
            pingEvery(m_fleet.url(QStringLiteral("/stall?after=0")), milliseconds(100), milliseconds(150));
        settings.reconnect.enabled = true;
        settings.reconnect.initial = milliseconds(10);
        settings.reconnect.minimum = milliseconds(10);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY(probe.verdicts().size() >= 2);
        const Verdict &second = probe.verdicts().at(1);
        QCOMPARE(second.similarEnds, 2U);
        QCOMPARE(second.endsCompared, 2U);
        QVERIFY2(explain(second).endsWith(QLatin1String("2 of the last 2 ends looked like this.")),
                 qPrintable(explain(second)));
    }

    void rejectedHandshakes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("lasting");
        for (const int status : {401, 403, 404, 410})
            QTest::addRow("%d", status) << QStringLiteral("/reject?status=%1").arg(status) << status << true;
        for (const int status : {408, 425, 429, 500, 502, 503, 504, 522})
            QTest::addRow("%d", status) << QStringLiteral("/reject?status=%1").arg(status) << status << false;
        QTest::newRow("a path that is not served") << QStringLiteral("/nowhere") << 404 << true;
    }

    void rejectedHandshakes()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(bool, lasting);

        CauseProbe probe;
        probe.watch(dialOnce(m_fleet.url(path)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::HandshakeRejected);
        QCOMPARE(verdict.initiator, Initiator::Peer);
        QCOMPARE(verdict.httpStatus, std::optional<int>(status));
        QCOMPARE(verdict.phase, DialPhase::Upgrade);
        QCOMPARE(verdict.lasting, lasting);
        QCOMPARE(probe.opens(), 0);
        QVERIFY2(explain(verdict).contains(QString::number(status)), qPrintable(explain(verdict)));
    }

    void wrongAcceptKey()
    {
        CauseProbe probe;
        probe.watch(dialOnce(m_fleet.url(QStringLiteral("/bad-accept"))));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::HandshakeInvalid);
        QVERIFY2(verdict.detail.contains(QLatin1String("Accept"), Qt::CaseInsensitive),
                 qPrintable(verdict.detail));
        QVERIFY(verdict.lasting);
        QCOMPARE(probe.opens(), 0);
    }

    void upgradeThatIsNeverAnswered()
    {
        ConnectionSettings settings = dialOnce(m_fleet.url(QStringLiteral("/hang")));
        settings.openTimeout = milliseconds(300);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::OpenTimeout);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.phase, DialPhase::Upgrade);
        QVERIFY(verdict.waited && *verdict.waited >= milliseconds(300));
        QVERIFY(!verdict.final);
    }

    void framesThatBreakTheProtocol()
    {
        CauseProbe probe;
        probe.watch(dialOnce(m_fleet.url(QStringLiteral("/garbage?after=0.1"))));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::ProtocolError);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QVERIFY(verdict.sent);
        QCOMPARE(verdict.sent->code, std::optional<quint16>(1002));
        QVERIFY(!verdict.detail.isEmpty());
    }

    void frameThatAnnouncesTooMuch()
    {
        CauseProbe probe;
        probe.watch(dialOnce(m_fleet.url(QStringLiteral("/huge?after=0.1"))));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::MessageTooBig);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QVERIFY(verdict.sent);
        QCOMPARE(verdict.sent->code, std::optional<quint16>(1009));
    }

    void pongsWithAnotherPayloadAreNoAnswer()
    {
        CauseProbe probe;
        probe.watch(pingEvery(m_fleet.url(QStringLiteral("/wrong")), milliseconds(50), milliseconds(300)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QVERIFY(verdict.foreignPongs > 0);
        QVERIFY2(explain(verdict).contains(QLatin1String("does not conform")), qPrintable(explain(verdict)));
    }

    void oddAnswersAreStillAnswers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("answersAll");
        QTest::newRow("only the newest of several pings") << QStringLiteral("/newest") << false;
        QTest::newRow("pongs that nobody asked for") << QStringLiteral("/unsolicited") << true;
        QTest::newRow("each pong twice") << QStringLiteral("/duplicate") << true;
        QTest::newRow("between a thousand messages a second") << QStringLiteral("/flood?rate=1000") << true;
        QTest::newRow("byte by byte, between fragments") << QStringLiteral("/fragments") << true;
    }

    void oddAnswersAreStillAnswers()
    {
        QFETCH(QString, path);
        QFETCH(bool, answersAll);
        CauseProbe probe;
        probe.watch(pingEvery(m_fleet.url(path), milliseconds(50), seconds(20)));
        QTRY_VERIFY(probe.samples().size() >= 10);
        for (const PingSample &sample : probe.samples()) {
            const PingOutcome skipped = answersAll ? PingOutcome::Answered : PingOutcome::Superseded;
            QVERIFY2(sample.outcome == PingOutcome::Answered || sample.outcome == skipped,
                     toWord(sample.outcome).data());
        }
        QVERIFY(probe.verdicts().empty());
        QCOMPARE(probe.lastOpened().client, clientOfRow());
    }

private:
    DemoFleet m_fleet;
};

QTEST_GUILESS_MAIN(TestPeerCauses)
#include "tst_peercauses.moc"
