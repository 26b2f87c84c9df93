// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/traceprobing.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <functional>
#include <map>
#include <random>

using namespace Pongwatch;

namespace
{

/// What a network made up answers to the `round`-th probe of a TTL, and after how long. nullopt: never.
struct Answer {
    MtrReply::Kind kind = MtrReply::Kind::TtlExpired;
    QString address;
    milliseconds after{1};
};
using Network = std::function<std::optional<Answer>(int ttl, int round)>;

QString router(int ttl)
{
    return QStringLiteral("10.0.%1.1").arg(ttl);
}

const QString destination = QStringLiteral("203.0.113.7");

std::optional<Answer> wholePath(int ttl, int hops)
{
    return ttl >= hops ? Answer{MtrReply::Kind::Reply, destination, milliseconds(hops)}
                       : Answer{MtrReply::Kind::TtlExpired, router(ttl), milliseconds(ttl)};
}

/// Runs a probing against a network on a clock of its own.
struct Simulation {
    SteadyTime now{};
    int probes = 0;
    std::map<int, int> sent; ///< by TTL
    PathTrace trace;
    nanoseconds took{0};

    explicit Simulation(const Network &network, int expectedHops = 0,
                        TraceProtocol protocol = TraceProtocol::Tcp, const QSet<QString> &own = {},
                        bool saysNoReply = true)
    {
        now += std::chrono::hours(1);
        const SteadyTime begun = now;
        TraceProbing probing({QStringLiteral("edge"), destination, 443, protocol, false}, {}, expectedHops,
                             now);
        std::multimap<SteadyTime, MtrReply> coming;
        for (int turns = 0; !probing.isDone(); ++turns) {
            QVERIFY2(turns < 100000, "it never ends");
            for (const MtrProbe &probe : probing.takeDue(now)) {
                ++probes;
                const std::optional<Answer> answer = network(probe.ttl, sent[probe.ttl]++);
                if (answer && answer->after < probe.timeout)
                    coming.emplace(now + answer->after,
                                   MtrReply{probe.token, answer->kind, answer->address, answer->after, {}});
                else if (saysNoReply)
                    coming.emplace(now + probe.timeout,
                                   MtrReply{probe.token, MtrReply::Kind::NoReply, {}, {}, {}});
            }
            const std::optional<SteadyTime> next = probing.nextAt();
            if (coming.empty() && !next)
                break;
            now = std::max(now, coming.empty() ? *next
                                : next         ? std::min(*next, coming.begin()->first)
                                               : coming.begin()->first);
            while (!coming.empty() && coming.begin()->first <= now) {
                probing.take(coming.begin()->second, now);
                coming.erase(coming.begin());
            }
        }
        QVERIFY(probing.isDone());
        trace = probing.soFar(own);
        took = now - begun;
    }
};

} // namespace

