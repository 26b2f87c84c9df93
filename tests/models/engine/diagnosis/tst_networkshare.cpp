// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/networkshare.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <optional>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

/// A TCP connection as seen by the kernels at both ends: their data after each ping.
class Books
{
public:
    explicit Books(nanoseconds handshake)
    {
        m_timing.smoothed = handshake;
        m_timing.minimum = handshake;
        m_timing.delivered = 1U;
    }

    /// One more segment was acknowledged after this long.
    TcpTiming acknowledged(nanoseconds after)
    {
        m_timing.smoothed += (after - m_timing.smoothed) / 8;
        m_timing.minimum = std::min(*m_timing.minimum, after);
        m_timing.delivered = *m_timing.delivered + 1;
        return m_timing;
    }

    TcpTiming now() const { return m_timing; }

private:
    TcpTiming m_timing;
};

constexpr nanoseconds delayedAck = 40ms;

/// When a Linux peer acknowledges a ping that it answers after `thinking`: with the pong, or when its timer
/// expires.
nanoseconds acknowledgement(nanoseconds network, nanoseconds thinking)
{
    return network + std::min(thinking, delayedAck);
}

} // namespace

/// What TCP's data say about a round trip: the network's share, or nothing, but never the peer's time.
class TestNetworkShare : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void knownShares_data()
    {
        QTest::addColumn<qint64>("networkUs");
        QTest::addColumn<qint64>("thinkingUs");
        QTest::addColumn<bool>("known");
        const auto row = [](const char *name, nanoseconds network, nanoseconds thinking, bool known) {
            QTest::newRow(name) << qint64(network / 1us) << qint64(thinking / 1us) << known;
        };
        row("a near peer that answers at once", 200us, 50us, true);
        row("a far peer that answers at once", 120ms, 300us, true);
        row("across the world, at once", 300ms, 1ms, true);
        row("a near peer that takes 100 ms", 200us, 100ms, true);
        row("a near peer that takes a second", 200us, 1s, true);
        row("a far peer that takes 300 ms", 80ms, 300ms, true);
        // The acknowledgement comes with the pong: either could have taken the time.
        row("a near peer that takes 20 ms", 200us, 20ms, false);
        row("a near peer that takes 35 ms", 200us, 35ms, false);
        row("a far peer that takes 30 ms", 80ms, 30ms, false);
    }

    void knownShares()
    {
        QFETCH(qint64, networkUs);
        QFETCH(qint64, thinkingUs);
        QFETCH(bool, known);
        const nanoseconds network = microseconds(networkUs);
        const nanoseconds thinking = microseconds(thinkingUs);
        Books books(network);
        NetworkShare share(NetworkShare::Way::Network, network);
        (void)share.of(network + thinking, books.now());
        for (int i = 0; i < 50; ++i) {
            const auto its =
                share.of(network + thinking, books.acknowledged(acknowledgement(network, thinking)));
            QCOMPARE(its.has_value(), known);
            if (its)
                QVERIFY2(*its <= network + 1ms && *its >= network * 9 / 10,
                         qPrintable(QString::number(toMilliseconds(*its))));
        }
    }

    void onThisMachineTheNetworkTakesNothing_data()
    {
        QTest::addColumn<int>("thinkingMs");
        for (const int ms : {1, 5, 20, 30, 39, 40, 41, 60, 100, 250, 500})
            QTest::addRow("%d ms", ms) << ms;
    }

    void onThisMachineTheNetworkTakesNothing()
    {
        QFETCH(int, thinkingMs);
        const nanoseconds thinking = milliseconds(thinkingMs);
        Books books(30us);
        NetworkShare share(NetworkShare::Way::ThisMachine, 90us);
        for (int i = 0; i < 50; ++i) {
            const nanoseconds its = thinking * (i % 7) / 3 + 40us;
            const auto network = share.of(its, books.acknowledged(acknowledgement(30us, its)));
            QVERIFY(network && *network < 1ms);
        }
    }

    void networkThatGetsSlowIsNeverThePeer_data()
    {
        QTest::addColumn<int>("moreMs");
        QTest::addColumn<bool>("known");
        QTest::newRow("by 30 ms, which a delayed acknowledgement could be") << 30 << false;
        QTest::newRow("by 100 ms, as well") << 100 << false;
        QTest::newRow("by 400 ms, which none is") << 400 << true;
    }

    void networkThatGetsSlowIsNeverThePeer()
    {
        QFETCH(int, moreMs);
        QFETCH(bool, known);
        Books books(5ms);
        NetworkShare share(NetworkShare::Way::Network, 5ms);
        for (int i = 0; i < 5; ++i)
            QVERIFY(share.of(5200us, books.acknowledged(5100us)));
        for (int i = 0; i < 50; ++i) {
            const nanoseconds rtt = 5ms + milliseconds(moreMs);
            const auto its = share.of(rtt + 100us, books.acknowledged(rtt));
            QCOMPARE(its.has_value(), known);
            if (its)
                QVERIFY(*its >= rtt * 9 / 10);
        }
    }

    void withoutTheDialTheKernelsLeastServes()
    {
        Books books(80ms);
        NetworkShare share(NetworkShare::Way::Network, std::nullopt);
        QCOMPARE(share.of(81ms, books.acknowledged(80ms)), std::optional<nanoseconds>(80ms));
    }

    void leastThatGrowsOldIsNotForgotten()
    {
        // tcpi_min_rtt forgets after five minutes; then 20 ms of a peer would look like the network's.
        NetworkShare share(NetworkShare::Way::Network, 300us);
        TcpTiming timing{.smoothed = 20ms, .minimum = 20ms, .delivered = 7U};
        (void)share.of(20ms, timing);
        timing.delivered = 8U;
        QVERIFY(!share.of(20ms, timing));
    }

    void saysNothingWhereNothingIsKnown_data()
    {
        QTest::addColumn<NetworkShare::Way>("way");
        QTest::addColumn<bool>("hasBooks");
        QTest::newRow("the system doesn't tell") << NetworkShare::Way::Network << false;
        QTest::newRow("TCP ends at a proxy") << NetworkShare::Way::ThroughProxy << true;
    }

    void saysNothingWhereNothingIsKnown()
    {
        QFETCH(NetworkShare::Way, way);
        QFETCH(bool, hasBooks);
        NetworkShare share(way, 1ms);
        const std::optional<TcpTiming> books = hasBooks ? std::optional(Books(1ms).now()) : std::nullopt;
        QVERIFY(!share.of(300ms, books));
        QVERIFY(!share.of(300ms, books));
    }

    void severalSegmentsAtOnceProveNothing()
    {
        Books books(200us);
        NetworkShare share(NetworkShare::Way::Network, 200us);
        (void)share.of(1ms, books.now());
        for (int i = 0; i < 8; ++i)
            (void)books.acknowledged(100ms);
        QVERIFY(!share.of(120ms, books.acknowledged(100ms)));
    }

    void way_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("proxy");
        QTest::addColumn<NetworkShare::Way>("way");
        using Way = NetworkShare::Way;
        QTest::newRow("loopback") << QStringLiteral("127.0.0.1:80") << false << Way::ThisMachine;
        QTest::newRow("another loopback") << QStringLiteral("127.3.0.9:80") << false << Way::ThisMachine;
        QTest::newRow("loopback of IPv6") << QStringLiteral("[::1]:80") << false << Way::ThisMachine;
        QTest::newRow("another machine") << QStringLiteral("10.127.0.1:80") << false << Way::Network;
        QTest::newRow("a proxy here") << QStringLiteral("127.0.0.1:3128") << true << Way::ThroughProxy;
    }

    void way()
    {
        QFETCH(QString, address);
        QFETCH(bool, proxy);
        QTEST(wayTo(address, proxy), "way");
    }
};

QTEST_GUILESS_MAIN(TestNetworkShare)
#include "tst_networkshare.moc"
