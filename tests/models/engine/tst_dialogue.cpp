// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explanation.h"
#include "engine/diagnosis/suspicion.h"
#include "engine/dialogue.h"
#include "engine/values/binaryform.h"
#include "tests/support/engine/connectionrig.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

DialogueStep step(const QString &send, const QString &expect, const QString &refused = {})
{
    return {{send, MessageForm::Text}, {expect, MessageForm::Text}, {refused, MessageForm::Text}, 5s};
}

DialogueAnswer answer(const QString &when, const QString &send)
{
    return {{when, MessageForm::Text}, {send, MessageForm::Text}};
}

ConnectionSettings talking(const DialogueSettings &dialogue)
{
    ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
    settings.dialogue = SharedDialogue(dialogue);
    return settings;
}

DialogueSettings login()
{
    DialogueSettings dialogue;
    dialogue.onOpen = {
        step({}, QStringLiteral("auth_required")),
        step(QStringLiteral("token=1234567890"), QStringLiteral("auth_ok"), QStringLiteral("auth_invalid"))};
    dialogue.secrets = {QStringLiteral("1234567890")};
    return dialogue;
}

DialogueSettings feed(const QString &when = QStringLiteral("trade"))
{
    DialogueSettings dialogue;
    dialogue.alive = DialogueAlive{{when, MessageForm::Text}, 30s};
    return dialogue;
}

void say(ConnectionRig &rig, const QByteArray &text)
{
    rig.wire().listener->messageReceived(false, text, text.size(), {rig.clock.now(), 0, {}, {}});
}

} // namespace

