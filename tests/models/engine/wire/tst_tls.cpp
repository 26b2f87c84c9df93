// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"
#include "tests/models/engine/wire/certificateworkshop.h"
#include "tests/models/engine/wire/rawpeer.h"
#include "tests/models/engine/wire/recordinglistener.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// wss:// with servers that have all kinds of certificates.
class TestTls : public HonestTest
{
    Q_OBJECT

private:
    SystemClock m_clock;
    RowsClientFactory m_factory{m_clock};
    CertificateWorkshop m_workshop;

    [[nodiscard]] ConnectionSettings trusting(const RawPeer &peer) const
    {
        ConnectionSettings settings = peer.settings();
        settings.tls.caFile = m_workshop.authority();
        return settings;
    }

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }
    void initTestCase();
    void opensAndTellsTheFacts();
    void opensByName();
    void anotherAddressKeepsTheName_data();
    void anotherAddressKeepsTheName();
    void aSocketOfThisMachineIsDialled_data();
    void aSocketOfThisMachineIsDialled();
    void aSocketThatIsNotThereRefuses();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void takesAnyCertificateWhenToldTo();
    void tellsTheProtocolVersion();
    void tellsAServerThatSpeaksNoTls();
    void tellsEndsInTheHandshake();
    void tellsEndsOfAnOpenConnection_data();
    void tellsEndsOfAnOpenConnection();
    void showsItsOwnCertificate();
    void filesThatCantBeRead_data();
    void filesThatCantBeRead();
    void bigMessagesPass();
    void abortFromEveryCallback_data();
    void abortFromEveryCallback();
    void plainClientIsToldToUseTls();
};

void TestTls::initTestCase()
{
    const QString here = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    m_workshop.issue(QStringLiteral("good"), here);
    m_workshop.issue(QStringLiteral("expired"), here, -1);
    m_workshop.issue(QStringLiteral("elsewhere"), QStringLiteral("DNS:elsewhere.example"));
    m_workshop.issue(QStringLiteral("client"), QStringLiteral("DNS:client.example"));
    m_workshop.issueSelfSigned(QStringLiteral("lonely"), here);
    QVERIFY2(m_workshop.works(), "the openssl command is needed to make certificates");
}

void TestTls::opensAndTellsTheFacts()
{
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(trusting(peer), &heard);
    QVERIFY(heard.order.isEmpty());
    QTRY_VERIFY(heard.opened);
    QVERIFY(heard.opened->tls);
    QCOMPARE(heard.opened->tls->protocol, QStringLiteral("TLSv1.3"));
    QVERIFY(heard.opened->tls->cipher.startsWith(QStringLiteral("TLS_")));
    QCOMPARE(heard.opened->tls->certificateSubject, QStringLiteral("good"));
    QCOMPARE(heard.opened->tls->certificateIssuer, QStringLiteral("Pongwatch test authority"));
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(heard.opened->tls->certificateExpires);
    QVERIFY(days >= 29 && days <= 30);
    QCOMPARE(heard.opened->tls->certificateExpires.timeSpec(), Qt::UTC);
    QVERIFY(heard.opened->tls->verified);
    QVERIFY(heard.opened->phases.tcp.value() > nanoseconds(0));
    QVERIFY(heard.opened->phases.tls.value() > nanoseconds(0));
    QCOMPARE(heard.opened->address, QStringLiteral("127.0.0.1:%1").arg(peer.port()));

    transport->sendPing("over TLS");
    QTRY_COMPARE(peer.frames().size(), 1);
    peer.send(RawPeer::frame(Opcode::Pong, peer.frames().constFirst().payload));
    QTRY_COMPARE(heard.pongs, QList<QByteArray>{"over TLS"});
    QVERIFY(transport->tcpTiming().has_value());
    QVERIFY(transport->tcpSnapshot()->rtt > nanoseconds(0));
}

void TestTls::opensByName()
{
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    ConnectionSettings settings = trusting(peer);
    settings.url.setHost(QStringLiteral("localhost"));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    QVERIFY(heard.opened->phases.dns.has_value());
    QCOMPARE(peer.requestField("Host"), QByteArray("localhost:" + QByteArray::number(peer.port())));
}

