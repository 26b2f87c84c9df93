// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfoldmodel.h"
#include "items/eventlogmodel.h"
#include "items/peerlistmodel.h"
#include "items/troublelistmodel.h"
#include "peers/peerbook.h"
#include "peers/situationwatch.h"
#include "reports/incidentshelf.h"
#include "tests/support/honesttest.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <malloc.h>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

/// What this process has for itself, in bytes: without what malloc holds in reserve, and without files that
/// are mapped.
qint64 privateBytes()
{
    malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    return 0;
}

double megabytes(qint64 bytes)
{
    return static_cast<double>(bytes) / 1e6;
}

/// One peer as the engine would tell of it: pinged every 20 s, and lost every so often.
struct SimulatedPeer {
    PeerId id{};
    seconds interval{20};
    seconds livesFor{0}; ///< 0: for good
    WallTime nextPing{};
    WallTime nextTurn{}; ///< it is lost, or comes back
    quint32 seq = 0;
    ConnectionNumber connection = 0;
    bool open = false;
};

} // namespace

/// Days of samples, reconnects and ends of many peers, by a clock that is moved by hand, through all that a
/// window and a `monitor` keep: records, series, lists, logs and packed ends. In the first hour
/// nothing holds, so that whatever keeps a number of things is full after it; what keeps a day is full after
/// that. From then on memory stands still.
class TestSimulatedDay : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingGrowsAfterADay();

private:
    struct Reading {
        qint64 all = 0;
        qint64 rings = 0;
    };

    /// Lets so much time pass.
    void simulate(nanoseconds duration);
    void happen(SimulatedPeer &peer, Batch &batch);
    void turn(SimulatedPeer &peer, Batch &batch);
    [[nodiscard]] Verdict someVerdict(const SimulatedPeer &peer);
    /// Of the peers' figures and series, by their own account.
    [[nodiscard]] qint64 ringBytes() const;
    [[nodiscard]] Reading read(const char *when) const;

    static constexpr double allowed = 1.05;

    static constexpr int peerCount = 20;
    static constexpr auto step = 10s; ///< of the clock

    WallTime m_now = currentWallTime() - std::chrono::hours(72);
    QRandomGenerator m_random{42};
    std::vector<SimulatedPeer> m_peers;
    PeerBook m_book{[this] { return m_now; }};
    PeerListModel m_list{&m_book};
    TroubleListModel m_troubles{&m_book};
    EventLogModel m_log{&m_book};
    EventFoldModel m_folded{&m_log, &m_book};
    SituationWatch m_situation{&m_book};
    IncidentShelf m_ends;
    bool m_everythingFails = true; ///< in the first hour
    quint64 m_samples = 0;
    quint64 m_events = 0;
};

void TestSimulatedDay::initTestCase()
{
    for (int i = 0; i < peerCount; ++i) {
        SimulatedPeer peer;
        peer.id = PeerId{static_cast<quint32>(i + 1)};
        peer.interval = i % 10 == 0 ? 1s : 20s;
        // A quarter flaps, some are lost now and then, most stay.
        peer.livesFor = i % 4 == 1 ? seconds(15 + i) : i % 4 == 2 ? seconds(600 + 60 * i) : 0s;
        peer.nextPing = peer.nextTurn = m_now;
        ConnectionSettings settings;
        settings.name = QStringLiteral("peer-%1").arg(i);
        settings.url = QUrl(QStringLiteral("wss://host-%1.example/feed").arg(i));
        m_book.add(peer.id, settings);
        m_peers.push_back(peer);
    }
}

