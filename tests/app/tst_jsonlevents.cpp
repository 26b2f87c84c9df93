// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/jsonlevents.h"
#include "app/headless/jsonline.h"
#include "tests/support/honesttest.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

using What = decltype(ConnectionEvent::what);

const WallTime noon{microseconds(1795348800'123456)};
constexpr const char *timeKey = "\"time\":\"2026-11-22T12:00:00.123456Z\"";

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Verdict keepaliveTimeout()
{
    Verdict verdict;
    verdict.cause = Cause::KeepaliveTimeout;
    verdict.initiator = Initiator::Local;
    verdict.evidence = Evidence::PeerSilent;
    verdict.sent = CloseFrame{1011, s("keepalive ping timeout")};
    verdict.age = milliseconds(63200);
    verdict.sinceLastReceived = milliseconds(20100);
    verdict.tcp = TcpSnapshot{.unacked = 0, .retransmits = 0, .unsentBytes = 0};
    return verdict;
}

Verdict rejected()
{
    Verdict verdict;
    verdict.cause = Cause::HandshakeRejected;
    verdict.initiator = Initiator::Peer;
    verdict.httpStatus = 503;
    verdict.phase = DialPhase::Upgrade;
    return verdict;
}

Verdict closedByPeer(std::optional<quint16> code, const QString &reason)
{
    Verdict verdict;
    verdict.cause = Cause::PeerClose;
    verdict.initiator = Initiator::Peer;
    verdict.closeCode = code.value_or(1005);
    verdict.received = CloseFrame{code, reason};
    verdict.sent = CloseFrame{code, {}};
    verdict.age = seconds(30);
    verdict.sinceLastReceived = seconds(0);
    return verdict;
}

Verdict closedHere()
{
    Verdict verdict;
    verdict.cause = Cause::LocalClose;
    verdict.initiator = Initiator::Local;
    verdict.sent = CloseFrame{1001, {}};
    verdict.age = seconds(30);
    return verdict;
}

Opened openedWithTls()
{
    Opened opened;
    opened.phases.dns = microseconds(400);
    opened.phases.tcp = microseconds(200);
    opened.phases.tls = microseconds(8100);
    opened.phases.upgrade = microseconds(1900);
    opened.address = s("127.0.0.1:9001");
    opened.subprotocol = s("chat");
    opened.tls = TlsFacts{s("TLSv1.3"),
                          s("TLS_AES_256_GCM_SHA384"),
                          QDateTime(QDate(2027, 1, 2), QTime(3, 4, 5), Qt::UTC),
                          {},
                          {},
                          true};
    return opened;
}

} // namespace

Q_DECLARE_METATYPE(What)
Q_DECLARE_METATYPE(Pongwatch::PingSample)

/// The lines of `--output jsonl`, key by key, as other programs read them.
class TestJsonlEvents : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void start();
    void event_data();
    void event();
    void silentEvents();
    void sample_data();
    void sample();
    void pingsWithoutARoundTripAreNoPongs();
    void summary();
    void summaryOfAPeerThatNeverOpened();
    void hostileTextStaysOneLine();
    void numbersThatJsonCannotSayAreLeftOut();
};

void TestJsonlEvents::start()
{
    QCOMPARE(jsonlStart(noon, s("0.1.0")),
             QByteArray(R"({"event":"start","schema_version":1,"version":"0.1.0",)") + timeKey + "}");
}

