// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "engine/diagnosis/phrases.h"
#include "tests/support/honesttest.h"

#include <QLocale>
#include <QTest>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Pongwatch::Verdict)

namespace
{

Verdict openedAnd(Cause cause, nanoseconds age = seconds(63), std::optional<nanoseconds> silence = seconds(2))
{
    Verdict verdict;
    verdict.cause = cause;
    verdict.age = age;
    verdict.sinceLastReceived = silence;
    return verdict;
}

Verdict closedByPeer(std::optional<quint16> code, const QString &reason = {})
{
    Verdict verdict = openedAnd(Cause::PeerClose);
    verdict.received = CloseFrame{code, reason};
    return verdict;
}

Verdict noPong(Evidence evidence, const TcpSnapshot &tcp, quint32 pings = 3)
{
    Verdict verdict = openedAnd(Cause::KeepaliveTimeout, seconds(63), seconds(20));
    verdict.evidence = evidence;
    verdict.tcp = tcp;
    verdict.waited = seconds(20);
    verdict.pingsUnanswered = pings;
    return verdict;
}

Verdict dialed(Cause cause, DialPhase phase, const char *detail = "")
{
    Verdict verdict;
    verdict.cause = cause;
    verdict.phase = phase;
    verdict.detail = QString::fromUtf8(detail);
    return verdict;
}

Verdict rejected(int status, bool final = false)
{
    Verdict verdict = dialed(Cause::HandshakeRejected, DialPhase::Upgrade);
    verdict.httpStatus = status;
    verdict.final = final;
    return verdict;
}

Verdict notOpenIn(DialPhase phase)
{
    Verdict verdict = dialed(Cause::OpenTimeout, phase);
    verdict.waited = seconds(10);
    return verdict;
}

Verdict closedHere(std::optional<CloseFrame> sent, std::optional<CloseFrame> received = std::nullopt)
{
    Verdict verdict = openedAnd(Cause::LocalClose);
    verdict.sent = std::move(sent);
    verdict.received = std::move(received);
    return verdict;
}

} // namespace