/// Dialogues besides pings, with a fake clock and a scripted transport.
class TestDialogue : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreWrittenDown_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("digits and white space") << QStringLiteral("C0 00\n0a") << QByteArray("c0000a");
        QTest::newRow("text") << QStringLiteral("'MQTT' 04") << QByteArray("4d51545404");
        QTest::newRow("an apostrophe within text") << QStringLiteral("'it''s'") << QByteArray("69742773");
        QTest::newRow("a length of two bytes") << QStringLiteral("u16('ab')") << QByteArray("00026162");
        QTest::newRow("lengths within lengths")
            << QStringLiteral("10 varint(u8('a') 00)") << QByteArray("1003016100");
        QTest::newRow("nothing") << QString() << QByteArray();
        QTest::newRow("a long varint") << QStringLiteral("varint(%1)").arg(QString(400, u'0'))
                                       << QByteArray("c801") + QByteArray(400, '0');
    }
    void bytesAreWrittenDown()
    {
        QFETCH(QString, written);
        QFETCH(QByteArray, hex);
        const Result<QByteArray> bytes = bytesOf(written, MessageForm::Hex);
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().sentence()));
        QCOMPARE(bytes.value().toHex(), hex);
    }

    void bytesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("place");
        QTest::newRow("half a byte") << QStringLiteral("c0 0") << QStringLiteral("character 4");
        QTest::newRow("a letter") << QStringLiteral("c0 xy") << QStringLiteral("character 4");
        QTest::newRow("an open apostrophe") << QStringLiteral("'MQTT") << QStringLiteral("character 6");
        QTest::newRow("an open bracket") << QStringLiteral("u16(00") << QStringLiteral("character 7");
        QTest::newRow("a closed bracket") << QStringLiteral("00)") << QStringLiteral("character 3");
        QTest::newRow("too long for its length")
            << QStringLiteral("u8(%1)").arg(QString(600, u'0')) << QStringLiteral("character 605");
        QTest::newRow("endless brackets") << QStringLiteral("u8(").repeated(10000) << QStringLiteral("16");
        QTest::newRow("too much") << QString(200000, u'0') << QStringLiteral("65536");
    }
    void bytesThatAreNoneAreRefused()
    {
        QFETCH(QString, written);
        QFETCH(QString, place);
        const Result<QByteArray> bytes = bytesOf(written, MessageForm::Hex);
        QVERIFY(!bytes);
        QVERIFY2(bytes.error().answer.contains(place), qPrintable(bytes.error().answer));
    }

    void placeholdersAreFilledIn_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("filled");
        QTest::newRow("a value") << QStringLiteral("n=%seq%") << QStringLiteral("n=17");
        QTest::newRow("a value in place of its default")
            << QStringLiteral("n=%seq|null%") << QStringLiteral("n=17");
        QTest::newRow("a default") << QStringLiteral("n=%none|null%") << QStringLiteral("n=null");
        QTest::newRow("neither") << QStringLiteral("100%none%") << QStringLiteral("100%none%");
        QTest::newRow("per cent") << QStringLiteral("50% of 20%") << QStringLiteral("50% of 20%");
        QTest::newRow("twice") << QStringLiteral("%seq%,%seq%") << QStringLiteral("17,17");
    }
    void placeholdersAreFilledIn()
    {
        QFETCH(QString, content);
        QFETCH(QString, filled);
        const auto message =
            filledIn({content, MessageForm::Text}, {{QStringLiteral("seq"), QStringLiteral("17")}});
        QCOMPARE(message.value().text, filled);
    }

    void isOpenOnlyAfterTheLastStep()
    {
        ConnectionRig rig(talking(login()));
        rig.connection.start();
        rig.wire().open();
        QCOMPARE(rig.connection.state(), ConnectionState::Connecting);
        QVERIFY(rig.sink.all<Opened>().empty());
        QVERIFY(rig.wire().texts.isEmpty());
        rig.advance(2s);
        say(rig, "auth_required");
        QCOMPARE(rig.wire().texts, QStringList{QStringLiteral("token=1234567890")});
        QCOMPARE(rig.connection.state(), ConnectionState::Connecting);
        rig.advance(1s);
        say(rig, "auth_ok");
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        const QList<nanoseconds> expected = {2s, 1s};
        QCOMPARE(rig.sink.all<Opened>().front().phases.dialogue, expected);
        QVERIFY(rig.wire().pings.isEmpty() || rig.connection.state() == ConnectionState::Open);
    }

    void sendsNoPingBeforeItIsOpen()
    {
        ConnectionSettings settings = talking(login());
        settings.keepalive.firstPing = FirstPing::Now;
        settings.keepalive.interval = 1s;
        ConnectionRig rig(settings);
        rig.connection.start();
        rig.wire().open();
        rig.advance(4s);
        QVERIFY(rig.wire().pings.isEmpty());
        say(rig, "auth_required");
        say(rig, "auth_ok");
        rig.advance(1s);
        QVERIFY(!rig.wire().pings.isEmpty());
    }

    void refusedStepEndsTheDialWithThePeersWords()
    {
        ConnectionRig rig(talking(login()));
        rig.connection.start();
        rig.wire().open();
        say(rig, "auth_required");
        say(rig, R"({"type":"auth_invalid","message":"token 1234567890 is unknown"})");
        QVERIFY(rig.wire().closeSent);
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.wire().end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::Dialogue);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.dialogue->kind, DialogueEnd::Kind::Refused);
        QCOMPARE(verdict.dialogue->step, 2U);
        QVERIFY(verdict.lasting);
        const QString sentence = explain(verdict);
        QVERIFY2(sentence.contains(QStringLiteral("refused step 2 of 2 of the dialogue")),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("is unknown")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("1234567890")), qPrintable(sentence));
        QVERIFY(suspicionOf(verdict).likely.testFlag(Suspect::ThisSide));
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
    }

    void wordsAreWordsWhateverMarksTheirEnd_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("STOMP") << QByteArray("auth_invalid: no such user\0", 27);
        QTest::newRow("STOMP of a broker that adds a line end")
            << QByteArray("auth_invalid: no such user\n\0\n", 29);
        QTest::newRow("SignalR") << QByteArray("auth_invalid: no such user\x1e");
        QTest::newRow("NATS") << QByteArray("auth_invalid: no such user\r\n");
    }
    void wordsAreWordsWhateverMarksTheirEnd()
    {
        QFETCH(QByteArray, said);
        ConnectionRig rig(talking(login()));
        rig.connection.start();
        rig.wire().open();
        say(rig, "auth_required");
        say(rig, said);
        rig.wire().end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().dialogue->came, QStringLiteral("auth_invalid: no such user"));
    }

    void silentStepEndsTheDialWithWhatCameInstead()
    {
        ConnectionRig rig(talking(login()));
        rig.connection.start();
        rig.wire().open();
        rig.advance(1s);
        say(rig, "maintenance until four");
        rig.advance(3999ms);
        QCOMPARE(rig.connection.state(), ConnectionState::Connecting);
        rig.advance(1ms);
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.wire().end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::Dialogue);
        QCOMPARE(verdict.dialogue->kind, DialogueEnd::Kind::Silent);
        QCOMPARE(verdict.dialogue->waited, nanoseconds(5s));
        const QString sentence = explain(verdict);
        QVERIFY2(sentence.contains(QStringLiteral("maintenance until four")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("auth_required")), qPrintable(sentence));
        QVERIFY(!verdict.lasting);
    }

    void peerThatClosesWithinAStepIsToldSo()
    {
        ConnectionRig rig(talking(login()));
        rig.connection.start();
        rig.wire().open();
        rig.advance(1s);
        rig.wire().listener->closeFrameReceived({quint16(4401), QStringLiteral("no token")});
        rig.wire().end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(verdict.age, nanoseconds(1s));
        const QString sentence = explain(verdict);
        QVERIFY2(sentence.contains(QStringLiteral("4401")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("step 1 of 2 of the dialogue")), qPrintable(sentence));
    }

    void answersAtOnceWithWhatWasCaptured()
    {
        DialogueSettings dialogue;
        dialogue.answer = {
            answer(QStringLiteral("^2$"), QStringLiteral("3")),
            answer(QStringLiteral(R"(ping (\d+) (?<who>\w+))"), QStringLiteral("pong $1 ${who} %who%"))};
        ConnectionRig rig(talking(dialogue));
        rig.open();
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        say(rig, "2");
        say(rig, "22");
        say(rig, "ping 17 ada");
        const QStringList expected = {QStringLiteral("3"), QStringLiteral("pong 17 ada ada")};
        QCOMPARE(rig.wire().texts, expected);
    }

    void answerStormEndsTheConnection()
    {
        DialogueSettings dialogue;
        dialogue.answer = {answer(QStringLiteral("ping"), QStringLiteral("pong"))};
        ConnectionRig rig(talking(dialogue));
        rig.open();
        for (int i = 0; i < 100; ++i)
            say(rig, "ping");
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        rig.advance(1s);
        for (int i = 0; i < 100; ++i)
            say(rig, "ping");
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        say(rig, "ping");
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        QCOMPARE(rig.wire().texts.size(), 200);
        rig.wire().end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().cause, Cause::Dialogue);
        QCOMPARE(rig.lastVerdict().dialogue->kind, DialogueEnd::Kind::Storm);
    }

    void feedThatStopsIsStaleThoughPongsCome_data()
    {
        QTest::addColumn<OnTimeout>("onTimeout");
        QTest::newRow("close") << OnTimeout::Close;
        QTest::newRow("keep") << OnTimeout::Keep;
    }
    void feedThatStopsIsStaleThoughPongsCome()
    {
        QFETCH(OnTimeout, onTimeout);
        ConnectionSettings settings = talking(feed());
        settings.keepalive.onTimeout = onTimeout;
        settings.keepalive.interval = 7s;
        ConnectionRig rig(settings);
        rig.open();
        rig.advance(10s);
        say(rig, "a trade");
        const auto answerPings = [&rig] {
            for (const QByteArray &ping : std::exchange(rig.wire().pings, {}))
                rig.wire().listener->pongReceived(ping, {rig.clock.now(), 0, {}, {}});
        };
        for (int i = 0; i < 29; ++i) {
            rig.advance(1s);
            answerPings();
            say(rig, "a heartbeat");
        }
        QVERIFY(rig.sink.all<FeedStale>().empty());
        rig.advance(1s);
        QCOMPARE(rig.sink.all<FeedStale>().size(), std::size_t(1));
        QCOMPARE(rig.sink.all<FeedStale>().front().waited, nanoseconds(30s));
        QVERIFY(rig.sink.all<PingTimedOut>().empty());
        if (onTimeout == OnTimeout::Keep) {
            QCOMPARE(rig.connection.state(), ConnectionState::Open);
            say(rig, "another trade");
            QVERIFY(rig.sink.all<FeedStale>().back().goesOn);
            return;
        }
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.wire().end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::Stale);
        const QString sentence = explain(verdict);
        QVERIFY2(sentence.contains(QStringLiteral("sent nothing that matches “trade” for 30 s")),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("It answers pings")), qPrintable(sentence));
        QVERIFY(suspicionOf(verdict).likely.testFlag(Suspect::Peer));
    }

    void feedIsReportedAtMostOnceASecond()
    {
        ConnectionRig rig(talking(feed(QString())));
        rig.open();
        for (int i = 0; i < 1000; ++i) {
            rig.advance(10ms);
            say(rig, "anything");
        }
        rig.advance(2s);
        const auto seen = rig.sink.all<FeedSeen>();
        QVERIFY2(seen.size() >= 9 && seen.size() <= 12, qPrintable(QString::number(seen.size())));
        QCOMPARE(seen.back().messages, quint64(1000));
    }

    void heartbeatIsNumberedAndSaysWhatWasCaptured()
    {
        DialogueSettings dialogue;
        dialogue.onOpen = {step({}, QStringLiteral(R"("heartbeat_interval":(?<interval_ms>\d+))"))};
        dialogue.answer = {answer(QStringLiteral(R"("s":(?<sequence>\d+))"), {})};
        ConnectionSettings settings = talking(dialogue);
        settings.keepalive.heartbeat =
            HeartbeatSettings{QStringLiteral(R"({"op":1,"n":%n%,"d":%sequence|null%})"),
                              QStringLiteral(R"("op":11,"n":%n%\b)"), MessageForm::Text};
        ConnectionRig rig(settings);
        rig.connection.start();
        rig.wire().open();
        say(rig, R"({"op":10,"d":{"heartbeat_interval":41250}})");
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        rig.advance(41250ms);
        QCOMPARE(rig.wire().texts, QStringList{QStringLiteral(R"({"op":1,"n":1,"d":null})")});
        say(rig, R"({"op":11,"n":2})");
        QCOMPARE(rig.sink.outcomes(), QStringList());
        say(rig, R"({"op":11,"n":1})");
        QCOMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("answered")});
        say(rig, R"({"t":"X","s":42})");
        rig.advance(41250ms);
        QCOMPARE(rig.wire().texts.last(), QStringLiteral(R"({"op":1,"n":2,"d":42})"));
    }

    void binaryHeartbeatIsAnswered()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.keepalive.heartbeat =
            HeartbeatSettings{QStringLiteral("c000"), QStringLiteral("^d000"), MessageForm::Hex};
        ConnectionRig rig(settings);
        rig.open();
        rig.advance(20s);
        QCOMPARE(rig.wire().binaries, QByteArrayList{QByteArray::fromHex("c000")});
        rig.wire().listener->messageReceived(true, QByteArray::fromHex("d000"), 2,
                                             {rig.clock.now(), 0, {}, {}});
        QCOMPARE(rig.sink.outcomes(), QStringList{QStringLiteral("answered")});
    }

    void hostileMessagesCannotHoldUpTheThread()
    {
        DialogueSettings dialogue;
        for (int i = 0; i < 8; ++i)
            dialogue.answer.append(answer(QStringLiteral("(a+)+$"), QStringLiteral("x")));
        Dialogue its{SharedDialogue(dialogue)};
        (void)its.begin(SteadyTime());
        const QByteArray hostile = QByteArray(60000, 'a') + '!';
        QElapsedTimer timer;
        timer.start();
        (void)its.message(hostile, SteadyTime());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void anExpressionThatIsTooCostlyEndsTheConnection_data()
    {
        QTest::addColumn<DialogueSettings>("dialogue");
        const QString costly = QStringLiteral("(a+)+$");
        DialogueSettings answers;
        answers.answer = {answer(costly, QStringLiteral("x"))};
        QTest::newRow("an answer") << answers;
        DialogueSettings steps;
        steps.onOpen = {step(QStringLiteral("hello"), costly)};
        QTest::newRow("a step") << steps;
        QTest::newRow("a feed") << feed(costly);
    }
    void anExpressionThatIsTooCostlyEndsTheConnection()
    {
        QFETCH(DialogueSettings, dialogue);
        ConnectionRig rig(talking(dialogue));
        rig.connection.start();
        rig.wire().open();
        // A message of 1 MiB designed for it.
        const QByteArray hostile = QByteArray(30'000, 'a') + QByteArray(1024 * 1024, '!');
        for (int i = 0; i < 1000 && rig.connection.state() != ConnectionState::Closing; ++i)
            say(rig, hostile);
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.wire().end(Cause::Eof);
        const QString sentence = explain(rig.lastVerdict());
        QCOMPARE(rig.lastVerdict().cause, Cause::Dialogue);
        QVERIFY2(sentence.contains(QStringLiteral("“(a+)+$” takes too many steps")), qPrintable(sentence));
        QVERIFY(suspicionOf(rig.lastVerdict()).likely.testFlag(Suspect::ThisSide));
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<DialogueSettings>("dialogue");
        QTest::addColumn<QString>("place");
        DialogueSettings many;
        many.answer.fill(answer(QStringLiteral("a"), QStringLiteral("b")), 65);
        QTest::newRow("too many rules") << many << QString();
        DialogueSettings empty;
        empty.onOpen = {step({}, {})};
        QTest::newRow("an empty step") << empty << QStringLiteral("on_open[0]");
        DialogueSettings pattern;
        pattern.onOpen = {step(QStringLiteral("a"), QStringLiteral("b")),
                          step(QStringLiteral("a"), QStringLiteral("("))};
        QTest::newRow("a pattern that is none") << pattern << QStringLiteral("on_open[1].expect");
        DialogueSettings bytes;
        bytes.answer = {{{QStringLiteral("a"), MessageForm::Hex}, {QStringLiteral("zz"), MessageForm::Hex}}};
        QTest::newRow("bytes that are none") << bytes << QStringLiteral("answer[0].send");
        DialogueSettings alive = feed(QStringLiteral("["));
        QTest::newRow("a feed that is none") << alive << QStringLiteral("alive.when");
        DialogueSettings longOne;
        longOne.onOpen = {step(QString(70000, u'x'), {})};
        QTest::newRow("too long a message") << longOne << QStringLiteral("on_open[0].send");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(DialogueSettings, dialogue);
        QFETCH(QString, place);
        const Outcome checked = checkDialogue(dialogue);
        QVERIFY(!checked);
        QCOMPARE(checked.error().subject, place);
        QVERIFY(!checked.error().answer.isEmpty());
    }
};

Q_DECLARE_METATYPE(Pongwatch::DialogueSettings)

QTEST_GUILESS_MAIN(TestDialogue)
#include "tst_dialogue.moc"
