// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopath.h"
#include "demo/demoserver.h"
#include "tests/support/honesttest.h"
#include "tests/support/lastdescriptors.h"
#include "tests/support/rawclient.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <ctime>
#include <memory>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

/// Each path of a demo server, as seen by a client on the wire.
class DemoServerTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersPings_data();
    void answersPings();
    void ends_data();
    void ends();
    void refuses_data();
    void refuses();
    void upgradesAsTheProtocolWants();
    void picksTheFirstSubprotocol();
    void delaysAnswers_data();
    void delaysAnswers();
    void answersOutOfTurnOnlyTheNewest();
    void stallsWithTheConnectionOpen();
    void hangsWithTheConnectionOpen();
    void keepsAnIdleClientThatSpeaks();
    void floods();
    void sendsAnswersBetweenFragments();
    void echoesMessages();
    void answersTheClientsClose();
    void saysWhyItCannotListen();
    void restsWhenDescriptorsHaveRunOut();

private:
    /// A client whose upgrade was answered with 101.
    std::unique_ptr<RawClient> open(const QByteArray &target);

    std::unique_ptr<DemoServer> m_server;
};

void DemoServerTest::init()
{
    HonestTest::init();
    m_server = std::make_unique<DemoServer>();
    QCOMPARE(m_server->listen(QHostAddress::LocalHost, 0), QString());
}

void DemoServerTest::cleanup()
{
    m_server.reset();
}

std::unique_ptr<RawClient> DemoServerTest::open(const QByteArray &target)
{
    auto client = std::make_unique<RawClient>(m_server->port());
    client->request(target);
    [&client] { QTRY_COMPARE(client->status(), 101); }();
    return client;
}

void DemoServerTest::answersPings_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("frames");

    const auto row = [](const char *target, const QStringList &frames) {
        QTest::newRow(target) << QByteArray(target) << frames;
    };
    const auto w = [](const char *words) { return QString::fromUtf8(words); };
    const QStringList right{w("pong a"), w("pong b"), w("pong c"), w("text {\"op\":\"pong\"}")};
    row("/steady", right);
    row("/jitter?ms=30", right);
    row("/spikes?every=2&ms=50", right);
    row("/slow?ms=40", right);
    row("/stall", right);
    row("/close", right);
    row("/empty-close?after=60", right);
    row("/eof", right);
    row("/reset", right);
    row("/idle", right);
    row("/huge?after=60", right);
    row("/garbage?after=60", right);
    row("/newest?of=4", {w("text {\"op\":\"pong\"}")});
    row("/newest?of=3&ms=30", {w("pong c"), w("text {\"op\":\"pong\"}")});
    row("/wrong", {w("pong `"), w("pong c"), w("pong b"), w("text {\"op\":\"wrong\"}")});
    row("/unsolicited",
        {w("pong unsolicited"), w("pong unsolicited"), w("pong a"), w("pong unsolicited"), w("pong b"),
         w("pong unsolicited"), w("pong c"), w("pong unsolicited"), w("text {\"op\":\"pong\"}")});
    row("/duplicate", {w("pong a"), w("pong a"), w("pong b"), w("pong b"), w("pong c"), w("pong c"),
                       w("text {\"op\":\"pong\"}"), w("text {\"op\":\"pong\"}")});
}

void DemoServerTest::answersPings()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QStringList, frames);
    const auto client = open(target);

    client->ping("a");
    client->ping("b");
    client->ping("c");
    client->sendFrame(1, R"({ "op": "ping" })");

    QTRY_COMPARE(client->frames(), frames);
    QCOMPARE(client->end(), QStringLiteral("open"));
}

void DemoServerTest::ends_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<QString>("end");

    const auto row = [](const char *target, const char *frame, const char *end) {
        QTest::newRow(target) << QByteArray(target)
                              << (*frame == '\0' ? QStringList() : QStringList(QString::fromUtf8(frame)))
                              << QString::fromLatin1(end);
    };
    row("/close?after=0.05", "close 1012 deploy", "open");
    row("/close?after=0&code=1000", "close 1000", "open");
    row("/close?after=0&code=1001&reason=going%20away", "close 1001 going away", "open");
    row("/close?after=0&code=4001&reason=a%C3%A4", "close 4001 aä", "open");
    row("/close?after=0&code=1005", "close 1005", "open");
    row("/empty-close?after=0.05", "close", "open");
    row("/eof?after=0.05", "", "eof");
    row("/eof?after=0", "", "eof");
    row("/reset?after=0.05", "", "reset");
    row("/idle?limit=0.1", "", "eof");
}

