// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Pongwatch::Verdict)

namespace
{

Verdict ended(Cause cause, DialPhase phase = DialPhase::Open)
{
    Verdict verdict;
    verdict.cause = cause;
    verdict.phase = phase;
    verdict.age = seconds(700);
    if (phase == DialPhase::Open) {
        verdict.sinceLastReceived = seconds(2);
    }
    return verdict;
}

Verdict closedByPeer(std::optional<quint16> code, const QString &reason = {})
{
    Verdict verdict = ended(Cause::PeerClose);
    verdict.received = CloseFrame{code, reason};
    return verdict;
}

Verdict noPong(Evidence evidence, quint64 foreignPongs = 0)
{
    Verdict verdict = ended(Cause::KeepaliveTimeout);
    verdict.evidence = evidence;
    verdict.foreignPongs = foreignPongs;
    return verdict;
}

Verdict rejected(int status)
{
    Verdict verdict = ended(Cause::HandshakeRejected, DialPhase::Upgrade);
    verdict.httpStatus = status;
    return verdict;
}

Verdict tls(const char *detail)
{
    Verdict verdict = ended(Cause::Tls, DialPhase::Tls);
    verdict.detail = QString::fromUtf8(detail);
    return verdict;
}

Verdict cutAfterSilence(Cause cause, nanoseconds silence, quint32 similar = 1)
{
    Verdict verdict = ended(cause);
    verdict.sinceLastReceived = silence;
    verdict.age = silence;
    verdict.similarEnds = similar;
    return verdict;
}

Verdict afterSuspend(Verdict verdict, nanoseconds sinceResume)
{
    verdict.sinceResume = sinceResume;
    return verdict;
}

} // namespace

class TestSuspicion : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const Verdict &verdict, const char *sentence) {
            QTest::newRow(name) << verdict << QString::fromUtf8(sentence);
        };

        row("closed here", ended(Cause::LocalClose), "");
        row("closed here after suspend", afterSuspend(ended(Cause::LocalClose), seconds(2)), "");

        row("1000", closedByPeer(1000), "Points to the peer.");
        row("an empty Close frame", closedByPeer(std::nullopt), "Points to the peer.");
        row("1002", closedByPeer(1002), "Points to a proxy, perhaps to this side or the peer.");
        row("1008", closedByPeer(1008), "Points to this side.");
        row("1011", closedByPeer(1011, QStringLiteral("oops")), "Points to the peer.");
        row("1011 for this side's pong", closedByPeer(1011, QStringLiteral("keepalive ping timeout")),
            "Points to this side or the network.");
        row("1012", closedByPeer(1012), "Points to the peer.");
        row("4001", closedByPeer(4001), "Points to the peer.");

        row("path silent", noPong(Evidence::PathSilent), "Points to the network, perhaps to the peer.");
        row("peer silent", noPong(Evidence::PeerSilent), "Points to the peer, perhaps to a proxy.");
        row("silent, nobody knows where", noPong(Evidence::Unknown),
            "Points to the network or the peer, perhaps to a proxy.");
        row("pongs of somebody else", noPong(Evidence::Unknown, 3),
            "Points to the peer, perhaps to a proxy.");
        row("pongs of somebody else before the path fell silent", noPong(Evidence::PathSilent, 3),
            "Points to the network, perhaps to the peer.");

        row("FIN", ended(Cause::Eof), "Points to the peer, perhaps to a proxy.");
        row("FIN after 60 s of silence", cutAfterSilence(Cause::Eof, milliseconds(60'030)),
            "Points to a proxy, perhaps to the peer.");
        row("FIN after 7 s of silence, again", cutAfterSilence(Cause::Eof, seconds(7), 3),
            "Points to a proxy, perhaps to the peer.");
        row("FIN after 7 s of silence, once", cutAfterSilence(Cause::Eof, seconds(7)),
            "Points to the peer, perhaps to a proxy.");
        row("RST", ended(Cause::Reset), "Points to the peer, perhaps to the network or a proxy.");
        row("RST after 90 s of silence", cutAfterSilence(Cause::Reset, seconds(90)),
            "Points to a proxy, perhaps to the peer.");
        row("the proxy hangs up", ended(Cause::Eof, DialPhase::Proxy), "Points to a proxy.");

        row("RST just after suspend", afterSuspend(ended(Cause::Reset), seconds(3)), "Points to this side.");
        row("RST long after suspend", afterSuspend(ended(Cause::Reset), seconds(61)),
            "Points to the peer, perhaps to the network or a proxy.");
        row("closed by the peer just after suspend", afterSuspend(closedByPeer(1012), seconds(3)),
            "Points to the peer.");

        row("no such host", ended(Cause::Dns, DialPhase::Dns), "Points to this side or the network.");
        row("no route", ended(Cause::Unreachable, DialPhase::Tcp), "Points to this side or the network.");
        row("refused", ended(Cause::Refused, DialPhase::Tcp),
            "Points to the peer, perhaps to this side or a proxy.");
        row("expired", tls("The certificate has expired"), "Points to the peer.");
        row("for another host", tls("The host name did not match"), "Points to this side or the peer.");
        row("wants a certificate", tls("tlsv13 alert certificate required"), "Points to this side.");
        row("401", rejected(401), "Points to this side, perhaps to the peer.");
        row("404", rejected(404), "Points to this side, perhaps to the peer.");
        row("407", rejected(407), "Points to this side.");
        row("500", rejected(500), "Points to the peer.");
        row("502", rejected(502), "Points to the peer, perhaps to a proxy.");
        row("a wrong accept key", ended(Cause::HandshakeInvalid, DialPhase::Upgrade),
            "Points to a proxy or the peer, perhaps to this side.");
        row("no answer to SYN", ended(Cause::OpenTimeout, DialPhase::Tcp),
            "Points to the network, perhaps to the peer.");
        row("no answer of the name servers", ended(Cause::OpenTimeout, DialPhase::Dns),
            "Points to this side or the network.");
        row("no answer of the proxy", ended(Cause::OpenTimeout, DialPhase::Proxy),
            "Points to a proxy, perhaps to the peer.");
        row("no answer to the upgrade", ended(Cause::OpenTimeout, DialPhase::Upgrade),
            "Points to the peer, perhaps to a proxy.");
        row("broken frames", ended(Cause::ProtocolError), "Points to the peer, perhaps to a proxy.");
        row("too big", ended(Cause::MessageTooBig), "Points to this side or the peer.");
        row("the proxy refuses", ended(Cause::Proxy, DialPhase::Proxy),
            "Points to a proxy, perhaps to this side.");
        row("anything else", ended(Cause::NetworkError), "Points to the network, perhaps to this side.");
    }

    void sentence()
    {
        QFETCH(const Verdict, verdict);
        QTEST(suspicionSentence(suspicionOf(verdict)), "sentence");
    }

    void nobodyIsBothLikelyAndPossible_data() { sentence_data(); }

    void nobodyIsBothLikelyAndPossible()
    {
        QFETCH(const Verdict, verdict);
        const Suspicion suspicion = suspicionOf(verdict);
        QCOMPARE(suspicion.likely & suspicion.possible, Suspects());
        QVERIFY2(suspicion.likely || !suspicion.possible, "somebody is possible where nobody is likely");
    }

    void allOfThemInTheOrderOfTheWay()
    {
        Suspects all;
        for (const Suspect one : allSuspects) {
            all |= one;
        }
        QCOMPARE(suspectsPhrase(all), QStringLiteral("this side, the network, a proxy or the peer"));
        QCOMPARE(suspectsPhrase({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestSuspicion)
#include "tst_suspicion.moc"
