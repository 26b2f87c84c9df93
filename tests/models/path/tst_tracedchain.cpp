// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explainpath.h"
#include "path/pathtracer.h"
#include "tests/support/honesttest.h"
#include "tests/support/networknamespace.h"
#include "tests/support/routerchain.h"

#include <QCoreApplication>
#include <QTest>

#include <optional>

using namespace Pongwatch;
using TestSupport::RouterChain;

Q_DECLARE_METATYPE(Pongwatch::PathFinding::Kind)
Q_DECLARE_METATYPE(Pongwatch::PathFinding::Side)

namespace
{

using Kind = PathFinding::Kind;
using Side = PathFinding::Side;

/// As the program probes, but quicker: the routers of the chain answer all probes unless they are told
/// otherwise.
ProbePlan quickPlan()
{
    ProbePlan plan;
    plan.roundEvery = milliseconds(60);
    plan.probeEvery = milliseconds(5);
    plan.roundEveryAtLoss = milliseconds(40);
    plan.roundsAtLoss = 50;
    plan.firstTimeout = seconds(1);
    return plan;
}

} // namespace

/// Traces over four routers that are cut off, slow, lossy, limited or passed by, each in turn: the sentence
/// names the right hop.
class TestTracedChain : public TestSupport::HonestTest
{
    Q_OBJECT

    RouterChain m_chain;
    PathTrace m_good;