void DemoServerTest::ends()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QStringList, frames);
    QFETCH(const QString, end);
    const auto client = open(target);

    QTRY_COMPARE(client->frames(), frames);
    QTRY_COMPARE(client->end(), end);
    if (end == QLatin1String("open")) {
        // A server ends the TCP connection after both Close frames have been sent.
        client->sendFrame(8, QByteArray::fromHex("03e8"));
        QTRY_COMPARE(client->end(), QStringLiteral("eof"));
        QCOMPARE(client->frames(), frames);
    }
}

void DemoServerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("a peer that rejects") << QByteArray("/reject") << 503 << QByteArray("rejects");
    QTest::newRow("a peer that rejects as told")
        << QByteArray("/reject?status=401") << 401 << QByteArray("rejects");
    QTest::newRow("an unknown path lists all") << QByteArray("/nonsense") << 404 << demoPathList().toUtf8();
    QTest::newRow("a bad number") << QByteArray("/slow?ms=x") << 400 << QByteArray("“ms” of /slow");
}

void DemoServerTest::refuses()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);

    RawClient client(m_server->port());
    client.request(target);

    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    QCOMPARE(client.status(), status);
    QVERIFY2(client.rest().contains(body), client.rest().constData());
    QVERIFY(
        client.head().contains(QByteArray("Content-Length: " + QByteArray::number(client.rest().size()))));
}

void DemoServerTest::upgradesAsTheProtocolWants()
{
    // The key and its answer are the example in RFC 6455 1.3.
    const QByteArray right = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    const auto good = open("/steady");
    QVERIFY(good->head().contains(right));
    QVERIFY(good->head().contains("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"));
    QVERIFY(!good->head().contains("Sec-WebSocket-Protocol"));

    const auto bad = open("/bad-accept");
    QVERIFY(bad->head().contains("Sec-WebSocket-Accept: "));
    QVERIFY(!bad->head().contains(right));
}

void DemoServerTest::picksTheFirstSubprotocol()
{
    RawClient client(m_server->port());
    client.send("GET /steady HTTP/1.1\r\nupgrade: WebSocket\r\nCONNECTION: upgrade\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Protocol: chat.v2, chat.v1\r\n\r\n");

    QTRY_COMPARE(client.status(), 101);
    QVERIFY(client.head().endsWith("\r\nSec-WebSocket-Protocol: chat.v2"));
}

void DemoServerTest::delaysAnswers_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("least");

    QTest::newRow("slow") << QByteArray("/slow?ms=120") << 120;
    QTest::newRow("every ping a spike") << QByteArray("/spikes?every=1&ms=80") << 80;
    QTest::newRow("newest with nothing newer") << QByteArray("/newest?ms=90") << 90;
}

void DemoServerTest::delaysAnswers()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, least);
    const auto client = open(target);

    const auto asked = RawClient::Clock::now();
    client->ping("a");
    QTRY_COMPARE(client->frames(), QStringList(QStringLiteral("pong a")));

    const auto rtt = client->heardAt() - asked;
    QVERIFY(rtt >= std::chrono::milliseconds(least));
    QVERIFY(rtt < std::chrono::milliseconds(least) + 2s); // no more than a loaded machine explains
}

void DemoServerTest::answersOutOfTurnOnlyTheNewest()
{
    const auto client = open("/newest");
    for (const char *payload : {"a", "b", "c", "d"})
        client->ping(payload);

    QTRY_COMPARE(client->frames(), (QStringList{QStringLiteral("pong b"), QStringLiteral("pong d")}));
}

void DemoServerTest::stallsWithTheConnectionOpen()
{
    const auto stalling = open("/stall?after=0.1");
    const auto clock = open("/slow?ms=200");
    clock->ping("a");
    QTRY_COMPARE(clock->frames().size(), 1);

    // By now the stalling peer is silent: a ping sent before one to the clock remains unanswered.
    stalling->ping("late");
    stalling->sendFrame(8, QByteArray::fromHex("03e8"));
    clock->ping("b");
    QTRY_COMPARE(clock->frames().size(), 2);
    QCOMPARE(stalling->frames(), QStringList());
    QCOMPARE(stalling->end(), QStringLiteral("open"));
}

void DemoServerTest::hangsWithTheConnectionOpen()
{
    RawClient hanging(m_server->port());
    hanging.request("/hang");
    const auto clock = open("/slow?ms=100");
    clock->ping("a");

    QTRY_COMPARE(clock->frames().size(), 1);
    QCOMPARE(hanging.head(), QByteArray());
    QCOMPARE(hanging.end(), QStringLiteral("open"));
}

