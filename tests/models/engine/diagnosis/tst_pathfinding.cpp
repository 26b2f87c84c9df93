// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explainpath.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <array>
#include <random>

using namespace Pongwatch;

namespace
{

using Kind = PathFinding::Kind;
using Side = PathFinding::Side;

/// A hop of a trace that is written down: who answered, how many of ten probes, and after how long.
struct Row {
    const char *address; ///< empty: silent
    quint32 answered = 10;
    double ms = 1;
    quint32 sent = 10;
};

PathHop hopFrom(int ttl, const Row &row)
{
    PathHop hop;
    hop.ttl = ttl;
    hop.sent = row.sent;
    const QString address = QString::fromLatin1(row.address);
    if (address.isEmpty())
        return hop;
    hop.answered = row.answered;
    hop.addresses.append({address, {}, row.answered});
    hop.best = hop.median = hop.worst = hop.last = fromSeconds((ttl + row.ms) / 1000);
    return hop;
}

PathTrace traceOf(const QList<Row> &rows, bool reached,
                  const QString &destination = QStringLiteral("203.0.113.7"))
{
    PathTrace trace;
    trace.begun = WallTime(microseconds(1'800'000'000'000'000));
    trace.target = {QStringLiteral("edge.example"), destination, 443, TraceProtocol::Tcp, false};
    for (const Row &row : rows)
        trace.hops.append(hopFrom(static_cast<int>(trace.hops.size()) + 1, row));
    trace.reached = reached;
    return trace;
}

/// Home network, provider, two of others, the peer's last router, the peer.
const QList<Row> usual{{"192.168.1.1"},  {"100.64.0.1"},  {"198.51.100.1"},
                       {"198.51.100.9"}, {"203.0.113.1"}, {"203.0.113.7"}};

PathTrace good()
{
    PathTrace trace = traceOf(usual, true);
    trace.begun -= std::chrono::minutes(18);
    return trace;
}

/// The first hops of it, and then silence.
PathTrace endingAt(int hop)
{
    QList<Row> rows = usual.mid(0, hop);
    for (int i = 0; i < 8; ++i)
        rows.append(Row{""});
    return traceOf(rows, false);
}

} // namespace

Q_DECLARE_METATYPE(Pongwatch::PathFinding::Kind)
Q_DECLARE_METATYPE(Pongwatch::PathFinding::Side)

/// What a trace says beside the last good one: a table of traces.
class TestPathFinding : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreNamed_data()
    {
        QTest::addColumn<int>("hop");
        QTest::addColumn<bool>("withGood");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Side>("side");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, int hop, bool withGood, Kind kind, Side side,
                            const char *words) {
            QTest::newRow(name) << hop << withGood << kind << side << QString::fromUtf8(words);
        };
        row("nothing answers", 0, true, Kind::NothingAnswers, Side::Ours, "not even the first router");
        row("nothing answers, ever", 0, false, Kind::NothingAnswers, Side::Ours, "not even the first router");
        row("own router only: where it meets the provider", 1, true, Kind::Ends, Side::Ours,
            "hop 2 was 100.64.0.1");
        row("own router only, nothing known", 1, false, Kind::Ends, Side::Ours, "No earlier trace");
        row("the provider's first", 2, true, Kind::Ends, Side::Between, "hop 3 was 198.51.100.1");
        row("the provider's first, nothing known", 2, false, Kind::Ends, Side::Unknown,
            "beyond hop 2 (100.64.0.1)");
        row("between", 3, true, Kind::Ends, Side::Between, "hop 4 was 198.51.100.9");
        row("before the last router", 4, true, Kind::Ends, Side::Between, "hop 5 was 203.0.113.1");
        row("the last router", 5, true, Kind::Ends, Side::Theirs, "the last router; the peer behind it");
        row("the last router, nothing known", 5, false, Kind::Ends, Side::Unknown, "No earlier trace");
    }

