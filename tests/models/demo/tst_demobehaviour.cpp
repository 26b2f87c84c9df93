// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demobehaviour.h"
#include "demo/demoframes.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

using Step = DemoStep::Kind;

std::unique_ptr<DemoBehaviour> behaviour(const char *target, quint32 seed = 1)
{
    return makeDemoBehaviour(std::get<DemoPath>(parseDemoPath(target)), seed);
}

QByteArray pong(const QByteArray &payload)
{
    return demoFrame(DemoOpcode::Pong, payload);
}

DemoSteps pingOnce(DemoBehaviour &peer, const QByteArray &payload = "a")
{
    return peer.pinged({false, payload}, {});
}

} // namespace

class DemoBehaviourTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnePing_data();
    void answersOnePing();
    void begins_data();
    void begins();
    void answersHeartbeats();
    void meetsTheUpgrade_data();
    void meetsTheUpgrade();
    void jitterStaysInItsRange();
    void spikesComeAtTheirTurn();
    void newestAnswersTheLastOfTwo();
    void newestAnswersALonelyPingInTheEnd();
    void idleWaitsFromTheLastByte();
    void floodKeepsItsRate();
    void floodSparesAClientThatDoesNotRead();
    void fragmentsMakeOneMessage();
};

void DemoBehaviourTest::answersOnePing_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<DemoSteps>("steps");

    const auto row = [](const char *target, const DemoSteps &steps) {
        QTest::newRow(target) << QByteArray(target) << steps;
    };
    row("/steady", {{Step::Answer, 0ms, pong("a")}});
    row("/slow?ms=300", {{Step::Answer, 300ms, pong("a")}});
    row("/wrong", {{Step::Answer, 0ms, pong("`")}});
    row("/unsolicited", {{Step::Answer, 0ms, pong("unsolicited")}, {Step::Answer, 0ms, pong("a")}});
    row("/duplicate", {{Step::Answer, 0ms, pong("a")}, {Step::Answer, 0ms, pong("a")}});
    row("/newest?ms=70", {{Step::Tick, 70ms, {}}});
    row("/stall", {{Step::Answer, 0ms, pong("a")}});
    row("/close", {{Step::Answer, 0ms, pong("a")}});
    row("/idle", {{Step::Answer, 0ms, pong("a")}});
    row("/flood", {{Step::Answer, 0ms, pong("a")}});
    row("/fragments", {{Step::SlowAnswer, 0ms, pong("a")}});
}

void DemoBehaviourTest::answersOnePing()
{
    QFETCH(const QByteArray, target);
    QFETCH(const DemoSteps, steps);

    QVERIFY(pingOnce(*behaviour(target.constData())) == steps);
}

