// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "engine/blocking/blockingclient.h"
#include "engine/monitor.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

using namespace Pongwatch;
using namespace std::chrono_literals;

namespace
{

/// Either client, as far as both can be asked the same things.
class Subject
{
public:
    virtual ~Subject() = default;
    virtual void open(const ConnectionSettings &settings) = 0;
    virtual void close(quint16 code) = 0;

    [[nodiscard]] const std::vector<PingSample> &samples()
    {
        update();
        return m_samples;
    }
    [[nodiscard]] std::optional<Verdict> verdict()
    {
        update();
        return m_verdict;
    }
    [[nodiscard]] int opens()
    {
        update();
        return m_opens;
    }
    [[nodiscard]] bool isOpen()
    {
        update();
        return m_state == ConnectionState::Open;
    }
    [[nodiscard]] virtual std::optional<nanoseconds> latency()
    {
        update();
        return m_samples.empty() ? std::nullopt : std::optional(m_samples.back().rtt);
    }

protected:
    virtual void update() = 0;
    void take(const PingSample &sample) { m_samples.push_back(sample); }
    void take(const ConnectionEvent &event)
    {
        if (const auto *change = std::get_if<StateChanged>(&event.what))
            m_state = change->state;
        else if (const auto *closed = std::get_if<Closed>(&event.what))
            m_verdict = closed->verdict;
        else if (std::holds_alternative<Opened>(event.what))
            ++m_opens;
    }

private:
    std::vector<PingSample> m_samples;
    std::optional<Verdict> m_verdict;
    ConnectionState m_state = ConnectionState::Closed;
    int m_opens = 0;
};

/// BlockingClient: no event loop runs while it works.
class SynchronousSubject final : public Subject
{
public:
    void open(const ConnectionSettings &settings) override
    {
        m_client = std::make_unique<BlockingClient>(m_runtime, settings, ClientOptions{true, true});
        (void)m_client->open();
    }
    void close(quint16 code) override { (void)m_client->close(code); }
    std::optional<nanoseconds> latency() override { return m_client->latency(); }

private:
    void update() override
    {
        while (const ClientResult<Happening> happening = m_client->nextHappening(0s))
            std::visit([this](const auto &what) { take(what); }, happening.value());
    }

    BlockingRuntime m_runtime;
    std::unique_ptr<BlockingClient> m_client;
};

/// Monitor: reports by signal.
class AsynchronousSubject final : public Subject
{
public:
    AsynchronousSubject()
    {
        QObject::connect(&m_monitor, &Monitor::batchReady, &m_monitor, [this](const Batch &batch) {
            for (const auto &item : batch.items)
                std::visit([this](const auto &what) { take(what); }, item);
        });
    }
    void open(const ConnectionSettings &settings) override { m_peer = m_monitor.addPeer(settings); }
    void close(quint16 code) override { m_monitor.closePeer(m_peer, {code, {}}); }

private:
    void update() override { m_monitor.flush(); }

