// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"
#include "engine/wire/wirecontext.h"
#include "tests/models/engine/wire/rawpeer.h"
#include "tests/models/engine/wire/recordinglistener.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QTest>
#include <QTimer>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// A transport on real sockets with a server that sends exactly what is in the row.
class TestWebSocketTransport : public HonestTest
{
    Q_OBJECT

private:
    SystemClock m_clock;
    RowsClientFactory m_factory{m_clock};

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }
    void opensAndTellsHow();
    void saysNothingBeforeOpenReturns();
    void asksAsTheSettingsSay();
    void aHostHeaderOfOnesOwnIsTheOnlyOne();
    void anotherAddressIsDialled_data();
    void anotherAddressIsDialled();
    void pingsAndHearsThePong();
    void answersPings();
    void answersOnlyTheNewestOfAFlood();
    void aFloodHasOneTurnAtATime_data();
    void aFloodHasOneTurnAtATime();
    void whatWasSaidBeforeAnEndIsHeard_data();
    void whatWasSaidBeforeAnEndIsHeard();
    void bytesAfterTheHandshakeAreFrames();
    void tellsEndsApart_data();
    void tellsEndsApart();
    void dialsThatFail_data();
    void dialsThatFail();
    void closesFirst();
    void reasonOfACloseIsCut();
    void messagesAreCutToWhatIsWanted();
    void sendsText();
    void abortFromEveryCallback_data();
    void abortFromEveryCallback();
    void sendsNothingAfterItsClose();
    void knowsTheKernelsBooks();
    void pingsWaitBehindAPeerThatStopsReading();
    void pongsThatNobodyReadsHaveABound();
};

void TestWebSocketTransport::opensAndTellsHow()
{
    RawPeer peer;
    peer.extraHeaders = "Server: nginx/1.22\r\nSec-WebSocket-Protocol: chat\r\n";
    ConnectionSettings settings = peer.settings();
    settings.subprotocols = {QStringLiteral("chat"), QStringLiteral("other")};
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    QCOMPARE(heard.opened->server, QStringLiteral("nginx/1.22"));
    QCOMPARE(heard.opened->subprotocol, QStringLiteral("chat"));
    QCOMPARE(heard.opened->address, QStringLiteral("127.0.0.1:%1").arg(peer.port()));
    QVERIFY(!heard.opened->phases.dns);
    QVERIFY(!heard.opened->phases.tls);
    QVERIFY(heard.opened->phases.tcp.value() > nanoseconds(0));
    QVERIFY(heard.opened->phases.upgrade.value() > nanoseconds(0));
    QCOMPARE(transport->phase(), DialPhase::Open);
    QVERIFY(transport->lastReceivedAt().has_value());
}

void TestWebSocketTransport::saysNothingBeforeOpenReturns()
{
    RecordingListener heard;
    ConnectionSettings settings;
    settings.url = QUrl(QStringLiteral("ws://127.0.0.1:1/"));
    settings.proxy.kind = ProxyKind::None;
    settings.headers = {{QStringLiteral("X-Broken"), QStringLiteral("a\r\nHost: evil")}};
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QVERIFY(heard.order.isEmpty());
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::HandshakeInvalid);
    QVERIFY(!heard.end->mayRetry);
    QVERIFY(heard.end->detail.contains(QStringLiteral("X-Broken")));
    QVERIFY(!heard.end->detail.contains(QStringLiteral("evil")));
}

void TestWebSocketTransport::asksAsTheSettingsSay()
{
    RawPeer peer;
    ConnectionSettings settings = peer.settings();
    settings.origin = QStringLiteral("https://example.org");
    settings.headers = {{QStringLiteral("X-Tenant"), QStringLiteral("a")}};
    settings.auth = {AuthKind::Bearer, {}, QStringLiteral("t0ken")};
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    QVERIFY(peer.request().startsWith("GET /path?q=1 HTTP/1.1\r\n"));
    QCOMPARE(peer.requestField("Host"), QByteArray("127.0.0.1:" + QByteArray::number(peer.port())));
    QCOMPARE(peer.requestField("Origin"), QByteArray("https://example.org"));
    QCOMPARE(peer.requestField("X-Tenant"), QByteArray("a"));
    QCOMPARE(peer.requestField("Authorization"), QByteArray("Bearer t0ken"));
}