void TestTls::anotherAddressKeepsTheName_data()
{
    QTest::addColumn<QString>("urlHost");
    QTest::addColumn<bool>("opens");
    QTest::newRow("the certificate is for the URL's host") << QStringLiteral("localhost") << true;
    QTest::newRow("it is for the address only") << QStringLiteral("edge.example") << false;
}

void TestTls::anotherAddressKeepsTheName()
{
    QFETCH(const QString, urlHost);
    QFETCH(const bool, opens);
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    ConnectionSettings settings = trusting(peer);
    settings.client = clientOfRow(); // QWebSocket can't: the other client is used
    settings.url.setHost(urlHost);
    settings.url.setPort(4433); // where nobody listens
    settings.connectTo = QStringLiteral("127.0.0.1:%1").arg(peer.port());
    RecordingListener heard;
    const auto transport = ClientTransportFactory(m_clock).create(settings);
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened || heard.end);
    QCOMPARE(heard.opened.has_value(), opens);
    if (opens) {
        QCOMPARE(heard.opened->address, settings.connectTo);
        QCOMPARE(heard.opened->client, Client::Wire);
        QVERIFY(!heard.opened->phases.dns);
        QCOMPARE(peer.requestField("Host"), QByteArray("localhost:4433"));
    } else {
        QCOMPARE(heard.end->cause, Cause::Tls);
    }
}

void TestTls::aSocketOfThisMachineIsDialled_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("ws") << false;
    QTest::newRow("wss") << true;
}

void TestTls::aSocketOfThisMachineIsDialled()
{
    QFETCH(const bool, tls);
    RawPeer peer;
    if (tls)
        peer.useTls(m_workshop.server(QStringLiteral("good")));
    QTemporaryDir folder;
    // The listener there passes the bytes on to the peer.
    QLocalServer local;
    QVERIFY(local.listen(folder.filePath(QStringLiteral("app.sock"))));
    connect(&local, &QLocalServer::newConnection, &local, [&] {
        QLocalSocket *client = local.nextPendingConnection();
        auto *server = new QTcpSocket(client);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), peer.port());
        connect(client, &QLocalSocket::readyRead, server, [=] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
    });
    ConnectionSettings settings = trusting(peer);
    settings.client = clientOfRow();
    settings.url.setHost(QStringLiteral("localhost"));
    settings.connectTo = QStringLiteral("unix:") + local.fullServerName();
    RecordingListener heard;
    const auto transport = ClientTransportFactory(m_clock).create(settings);
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened || heard.end);
    QVERIFY2(heard.opened, heard.end ? qPrintable(heard.end->detail) : "");
    QCOMPARE(heard.opened->address, settings.connectTo);
    QCOMPARE(heard.opened->tls.has_value(), tls);
    transport->sendPing("over a file");
    QTRY_COMPARE(peer.frames().size(), 1);
    peer.send(RawPeer::frame(Opcode::Pong, peer.frames().constFirst().payload));
    QTRY_COMPARE(heard.pongs, QList<QByteArray>{"over a file"});
    QVERIFY(!transport->tcpSnapshot()); // there is no TCP
}

void TestTls::aSocketThatIsNotThereRefuses()
{
    ConnectionSettings settings;
    settings.url = QUrl(QStringLiteral("ws://localhost/"));
    settings.connectTo = QStringLiteral("unix:/nowhere/app.sock");
    RecordingListener heard;
    const auto transport = ClientTransportFactory(m_clock).create(settings);
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Refused);
    QVERIFY(heard.end->detail.startsWith(settings.connectTo));
}

void TestTls::refusesBadCertificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QString>("says");
    QTest::newRow("expired") << QStringLiteral("expired") << true << QStringLiteral("expired");
    QTest::newRow("for another host") << QStringLiteral("elsewhere") << true << QStringLiteral("host name");
    QTest::newRow("self-signed") << QStringLiteral("lonely") << true << QStringLiteral("self-signed");
    QTest::newRow("of an unknown authority") << QStringLiteral("good") << false << QStringLiteral("issuer");
}