void DemoBehaviourTest::begins_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<DemoSteps>("steps");

    const auto row = [](const char *target, const DemoSteps &steps) {
        QTest::newRow(target) << QByteArray(target) << steps;
    };
    row("/steady", {});
    row("/unsolicited", {{Step::Send, 0ms, pong("unsolicited")}});
    row("/stall?after=2", {{Step::FallSilent, 2s, {}}});
    row("/close?after=3&code=1013&reason=busy",
        {{Step::SendClose, 3s, QByteArray::fromHex("880603f5") + "busy"}});
    row("/empty-close?after=0", {{Step::SendClose, 0s, QByteArray::fromHex("8800")}});
    row("/eof?after=4", {{Step::EndOfFile, 4s, {}}});
    row("/reset?after=5", {{Step::Reset, 5s, {}}});
    row("/idle?limit=6", {{Step::Tick, 6s, {}}});
    row("/huge?after=0",
        {{Step::Send, 0s, QByteArray::fromHex("827f4000000000000000") + QByteArray(1'000, 'x')}});
}

void DemoBehaviourTest::begins()
{
    QFETCH(const QByteArray, target);
    QFETCH(const DemoSteps, steps);

    QVERIFY(behaviour(target.constData())->opened() == steps);
}

void DemoBehaviourTest::answersHeartbeats()
{
    const DemoSteps steps = behaviour("/slow?ms=20")->pinged({true, {}}, {});

    QVERIFY(steps == (DemoSteps{{Step::Answer, 20ms, demoFrame(DemoOpcode::Text, R"({"op":"pong"})")}}));
}

void DemoBehaviourTest::meetsTheUpgrade_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<DemoUpgrade>("upgrade");

    QTest::newRow("accepts") << QByteArray("/steady") << DemoUpgrade::Accept;
    QTest::newRow("accepts with a wrong key") << QByteArray("/bad-accept") << DemoUpgrade::AcceptWrongly;
    QTest::newRow("rejects") << QByteArray("/reject") << DemoUpgrade::Reject;
    QTest::newRow("never answers") << QByteArray("/hang") << DemoUpgrade::Never;
}

void DemoBehaviourTest::meetsTheUpgrade()
{
    QFETCH(const QByteArray, target);
    QFETCH(const DemoUpgrade, upgrade);

    QCOMPARE(behaviour(target.constData())->upgrade(), upgrade);
}

void DemoBehaviourTest::jitterStaysInItsRange()
{
    const auto peer = behaviour("/jitter?ms=10");
    QList<qint64> delays;
    for (int i = 0; i < 500; ++i)
        delays << pingOnce(*peer).at(0).after.count();

    QCOMPARE(*std::min_element(delays.begin(), delays.end()), 0);
    QCOMPARE(*std::max_element(delays.begin(), delays.end()), 10);
}

void DemoBehaviourTest::spikesComeAtTheirTurn()
{
    const auto peer = behaviour("/spikes?every=3&ms=400");
    QList<qint64> delays;
    for (int i = 0; i < 7; ++i)
        delays << pingOnce(*peer).at(0).after.count();

    QCOMPARE(delays, (QList<qint64>{0, 0, 400, 0, 0, 400, 0}));
}

void DemoBehaviourTest::newestAnswersTheLastOfTwo()
{
    const auto peer = behaviour("/newest");

    QVERIFY(pingOnce(*peer, "a") == (DemoSteps{{Step::Tick, 3000ms, {}}}));
    QVERIFY(pingOnce(*peer, "b") == (DemoSteps{{Step::Answer, 0ms, pong("b")}}));
    QVERIFY(peer->ticked({}).empty());
}

void DemoBehaviourTest::newestAnswersALonelyPingInTheEnd()
{
    const auto peer = behaviour("/newest?of=3");

    QCOMPARE(pingOnce(*peer, "a").at(0).kind, Step::Tick);
    QCOMPARE(pingOnce(*peer, "b").at(0).kind, Step::Tick);
    QVERIFY(peer->ticked({}).empty()); // patience for a; b has only just come
    QVERIFY(peer->ticked({}) == (DemoSteps{{Step::Answer, 0ms, pong("b")}}));
}

void DemoBehaviourTest::idleWaitsFromTheLastByte()
{
    const auto peer = behaviour("/idle?limit=1");

    QVERIFY(peer->ticked({1s, 400ms, 0}) == (DemoSteps{{Step::Tick, 600ms, {}}}));
    QVERIFY(peer->ticked({1600ms, 1s, 0}) == (DemoSteps{{Step::EndOfFile, 0ms, {}}}));
}

void DemoBehaviourTest::floodKeepsItsRate()
{
    const auto peer = behaviour("/flood?rate=200");
    QVERIFY(peer->opened() == (DemoSteps{{Step::Tick, 10ms, {}}}));

    const QByteArray first = demoFrame(DemoOpcode::Text, "flood 0") + demoFrame(DemoOpcode::Text, "flood 1");
    QVERIFY(peer->ticked({10ms, {}, 0}) == (DemoSteps{{Step::Send, 0ms, first}, {Step::Tick, 10ms, {}}}));
    // The tick comes late, but the rate is maintained.
    QCOMPARE(peer->ticked({1000ms, {}, 0}).at(0).bytes.count("flood"), 198);
}

void DemoBehaviourTest::floodSparesAClientThatDoesNotRead()
{
    const auto peer = behaviour("/flood?rate=1000");

    QVERIFY(peer->ticked({1s, {}, 1'000'000}) == (DemoSteps{{Step::Tick, 10ms, {}}}));
    QVERIFY(peer->ticked({1001ms, {}, 0}).at(0).bytes.endsWith("flood 1000"));
    QCOMPARE(peer->ticked({1001ms, {}, 0}).size(), 1U);
}

void DemoBehaviourTest::fragmentsMakeOneMessage()
{
    const auto peer = behaviour("/fragments");
    QByteArray wire;
    for (int i = 0; i < 5; ++i)
        wire += peer->ticked({}).at(0).bytes;

    QCOMPARE(wire.count("this message"), 1);
    QCOMPARE(static_cast<quint8>(wire.at(0)), 0x01);
    QVERIFY(wire.endsWith(demoFrame(DemoOpcode::Continuation, "fragments", true)));
    QVERIFY(peer->messaged(demoFrame(DemoOpcode::Text, "x")).empty());
}

QTEST_GUILESS_MAIN(DemoBehaviourTest)
#include "tst_demobehaviour.moc"