void TestJsonlEvents::event_data()
{
    QTest::addColumn<What>("what");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("rest");

    QTest::newRow("connecting") << What(StateChanged{ConnectionState::Connecting, 1, {}})
                                << QByteArray("state")
                                << QByteArray(R"("url":"ws://h/","state":"connecting","attempt":1)");
    QTest::newRow("waiting says for how long")
        << What(StateChanged{ConnectionState::Waiting, 2, milliseconds(3100)}) << QByteArray("state")
        << QByteArray(R"("url":"ws://h/","state":"waiting","attempt":2,"retry_in_s":3.1)");
    QTest::newRow("closed without an attempt")
        << What(StateChanged{ConnectionState::Closed, 0, {}}) << QByteArray("state")
        << QByteArray(R"("url":"ws://h/","state":"closed")");
    QTest::newRow("open over TLS")
        << What(openedWithTls()) << QByteArray("open")
        << QByteArray(
               R"("client":"qt","phases_ms":{"dns":0.4,"tcp":0.2,"tls":8.1,"upgrade":1.9},"address":"127.0.0.1:9001",)"
               R"("subprotocol":"chat","tls":{"protocol":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384",)"
               R"("certificate_expires":"2027-01-02T03:04:05Z"})");
    QTest::newRow("open without TLS, phases unknown")
        << What(Opened{{}, s("[::1]:9001"), {}, {}, {}}) << QByteArray("open")
        << QByteArray(R"("client":"qt","address":"[::1]:9001")");
    Opened byWire;
    byWire.address = s("[::1]:9001");
    byWire.client = Client::Wire;
    byWire.wireReason = WireReason::HeaderTwice;
    QTest::newRow("open by the other client")
        << What(byWire) << QByteArray("open")
        << QByteArray(R"("client":"wire","client_reason":"QWebSocket can't send a header twice",)"
                      R"("address":"[::1]:9001")");
    QTest::newRow("timeout with the kernel's books")
        << What(PingTimedOut{18, seconds(20), Evidence::PathSilent,
                             TcpSnapshot{.unacked = 2, .retransmits = 3, .unsentBytes = 14}})
        << QByteArray("timeout")
        << QByteArray(R"("seq":18,"waited_s":20,"evidence":"path-silent",)"
                      R"("tcp":{"unacked":2,"retransmits":3,"unsent_bytes":14})");
    QTest::newRow("timeout without them")
        << What(PingTimedOut{18, milliseconds(500), Evidence::Unknown, {}}) << QByteArray("timeout")
        << QByteArray(R"("seq":18,"waited_s":0.5,"evidence":"unknown")");
    QTest::newRow("the machine slept") << What(Suspended{std::chrono::hours(1)}) << QByteArray("suspended")
                                       << QByteArray(R"("suspended_s":3600)");
    QTest::newRow("the program was stopped") << What(Suspended{std::chrono::seconds(12), true})
                                             << QByteArray("stopped") << QByteArray(R"("stopped_s":12)");
    FeedStale stale{seconds(30), 12, false, s("\"e\":\"trade\""), milliseconds(1500)};
    QTest::newRow("a feed that has stopped")
        << What(stale) << QByteArray("stale")
        << QByteArray(R"("state":"stale","waited_s":30,"messages":12,"expected":"\"e\":\"trade\"",)"
                      R"("since_last_pong_s":1.5,"explanation":"Connected, and it answers pings, but it )"
                      R"(sent nothing that matches “\"e\":\"trade\"” for 30 s.")");
    QTest::newRow("a feed of any messages that has stopped, without a pong")
        << What(FeedStale{seconds(30)}) << QByteArray("stale")
        << QByteArray(R"("state":"stale","waited_s":30,"messages":0,)"
                      R"("explanation":"Connected, but it sent no message for 30 s.")");
    QTest::newRow("a feed that goes on") << What(FeedStale{nanoseconds(0), 13, true}) << QByteArray("feed")
                                         << QByteArray(R"("state":"open","messages":13)");
    QTest::newRow("closed by a keepalive timeout")
        << What(Closed{keepaliveTimeout()}) << QByteArray("closed")
        << QByteArray(R"("initiator":"local","cause":"keepalive-timeout","close_code":1006,)"
                      R"("sent":{"code":1011,"reason":"keepalive ping timeout"},"age_s":63.2,)"
                      R"("since_last_received_s":20.1,"evidence":"peer-silent",)"
                      R"("tcp":{"unacked":0,"retransmits":0,"unsent_bytes":0},"suspects":["peer"],)"
                      R"("possible_suspects":["proxy"],"explanation":"why")");
    QTest::newRow("rejected, never open")
        << What(Closed{rejected()}) << QByteArray("closed")
        << QByteArray(
               R"("initiator":"peer","cause":"handshake-rejected","close_code":1006,"http_status":503,)"
               R"("phase":"upgrade","suspects":["peer"],"possible_suspects":["proxy"],"explanation":"why")");
    QTest::newRow("a dial that failed, with its steps")
        << What(Closed{rejected(), {milliseconds(2), milliseconds(1), {}, {}, microseconds(2500)}})
        << QByteArray("closed")
        << QByteArray(
               R"("initiator":"peer","cause":"handshake-rejected","close_code":1006,"http_status":503,)"
               R"("phase":"upgrade","phases_ms":{"dns":2,"tcp":1,"upgrade":2.5},"suspects":["peer"],)"
               R"("possible_suspects":["proxy"],"explanation":"why")");
    QTest::newRow("closed by the peer")
        << What(Closed{closedByPeer(1012, s("deploy"))}) << QByteArray("closed")
        << QByteArray(
               R"("initiator":"peer","cause":"peer-close","close_code":1012,"sent":{"code":1012,"reason":""},)"
               R"("received":{"code":1012,"reason":"deploy"},"age_s":30,"since_last_received_s":0,)"
               R"("suspects":["peer"],"explanation":"why")");
    QTest::newRow("an empty Close frame has no code")
        << What(Closed{closedByPeer({}, {})}) << QByteArray("closed")
        << QByteArray(R"("initiator":"peer","cause":"peer-close","close_code":1005,"sent":{"reason":""},)"
                      R"("received":{"reason":""},"age_s":30,"since_last_received_s":0,"suspects":["peer"],)"
                      R"("explanation":"why")");
    QTest::newRow("closed here: nobody is suspected")
        << What(Closed{closedHere()}) << QByteArray("closed")
        << QByteArray(R"("initiator":"local","cause":"local-close","close_code":1006,)"
                      R"("sent":{"code":1001,"reason":""},"age_s":30,"explanation":"why")");
}

