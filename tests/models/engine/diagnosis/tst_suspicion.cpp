// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Pongwatch::Verdict)

namespace
{

Verdict ended(Cause cause, DialPhase phase = DialPhase::Open)
{
    Verdict verdict;
    verdict.cause = cause;
    verdict.phase = phase;
    verdict.age = seconds(700);
    if (phase == DialPhase::Open)
        verdict.sinceLastReceived = seconds(2);
    return verdict;
}

Verdict closedByPeer(std::optional<quint16> code, const QString &reason = {})
{
    Verdict verdict = ended(Cause::PeerClose);
    verdict.received = CloseFrame{code, reason};
    return verdict;
}

Verdict noPong(Evidence evidence, quint64 foreignPongs = 0)
{
    Verdict verdict = ended(Cause::KeepaliveTimeout);
    verdict.evidence = evidence;
    verdict.foreignPongs = foreignPongs;
    return verdict;
}

Verdict rejected(int status)
{
    Verdict verdict = ended(Cause::HandshakeRejected, DialPhase::Upgrade);
    verdict.httpStatus = status;
    return verdict;
}

/// A rejection with these headers ("Name: value") and this body.
Verdict rejectedWith(int status, const QStringList &headers, const char *body, bool secure = false)
{
    Verdict verdict = rejected(status);
    verdict.secure = secure;
    HttpAnswer answer;
    answer.status = status;
    for (const QString &header : headers) {
        answer.headers.append(
            {header.section(QLatin1String(": "), 0, 0), header.section(QLatin1String(": "), 1)});
    }
    answer.body = QString::fromUtf8(body);
    verdict.answer = answer;
    return verdict;
}

Verdict throughProxy(ProxyFault fault)
{
    Verdict verdict = ended(Cause::Proxy, DialPhase::Proxy);
    verdict.proxy = ProxyUse{QStringLiteral("http://p:3128"),
                             ProxySource::Environment,
                             QStringLiteral("https_proxy"),
                             fault,
                             {},
                             {}};
    return verdict;
}

Verdict tlsFault(TlsFault fault, bool byPeer)
{
    Verdict verdict = ended(Cause::Tls, DialPhase::Tls);
    verdict.tls = TlsFailure{fault, byPeer, {}, false, false};
    return verdict;
}

Verdict tls(const char *detail)
{
    Verdict verdict = ended(Cause::Tls, DialPhase::Tls);
    verdict.detail = QString::fromUtf8(detail);
    return verdict;
}

Verdict cutAfterSilence(Cause cause, nanoseconds silence, quint32 similar = 1)
{
    Verdict verdict = ended(cause);
    verdict.sinceLastReceived = silence;
    verdict.age = silence;
    verdict.similarEnds = similar;
    return verdict;
}

Verdict afterSuspend(Verdict verdict, nanoseconds sinceResume)
{
    verdict.sinceResume = sinceResume;
    return verdict;
}

} // namespace

