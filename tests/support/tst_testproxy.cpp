// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/support/honesttest.h"
#include "tests/support/rawclient.h"
#include "tests/support/testproxy.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Qt's own clients of proxies against the TestProxy.
class TestProxyTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tunnels_data();
    void tunnels();
    void refuses_data();
    void refuses();
    void canKeepSilent();

private:
    DemoFleet m_fleet;
};

void TestProxyTest::initTestCase()
{
    QCOMPARE(m_fleet.start(), QString());
}

void TestProxyTest::tunnels_data()
{
    QTest::addColumn<TestProxy::Kind>("kind");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("works");

    const QString none;
    const auto right = QStringLiteral("secret");
    const auto wrong = QStringLiteral("guess");
    const auto address = QStringLiteral("127.0.0.1");
    const auto name = QStringLiteral("localhost");
    for (const auto kind : {TestProxy::Kind::Http, TestProxy::Kind::Socks5}) {
        const char *const word = kind == TestProxy::Kind::Http ? "HTTP" : "SOCKS 5";
        QTest::addRow("%s, open to all", word) << kind << none << none << address << true;
        QTest::addRow("%s, to a name", word) << kind << none << none << name << true;
        QTest::addRow("%s, with the password", word) << kind << right << right << address << true;
        QTest::addRow("%s, with a wrong password", word) << kind << right << wrong << address << false;
        QTest::addRow("%s, without a password", word) << kind << right << none << address << false;
    }
}

void TestProxyTest::tunnels()
{
    QFETCH(const TestProxy::Kind, kind);
    QFETCH(const QString, wanted);
    QFETCH(const QString, given);
    QFETCH(const QString, host);
    QFETCH(const bool, works);

    TestProxy proxy(kind, wanted.isEmpty() ? QString() : QStringLiteral("ada"), wanted);
    QTcpSocket socket;
    socket.setProxy(
        QNetworkProxy(kind == TestProxy::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
                      QStringLiteral("127.0.0.1"), proxy.port(),
                      given.isEmpty() ? QString() : QStringLiteral("ada"), given));
    socket.connectToHost(host, m_fleet.port());

    if (works) {
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write("GET /nowhere HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 100);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 404 "));
        QCOMPARE(proxy.targets(),
                 QStringList(QString(host + QLatin1Char(':') + QString::number(m_fleet.port()))));
    } else {
        QTRY_VERIFY(socket.error() != QAbstractSocket::UnknownSocketError);
        QVERIFY(proxy.targets().isEmpty());
        QVERIFY(proxy.turnedAway() > 0);
    }
}

void TestProxyTest::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("told");
    QTest::addColumn<int>("status");

    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost, 0));
    const QByteArray closedPort = "127.0.0.1:" + QByteArray::number(nobody.serverPort());
    QTest::newRow("as told") << QByteArray("127.0.0.1:9") << 403 << 403;
    QTest::newRow("when nobody listens there") << closedPort << 0 << 502;
}

void TestProxyTest::refuses()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, told);
    QFETCH(const int, status);

    TestProxy proxy(TestProxy::Kind::Http);
    proxy.refuseWith(told);
    RawClient client(proxy.port());
    client.send("CONNECT " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");

    QTRY_COMPARE(client.end(), QStringLiteral("eof"));
    QCOMPARE(client.status(), status);
}

void TestProxyTest::canKeepSilent()
{
    TestProxy proxy(TestProxy::Kind::Http);
    proxy.fallSilent();
    RawClient client(proxy.port());
    client.send("CONNECT 127.0.0.1:9 HTTP/1.1\r\n\r\n");
    RawClient clock(m_fleet.port());
    clock.request("/slow?ms=100");
    clock.ping("a");

    QTRY_COMPARE(clock.frames().size(), 1);
    QCOMPARE(client.head(), QByteArray());
    QCOMPARE(client.end(), QStringLiteral("open"));
}

QTEST_GUILESS_MAIN(TestProxyTest)
#include "tst_testproxy.moc"