Verdict TestSimulatedDay::someVerdict(const SimulatedPeer &peer)
{
    Verdict verdict;
    verdict.cause = peer.open ? Cause::PeerClose : Cause::HandshakeRejected;
    verdict.initiator = Initiator::Peer;
    verdict.secure = true;
    verdict.age = peer.open ? nanoseconds(peer.livesFor) + microseconds(m_random.bounded(1'000'000)) : 0ns;
    verdict.sinceLastReceived = microseconds(m_random.bounded(20'000'000));
    verdict.sinceLastPong = verdict.sinceLastReceived;
    verdict.phase = peer.open ? DialPhase::Open : DialPhase::Upgrade;
    if (peer.open) {
        verdict.closeCode = 1012;
        verdict.received =
            CloseFrame{1012, QStringLiteral("deploy %1 of the feed").arg(m_random.bounded(100'000))};
        verdict.sent = CloseFrame{1012, {}};
    } else {
        verdict.httpStatus = 503;
        verdict.answer = HttpAnswer{503,
                                    QStringLiteral("Service Unavailable"),
                                    {{QStringLiteral("Server"), QStringLiteral("nginx/1.22")}},
                                    QStringLiteral("request %1").arg(m_random.bounded(1'000'000))};
    }
    return verdict;
}

void TestSimulatedDay::turn(SimulatedPeer &peer, Batch &batch)
{
    const auto tell = [&](const auto &what) {
        batch.items.push_back(ConnectionEvent{peer.id, peer.connection, m_now, what});
        ++m_events;
    };
    const auto end = [&] {
        const Verdict verdict = someVerdict(peer);
        tell(Closed{verdict});
        m_ends.add(m_now, QStringLiteral("peer"), verdict);
        tell(StateChanged{ConnectionState::Waiting, 1, 5s});
    };
    if (peer.open) {
        end();
        peer.open = false;
        peer.nextTurn = m_now + 5s;
        return;
    }
    ++peer.connection;
    tell(StateChanged{ConnectionState::Connecting, 1, {}});
    if ((m_everythingFails || peer.livesFor > 0s) && m_random.bounded(3) == 0) {
        end();
        peer.nextTurn = m_now + 8s;
        return;
    }
    Opened opened;
    // Each at its own, so that each entry of the log is a line of its own.
    opened.address = QStringLiteral("192.0.2.%1:443").arg(toNumber(peer.id));
    opened.phases.tcp = 20ms;
    opened.phases.upgrade = 30ms;
    tell(opened);
    tell(StateChanged{ConnectionState::Open, 1, {}});
    peer.open = true;
    peer.nextTurn = m_everythingFails    ? m_now + step
                    : peer.livesFor > 0s ? m_now + peer.livesFor
                                         : WallTime::max();
}

void TestSimulatedDay::happen(SimulatedPeer &peer, Batch &batch)
{
    if (peer.nextTurn <= m_now)
        turn(peer, batch);
    for (; peer.nextPing <= m_now; peer.nextPing += peer.interval) {
        if (!peer.open)
            continue;
        PingSample sample;
        sample.peer = peer.id;
        sample.connection = peer.connection;
        sample.seq = ++peer.seq;
        sample.sentAt = peer.nextPing;
        sample.rtt = microseconds(18'000 + m_random.bounded(9'000) * m_random.bounded(4));
        sample.tcpRtt = sample.rtt / 2;
        sample.outcome = m_random.bounded(500) == 0 ? PingOutcome::TimedOut : PingOutcome::Answered;
        if (sample.outcome == PingOutcome::TimedOut) {
            batch.items.push_back(ConnectionEvent{
                peer.id, peer.connection, m_now,
                PingTimedOut{sample.seq, 20s, Evidence::PeerSilent, TcpSnapshot{.unsentBytes = 6}}});
            ++m_events;
        }
        batch.items.push_back(sample);
        ++m_samples;
    }
}

void TestSimulatedDay::simulate(nanoseconds duration)
{
    for (const WallTime end = m_now + std::chrono::duration_cast<microseconds>(duration); m_now < end;) {
        m_now += step;
        Batch batch;
        for (SimulatedPeer &peer : m_peers)
            happen(peer, batch);
        m_book.apply(batch);
        m_log.append(batch);
        QCoreApplication::processEvents();
    }
}

qint64 TestSimulatedDay::ringBytes() const
{
    size_t bytes = 0;
    for (const PeerId id : m_book.peers()) {
        const PeerRecord *record = m_book.record(id);
        bytes += record->statistics().memoryBytes() + record->series().memoryBytes() +
                 record->splits().heapBytes();
    }
    return static_cast<qint64>(bytes);
}

TestSimulatedDay::Reading TestSimulatedDay::read(const char *when) const
{
    const Reading reading{privateBytes(), ringBytes()};
    qInfo("%s: %.1f MB, of which %.1f MB in the peers' rings; %llu samples, %llu events, %zu ends kept", when,
          megabytes(reading.all), megabytes(reading.rings), m_samples, m_events, m_ends.count());
    return reading;
}

void TestSimulatedDay::nothingGrowsAfterADay()
{
    simulate(1h);
    m_everythingFails = false;
    (void)read("after an hour");
    simulate(25h);
    const Reading full = read("after 26 hours");
    simulate(6h);
    const Reading later = read("after 32 hours");
    QVERIFY2(static_cast<double>(later.all) <= static_cast<double>(full.all) * allowed, "something grows");
}

QTEST_GUILESS_MAIN(TestSimulatedDay)
#include "tst_simulatedday.moc"
