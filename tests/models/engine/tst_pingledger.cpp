// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pingledger.h"
#include "tests/support/honesttest.h"

#include <QSet>
#include <QTest>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

const SteadyTime start{1000s};

LedgerPing ping(quint32 seq, const QByteArray &payload, nanoseconds sentAfter,
                std::optional<nanoseconds> timeout = 5s)
{
    LedgerPing result;
    result.seq = seq;
    result.payload = payload;
    result.due = start + sentAfter;
    result.handedAt = start + sentAfter;
    if (timeout)
        result.deadline = result.due + *timeout;
    return result;
}

/// "1 superseded, 2 answered"
QByteArray words(const std::vector<SettledPing> &settled)
{
    QByteArrayList list;
    for (const SettledPing &one : settled)
        list.append(QByteArray::number(one.ping.seq) + ' ' + toWord(one.outcome).data());
    return list.join(", ");
}

} // namespace

class TestPingLedger : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void payloadsAreShortAndNeverAlike()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray payload = PingLedger::unguessablePayload();
            QVERIFY(payload.size() >= 16 && payload.size() <= PingLedger::maximumPayload);
            QVERIFY(!seen.contains(payload));
            seen.insert(payload);
        }
    }

    void outcomeOfOnePing_data()
    {
        QTest::addColumn<qint64>("readAfterMs");
        QTest::addColumn<qint64>("lagMs");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("in time") << qint64(100) << qint64(0) << QByteArray("answered");
        QTest::newRow("exactly at the bound of slow") << qint64(500) << qint64(0) << QByteArray("answered");
        QTest::newRow("past the bound of slow") << qint64(501) << qint64(0) << QByteArray("slow");
        QTest::newRow("exactly at the deadline") << qint64(5000) << qint64(0) << QByteArray("slow");
        QTest::newRow("past the deadline") << qint64(5001) << qint64(0) << QByteArray("late");
        QTest::newRow("past the deadline by our own lag alone")
            << qint64(5001) << qint64(50) << QByteArray("slow");
        QTest::newRow("past the deadline by more than our lag")
            << qint64(5100) << qint64(50) << QByteArray("late");
    }
    void outcomeOfOnePing()
    {
        QFETCH(qint64, readAfterMs);
        QFETCH(qint64, lagMs);
        QFETCH(QByteArray, outcome);
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        const auto result = ledger.pong("a", start + milliseconds(readAfterMs), 500ms, milliseconds(lagMs));
        QCOMPARE(result.kind, PongKind::Settling);
        QCOMPARE(result.settled.size(), std::size_t(1));
        QCOMPARE(QByteArray(toWord(result.settled.front().outcome).data()), outcome);
        QCOMPARE(result.settled.front().elapsed, nanoseconds(milliseconds(readAfterMs)));
    }

    void laterPongSettlesEarlierPings()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 1s));
        ledger.add(ping(3, "c", 2s));
        const auto result = ledger.pong("b", start + 2500ms, {});
        QCOMPARE(words(result.settled), QByteArray("1 superseded, 2 answered"));
        QCOMPARE(result.settled.back().elapsed, nanoseconds(1500ms));
        QCOMPARE(ledger.pendingCount(), std::size_t(1));
        QCOMPARE(words(ledger.pong("c", start + 2600ms, {}).settled), QByteArray("3 answered"));
    }

    void pongOfASupersededPingIsADuplicate()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 1s));
        (void)ledger.pong("b", start + 2s, {});
        QCOMPARE(ledger.pong("a", start + 3s, {}).kind, PongKind::Duplicate);
    }

    void onePingHasOneWrongAnswer()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 1s));
        QCOMPARE(ledger.pong("", start + 2s, {}).kind, PongKind::Foreign);
        QCOMPARE(ledger.pong("", start + 2s, {}).kind, PongKind::Foreign);
        QCOMPARE(ledger.pong("", start + 2s, {}).kind, PongKind::Unsolicited);
        for (const SettledPing &missed : ledger.expire(start + 7s))
            QVERIFY(missed.ping.answeredWrongly);
    }

    void wrongAnswerMayComeAfterTheDeadline()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        QVERIFY(!ledger.expire(start + 6s).front().ping.answeredWrongly);
        QCOMPARE(ledger.pong("", start + 7s, {}).kind, PongKind::Foreign);
        QCOMPARE(ledger.pong("", start + 8s, {}).kind, PongKind::Unsolicited);
        QCOMPARE(words(ledger.pong("a", start + 9s, {}).settled), QByteArray("1 late"));
    }

    void strayPongs_data()
    {
        QTest::addColumn<bool>("waiting");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<PongKind>("kind");
        QTest::newRow("nothing waits") << false << QByteArray("x") << PongKind::Unsolicited;
        QTest::newRow("nothing waits, empty payload") << false << QByteArray() << PongKind::Unsolicited;
        QTest::newRow("another payload while a ping waits") << true << QByteArray("x") << PongKind::Foreign;
        QTest::newRow("no payload while a ping waits") << true << QByteArray() << PongKind::Foreign;
        QTest::newRow("the pong that was read before")
            << true << QByteArray("settled") << PongKind::Duplicate;
    }
    void strayPongs()
    {
        QFETCH(bool, waiting);
        QFETCH(QByteArray, payload);
        QFETCH(PongKind, kind);
        PingLedger ledger;
        ledger.add(ping(1, "settled", 0s));
        (void)ledger.pong("settled", start + 1ms, {});
        if (waiting)
            ledger.add(ping(2, "mine", 1s));
        const auto result = ledger.pong(payload, start + 2s, {});
        QCOMPARE(result.kind, kind);
        QVERIFY(result.settled.empty());
        QCOMPARE(ledger.pendingCount(), std::size_t(waiting ? 1 : 0));
    }

    void everyPingHasItsOwnDeadline()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 1s));
        QCOMPARE(*ledger.nextDeadline(), start + 5s);
        QVERIFY(ledger.expire(start + 4999ms).empty());
        const auto expired = ledger.expire(start + 5s);
        QCOMPARE(words(expired), QByteArray("1 timed-out"));
        QCOMPARE(expired.front().elapsed, nanoseconds(5s));
        QCOMPARE(*ledger.nextDeadline(), start + 6s);
    }

    void latePongIsFoundAfterTheDeadline()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        (void)ledger.expire(start + 5s);
        const auto result = ledger.pong("a", start + 7s, 100ms);
        QCOMPARE(words(result.settled), QByteArray("1 late"));
        QCOMPARE(result.settled.front().elapsed, nanoseconds(7s));
        QCOMPARE(ledger.pong("a", start + 8s, {}).kind, PongKind::Duplicate);
    }

    void withoutTimeoutNothingExpires()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s, std::nullopt));
        QVERIFY(!ledger.nextDeadline());
        QVERIFY(ledger.expire(start + 24h).empty());
        QCOMPARE(words(ledger.pong("a", start + 25h, {}).settled), QByteArray("1 answered"));
    }

    void theEndLosesWhatWaits()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 1s));
        QCOMPARE(words(ledger.loseAll(start + 2s)), QByteArray("1 lost, 2 lost"));
        QCOMPARE(ledger.pendingCount(), std::size_t(0));
    }

    void pongsOfLostPingsAreNobodysFault()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 1s));
        ledger.add(ping(3, "c", 2s));
        (void)ledger.loseAll(start + 60s); // this side stood still
        ledger.add(ping(4, "d", 60s));
        const auto kindOf = [&](const char *payload) { return ledger.pong(payload, start + 61s, {}).kind; };
        QCOMPARE(kindOf("b"), PongKind::Excused);
        QCOMPARE(kindOf("b"), PongKind::Duplicate);
        QCOMPARE(words(ledger.pong("d", start + 62s, {}).settled), QByteArray("4 answered"));
        QCOMPARE(kindOf("d"), PongKind::Duplicate);
        QCOMPARE(kindOf(""), PongKind::Excused); // a wrong answer to the last of them
        QCOMPARE(kindOf(""), PongKind::Unsolicited);
    }

    void ourOwnLagMakesNoPongSlow()
    {
        PingLedger ledger;
        ledger.add(ping(1, "a", 0s));
        ledger.add(ping(2, "b", 0s));
        QCOMPARE(words(ledger.pong("a", start + 900ms, 300ms, 700ms).settled), QByteArray("1 answered"));
        QCOMPARE(words(ledger.pong("b", start + 900ms, 300ms, 500ms).settled), QByteArray("2 slow"));
    }

    void fullLedgerAsksForNoMorePings()
    {
        PingLedger ledger;
        for (quint32 i = 0; i < PingLedger::maximumPending; ++i) {
            QVERIFY(!ledger.isFull());
            ledger.add(ping(i + 1, QByteArray::number(i), 1ms * i, std::nullopt));
        }
        QVERIFY(ledger.isFull());
    }

    void timedOutPingsAreForgottenInTheEnd()
    {
        PingLedger ledger;
        for (quint32 i = 0; i <= PingLedger::maximumRemembered; ++i) {
            ledger.add(ping(i + 1, "p" + QByteArray::number(i), 0s));
            (void)ledger.expire(start + 5s);
        }
        QCOMPARE(ledger.pong("p0", start + 6s, {}).kind, PongKind::Unsolicited);
        QCOMPARE(ledger.pong("p1", start + 6s, {}).kind, PongKind::Settling);
    }
};

QTEST_GUILESS_MAIN(TestPingLedger)
#include "tst_pingledger.moc"