class TestExplanation : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        QLocale::setDefault(QLocale::c());
    }

    void sentence_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QStringList>("mustSay");
        QTest::addColumn<QString>("title");

        const auto row = [](const char *name, const Verdict &verdict, const QStringList &mustSay,
                            const char *title) {
            QTest::newRow(name) << verdict << mustSay << QString::fromUtf8(title);
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };

        row("closed here", closedHere(CloseFrame{1000, {}}, CloseFrame{1000, {}}),
            {s("this side"), s("63 s"), s("1000 (normal)")}, "Closed here");
        row("the program ended", closedHere(CloseFrame{1001, {}}, CloseFrame{1001, {}}),
            {s("63 s"), s("program ended")}, "Closed here: program ended");
        row("closed here with a code", closedHere(CloseFrame{4000, {}}, CloseFrame{4000, {}}), {s("4000")},
            "Closed here: 4000 private code");
        row("closed here, no answer", closedHere(CloseFrame{1000, {}}),
            {s("did not answer with a Close frame")}, "Closed here");
        row("dial given up", dialed(Cause::LocalClose, DialPhase::Tcp), {s("given up on this side")},
            "Dial given up here");

        row("1000", closedByPeer(1000), {s("peer closed after 63 s"), s("1000 (normal)"), s("clean")},
            "Peer closed: 1000 normal");
        row("1001", closedByPeer(1001, s("bye")), {s("1001 (going away)"), s("“bye”"), s("random delay")},
            "Peer closed: 1001 going away");
        row("1008", closedByPeer(1008),
            {s("1008 (policy violation)"), s("rate limit"), s("retry in a tight loop")},
            "Peer closed: 1008 policy violation");
        row("1011", closedByPeer(1011, s("oops")), {s("1011 (internal error)"), s("exception in its log")},
            "Peer closed: 1011 internal error");
        row("1011 for keepalive", closedByPeer(1011, s("keepalive ping timeout")),
            {s("missed this side's pong"), s("look at this side"), s("“keepalive ping timeout”")},
            "Peer closed: 1011 internal error");
        row("1012", closedByPeer(1012, s("deploy")), {s("1012 (restart)"), s("“deploy”"), s("back soon")},
            "Peer closed: 1012 restart");
        row("1013", closedByPeer(1013), {s("1013 (try again later)"), s("wait longer")},
            "Peer closed: 1013 try again later");
        row("1014", closedByPeer(1014), {s("1014 (bad gateway)"), s("behind it is down")},
            "Peer closed: 1014 bad gateway");
        row("4001", closedByPeer(4001, s("session expired")),
            {s("4001 (private code)"), s("“session expired”")}, "Peer closed: 4001 private code");
        row("empty Close frame", closedByPeer(std::nullopt),
            {s("empty Close frame"), s("63 s"), s("withheld")}, "Peer closed without a code");

        row("peer silent", noPong(Evidence::PeerSilent, {}),
            {s("The server's TCP stack acknowledged 3 pings, but no pong came for 20 s: the process or a "
               "proxy in "
               "front of it hangs.")},
            "No pong for 20 s: peer silent");
        row("peer silent, one ping", noPong(Evidence::PeerSilent, {}, 1),
            {s("acknowledged the ping, but no pong came for 20 s")}, "No pong for 20 s: peer silent");
        row("peer that is silent, with a newer ping on its way",
            noPong(Evidence::PeerSilent, {.unacked = 1, .unsentBytes = 22, .sinceLastAck = seconds(1)}),
            {s("TCP stack acknowledged"), s("20 s")}, "No pong for 20 s: peer silent");
        row("peer that stopped reading",
            noPong(Evidence::PeerSilent, {.unsentBytes = 4096, .sinceLastAck = seconds(1)}),
            {s("stopped reading"), s("4096 bytes"), s("20 s")}, "No pong for 20 s: peer silent");
        row(
            "peer that sends but does not answer",
            [] {
                Verdict verdict = noPong(Evidence::PeerSilent, {});
                verdict.sinceLastReceived = milliseconds(40);
                return verdict;
            }(),
            {s("goes on sending"), s("40 ms"), s("does not answer pings")}, "No pong for 20 s: peer silent");
        row(
            "peer that answers with other payloads",
            [] {
                Verdict verdict = noPong(Evidence::PeerSilent, {});
                verdict.foreignPongs = 3;
                return verdict;
            }(),
            {s("answers pings, but wrongly: 3 pongs came with other payloads"), s("20 s"), s("5.5.3")},
            "No right pong for 20 s");
        row(
            "peer that answered one ping with another payload",
            [] {
                Verdict verdict = noPong(Evidence::PeerSilent, {}, 1);
                verdict.foreignPongs = 1;
                return verdict;
            }(),
            {s("a pong came with another payload than its ping had, or with none"), s("20 s")},
            "No right pong for 20 s");
        row(
            "peer that sends pongs as it pleases",
            [] {
                Verdict verdict = noPong(Evidence::PeerSilent, {});
                verdict.foreignPongs = 3;
                verdict.unsolicitedPongs = 7;
                return verdict;
            }(),
            {s("of its own accord"), s("20 s")}, "No pong for 20 s: peer silent");
        row(
            "peer that answers when it is too late",
            [] {
                Verdict verdict = noPong(Evidence::PeerSilent, {}, 1);
                verdict.lateAnswer = seconds(26);
                return verdict;
            }(),
            {s("acknowledged the ping"), s("Its pong came after 26 s"), s("slow, not gone")},
            "No pong for 20 s: peer silent");
        row("path silent", noPong(Evidence::PathSilent, {.unacked = 2, .retransmits = 3}),
            {s("network to the peer is silent"), s("2 segments"), s("3 retransmissions"), s("20 s"),
             s("firewalls")},
            "No pong for 20 s: path silent");
        row("path silent, one of each", noPong(Evidence::PathSilent, {.unacked = 1, .retransmits = 1}),
            {s("one segment is"), s("a retransmission")}, "No pong for 20 s: path silent");
        row("no evidence", noPong(Evidence::Unknown, {}),
            {s("3 pings are unanswered"), s("20 s"), s("can't be told")}, "No pong for 20 s");

        row("eof", openedAnd(Cause::Eof),
            {s("without a Close frame after 63 s, 2 s after the last byte"), s("proxy")},
            "Ended without Close after 63 s");
        row("eof at an idle limit", openedAnd(Cause::Eof, milliseconds(60400), milliseconds(60300)),
            {s("looks like an idle timeout of a proxy or load balancer of 60 s; ping more often than that")},
            "Ended without Close after 60 s");
        const auto silentThroughout = [](nanoseconds age, quint32 alike) {
            Verdict verdict = openedAnd(Cause::Eof, age, age);
            verdict.similarEnds = alike;
            verdict.endsCompared = 2;
            return verdict;
        };
        row("eof at the same silence again", silentThroughout(seconds(17), 2),
            {s("whenever nothing comes in for 17 s: an idle timeout")}, "Ended without Close after 17 s");
        row("eof at a silence for the first time", silentThroughout(seconds(17), 1),
            {s("look into their logs")}, "Ended without Close after 17 s");
        row("accepted and dropped again", silentThroughout(milliseconds(200), 2), {s("look into their logs")},
            "Ended without Close after 200 ms");
        const auto limited = [](ConnectionLimit limit, nanoseconds age) {
            Verdict verdict = openedAnd(Cause::Eof, age, seconds(1));
            verdict.limit = limit;
            return verdict;
        };
        row("an idle limit that pings reset",
            limited({LimitKind::Idle, seconds(45), false, true}, seconds(200)),
            {s("whenever nothing comes in for 45 s"), s("An answered ping resets it")},
            "Ended without Close after 3 min 20 s");
        row("a limit that counts messages", limited({LimitKind::DataIdle, seconds(45)}, seconds(200)),
            {s("no message has passed for 45 s"), s("counts messages only")},
            "Ended without Close after 3 min 20 s");
        row("a limit of age", limited({LimitKind::Age, seconds(7200)}, seconds(7200)),
            {s("at the age of 2 h"), s("limit on the age"), s("Nothing that is sent puts it off")},
            "Ended without Close after 2 h");
        row("a limit of age, or of silence in data",
            limited({LimitKind::AgeOrDataIdle, seconds(600)}, seconds(600)),
            {s("at the age of 10 min"), s("idle timeout that counts messages only"),
             s("Pings don't put it off")},
            "Ended without Close after 10 min");
        row("an early one", limited({LimitKind::AgeOrDataIdle, seconds(10)}, seconds(10)),
            {s("at the age of 10 s"), s("a login")}, "Ended without Close after 10 s");
        row(
            "a gateway that closes politely",
            [] {
                Verdict verdict = closedByPeer(1001, QStringLiteral("Going away"));
                verdict.age = seconds(7200);
                verdict.limit = ConnectionLimit{LimitKind::Age, seconds(7200), true, false};
                return verdict;
            }(),
            {s("closed after 2 h with 1001"), s("“Going away”"), s("limit on the age")},
            "Peer closed: 1001 going away");
        row("eof in the upgrade", dialed(Cause::Eof, DialPhase::Upgrade),
            {s("before the server answered the WebSocket upgrade")}, "Ended before it was open");
        row("reset", openedAnd(Cause::Reset),
            {s("reset after 63 s"), s("crashed or was killed"), s("firewall")}, "Reset after 63 s");
        row("reset in TLS", dialed(Cause::Reset, DialPhase::Tls), {s("reset within the TLS handshake")},
            "Reset before it was open");
        row("dns", dialed(Cause::Dns, DialPhase::Dns, "Host not found"),
            {s("host name"), s("“Host not found”")}, "Host name not resolved");
        row("refused", dialed(Cause::Refused, DialPhase::Tcp), {s("refused"), s("nothing listens")},
            "Connection refused");
        row("unreachable", dialed(Cause::Unreachable, DialPhase::Tcp, "Network unreachable"),
            {s("can't be reached"), s("“Network unreachable”")}, "Unreachable");

        row("expired", dialed(Cause::Tls, DialPhase::Tls, "The certificate has expired"), {s("renewed")},
            "TLS: certificate expired");
        row("wrong host",
            dialed(Cause::Tls, DialPhase::Tls,
                   "The host name did not match any of the valid hosts for this certificate"),
            {s("for another host name")}, "TLS: certificate for another host");
        row("self-signed",
            dialed(Cause::Tls, DialPhase::Tls, "The certificate is self-signed, and untrusted"),
            {s("self-signed"), s("CA")}, "TLS: certificate self-signed");
        row("issuer",
            dialed(Cause::Tls, DialPhase::Tls,
                   "The issuer certificate of a locally looked up certificate could not be found"),
            {s("issuer"), s("not trusted")}, "TLS: issuer not trusted");
        row("protocol version",
            dialed(Cause::Tls, DialPhase::Tls, "error:0A00042E:SSL routines::tlsv1 alert protocol version"),
            {s("no version of TLS")}, "TLS: no common protocol version");
        row("no TLS there",
            dialed(Cause::Tls, DialPhase::Tls, "error:0A00010B:SSL routines::wrong version number"),
            {s("does not speak TLS")}, "TLS: the server does not speak it");

        row("401", rejected(401, true), {s("HTTP status 401"), s("credentials"), s("not be dialled again")},
            "Handshake rejected: HTTP 401");
        row("403", rejected(403, true), {s("403"), s("refuses this client")}, "Handshake rejected: HTTP 403");
        row("404", rejected(404, true), {s("404"), s("check the URL")}, "Handshake rejected: HTTP 404");
        row("429", rejected(429, true), {s("429"), s("dial less often")}, "Handshake rejected: HTTP 429");
        row("503", rejected(503), {s("503"), s("overloaded"), s("Another dial may help")},
            "Handshake rejected: HTTP 503");
        row("599", rejected(599), {s("599"), s("server's side")}, "Handshake rejected: HTTP 599");
        row("302", rejected(302, true), {s("302"), s("elsewhere")}, "Handshake rejected: HTTP 302");
        row("200", rejected(200, true), {s("200"), s("web page")}, "Handshake rejected: HTTP 200");
        row("wrong accept key",
            dialed(Cause::HandshakeInvalid, DialPhase::Upgrade, "Sec-WebSocket-Accept does not match"),
            {s("not that of a WebSocket server"), s("“Sec-WebSocket-Accept does not match”")},
            "Invalid answer to the handshake");

        row("open timeout in DNS", notOpenIn(DialPhase::Dns), {s("10 s"), s("looked up")},
            "Not open after 10 s: name lookup");
        row("open timeout in TCP", notOpenIn(DialPhase::Tcp), {s("10 s"), s("nothing answered")},
            "Not open after 10 s: TCP");
        row("open timeout at the proxy", notOpenIn(DialPhase::Proxy), {s("10 s"), s("proxy")},
            "Not open after 10 s: proxy");
        row("open timeout in TLS", notOpenIn(DialPhase::Tls), {s("10 s"), s("TLS handshake")},
            "Not open after 10 s: TLS");
        row("open timeout in the upgrade", notOpenIn(DialPhase::Upgrade),
            {s("10 s"), s("never answered the WebSocket upgrade")}, "Not open after 10 s: upgrade");

        row(
            "protocol error",
            [] {
                Verdict verdict = openedAnd(Cause::ProtocolError);
                verdict.detail = QStringLiteral("reserved bits set");
                return verdict;
            }(),
            {s("breaks the WebSocket protocol"), s("1002"), s("“reserved bits set”")},
            "Protocol error of the peer");
        row("message too big", openedAnd(Cause::MessageTooBig), {s("size limit"), s("1009")},
            "Message too big");
        row("proxy", dialed(Cause::Proxy, DialPhase::Proxy, "407 Proxy Authentication Required"),
            {s("proxy"), s("407")}, "Proxy failed");
        row("network error", openedAnd(Cause::NetworkError), {s("failed after 63 s")}, "Network error");
        row("route lost while open", openedAnd(Cause::Unreachable),
            {s("lost its route to the peer after 63 s")}, "Unreachable");
    }

    void sentence()
    {
        QFETCH(Verdict, verdict);
        QFETCH(QStringList, mustSay);
        QFETCH(QString, title);

        const QString text = explain(verdict);
        for (const QString &part : mustSay)
            QVERIFY2(text.contains(part), qPrintable(QStringLiteral("“%1” lacks “%2”").arg(text, part)));
        QVERIFY2(text.endsWith(u'.') || text.endsWith(u'?'), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("  ")), qPrintable(text));
        QVERIFY2(text.size() <= 400, qPrintable(text));
        QCOMPARE(shortTitle(verdict), title);
        QVERIFY(title.size() <= 40);
    }

    void everyCauseHasItsOwnSentence()
    {
        QStringList seen;
        for (int cause = 0; cause <= static_cast<int>(Cause::NetworkError); ++cause) {
            const QString text = explain(dialed(static_cast<Cause>(cause), DialPhase::Upgrade));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen += text;
        }
    }

    void repeatedEndsAreSaid()
    {
        Verdict verdict = noPong(Evidence::PeerSilent, {});
        verdict.similarEnds = 2;
        verdict.endsCompared = 2;
        QCOMPARE(explain(verdict),
                 QStringLiteral(
                     "The server's TCP stack acknowledged 3 pings, but no pong came for 20 s: the process "
                     "or a proxy in front of it hangs. 2 of the last 2 ends looked like this."));
        verdict.similarEnds = 1;
        QVERIFY(!explain(verdict).contains(QStringLiteral("looked like this")));
    }

    void wakingFromSuspendIsSaid()
    {
        Verdict verdict = openedAnd(Cause::Reset);
        verdict.sinceResume = seconds(3);
        QVERIFY(explain(verdict).contains(QStringLiteral("woken from suspend 3 s before")));
        verdict.programStood = true;
        QVERIFY(
            explain(verdict).contains(QStringLiteral("Pongwatch itself had been stopped until 3 s before")));
        verdict.sinceResume = seconds(3600);
        QVERIFY(!explain(verdict).contains(QStringLiteral("suspend")));
    }

    void foreignTextIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("foreign");
        QTest::addColumn<QString>("shown");

        const QString replaced(QChar::ReplacementCharacter);
        QTest::newRow("plain") << QStringLiteral("deploy") << QStringLiteral("deploy");
        QTest::newRow("markup stays text") << QStringLiteral("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("place markers stay text") << QStringLiteral("%1 %2 %n") << QStringLiteral("%1 %2 %n");
        QTest::newRow("a line break") << QStringLiteral("a\nb") << QStringLiteral("a b");
        QTest::newRow("an escape sequence")
            << QString(QChar(0x1b) + QStringLiteral("[31m")) << QString(replaced + QStringLiteral("[31m"));
        QTest::newRow("right-to-left override")
            << QString(u'a' + QChar(0x202e) + u'b') << QString(u'a' + replaced + u'b');
        QTest::newRow("isolate") << QString(u'a' + QChar(0x2066) + u'b') << QString(u'a' + replaced + u'b');
        QTest::newRow("paragraph separator") << QString(u'a' + QChar(0x2029) + u'b') << QStringLiteral("a b");
        QTest::newRow("an invisible tag beyond the basic plane")
            << QStringLiteral("a\U000E0041b") << QString(u'a' + replaced + u'b');
        QTest::newRow("half a surrogate pair")
            << QString(u'a' + QChar(0xd83d) + u'b') << QString(u'a' + replaced + u'b');
        QTest::newRow("a whole surrogate pair")
            << QString::fromUtf8("a\xf0\x9f\x98\x80") << QString::fromUtf8("a\xf0\x9f\x98\x80");
        QTest::newRow("exactly as long as may be") << QString(120, u'x') << QString(120, u'x');
        QTest::newRow("too long") << QString(5000, u'x') << QString(QString(119, u'x') + QChar(0x2026));
        QTest::newRow("too long, cut within a pair")
            << QString(QString(118, u'x') + QString::fromUtf8("\xf0\x9f\x98\x80") + u'y')
            << QString(QString(118, u'x') + QChar(0x2026));
    }

    void foreignTextIsMadeHarmless()
    {
        QFETCH(QString, foreign);
        QFETCH(QString, shown);
        QCOMPARE(harmless(foreign), shown);
        QVERIFY(explain(closedByPeer(4001, foreign))
                    .contains(QStringLiteral("Its reason: “%1”.").replace(QStringLiteral("%1"), shown)));
        QVERIFY(!shortTitle(closedByPeer(4001, foreign)).contains(shown));
    }

    void numbersFollowTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(spokenDuration(milliseconds(2500)), QStringLiteral("2,5 s"));
        const QString text =
            explain(noPong(Evidence::PeerSilent, {.unsentBytes = 1234567, .sinceLastAck = seconds(1)}));
        QVERIFY2(text.contains(QStringLiteral("1.234.567 bytes")), qPrintable(text));
    }

    void everyCodeHasAName_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("name");
        QTest::newRow("1012") << 1012 << QStringLiteral("restart");
        QTest::newRow("registered") << 3500 << QStringLiteral("registered code");
        QTest::newRow("private") << 4999 << QStringLiteral("private code");
        QTest::newRow("outside every range") << 5000 << QStringLiteral("unknown code");
        QTest::newRow("reserved") << 1004 << QStringLiteral("unknown code");
    }

    void everyCodeHasAName()
    {
        QFETCH(int, code);
        QFETCH(QString, name);
        QCOMPARE(closeCodeName(static_cast<quint16>(code)), name);
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