    /// Empty: there was none.
    std::optional<PathTrace> trace(const QString &address, const ProbePlan &plan = quickPlan(),
                                   TraceProtocol protocol = TraceProtocol::Tcp)
    {
        TracerOptions options;
        options.plan = plan;
        options.names = false;
        PathTracer tracer(options);
        std::optional<PathTrace> found;
        bool over = false;
        QObject::connect(&tracer, &PathTracer::traced, &tracer, [&](quint64, const PathTrace &one) {
            found = one;
            over = true;
        });
        QObject::connect(&tracer, &PathTracer::failed, &tracer, [&](quint64, const TraceProblem &problem) {
            qInfo("%s", qPrintable(explainProblem(problem)));
            over = true;
        });
        tracer.trace({{address, address, RouterChain::port, protocol, false}, TraceReason::ByHand, 0});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(over, 90000); }();
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_chain.setUp(), QString());
        const std::optional<PathTrace> good = trace(RouterChain::peerAddress());
        QVERIFY(good);
        QVERIFY(isGood(*good));
        QCOMPARE(good->hops.size(), RouterChain::routers + 1);
        for (const PathHop &hop : good->hops)
            QCOMPARE(hop.addresses.constFirst().address, RouterChain::hopAddress(hop.ttl));
        m_good = *good;
    }

    void cleanup() { QCOMPARE(m_chain.tell("whole"), QString()); }

    void otherProtocolsTakeTheSamePath_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("protocol");
        QTest::newRow("ICMP") << RouterChain::peerAddress() << int(TraceProtocol::Icmp);
        QTest::newRow("UDP") << RouterChain::peerAddress() << int(TraceProtocol::Udp);
        QTest::newRow("TCP over IPv6") << RouterChain::peerAddress6() << int(TraceProtocol::Tcp);
        QTest::newRow("ICMP over IPv6") << RouterChain::peerAddress6() << int(TraceProtocol::Icmp);
    }

    void otherProtocolsTakeTheSamePath()
    {
        QFETCH(QString, address);
        QFETCH(int, protocol);
        const std::optional<PathTrace> found = trace(address, quickPlan(), TraceProtocol(protocol));
        QVERIFY(found);
        QVERIFY(found->reached);
        QCOMPARE(found->hops.size(), RouterChain::routers + 1);
        QCOMPARE(found->hops.constLast().addresses.constFirst().address, address);
    }

    void rightHopIsNamed_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<bool>("withGoodTrace");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Side>("side");
        QTest::addColumn<int>("hop"); ///< the last that answers, or that it begins at; 0: none
        QTest::addColumn<QStringList>("words");
        const auto row = [](const QByteArray &trouble, bool withGoodTrace, Kind kind, Side side, int hop,
                            const QStringList &words) {
            QTest::addRow("%s, %s an earlier trace", trouble.constData(), withGoodTrace ? "with" : "without")
                << trouble << withGoodTrace << kind << side << hop << words;
        };
        const auto hopWords = [](int hop) {
            return QStringLiteral("hop %1 (%2)").arg(hop).arg(RouterChain::hopAddress(hop));
        };
        for (int link = 0; link <= RouterChain::routers; ++link) {
            const QByteArray number = QByteArray::number(link);
            const Side side = link == 0                      ? Side::Ours
                              : link == RouterChain::routers ? Side::Theirs
                                                             : Side::Between;
            const QString sideWords = link == 0              ? QStringLiteral("on this side")
                                      : side == Side::Theirs ? QStringLiteral("on the peer's side")
                                                             : QStringLiteral("in the network between");
            // From that hop on the addresses are those of the good trace.
            QStringList words{sideWords};
            if (link == 0)
                words.append(QStringLiteral("not even the first router"));
            else
                words.append(hopWords(link));
            if (side == Side::Between)
                words.append(
                    QStringLiteral("hop %1 was %2").arg(link + 1).arg(RouterChain::hopAddress(link + 1)));
            row("cut " + number, true, link == 0 ? Kind::NothingAnswers : Kind::Ends, side, link, words);

            QStringList begins{sideWords};
            if (link == 0)
                begins.append(QStringLiteral("between this machine and ") + hopWords(1));
            else if (side == Side::Theirs)
                begins.append(QStringLiteral("behind the last router, at ") + hopWords(link));
            else
                begins.append(QStringLiteral("between %1 and %2").arg(hopWords(link), hopWords(link + 1)));
            row("loss " + number + " 40", false, Kind::Lossy, side, link + 1, begins);
            row("delay " + number + " 60", true, Kind::Slower, side, link + 1, begins);
        }
        row("cut 3", false, Kind::Ends, Side::Unknown, 3,
            {QStringLiteral("beyond ") + hopWords(3), QStringLiteral("No earlier trace")});
        for (int router = 1; router <= RouterChain::routers; ++router) {
            const QByteArray number = QByteArray::number(router);
            const bool isLast = router == RouterChain::routers;
            row("refuse " + number, true, Kind::Refused, isLast ? Side::Theirs : Side::Between, router,
                {hopWords(router),
                 isLast ? QStringLiteral("last router") : QStringLiteral("can't pass packets on")});
            row("reroute " + number, true, Kind::Whole, Side::Unknown, 0,
                {QStringLiteral("The route has changed: hop %1 was %2")
                     .arg(router)
                     .arg(RouterChain::hopAddress(router)),
                 QStringLiteral("is %1 now").arg(RouterChain::otherAddress(router))});
        }
    }

    void rightHopIsNamed()
    {
        QFETCH(QByteArray, trouble);
        QFETCH(bool, withGoodTrace);
        QFETCH(Kind, kind);
        QFETCH(Side, side);
        QFETCH(int, hop);
        QFETCH(QStringList, words);
        QCOMPARE(m_chain.tell(trouble), QString());
        std::optional<PathTrace> found = trace(RouterChain::peerAddress());
        QVERIFY(found);
        const PathTrace *before = withGoodTrace ? &m_good : nullptr;
        PathFinding finding = findOnPath(*found, before);
        // Loss is chance: a trace may show two neighbours that it may begin at. It shows no others.
        for (int again = 0; again < 3 && kind == Kind::Lossy && finding.from != finding.fromAtMost; ++again) {
            QVERIFY(finding.kind == Kind::Lossy && finding.from <= hop && finding.fromAtMost >= hop);
            found = trace(RouterChain::peerAddress());
            QVERIFY(found);
            finding = findOnPath(*found, before);
        }
        const QString sentence = explainPath(finding, *found, before);
        qInfo("%s", qPrintable(sentence));
        QCOMPARE(finding.kind, kind);
        QCOMPARE(finding.side, side);
        const bool begins = kind == Kind::Lossy || kind == Kind::Slower;
        QCOMPARE(begins ? finding.from : finding.lastAnswering, hop);
        if (begins)
            QCOMPARE(finding.fromAtMost, hop);
        for (const QString &word : words)
            QVERIFY2(sentence.contains(word), qPrintable(sentence + QStringLiteral(" | ") + word));
    }

    /// A router that answers one probe a second loses nothing.
    void rateLimitIsNoLoss()
    {
        QCOMPARE(m_chain.tell("limit 2"), QString());
        ProbePlan plan = quickPlan();
        plan.rounds = 40;
        const std::optional<PathTrace> found = trace(RouterChain::peerAddress(), plan);
        QVERIFY(found);
        const PathFinding finding = findOnPath(*found, &m_good);
        QCOMPARE(finding.kind, Kind::Whole);
        QCOMPARE(finding.rateLimited, QList<int>{2});
        const QString sentence = explainPath(finding, *found, &m_good);
        QVERIFY2(sentence.contains(QLatin1String("no loss")), qPrintable(sentence));
    }

    /// With its own pace, as in earnest: an outage is explained within seconds.
    void outageIsExplainedSoon()
    {
        QCOMPARE(m_chain.tell("cut 2"), QString());
        const std::optional<PathTrace> found = trace(RouterChain::peerAddress(), ProbePlan());
        QVERIFY(found);
        QCOMPARE(findOnPath(*found, &m_good).lastAnswering, 2);
        qInfo("took %.1f s", toSeconds(found->took));
        QVERIFY(found->took < seconds(20));
    }
};

int main(int argc, char *argv[])
{
    return TestSupport::runInNetworkNamespace(argc, argv, "no path was traced over routers.", [&argc, argv] {
        QCoreApplication application(argc, argv);
        TestTracedChain test;
        return QTest::qExec(&test, argc, argv);
    });
}

#include "tst_tracedchain.moc"