    void endsAreNamed()
    {
        QFETCH(int, hop);
        QFETCH(bool, withGood);
        QFETCH(Kind, kind);
        QFETCH(Side, side);
        QFETCH(QString, words);
        const PathTrace before = good();
        const PathTrace trace = endingAt(hop);
        const PathFinding finding = findOnPath(trace, withGood ? &before : nullptr);
        QCOMPARE(finding.kind, kind);
        QCOMPARE(finding.lastAnswering, hop);
        QCOMPARE(finding.side, side);
        const QString sentence = explainPath(trace, withGood ? &before : nullptr);
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
    }

    /// Hops that never answer are no end of the path.
    void silentHopsBeyondAreSkipped()
    {
        PathTrace before = good();
        before.hops[3] = hopFrom(4, {""});
        const PathTrace trace = endingAt(3);
        const QString sentence = explainPath(trace, &before);
        QVERIFY2(sentence.contains(QLatin1String("hop 5 was 203.0.113.1")), qPrintable(sentence));
    }

    void firstRouterThatNeverAnswersProvesNothing()
    {
        PathTrace before = good();
        before.hops[0] = hopFrom(1, {""});
        const PathFinding finding = findOnPath(endingAt(0), &before);
        QCOMPARE(finding.kind, Kind::NothingAnswers);
        QCOMPARE(finding.side, Side::Unknown);
    }

    void moreHopsThanBefore()
    {
        PathTrace before = traceOf({{"192.168.1.1"}, {"100.64.0.1"}, {"203.0.113.7"}}, true);
        const QString sentence = explainPath(endingAt(4), &before);
        QVERIFY2(sentence.contains(QLatin1String("go astray")), qPrintable(sentence));
    }

    void aTraceWithoutHopsIsNothingToCompareWith()
    {
        const PathTrace empty = traceOf({}, true); // as a damaged history may have it
        for (const PathTrace &trace : {endingAt(2), endingAt(0), good()}) {
            QCOMPARE(explainPath(trace, &empty), explainPath(trace, nullptr));
            QCOMPARE(findOnPath(trace, &empty), findOnPath(trace, nullptr));
        }
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<int>("shown"); ///< the hop that it answered; 0: none
        QTest::addColumn<bool>("withGood");
        QTest::addColumn<int>("hop");
        QTest::addColumn<Side>("side");
        QTest::newRow("at its own place") << "198.51.100.1" << 3 << true << 3 << Side::Between;
        QTest::newRow("at another place, as its limit has it")
            << "198.51.100.1" << 8 << true << 3 << Side::Between;
        QTest::newRow("at another place, and nothing known")
            << "198.51.100.1" << 8 << false << 0 << Side::Unknown;
        QTest::newRow("the next one, and nothing known")
            << "198.51.100.1" << 3 << false << 3 << Side::Unknown;
        QTest::newRow("the last router") << "203.0.113.1" << 5 << true << 5 << Side::Theirs;
        QTest::newRow("the own router") << "192.168.1.1" << 1 << true << 1 << Side::Ours;
    }

    void refusals()
    {
        QFETCH(QString, by);
        QFETCH(int, shown);
        QFETCH(bool, withGood);
        QFETCH(int, hop);
        QFETCH(Side, side);
        const PathTrace before = good();
        PathTrace trace = endingAt(std::min(2, shown - 1));
        for (int ttl = 3; ttl < shown && shown == 5; ++ttl)
            trace.hops[ttl - 1] = before.hops[ttl - 1];
        trace.hops[shown - 1].answered = 2;
        trace.hops[shown - 1].addresses = {{by, QStringLiteral("core.example.net"), 2}};
        trace.refusedBy = by;
        const PathFinding finding = findOnPath(trace, withGood ? &before : nullptr);
        QCOMPARE(finding.kind, Kind::Refused);
        QCOMPARE(finding.lastAnswering, hop);
        QCOMPARE(finding.side, side);
        const QString sentence = explainPath(trace, withGood ? &before : nullptr);
        QVERIFY2(sentence.contains(by) && sentence.contains(QLatin1String("core.example.net")),
                 qPrintable(sentence));
        QVERIFY2((hop > 0) == sentence.contains(QStringLiteral("hop %1 (").arg(hop)), qPrintable(sentence));
    }