/// Which probes are sent, and what their replies amount to, against networks that are made up.
class TestTraceProbing : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void wholePathIsMeasured_data()
    {
        QTest::addColumn<int>("hops");
        for (const int hops : {1, 2, 5, 12, 25})
            QTest::addRow("%d hops", hops) << hops;
    }

    void wholePathIsMeasured()
    {
        QFETCH(int, hops);
        const Simulation run([hops](int ttl, int) { return wholePath(ttl, hops); });
        QVERIFY(run.trace.reached);
        QCOMPARE(run.trace.hops.size(), hops);
        for (const PathHop &hop : run.trace.hops) {
            QVERIFY(hop.sent >= 9 && hop.sent <= 10);
            QCOMPARE(hop.answered, hop.sent);
            QCOMPARE(hop.addresses.size(), 1);
            QCOMPARE(*hop.median, nanoseconds(milliseconds(hop.ttl)));
        }
        QCOMPARE(run.trace.hops.constLast().addresses.constFirst().address, destination);
        // Probes beyond the destination are connections more to its port: none, since it answers at once.
        QCOMPARE(run.sent.rbegin()->first, hops);
        QVERIFY(run.took < seconds(20));
    }

    /// Answers that take as long as several probes apart: a few too many go out before the destination is
    /// known.
    void farDestinationGetsFewProbesTooMany()
    {
        const Simulation run([](int ttl, int) {
            auto answer = wholePath(ttl, 6);
            answer->after = milliseconds(180);
            return answer;
        });
        QVERIFY(run.trace.reached);
        QCOMPARE(run.trace.hops.size(), 6);
        int beyond = 0;
        for (const auto &[ttl, count] : run.sent)
            beyond += ttl > 6 ? count : 0;
        QVERIFY2(beyond <= 4, qPrintable(QString::number(beyond)));
    }

    void cutPathEndsSoon()
    {
        const Simulation run([](int ttl, int) -> std::optional<Answer> {
            return ttl <= 3 ? wholePath(ttl, 9) : std::nullopt;
        });
        QVERIFY(!run.trace.reached);
        QCOMPARE(run.trace.hops[2].answered, run.trace.hops[2].sent);
        QCOMPARE(run.trace.hops[3].answered, 0U);
        QCOMPARE(run.trace.hops.size(), 3 + ProbePlan().silentHops);
        QVERIFY2(run.took < seconds(15), qPrintable(QString::number(toSeconds(run.took))));
        QVERIFY2(run.probes < 120, qPrintable(QString::number(run.probes)));
    }

    void silentRoutersAreLookedBeyond()
    {
        const Simulation run([](int ttl, int) -> std::optional<Answer> {
            return ttl >= 3 && ttl <= 8 ? std::nullopt : wholePath(ttl, 9);
        });
        QVERIFY(run.trace.reached);
        QCOMPARE(run.trace.hops.size(), 9);
        QVERIFY(run.trace.hops[4].addresses.isEmpty());
        QCOMPARE(run.trace.hops[4].loss(), 1.0);
    }

    /// As far as the destination was before, whoever answers on the way.
    void knownLengthIsTriedInFull()
    {
        const Network onlyTheEnd = [](int ttl, int) -> std::optional<Answer> {
            return ttl < 15 ? std::nullopt : wholePath(ttl, 15);
        };
        QVERIFY(!Simulation(onlyTheEnd).trace.reached);
        QVERIFY(Simulation(onlyTheEnd, 15).trace.reached);
    }

    /// The kernel sends a lost SYN again after a second: what then answers is no slow answer.
    void answerToARepeatedSynIsALoss()
    {
        const Network network = [](int ttl, int round) {
            auto answer = wholePath(ttl, 4);
            if (ttl == 4 && round == 0)
                answer->after = milliseconds(1003);
            return answer;
        };
        const Simulation tcp(network);
        const PathHop &destinationHop = tcp.trace.hops.constLast();
        QCOMPARE(destinationHop.sent - destinationHop.answered, 1U);
        QVERIFY(*destinationHop.worst < milliseconds(100));
        // One in ten may be chance: more probes tell.
        QVERIFY(destinationHop.sent >= 29);
        const Simulation icmp(network, 0, TraceProtocol::Icmp);
        QCOMPARE(icmp.trace.hops.constLast().loss(), 0.0);
        QVERIFY(*icmp.trace.hops.constLast().worst > seconds(1));
    }

    void lossIsMeasuredWithMoreProbes()
    {
        std::mt19937 chance(1);
        const Simulation run([&chance](int ttl, int) -> std::optional<Answer> {
            if (ttl >= 3 && chance() % 10 < 3)
                return std::nullopt;
            return wholePath(ttl, 5);
        });
        QVERIFY(run.trace.reached);
        QVERIFY(run.trace.hops.constLast().sent >= 29);
        QVERIFY(run.trace.hops.constLast().loss() > 0.1);
        QCOMPARE(run.trace.hops[1].loss(), 0.0);
        QVERIFY2(run.took < seconds(35), qPrintable(QString::number(toSeconds(run.took))));
    }

    /// Recorded with the link behind router 2 down: its word comes to any TTL, in the end not to its own.
    void refusalBelongsToTheRouter()
    {
        const Simulation run([](int ttl, int round) -> std::optional<Answer> {
            if (ttl == 1)
                return wholePath(ttl, 5);
            if (round == 0 || (ttl == 8 && round == 1))
                return Answer{MtrReply::Kind::NoRoute, router(2), milliseconds(ttl == 8 ? 900 : 1)};
            return std::nullopt;
        });
        QVERIFY(!run.trace.reached);
        QCOMPARE(run.trace.refusedBy, router(2));
        QVERIFY(!run.trace.refusedHere);
        QCOMPARE(run.trace.hops[1].addresses.constFirst().address, router(2));
        QVERIFY(!run.trace.hops[1].median); // how long a refusal takes is no latency
        QCOMPARE(run.trace.hops[2].answered, 0U);
    }

    /// Recorded with nobody there to take packets on this machine's own network.
    void ownRefusalIsNoHop()
    {
        const QString own = QStringLiteral("10.77.0.1");
        const Simulation run(
            [own](int, int round) -> std::optional<Answer> {
                if (round > 0)
                    return std::nullopt;
                return Answer{MtrReply::Kind::NoRoute, own, milliseconds(3055)};
            },
            0, TraceProtocol::Tcp, {own});
        QVERIFY(!run.trace.reached);
        QVERIFY(run.trace.refusedHere);
        QCOMPARE(run.trace.hops[0].answered, 0U);
    }

    void unsentProbesAreToldFromLostOnes()
    {
        const Simulation run([](int, int) { return Answer{MtrReply::Kind::NotSent, {}, milliseconds(0)}; });
        QVERIFY(run.trace.notSent);
        QVERIFY(run.trace.hops.isEmpty());
    }

    void sharedLoadShowsEachAddress()
    {
        const Simulation run([](int ttl, int round) {
            auto answer = wholePath(ttl, 5);
            if (ttl == 3 && round % 3 == 0)
                answer->address = QStringLiteral("10.0.3.99");
            return answer;
        });
        const PathHop &shared = run.trace.hops[2];
        QCOMPARE(shared.addresses.size(), 2);
        QCOMPARE(shared.addresses[0].address, router(3)); // the most answers first
        QCOMPARE(shared.addresses[0].answers + shared.addresses[1].answers, shared.answered);
    }

    /// Whoever answers as each time another: what is kept of it is bounded.
    void hostileAddressesAreBounded()
    {
        const Simulation run([](int ttl, int round) -> std::optional<Answer> {
            return Answer{MtrReply::Kind::TtlExpired, QStringLiteral("10.%1.%2.9").arg(ttl).arg(round),
                          milliseconds(1)};
        });
        QVERIFY(!run.trace.reached);
        QCOMPARE(run.trace.hops.size(), ProbePlan().mostHops);
        for (const PathHop &hop : run.trace.hops)
            QVERIFY(hop.addresses.size() <= PathHop::mostAddresses);
    }

    /// mtr-packet that never says what became of a probe.
    void missingRepliesEndByThemselves()
    {
        const Simulation run([](int, int) { return std::nullopt; }, 0, TraceProtocol::Tcp, {}, false);
        QVERIFY(!run.trace.reached);
        QVERIFY(run.took < seconds(20));
    }

    void foreignTokensChangeNothing()
    {
        const SteadyTime now{};
        TraceProbing probing({QStringLiteral("edge"), destination, 443, TraceProtocol::Tcp, false}, {}, 0,
                             now);
        const std::vector<MtrProbe> probes = probing.takeDue(now);
        QCOMPARE(probes.size(), size_t(1));
        const MtrReply reply{probes[0].token, MtrReply::Kind::Reply, destination, milliseconds(2), {}};
        for (const quint32 token : {0U, 1U, 99U, probes[0].token + 1, 999999999U})
            probing.take(MtrReply{token, MtrReply::Kind::Reply, destination, milliseconds(2), {}}, now);
        QVERIFY(!probing.soFar({}).reached);
        probing.take(reply, now);
        probing.take(MtrReply{probes[0].token, MtrReply::Kind::TtlExpired, router(9), milliseconds(2), {}},
                     now);
        const PathTrace trace = probing.soFar({});
        QVERIFY(trace.reached);
        QCOMPARE(trace.hops[0].answered, 1U);
        QCOMPARE(trace.hops[0].addresses.constFirst().address, destination);
    }
};

QTEST_GUILESS_MAIN(TestTraceProbing)
#include "tst_traceprobing.moc"