void TestWebSocketTransport::aHostHeaderOfOnesOwnIsTheOnlyOne()
{
    RawPeer peer;
    ConnectionSettings settings = peer.settings();
    settings.client = clientOfRow();
    settings.headers = {{QStringLiteral("X-Tenant"), QStringLiteral("a")},
                        {QStringLiteral("Host"), QStringLiteral("edge.example:8443")}};
    RecordingListener heard;
    const auto transport = ClientTransportFactory(m_clock).create(settings);
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    QCOMPARE(peer.requestField("Host"), QByteArray("edge.example:8443"));
    QCOMPARE(peer.request().count("\r\nHost:"), 1);
    QCOMPARE(peer.requestField("X-Tenant"), QByteArray("a"));
}

void TestWebSocketTransport::anotherAddressIsDialled_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isLookedUp");
    QTest::newRow("an address") << QStringLiteral("127.0.0.1:%1") << false;
    QTest::newRow("a name") << QStringLiteral("localhost:%1") << true;
}

void TestWebSocketTransport::anotherAddressIsDialled()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isLookedUp);
    RawPeer peer;
    ConnectionSettings settings = peer.settings();
    settings.client = clientOfRow();
    settings.url.setHost(QStringLiteral("pongwatch-test.invalid"));
    settings.url.setPort(80);
    settings.connectTo = address.arg(peer.port());
    RecordingListener heard;
    const auto transport = ClientTransportFactory(m_clock).create(settings);
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    QVERIFY(heard.opened->address.endsWith(QStringLiteral(":%1").arg(peer.port())));
    QCOMPARE(heard.opened->phases.dns.has_value(), isLookedUp);
    QCOMPARE(heard.opened->client, Client::Wire);
    QCOMPARE(peer.requestField("Host"), QByteArray("pongwatch-test.invalid"));
}

void TestWebSocketTransport::pingsAndHearsThePong()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    const QByteArray payload("\x00\x01ping\xff", 7);
    const FrameWrite write = transport->sendPing(payload);
    QCOMPARE(write.backlogBytes, qint64(0));
    QTRY_COMPARE(peer.frames().size(), 1);
    QCOMPARE(peer.frames().constFirst().opcode, Opcode::Ping);
    QVERIFY(peer.frames().constFirst().masked);
    QCOMPARE(peer.frames().constFirst().payload, payload);

    peer.send(RawPeer::frame(Opcode::Text, "abc") + RawPeer::frame(Opcode::Pong, payload));
    QTRY_COMPARE(heard.pongs, QList<QByteArray>{payload});
    QVERIFY(heard.pongReads.constFirst().readAt > write.handedAt);
    QCOMPARE(heard.pongReads.constFirst().bytesAheadInBuffer, qint64(5));
    // Requested only if a pong matches a ping.
    QVERIFY(!heard.pongReads.constFirst().tcp);
    QVERIFY(transport->tcpTiming().value().smoothed > nanoseconds(0));
}

void TestWebSocketTransport::answersPings()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    peer.send(RawPeer::frame(Opcode::Ping, "one") + RawPeer::frame(Opcode::Ping));
    QTRY_COMPARE(peer.frames().size(), 2);
    QCOMPARE(peer.frames().at(0).opcode, Opcode::Pong);
    QCOMPARE(peer.frames().at(0).payload, QByteArray("one"));
    QCOMPARE(peer.frames().at(1).payload, QByteArray());
}

void TestWebSocketTransport::answersOnlyTheNewestOfAFlood()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    QByteArray flood;
    for (int i = 0; i < 500; ++i)
        flood += RawPeer::frame(Opcode::Ping, QByteArray::number(i));
    peer.send(flood);
    QTRY_VERIFY(!peer.frames().isEmpty() && peer.frames().constLast().payload == "499");
    if (clientOfRow() == Client::Qt)
        QCOMPARE(peer.frames().size(), 500); // docs/clients.md
    else
        QVERIFY(peer.frames().size() < 100);
}

void TestWebSocketTransport::aFloodHasOneTurnAtATime_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("isPong");
    QTest::newRow("pongs") << RawPeer::frame(Opcode::Pong, "x") << true;
    QTest::newRow("empty pongs") << RawPeer::frame(Opcode::Pong) << true;
    QTest::newRow("tiny messages") << RawPeer::frame(Opcode::Text, "x") << false;
    QTest::newRow("large messages") << RawPeer::frame(Opcode::Text, QByteArray(2000, 'x')) << false;
}