    Monitor m_monitor;
    PeerId m_peer{};
};

struct Row {
    const char *behaviour; ///< as in the first column of docs/clients.md
    std::function<void(Subject &, const DemoFleet &)> check;
};

ConnectionSettings settingsFor(const DemoFleet &fleet, const char *path, std::optional<nanoseconds> interval,
                               std::optional<nanoseconds> timeout)
{
    ConnectionSettings settings;
    settings.client = TestSupport::clientOfRow();
    settings.url = fleet.url(QString::fromLatin1(path));
    settings.keepalive.interval = interval;
    settings.keepalive.timeout = timeout;
    settings.reconnect.enabled = false;
    settings.closeTimeout = 500ms;
    return settings;
}

/// Waits for this many pings of another connection, for "and nothing happened in the meantime".
void letPingsPass(const DemoFleet &fleet, std::size_t count)
{
    SynchronousSubject other;
    other.open(settingsFor(fleet, "/steady", 50ms, 20s));
    QTRY_VERIFY(other.samples().size() >= count);
}

/// Computes for this long, like a caller that is too busy to serve its connections.
void compute(nanoseconds howLong)
{
    const SteadyTime until = std::chrono::steady_clock::now() + howLong;
    volatile quint64 work = 0;
    while (std::chrono::steady_clock::now() < until)
        work = work + 1;
}

void keepalive(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/steady", 50ms, 20s));
    QTRY_VERIFY(subject.samples().size() >= 3);
    for (const PingSample &sample : subject.samples())
        QCOMPARE(sample.outcome, PingOutcome::Answered);
}

void pingInterval(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/steady", 200ms, 20s));
    QTRY_VERIFY(subject.samples().size() >= 4);
    const auto &samples = subject.samples();
    const auto between = samples[3].sentAt - samples[0].sentAt;
    // No drift: three intervals, give or take the lateness of a busy machine.
    QVERIFY2(between >= 500ms && between <= 1200ms, qPrintable(QString::number(between.count())));
}

void pingTimeout(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/stall?after=0", 100ms, 200ms));
    QTRY_VERIFY(subject.verdict().has_value());
    const Verdict verdict = *subject.verdict();
    QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
    QCOMPARE(*verdict.sent->code, quint16(1011));
    QCOMPARE(verdict.sent->reason, QStringLiteral("keepalive ping timeout"));
    QVERIFY(!verdict.received);
    QCOMPARE(int(verdict.closeCode), 1006);
}

void articlesExample(Subject &subject, const DemoFleet &fleet)
{
    // interval 20, timeout 5, but a hundred times as fast
    subject.open(settingsFor(fleet, "/stall?after=0.5", 200ms, 50ms));
    QTRY_VERIFY(!subject.samples().empty());
    QCOMPARE(subject.samples().front().outcome, PingOutcome::Answered);
    QTRY_VERIFY(subject.verdict().has_value());
    QCOMPARE(subject.verdict()->cause, Cause::KeepaliveTimeout);
}

void intervalOff(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/stall?after=0", std::nullopt, 50ms));
    QTRY_VERIFY(subject.isOpen());
    letPingsPass(fleet, 6);
    QVERIFY(subject.isOpen());
    QVERIFY(subject.samples().empty());
}

void timeoutOff(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/stall?after=0", 50ms, std::nullopt));
    QTRY_VERIFY(subject.isOpen());
    letPingsPass(fleet, 6);
    QVERIFY(subject.isOpen());
    subject.close(1000);
    // What was in flight all the time is reported now.
    QTRY_VERIFY(!subject.samples().empty());
    QCOMPARE(subject.samples().front().outcome, PingOutcome::Lost);
}

void latency(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/slow?ms=60", 100ms, 20s));
    QTRY_VERIFY(subject.isOpen());
    QVERIFY(!subject.latency());
    QTRY_VERIFY(subject.latency().has_value());
    QVERIFY(*subject.latency() >= 60ms && *subject.latency() < 2s);
}

void openTimeout(Subject &subject, const DemoFleet &fleet)
{
    ConnectionSettings settings = settingsFor(fleet, "/hang", 20s, 20s);
    settings.openTimeout = 300ms;
    QElapsedTimer timer;
    timer.start();
    subject.open(settings);
    QTRY_VERIFY(subject.verdict().has_value());
    QCOMPARE(subject.verdict()->cause, Cause::OpenTimeout);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void closeTimeout(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/stall?after=0", std::nullopt, 20s));
    QTRY_VERIFY(subject.isOpen());
    QElapsedTimer timer;
    timer.start();
    subject.close(1000);
    QTRY_VERIFY(subject.verdict().has_value());
    QVERIFY2(timer.elapsed() >= 400 && timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!subject.verdict()->received);
}

void theirCloseCode(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/close?after=0.1&code=1012&reason=deploy", 20s, 20s));
    QTRY_VERIFY(subject.verdict().has_value());
    QCOMPARE(subject.verdict()->initiator, Initiator::Peer);
    QCOMPARE(*subject.verdict()->received->code, quint16(1012));
    QCOMPARE(subject.verdict()->received->reason, QStringLiteral("deploy"));
}

void ourCloseCode(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/steady", 20s, 20s));
    QTRY_VERIFY(subject.isOpen());
    subject.close(4321);
    QTRY_VERIFY(subject.verdict().has_value());
    QCOMPARE(subject.verdict()->initiator, Initiator::Local);
    QCOMPARE(*subject.verdict()->sent->code, quint16(4321));
    QCOMPARE(*subject.verdict()->received->code, quint16(4321));
}

void reconnection(Subject &subject, const DemoFleet &fleet)
{
    ConnectionSettings settings = settingsFor(fleet, "/eof?after=0.05", 20s, 20s);
    settings.reconnect.enabled = true;
    settings.reconnect.initial = 20ms;
    settings.reconnect.minimum = 20ms;
    subject.open(settings);
    QTRY_VERIFY(subject.opens() >= 3);
    QCOMPARE(subject.verdict()->cause, Cause::Eof);
}

void busyCaller(Subject &subject, const DemoFleet &fleet)
{
    subject.open(settingsFor(fleet, "/steady", 50ms, 200ms));
    QTRY_VERIFY(subject.isOpen());
    compute(600ms);
    // Pings were sent and measured in the meantime, and nobody was taken for dead.
    QVERIFY2(subject.samples().size() >= 5, qPrintable(QString::number(subject.samples().size())));
    QVERIFY(!subject.verdict());
    std::vector<nanoseconds> rtts;
    for (const PingSample &sample : subject.samples())
        rtts.push_back(sample.rtt);
    std::nth_element(rtts.begin(), rtts.begin() + std::ptrdiff_t(rtts.size() / 2), rtts.end());
    QVERIFY2(rtts[rtts.size() / 2] < 50ms, "the caller's work is not in the latency");
}

const std::vector<Row> &rows()
{
    static const std::vector<Row> all = {{"keepalive", keepalive},
                                         {"ping interval", pingInterval},
                                         {"ping timeout", pingTimeout},
                                         {"the article's example", articlesExample},
                                         {"interval off", intervalOff},
                                         {"timeout off", timeoutOff},
                                         {"latency", latency},
                                         {"open timeout", openTimeout},
                                         {"close timeout", closeTimeout},
                                         {"the peer's close code", theirCloseCode},
                                         {"our close code", ourCloseCode},
                                         {"reconnection", reconnection},
                                         {"busy caller", busyCaller}};
    return all;
}

} // namespace

/// The rows of docs/clients.md, each for both clients.
class TestClients : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void initTestCase() { QCOMPARE(m_fleet.start(), QString()); }

