// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/connectionlimit.h"
#include "engine/diagnosis/diagnosis.h"
#include "engine/diagnosis/suspicion.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <vector>

using namespace Pongwatch;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::vector<Pongwatch::EndPattern>)

namespace
{

using Maybe = std::optional<nanoseconds>;

/// A cut at this age, this long after the last pong and the last message; whichever was later was the last to
/// come in.
EndPattern cutAt(nanoseconds age, Maybe sincePong = {}, Maybe sinceData = {})
{
    EndPattern end;
    end.cause = Cause::Eof;
    end.age = age;
    end.sinceLastPong = sincePong;
    end.sinceLastData = sinceData;
    end.sinceLastReceived = std::min({age, sincePong.value_or(age), sinceData.value_or(age)});
    return end;
}

EndPattern resetAt(nanoseconds age, Maybe sincePong = {}, Maybe sinceData = {})
{
    EndPattern end = cutAt(age, sincePong, sinceData);
    end.cause = Cause::Reset;
    return end;
}

EndPattern closedAt(quint16 code, nanoseconds age, Maybe sincePong = {}, Maybe sinceData = {})
{
    EndPattern end = cutAt(age, sincePong, sinceData);
    end.cause = Cause::PeerClose;
    end.closeCode = code;
    end.sinceLastReceived = 0ns; // the Close frame
    return end;
}

/// "age 10 min", or "none".
QByteArray inWords(const std::optional<ConnectionLimit> &limit)
{
    if (!limit)
        return "none";
    return QByteArray(toWord(limit->kind).data()) + ' ' + QByteArray::number(limit->length / 1ms) + " ms" +
           (limit->pingsReset ? ", pings reset it" : "");
}

} // namespace

/// What several ends of a peer reveal of the limit that caused them.
class TestConnectionLimit : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void limits_data()
    {
        QTest::addColumn<std::vector<EndPattern>>("ends"); // the newest last
        QTest::addColumn<QByteArray>("limit");
        const auto row = [](const char *name, const std::vector<EndPattern> &ends, const char *limit) {
            QTest::newRow(name) << ends << QByteArray(limit);
        };

        row("one cut, silent for 60 s", {cutAt(60s)}, "idle 60000 ms");
        row("one cut, silent for 60 s after a pong", {cutAt(200s, 60300ms)}, "idle 60000 ms");
        row("one cut, at no special time", {cutAt(17s)}, "none");
        row("silent for 17 s, twice", {cutAt(17s), cutAt(17200ms)}, "idle 17000 ms");
        row("silent for 17 s, by FIN and by RST", {cutAt(17s), resetAt(17s)}, "idle 17000 ms");
        row("silent for 17 s at different ages, pongs before",
            {cutAt(17s), cutAt(57s, 17100ms), cutAt(37s, 17s)}, "idle 17000 ms, pings reset it");
        row("accepted and dropped", {cutAt(200ms), cutAt(200ms), cutAt(210ms)}, "none");

        row("10 min, while pings were answered", {cutAt(600s, 12s)}, "age-or-data-idle 600000 ms");
        row("2 h, while messages passed", {cutAt(7200s, 12s, 3s)}, "age 7200000 ms");
        row("2 h, politely, once: could be anything", {closedAt(1001, 7200s, 12s, 3s)}, "age 7200000 ms");
        row("7 s each time, while pings were answered", {cutAt(7s, 1s), cutAt(7s, 3s)},
            "age-or-data-idle 7000 ms");
        row("7 s each time, while messages passed", {cutAt(7s, 1s, 4s), cutAt(7s, 3s, 2s)}, "age 7000 ms");
        row("7 s each time, politely, while pings were answered",
            {closedAt(1001, 7s, 1s), closedAt(1001, 7100ms, 3s)}, "age-or-data-idle 7000 ms");
        row("7 s each time, by a code of its own", {closedAt(4001, 7s, 1s), closedAt(4001, 7s, 3s)}, "none");
        row("7 s each time, restarting", {closedAt(1012, 7s, 1s), closedAt(1012, 7s, 3s)}, "none");
        row("pings were answered, ages differ", {cutAt(7s, 1s), cutAt(12s, 3s), cutAt(31s, 2s)}, "none");

        // Known as an idle timeout; then a ping was answered in time, but that changed nothing.
        row("idle at 5 s, three times, and then a pong 1 s before",
            {cutAt(5s), cutAt(5s), cutAt(5s), cutAt(5s, 1s)}, "age-or-data-idle 5000 ms");
        row("and silent again", {cutAt(5s), cutAt(5s, 1s), cutAt(5s)}, "age-or-data-idle 5000 ms");
        row("idle at 60 s, once, and then a pong 1 s before", {cutAt(60s), cutAt(60s, 1s)},
            "age-or-data-idle 60000 ms");
        row("a first pong at once after opening is no late one", {cutAt(5s, 4990ms), cutAt(5s, 4995ms)},
            "idle 4990 ms");

        row("45 s after the last message, though pongs came",
            {cutAt(45s, 5s), cutAt(200s, 1s, 45s), cutAt(90s, 3s, 45200ms)}, "data-idle 45200 ms");
        row("45 s after the last message, once", {cutAt(200s, 1s, 45s)}, "none");
        row("45 s after the last message at one age: the age may be it",
            {cutAt(200s, 1s, 45s), cutAt(200s, 2s, 45s)}, "age 200000 ms");
    }

    void limits()
    {
        QFETCH(std::vector<EndPattern>, ends);
        const EndPattern now = ends.back();
        ends.pop_back();
        const std::optional<ConnectionLimit> limit = limitOf(now, ends);
        QTEST(inWords(limit).replace("4995", "4990").replace("17200", "17000").replace("7100", "7000"),
              "limit");
    }

    void limitPointsToAProxy_data() { limits_data(); }

    void limitPointsToAProxy()
    {
        QFETCH(std::vector<EndPattern>, ends);
        Verdict verdict;
        verdict.cause = ends.back().cause;
        verdict.age = ends.back().age;
        verdict.sinceLastReceived = ends.back().sinceLastReceived;
        verdict.received = CloseFrame{ends.back().closeCode, {}};
        const EndPattern now = ends.back();
        ends.pop_back();
        verdict.limit = limitOf(now, ends);
        QCOMPARE(suspicionOf(verdict).likely.testFlag(Suspect::Proxy), verdict.limit.has_value());
    }

    void knownLimitIsOfTheVerdict()
    {
        CloseFacts facts;
        TransportEnd end;
        end.cause = Cause::Reset;
        facts.end = end;
        facts.open = OpenFacts{.age = 7s, .sinceLastReceived = 1s, .sinceLastPong = 1s};
        const std::vector<EndPattern> earlier{cutAt(7s, 2s)};
        facts.earlier = earlier;
        const Verdict verdict = diagnose(facts);
        QVERIFY(verdict.limit);
        QCOMPARE(verdict.limit->kind, LimitKind::AgeOrDataIdle);
        QCOMPARE(limitOf(verdict), verdict.limit);
    }
};

QTEST_GUILESS_MAIN(TestConnectionLimit)
#include "tst_connectionlimit.moc"