void DemoServerTest::keepsAnIdleClientThatSpeaks()
{
    const auto client = open("/idle?limit=0.8");
    const auto clock = open("/slow?ms=100");

    // Ten answers of the clock are one second, in which the client is never silent for 800 ms.
    for (int i = 1; i <= 10; ++i) {
        client->ping("x");
        clock->ping("x");
        QTRY_COMPARE(clock->frames().size(), i);
        QTRY_COMPARE(client->frames().size(), i);
    }
    QTRY_COMPARE(client->end(), QStringLiteral("eof"));
}

void DemoServerTest::floods()
{
    const auto client = open("/flood?rate=2000");
    QTRY_VERIFY(client->frames().size() >= 300);
    client->ping("a");
    QTRY_VERIFY(client->frames().contains(QStringLiteral("pong a")));

    QStringList messages = client->frames();
    messages.removeAll(QStringLiteral("pong a"));
    for (int i = 0; i < messages.size(); ++i)
        QCOMPARE(messages.at(i), QString(QStringLiteral("text flood ") + QString::number(i)));
}

void DemoServerTest::sendsAnswersBetweenFragments()
{
    const auto client = open("/fragments");
    const auto pong = QStringLiteral("pong a");
    // Pings until one arrives during an incomplete message.
    const auto answeredWithin = [&] {
        client->ping("a");
        const QStringList frames = client->frames();
        for (qsizetype i = 1; i + 1 < frames.size(); ++i)
            if (frames.at(i) == pong && frames.at(i - 1).contains(QLatin1String("...")))
                return true;
        return false;
    };
    QTRY_VERIFY(answeredWithin());

    QTRY_VERIFY(client->frames().contains(QStringLiteral("continuation fragments")));
    QStringList frames = client->frames();
    frames.removeAll(pong);
    QCOMPARE(
        frames.first(5),
        (QStringList{QStringLiteral("text... this message "), QStringLiteral("continuation... comes in "),
                     QStringLiteral("continuation... five "), QStringLiteral("continuation..."),
                     QStringLiteral("continuation fragments")}));
}

void DemoServerTest::echoesMessages()
{
    const auto client = open("/steady");
    client->sendFrame(1, "hello");
    client->sendFrame(2, QByteArray(70'000, 'x'));
    client->sendFrame(1, "in ", false);
    client->sendFrame(0, "parts");
    client->sendFrame(1, R"({"op":"subscribe"})");

    QTRY_COMPARE(client->frames().size(), 4);
    QCOMPARE(client->frames().at(0), QStringLiteral("text hello"));
    QCOMPARE(client->frames().at(1), QString(QStringLiteral("binary ") + QString(70'000, QLatin1Char('x'))));
    QCOMPARE(client->frames().at(2), QStringLiteral("text in parts"));
    QCOMPARE(client->frames().at(3), QStringLiteral("text {\"op\":\"subscribe\"}"));
}

void DemoServerTest::answersTheClientsClose()
{
    auto client = open("/slow?ms=10000");
    client->ping("never answered");
    client->sendFrame(8, QByteArray::fromHex("03e9") + "bye");

    QTRY_COMPARE(client->end(), QStringLiteral("eof"));
    QCOMPARE(client->frames(), QStringList(QStringLiteral("close 1001")));
    client.reset();
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void DemoServerTest::saysWhyItCannotListen()
{
    DemoServer second;
    const QString error = second.listen(QHostAddress::LocalHost, m_server->port());

    QVERIFY(error.contains(QString::number(m_server->port())));
    QVERIFY(error.contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(second.port(), 0);
}

void DemoServerTest::restsWhenDescriptorsHaveRunOut()
{
    QSignalSpy complaints(m_server.get(), &DemoServer::complained);
    auto last = std::make_unique<LastDescriptors>(m_server->port());
    const bool isTold = QTest::qWaitFor([&complaints] { return !complaints.isEmpty(); }, 20'000);
    const std::clock_t before = std::clock();
    const QDeadlineTimer twoMoreAttempts(1'200);
    (void)QTest::qWaitFor([&twoMoreAttempts] { return twoMoreAttempts.hasExpired(); });
    const std::clock_t used = std::clock() - before;
    const qsizetype told = complaints.count();
    last->release();
    QVERIFY(last->isConnected());
    QVERIFY(isTold);
    QCOMPARE(told, 1);
    QVERIFY2(used < CLOCKS_PER_SEC / 2, qPrintable(QString::number(used)));
    QVERIFY(complaints[0][0].toString().contains(qt_error_string(EMFILE)));
    // The client that waited is served, and so are new ones.
    QTRY_COMPARE(m_server->connectionCount(), 1);
    last.reset();
    auto next = open("/steady");
    next->ping("a");
    QTRY_COMPARE(next->frames(), QStringList(QStringLiteral("pong a")));
}

QTEST_GUILESS_MAIN(DemoServerTest)
#include "tst_demoserver.moc"