    void behaves_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("synchronous");
        for (int i = 0; i < int(rows().size()); ++i) {
            for (const bool synchronous : {true, false})
                QTest::addRow("%s: %s", synchronous ? "synchronous" : "asynchronous",
                              rows()[std::size_t(i)].behaviour)
                    << i << synchronous;
        }
    }
    void behaves()
    {
        QFETCH(int, row);
        QFETCH(bool, synchronous);
        std::unique_ptr<Subject> subject;
        if (synchronous)
            subject = std::make_unique<SynchronousSubject>();
        else
            subject = std::make_unique<AsynchronousSubject>();
        rows()[std::size_t(row)].check(*subject, m_fleet);
    }

    void tableHasTheseRowsAndNoOthers()
    {
        QFile table(QStringLiteral(PONGWATCH_DOCS "/clients.md"));
        QVERIFY2(table.open(QIODevice::ReadOnly), qPrintable(table.errorString()));
        QStringList told;
        bool inside = false;
        while (!table.atEnd()) {
            const QString line = QString::fromUtf8(table.readLine()).trimmed();
            if (line.startsWith(QStringLiteral("| behaviour ")))
                inside = true;
            else if (!line.startsWith(u'|'))
                inside = false;
            else if (inside && !line.startsWith(QStringLiteral("|---")))
                told.append(line.section(u'|', 1, 1).trimmed());
        }
        QStringList tested;
        for (const Row &row : rows())
            tested.append(QString::fromLatin1(row.behaviour));
        QCOMPARE(told, tested);
    }

private:
    DemoFleet m_fleet;
};

QTEST_GUILESS_MAIN(TestClients)
#include "tst_clients.moc"
