// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/diagnosis.h"
#include "engine/diagnosis/dialprospect.h"
#include "engine/diagnosis/retryafter.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <array>
#include <vector>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Pongwatch::TransportEnd)
Q_DECLARE_METATYPE(Pongwatch::ProxyFault)
Q_DECLARE_METATYPE(std::optional<int>)

Q_DECLARE_METATYPE(Pongwatch::CloseFacts)
Q_DECLARE_METATYPE(Pongwatch::TcpSnapshot)
Q_DECLARE_METATYPE(Pongwatch::EndPattern)

namespace
{

CloseFrame frame(quint16 code, const char *reason = "")
{
    return CloseFrame{code, QString::fromUtf8(reason)};
}

TransportEnd endOf(Cause cause, DialPhase phase = DialPhase::Open)
{
    TransportEnd end;
    end.cause = cause;
    end.phase = phase;
    return end;
}

/// The facts about a connection that was open for a minute and that this side ended.
CloseFacts endedHere(LocalAct act, std::optional<CloseFrame> sent)
{
    CloseFacts facts;
    facts.localAct = act;
    facts.sent = std::move(sent);
    facts.open = OpenFacts{.age = seconds(60), .sinceLastReceived = seconds(2)};
    return facts;
}

CloseFacts endedOutside(Cause cause, DialPhase phase = DialPhase::Open)
{
    CloseFacts facts;
    facts.end = endOf(cause, phase);
    if (phase == DialPhase::Open)
        facts.open = OpenFacts{.age = seconds(60), .sinceLastReceived = seconds(0)};
    return facts;
}

CloseFacts closedByPeer(const CloseFrame &received)
{
    CloseFacts facts = endedOutside(Cause::Eof);
    facts.received = received;
    facts.receivedFirst = true;
    return facts;
}

} // namespace

