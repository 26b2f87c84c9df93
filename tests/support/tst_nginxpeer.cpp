// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "tests/support/nginxpeer.h"
#include "tests/support/peerprocess.h"
#include "tests/support/rawclient.h"

#include <QTest>

using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class NginxPeerTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void passesFramesBothWays();
    void dropsASilentConnection();
    void answersForAServerThatIsGone();
};

void NginxPeerTest::passesFramesBothWays()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    NginxPeer nginx(server.port(), 60s);
    QCOMPARE(nginx.listen(), QString());
    RawClient client(nginx.port());
    client.request("/through");
    QTRY_COMPARE(client.status(), 101);
    client.ping("a");

    QTRY_COMPARE(client.frames(), QStringList(QStringLiteral("pong a")));
    QCOMPARE(server.events().at(0).value(QLatin1String("path")).toString(), QStringLiteral("/through"));
}

void NginxPeerTest::dropsASilentConnection()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    NginxPeer nginx(server.port(), 1s);
    QCOMPARE(nginx.listen(), QString());
    RawClient client(nginx.port());
    client.request("/");
    QTRY_COMPARE(client.status(), 101);
    const auto opened = RawClient::Clock::now();

    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    QVERIFY(RawClient::Clock::now() - opened >= 900ms);
    QCOMPARE(client.frames(), QStringList());
}

void NginxPeerTest::answersForAServerThatIsGone()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    NginxPeer nginx(server.port(), 60s);
    QCOMPARE(nginx.listen(), QString());
    server.kill();
    RawClient client(nginx.port());
    client.request("/");

    QTRY_COMPARE(client.status(), 502);
}

QTEST_GUILESS_MAIN(NginxPeerTest)
#include "tst_nginxpeer.moc"