void TestJsonlEvents::event()
{
    QFETCH(What, what);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, rest);
    const auto line =
        jsonlEvent(s("edge-1"), s("ws://h/"), ConnectionEvent{PeerId{1}, 1, noon, what}, s("why"));
    QVERIFY(line.has_value());
    QCOMPARE(*line, R"({"event":")" + name + R"(",)" + timeKey + R"(,"peer":"edge-1",)" + rest + "}");
}

void TestJsonlEvents::silentEvents()
{
    const auto line = [](const What &what) {
        return jsonlEvent(s("p"), s("ws://h/"), ConnectionEvent{PeerId{1}, 1, noon, what}, {});
    };
    QVERIFY(!line(StrayPongs{}).has_value());
    QVERIFY(!line(MessageReceived{}).has_value());
}

void TestJsonlEvents::sample_data()
{
    QTest::addColumn<PingSample>("sample");
    QTest::addColumn<QByteArray>("rest");
    PingSample sample{PeerId{1}, 1, 17, noon, microseconds(213), {}, PingOutcome::Answered, {}};
    const QByteArray at = R"("time":"2026-11-22T12:00:00.123669Z",)"; // when the pong came
    QTest::newRow("answered") << sample << at + R"("peer":"p","seq":17,"rtt_ms":0.213,"outcome":"answered")";
    sample.tcpRtt = microseconds(51);
    QTest::newRow("with the kernel's RTT")
        << sample << at + R"("peer":"p","seq":17,"rtt_ms":0.213,"outcome":"answered","tcp_rtt_ms":0.051)";
    sample.tcpRtt.reset();
    sample.outcome = PingOutcome::Slow;
    QTest::newRow("slow") << sample << at + R"("peer":"p","seq":17,"rtt_ms":0.213,"outcome":"slow")";
    sample.outcome = PingOutcome::Late;
    QTest::newRow("late") << sample << at + R"("peer":"p","seq":17,"rtt_ms":0.213,"outcome":"late")";
    sample.marks = SampleMark::ObserverLag;
    QTest::newRow("measured while this machine was busy")
        << sample << at + R"("peer":"p","seq":17,"rtt_ms":0.213,"outcome":"late","observer_lag":true)";
}

