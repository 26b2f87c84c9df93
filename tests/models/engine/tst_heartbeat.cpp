// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/heartbeat.h"
#include "tests/models/engine/socketrig.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{
const QString question = QStringLiteral(R"({"op":"ping"})");
const QString answerPattern = QStringLiteral(R"("op":\s*"pong")");
const QByteArray answer = R"({"op": "pong"})";

ConnectionSettings heartbeating(const QString &send = question, const QString &expect = answerPattern)
{
    ConnectionSettings settings = TimedConnection::settingsFor(20s, 5s);
    settings.keepalive.heartbeat = HeartbeatSettings{send, expect};
    return settings;
}

/// The token in the n-th text sent as "id=TOKEN".
QByteArray tokenIn(const SocketPeer &peer, int n)
{
    return peer.texts.at(n).mid(3).toLatin1();
}
} // namespace

/// Text messages instead of pings, for servers that answer none: on real sockets, for both clients.
class TestHeartbeat : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { runForBothClients(); }

    void whatCountsAsAnAnswer_data()
    {
        QTest::addColumn<QString>("expect");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("isAnswer");
        QTest::newRow("the pattern is found inside") << answerPattern << answer << true;
        QTest::newRow("another message") << answerPattern << QByteArray(R"({"op":"ticker"})") << false;
        QTest::newRow("no pattern: any message") << QString() << QByteArray("x") << true;
        QTest::newRow("an empty message") << answerPattern << QByteArray() << false;
        QTest::newRow("a token where one is expected")
            << QStringLiteral("id=%id%") << QByteArray("id=0123456789abcdef") << true;
        QTest::newRow("no token where one is expected")
            << QStringLiteral("id=%id%") << QByteArray("id=none") << false;
        QTest::newRow("the same token twice")
            << QStringLiteral("%id%,%id%") << QByteArray("0123456789abcdef,0123456789abcdef") << true;
        QTest::newRow("two tokens where the same is expected")
            << QStringLiteral("%id%,%id%") << QByteArray("0123456789abcdef,0000000000000000") << false;
        QTest::newRow("not UTF-8") << answerPattern << QByteArray("\xff\xfe\"op\":\"pong\"") << true;
        QTest::newRow("a pattern that is none") << QStringLiteral("(") << QByteArray("(") << false;
    }
    void whatCountsAsAnAnswer()
    {
        QFETCH(QString, expect);
        QFETCH(QByteArray, message);
        QFETCH(bool, isAnswer);
        QCOMPARE(Heartbeat({question, expect}).read(message).has_value(), isAnswer);
    }

    void tokensAreNewEachTime()
    {
        const Heartbeat heartbeat({QStringLiteral("id=%id%"), QStringLiteral("%id%")});
        const Heartbeat::Question first = heartbeat.next(1, {}, {}).value();
        const Heartbeat::Question second = heartbeat.next(2, {}, {}).value();
        QCOMPARE(first.message.text, QStringLiteral("id=") + QString::fromLatin1(first.token));
        QCOMPARE(first.token.size(), 16);
        QVERIFY(first.token != second.token);
        QCOMPARE(heartbeat.read(second.message.text.toUtf8())->token, second.token);
    }

    void hostileMessageCannotHoldUpTheThread()
    {
        const Heartbeat heartbeat({question, QStringLiteral("(a+)+$")});
        const QByteArray message = QByteArray(4000, 'a') + '!';
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!heartbeat.read(message));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void heartbeatTakesThePlaceOfThePing()
    {
        SocketRig rig(heartbeating());
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE(peer.texts, QStringList{question});
        QVERIFY(peer.pings.isEmpty());
        rig.advance(30ms);
        peer.text("{\"op\":\"ticker\"}");
        rig.settle();
        QVERIFY(rig.sink.samples.empty());
        rig.advance(10ms);
        peer.text(answer);
        QTRY_COMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("answered")});
        QCOMPARE(rig.sink.samples.back().rtt, nanoseconds(40ms));
        QVERIFY(rig.sink.samples.back().marks.testFlag(SampleMark::Heartbeat));
        QVERIFY2(rig.sink.all<MessageReceived>().empty(), "nobody asked to see messages");
    }

    void missingAnswerEndsTheConnectionLikeAMissingPong()
    {
        SocketRig rig(heartbeating());
        SocketPeer &peer = rig.open();
        rig.advance(24s);
        QTRY_COMPARE(peer.texts.size(), 1);
        peer.text("{\"op\":\"ticker\"}"); // traffic is not an answer
        rig.settle();
        rig.advance(1s);
        QTRY_VERIFY(peer.closeReceived);
        QCOMPARE(*peer.closeReceived->code, quint16(1011));
        QCOMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("timed-out")});
    }

    void answersAreTakenInTheOrderOfTheQuestions()
    {
        ConnectionSettings settings = heartbeating();
        settings.keepalive.timeout = 60s;
        SocketRig rig(settings);
        rig.connection.setMessagesWanted(4);
        SocketPeer &peer = rig.open();
        rig.advance(45s); // questions at 20 s and 40 s
        QTRY_COMPARE(peer.texts.size(), 2);
        peer.text(answer);
        peer.text(answer);
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(2));
        QCOMPARE(rig.sink.samples[0].rtt, nanoseconds(25s));
        QCOMPARE(rig.sink.samples[1].rtt, nanoseconds(5s));
        peer.text(answer); // to nothing: not a stray pong either
        QTRY_COMPARE(rig.sink.all<MessageReceived>().size(), std::size_t(3));
        QCOMPARE(rig.sink.samples.size(), std::size_t(2));
        QVERIFY(rig.sink.all<StrayPongs>().empty());
    }

    void tokenTellsALateAnswerFromATimelyOne()
    {
        ConnectionSettings settings = heartbeating(QStringLiteral("id=%id%"), QStringLiteral("id=%id%"));
        settings.keepalive.onTimeout = OnTimeout::Keep;
        SocketRig rig(settings);
        SocketPeer &peer = rig.open();
        rig.advance(41s); // the first has timed out, the second is in flight
        QTRY_COMPARE(peer.texts.size(), 2);
        peer.text("id=" + tokenIn(peer, 0));
        QTRY_COMPARE(rig.sink.outcomes(), (QStringList{QStringLiteral("timed-out"), QStringLiteral("late")}));
        QCOMPARE(rig.sink.samples.back().rtt, nanoseconds(21s));
        peer.text("id=" + tokenIn(peer, 1));
        QTRY_COMPARE(rig.sink.samples.size(), std::size_t(3));
        QCOMPARE(rig.sink.samples.back().rtt, nanoseconds(1s));
        QCOMPARE(rig.sink.samples.back().outcome, PingOutcome::Answered);
    }

    void lateAnswerWithoutATokenRecoversThePeer()
    {
        ConnectionSettings settings = heartbeating();
        settings.keepalive.onTimeout = OnTimeout::Keep;
        SocketRig rig(settings);
        SocketPeer &peer = rig.open();
        rig.advance(26s);
        peer.text(answer);
        QTRY_COMPARE(rig.sink.outcomes(), (QStringList{QStringLiteral("timed-out"), QStringLiteral("late")}));
    }

    void newHeartbeatHoldsWithoutAnotherDial()
    {
        SocketRig rig(TimedConnection::settingsFor(20s, 5s));
        SocketPeer &peer = rig.open();
        ConnectionSettings settings = rig.connection.settings();
        settings.keepalive.heartbeat = HeartbeatSettings{question, answerPattern};
        rig.connection.setSettings(settings);
        rig.advance(20s);
        QTRY_COMPARE(peer.texts.size(), 1);
        QCOMPARE(peer.connections, 1);
        peer.text(answer);
        QTRY_COMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("answered")});
    }

    void whoAsksForMessagesStillSeesThem()
    {
        SocketRig rig(heartbeating());
        rig.connection.setMessagesWanted(4);
        SocketPeer &peer = rig.open();
        rig.advance(20s);
        QTRY_COMPARE(peer.texts.size(), 1);
        peer.text(answer);
        QTRY_COMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("answered")});
        QCOMPARE(rig.sink.all<MessageReceived>().back().payload, answer.left(4));
    }

    void manualPingIsAHeartbeatToo()
    {
        SocketRig rig(heartbeating());
        SocketPeer &peer = rig.open();
        QVERIFY(rig.connection.pingNow());
        QTRY_COMPARE(peer.texts.size(), 1);
        QVERIFY(peer.pings.isEmpty());
        peer.text(answer);
        QTRY_COMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("answered")});
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("send");
        QTest::addColumn<QString>("expect");
        QTest::addColumn<QString>("says");
        QTest::newRow("fine") << question << answerPattern << QString();
        QTest::newRow("nothing to send") << QString() << answerPattern << QStringLiteral("nothing to send");
        QTest::newRow("not a pattern")
            << question << QStringLiteral("a(b") << QStringLiteral("not a regular expression");
        QTest::newRow("too long") << QString(5000, u'x') << QString() << QStringLiteral("4096");
    }
    void settingsAreChecked()
    {
        QFETCH(QString, send);
        QFETCH(QString, expect);
        QFETCH(QString, says);
        const Result<HeartbeatSettings> checked = checkHeartbeat({send, expect});
        QCOMPARE(checked.ok(), says.isEmpty());
        if (!says.isEmpty())
            QVERIFY2(checked.error().answer.contains(says), qPrintable(checked.error().answer));
    }
};

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
