// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Pongwatch::PingSample)

namespace
{

PingSample slow(nanoseconds rtt, std::optional<nanoseconds> tcpRtt, SampleMarks marks = {})
{
    PingSample sample;
    sample.rtt = rtt;
    sample.tcpRtt = tcpRtt;
    sample.outcome = PingOutcome::Slow;
    sample.marks = marks;
    return sample;
}

} // namespace

class TestSlowness : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void place_data()
    {
        QTest::addColumn<PingSample>("sample");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("pointsTo");
        const auto row = [](const char *name, const PingSample &sample, const char *title,
                            const char *pointsTo) {
            QTest::newRow(name) << sample << QString::fromUtf8(title) << QString::fromUtf8(pointsTo);
        };
        using namespace std::chrono_literals;
        row("TCP is quick", slow(300ms, 50us), "Slow in the peer", "Points to the peer, perhaps to a proxy.");
        row("TCP takes a quarter", slow(400ms, 100ms), "Slow in the peer",
            "Points to the peer, perhaps to a proxy.");
        row("TCP is just over a quarter", slow(400ms, 100ms + 1ns), "Slow: peer or network",
            "Points to the network or the peer, perhaps to a proxy.");
        row("TCP is just under a half", slow(400ms, 200ms - 1ns), "Slow: peer or network",
            "Points to the network or the peer, perhaps to a proxy.");
        row("TCP takes half of it", slow(400ms, 200ms), "Slow in the network", "Points to the network.");
        row("TCP takes more than the whole, as samples of earlier versions say", slow(300ms, 500ms),
            "Slow in the network", "Points to the network.");
        row("TCP is not known", slow(300ms, {}), "Slow: peer or network",
            "Points to the network or the peer, perhaps to a proxy.");
        row("TCP has not measured yet", slow(300ms, 0ns), "Slow: peer or network",
            "Points to the network or the peer, perhaps to a proxy.");
        row("this program was late", slow(300ms, 50us, SampleMark::ObserverLag),
            "Slow: this program was late", "Points to this side.");
        row("behind other bytes", slow(300ms, 50us, SampleMark::BehindTraffic), "Slow behind other traffic",
            "Points to the network or the peer, perhaps to a proxy.");
        row("by hand", slow(300ms, 50us, SampleMark::Manual), "Slow in the peer",
            "Points to the peer, perhaps to a proxy.");
    }

    void place()
    {
        QFETCH(const PingSample, sample);
        QTEST(slowTitle(sample), "title");
        QTEST(suspicionSentence(suspicionOfSlow(sample)), "pointsTo");
    }

    void nobodyIsBothLikelyAndPossible_data() { place_data(); }

    void nobodyIsBothLikelyAndPossible()
    {
        QFETCH(const PingSample, sample);
        const Suspicion suspicion = suspicionOfSlow(sample);
        QVERIFY(suspicion.likely);
        QCOMPARE(suspicion.likely & suspicion.possible, Suspects());
    }

    void sentences()
    {
        using namespace std::chrono_literals;
        QCOMPARE(
            explainSlow(slow(301ms, 50us), 250ms),
            QStringLiteral("The last answer took 301 ms; anything over 250 ms is slow. TCP's own round trip "
                           "takes under 1 ms: the time passed in the peer's program, or in a proxy in "
                           "front of it, not in the network."));
        QCOMPARE(explainSlow(slow(400ms, 380ms), {}),
                 QStringLiteral("The last answer took 400 ms. TCP's own round trip takes 380 ms of it: the "
                                "network is slow, not the peer."));
        QVERIFY(explainSlow(slow(400ms, 150ms), {})
                    .contains(QStringLiteral("takes 150 ms of it, the peer's program")));
        QVERIFY(explainSlow(slow(400ms, {}), {}).contains(QStringLiteral("can't be told")));
    }
};

QTEST_GUILESS_MAIN(TestSlowness)
#include "tst_slowness.moc"
