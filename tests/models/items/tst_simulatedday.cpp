// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historywriter.h"
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
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <malloc.h>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

/// The memory that this process really uses, in bytes: without malloc's reserve and without mapped
/// files.
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

/// One peer as the engine would report it: pinged every 20 s, and lost from time to time.
struct SimulatedPeer {
    PeerId id{};
    seconds interval{20};
    seconds livesFor{0}; ///< 0: forever
    WallTime nextPing{};
    WallTime nextTurn{}; ///< it is lost, or comes back
    quint32 seq = 0;
    ConnectionNumber connection = 0;
    bool open = false;
};

} // namespace

/// Days of samples, reconnects and ends of many peers, with a clock that is moved by hand, through everything
/// that a window and a `monitor` keep: records, series, lists, logs, packed ends, and the history's thread
/// with its file. Whatever is limited by number is full after the first hour, in which no connection lasts;
/// so is SQLite's page cache, because the history had more than that before. So after the first hour, only
/// the rings that keep a day of each peer may grow, and they are full after the first day.
class TestSimulatedDay : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyRingsGrowAfterAnHourAndNothingAfterADay();

private:
    struct Reading {
        qint64 all = 0;
        qint64 rings = 0;
    };

    /// Writes more to the history than fits into SQLite's cache (16 MB, HistoryDatabase).
    void fillHistory();
    /// Waits until the history's thread has written everything.
    void flushHistory();
    /// Lets this much time pass.
    void simulate(nanoseconds duration);
    void happen(SimulatedPeer &peer, Batch &batch);
    void turn(SimulatedPeer &peer, Batch &batch);
    [[nodiscard]] Verdict someVerdict(const SimulatedPeer &peer);
    /// Of the peers' figures and series, by their own count.
    [[nodiscard]] qint64 ringBytes() const;
    [[nodiscard]] Reading read(const char *when) const;

    static constexpr double allowed = 1.05;

    static constexpr int peerCount = 20;
    static constexpr auto step = 10s; ///< of the clock

    // Nothing of it is so old that the history, which uses the real clock, would delete it.
    WallTime m_now = currentWallTime() - std::chrono::hours(72);
    QRandomGenerator m_random{42};
    QTemporaryDir m_folder;
    std::vector<SimulatedPeer> m_peers;
    PeerBook m_book{[this] { return m_now; }};
    PeerListModel m_list{&m_book};
    TroubleListModel m_troubles{&m_book};
    EventLogModel m_log{&m_book};
    EventFoldModel m_folded{&m_log, &m_book};
    SituationWatch m_situation{&m_book};
    IncidentShelf m_ends;
    std::unique_ptr<HistoryWriter> m_history;
    bool m_everythingFails = true; ///< in the first hour
    quint64 m_samples = 0;
    quint64 m_events = 0;
};

void TestSimulatedDay::initTestCase()
{
    QVERIFY(m_folder.isValid());
    HistoryOptions options;
    options.path = m_folder.filePath(QStringLiteral("history.sqlite"));
    m_history = std::make_unique<HistoryWriter>(options);
    for (int i = 0; i < peerCount; ++i) {
        SimulatedPeer peer;
        peer.id = PeerId{static_cast<quint32>(i + 1)};
        peer.interval = i % 10 == 0 ? 1s : 20s;
        // A quarter of them flap, some are lost now and then, most stay.
        peer.livesFor = i % 4 == 1 ? seconds(15 + i) : i % 4 == 2 ? seconds(600 + 60 * i) : 0s;
        peer.nextPing = peer.nextTurn = m_now;
        ConnectionSettings settings;
        settings.name = QStringLiteral("peer-%1").arg(i);
        settings.url = QUrl(QStringLiteral("wss://host-%1.example/feed").arg(i));
        m_book.add(peer.id, settings);
        m_history->setPeer(peer.id, settings);
        m_peers.push_back(peer);
    }
    fillHistory();
}

void TestSimulatedDay::fillHistory()
{
    constexpr int endCount = 12'000;
    constexpr PeerId before{peerCount + 1};
    ConnectionSettings settings;
    settings.name = QStringLiteral("an earlier peer");
    settings.url = QUrl(QStringLiteral("wss://earlier.example/feed"));
    m_history->setPeer(before, settings);
    Batch batch;
    for (int i = 0; i < endCount; ++i) {
        Verdict verdict;
        verdict.cause = Cause::HandshakeRejected;
        verdict.httpStatus = 503;
        // Long, and incompressible.
        QList<std::pair<QString, QString>> headers;
        for (int header = 0; header < 10; ++header) {
            QString value(HttpAnswer::maxHeader, u' ');
            for (QChar &character : value)
                character = QChar(u'a' + m_random.bounded(26));
            headers.append({QStringLiteral("X-%1").arg(header), value});
        }
        verdict.answer = HttpAnswer{503, QStringLiteral("Service Unavailable"), headers, {}};
        batch.items.push_back(ConnectionEvent{before, static_cast<ConnectionNumber>(i + 1),
                                              m_now - seconds(2 * endCount - 2 * i), Closed{verdict}});
    }
    m_history->write(batch);
    flushHistory();
    qInfo("the history has %.1f MB", megabytes(m_history->status().fileBytes));
}

void TestSimulatedDay::flushHistory()
{
    QSignalSpy flushed(m_history.get(), &HistoryWriter::flushed);
    m_history->flush();
    QVERIFY(flushed.wait(60'000));
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
        peer.nextTurn = m_everythingFails ? m_now : m_now + 5s;
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
    // Each at its own address, so that each entry of the log is a line of its own.
    opened.address = QStringLiteral("192.0.2.%1:443").arg(toNumber(peer.id));
    opened.phases.tcp = 20ms;
    opened.phases.upgrade = 30ms;
    tell(opened);
    tell(StateChanged{ConnectionState::Open, 1, {}});
    peer.open = true;
    peer.nextTurn = m_everythingFails ? m_now : peer.livesFor > 0s ? m_now + peer.livesFor : WallTime::max();
}

void TestSimulatedDay::happen(SimulatedPeer &peer, Batch &batch)
{
    const int turns = m_everythingFails ? 5 : 1; // of a step
    for (int i = 0; i < turns && peer.nextTurn <= m_now; ++i)
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
    int steps = 0;
    for (const WallTime end = m_now + std::chrono::duration_cast<microseconds>(duration); m_now < end;) {
        m_now += step;
        Batch batch;
        for (SimulatedPeer &peer : m_peers)
            happen(peer, batch);
        m_book.apply(batch);
        m_log.append(batch);
        m_history->write(batch);
        QCoreApplication::processEvents();
        if (++steps % 360 == 0)
            flushHistory();
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

void TestSimulatedDay::onlyRingsGrowAfterAnHourAndNothingAfterADay()
{
    simulate(1h);
    m_everythingFails = false;
    const Reading first = read("after an hour");
    simulate(25h);
    const Reading full = read("after 26 hours");
    simulate(6h);
    const Reading later = read("after 32 hours");
    const auto isFlat = [](qint64 before, qint64 after) {
        return static_cast<double>(after) <= static_cast<double>(before) * allowed;
    };
    QVERIFY2(isFlat(first.all, later.all - (later.rings - first.rings)), "something grows beside the rings");
    QVERIFY2(isFlat(full.all, later.all), "something grows");
    QVERIFY(m_history->status().state == HistoryStatus::State::Writing);
    QCOMPARE(m_history->status().samplesDropped, quint64(0));
}

QTEST_GUILESS_MAIN(TestSimulatedDay)
#include "tst_simulatedday.moc"
