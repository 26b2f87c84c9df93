// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/pathfinding.h"
#include "engine/monitor.h"
#include "history/peerrecord.h"
#include "path/pathwatch.h"
#include "peers/peerfinding.h"
#include "tests/support/honesttest.h"
#include "tests/support/networknamespace.h"
#include "tests/support/routerchain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <utility>

using namespace Pongwatch;
using TestSupport::RouterChain;

/// A peer is watched over four routers, one of which fails: within half a minute its finding names the right
/// hop, on the right side.
class TestOutage : public TestSupport::HonestTest
{
    Q_OBJECT

    RouterChain m_chain;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<PathWatch> m_paths;
    std::unique_ptr<PeerRecord> m_record;
    PeerId m_peer{};
    bool m_isKnown = false; ///< how the path is when all is well

    void apply(const Batch &batch)
    {
        for (const auto &item : batch.items)
            std::visit([this](const auto &one) { m_record->apply(one); }, item);
    }
    [[nodiscard]] bool isWell() const { return m_record->health() == Health::Ok; }
    [[nodiscard]] static ConnectionSettings settings()
    {
        ConnectionSettings settings;
        settings.url = RouterChain::url();
        settings.name = QStringLiteral("behind the chain");
        settings.proxy.kind = ProxyKind::None;
        settings.openTimeout = seconds(3);
        settings.closeTimeout = seconds(3);
        settings.keepalive.interval = milliseconds(500);
        settings.keepalive.timeout = seconds(3);
        settings.keepalive.slowAfter = milliseconds(100);
        settings.keepalive.slowIsAuto = false;
        settings.reconnect.initial = milliseconds(500);
        settings.reconnect.minimum = milliseconds(500);
        settings.reconnect.maximum = seconds(1);
        return settings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_chain.setUp(), QString());
        PathWatchOptions options;
        options.tracer.names = false;
        options.tracer.plan.roundEvery = milliseconds(60);
        options.tracer.plan.roundEveryAtLoss = milliseconds(40);
        options.tracer.plan.roundsAtLoss = 50;
        options.tracer.plan.firstTimeout = seconds(1);
        options.leastBetween = seconds(1);
        options.firstAfter = milliseconds(200);
        m_paths = std::make_unique<PathWatch>(options);
        m_monitor = std::make_unique<Monitor>();
        connect(m_monitor.get(), &Monitor::batchReady, this, [this](const Batch &batch) {
            const std::optional<Batch> amended = m_paths->take(batch);
            apply(amended ? *amended : batch);
        });
        connect(m_paths.get(), &PathWatch::traced, this, &TestOutage::apply);
    }

    /// A peer of its own for each row: one that is lost again and again flaps.
    void init()
    {
        HonestTest::init();
        const ConnectionSettings its = settings();
        m_peer = m_monitor->addPeer(its);
        m_record = std::make_unique<PeerRecord>(m_peer, its.name, its.url);
        m_paths->watch(m_peer, its);
        QTRY_VERIFY_WITH_TIMEOUT(isWell(), 20000);
        if (std::exchange(m_isKnown, true))
            return;
        QTRY_VERIFY_WITH_TIMEOUT(!m_record->traces().empty(), 20000);
        QVERIFY(isGood(m_record->traces().back()->trace));
    }

    void cleanup()
    {
        QCOMPARE(m_chain.tell("whole"), QString());
        m_paths->forget(m_peer);
        m_monitor->removePeer(m_peer);
    }

    void cleanupTestCase()
    {
        m_paths->stop();
        m_monitor.reset();
    }

    void rightHopIsNamed_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("suspects");
        const auto hop = [](int number) {
            return QStringLiteral("hop %1 (%2)").arg(number).arg(RouterChain::hopAddress(number));
        };
        const int ours = static_cast<int>(Suspects(Suspect::ThisSide).toInt());
        const int oursOrNetwork = static_cast<int>((Suspects(Suspect::ThisSide) | Suspect::Network).toInt());
        const int network = static_cast<int>(Suspects(Suspect::Network).toInt());
        const int theirs = static_cast<int>((Suspects(Suspect::Network) | Suspect::Peer).toInt());
        QTest::newRow("cut before the first router")
            << QByteArray("cut 0") << QStringLiteral("not even the first router") << ours;
        QTest::newRow("cut between routers") << QByteArray("cut 2") << hop(2) << network;
        QTest::newRow("cut before the peer") << QByteArray("cut 4") << hop(4) << theirs;
        QTest::newRow("a router without a route")
            << QByteArray("refuse 3") << hop(3) + QStringLiteral(" says that it can't pass packets on")
            << network;
        QTest::newRow("delay at home")
            << QByteArray("delay 0 200") << QStringLiteral("between this machine and ") + hop(1)
            << oursOrNetwork;
        QTest::newRow("delay between routers")
            << QByteArray("delay 3 200") << QStringLiteral("between %1 and %2").arg(hop(3), hop(4))
            << network;
        QTest::newRow("loss between routers")
            << QByteArray("loss 1 90") << QStringLiteral("hop 1 (10.77.0.2)") << network;
    }

    void rightHopIsNamed()
    {
        QFETCH(QByteArray, trouble);
        QFETCH(QString, words);
        QFETCH(int, suspects);
        QCOMPARE(m_chain.tell(trouble), QString());
        QElapsedTimer since;
        since.start();
        const auto said = [this] { return PeerFinding(*m_record).sentence(); };
        // Alone it takes 7 to 12 s. Loss is a matter of chance, and on a busy machine each trace takes
        // longer.
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(words), qPrintable(said()), 90000);
        qInfo("%.1f s: %s | %s", double(since.elapsed()) / 1000, qPrintable(PeerFinding(*m_record).inShort()),
              qPrintable(said()));
        QCOMPARE(static_cast<int>(PeerFinding(*m_record).suspicion().likely.toInt()), suspects);
    }

    /// A detour is no outage: the trace that is due next tells.
    void changedRouteIsTold()
    {
        QCOMPARE(m_chain.tell("reroute 2"), QString());
        const size_t before = m_record->traces().size();
        m_paths->traceNow(m_peer);
        QTRY_VERIFY_WITH_TIMEOUT(m_record->traces().size() > before, 30000);
        const PathFinding finding = findOnPath(*m_record->traces().back());
        QVERIFY(finding.change);
        QCOMPARE(finding.change->ttl, 2);
        QCOMPARE(finding.change->was, RouterChain::hopAddress(2));
        QCOMPARE(finding.change->now, RouterChain::otherAddress(2));
    }
};

int main(int argc, char *argv[])
{
    return TestSupport::runInNetworkNamespace(argc, argv, "no outage was explained.", [&argc, argv] {
        QCoreApplication application(argc, argv);
        TestOutage test;
        return QTest::qExec(&test, argc, argv);
    });
}

#include "tst_outage.moc"
