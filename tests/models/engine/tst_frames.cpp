// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/framequeue.h"
#include "tests/models/engine/socketrig.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

/// What a queue has reported so far, with roles that became known later.
class Recording
{
public:
    explicit Recording(Connection &connection)
        : queue(std::make_shared<FrameQueue>())
    {
        connection.watchFrames(queue);
    }

    const std::vector<SeenFrame> &rows()
    {
        FrameQueue::Taken taken = queue->take();
        for (SeenFrame &frame : taken.frames)
            m_rows.push_back(std::move(frame));
        for (const auto &[number, place] : taken.places) {
            for (SeenFrame &frame : m_rows)
                if (frame.number == number)
                    frame.place = place;
        }
        return m_rows;
    }

    /// "sent text hello step", one line per row.
    QString told()
    {
        QStringList lines;
        for (const SeenFrame &frame : rows()) {
            QString line = toWord(frame.direction) + u' ' + toWord(frame.kind);
            if (frame.kind == FrameKind::Text || frame.kind == FrameKind::Continuation)
                line += u' ' + QString::fromUtf8(frame.payload);
            if (frame.kind == FrameKind::Close && frame.payload.size() >= 2)
                line += u' ' + QString::number(quint8(frame.payload[0]) * 256 + quint8(frame.payload[1]));
            if (frame.kind == FrameKind::Missed)
                line += u' ' + QString::number(frame.missed);
            if (frame.place.role != FramePlace::Role::None)
                line += u' ' + toWord(frame.place.role);
            if (frame.place.number > 0)
                line += u' ' + QString::number(frame.place.number);
            if (frame.place.isFeed)
                line += QLatin1String(" feed");
            lines.append(line);
        }
        return lines.join(u'\n');
    }

    std::shared_ptr<FrameQueue> queue;

private:
    std::vector<SeenFrame> m_rows;
};

DialogueSettings talk()
{
    DialogueSettings dialogue;
    dialogue.onOpen = {{{QStringLiteral("token=1234567890"), MessageForm::Text},
                        {QStringLiteral("welcome"), MessageForm::Text},
                        {QStringLiteral("no"), MessageForm::Text},
                        5s}};
    dialogue.answer = {
        {{QStringLiteral("^ask"), MessageForm::Text}, {QStringLiteral("reply"), MessageForm::Text}}};
    dialogue.alive = DialogueAlive{{QStringLiteral("trade"), MessageForm::Text}, 60s};
    dialogue.secrets = {QStringLiteral("1234567890")};
    return dialogue;
}

} // namespace