class TestDiagnosis : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void causeInitiatorAndCode_data()
    {
        QTest::addColumn<CloseFacts>("facts");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("initiator");
        QTest::addColumn<int>("closeCode");

        const auto row = [](const char *name, const CloseFacts &facts, const char *cause,
                            const char *initiator, int closeCode) {
            QTest::newRow(name) << facts << QString::fromLatin1(cause) << QString::fromLatin1(initiator)
                                << closeCode;
        };

        row(
            "the user closed and the peer answered",
            [] {
                CloseFacts facts = endedHere(LocalAct::User, frame(1000));
                facts.received = frame(1000);
                facts.end = endOf(Cause::Eof);
                return facts;
            }(),
            "local-close", "local", 1000);
        row("the user closed and the peer never answered", endedHere(LocalAct::User, frame(1000)),
            "local-close", "local", 1006);
        row("the program ended", endedHere(LocalAct::ProgramEnd, frame(1001)), "local-close", "local", 1006);
        row(
            "the user gave up a dial",
            [] {
                CloseFacts facts;
                facts.localAct = LocalAct::User;
                facts.phase = DialPhase::Tcp;
                return facts;
            }(),
            "local-close", "local", 1006);
        row(
            "the user closed and the peer reset",
            [] {
                CloseFacts facts = endedHere(LocalAct::User, frame(1000));
                facts.end = endOf(Cause::Reset);
                return facts;
            }(),
            "local-close", "local", 1006);

        row(
            "both sides closed, this one first",
            [] {
                CloseFacts facts = endedHere(LocalAct::User, frame(1000));
                facts.received = frame(1012);
                facts.end = endOf(Cause::Eof);
                return facts;
            }(),
            "local-close", "local", 1012);
        row(
            "both sides closed, the peer first",
            [] {
                CloseFacts facts = endedHere(LocalAct::User, frame(1000));
                facts.received = frame(1012);
                facts.receivedFirst = true;
                facts.end = endOf(Cause::Eof);
                return facts;
            }(),
            "peer-close", "peer", 1012);

        for (const quint16 code : {1000, 1001, 1008, 1011, 1012, 1013, 1014, 4001}) {
            row(qPrintable(QStringLiteral("the peer closed with %1").arg(code)), closedByPeer(frame(code)),
                "peer-close", "peer", code);
        }
        row("the peer closed with an empty frame", closedByPeer(CloseFrame{}), "peer-close", "peer", 1005);
        row(
            "the peer closed and then kept the connection",
            [] {
                CloseFacts facts = closedByPeer(frame(1001));
                facts.end.reset();
                return facts;
            }(),
            "peer-close", "peer", 1001);

        row("no pong, and nothing came after our Close",
            endedHere(LocalAct::KeepaliveTimeout, frame(1011, "keepalive ping timeout")), "keepalive-timeout",
            "local", 1006);
        row(
            "no pong, but the peer answered our Close",
            [] {
                CloseFacts facts =
                    endedHere(LocalAct::KeepaliveTimeout, frame(1011, "keepalive ping timeout"));
                facts.received = frame(1011);
                facts.end = endOf(Cause::Eof);
                return facts;
            }(),
            "keepalive-timeout", "local", 1011);

        row("FIN", endedOutside(Cause::Eof), "eof", "peer", 1006);
        row("RST", endedOutside(Cause::Reset), "reset", "unknown", 1006);
        row("name not found", endedOutside(Cause::Dns, DialPhase::Dns), "dns", "network", 1006);
        row("refused", endedOutside(Cause::Refused, DialPhase::Tcp), "refused", "peer", 1006);
        row("no route", endedOutside(Cause::Unreachable, DialPhase::Tcp), "unreachable", "network", 1006);
        row("certificate refused here", endedOutside(Cause::Tls, DialPhase::Tls), "tls", "local", 1015);
        row(
            "TLS alert from the server",
            [] {
                CloseFacts facts = endedOutside(Cause::Tls, DialPhase::Tls);
                facts.end->detail = QStringLiteral("SSL routines::tlsv1 alert protocol version");
                return facts;
            }(),
            "tls", "peer", 1015);
        row("HTTP status", endedOutside(Cause::HandshakeRejected, DialPhase::Upgrade), "handshake-rejected",
            "peer", 1006);
        row("wrong accept key", endedOutside(Cause::HandshakeInvalid, DialPhase::Upgrade),
            "handshake-invalid", "local", 1006);
        row(
            "the dial took too long",
            [] {
                CloseFacts facts;
                facts.localAct = LocalAct::OpenTimeout;
                facts.phase = DialPhase::Upgrade;
                return facts;
            }(),
            "open-timeout", "local", 1006);
        row(
            "a frame that breaks the protocol",
            [] {
                CloseFacts facts = endedOutside(Cause::ProtocolError);
                facts.end->sent = frame(1002);
                return facts;
            }(),
            "protocol-error", "local", 1006);
        row(
            "a frame that breaks the protocol, and the peer answered our Close",
            [] {
                CloseFacts facts = endedOutside(Cause::ProtocolError);
                facts.end->sent = frame(1002);
                facts.received = frame(1002);
                return facts;
            }(),
            "protocol-error", "local", 1002);
        row(
            "a message over the limit",
            [] {
                CloseFacts facts = endedOutside(Cause::MessageTooBig);
                facts.end->sent = frame(1009);
                return facts;
            }(),
            "message-too-big", "local", 1006);
        row("the proxy refused", endedOutside(Cause::Proxy, DialPhase::Proxy), "proxy", "network", 1006);
        row("anything else", endedOutside(Cause::NetworkError), "network-error", "network", 1006);
    }

    void causeInitiatorAndCode()
    {
        QFETCH(CloseFacts, facts);
        QFETCH(QString, cause);
        QFETCH(QString, initiator);
        QFETCH(int, closeCode);

        const Verdict verdict = diagnose(facts);
        QCOMPARE(QString(toWord(verdict.cause)), cause);
        QCOMPARE(QString(toWord(verdict.initiator)), initiator);
        QCOMPARE(int(verdict.closeCode), closeCode);
        QCOMPARE(verdict.received, facts.received);
        QCOMPARE(verdict.age, facts.open ? facts.open->age : nanoseconds(0));
    }

    void sentFrameIsOursTheTransportsOrTheEcho()
    {
        QCOMPARE(diagnose(endedHere(LocalAct::User, frame(1000, "bye"))).sent, frame(1000, "bye"));

        CloseFacts broken = endedOutside(Cause::ProtocolError);
        broken.end->sent = frame(1002, "reserved bit");
        QCOMPARE(diagnose(broken).sent, frame(1002, "reserved bit"));

        QCOMPARE(diagnose(closedByPeer(frame(1012, "deploy"))).sent, frame(1012));
        QCOMPARE(diagnose(closedByPeer(CloseFrame{})).sent, CloseFrame{});
        QVERIFY(!diagnose(endedOutside(Cause::Eof)).sent);
    }

    void finalWhenTheConnectionSaysSo()
    {
        CloseFacts facts = endedOutside(Cause::HandshakeRejected, DialPhase::Upgrade);
        facts.end->mayRetry = false; // a library's rule: whether it applies is up to the settings
        QVERIFY(!diagnose(facts).final);
        facts.final = true;
        QVERIFY(diagnose(facts).final);
    }

    void lastingEnds_data()
    {
        QTest::addColumn<TransportEnd>("end");
        QTest::addColumn<ProxyFault>("proxyFault");
        QTest::addColumn<bool>("lasting");
        const auto status = [](int code) {
            TransportEnd end;
            end.cause = Cause::HandshakeRejected;
            end.httpStatus = code;
            return end;
        };
        for (const int code : {200, 204, 302, 400, 401, 403, 404, 405, 407, 410, 418, 421, 426, 431, 451})
            QTest::addRow("HTTP %d", code) << status(code) << ProxyFault::None << true;
        for (const int code : {408, 425, 429, 500, 501, 502, 503, 504, 507, 520, 522, 525, 530, 599})
            QTest::addRow("HTTP %d", code) << status(code) << ProxyFault::None << false;
        const auto cause = [](Cause which, std::optional<TlsFault> fault = {}) {
            TransportEnd end;
            end.cause = which;
            if (fault)
                end.tls = TlsFailure{*fault, false, {}, false, false};
            return end;
        };
        QTest::newRow("expired") << cause(Cause::Tls, TlsFault::Expired) << ProxyFault::None << true;
        QTest::newRow("TLS that tells no reason") << cause(Cause::Tls) << ProxyFault::None << true;
        QTest::newRow("an error in the server's TLS")
            << cause(Cause::Tls, TlsFault::PeerFailed) << ProxyFault::None << false;
        QTest::newRow("a wrong accept key") << cause(Cause::HandshakeInvalid) << ProxyFault::None << true;
        QTest::newRow("no such name") << cause(Cause::Dns) << ProxyFault::None << false;
        QTest::newRow("refused") << cause(Cause::Refused) << ProxyFault::None << false;
        QTest::newRow("cut") << cause(Cause::Eof) << ProxyFault::None << false;
        QTest::newRow("407 of a proxy") << cause(Cause::Proxy) << ProxyFault::WantsLogin << true;
        QTest::newRow("a kind of proxy that is not known")
            << cause(Cause::Proxy) << ProxyFault::NotSupported << true;
        QTest::newRow("refused beyond a proxy") << cause(Cause::Proxy) << ProxyFault::TargetRefused << false;
        QTest::newRow("a proxy that is down") << cause(Cause::Proxy) << ProxyFault::NotReached << false;
    }

    void lastingEnds()
    {
        QFETCH(TransportEnd, end);
        QFETCH(ProxyFault, proxyFault);
        DialStory story;
        if (proxyFault != ProxyFault::None)
            story.proxy = ProxyUse{{}, ProxySource::Profile, {}, proxyFault, {}, {}};
        QTEST(looksLasting(end, story), "lasting");
    }

    void retryAfter_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("date");
        QTest::addColumn<std::optional<int>>("waits");
        const QString until = QStringLiteral("Sun, 22 Nov 2026 03:02:00 GMT");
        QTest::newRow("seconds") << QStringLiteral("120") << QString() << std::optional(120);
        QTest::newRow("none") << QString() << QString() << std::optional<int>();
        QTest::newRow("zero") << QStringLiteral("0") << QString() << std::optional(0);
        QTest::newRow("more than can be counted")
            << QStringLiteral("99999999999999999999") << QString() << std::optional(1'000'000'000);
        QTest::newRow("a negative number") << QStringLiteral("-5") << QString() << std::optional<int>();
        QTest::newRow("a fraction") << QStringLiteral("1.5") << QString() << std::optional<int>();
        QTest::newRow("words") << QStringLiteral("soon") << QString() << std::optional<int>();
        QTest::newRow("a date, by this side's clock") << until << QString() << std::optional(120);
        QTest::newRow("a date, by the server's clock")
            << until << QStringLiteral("Sun, 22 Nov 2026 03:01:30 GMT") << std::optional(30);
        const QString answered = QStringLiteral("Sun, 22 Nov 2026 03:01:30 GMT");
        const auto dated = [&answered](const char *name, const char *value, std::optional<int> waits) {
            QTest::newRow(name) << QString::fromUtf8(value) << answered << waits;
        };
        dated("RFC 850", "Sunday, 22-Nov-26 03:02:00 GMT", 30);
        dated("RFC 850 with a short day", "Sun, 22-Nov-26 03:02:00 GMT", 30);
        dated("RFC 850 with a long year, as cookies have it", "Sun, 22-Nov-2026 03:02:00 GMT", 30);
        dated("RFC 850 of the past century", "Sunday, 06-Nov-94 08:49:37 GMT", 0);
        dated("RFC 850 50 years ahead", "Sunday, 22-Nov-76 03:02:00 GMT", 1'000'000'000);
        dated("asctime", "Sun Nov 22 03:02:00 2026", 30);
        dated("asctime, a day of one digit", "Sun Dec  6 03:01:30 2026", 14 * 86400);
        dated("UTC in place of GMT", "Sun, 22 Nov 2026 03:02:00 UTC", 30);
        dated("the wrong day of the week", "Mon, 22 Nov 2026 03:02:00 GMT", 30);
        dated("a leap second", "Sun, 22 Nov 2026 03:01:60 GMT", 29);
        dated("ISO 8601", "2026-11-22T03:02:00Z", 30);
        dated("ISO 8601 with a zone", "2026-11-22T04:02:00+01:00", 30);
        dated("ISO 8601 without a zone", "2026-11-22T03:02:00", {});
        dated("a zone that HTTP has not", "Sun, 22 Nov 2026 03:02:00 PST", {});
        dated("no such day", "Sun, 31 Nov 2026 03:02:00 GMT", {});
        dated("no such hour", "Sun, 22 Nov 2026 25:02:00 GMT", {});
        dated("no such month", "Sun, 22 Nuv 2026 03:02:00 GMT", {});
        dated("half a date", "Sun, 22 Nov 2026", {});
        dated("the year 9999", "Fri, 31 Dec 9999 23:59:59 GMT", 1'000'000'000);
        dated("two numbers", "120, 120", {});
        dated("a number with its unit", "120s", {});
        dated("digits of another script", "\u0661\u0662", {});
        QTest::newRow("a Date that is none") << until << QStringLiteral("yesterday") << std::optional(120);
        QTest::newRow("a date that has passed")
            << until << QStringLiteral("Sun, 22 Nov 2026 04:00:00 GMT") << std::optional(0);
    }

    void retryAfter()
    {
        QFETCH(QString, value);
        QFETCH(QString, date);
        QFETCH(std::optional<int>, waits);
        HttpAnswer answer;
        if (!value.isEmpty())
            answer.headers.append({QStringLiteral("Retry-After"), value});
        if (!date.isEmpty())
            answer.headers.append({QStringLiteral("Date"), date});
        const WallTime now{seconds(1'795'316'400)}; // 2026-11-22T03:00:00Z
        const std::optional<nanoseconds> found = retryAfterOf(answer, now);
        QCOMPARE(found.has_value(), waits.has_value());
        if (waits)
            QCOMPARE(*found, nanoseconds(seconds(*waits)));
    }

    void phaseAndStatusAreTheTransports()
    {
        CloseFacts facts = endedOutside(Cause::HandshakeRejected, DialPhase::Upgrade);
        facts.end->httpStatus = 503;
        const Verdict verdict = diagnose(facts);
        QCOMPARE(verdict.phase, DialPhase::Upgrade);
        QCOMPARE(verdict.httpStatus, std::optional<int>(503));

        CloseFacts dropped;
        dropped.localAct = LocalAct::OpenTimeout;
        dropped.phase = DialPhase::Tls;
        dropped.waited = seconds(10);
        QCOMPARE(diagnose(dropped).phase, DialPhase::Tls);
        QCOMPARE(diagnose(dropped).waited, std::optional<nanoseconds>(seconds(10)));
    }

    void evidenceOnlyForAMissingPong()
    {
        CloseFacts facts = endedHere(LocalAct::KeepaliveTimeout, frame(1011));
        facts.waited = seconds(20);
        facts.pingsUnanswered = 3;
        facts.tcp = TcpSnapshot{.sinceLastAck = seconds(1)};
        const Verdict verdict = diagnose(facts);
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QCOMPARE(verdict.waited, std::optional<nanoseconds>(seconds(20)));
        QCOMPARE(verdict.pingsUnanswered, 3U);

        facts.tcp.reset();
        QCOMPARE(diagnose(facts).evidence, Evidence::Unknown);

        CloseFacts user = endedHere(LocalAct::User, frame(1000));
        user.tcp = TcpSnapshot{};
        user.waited = seconds(20);
        QCOMPARE(diagnose(user).evidence, Evidence::Unknown);
        QVERIFY(!diagnose(user).waited);
    }

    void evidence_data()
    {
        QTest::addColumn<TcpSnapshot>("tcp");
        QTest::addColumn<Evidence>("evidence");

        // The ping was sent 20 s ago.
        QTest::newRow("everything acknowledged")
            << TcpSnapshot{.sinceLastAck = milliseconds(19900)} << Evidence::PeerSilent;
        QTest::newRow("unacknowledged and retransmitted")
            << TcpSnapshot{.unacked = 2, .retransmits = 3, .unsentBytes = 14, .sinceLastAck = seconds(21)}
            << Evidence::PathSilent;
        QTest::newRow("unacknowledged but not yet retransmitted")
            << TcpSnapshot{.unacked = 1, .unsentBytes = 14, .sinceLastAck = seconds(21)} << Evidence::Unknown;
        QTest::newRow("a newer ping on its way, the missed one acknowledged")
            << TcpSnapshot{.unacked = 1,
                           .unsentBytes = 22,
                           .rtt = milliseconds(80),
                           .sinceLastAck = seconds(10)}
            << Evidence::PeerSilent;
        QTest::newRow("a newer ping on its way, the last acknowledgement too early to cover the missed one")
            << TcpSnapshot{.unacked = 1,
                           .unsentBytes = 22,
                           .rtt = milliseconds(80),
                           .sinceLastAck = milliseconds(19'900)}
            << Evidence::Unknown;
        QTest::newRow("retransmitted, but an acknowledgement came since the ping")
            << TcpSnapshot{.unacked = 1, .retransmits = 2, .unsentBytes = 14, .sinceLastAck = seconds(10)}
            << Evidence::Unknown;
        QTest::newRow("an old loss that was made good")
            << TcpSnapshot{.totalRetransmits = 5, .sinceLastAck = seconds(19)} << Evidence::PeerSilent;
        QTest::newRow("closed window, probes answered")
            << TcpSnapshot{.unsentBytes = 4096, .sinceLastAck = seconds(3)} << Evidence::PeerSilent;
        QTest::newRow("closed window, one probe just sent, the one before answered")
            << TcpSnapshot{.probes = 1, .unsentBytes = 4096, .sinceLastAck = seconds(3)}
            << Evidence::PeerSilent;
        QTest::newRow("closed window, probes unanswered")
            << TcpSnapshot{.probes = 4, .unsentBytes = 4096, .sinceLastAck = seconds(25)}
            << Evidence::PathSilent;
        QTest::newRow("closed window, nothing known of probes")
            << TcpSnapshot{.unsentBytes = 4096, .sinceLastAck = seconds(25)} << Evidence::Unknown;
    }

    void evidence()
    {
        QFETCH(TcpSnapshot, tcp);
        QFETCH(Evidence, evidence);
        QCOMPARE(weighEvidence(tcp, seconds(20)), evidence);
    }

    void likeness_data()
    {
        QTest::addColumn<EndPattern>("other");
        QTest::addColumn<bool>("alike");

        const EndPattern base = eofAfter(seconds(60), seconds(60));
        QTest::newRow("the same") << base << true;
        QTest::newRow("age within a tenth") << eofAfter(seconds(66), seconds(1)) << true;
        QTest::newRow("silence within a tenth") << eofAfter(seconds(500), seconds(55)) << true;
        QTest::newRow("neither age nor silence near") << eofAfter(seconds(75), seconds(5)) << false;

        EndPattern other = base;
        other.cause = Cause::Reset;
        QTest::newRow("another cause") << other << false;
        other = base;
        other.closeCode = 1001;
        QTest::newRow("another close code") << other << false;
        other = base;
        other.evidence = Evidence::PathSilent;
        QTest::newRow("other evidence") << other << false;
        other = base;
        other.phase = DialPhase::Upgrade;
        QTest::newRow("in the dial") << other << false;
        other = base;
        other.httpStatus = 503;
        QTest::newRow("another HTTP status") << other << false;
    }

    void likeness()
    {
        QFETCH(EndPattern, other);
        QFETCH(bool, alike);
        const EndPattern base = eofAfter(seconds(60), seconds(60));
        QCOMPARE(looksLike(base, other), alike);
        QCOMPARE(looksLike(other, base), alike);
    }

    void shortAgesMayDifferByASecond()
    {
        QVERIFY(
            looksLike(eofAfter(seconds(2), seconds(2)), eofAfter(milliseconds(2900), milliseconds(9000))));
        QVERIFY(
            !looksLike(eofAfter(seconds(2), seconds(2)), eofAfter(milliseconds(3100), milliseconds(9000))));
    }

    void similarEndsAreCountedWithThisOne()
    {
        const std::array earlier{eofAfter(seconds(61), seconds(60)), eofAfter(seconds(5), seconds(1)),
                                 eofAfter(seconds(59), seconds(59))};
        CloseFacts facts = endedOutside(Cause::Eof);
        facts.open->sinceLastReceived = seconds(60);
        facts.earlier = earlier;
        const Verdict verdict = diagnose(facts);
        QCOMPARE(verdict.similarEnds, 3U);
        QCOMPARE(verdict.endsCompared, 4U);

        facts.earlier = {};
        QCOMPARE(diagnose(facts).similarEnds, 1U);
        QCOMPARE(diagnose(facts).endsCompared, 1U);
    }

private:
    static EndPattern eofAfter(nanoseconds age, nanoseconds silence)
    {
        EndPattern pattern;
        pattern.cause = Cause::Eof;
        pattern.age = age;
        pattern.sinceLastReceived = silence;
        return pattern;
    }
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
