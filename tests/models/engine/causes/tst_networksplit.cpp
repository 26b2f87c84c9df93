// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"
#include "tests/support/networknamespace.h"
#include "tests/support/peerprocess.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::PeerProcess;
using TestSupport::pingEvery;
using TestSupport::runCommand;

namespace
{

/// A python-websockets server on every address of its host.
const char *const serverScript = R"(
import asyncio, websockets

async def handler(websocket):
    async for _ in websocket:
        pass

async def main():
    async with websockets.serve(handler, "0.0.0.0", 0, ping_interval=None) as server:
        print("listening", server.sockets[0].getsockname()[1], flush=True)
        await asyncio.Future()

asyncio.run(main())
)";

/// Carries Ethernet frames between two devices with a delay of some milliseconds: a long cable in user space,
/// for kernels without netem.
const char *const longCableScript = R"(
import fcntl, heapq, select, socket, struct, sys, time

delay = float(sys.argv[1]) / 1000
print("listening 1", flush=True)
names = ["longhere", "longthere"]
while not all(name in (device for _, device in socket.if_nameindex()) for name in names):
    time.sleep(0.01)
ends = []
for name in names:
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    flags = struct.unpack("16sh", fcntl.ioctl(end, 0x8913, struct.pack("16sh", name.encode(), 0))[:18])[1]
    fcntl.ioctl(end, 0x8914, struct.pack("16sh", name.encode(), flags | 1))  # up
    end.bind((name, 0))
    end.setblocking(False)
    ends.append(end)
late, number = [], 0
while True:
    wait = max(0, late[0][0] - time.monotonic()) if late else 1
    for end in select.select(ends, [], [], wait)[0]:
        try:
            frame, source = end.recvfrom(65536)
        except BlockingIOError:
            continue
        if source[2] != socket.PACKET_OUTGOING:
            number += 1
            heapq.heappush(late, (time.monotonic() + delay, number, 1 - ends.index(end), frame))
    while late and late[0][0] <= time.monotonic():
        _, _, other, frame = heapq.heappop(late)
        try:
            ends[other].send(frame)
        except OSError:
            pass
)";

/// Makes a device complete its checksums itself (SIOCETHTOOL, ETHTOOL_STXCSUM): user space would see
/// incomplete ones.
const char *const finishChecksumsScript = R"(
import array, fcntl, socket, struct, sys
value = array.array("B", struct.pack("II", 0x17, 0))
request = struct.pack("16sP", sys.argv[1].encode(), value.buffer_info()[0])
fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), 0x8946, request)
)";

QString ip(const QString &arguments)
{
    return runCommand(QStringLiteral("ip"), arguments.split(u' '));
}

/// Two hosts connected by a cable, which can be long: this process, alone in its network namespace, and a
/// server in another. Both namespaces and the cable disappear with the processes in them, so nothing is left
/// behind.
class TwoHosts
{
public:
    /// Returns an empty text, or what went wrong. `delay`: how long a frame takes, one way.
    QString setUp(milliseconds delay)
    {
        m_cable = std::make_unique<PeerProcess>(
            QStringLiteral("unshare"),
            QStringList{QStringLiteral("--net"), QStringLiteral("/usr/bin/python3"), QStringLiteral("-c"),
                        QString::fromLatin1(longCableScript), QString::number(delay.count())});
        QString problem = m_server.listen();
        if (problem.isEmpty())
            problem = m_cable->listen();
        for (const QString &command :
             {QStringLiteral("link set lo up"), QStringLiteral("link add here type veth peer name longhere"),
              QStringLiteral("link add there type veth peer name longthere"),
              QStringLiteral("addr add 10.99.0.1/24 dev here"),
              QStringLiteral("link set there netns %1").arg(m_server.processId()),
              QStringLiteral("link set longhere netns %1").arg(m_cable->processId()),
              QStringLiteral("link set longthere netns %1").arg(m_cable->processId()),
              QStringLiteral("link set here up")})
            if (problem.isEmpty())
                problem = ip(command);
        for (const QString &command :
             {QStringLiteral("addr add 10.99.0.2/24 dev there"), QStringLiteral("link set there up")})
            if (problem.isEmpty())
                problem = there(command);
        const QStringList python{QStringLiteral("/usr/bin/python3"), QStringLiteral("-c"),
                                 QString::fromLatin1(finishChecksumsScript)};
        if (problem.isEmpty())
            problem = runCommand(python.first(), python.mid(1) + QStringList{QStringLiteral("here")});
        if (problem.isEmpty())
            problem = runCommand(QStringLiteral("nsenter"), QStringList{spaceOfServer()} + python +
                                                                QStringList{QStringLiteral("there")});
        return problem;
    }