    void thisMachinesOwnFaults_data()
    {
        QTest::addColumn<bool>("notSent");
        QTest::addColumn<bool>("onLink");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Side>("side");
        QTest::addColumn<QString>("words");
        QTest::newRow("no route") << true << false << Kind::NotSent << Side::Ours
                                  << "no route to 203.0.113.7";
        QTest::newRow("no router") << false << false << Kind::NoNeighbour << Side::Ours
                                   << "router of this machine's network";
        QTest::newRow("no such machine in the own network")
            << false << true << Kind::NoNeighbour << Side::Theirs
            << "No machine with the address 203.0.113.7";
    }

    void thisMachinesOwnFaults()
    {
        QFETCH(bool, notSent);
        QFETCH(bool, onLink);
        QFETCH(Kind, kind);
        QFETCH(Side, side);
        QFETCH(QString, words);
        PathTrace trace = endingAt(0);
        trace.notSent = notSent;
        trace.onLink = onLink;
        if (!notSent) {
            trace.refusedBy = QStringLiteral("192.168.1.77");
            trace.refusedHere = true;
        }
        const PathFinding finding = findOnPath(trace, nullptr);
        QCOMPARE(finding.kind, kind);
        QCOMPARE(finding.side, side);
        const QString sentence = explainPath(trace, nullptr);
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
    }

    /// Real loss goes on to the end; what does not is a router's limit.
    void lossIsPlaced_data()
    {
        QTest::addColumn<QList<int>>("lost"); ///< of 30, by hop
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("atMost");
        QTest::addColumn<QList<int>>("limited");
        const auto row = [](const char *name, const QList<int> &lost, Kind kind, int from, int atMost,
                            const QList<int> &limited) {
            QTest::newRow(name) << lost << kind << from << atMost << limited;
        };
        row("none", {0, 0, 0, 0, 0, 0}, Kind::Whole, 0, 0, {});
        row("one probe is noise", {0, 0, 0, 0, 0, 1}, Kind::Whole, 0, 0, {});
        row("one router limits", {0, 0, 18, 0, 0, 0}, Kind::Whole, 0, 0, {3});
        row("two routers limit", {0, 12, 0, 25, 0, 0}, Kind::Whole, 0, 0, {2, 4});
        row("a silent hop is neither", {0, 30, 0, 0, 0, 0}, Kind::Whole, 0, 0, {});
        row("all the way", {10, 9, 11, 10, 8, 10}, Kind::Lossy, 1, 1, {});
        row("from hop 3 on", {0, 0, 10, 11, 9, 10}, Kind::Lossy, 3, 3, {});
        row("at the peer only", {0, 0, 0, 0, 0, 12}, Kind::Lossy, 6, 6, {});
        row("from hop 3 on, and a router that limits", {0, 0, 10, 22, 9, 10}, Kind::Lossy, 3, 3, {});
        row("from hop 3 on, and a limit before", {0, 20, 10, 11, 9, 10}, Kind::Lossy, 2, 3, {});
        row("behind a silent hop", {0, 0, 30, 11, 9, 10}, Kind::Lossy, 3, 4, {});
        row("too little to tell", {0, 0, 0, 1, 1, 2}, Kind::Lossy, 1, 6, {});
    }

    void lossIsPlaced()
    {
        QFETCH(QList<int>, lost);
        QFETCH(Kind, kind);
        QFETCH(int, from);
        QFETCH(int, atMost);
        QFETCH(QList<int>, limited);
        QList<Row> rows = usual;
        for (int i = 0; i < rows.size(); ++i) {
            rows[i].sent = 30;
            rows[i].answered = 30U - quint32(lost[i]);
            if (rows[i].answered == 0)
                rows[i].address = "";
        }
        const PathTrace trace = traceOf(rows, true);
        const PathFinding finding = findOnPath(trace, nullptr);
        QCOMPARE(finding.kind, kind);
        if (QByteArray(QTest::currentDataTag()) == "too little to tell") {
            QVERIFY(finding.from < finding.fromAtMost);
        } else {
            QCOMPARE(finding.from, from);
            QCOMPARE(finding.fromAtMost, atMost);
        }
        if (kind == Kind::Whole)
            QCOMPARE(finding.rateLimited, limited);
        const QString sentence = explainPath(trace, nullptr);
        QCOMPARE(sentence.contains(QLatin1String("no loss")), !finding.rateLimited.isEmpty());
    }

