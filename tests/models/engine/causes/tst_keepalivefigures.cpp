// SPDX-License-Identifier: GPL-3.0-or-later
// What a verdict says about an open connection, on real sockets and for both clients: figures from the right
// moment, wrong answers, other people's limits, and the network's share of a round trip.
#include "demo/demofleet.h"
#include "demo/demoframes.h"
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/honesttest.h"

#include <QLocale>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::closeFrame;
using TestSupport::dialOnce;
using TestSupport::pingEvery;
using TestSupport::RawPeer;

namespace
{

/// A server whose reaction to each complete frame of its client is set by a test.
class FramePeer
{
public:
    using Answer = std::function<void(QTcpSocket &, const DemoIncoming &)>;

    explicit FramePeer(Answer answer, std::function<void(QTcpSocket &)> opened = {})
        : m_peer(RawPeer::Script{{},
                                 [this, opened](QTcpSocket &socket) {
                                     m_reader = {};
                                     if (opened)
                                         opened(socket);
                                 },
                                 [this, answer](QTcpSocket &socket, const QByteArray &bytes) {
                                     m_reader.feed(bytes);
                                     while (const std::optional<DemoIncoming> frame = m_reader.next())
                                         answer(socket, *frame);
                                 }})
    {
    }

    [[nodiscard]] QUrl url() const { return m_peer.url(); }

private:
    DemoFrameReader m_reader;
    RawPeer m_peer;
};

QByteArray pong(const QByteArray &payload)
{
    return demoFrame(DemoOpcode::Pong, payload);
}

void addClients()
{
    QTest::addColumn<Client>("client");
    QTest::newRow("qt") << Client::Qt;
    QTest::newRow("wire") << Client::Wire;
}

/// One row for each combination of a client and one of these.
template <typename Case>
void forBothClients(const std::vector<std::pair<const char *, Case>> &cases, const char *column)
{
    QTest::addColumn<Client>("client");
    QTest::addColumn<Case>(column);
    for (const Client client : {Client::Qt, Client::Wire})
        for (const auto &[name, value] : cases)
            QTest::addRow("%s: %s", toWord(client).data(), name) << client << value;
}

} // namespace