    /// With a cable that adds no delay.
    QString setUp()
    {
        QString problem = m_server.listen();
        // The kernel reports unreachable hosts to itself over lo.
        for (const QString &command :
             {QStringLiteral("link set lo up"), QStringLiteral("link add here type veth peer name there"),
              QStringLiteral("addr add 10.99.0.1/24 dev here"),
              QStringLiteral("link set there netns %1").arg(m_server.processId()),
              QStringLiteral("link set here up")})
            if (problem.isEmpty())
                problem = ip(command);
        for (const QString &command :
             {QStringLiteral("addr add 10.99.0.2/24 dev there"), QStringLiteral("link set there up")})
            if (problem.isEmpty())
                problem = there(command);
        return problem;
    }

    /// Runs ip(8) on the server's host.
    [[nodiscard]] QString there(const QString &arguments) const
    {
        return runCommand(QStringLiteral("nsenter"),
                          QStringList{spaceOfServer(), QStringLiteral("ip")} + arguments.split(u' '));
    }

    [[nodiscard]] PeerProcess &server() { return m_server; }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("ws://10.99.0.2:%1/").arg(m_server.port())); }

    ~TwoHosts()
    {
        // The kernel would remove the cable with the server's namespace, but only a moment later.
        const QString ignored = ip(QStringLiteral("link del here"));
    }
    TwoHosts() = default;
    TwoHosts(const TwoHosts &) = delete;
    TwoHosts &operator=(const TwoHosts &) = delete;

private:
    [[nodiscard]] QString spaceOfServer() const
    {
        return QStringLiteral("--net=/proc/%1/ns/net").arg(m_server.processId());
    }

    std::unique_ptr<PeerProcess> m_cable;
    PeerProcess m_server{QStringLiteral("unshare"),
                         {QStringLiteral("--net"), QStringLiteral("/usr/bin/python3"), QStringLiteral("-c"),
                          QString::fromLatin1(serverScript)}};
};

} // namespace