void TestWebSocketTransport::aFloodHasOneTurnAtATime()
{
    QFETCH(QByteArray, frame);
    QFETCH(bool, isPong);
    constexpr qsizetype frames = 5000;
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    const auto seen = [&heard, isPong] { return isPong ? heard.pongs.size() : heard.messages.size(); };
    // Gets its turn once per turn of the loop, like another connection on this thread.
    qsizetype before = 0;
    qsizetype most = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this,
            [&] { most = std::max(most, seen() - std::exchange(before, seen())); });
    other.start(0);
    peer.send(frame.repeated(frames));
    QTRY_COMPARE(seen(), frames);
    other.stop();
    QVERIFY(most > 0);
    // QWebSocket makes its socket read less; the first read is as large as any.
    if (clientOfRow() == Client::Wire)
        QVERIFY2(most <= 2 * WireContext::framesInOneTurn, qPrintable(QString::number(most)));
    // In order, and what comes later is received.
    const QByteArray last("the last one");
    peer.send(RawPeer::frame(Opcode::Pong, last));
    QTRY_VERIFY(!heard.pongs.isEmpty() && heard.pongs.constLast() == last);
}

void TestWebSocketTransport::whatWasSaidBeforeAnEndIsHeard_data()
{
    QTest::addColumn<bool>("resets");
    QTest::newRow("FIN") << false;
    QTest::newRow("a Close frame") << true;
}

void TestWebSocketTransport::whatWasSaidBeforeAnEndIsHeard()
{
    QFETCH(bool, resets);
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    peer.send(RawPeer::frame(Opcode::Pong, "x").repeated(2000) +
              (resets ? RawPeer::closeFrame(1001, "bye") : QByteArray()));
    peer.fin();
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.pongs.size(), 2000);
    QCOMPARE(heard.closeFrame.has_value(), resets);
    QCOMPARE(heard.order.constLast(), QStringLiteral("ended"));
}

void TestWebSocketTransport::bytesAfterTheHandshakeAreFrames()
{
    RawPeer peer;
    peer.firstBytes = RawPeer::frame(Opcode::Text, "hello") + RawPeer::closeFrame(1001, "bye");
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->setMessagesWanted(100);
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.closeFrame);
    QCOMPARE(heard.order,
             (QStringList{QStringLiteral("opened"), QStringLiteral("message"), QStringLiteral("close")}));
    QCOMPARE(heard.messages, QList<QByteArray>{"hello"});
}

namespace
{

using Script = std::function<void(RawPeer &)>;

struct Expected {
    Cause cause = Cause::Eof;
    std::optional<CloseFrame> received;
    std::optional<CloseFrame> sent;
};

CloseFrame code(quint16 number)
{
    return CloseFrame{number, {}};
}

/// QWebSocket's answer to a Close frame (docs/clients.md).
CloseFrame answerOfQWebSocket(const CloseFrame &received)
{
    if (!received.code)
        return code(1000);
    if (*received.code >= 1012 && *received.code < 3000)
        return {1002, QStringLiteral("Invalid close code 1002 detected.")}; // in 6.4's words
    return received;
}

ClientNote::Kind noteOfQWebSocket(const CloseFrame &received)
{
    if (!received.code)
        return ClientNote::Kind::EmptyCloseAnswered;
    return answerOfQWebSocket(received).code == received.code ? ClientNote::Kind::None
                                                              : ClientNote::Kind::CloseCodeUnknown;
}

} // namespace