class TestSuspicion : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const Verdict &verdict, const char *sentence) {
            QTest::newRow(name) << verdict << QString::fromUtf8(sentence);
        };

        row("closed here", ended(Cause::LocalClose), "");
        row("closed here after suspend", afterSuspend(ended(Cause::LocalClose), seconds(2)), "");

        row("1000", closedByPeer(1000), "Points to the peer.");
        row("an empty Close frame", closedByPeer(std::nullopt), "Points to the peer.");
        row("1002", closedByPeer(1002), "Points to a proxy, perhaps to this side or the peer.");
        row("1008", closedByPeer(1008), "Points to this side.");
        row("1011", closedByPeer(1011, QStringLiteral("oops")), "Points to the peer.");
        row("1011 for this side's pong", closedByPeer(1011, QStringLiteral("keepalive ping timeout")),
            "Points to this side or the network.");
        row("1012", closedByPeer(1012), "Points to the peer.");
        row("4001", closedByPeer(4001), "Points to the peer.");

        row("path silent", noPong(Evidence::PathSilent), "Points to the network, perhaps to the peer.");
        row("peer silent", noPong(Evidence::PeerSilent), "Points to the peer, perhaps to a proxy.");
        row("silent, nobody knows where", noPong(Evidence::Unknown),
            "Points to the network or the peer, perhaps to a proxy.");
        row("pongs of somebody else", noPong(Evidence::Unknown, 3),
            "Points to the peer, perhaps to a proxy.");
        row("pongs of somebody else before the path fell silent", noPong(Evidence::PathSilent, 3),
            "Points to the network, perhaps to the peer.");

        row("FIN", ended(Cause::Eof), "Points to the peer, perhaps to a proxy.");
        row("FIN after 60 s of silence", cutAfterSilence(Cause::Eof, milliseconds(60'030)),
            "Points to a proxy, perhaps to the peer.");
        row("FIN after 7 s of silence, again", cutAfterSilence(Cause::Eof, seconds(7), 3),
            "Points to a proxy, perhaps to the peer.");
        row("FIN after 7 s of silence, once", cutAfterSilence(Cause::Eof, seconds(7)),
            "Points to the peer, perhaps to a proxy.");
        row("RST", ended(Cause::Reset), "Points to the peer, perhaps to the network or a proxy.");
        row("RST after 90 s of silence", cutAfterSilence(Cause::Reset, seconds(90)),
            "Points to a proxy, perhaps to the peer.");
        row("FIN in TLS", ended(Cause::Eof, DialPhase::Tls),
            "Points to the peer, perhaps to this side or a proxy.");
        row("RST in TLS", ended(Cause::Reset, DialPhase::Tls),
            "Points to the peer, perhaps to this side or a proxy.");
        row("FIN before the upgrade was answered", ended(Cause::Eof, DialPhase::Upgrade),
            "Points to the peer, perhaps to this side or a proxy.");
        row("RST before the upgrade was answered", ended(Cause::Reset, DialPhase::Upgrade),
            "Points to the peer, perhaps to this side or a proxy.");
        row("the proxy hangs up", ended(Cause::Eof, DialPhase::Proxy), "Points to a proxy.");

        row("RST just after suspend", afterSuspend(ended(Cause::Reset), seconds(3)), "Points to this side.");
        row("RST long after suspend", afterSuspend(ended(Cause::Reset), seconds(61)),
            "Points to the peer, perhaps to the network or a proxy.");
        row("closed by the peer just after suspend", afterSuspend(closedByPeer(1012), seconds(3)),
            "Points to the peer.");

        row("no such host", ended(Cause::Dns, DialPhase::Dns), "Points to this side or the network.");
        row("no route", ended(Cause::Unreachable, DialPhase::Tcp), "Points to this side or the network.");
        row("refused", ended(Cause::Refused, DialPhase::Tcp),
            "Points to the peer, perhaps to this side or a proxy.");
        row("expired", tls("The certificate has expired"), "Points to the peer.");
        row("for another host", tls("The host name did not match"), "Points to this side or the peer.");
        row("wants a certificate", tls("tlsv13 alert certificate required"), "Points to this side.");
        row("401", rejected(401), "Points to this side, perhaps to the peer.");
        row("404", rejected(404), "Points to this side, perhaps to the peer.");
        row("407", rejected(407), "Points to this side.");
        row("500", rejected(500), "Points to the peer.");
        row("502", rejected(502), "Points to the peer, perhaps to a proxy.");
        row("426 that names no version", rejectedWith(426, {}, "Upgrade Required"), "Points to a proxy.");
        row("426 of another version", rejectedWith(426, {QStringLiteral("Sec-WebSocket-Version: 8, 7")}, ""),
            "Points to this side, perhaps to the peer.");
        row("426 that names the version that was asked for",
            rejectedWith(426, {QStringLiteral("Sec-WebSocket-Version: 13, 8")}, ""), "Points to a proxy.");
        row("426 that wants TLS", rejectedWith(426, {QStringLiteral("Upgrade: TLS/1.0, HTTP/1.1")}, ""),
            "Points to this side.");
        row("400 of Tornado", rejectedWith(400, {}, "Can \"Upgrade\" only to \"WebSocket\"."),
            "Points to a proxy.");
        row("400 of gorilla",
            rejectedWith(400, {},
                         "websocket: the client is not using the websocket protocol: 'upgrade' token not "
                         "found in 'Connection' header"),
            "Points to a proxy.");
        row("400 of aiohttp", rejectedWith(400, {}, "No WebSocket UPGRADE hdr: None"), "Points to a proxy.");
        row("400 that misses a header of its own",
            rejectedWith(400, {QStringLiteral("X-WebSocket-Reject-Reason: header X-Version is missing")}, ""),
            "Points to this side, perhaps to the peer.");
        row("505", rejectedWith(505, {}, ""), "Points to a proxy, perhaps to the peer.");
        row("400 of websockets over HTTP/1.0",
            rejectedWith(400, {},
                         "Failed to open a WebSocket connection: did not receive a valid HTTP request."),
            "Points to a proxy, perhaps to the peer.");
        row("plain text to nginx's TLS",
            rejectedWith(400, {}, "400 Bad Request The plain HTTP request was sent to HTTPS port nginx"),
            "Points to this side.");
        row("plain text to Go's TLS",
            rejectedWith(400, {}, "Client sent an HTTP request to an HTTPS server."), "Points to this side.");
        row("nginx wants a certificate", rejectedWith(400, {}, "No required SSL certificate was sent", true),
            "Points to this side.");
        row("403 through Cloudflare", rejectedWith(403, {QStringLiteral("CF-Ray: 8f00-FRA")}, ""),
            "Points to this side, perhaps to a proxy or the peer.");
        row("a challenge of Cloudflare", rejectedWith(403, {QStringLiteral("CF-Mitigated: challenge")}, ""),
            "Points to a proxy, perhaps to this side.");
        row("522", rejectedWith(522, {QStringLiteral("Server: cloudflare")}, ""),
            "Points to the peer, perhaps to a proxy.");
        row("500 through a proxy", rejectedWith(500, {QStringLiteral("Via: 1.1 varnish")}, ""),
            "Points to the peer, perhaps to a proxy.");
        row("a redirect to TLS", rejectedWith(301, {QStringLiteral("Location: https://a.example/")}, ""),
            "Points to this side.");
        row("the network wants a login", rejectedWith(511, {}, ""), "Points to this side or the network.");

        row("a proxy that wants a login", throughProxy(ProxyFault::WantsLogin), "Points to this side.");
        row("a proxy that is not there", throughProxy(ProxyFault::NotReached),
            "Points to a proxy, perhaps to this side.");
        row("refused beyond a proxy", throughProxy(ProxyFault::TargetRefused),
            "Points to the peer, perhaps to this side.");
        row("unresolved beyond a proxy", throughProxy(ProxyFault::TargetUnresolved),
            "Points to this side or the peer.");
        row("silent beyond a proxy", throughProxy(ProxyFault::TargetSilent),
            "Points to the network or the peer, perhaps to a proxy.");
        row("a kind of proxy that is not known", throughProxy(ProxyFault::NotSupported),
            "Points to this side.");

        row("alert: our certificate", tlsFault(TlsFault::CertificateRefused, true), "Points to this side.");
        row("alert: versions", tlsFault(TlsFault::ProtocolVersion, true),
            "Points to this side, perhaps to the peer.");
        row("found here: versions", tlsFault(TlsFault::ProtocolVersion, false),
            "Points to the peer, perhaps to this side.");
        row("alert: name", tlsFault(TlsFault::UnknownName, true),
            "Points to this side, perhaps to the peer.");
        row("CN alone", tlsFault(TlsFault::NoSubjectAltName, false), "Points to the peer.");
        row("a wrong key here", tlsFault(TlsFault::LocalKey, false), "Points to this side.");

        row("a wrong accept key", ended(Cause::HandshakeInvalid, DialPhase::Upgrade),
            "Points to a proxy or the peer, perhaps to this side.");
        row("no answer to SYN", ended(Cause::OpenTimeout, DialPhase::Tcp),
            "Points to the network, perhaps to the peer.");
        row("no answer of the name servers", ended(Cause::OpenTimeout, DialPhase::Dns),
            "Points to this side or the network.");
        row("no answer of the proxy", ended(Cause::OpenTimeout, DialPhase::Proxy),
            "Points to a proxy, perhaps to the peer.");
        row("no answer to the upgrade", ended(Cause::OpenTimeout, DialPhase::Upgrade),
            "Points to the peer, perhaps to a proxy.");
        row("broken frames", ended(Cause::ProtocolError), "Points to the peer, perhaps to a proxy.");
        row("too big", ended(Cause::MessageTooBig), "Points to this side or the peer.");
        row("the proxy refuses", ended(Cause::Proxy, DialPhase::Proxy),
            "Points to a proxy, perhaps to this side.");
        row("anything else", ended(Cause::NetworkError), "Points to the network, perhaps to this side.");
    }

    void sentence()
    {
        QFETCH(const Verdict, verdict);
        QTEST(suspicionSentence(suspicionOf(verdict)), "sentence");
    }

    void nobodyIsBothLikelyAndPossible_data() { sentence_data(); }

    void nobodyIsBothLikelyAndPossible()
    {
        QFETCH(const Verdict, verdict);
        const Suspicion suspicion = suspicionOf(verdict);
        QCOMPARE(suspicion.likely & suspicion.possible, Suspects());
        QVERIFY2(suspicion.likely || !suspicion.possible, "somebody is possible where nobody is likely");
    }

    void allOfThemInTheOrderOfTheWay()
    {
        Suspects all;
        for (const Suspect one : allSuspects)
            all |= one;
        QCOMPARE(suspectsPhrase(all), QStringLiteral("this side, the network, a proxy or the peer"));
        QCOMPARE(suspectsPhrase({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestSuspicion)
#include "tst_suspicion.moc"