    /// Chance makes some traces look otherwise; it must not make many sentences wrong.
    void lossIsSeldomMisplaced()
    {
        std::mt19937 chance(7);
        int wrong = 0;
        int exact = 0;
        constexpr int traces = 600;
        for (int i = 0; i < traces; ++i) {
            const int from = 1 + i % 6;
            const double loss = std::array{0.15, 0.3, 0.5}[size_t(i / 6 % 3)];
            QList<Row> rows = usual;
            for (int hop = 0; hop < rows.size(); ++hop) {
                rows[hop].sent = 30;
                rows[hop].answered = 0;
                const bool limits = hop + 1 < rows.size() && chance() % 20 == 0;
                for (int probe = 0; probe < 30; ++probe) {
                    const bool lost = hop + 1 >= from && double(chance() % 1000) < loss * 1000;
                    rows[hop].answered += lost || (limits && chance() % 2 == 0) ? 0 : 1;
                }
            }
            const PathFinding finding = findOnPath(traceOf(rows, true), nullptr);
            if (finding.kind != Kind::Lossy)
                continue;
            wrong += finding.from > from || finding.fromAtMost < from ? 1 : 0;
            exact += finding.from == from && finding.fromAtMost == from ? 1 : 0;
        }
        qInfo("of %d traces %d name the hop, %d another one", traces, exact, wrong);
        // Most of those wrong: a router before the loss limits its answers to just that share.
        QVERIFY(wrong <= traces / 25);
        QVERIFY(exact >= traces / 2);
    }

    void latencyIsPlaced_data()
    {
        QTest::addColumn<QList<double>>("added"); ///< milliseconds, by hop
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("atMost");
        QTest::newRow("none") << QList<double>{0, 0, 0, 0, 0, 0} << Kind::Whole << 0 << 0;
        QTest::newRow("too little") << QList<double>{0, 0, 5, 5, 5, 5} << Kind::Whole << 0 << 0;
        QTest::newRow("from the first hop on")
            << QList<double>{80, 80, 80, 80, 80, 80} << Kind::Slower << 1 << 1;
        QTest::newRow("from hop 4 on") << QList<double>{0, 0, 0, 80, 81, 80} << Kind::Slower << 4 << 4;
        QTest::newRow("at the peer") << QList<double>{0, 0, 0, 0, 0, 80} << Kind::Slower << 6 << 6;
        QTest::newRow("a slow router on the way is none")
            << QList<double>{0, 200, 0, 0, 0, 0} << Kind::Whole << 0 << 0;
        QTest::newRow("a slow router before it")
            << QList<double>{0, 200, 0, 80, 80, 80} << Kind::Slower << 4 << 4;
        QTest::newRow("behind a hop that is silent now")
            << QList<double>{0, 0, -1, 80, 80, 80} << Kind::Slower << 3 << 4;
    }

    void latencyIsPlaced()
    {
        QFETCH(QList<double>, added);
        QFETCH(Kind, kind);
        QFETCH(int, from);
        QFETCH(int, atMost);
        QList<Row> rows = usual;
        for (int i = 0; i < rows.size(); ++i) {
            rows[i].ms += added[i];
            if (added[i] < 0)
                rows[i].address = "";
        }
        const PathTrace before = good();
        const PathFinding finding = findOnPath(traceOf(rows, true), &before);
        QCOMPARE(finding.kind, kind);
        QCOMPARE(finding.from, from);
        QCOMPARE(finding.fromAtMost, atMost);
    }

    void changedRouteIsTold()
    {
        const PathTrace before = good();
        QList<Row> rows = usual;
        rows[3].address = "198.51.100.77";
        const PathFinding finding = findOnPath(traceOf(rows, true), &before);
        QCOMPARE(finding.kind, Kind::Whole);
        QCOMPARE(finding.change->ttl, 4);
        QCOMPARE(finding.change->was, QStringLiteral("198.51.100.9"));
        QCOMPARE(finding.change->now, QStringLiteral("198.51.100.77"));
    }

