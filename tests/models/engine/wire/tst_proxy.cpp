// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"
#include "engine/wire/proxychoice.h"
#include "tests/models/engine/wire/certificateworkshop.h"
#include "tests/models/engine/wire/rawpeer.h"
#include "tests/models/engine/wire/recordinglistener.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/honesttest.h"
#include "tests/support/proxypeer.h"

#include <QTest>

#include <memory>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

ProxyPeer::Kind peerKind(ProxyKind kind)
{
    return kind == ProxyKind::Http ? ProxyPeer::Kind::Http : ProxyPeer::Kind::Socks5;
}

ProxySettings throughPort(ProxyKind kind, quint16 port)
{
    return ProxySettings{kind, QStringLiteral("127.0.0.1"), port, {}, {}};
}

} // namespace

/// Dials through HTTP CONNECT and SOCKS5.
class TestProxyDial : public HonestTest
{
    Q_OBJECT

private:
    SystemClock m_clock;
    RowsClientFactory m_factory{m_clock};
    CertificateWorkshop m_workshop;

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }
    void opensThroughAProxy_data();
    void opensThroughAProxy();
    void tellsEndsApartBehindAProxy_data();
    void tellsEndsApartBehindAProxy();
    void blamesTheProxy_data();
    void blamesTheProxy();
    void choosesTheSystemsProxy_data();
    void choosesTheSystemsProxy();
};

void TestProxyDial::opensThroughAProxy_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<bool>("tls");
    QTest::newRow("HTTP CONNECT") << ProxyKind::Http << false;
    QTest::newRow("SOCKS5") << ProxyKind::Socks5 << false;
    QTest::newRow("HTTP CONNECT with TLS inside") << ProxyKind::Http << true;
    QTest::newRow("SOCKS5 with TLS inside") << ProxyKind::Socks5 << true;
}

void TestProxyDial::opensThroughAProxy()
{
    QFETCH(const ProxyKind, kind);
    QFETCH(const bool, tls);
    ProxyPeer proxy(peerKind(kind));
    QCOMPARE(proxy.listen(), QString());
    RawPeer peer;
    if (tls) {
        m_workshop.issue(QStringLiteral("peer"), QStringLiteral("DNS:localhost"));
        peer.useTls(m_workshop.server(QStringLiteral("peer")));
    }
    ConnectionSettings settings = peer.settings();
    settings.url.setHost(QStringLiteral("localhost"));
    settings.tls.caFile = tls ? m_workshop.authority() : QString();
    settings.proxy = throughPort(kind, proxy.port());
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QVERIFY(heard.order.isEmpty());
    QTRY_VERIFY(heard.opened || heard.end);
    QVERIFY2(heard.opened, heard.end ? qPrintable(heard.end->detail) : "");
    // It is up to the proxy to resolve the name.
    QTRY_COMPARE(proxy.targets(), QStringList(QStringLiteral("localhost:%1").arg(peer.port())));
    QVERIFY(heard.opened->phases.proxy.has_value());
    QVERIFY(!heard.opened->phases.dns);
    QCOMPARE(heard.opened->phases.tls.has_value(), tls);
    transport->sendPing("far");
    QTRY_COMPARE(peer.frames().size(), 1);
    peer.send(RawPeer::frame(Opcode::Pong, "far"));
    QTRY_COMPARE(heard.pongs.size(), 1);
    if (kind == ProxyKind::Http)
        QVERIFY(transport->tcpSnapshot().has_value());
}

void TestProxyDial::tellsEndsApartBehindAProxy_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<bool>("byReset");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("HTTP CONNECT, FIN") << ProxyKind::Http << false << Cause::Eof;
    QTest::newRow("HTTP CONNECT, RST") << ProxyKind::Http << true << Cause::Reset;
    QTest::newRow("SOCKS5, FIN") << ProxyKind::Socks5 << false << Cause::Eof;
}

void TestProxyDial::tellsEndsApartBehindAProxy()
{
    QFETCH(const ProxyKind, kind);
    QFETCH(const bool, byReset);
    ProxyPeer proxy(peerKind(kind));
    QCOMPARE(proxy.listen(), QString());
    RawPeer peer;
    ConnectionSettings settings = peer.settings();
    settings.proxy = throughPort(kind, proxy.port());
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    if (byReset) {
        // The system ends a connection with RST if some received data were never read.
        proxy.process().hang();
        const auto before = transport->tcpTiming().value().delivered.value();
        transport->sendPing("unread");
        QTRY_VERIFY(transport->tcpTiming().value().delivered.value() > before);
        proxy.process().kill();
    } else {
        peer.fin();
    }
    QTRY_VERIFY(heard.end);
    QTEST(heard.end->cause, "cause");
}

void TestProxyDial::blamesTheProxy_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nobody listens, HTTP") << ProxyKind::Http << QByteArray();
    QTest::newRow("nobody listens, SOCKS5") << ProxyKind::Socks5 << QByteArray();
    QTest::newRow("403") << ProxyKind::Http << QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n");
    QTest::newRow("502") << ProxyKind::Http
                         << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("asks for a password")
        << ProxyKind::Http
        << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("nonsense") << ProxyKind::Http << QByteArray("220 mail ESMTP\r\n\r\n");
}

void TestProxyDial::blamesTheProxy()
{
    QFETCH(const ProxyKind, kind);
    QFETCH(const QByteArray, answer);
    auto proxy = std::make_unique<FaultyProxy>(QList<QByteArray>{answer});
    ConnectionSettings settings;
    settings.url = QUrl(QStringLiteral("ws://peer.example/"));
    settings.proxy = throughPort(kind, proxy->port());
    if (answer.isEmpty())
        proxy.reset();
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Proxy);
    QCOMPARE(heard.end->phase, DialPhase::Proxy);
    QVERIFY(!heard.end->detail.isEmpty());
    QVERIFY(!heard.opened);
}

void TestProxyDial::choosesTheSystemsProxy_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("proxied");
    QTest::newRow("this machine by name") << QStringLiteral("ws://localhost:9/") << false;
    QTest::newRow("this machine by address") << QStringLiteral("ws://127.0.0.1:9/") << false;
    QTest::newRow("this machine by IPv6 address") << QStringLiteral("wss://[::1]:9/") << false;
    QTest::newRow("another machine") << QStringLiteral("ws://peer.example/") << true;
    QTest::newRow("another machine with TLS") << QStringLiteral("wss://peer.example/") << true;
}

void TestProxyDial::choosesTheSystemsProxy()
{
    QFETCH(const QString, url);
    QFETCH(const bool, proxied);
    qputenv("http_proxy", "http://127.0.0.1:3128");
    qputenv("https_proxy", "http://127.0.0.1:3129");
    ConnectionSettings settings;
    settings.url = QUrl(url);
    const QNetworkProxy proxy = chooseProxy(settings).proxy;
    qunsetenv("http_proxy");
    qunsetenv("https_proxy");
    QCOMPARE(proxy.type(), proxied ? QNetworkProxy::HttpProxy : QNetworkProxy::NoProxy);
    if (proxied)
        QCOMPARE(int(proxy.port()), settings.url.scheme() == QStringLiteral("wss") ? 3129 : 3128);
}

QTEST_GUILESS_MAIN(TestProxyDial)
#include "tst_proxy.moc"