void TestJsonlEvents::sample()
{
    QFETCH(PingSample, sample);
    QFETCH(QByteArray, rest);
    const auto line = jsonlSample(s("p"), sample);
    QVERIFY(line.has_value());
    QCOMPARE(*line, R"({"event":"pong",)" + rest + "}");
}

void TestJsonlEvents::pingsWithoutARoundTripAreNoPongs()
{
    for (const PingOutcome outcome : {PingOutcome::Superseded, PingOutcome::TimedOut, PingOutcome::Lost})
        QVERIFY(
            !jsonlSample(s("p"), PingSample{PeerId{1}, 1, 1, noon, seconds(1), {}, outcome, {}}).has_value());
}

void TestJsonlEvents::summary()
{
    ReportPeer peer;
    peer.name = s("edge-1");
    peer.health = Health::Ok;
    peer.statistics.pings = 40;
    peer.statistics.answered = 37;
    peer.statistics.slow = 1;
    peer.statistics.late = 1;
    peer.statistics.timedOut = 1;
    peer.statistics.loss = 0.025;
    peer.statistics.connects = 2;
    peer.statistics.openTime = milliseconds(58100);
    peer.statistics.last = peer.statistics.min = peer.statistics.max = microseconds(200);
    peer.statistics.mean = peer.statistics.p50 = peer.statistics.p95 = peer.statistics.p99 =
        microseconds(300);
    peer.statistics.stddev = peer.statistics.jitter = microseconds(10);
    peer.strayPongs.duplicate = 3;
    QCOMPARE(
        jsonlSummary(peer, noon),
        QByteArray(R"({"event":"summary",)") + timeKey +
            R"(,"peer":"edge-1","health":"ok","pings":40,"pongs":39,"timeouts":1,"late":1,"missed":2,"loss":0.025,"connects":2,)"
            R"("open_s":58.1,"rtt_ms":{"last":0.2,"min":0.2,"mean":0.3,"p50":0.3,"p95":0.3,"p99":0.3,"max":0.2,)"
            R"("stddev":0.01,"jitter":0.01},"slow":1,"duplicate":3,"observer_lagged":0})");
}

void TestJsonlEvents::summaryOfAPeerThatNeverOpened()
{
    ReportPeer peer;
    peer.name = s("p");
    peer.health = Health::Failed;
    QCOMPARE(
        jsonlSummary(peer, noon),
        QByteArray(R"({"event":"summary",)") + timeKey +
            R"(,"peer":"p","health":"failed","pings":0,"pongs":0,"timeouts":0,"late":0,"missed":0,"loss":0,"connects":0,"open_s":0,)"
            R"("observer_lagged":0})");
}

void TestJsonlEvents::hostileTextStaysOneLine()
{
    const QString hostile =
        s("a\"b\\c\nd\re\tf\x1b[31mg\x7f\xc2\x85\xe2\x80\xa8 <script> 中") + QChar(0xd800) + QChar(0);
    JsonLine line;
    line.text("reason", hostile);
    const QByteArray json = line.toJson();
    for (const char c : json)
        QVERIFY2(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f, json.constData());
    QVERIFY(!json.contains("\xc2\x85") && !json.contains("\xe2\x80\xa8"));
    const QJsonDocument read = QJsonDocument::fromJson(json);
    QVERIFY(read.isObject());
    const QString back = read[s("reason")].toString();
    QCOMPARE(back.left(26), hostile.left(26));
}

void TestJsonlEvents::numbersThatJsonCannotSayAreLeftOut()
{
    JsonLine line;
    line.number("a", std::numeric_limits<double>::quiet_NaN());
    line.number("b", std::numeric_limits<double>::infinity());
    line.number("c", 0.1);
    line.whole("d", 9007199254740993);
    QCOMPARE(line.toJson(), QByteArray(R"({"c":0.1,"d":9007199254740993})"));
}

QTEST_GUILESS_MAIN(TestJsonlEvents)
#include "tst_jsonlevents.moc"