    /// Several routers that share the load are no change as long as one of them is the same.
    void sharedLoadIsNoChange()
    {
        const PathTrace before = good();
        PathTrace trace = good();
        trace.hops[3].addresses.prepend({QStringLiteral("198.51.100.77"), {}, 6});
        QVERIFY(!findOnPath(trace, &before).change);
    }

    void wholePathAtATrouble_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("words");
        QTest::newRow("path silent") << int(TraceReason::PathSilent) << "only those of the silent connection";
        QTest::newRow("open timeout") << int(TraceReason::OpenTimeout) << "has passed, or comes and goes";
        QTest::newRow("by hand") << int(TraceReason::ByHand) << "The path is whole";
    }

    void wholePathAtATrouble()
    {
        QFETCH(int, reason);
        QFETCH(QString, words);
        PathTrace trace = good();
        trace.reason = TraceReason(reason);
        const QString sentence = explainPath(trace, nullptr);
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
        QVERIFY(suspectsOf(findOnPath(trace, nullptr), trace) == Suspects());
    }

    void proxyIsSaid()
    {
        PathTrace trace = endingAt(3);
        trace.target.isProxy = true;
        const PathTrace before = good();
        const QString sentence = explainPath(trace, &before);
        QVERIFY2(sentence.contains(QLatin1String("goes to the proxy")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QLatin1String("the peer")), qPrintable(sentence));
    }

    /// A name server may answer anything.
    void hostileNamesAreHarmless()
    {
        PathTrace trace = endingAt(3);
        trace.hops[2].addresses[0].name = QStringLiteral("a\u202e\x1b[31m<b>") + QString(500, u'x');
        const QString sentence = explainPath(trace, nullptr);
        QVERIFY(!sentence.contains(QChar(0x1b)));
        QVERIFY(!sentence.contains(QChar(0x202e)));
        QVERIFY2(sentence.size() < 400, qPrintable(sentence));
    }

    void privateAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("own");
        for (const char *address : {"10.0.0.1", "172.16.0.1", "172.31.9.9", "192.168.255.1", "169.254.0.1",
                                    "127.0.0.1", "fe80::1", "fd77::2", "fc00::1", "::1"})
            QTest::newRow(address) << QString::fromLatin1(address) << true;
        for (const char *address : {"100.64.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "11.0.0.1",
                                    "8.8.8.8", "2001:db8::1", "fc::1", "", "10.0.0", "nonsense"})
            QTest::newRow(*address ? address : "nothing") << QString::fromLatin1(address) << false;
    }

    void privateAddresses()
    {
        QFETCH(QString, address);
        QFETCH(bool, own);
        QCOMPARE(isOwnNetworkAddress(address), own);
    }

    /// Whatever is in a trace, it has a sentence.
    void anyTraceHasASentence()
    {
        std::mt19937 chance(3);
        const auto upTo = [&chance](int most) { return int(chance() % unsigned(most + 1)); };
        for (int i = 0; i < 3000; ++i) {
            const auto random = [&] {
                QList<Row> rows;
                for (int hops = upTo(7); hops > 0; --hops) {
                    const quint32 sent = quint32(upTo(12));
                    rows.append({upTo(3) == 0 ? "" : usual[upTo(5)].address, quint32(upTo(int(sent))),
                                 double(upTo(300)), sent});
                }
                PathTrace trace = traceOf(rows, !rows.isEmpty() && upTo(1) == 0);
                for (PathHop &hop : trace.hops)
                    if (hop.answered == 0)
                        hop = hopFrom(hop.ttl, {"", 0, 0, hop.sent});
                trace.onLink = upTo(4) == 0;
                trace.notSent = upTo(9) == 0;
                trace.cutShort = upTo(4) == 0;
                trace.refusedHere = upTo(4) == 0;
                if (trace.refusedHere || upTo(3) == 0)
                    trace.refusedBy = QString::fromLatin1(usual[upTo(5)].address);
                trace.reason = TraceReason(upTo(4));
                return trace;
            };
            const PathTrace before = random();
            const PathTrace trace = random();
            QVERIFY(!explainPath(trace, isGood(before) ? &before : nullptr).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPathFinding)
#include "tst_pathfinding.moc"