void TestWebSocketTransport::tellsEndsApart_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Expected>("expected");
    const auto row = [](const char *name, const Script &script, const Expected &expected) {
        QTest::newRow(name) << script << expected;
    };
    const auto sends = [](const QByteArray &bytes) { return [bytes](RawPeer &peer) { peer.send(bytes); }; };
    const auto closesWith = [&sends](quint16 number) {
        return [script = sends(RawPeer::closeFrame(number, "why"))](RawPeer &peer) {
            script(peer);
            peer.fin();
        };
    };
    row("FIN without a Close frame", [](RawPeer &peer) { peer.fin(); }, {});
    row("RST", [](RawPeer &peer) { peer.reset(); }, {Cause::Reset, {}, {}});
    for (const quint16 number : {1000, 1001, 1008, 1011, 1012, 1013, 1014, 3000, 4001, 4999}) {
        QTest::newRow(qPrintable(QStringLiteral("Close %1").arg(number)))
            << Script(closesWith(number))
            << Expected{Cause::Eof, CloseFrame{number, QStringLiteral("why")}, code(number)};
    }
    row("an empty Close frame",
        [](RawPeer &peer) {
            peer.send(RawPeer::frame(Opcode::Close));
            peer.fin();
        },
        {Cause::Eof, CloseFrame{}, CloseFrame{}});
    row("what follows a Close frame is ignored",
        [](RawPeer &peer) {
            peer.send(RawPeer::closeFrame(1000) + "\xff\xff\xff\xff");
            peer.fin();
        },
        {Cause::Eof, code(1000), code(1000)});
    row("a Close frame, then RST",
        [](RawPeer &peer) {
            peer.send(RawPeer::closeFrame(1001));
            peer.reset();
        },
        {Cause::Reset, code(1001), code(1001)});
    row("a reserved opcode", sends("\x83\x01x"), {Cause::ProtocolError, {}, code(1002)});
    row("garbage", sends(QByteArray(1000, '\xf7')), {Cause::ProtocolError, {}, code(1002)});
    row("Close 1006 on the wire", sends(RawPeer::closeFrame(1006)), {Cause::ProtocolError, {}, code(1002)});
    row("a text that is not UTF-8", sends(RawPeer::frame(Opcode::Text, "\xff")),
        {Cause::ProtocolError, {}, code(1007)});
    row("a frame of 2^62 bytes", sends(QByteArray("\x82\x7f\x40\0\0\0\0\0\0\0", 10)),
        {Cause::MessageTooBig, {}, code(1009)});
    row("a message over the limit in fragments",
        sends(RawPeer::frame(Opcode::Binary, QByteArray(60'000, 'x'), false) +
              RawPeer::frame(Opcode::Continuation, QByteArray(60'000, 'x'))),
        {Cause::MessageTooBig, {}, code(1009)});
}

void TestWebSocketTransport::tellsEndsApart()
{
    QFETCH(const Script, script);
    QFETCH(const Expected, expected);
    RawPeer peer;
    ConnectionSettings settings = peer.settings();
    settings.maxMessageBytes = 100'000;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY(heard.opened);
    script(peer);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, expected.cause);
    QCOMPARE(heard.end->phase, DialPhase::Open);
    QCOMPARE(heard.closeFrame, expected.received);
    if (clientOfRow() == Client::Qt && expected.received) {
        QCOMPARE(heard.end->sent.value().code, answerOfQWebSocket(*expected.received).code);
        QCOMPARE(heard.end->sent.value().reason, answerOfQWebSocket(*expected.received).reason);
        QCOMPARE(transport->note().kind, noteOfQWebSocket(*expected.received));
    } else {
        QCOMPARE(heard.end->sent, expected.sent);
        QCOMPARE(transport->note().kind, ClientNote::Kind::None);
    }
    QCOMPARE(transport->sentClose(), heard.end->sent);
    QCOMPARE(heard.order.count(QStringLiteral("ended")), 1);
    if (expected.cause == Cause::ProtocolError || expected.cause == Cause::MessageTooBig) {
        QVERIFY(!heard.end->detail.isEmpty());
        QTRY_VERIFY(!peer.frames().isEmpty());
        QCOMPARE(peer.frames().constLast().opcode, Opcode::Close);
        QTRY_VERIFY(peer.clientGone());
    }
}

void TestWebSocketTransport::dialsThatFail_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("host");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<DialPhase>("phase");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("mayRetry");
    const QString here = QStringLiteral("127.0.0.1");
    const auto answers = [](const QByteArray &answer) {
        return Script([answer](RawPeer &peer) { peer.send(answer); });
    };
    QTest::newRow("nobody listens") << Script() << here << Cause::Refused << DialPhase::Tcp << 0 << true;
    QTest::newRow("no such host") << Script() << QStringLiteral("pongwatch-test.invalid") << Cause::Dns
                                  << DialPhase::Dns << 0 << true;
    QTest::newRow("no way there") << Script() << QStringLiteral("224.0.0.1") << Cause::Unreachable
                                  << DialPhase::Tcp << 0 << true;
    QTest::newRow("503") << answers("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 3\r\n\r\nbusy") << here
                         << Cause::HandshakeRejected << DialPhase::Upgrade << 503 << true;
    QTest::newRow("401") << answers("HTTP/1.1 401 Unauthorized\r\n\r\n") << here << Cause::HandshakeRejected
                         << DialPhase::Upgrade << 401 << false;
    QTest::newRow("a wrong accept key")
        << answers("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n")
        << here << Cause::HandshakeInvalid << DialPhase::Upgrade << 101 << false;
    QTest::newRow("no HTTP") << answers("SSH-2.0-OpenSSH_9.2\r\n") << here << Cause::HandshakeInvalid
                             << DialPhase::Upgrade << 0 << false;
    QTest::newRow("FIN instead of an answer")
        << Script([](RawPeer &peer) { peer.fin(); }) << here << Cause::Eof << DialPhase::Upgrade << 0 << true;
    QTest::newRow("RST instead of an answer") << Script([](RawPeer &peer) { peer.reset(); }) << here
                                              << Cause::Reset << DialPhase::Upgrade << 0 << true;
}

void TestWebSocketTransport::dialsThatFail()
{
    QFETCH(const Script, script);
    QFETCH(const QString, host);
    RawPeer peer;
    peer.onRequest = script;
    ConnectionSettings settings = peer.settings();
    settings.url = QUrl(QStringLiteral("ws://%1:%2/").arg(host).arg(peer.port()));
    if (!script)
        peer.stopListening();
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(settings, &heard);
    QTRY_VERIFY_WITH_TIMEOUT(heard.end, 30'000);
    QVERIFY(!heard.opened);
    QTEST(heard.end->cause, "cause");
    QTEST(heard.end->phase, "phase");
    QTEST(heard.end->httpStatus.value_or(0), "status");
    QTEST(heard.end->mayRetry, "mayRetry");
    // The steps are reported as far as it got, including the one that it failed in.
    const DialPhases &phases = heard.end->phases;
    const DialPhase phase = heard.end->phase;
    QCOMPARE(phases.dns.has_value(), phase == DialPhase::Dns); // the others are addresses
    QCOMPARE(phases.tcp.has_value(), phase != DialPhase::Dns);
    QCOMPARE(phases.upgrade.has_value(), phase == DialPhase::Upgrade);
    QVERIFY(!phases.tls && !phases.proxy);
    QCOMPARE(heard.order.size(), 1);
}

void TestWebSocketTransport::closesFirst()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    transport->sendClose({1011, QStringLiteral("keepalive ping timeout")});
    QTRY_COMPARE(peer.frames().size(), 1);
    QCOMPARE(peer.frames().constFirst().payload, QByteArray("\x03\xf3keepalive ping timeout"));
    // A pong that was on its way still counts; then comes the answer, and then the end of the connection.
    peer.send(RawPeer::frame(Opcode::Pong, "late") + RawPeer::closeFrame(1011));
    QTRY_VERIFY(heard.closeFrame);
    QVERIFY(!heard.end);
    peer.fin();
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Eof);
    QCOMPARE(heard.end->sent, (CloseFrame{1011, QStringLiteral("keepalive ping timeout")}));
    QCOMPARE(heard.pongs.size(), 1);
    QCOMPARE(peer.frames().size(), 1);
}

void TestWebSocketTransport::reasonOfACloseIsCut()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    transport->sendClose({4000, QString(100, QChar(u'ü'))});
    QTRY_COMPARE(peer.frames().size(), 1);
    QCOMPARE(QString::fromUtf8(peer.frames().constFirst().payload.mid(2)), QString(61, QChar(u'ü')));
}