void TestTls::refusesBadCertificates()
{
    QFETCH(const QString, certificate);
    QFETCH(const bool, knowsAuthority);
    QFETCH(const QString, says);
    RawPeer peer;
    peer.useTls(m_workshop.server(certificate));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(knowsAuthority ? trusting(peer) : peer.settings(), &heard);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Tls);
    QCOMPARE(heard.end->phase, DialPhase::Tls);
    QVERIFY(heard.end->mayRetry);
    QVERIFY(heard.end->phases.tcp.value_or(nanoseconds(0)) > nanoseconds(0));
    QVERIFY(heard.end->phases.tls.value_or(nanoseconds(0)) > nanoseconds(0));
    QVERIFY(!heard.end->phases.upgrade);
    QVERIFY2(heard.end->detail.contains(says), qPrintable(heard.end->detail));
    QCOMPARE(heard.order.size(), 1);
    QVERIFY(peer.request().isEmpty());
}

void TestTls::takesAnyCertificateWhenToldTo()
{
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("lonely")));
    ConnectionSettings settings = peer.settings();
    settings.tls.verify = false;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    QVERIFY(!heard.opened->tls->verified);
}

void TestTls::tellsTheProtocolVersion()
{
    // A server that only has versions nobody should use any more answers with the alert protocol_version.
    RawPeer peer;
    peer.onConnection = [](RawPeer &raw) { raw.send(QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7)); };
    ConnectionSettings settings = peer.settings();
    settings.url.setScheme(QStringLiteral("wss"));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Tls);
    QVERIFY2(heard.end->detail.contains(QStringLiteral("protocol version")), qPrintable(heard.end->detail));
}

void TestTls::tellsAServerThatSpeaksNoTls()
{
    RawPeer peer;
    peer.onConnection = [](RawPeer &raw) { raw.send("HTTP/1.1 400 Bad Request\r\n\r\n"); };
    ConnectionSettings settings = peer.settings();
    settings.url.setScheme(QStringLiteral("wss"));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Tls);
    QCOMPARE(heard.end->tls.value().fault, TlsFault::NotTls);
    QVERIFY(!heard.end->tls->byPeer);
}

void TestTls::tellsEndsInTheHandshake()
{
    for (const bool byReset : {false, true}) {
        RawPeer peer;
        peer.onBytes = [byReset](RawPeer &raw) { byReset ? raw.reset() : raw.fin(); };
        ConnectionSettings settings = peer.settings();
        settings.url.setScheme(QStringLiteral("wss"));
        RecordingListener heard;
        const auto transport = m_factory.create();
        transport->open(settings, &heard);
        QTRY_VERIFY(heard.end);
        QCOMPARE(heard.end->cause, byReset ? Cause::Reset : Cause::Eof);
        QCOMPARE(heard.end->phase, DialPhase::Tls);
        QVERIFY(heard.end->mayRetry);
    }
}

void TestTls::tellsEndsOfAnOpenConnection_data()
{
    QTest::addColumn<bool>("withClose");
    QTest::addColumn<bool>("byReset");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("FIN") << false << false << Cause::Eof;
    QTest::newRow("RST") << false << true << Cause::Reset;
    QTest::newRow("a Close frame, then FIN") << true << false << Cause::Eof;
}

void TestTls::tellsEndsOfAnOpenConnection()
{
    QFETCH(const bool, withClose);
    QFETCH(const bool, byReset);
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(trusting(peer), &heard);
    QTRY_VERIFY(heard.opened);
    if (withClose) {
        peer.send(RawPeer::closeFrame(1012, "deploy"));
        // A connection closed with our answer unread ends with RST, whatever was in the Close frame.
        QTRY_COMPARE(peer.frames().size(), 1);
    }
    byReset ? peer.reset() : peer.fin();
    QTRY_VERIFY(heard.end);
    QTEST(heard.end->cause, "cause");
    QCOMPARE(heard.end->phase, DialPhase::Open);
    if (withClose)
        QCOMPARE(heard.closeFrame, (CloseFrame{1012, QStringLiteral("deploy")}));
}

