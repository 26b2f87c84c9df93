// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/peerrecord.h"
#include "peers/peerfinding.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QTest>

using namespace Pongwatch;

namespace
{

using Kind = PeerFinding::Kind;
const PeerId alpha{1};

QString valueOf(const QList<Fact> &facts, const char *name)
{
    for (const Fact &fact : facts)
        if (fact.name == QLatin1String(name))
            return QString(fact.value).replace(QChar::Nbsp, u' ');
    return {};
}

} // namespace

class TestPeerFinding : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        m_monitor = TestSupport::SyntheticMonitor();
        m_record.emplace(alpha, QStringLiteral("alpha"), QUrl(QStringLiteral("ws://localhost/")));
    }

    void nothingWhileItIsDialledOrAnswers()
    {
        QCOMPARE(finding().kind(), Kind::Nothing);
        open();
        QCOMPARE(finding().kind(), Kind::Nothing);
        QVERIFY(!finding().isCurrent());
        QVERIFY(finding().inShort().isEmpty());
        QVERIFY(finding().sentence().isEmpty());
        QVERIFY(finding().facts(PeerFacts()).isEmpty());
        QCOMPARE(finding().suspicion(), Suspicion());
    }

    void downFromTheEndOnThroughEachDial()
    {
        open();
        m_record->apply(m_monitor.ended(alpha, refused()));
        m_record->apply(m_monitor.waiting(alpha, seconds(3)));
        const WallTime end = m_monitor.now();
        m_monitor.advance(seconds(3));
        m_record->apply(m_monitor.state(alpha, ConnectionState::Connecting));
        QCOMPARE(finding().kind(), Kind::Down);
        QVERIFY(finding().isCurrent());
        QCOMPARE(finding().time(), end);
        QCOMPARE(finding().inShort(), QStringLiteral("Connection refused"));
        QCOMPARE(finding().suspicion().likely, Suspects(Suspect::Peer));
        open();
        QCOMPARE(finding().kind(), Kind::WasDown);
        QVERIFY(!finding().isCurrent());
        QCOMPARE(finding().inShort(), QStringLiteral("Connection refused"));
    }

    void aPausedPeerIsNotDownForTheEndBefore()
    {
        m_record->apply(m_monitor.ended(alpha, refused()));
        m_record->apply(m_monitor.state(alpha, ConnectionState::Paused));
        QCOMPARE(finding().kind(), Kind::WasDown);
    }

    void pingsThatAreUnansweredWhileTheConnectionIsKept()
    {
        open();
        for (int i = 0; i < 3; ++i) {
            m_monitor.advance(seconds(1));
            m_record->apply(ConnectionEvent{
                alpha, 1, m_monitor.now(),
                PingTimedOut{static_cast<quint32>(i + 1), seconds(3), Evidence::PeerSilent, {}}});
        }
        const PeerFinding unanswered = finding();
        QCOMPARE(unanswered.kind(), Kind::Unanswered);
        QCOMPARE(unanswered.time(), m_monitor.now());
        QCOMPARE(unanswered.inShort(), QStringLiteral("No pong for 3 s: peer silent"));
        QCOMPARE(unanswered.suspicion(), (Suspicion{Suspect::Peer, Suspect::Proxy}));
        QVERIFY2(unanswered.sentence().contains(QStringLiteral("acknowledged 3 pings")),
                 qPrintable(unanswered.sentence()));
        QCOMPARE(valueOf(unanswered.facts(PeerFacts()), "Pings unanswered"), QStringLiteral("3"));
        QCOMPARE(valueOf(unanswered.facts(PeerFacts()), "Waited for"), QStringLiteral("3 s"));
        // An answer ends that.
        m_record->apply(m_monitor.sample(alpha, milliseconds(1)));
        QCOMPARE(finding().kind(), Kind::Nothing);
    }

    void aStoppedFeedIsToldApartFromATimeout()
    {
        open();
        m_record->apply(m_monitor.sample(alpha, milliseconds(1)));
        FeedStale stale;
        stale.waited = seconds(30);
        stale.messages = 1234;
        stale.expected = QStringLiteral("\"e\":\"trade\"");
        stale.sinceLastPong = seconds(4);
        m_record->apply(ConnectionEvent{alpha, 1, m_monitor.now(), stale});
        const PeerFinding stopped = finding();
        QCOMPARE(stopped.kind(), Kind::Stale);
        QVERIFY(stopped.isCurrent());
        QCOMPARE(stopped.time(), m_monitor.now());
        QCOMPARE(stopped.inShort(), QStringLiteral("Feed silent for 30 s"));
        QCOMPARE(stopped.sentence(),
                 QStringLiteral("Connected, and it answers pings, but it sent nothing that matches "
                                "“\"e\":\"trade\"” for 30 s."));
        QCOMPARE(stopped.suspicion(), (Suspicion{Suspect::Peer, Suspect::Proxy}));
        QCOMPARE(valueOf(stopped.facts(PeerFacts()), "Such messages in this connection"),
                 QStringLiteral("1,234"));
        QCOMPARE(valueOf(stopped.facts(PeerFacts()), "Last pong before"), QStringLiteral("4 s"));
        // Without a pong since then, it must not say that the peer answers.
        stale.sinceLastPong = {};
        stale.expected.clear();
        m_record->apply(ConnectionEvent{alpha, 1, m_monitor.now(), stale});
        QCOMPARE(finding().sentence(), QStringLiteral("Connected, but it sent no message for 30 s."));
        m_record->apply(ConnectionEvent{alpha, 1, m_monitor.now(), FeedSeen{1235, m_monitor.now()}});
        QCOMPARE(finding().kind(), Kind::Nothing);
    }

    void slowAnswersSayWhereTheTimeGoes()
    {
        open();
        PingSample sample = m_monitor.sample(alpha, milliseconds(300), PingOutcome::Slow);
        sample.tcpRtt = microseconds(50);
        m_record->apply(sample);
        const PeerFinding slow = finding();
        QCOMPARE(slow.kind(), Kind::Slow);
        QCOMPARE(slow.inShort(), QStringLiteral("Slow in the peer"));
        QCOMPARE(slow.suspicion().likely, Suspects(Suspect::Peer));
        QVERIFY(slow.sentence(milliseconds(250)).contains(QStringLiteral("over 250 ms")));
        QCOMPARE(valueOf(slow.facts(PeerFacts(), milliseconds(250)), "Slow after"), QStringLiteral("250 ms"));
        QCOMPARE(valueOf(slow.facts(PeerFacts()), "TCP round trip"), QStringLiteral("0.050 ms"));
        m_record->apply(m_monitor.sample(alpha, milliseconds(1)));
        QCOMPARE(finding().kind(), Kind::Nothing);
    }

    void limitOfItsOwnPastIsShownAsSuch()
    {
        open();
        m_record->apply(ConnectionEvent{alpha, 1, m_monitor.now(), SlowLimitLearned{milliseconds(212)}});
        m_record->apply(m_monitor.sample(alpha, milliseconds(300), PingOutcome::Slow));
        QVERIFY(finding().sentence().contains(QStringLiteral("over 212 ms")));
        QVERIFY(valueOf(finding().facts(PeerFacts()), "Slow after").contains(QStringLiteral("automatic")));
        QVERIFY(valueOf(PeerFacts().ofOpening(*m_record), "Slow after").contains(QStringLiteral("212")));
        QCOMPARE(valueOf(finding().facts(PeerFacts(), milliseconds(250)), "Slow after"),
                 QStringLiteral("250 ms"));
    }

    void wrongPongsWhileTheConnectionIsKept()
    {
        open();
        m_monitor.advance(seconds(1));
        m_record->apply(
            ConnectionEvent{alpha, 1, m_monitor.now(),
                            PingTimedOut{1, seconds(3), Evidence::PeerSilent, {}, milliseconds(900), 1}});
        QCOMPARE(finding().inShort(), QStringLiteral("No right pong for 3 s"));
        QVERIFY(finding().sentence().contains(QStringLiteral("answers pings, but wrongly")));
    }

    void aPeerThatIsHeldBackSaysWhatItWaitsFor()
    {
        m_record->apply(m_monitor.ended(alpha, refused()));
        m_record->setHold(
            PeerHold{PeerHold::Kind::SecretMissing, m_monitor.now(), QStringLiteral("no such entry")});
        QCOMPARE(finding().kind(), Kind::Held);
        QCOMPARE(finding().suspicion().likely, Suspects(Suspect::ThisSide));
        QVERIFY(finding().sentence().contains(QStringLiteral("no such entry")));
        QCOMPARE(finding().time(), WallTime{});
    }

private:
    [[nodiscard]] PeerFinding finding() const { return PeerFinding(*m_record); }

    void open()
    {
        m_record->apply(m_monitor.state(alpha, ConnectionState::Open));
        m_record->apply(m_monitor.opened(alpha));
    }

    static Verdict refused()
    {
        Verdict verdict;
        verdict.cause = Cause::Refused;
        verdict.phase = DialPhase::Tcp;
        return verdict;
    }

    TestSupport::SyntheticMonitor m_monitor;
    std::optional<PeerRecord> m_record;
};

QTEST_GUILESS_MAIN(TestPeerFinding)
#include "tst_peerfinding.moc"