/// Half-open connections: the link is cut, or the process stops, and the kernel's data tell
/// which.
class TestNetworkSplit : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void cutLinkIsPathSilent()
    {
        TwoHosts hosts;
        QCOMPARE(hosts.setUp(), QString());
        CauseProbe probe;
        probe.watch(pingEvery(hosts.url(), milliseconds(100), milliseconds(1500)));
        QTRY_VERIFY(probe.samples().size() >= 2);
        QCOMPARE(hosts.there(QStringLiteral("link set there down")), QString());

        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.evidence, Evidence::PathSilent);
        QVERIFY(verdict.tcp);
        QVERIFY(verdict.tcp->unacked > 0);
        QVERIFY(verdict.tcp->retransmits > 0);
        QCOMPARE(probe.timeouts().front().evidence, Evidence::PathSilent);
        const QString text = explain(verdict);
        QVERIFY2(text.contains(QLatin1String("network to the peer is silent")), qPrintable(text));
    }

    void stoppedServerIsPeerSilent()
    {
        TwoHosts hosts;
        QCOMPARE(hosts.setUp(), QString());
        CauseProbe probe;
        probe.watch(pingEvery(hosts.url(), milliseconds(100), milliseconds(1500)));
        QTRY_VERIFY(probe.samples().size() >= 2);
        hosts.server().hang();

        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QVERIFY(verdict.tcp);
        // The last ping may still be on its way: the cable is a process, and the machine may be busy.
        QVERIFY2(verdict.tcp->unacked <= 1, qPrintable(QString::number(verdict.tcp->unacked)));
        QCOMPARE(verdict.tcp->retransmits, 0U);
    }

    void mendedLinkRecoversByItself()
    {
        TwoHosts hosts;
        QCOMPARE(hosts.setUp(), QString());
        ConnectionSettings settings = pingEvery(hosts.url(), milliseconds(100), milliseconds(1000));
        settings.keepalive.onTimeout = OnTimeout::Keep;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY(probe.samples().size() >= 2);
        QCOMPARE(hosts.there(QStringLiteral("link set there down")), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!probe.timeouts().empty(), 15000);
        QCOMPARE(hosts.there(QStringLiteral("link set there up")), QString());
        // The kernel retransmits what was lost, so the pongs come late.
        const auto isLate = [](const PingSample &sample) { return sample.outcome == PingOutcome::Late; };
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(probe.samples().begin(), probe.samples().end(), isLate), 30000);
        QVERIFY(probe.verdicts().empty());
        QCOMPARE(probe.opens(), 1);
    }

    void longWayIsTheNetworks_data()
    {
        QTest::addColumn<Client>("client");
        QTest::addColumn<int>("oneWayMs");
        for (const Client client : {Client::Qt, Client::Wire})
            for (const int ms : {30, 100})
                QTest::addRow("%s: %d ms one way", toWord(client).data(), ms) << client << ms;
    }

    void longWayIsTheNetworks()
    {
        QFETCH(Client, client);
        QFETCH(int, oneWayMs);
        const nanoseconds way = milliseconds(2 * oneWayMs);
        TwoHosts hosts;
        QCOMPARE(hosts.setUp(milliseconds(oneWayMs)), QString());
        ConnectionSettings settings = pingEvery(hosts.url(), milliseconds(250), seconds(10));
        settings.client = client;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY_WITH_TIMEOUT(probe.samples().size() >= 20, 30000);
        // A busy machine may be late with some: then the peer's share includes the time in which its program
        // did not run. In the quickest ones, the peer's share is almost nothing.
        std::vector<nanoseconds> ofPeer;
        for (const PingSample &sample : probe.samples()) {
            QVERIFY2(sample.rtt >= way, "the cable is too short");
            if (sample.tcpRtt) {
                QVERIFY2(*sample.tcpRtt >= way, "TCP can't be quicker than the cable");
                ofPeer.push_back(sample.rtt - *sample.tcpRtt);
            }
        }
        QVERIFY2(ofPeer.size() >= 5, qPrintable(QString::number(ofPeer.size())));
        std::sort(ofPeer.begin(), ofPeer.end());
        const nanoseconds usual = ofPeer[ofPeer.size() / 4];
        QVERIFY2(usual < way / 10, qPrintable(QString::number(toMilliseconds(usual))));
    }

    void hostThatIsGoneIsUnreachable()
    {
        TwoHosts hosts;
        QCOMPARE(hosts.setUp(), QString());
        ConnectionSettings settings = TestSupport::dialOnce(QUrl(QStringLiteral("ws://10.99.0.3:9/")));
        settings.openTimeout = seconds(10);
        CauseProbe probe;
        probe.watch(settings);
        // Nobody has this address: the kernel stops asking for it (EHOSTUNREACH) after about three
        // seconds.
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 20000);
        QCOMPARE(probe.verdicts().front().cause, Cause::Unreachable);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Tcp);
    }
};

int main(int argc, char *argv[])
{
    return TestSupport::runInNetworkNamespace(
        argc, argv, "the verdict “path-silent” was not tested against a cut link.", [&argc, argv] {
            QCoreApplication application(argc, argv);
            TestNetworkSplit test;
            return QTest::qExec(&test, argc, argv);
        });
}

#include "tst_networksplit.moc"