void TestTls::showsItsOwnCertificate()
{
    RawPeer peer;
    QSslConfiguration server = m_workshop.server(QStringLiteral("good"));
    server.setPeerVerifyMode(QSslSocket::VerifyPeer);
    server.setCaCertificates(QSslCertificate::fromPath(m_workshop.authority()));
    peer.useTls(server);
    ConnectionSettings settings = trusting(peer);
    settings.tls.clientCertificate = m_workshop.path(QStringLiteral("client.pem"));
    settings.tls.clientKey = m_workshop.path(QStringLiteral("client.key"));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
}

void TestTls::filesThatCantBeRead_data()
{
    QTest::addColumn<TlsSettings>("tls");
    QTest::addColumn<QString>("names");
    const QString missing = m_workshop.path(QStringLiteral("missing.pem"));
    const QString key = m_workshop.path(QStringLiteral("client.key"));
    const QString certificate = m_workshop.path(QStringLiteral("client.pem"));
    QTest::newRow("an authority's file that is missing") << TlsSettings{true, missing, {}, {}} << missing;
    QTest::newRow("an authority's file without a certificate") << TlsSettings{true, key, {}, {}} << key;
    QTest::newRow("a certificate that is missing") << TlsSettings{true, {}, missing, key} << missing;
    QTest::newRow("a key that is missing") << TlsSettings{true, {}, certificate, missing} << missing;
    QTest::newRow("a key's file without a key")
        << TlsSettings{true, {}, certificate, certificate} << certificate;
    QTest::newRow("a key without a certificate") << TlsSettings{true, {}, {}, key} << key;
}

void TestTls::filesThatCantBeRead()
{
    QFETCH(const TlsSettings, tls);
    QFETCH(const QString, names);
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    ConnectionSettings settings = peer.settings();
    settings.tls = tls;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QVERIFY(heard.order.isEmpty());
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Tls);
    QVERIFY(!heard.end->mayRetry);
    QVERIFY2(heard.end->detail.contains(names), qPrintable(heard.end->detail));
}

void TestTls::bigMessagesPass()
{
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(trusting(peer), &heard);
    QTRY_VERIFY(heard.opened);
    peer.send(RawPeer::frame(Opcode::Binary, QByteArray(900'000, 'x')) + RawPeer::closeFrame(1000));
    peer.fin();
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.messageSizes, QList<qint64>{900'000});
    QVERIFY(heard.closeFrame);
}

void TestTls::abortFromEveryCallback_data()
{
    QTest::addColumn<QString>("callback");
    for (const char *name : {"opened", "pong", "close", "ended"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTls::abortFromEveryCallback()
{
    QFETCH(const QString, callback);
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    peer.firstBytes = RawPeer::frame(Opcode::Pong) + RawPeer::closeFrame(1000);
    RecordingListener heard;
    auto transport = m_factory.create();
    const auto abort = [&transport] { transport->abort(); };
    if (callback == QStringLiteral("opened"))
        heard.onOpened = abort;
    else if (callback == QStringLiteral("pong"))
        heard.onPong = abort;
    else if (callback == QStringLiteral("close"))
        heard.onClose = abort;
    else
        heard.onEnded = abort;
    transport->open(trusting(peer), &heard);
    if (callback == QStringLiteral("ended")) {
        QTRY_VERIFY(heard.closeFrame);
        peer.fin();
    }
    QTRY_VERIFY(heard.order.contains(callback));
    QTRY_VERIFY(peer.clientGone());
    transport.reset();
    QCOMPARE(heard.order.constLast(), callback);
}

void TestTls::plainClientIsToldToUseTls()
{
    RawPeer peer;
    peer.useTls(m_workshop.server(QStringLiteral("good")));
    ConnectionSettings settings = peer.settings();
    settings.url.setScheme(QStringLiteral("ws"));
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.end);
    // OpenSSL answers an unencrypted request with an alert, or by ending the connection.
    if (heard.end->cause == Cause::HandshakeInvalid)
        QVERIFY(heard.end->detail.contains(QStringLiteral("wss://")));
    else
        QVERIFY(heard.end->cause == Cause::Eof || heard.end->cause == Cause::Reset);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