void TestWebSocketTransport::messagesAreCutToWhatIsWanted()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    peer.send(RawPeer::frame(Opcode::Text, "not wanted"));
    QTRY_COMPARE(heard.messages.size(), 1);
    transport->setMessagesWanted(4);
    peer.send(RawPeer::frame(Opcode::Binary, "abc", false) + RawPeer::frame(Opcode::Ping) +
              RawPeer::frame(Opcode::Continuation, "def"));
    QTRY_COMPARE(heard.messages.size(), 2);
    QCOMPARE(heard.messages, (QList<QByteArray>{QByteArray(), "abcd"}));
    QCOMPARE(heard.messageSizes, (QList<qint64>{10, 6}));
    QVERIFY(heard.lastMessageBinary);
}

void TestWebSocketTransport::sendsText()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    transport->sendText(QString(200, QChar(u'ß')));
    QTRY_COMPARE(peer.frames().size(), 1);
    QCOMPARE(peer.frames().constFirst().opcode, Opcode::Text);
    QCOMPARE(QString::fromUtf8(peer.frames().constFirst().payload), QString(200, QChar(u'ß')));
}

void TestWebSocketTransport::abortFromEveryCallback_data()
{
    QTest::addColumn<QString>("callback");
    for (const char *name : {"opened", "pong", "close", "message", "ended"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestWebSocketTransport::abortFromEveryCallback()
{
    QFETCH(const QString, callback);
    RawPeer peer;
    RecordingListener heard;
    auto transport = m_factory.create();
    const auto abort = [&transport] { transport->abort(); };
    if (callback == QStringLiteral("opened"))
        heard.onOpened = abort;
    else if (callback == QStringLiteral("pong"))
        heard.onPong = abort;
    else if (callback == QStringLiteral("close"))
        heard.onClose = abort;
    else if (callback == QStringLiteral("message"))
        heard.onMessage = abort;
    else
        heard.onEnded = abort;
    peer.onRequest = [](RawPeer &raw) {
        raw.send(raw.goodAnswer() + RawPeer::frame(Opcode::Text, "m") + RawPeer::frame(Opcode::Pong) +
                 RawPeer::closeFrame(1000));
        raw.fin();
    };
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.order.contains(callback));
    QTRY_VERIFY(peer.clientGone());
    QCOMPARE(heard.order.constLast(), callback);
    transport.reset();
    QCOMPARE(heard.order.constLast(), callback);
}

void TestWebSocketTransport::sendsNothingAfterItsClose()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    transport->sendClose({1000, {}});
    transport->sendPing("x");
    transport->sendText(QStringLiteral("x"));
    transport->sendClose({1001, {}});
    peer.send(RawPeer::frame(Opcode::Ping, "y") + RawPeer::closeFrame(1000));
    QTRY_VERIFY(heard.closeFrame);
    QTRY_COMPARE(peer.frames().size(), 1);
}

void TestWebSocketTransport::knowsTheKernelsBooks()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    QVERIFY(!transport->tcpSnapshot());
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    std::optional<TcpSnapshot> books = transport->tcpSnapshot();
    QVERIFY(books);
    QVERIFY(books->rtt > nanoseconds(0));
    QCOMPARE(books->retransmits, 0U);
    QVERIFY(!books->peerClosed);
    QTRY_COMPARE(transport->tcpSnapshot()->unsentBytes, qint64(0));
    transport->abort();
    QVERIFY(!transport->tcpSnapshot());
}