class TestKeepaliveFigures : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(m_fleet.start(), QString());
    }

    void answersToOurCloseAreNoEvidence_data() { addClients(); }

    void answersToOurCloseAreNoEvidence()
    {
        QFETCH(Client, client);
        QList<QByteArray> pings;
        const FramePeer peer([&pings](QTcpSocket &socket, const DemoIncoming &frame) {
            if (frame.kind == DemoIncoming::Kind::Ping)
                pings.append(frame.payload);
            if (frame.kind != DemoIncoming::Kind::Close)
                return;
            for (const QByteArray &payload : std::as_const(pings)) // it wakes up
                socket.write(pong(payload));
            socket.write(pong({}));
            socket.write(closeFrame(1011));
            socket.disconnectFromHost();
        });
        ConnectionSettings settings = pingEvery(peer.url(), milliseconds(200), milliseconds(700));
        settings.client = client;
        settings.closeTimeout = seconds(5);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        // Nothing has come since the handshake.
        QVERIFY(verdict.sinceLastReceived && *verdict.sinceLastReceived >= milliseconds(700));
        QVERIFY(*verdict.sinceLastReceived + milliseconds(50) >= verdict.age);
        QVERIFY(!verdict.sinceLastPong);
        QCOMPARE(verdict.foreignPongs, quint64(0));
        QVERIFY(verdict.pingsUnanswered >= 1);
        const QString text = explain(verdict);
        QVERIFY2(!text.contains(QLatin1String("goes on sending")), qPrintable(text));
        QVERIFY2(!verdict.lateAnswer || text.contains(QLatin1String("slow, not gone")), qPrintable(text));
    }

    void ageEndsAtThePeersClose_data() { addClients(); }

    void ageEndsAtThePeersClose()
    {
        QFETCH(Client, client);
        // TCP lingers: the server keeps its socket.
        const FramePeer peer([](QTcpSocket &, const DemoIncoming &) {},
                             [](QTcpSocket &socket) {
                                 QTimer::singleShot(milliseconds(300), &socket,
                                                    [&socket] { socket.write(closeFrame(1001, "bye")); });
                             });
        ConnectionSettings settings = dialOnce(peer.url());
        settings.client = client;
        settings.closeTimeout = seconds(3);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.state(), std::optional(ConnectionState::Closing));
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QVERIFY2(verdict.age >= milliseconds(250) && verdict.age < seconds(3),
                 qPrintable(QString::number(toMilliseconds(verdict.age))));
    }

    void wrongAnswersAreAnswers_data()
    {
        forBothClients<QByteArray>({{"without a payload", ""}, {"always the same", "pong"}}, "payload");
    }

    void wrongAnswersAreAnswers()
    {
        QFETCH(Client, client);
        QFETCH(QByteArray, payload);
        const FramePeer peer([payload](QTcpSocket &socket, const DemoIncoming &frame) {
            if (frame.kind == DemoIncoming::Kind::Ping)
                socket.write(pong(payload));
        });
        ConnectionSettings settings = pingEvery(peer.url(), milliseconds(200), milliseconds(500));
        settings.client = client;
        settings.keepalive.onTimeout = OnTimeout::Keep;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY(probe.timeouts().size() >= 2);
        QVERIFY(probe.timeouts().front().foreignPongs >= 1);
        QVERIFY(probe.timeouts().front().unsolicitedPongs == 0);
        settings.keepalive.onTimeout = OnTimeout::Close;
        probe.monitor().updatePeer(probe.peer(), settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const QString text = explain(probe.verdicts().front());
        QVERIFY2(text.contains(QLatin1String("answers pings, but wrongly")), qPrintable(text));
    }

    void pongsOfItsOwnAccordAreNoAnswers_data() { addClients(); }

    void pongsOfItsOwnAccordAreNoAnswers()
    {
        QFETCH(Client, client);
        QTimer often;
        const FramePeer peer([](QTcpSocket &, const DemoIncoming &) {},
                             [&often](QTcpSocket &socket) {
                                 QObject::connect(&often, &QTimer::timeout, &socket,
                                                  [&socket] { socket.write(pong("alive")); });
                                 often.start(milliseconds(20));
                             });
        ConnectionSettings settings = pingEvery(peer.url(), milliseconds(400), milliseconds(700));
        settings.client = client;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const QString text = explain(probe.verdicts().front());
        QVERIFY2(text.contains(QLatin1String("of its own accord")), qPrintable(text));
    }

    void limitOfAgeIsKnownThoughPingsAreAnswered_data() { addClients(); }

    void limitOfAgeIsKnownThoughPingsAreAnswered()
    {
        QFETCH(Client, client);
        const FramePeer peer(
            [](QTcpSocket &socket, const DemoIncoming &frame) {
                if (frame.kind == DemoIncoming::Kind::Ping)
                    socket.write(pong(frame.payload));
            },
            [](QTcpSocket &socket) {
                QTimer::singleShot(milliseconds(3300), &socket, [&socket] { socket.disconnectFromHost(); });
            });
        ConnectionSettings settings = pingEvery(peer.url(), milliseconds(200), seconds(10));
        settings.client = client;
        settings.reconnect.enabled = true;
        settings.reconnect.initial = milliseconds(50);
        settings.reconnect.minimum = milliseconds(50);
        settings.reconnect.maximum = milliseconds(50);
        CauseProbe probe;
        probe.watch(settings);
        // On a busy machine one of them may be late.
        const auto isKnown = [&probe] {
            return !probe.verdicts().empty() && probe.verdicts().back().limit.has_value();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 30000);
        const Verdict &verdict = probe.verdicts().back();
        QCOMPARE(verdict.limit->kind, LimitKind::AgeOrDataIdle);
        QVERIFY(suspicionOf(verdict).likely.testFlag(Suspect::Proxy));
    }

    void whatAPeerHereTakesIsNotTheNetworks_data()
    {
        forBothClients<QString>({{"1 ms", QStringLiteral("/slow?ms=1")},
                                 {"5 ms", QStringLiteral("/slow?ms=5")},
                                 {"20 ms", QStringLiteral("/slow?ms=20")},
                                 {"30 ms", QStringLiteral("/slow?ms=30")},
                                 {"60 ms", QStringLiteral("/slow?ms=60")},
                                 {"120 ms", QStringLiteral("/slow?ms=120")},
                                 {"250 ms", QStringLiteral("/slow?ms=250")},
                                 {"500 ms", QStringLiteral("/slow?ms=500")},
                                 {"up to 20 ms", QStringLiteral("/jitter?ms=20")},
                                 {"up to 100 ms", QStringLiteral("/jitter?ms=100")},
                                 {"up to 500 ms", QStringLiteral("/jitter?ms=500")}},
                                "path");
    }

    void whatAPeerHereTakesIsNotTheNetworks()
    {
        QFETCH(Client, client);
        QFETCH(QString, path);
        ConnectionSettings settings = pingEvery(m_fleet.url(path), milliseconds(25), seconds(20));
        settings.client = client;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY(probe.samples().size() >= 20);
        for (const PingSample &sample : probe.samples()) {
            if (!hasRoundTrip(sample.outcome))
                continue;
            QVERIFY(sample.tcpRtt);
            QVERIFY2(!sample.tcpRtt || *sample.tcpRtt < milliseconds(1),
                     qPrintable(QString::number(toMilliseconds(*sample.tcpRtt))));
            QVERIFY(slowPlace(sample) != SlowPlace::Network || sample.rtt < milliseconds(2));
        }
    }

    void firstFigureComesAtOnce_data() { addClients(); }

    void firstFigureComesAtOnce()
    {
        QFETCH(Client, client);
        ConnectionSettings settings =
            pingEvery(m_fleet.url(QStringLiteral("/steady")), std::chrono::hours(1), seconds(20));
        settings.client = client;
        settings.keepalive.firstPing = FirstPing::Now;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.samples().size(), std::size_t(1));
    }

private:
    DemoFleet m_fleet;
};

QTEST_GUILESS_MAIN(TestKeepaliveFigures)
#include "tst_keepalivefigures.moc"
