// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democonnection.h"
#include "demo/demoserver.h"
#include "tests/support/honesttest.h"
#include "tests/support/rawclient.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

/// Clients that try to harm a demo server.
class DemoHostileTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void refusesBadRequests_data();
    void refusesBadRequests();
    void dropsAClientThatNeverFinishesItsRequest();
    void closesForBadFrames_data();
    void closesForBadFrames();
    void dropsAClientThatNeverAnswersAClose();
    void closesForTooManyPings();
    void dropsAClientThatDoesNotRead();
    void dropsWhatComesBeyondItsLimit();
    void survivesClientsThatVanish();

private:
    std::unique_ptr<RawClient> open(const QByteArray &target);
    /// Checks that the server still serves others.
    void verifyAlive();

    std::unique_ptr<DemoServer> m_server;
};

void DemoHostileTest::init()
{
    HonestTest::init();
    DemoLimits limits;
    limits.requestPatience = 150ms;
    limits.endPatience = 150ms;
    limits.mostConnections = 8;
    m_server = std::make_unique<DemoServer>(limits);
    QCOMPARE(m_server->listen(QHostAddress::LocalHost, 0), QString());
}

void DemoHostileTest::cleanup()
{
    m_server.reset();
}

std::unique_ptr<RawClient> DemoHostileTest::open(const QByteArray &target)
{
    auto client = std::make_unique<RawClient>(m_server->port());
    client->request(target);
    [&client] { QTRY_COMPARE(client->status(), 101); }();
    return client;
}

void DemoHostileTest::verifyAlive()
{
    const auto other = open("/steady");
    other->ping("alive");
    QTRY_COMPARE(other->frames(), QStringList(QStringLiteral("pong alive")));
}

void DemoHostileTest::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");

    const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QTest::newRow("nothing at all") << QByteArray("\r\n\r\n") << 400;
    QTest::newRow("bytes that are no HTTP") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /steady HTTP/1.0\r\n\r\n") << 400;
    QTest::newRow("a POST") << QByteArray("POST /steady HTTP/1.1\r\n\r\n") << 405;
    QTest::newRow("a browser's GET") << QByteArray("GET /steady HTTP/1.1\r\nHost: x\r\n\r\n") << 426;
    QTest::newRow("another version") << "GET /steady HTTP/1.1\r\nUpgrade: websocket\r\nConnection: "
                                        "Upgrade\r\nSec-WebSocket-Version: 8\r\n" +
                                            key + "\r\n"
                                     << 426;
    QTest::newRow("no key") << "GET /steady HTTP/1.1\r\n" + upgrade + "\r\n" << 400;
    QTest::newRow("a short key") << "GET /steady HTTP/1.1\r\n" + upgrade + "Sec-WebSocket-Key: AAAA\r\n\r\n"
                                 << 400;
    QTest::newRow("a header without a name") << "GET /steady HTTP/1.1\r\n" + upgrade + key + ": x\r\n\r\n"
                                             << 400;
    QTest::newRow("too many headers")
        << "GET /steady HTTP/1.1\r\n" + upgrade + key + QByteArray("X: y\r\n").repeated(101) + "\r\n"
        << 431;
    QTest::newRow("an endless header") << "GET /steady HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') << 431;
    QTest::newRow("an endless target") << "GET /" + QByteArray(5'000, 'x') + " HTTP/1.1\r\n\r\n" << 414;
}

void DemoHostileTest::refusesBadRequests()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);

    RawClient client(m_server->port());
    client.send(request);

    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    QCOMPARE(client.status(), status);
    verifyAlive();
}

void DemoHostileTest::dropsAClientThatNeverFinishesItsRequest()
{
    RawClient client(m_server->port());
    client.send("GET /steady HTTP/1.1\r\n");

    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    QCOMPARE(client.head(), QByteArray());
}

void DemoHostileTest::closesForBadFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("answer");

    const auto row = [](const char *name, const char *hex, const char *answer) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << QString::fromLatin1(answer);
    };
    row("an unmasked frame", "890161", "close 1002 a client's frames must be masked");
    row("reserved bits", "f98000000000", "close 1002 reserved bits are set");
    row("an unknown opcode", "838000000000", "close 1002 unknown opcode");
    row("a message of 2^62 bytes", "82ff400000000000000000000000",
        "close 1009 messages may have at most 1 MiB");
    row("text that isn't UTF-8", "818100000000ff", "close 1007 a text message must be UTF-8");
}

void DemoHostileTest::closesForBadFrames()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, answer);
    const auto client = open("/steady");

    client->send(bytes);
    QTRY_COMPARE(client->frames(), QStringList(answer));
    client->ping("not heard any more");
    // The client never answers the Close frame, so it is dropped; its unread ping may turn that into a reset.
    QTRY_VERIFY(client->end() != QLatin1String("open"));
    QCOMPARE(client->frames(), QStringList(answer));
    verifyAlive();
}

void DemoHostileTest::dropsAClientThatNeverAnswersAClose()
{
    const auto client = open("/close?after=0");

    QTRY_COMPARE(client->end(), QStringLiteral("eof"));
    QCOMPARE(client->frames(), QStringList(QStringLiteral("close 1012 deploy")));
}

void DemoHostileTest::closesForTooManyPings()
{
    const auto client = open("/slow?ms=60000");
    for (size_t i = 0; i <= DemoConnection::mostSteps; ++i)
        client->ping("a");

    QTRY_COMPARE(client->frames(), QStringList(QStringLiteral("close 1008 too many pings at once")));
    verifyAlive();
}

void DemoHostileTest::dropsAClientThatDoesNotRead()
{
    const auto client = open("/steady");
    client->stopReading();
    // Echoes pile up in the kernel's buffers and then in the server's, up to its limit.
    const QByteArray message(1'000'000, 'x');
    for (int i = 0; i < 40; ++i)
        client->sendFrame(2, message);

    QTRY_COMPARE(m_server->connectionCount(), 0);
    verifyAlive();
}

void DemoHostileTest::dropsWhatComesBeyondItsLimit()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    clients.reserve(8);
    for (int i = 0; i < 8; ++i)
        clients.push_back(open("/steady"));
    RawClient beyond(m_server->port());

    QTRY_COMPARE(beyond.end(), QStringLiteral("eof"));
    QCOMPARE(m_server->connectionCount(), 8);
    clients.pop_back();
    QTRY_COMPARE(m_server->connectionCount(), 7);
    verifyAlive();
}

void DemoHostileTest::survivesClientsThatVanish()
{
    for (const char *target : {"/steady", "/slow?ms=20", "/flood?rate=100000", "/fragments", "/stall?after=0",
                               "/close?after=0", "/eof?after=0"}) {
        const auto client = open(target);
        client->ping("a");
    }
    {
        RawClient beforeItsRequest(m_server->port());
    }
    QTRY_COMPARE(m_server->connectionCount(), 0);
    verifyAlive();
}

QTEST_GUILESS_MAIN(DemoHostileTest)
#include "tst_demohostile.moc"