/// What is recorded of the frames of a peer that somebody looks at: on real sockets, for both clients.
class TestFrames : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }

    void nothingIsRecordedUnlessAsked()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        peer.text("before");
        rig.settle();
        Recording recording(rig.connection);
        peer.text("during");
        QTRY_COMPARE((rig.settle(), recording.told()), QStringLiteral("received text during"));
        rig.connection.watchFrames(nullptr);
        peer.text("after");
        rig.settle();
        QCOMPARE(recording.told(), QStringLiteral("received text during"));
    }

    void everyKindIsTold()
    {
        SocketRig rig;
        Recording recording(rig.connection);
        SocketPeer &peer = rig.open();
        QVERIFY(rig.connection.sendText(QStringLiteral("hello")).ok());
        QVERIFY(rig.connection.sendBinary(QByteArray("\x00\x01", 2)).ok());
        peer.send(serverFrame(0x01, "fir") + serverFrame(0x00, "s") + serverFrame(0x80, "t") +
                  serverFrame(0x82, "\xff") + serverFrame(0x89, "are you there"));
        QTRY_COMPARE((rig.settle(), peer.pongs.size()), 1);
        peer.closeFrame(1001);
        rig.settle();
        peer.fin();
        QTRY_VERIFY((rig.settle(), recording.told().contains(QLatin1String("ended"))));
        QCOMPARE(recording.told(), QStringLiteral("sent request\n"
                                                  "received answer\n"
                                                  "none opened\n"
                                                  "sent text hello user\n"
                                                  "sent binary user\n"
                                                  "received text fir\n"
                                                  "received continuation s\n"
                                                  "received continuation t\n"
                                                  "received binary\n"
                                                  "received ping\n"
                                                  "sent pong reply-pong\n"
                                                  "received close 1001\n"
                                                  "sent close 1001\n"
                                                  "none ended"));
        const std::vector<SeenFrame> &rows = recording.rows();
        QVERIFY(!rows[5].isFinal && !rows[6].isFinal && rows[7].isFinal);
        QCOMPARE(rows[9].payload, QByteArray("are you there"));
        QCOMPARE(rows[10].payload, rows[9].payload);
        QVERIFY(!rows[0].sinceOpen && !rows[1].sinceOpen);
        QCOMPARE(*rows[2].sinceOpen, nanoseconds(0));
        QCOMPARE(rows.back().verdict->cause, Cause::PeerClose);
        QCOMPARE(rows.back().connection, ConnectionNumber(1));
    }

    void theHandshakeIsToldAsItIsOnTheWire_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::newRow("a path and a query") << QStringLiteral("/a/b?c=d%20e") << QString();
        QTest::newRow("no path, and an origin") << QString() << QStringLiteral("https://example.com");
    }
    void theHandshakeIsToldAsItIsOnTheWire()
    {
        QFETCH(QString, url);
        QFETCH(QString, origin);
        QByteArray request;
        RawPeer peer({[&request](QTcpSocket &client) {
            QObject::connect(&client, &QTcpSocket::readyRead, &client,
                             [&request, &client] { request += client.readAll(); });
        }});
        SocketRig rig(TimedConnection::settingsFor({}, {}), SocketPeer::Manner::Silent,
                      [&](ConnectionSettings &settings, const SocketPeer &) {
                          settings.url = QUrl(peer.url().toString(QUrl::RemovePath) + url);
                          settings.origin = origin;
                          settings.subprotocols = {QStringLiteral("chat"), QStringLiteral("superchat")};
                          settings.headers = {{QStringLiteral("X-Tenant"), QStringLiteral("a")}};
                      });
        Recording recording(rig.connection);
        rig.connection.start();
        QTRY_VERIFY((rig.settle(), request.endsWith("\r\n\r\n")));
        const std::vector<SeenFrame> &rows = recording.rows();
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(QString::fromLatin1(rows[0].payload), QString::fromLatin1(request));
        peer.client()->write("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\nContent-Length: 3\r\n\r\nno!");
        QTRY_VERIFY((rig.settle(), recording.told().contains(QLatin1String("ended"))));
        QCOMPARE(recording.told(), QStringLiteral("sent request\nreceived answer\nnone ended"));
        QCOMPARE(recording.rows()[1].payload.left(15), QByteArray("HTTP/1.1 401 No"));
    }

    void placesInTheDialogueAreTold()
    {
        ConnectionSettings settings = TimedConnection::settingsFor(20s, 5s);
        settings.dialogue = SharedDialogue(talk());
        SocketRig rig(settings);
        Recording recording(rig.connection);
        rig.connection.start();
        SocketPeer &peer = rig.peer();
        QTRY_COMPARE((rig.settle(), peer.texts.size()), 1);
        peer.text("welcome");
        QTRY_COMPARE((rig.settle(), rig.connection.state()), ConnectionState::Open);
        peer.text("ask");
        QTRY_COMPARE((rig.settle(), peer.texts.size()), 2);
        peer.text("a trade");
        rig.settle();
        rig.advance(20s);
        QTRY_COMPARE((rig.settle(), peer.pings.size()), 1);
        rig.clock.advance(30ms);
        peer.answerLast();
        QTRY_VERIFY((rig.settle(), recording.told().contains(QLatin1String("received pong"))));
        peer.pong("stray");
        QTRY_COMPARE((rig.settle(), recording.told().section(u'\n', 3)),
                     QStringLiteral("sent text token=1234567890 step 1\n"
                                    "received text welcome step-done 1\n"
                                    "received text ask asked 1\n"
                                    "sent text reply answer 1\n"
                                    "received text a trade feed\n"
                                    "sent ping ping 1\n"
                                    "received pong pong 1\n"
                                    "received pong stray-pong"));
        const SeenFrame pong = recording.rows()[9];
        QCOMPARE(*pong.place.rtt, nanoseconds(30ms));
        QCOMPARE(*pong.place.outcome, PingOutcome::Answered);
        QCOMPARE(*pong.sinceOpen, nanoseconds(20s + 30ms));
    }

    void aHeartbeatIsTold()
    {
        ConnectionSettings settings = TimedConnection::settingsFor(20s, 5s);
        settings.keepalive.heartbeat = HeartbeatSettings{QStringLiteral("tick"), QStringLiteral("tock")};
        SocketRig rig(settings);
        Recording recording(rig.connection);
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE((rig.settle(), peer.texts.size()), 1);
        peer.text("tock");
        QTRY_COMPARE((rig.settle(), recording.told().section(u'\n', 3)),
                     QStringLiteral("sent text tick heartbeat 1\nreceived text tock heartbeat-answer 1"));
    }

    void aRecordingGoesOnOverReconnects()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        Recording recording(rig.connection);
        peer.fin();
        QTRY_COMPARE((rig.settle(), rig.connection.state()), ConnectionState::Waiting);
        rig.connection.reconnectNow();
        rig.open();
        QCOMPARE(recording.told(), QStringLiteral("none ended\nsent request\nreceived answer\nnone opened"));
        QCOMPARE(recording.rows().back().connection, ConnectionNumber(2));
    }

    void whatIsRefusedIsToldAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("reservedBits");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("compressed, though it was not agreed on")
            << serverFrame(0xc1, "x") << 4 << qint64(1) << QByteArray();
        QTest::newRow("text that is not UTF-8")
            << serverFrame(0x81, "a\xff") << 0 << qint64(2) << QByteArray("a\xff");
        QTest::newRow("a reserved opcode") << serverFrame(0x83, "x") << 0 << qint64(1) << QByteArray();
        QTest::newRow("2^62 bytes") << QByteArray::fromHex("827f4000000000000000") << 0 << (qint64(1) << 62)
                                    << QByteArray();
    }
    void whatIsRefusedIsToldAsItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, reservedBits);
        QFETCH(qint64, size);
        QFETCH(QByteArray, payload);
        SocketRig rig;
        SocketPeer &peer = rig.open();
        Recording recording(rig.connection);
        peer.send(bytes);
        QTRY_VERIFY((rig.settle(), recording.told().contains(QLatin1String("ended"))));
        const SeenFrame refused = recording.rows().front();
        QCOMPARE(refused.direction, FrameDirection::Received);
        QCOMPARE(int(refused.reservedBits), reservedBits);
        QCOMPARE(refused.size, size);
        QCOMPARE(refused.payload, payload);
        QVERIFY(!refused.fault.isEmpty());
        QCOMPARE(recording.rows()[1].kind, FrameKind::Close);
        QCOMPARE(recording.rows()[1].direction, FrameDirection::Sent);
    }

    void aLongMessageIsKeptCut()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        Recording recording(rig.connection);
        const QByteArray megabyte(1024 * 1024, 'x');
        peer.send(demoFrame(DemoOpcode::Text, megabyte));
        QTRY_COMPARE((rig.settle(), recording.rows().size()), std::size_t(1));
        const SeenFrame frame = recording.rows().front();
        QCOMPARE(frame.size, qint64(1024 * 1024));
        QCOMPARE(frame.payload.size(), FrameQueue::mostOfOne);
        QVERIFY(frame.isCut());
    }

    void whatDoesNotFitIsCounted()
    {
        SocketRig rig;
        SocketPeer &peer = rig.open();
        Recording recording(rig.connection);
        const int flood = 5000;
        peer.send(serverFrame(0x81, "x").repeated(flood));
        rig.settle();
        rig.advance(20s);
        QTRY_COMPARE((rig.settle(), peer.pings.size()), 1);
        peer.text("last");
        rig.settle();
        quint64 missed = 0;
        quint64 texts = 0;
        bool isPingKept = false;
        const std::vector<SeenFrame> rows = recording.rows();
        for (const SeenFrame &row : rows) {
            missed += row.missed;
            texts += row.kind == FrameKind::Text ? 1 : 0;
            isPingKept = isPingKept || row.kind == FrameKind::Ping;
        }
        QCOMPARE(texts, quint64(FrameQueue::mostMessages));
        QCOMPARE(texts + missed, quint64(flood + 1));
        QVERIFY2(isPingKept, "a ping of ours is worth more than a flood");
        QVERIFY(rows.size() < FrameQueue::mostMessages + FrameQueue::mostOthers);
        // There is room again.
        peer.text("more");
        QTRY_VERIFY((rig.settle(), recording.told().endsWith(QLatin1String("received text more"))));
    }

    void secretsComeWithTheFrames()
    {
        ConnectionSettings settings = TimedConnection::settingsFor(20s, 5s);
        settings.dialogue = SharedDialogue(talk());
        SocketRig rig(settings);
        Recording recording(rig.connection);
        rig.connection.start();
        const FrameQueue::Taken taken = recording.queue->take();
        QCOMPARE(taken.masks.size(), std::size_t(1));
        QCOMPARE(taken.masks[0]->inMessage("token=1234567890"), QByteArray("token=***"));
        QCOMPARE(taken.masks[0]->inMessage("the end 1234567"), QByteArray("the end ***"));
        QCOMPARE(taken.masks[0]->inMessage("567890 goes on"), QByteArray("*** goes on"));
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