void TestWebSocketTransport::pingsWaitBehindAPeerThatStopsReading()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    peer.stopReading();
    for (int i = 0; i < 16; ++i)
        transport->sendText(QString(1024 * 1024, QChar(u'x')));
    const FrameWrite write = transport->sendPing("behind");
    QVERIFY(write.backlogBytes > 0);
    QVERIFY(transport->tcpSnapshot()->unsentBytes > 0);
    // Pings from the peer in the meantime take no memory: only the newest is remembered.
    QByteArray flood;
    for (int i = 0; i < 50; ++i)
        flood += RawPeer::frame(Opcode::Ping, QByteArray::number(i));
    peer.send(flood + RawPeer::frame(Opcode::Text, "end"));
    QTRY_COMPARE(heard.messages.size(), 1);
    const qint64 pongs = clientOfRow() == Client::Qt ? 10 * (6 + 1) + 40 * (6 + 2) : 0; // docs/clients.md
    QCOMPARE(transport->sendPing("again").backlogBytes, write.backlogBytes + 6 + 6 + pongs);
    peer.reset();
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->cause, Cause::Reset);
}

void TestWebSocketTransport::pongsThatNobodyReadsHaveABound()
{
    RawPeer peer;
    RecordingListener heard;
    const auto transport = m_factory.create();
    transport->open(peer.settings(), &heard);
    QTRY_VERIFY(heard.opened);
    peer.stopReading();
    for (int i = 0; i < 16; ++i)
        transport->sendText(QString(1024 * 1024, QChar(u'x')));
    const qint64 before = transport->backlogBytes();
    QVERIFY(before > 0);
    const QByteArray ping = RawPeer::frame(Opcode::Ping, QByteArray(125, 'p'));
    QByteArray flood;
    while (flood.size() < 2 * 1024 * 1024)
        flood += ping;
    peer.send(flood + RawPeer::frame(Opcode::Text, "end"));
    if (clientOfRow() == Client::Qt) {
        QTRY_VERIFY(heard.end);
        QCOMPARE(heard.end->cause, Cause::ProtocolError);
        QVERIFY(!heard.end->sent);
        QCOMPARE(transport->note().kind, ClientNote::Kind::PongsPiledUp);
        QVERIFY(transport->note().count > 256 * 1024);
        QVERIFY(transport->note().count < 1024 * 1024);
    } else {
        QTRY_COMPARE(heard.messages.size(), 1);
        QVERIFY(transport->backlogBytes() <= before);
        QVERIFY(!heard.end);
    }
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "tst_websockettransport.moc"
