// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "tests/support/rawclient.h"

#include <QTest>

#include <cerrno>
#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerProcessTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void pythonServerAnswersPings();
    void pythonServerCloses();
    void pythonServerWantsAHeader();
    void pythonServerPicksASubprotocol();
    void pythonServerThatDoesNotReadIsResetWhenKilled();
    void nodeServerAnswersPings();
    void nodeServerCloses();
    void nodeServerEndsWithoutAClose();
    void nodeServerPings();
    void pythonClientMeasures();
    void hangsAndWakes();
    void isGoneWithItsObject();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();

private:
    static void verifyOpens(RawClient &client, const QByteArray &target = "/");
};

void PeerProcessTest::verifyOpens(RawClient &client, const QByteArray &target)
{
    client.request(target);
    QTRY_COMPARE(client.status(), 101);
}

void PeerProcessTest::pythonServerAnswersPings()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client, "/there");
    client.ping("a");
    client.sendFrame(1, "hello");

    QTRY_COMPARE(client.frames(), (QStringList{QStringLiteral("pong a"), QStringLiteral("text hello")}));
    client.sendFrame(8, QByteArray::fromHex("03f3") + "keepalive ping timeout");
    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    client.hangUp();
    QTRY_COMPARE(server.events().size(), 2);
    QCOMPARE(server.events().at(0).value(QLatin1String("path")).toString(), QStringLiteral("/there"));
    QCOMPARE(server.events().at(1).value(QLatin1String("code")).toInt(), 1011);
    QCOMPARE(server.events().at(1).value(QLatin1String("reason")).toString(),
             QStringLiteral("keepalive ping timeout"));
}

void PeerProcessTest::pythonServerCloses()
{
    PeerProcess server = PeerProcess::websocketsServer(
        {QStringLiteral("--close-after"), QStringLiteral("0.1"), QStringLiteral("--code"),
         QStringLiteral("4001"), QStringLiteral("--reason"), QStringLiteral("enough")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);

    QTRY_COMPARE(client.frames(), QStringList(QStringLiteral("close 4001 enough")));
}

void PeerProcessTest::pythonServerWantsAHeader()
{
    PeerProcess server = PeerProcess::websocketsServer(
        {QStringLiteral("--require-header"), QStringLiteral("Host: elsewhere")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    client.request("/");

    QTRY_COMPARE(client.status(), 401);
}

void PeerProcessTest::pythonServerPicksASubprotocol()
{
    PeerProcess server =
        PeerProcess::websocketsServer({QStringLiteral("--subprotocol"), QStringLiteral("chat")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: "
                "Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: chat\r\n\r\n");

    QTRY_COMPARE(client.status(), 101);
    QVERIFY(client.head().contains("Sec-WebSocket-Protocol: chat"));
}

void PeerProcessTest::pythonServerThatDoesNotReadIsResetWhenKilled()
{
    PeerProcess server = PeerProcess::websocketsServer({QStringLiteral("--no-read")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);
    QTRY_COMPARE(server.events().size(), 1);
    client.ping("never read");

    server.kill();
    QTRY_COMPARE(client.end(), QStringLiteral("reset"));
    QCOMPARE(client.frames(), QStringList());
}

void PeerProcessTest::nodeServerAnswersPings()
{
    PeerProcess server = PeerProcess::nodeServer();
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);
    client.ping("a");
    client.sendFrame(1, "hello");

    QTRY_COMPARE(client.frames(), (QStringList{QStringLiteral("pong a"), QStringLiteral("text hello")}));
    client.sendFrame(8, QByteArray::fromHex("03e9"));
    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    client.hangUp();
    QTRY_COMPARE(server.events().size(), 2);
    QCOMPARE(server.events().at(1).value(QLatin1String("code")).toInt(), 1001);
}

void PeerProcessTest::nodeServerCloses()
{
    PeerProcess server = PeerProcess::nodeServer({QStringLiteral("--close-after"), QStringLiteral("0.1"),
                                                  QStringLiteral("--code"), QStringLiteral("1012")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);

    QTRY_COMPARE(client.frames(), QStringList(QStringLiteral("close 1012")));
}

void PeerProcessTest::nodeServerEndsWithoutAClose()
{
    PeerProcess server =
        PeerProcess::nodeServer({QStringLiteral("--terminate-after"), QStringLiteral("0.1")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);

    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    QCOMPARE(client.frames(), QStringList());
}

void PeerProcessTest::nodeServerPings()
{
    PeerProcess server = PeerProcess::nodeServer({QStringLiteral("--ping-every"), QStringLiteral("0.05")});
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);

    QTRY_VERIFY(client.frames().count(QStringLiteral("ping")) >= 2);
    client.sendFrame(10, "");
    QTRY_COMPARE(server.events().size(), 2);
    QCOMPARE(server.events().at(1).value(QLatin1String("event")).toString(), QStringLiteral("pong"));
}

void PeerProcessTest::pythonClientMeasures()
{
    DemoFleet fleet;
    QCOMPARE(fleet.start(), QString());
    PeerProcess client = PeerProcess::websocketsClient({fleet.url(QStringLiteral("/slow?ms=30")).toString(),
                                                        QStringLiteral("--interval"), QStringLiteral("0.02"),
                                                        QStringLiteral("--count"), QStringLiteral("3")});
    QCOMPARE(client.run(), QString());

    QTRY_VERIFY_WITH_TIMEOUT(!client.isRunning(), 20'000);
    QVERIFY2(client.exitStatus() == 0, qPrintable(client.complaints()));
    const QList<QJsonObject> events = client.events();
    QCOMPARE(events.size(), 3);
    for (const QJsonObject &event : events)
        QVERIFY(event.value(QLatin1String("rtt_ms")).toDouble() >= 30.0);
}

void PeerProcessTest::hangsAndWakes()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    RawClient client(server.port());
    verifyOpens(client);

    DemoFleet clock;
    QCOMPARE(clock.start(), QString());
    RawClient witness(clock.port());
    verifyOpens(witness, "/slow?ms=200");

    server.hang();
    client.ping("a");
    witness.ping("b");
    QTRY_COMPARE(witness.frames().size(), 1);
    QCOMPARE(client.frames(), QStringList());
    QVERIFY(server.isRunning());

    server.wake();
    QTRY_COMPARE(client.frames(), QStringList(QStringLiteral("pong a")));
}

void PeerProcessTest::isGoneWithItsObject()
{
    qint64 process = 0;
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        process = server.processId();
        QVERIFY(::kill(static_cast<pid_t>(process), 0) == 0);
        server.hang(); // even so
    }
    QVERIFY(::kill(static_cast<pid_t>(process), 0) != 0);
    QCOMPARE(errno, ESRCH);
}

void PeerProcessTest::saysWhatWentWrong_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error");

    QTest::newRow("no such program") << QStringLiteral("/no/such/program") << QStringList()
                                     << QStringLiteral("does not start");
    QTest::newRow("ends at once") << QStringLiteral("/bin/sh")
                                  << QStringList{QStringLiteral("-c"),
                                                 QStringLiteral("echo sorry >&2; exit 3")}
                                  << QStringLiteral("ended before it listened: sorry");
}

void PeerProcessTest::saysWhatWentWrong()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, error);

    PeerProcess process(program, arguments);
    const QString said = process.listen();
    QVERIFY2(said.contains(error), qPrintable(said));
}

QTEST_GUILESS_MAIN(PeerProcessTest)
#include "tst_peerprocess.moc"
