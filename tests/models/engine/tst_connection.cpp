// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/support/engine/connectionrig.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{
/// "connecting open closing waiting"
QByteArray states(const RecordingSink &sink)
{
    QByteArrayList words;
    for (const StateChanged &change : sink.all<StateChanged>())
        words.append(toWord(change.state).data());
    return words.join(' ');
}
} // namespace

class TestConnection : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void dialsOpensAndReports()
    {
        ConnectionRig rig;
        rig.connection.start();
        QCOMPARE(rig.wire().settings.url, rig.connection.settings().url);
        rig.wire().open();
        QCOMPARE(states(rig.sink), QByteArray("connecting open"));
        QCOMPARE(rig.sink.all<Opened>().size(), std::size_t(1));
        QCOMPARE(rig.sink.events.back().connection, 1U);
    }

    void anEndIsHeldAgainstWhatAnExaminationFound()
    {
        ConnectionRig rig(ConnectionRig::settingsFor({}, {}));
        auto found = std::make_shared<ExaminedLimits>();
        found->silence = ExaminedLimits::Silence{17s, {}, true, true, true};
        rig.open();
        rig.connection.recallExamination(found); // while it is open
        rig.advance(17s);
        rig.wire().end(Cause::Eof);
        QVERIFY(rig.lastVerdict().limit && rig.lastVerdict().limit->examined);
        QCOMPARE(rig.lastVerdict().limit->length, nanoseconds(17s));

        rig.connection.recallExamination(nullptr);
        rig.connection.reconnectNow();
        rig.wire().open();
        rig.advance(12s);
        rig.wire().end(Cause::Eof);
        QVERIFY(!rig.lastVerdict().limit || !rig.lastVerdict().limit->examined);
    }

    void aPingThatWasSentIsNoSilence()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(10s, {}));
        auto found = std::make_shared<ExaminedLimits>();
        found->silence = ExaminedLimits::Silence{25s, {}, true, true, true};
        rig.connection.recallExamination(found);
        rig.open();
        rig.advance(25s); // no pong comes
        rig.wire().end(Cause::Eof);
        QVERIFY(!rig.lastVerdict().limit || !rig.lastVerdict().limit->examined);
    }

    void comesBackAfterAnEndThatMayBeRetried_data()
    {
        QTest::addColumn<Cause>("cause");
        for (const Cause cause : {Cause::Eof, Cause::Reset, Cause::Dns, Cause::Refused, Cause::Unreachable,
                                  Cause::ProtocolError, Cause::NetworkError})
            QTest::newRow(toWord(cause).data()) << cause;
    }
    void comesBackAfterAnEndThatMayBeRetried()
    {
        QFETCH(Cause, cause);
        ConnectionRig rig;
        rig.connection.start();
        rig.wire().end(cause);
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
        QCOMPARE(*rig.sink.all<StateChanged>().back().retryIn, nanoseconds(2500ms));
        rig.advance(2499ms);
        QCOMPARE(rig.dials(), std::size_t(1));
        rig.advance(1ms);
        QCOMPARE(rig.dials(), std::size_t(2));
        QCOMPARE(rig.sink.all<StateChanged>().back().attempt, 2U);
        QCOMPARE(rig.sink.events.back().connection, 2U);
    }

    void staysAwayAfterAnEndThatIsFinal()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.reconnect.giveUp = true;
        ConnectionRig rig(settings);
        rig.connection.start();
        TransportEnd end;
        end.cause = Cause::HandshakeRejected;
        end.httpStatus = 403;
        end.phase = DialPhase::Upgrade;
        end.mayRetry = false;
        rig.wire().end(end);
        QCOMPARE(rig.connection.state(), ConnectionState::Failed);
        QCOMPARE(*rig.lastVerdict().httpStatus, 403);
        QVERIFY(rig.lastVerdict().final);
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
        rig.connection.reconnectNow();
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void goesOnAfterRejections_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("retryAfter");
        QTest::addColumn<double>("atLeast");
        QTest::addColumn<double>("atMost");
        QTest::addColumn<bool>("lasting");
        QTest::newRow("403") << 403 << QString() << 27.0 << 30.0 << true;
        QTest::newRow("404 that names a time") << 404 << QStringLiteral("600") << 600.0 << 660.0 << true;
        QTest::newRow("503") << 503 << QString() << 0.0 << 5.0 << false;
        QTest::newRow("503 that names a time") << 503 << QStringLiteral("120") << 120.0 << 132.0 << false;
        QTest::newRow("429 that names a time") << 429 << QStringLiteral("3") << 3.0 << 5.0 << false;
        QTest::newRow("522") << 522 << QString() << 0.0 << 5.0 << false;
    }

    void goesOnAfterRejections()
    {
        QFETCH(int, status);
        QFETCH(QString, retryAfter);
        QFETCH(double, atLeast);
        QFETCH(double, atMost);
        QFETCH(bool, lasting);
        ConnectionRig rig;
        rig.connection.start();
        TransportEnd end;
        end.cause = Cause::HandshakeRejected;
        end.httpStatus = status;
        end.phase = DialPhase::Upgrade;
        end.mayRetry = false;
        end.answer = HttpAnswer{status, {}, {}, {}};
        if (!retryAfter.isEmpty())
            end.answer->headers.append({QStringLiteral("Retry-After"), retryAfter});
        rig.wire().end(end);
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
        QCOMPARE(rig.lastVerdict().lasting, lasting);
        QVERIFY(!rig.lastVerdict().final);
        const auto change = std::get<StateChanged>(rig.sink.events.back().what);
        QVERIFY2(toSeconds(*change.retryIn) >= atLeast && toSeconds(*change.retryIn) <= atMost,
                 qPrintable(QString::number(toSeconds(*change.retryIn))));
        QCOMPARE(change.triedEvery.has_value(), lasting);
        if (lasting)
            QCOMPARE(*change.triedEvery, nanoseconds(15min));
        rig.advance(std::chrono::ceil<seconds>(*change.retryIn));
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void followsARedirectWithinOneDial()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.followRedirects = true;
        ConnectionRig rig(settings);
        rig.connection.start();
        const auto redirect = [&rig](const char *location) {
            TransportEnd end;
            end.cause = Cause::HandshakeRejected;
            end.httpStatus = 302;
            end.phase = DialPhase::Upgrade;
            end.mayRetry = false;
            end.answer =
                HttpAnswer{302, {}, {{QStringLiteral("Location"), QString::fromLatin1(location)}}, {}};
            rig.wire().end(end);
        };
        for (int i = 0; i < 5; ++i)
            redirect("/next");
        QCOMPARE(rig.dials(), std::size_t(6));
        QCOMPARE(rig.connection.state(), ConnectionState::Connecting);
        redirect("/next");
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
        QVERIFY(rig.lastVerdict().redirectedTo.endsWith(QLatin1String("/next")));
        QVERIFY(rig.lastVerdict().redirectRefusal.contains(QLatin1String("5")));
        QVERIFY2(explain(rig.lastVerdict()).contains(rig.lastVerdict().redirectRefusal),
                 qPrintable(explain(rig.lastVerdict())));
    }

    void aSecretOfTheDialogueStaysWithItsOrigin_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<int>("messages"); // sent as soon as the connection is open
        QTest::newRow("the same origin") << QStringLiteral("/next") << 2;
        QTest::newRow("another host") << QStringLiteral("wss://other.example/") << 1;
    }
    void aSecretOfTheDialogueStaysWithItsOrigin()
    {
        QFETCH(QString, location);
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.followRedirects = true;
        DialogueStep authenticate;
        authenticate.send.content = QStringLiteral("auth geheim");
        DialogueStep subscribe;
        subscribe.send.content = QStringLiteral("subscribe");
        DialogueSettings dialogue;
        dialogue.onOpen = {authenticate, subscribe};
        dialogue.secrets = {QStringLiteral("geheim")};
        settings.dialogue = SharedDialogue(dialogue);
        ConnectionRig rig(settings);
        rig.connection.start();
        TransportEnd end;
        end.cause = Cause::HandshakeRejected;
        end.httpStatus = 302;
        end.phase = DialPhase::Upgrade;
        end.answer = HttpAnswer{302, {}, {{QStringLiteral("Location"), location}}, {}};
        rig.wire().end(end);
        QCOMPARE(rig.dials(), std::size_t(2));
        rig.wire().open();
        QCOMPARE(rig.connection.state(), ConnectionState::Open);
        QTEST(int(rig.wire().texts.size()), "messages");
        QCOMPARE(rig.wire().texts.back(), QStringLiteral("subscribe"));
    }

    void followsNoRedirectUnlessAskedTo()
    {
        ConnectionRig rig;
        rig.connection.start();
        TransportEnd end;
        end.cause = Cause::HandshakeRejected;
        end.httpStatus = 302;
        end.phase = DialPhase::Upgrade;
        end.answer = HttpAnswer{302, {}, {{QStringLiteral("Location"), QStringLiteral("/x")}}, {}};
        rig.wire().end(end);
        QCOMPARE(rig.dials(), std::size_t(1));
        QCOMPARE(rig.connection.state(), ConnectionState::Waiting);
    }

    void blotsOutSecretsThatTheServerRepeats()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.auth = {AuthKind::Bearer, {}, QStringLiteral("topsecrettoken")};
        settings.headers = {{QStringLiteral("X-Key"), QStringLiteral("Key hidden+value")}};
        ConnectionRig rig(settings);
        rig.connection.start();
        TransportEnd end;
        end.cause = Cause::HandshakeRejected;
        end.httpStatus = 401;
        end.phase = DialPhase::Upgrade;
        end.answer = HttpAnswer{401,
                                QStringLiteral("bad topsecrettoken"),
                                {{QStringLiteral("Location"), QStringLiteral("/l?k=hidden%2Bvalue")}},
                                QStringLiteral("you sent hidden+value and Bearer topsecre")};
        rig.wire().end(end);
        const HttpAnswer kept = rig.lastVerdict().answer.value();
        QCOMPARE(kept.reason, QStringLiteral("bad ***"));
        QCOMPARE(kept.headers.front().second, QStringLiteral("/l?k=***"));
        QCOMPARE(kept.body, QStringLiteral("you sent *** and Bearer ***"));
    }

    void withoutReconnectAnEndIsTheEnd_data()
    {
        QTest::addColumn<bool>("closeFrame");
        QTest::addColumn<ConnectionState>("state");
        QTest::newRow("a clean close leaves it closed") << true << ConnectionState::Closed;
        QTest::newRow("a drop leaves it failed") << false << ConnectionState::Failed;
    }
    void withoutReconnectAnEndIsTheEnd()
    {
        QFETCH(bool, closeFrame);
        QFETCH(ConnectionState, state);
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.reconnect.enabled = false;
        ConnectionRig rig(settings);
        ScriptedWire &wire = rig.open();
        if (closeFrame)
            wire.closeFrame(quint16(1001), QStringLiteral("bye"));
        wire.end(Cause::Eof);
        QCOMPARE(rig.connection.state(), state);
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void closeFrameOfThePeerIsTheVerdict()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 20s));
        ScriptedWire &wire = rig.open();
        rig.advance(63s);
        wire.closeFrame(quint16(1012), QStringLiteral("deploy"));
        QCOMPARE(rig.connection.state(), ConnectionState::Closing);
        rig.advance(10ms);
        wire.end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(verdict.initiator, Initiator::Peer);
        QCOMPARE(verdict.closeCode, quint16(1012));
        QCOMPARE(verdict.received->reason, QStringLiteral("deploy"));
        QCOMPARE(verdict.age, nanoseconds(63s));
    }

    void whoClosedFirstWhenBothDo_data()
    {
        QTest::addColumn<bool>("peerFirst");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("the peer's frame came in first") << true << Cause::PeerClose;
        QTest::newRow("ours went out first") << false << Cause::LocalClose;
    }
    void whoClosedFirstWhenBothDo()
    {
        QFETCH(bool, peerFirst);
        QFETCH(Cause, cause);
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        if (peerFirst)
            wire.closeFrame(quint16(1001));
        rig.connection.close({quint16(1000), {}});
        if (!peerFirst)
            wire.closeFrame(quint16(1001));
        wire.end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().cause, cause);
        QCOMPARE(*rig.lastVerdict().received->code, quint16(1001));
    }

    void peerThatSendsCloseButKeepsTheSocketIsDropped()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        wire.closeFrame(quint16(1000));
        rig.advance(10s);
        QVERIFY(wire.aborted);
        QCOMPARE(rig.lastVerdict().cause, Cause::PeerClose);
    }

    void pauseAndResume()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.pause();
        QCOMPARE(*wire.closeSent->code, quint16(1000));
        wire.end(Cause::Eof);
        QCOMPARE(states(rig.sink), QByteArray("connecting open closing paused"));
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
        rig.connection.start();
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void pauseWhileWaitingCancelsTheDial()
    {
        ConnectionRig rig;
        rig.connection.start();
        rig.wire().end(Cause::Refused);
        rig.connection.pause();
        QCOMPARE(rig.connection.state(), ConnectionState::Paused);
        rig.advance(24h);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void resumeWhileStillClosingDialsWhenClosed()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.pause();
        rig.connection.start();
        QCOMPARE(rig.dials(), std::size_t(1));
        wire.end(Cause::Eof);
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void reconnectNowCutsAWaitShort()
    {
        ConnectionRig rig;
        rig.connection.start();
        rig.wire().end(Cause::Refused);
        rig.connection.reconnectNow();
        QCOMPARE(rig.dials(), std::size_t(2));
        rig.advance(5s);
        QCOMPARE(rig.dials(), std::size_t(2));
    }

    void reconnectNowReplacesAnOpenConnectionWithinASecond()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.reconnectNow();
        QCOMPARE(*wire.closeSent->code, quint16(1000));
        rig.advance(1s);
        QCOMPARE(rig.dials(), std::size_t(2));
        QCOMPARE(states(rig.sink), QByteArray("connecting open closing connecting"));
    }

    void newKeepaliveHoldsWithoutANewDial()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        ConnectionSettings settings = rig.connection.settings();
        settings.keepalive.interval = 1s;
        rig.connection.setSettings(settings);
        rig.advance(3s);
        QCOMPARE(wire.pings.size(), 3);
        QCOMPARE(rig.dials(), std::size_t(1));
    }

    void newUrlIsDialledAnew()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        ConnectionSettings settings = rig.connection.settings();
        settings.url = QUrl(QStringLiteral("ws://edge-2.example/"));
        rig.connection.setSettings(settings);
        wire.end(Cause::Eof);
        QCOMPARE(rig.dials(), std::size_t(2));
        QCOMPARE(rig.wire().settings.url, settings.url);
    }

    void verdictCountsEndsThatLookAlike()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 20s));
        for (int i = 0; i < 3; ++i) {
            if (i == 0)
                rig.connection.start();
            rig.wire().open();
            rig.advance(60s);
            rig.wire().lastReceived = rig.clock.now() - 60s;
            rig.wire().end(Cause::Eof);
            rig.advance(*rig.sink.all<StateChanged>().back().retryIn);
        }
        QCOMPARE(rig.lastVerdict().similarEnds, 3U);
        QCOMPARE(rig.lastVerdict().endsCompared, 3U);
    }

    void missedDeadlineCarriesTheKernelsEvidence()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(20s, 5s));
        ScriptedWire &wire = rig.open();
        TcpSnapshot books;
        books.unacked = 2;
        books.retransmits = 3;
        books.unsentBytes = 14;
        books.sinceLastAck = 30s;
        wire.tcp = books;
        rig.advance(25s);
        const PingTimedOut missed = rig.sink.all<PingTimedOut>().front();
        QCOMPARE(missed.evidence, Evidence::PathSilent);
        QCOMPARE(missed.waited, nanoseconds(5s));
        QCOMPARE(missed.tcp->retransmits, 3U);
        rig.advance(10s);
        QCOMPARE(rig.lastVerdict().evidence, Evidence::PathSilent);
        QCOMPARE(*rig.lastVerdict().waited, nanoseconds(5s));
        QCOMPARE(rig.lastVerdict().pingsUnanswered, 1U);
    }

    void figuresAreThoseOfTheMissedDeadline()
    {
        ConnectionRig rig(ConnectionRig::settingsFor(2s, 5s));
        ScriptedWire &wire = rig.open();
        wire.tcp = TcpSnapshot{.sinceLastAck = 1s};
        rig.advance(7s); // the ping of 2 s is overdue, those of 4 s and 6 s are in flight
        QCOMPARE(*wire.closeSent->code, quint16(1011));
        rig.advance(1s);
        // The server wakes up and answers everything, including our Close.
        for (const QByteArray &payload : QList<QByteArray>(wire.pings))
            wire.pong(payload);
        wire.pong({});
        wire.lastReceived = rig.clock.now();
        wire.closeFrame(quint16(1011));
        rig.advance(3s);
        wire.end(Cause::Eof);

        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.age, nanoseconds(7s));
        QCOMPARE(*verdict.sinceLastReceived, nanoseconds(7s));
        QVERIFY(!verdict.sinceLastPong);
        QCOMPARE(*verdict.waited, nanoseconds(5s));
        QCOMPARE(verdict.pingsUnanswered, 3U);
        QCOMPARE(verdict.foreignPongs, quint64(0));
        QCOMPARE(*verdict.lateAnswer, nanoseconds(6s));
        const QString text = explain(verdict);
        QVERIFY2(!text.contains(QStringLiteral("goes on sending")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("slow, not gone")), qPrintable(text));
        QCOMPARE(rig.sink.outcomes().join(u' '), QStringLiteral("timed-out late answered answered"));
        QCOMPARE(*rig.sink.all<PingTimedOut>().front().sinceLastReceived, nanoseconds(7s));
    }

    void ageEndsAtTheFirstCloseFrame_data()
    {
        QTest::addColumn<bool>("peerFirst");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<bool>("endsByItself");
        QTest::newRow("the peer's, and TCP lingers") << true << true << true;
        QTest::newRow("the peer's, and TCP never ends") << true << true << false;
        QTest::newRow("ours, answered late") << false << true << true;
        QTest::newRow("ours, never answered") << false << false << false;
    }
    void ageEndsAtTheFirstCloseFrame()
    {
        QFETCH(bool, peerFirst);
        QFETCH(bool, answered);
        QFETCH(bool, endsByItself);
        ConnectionRig rig(ConnectionRig::settingsFor(std::nullopt, 20s));
        ScriptedWire &wire = rig.open();
        rig.advance(1s);
        wire.lastReceived = rig.clock.now() - 200ms;
        if (peerFirst)
            wire.closeFrame(quint16(1001));
        else
            rig.connection.close({quint16(1000), {}});
        rig.advance(4s);
        wire.lastReceived = rig.clock.now();
        if (answered && !peerFirst)
            wire.closeFrame(quint16(1000));
        rig.advance(6s);
        if (endsByItself && rig.sink.all<Closed>().empty())
            wire.end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().age, nanoseconds(1s));
        // The peer's Close frame was the last thing received.
        QCOMPARE(*rig.lastVerdict().sinceLastReceived, peerFirst ? nanoseconds(0) : nanoseconds(200ms));
    }

    void wrongAnswersAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("perPing");
        QTest::addColumn<bool>("unasked");
        QTest::addColumn<quint64>("foreign");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &answer, int perPing, bool unasked,
                            quint64 foreign, const char *says) {
            QTest::newRow(name) << answer << perPing << unasked << foreign << QString::fromLatin1(says);
        };
        row("empty pongs", {}, 1, false, 1, "answers pings, but wrongly");
        row("always the same payload", "pong", 1, false, 1, "answers pings, but wrongly");
        row("empty ones, each twice", {}, 2, false, 1, "pongs of its own accord");
        row("only pongs that nobody asked for", "alive", 1, true, 1, "pongs of its own accord");
        row("none at all", {}, 0, false, 0, "whether the network or the peer");
    }
    void wrongAnswersAreToldApart()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, perPing);
        QFETCH(bool, unasked);
        QFETCH(quint64, foreign);
        QFETCH(QString, says);
        ConnectionRig rig(ConnectionRig::settingsFor(2s, 1s));
        ScriptedWire &wire = rig.open();
        if (unasked) {
            rig.advance(1s);
            wire.pong(answer);
            rig.advance(1s);
        } else {
            rig.advance(2s);
        }
        for (int i = 0; i < perPing; ++i)
            wire.pong(answer);
        rig.advance(1s);
        wire.end(Cause::Eof);
        const Verdict verdict = rig.lastVerdict();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.foreignPongs, foreign);
        const QString text = explain(verdict);
        QVERIFY2(text.contains(says, Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(foreign == 0 || !text.contains(QStringLiteral("no pong came")), qPrintable(text));
    }

    void wrongAnswersDoNotEndTheSilence()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(2s, 1s);
        settings.keepalive.onTimeout = OnTimeout::Keep;
        ConnectionRig rig(settings);
        ScriptedWire &wire = rig.open();
        for (int i = 0; i < 3; ++i) {
            rig.advance(2s);
            wire.pong({});
        }
        rig.advance(1s);
        std::vector<quint64> counts;
        for (const PingTimedOut &missed : rig.sink.all<PingTimedOut>())
            counts.push_back(missed.foreignPongs);
        QCOMPARE(counts, (std::vector<quint64>{1, 2, 3}));
        rig.advance(1s);
        wire.answerLast();
        rig.advance(3s);
        QCOMPARE(rig.sink.all<PingTimedOut>().back().foreignPongs, quint64(0));
    }

    void heartbeatsAreNotAnsweredByPongs()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(2s, 1s);
        settings.keepalive.heartbeat = HeartbeatSettings{QStringLiteral("ping"), QStringLiteral("pong")};
        ConnectionRig rig(settings);
        ScriptedWire &wire = rig.open();
        rig.advance(2s);
        wire.pong("unasked");
        rig.advance(1s);
        QCOMPARE(rig.sink.all<StrayPongs>().back().foreign, quint64(0));
    }

    void firstPingGoesOutAtOnce()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.keepalive.firstPing = FirstPing::Now;
        ConnectionRig rig(settings);
        ScriptedWire &wire = rig.open();
        rig.advance(0s);
        QCOMPARE(wire.pings.size(), 1);
        rig.advance(30ms);
        wire.answerLast();
        QCOMPARE(rig.sink.samples.front().rtt, nanoseconds(30ms));
        rig.advance(20s - 30ms);
        QCOMPARE(wire.pings.size(), 2);
        wire.answerLast();
        rig.advance(20s);
        QCOMPARE(wire.pings.size(), 3);
    }

    void connectionsThatOpenTogetherPingApartAfterTheFirst()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, std::nullopt);
        settings.keepalive.firstPing = FirstPing::Now;
        ConnectionRig rig(settings);
        Connection other(PeerId{2}, settings, rig.environment);
        rig.open();
        other.start();
        rig.wire().open();
        rig.advance(60s);
        const QList<QByteArray> first = rig.factory.wires().front()->pings;
        const QList<QByteArray> second = rig.factory.wires().back()->pings;
        QCOMPARE(first.size(), 4);                         // at 0, 20, 40 and 60 s
        QVERIFY(second.size() == 4 || second.size() == 5); // at 0 s, and then at another phase
        QVERIFY(rig.scheduler.next() != rig.clock.now() + 20s);
    }

    void slowIsWhatThePeersOwnPastCallsSo()
    {
        ConnectionSettings settings = ConnectionRig::settingsFor(20s, 20s);
        settings.keepalive.slowIsAuto = true;
        ConnectionRig rig(settings);
        ScriptedWire &wire = rig.open();
        const auto answerAfter = [&](nanoseconds rtt) {
            rig.advance(20s - rig.clock.now().time_since_epoch() % 20s); // the next ping
            rig.advance(rtt);
            wire.answerLast();
        };
        for (int i = 0; i < 30; ++i)
            answerAfter(200ms);
        const std::vector<SlowLimitLearned> limits = rig.sink.all<SlowLimitLearned>();
        QCOMPARE(limits.size(), std::size_t(1));
        QVERIFY(limits.front().limit >= 400ms && limits.front().limit <= 480ms);
        answerAfter(390ms);
        QCOMPARE(rig.sink.samples.back().outcome, PingOutcome::Answered);
        answerAfter(500ms);
        QCOMPARE(rig.sink.samples.back().outcome, PingOutcome::Slow);

        settings.keepalive.slowIsAuto = false;
        settings.keepalive.slowAfter.reset();
        rig.connection.setSettings(settings);
        answerAfter(5s);
        QCOMPARE(rig.sink.samples.back().outcome, PingOutcome::Answered);
    }

    void endOfTheProgramIsNamed()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        rig.connection.close({quint16(1001), {}}, true);
        QCOMPARE(*wire.closeSent->code, quint16(1001));
        wire.end(Cause::Eof);
        QCOMPARE(rig.lastVerdict().cause, Cause::LocalClose);
        QCOMPARE(rig.lastVerdict().initiator, Initiator::Local);
        QCOMPARE(rig.connection.state(), ConnectionState::Closed);
    }

    void floodOfStrayPongsIsReportedOnceInAWhile()
    {
        ConnectionRig rig;
        ScriptedWire &wire = rig.open();
        for (int i = 0; i < 10'000; ++i)
            wire.pong("flood");
        rig.advance(1s);
        const auto reports = rig.sink.all<StrayPongs>();
        QVERIFY(reports.size() <= 2);
        QCOMPARE(reports.back().unsolicited, quint64(10'000));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
