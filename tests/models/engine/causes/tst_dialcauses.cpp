// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "engine/wire/openinghandshake.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"

#include <QHostInfo>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

#include <sys/socket.h>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::freePort;
using TestSupport::RawPeer;

/// Dials that don't lead to a connection.
class TestDialCauses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void initTestCase()
    {
        // If there is no name server at all, the system's resolver should say so within a second.
        qputenv("RES_OPTIONS", "timeout:1 attempts:1");
    }

    void nameThatDoesNotExist()
    {
        // .invalid never resolves (RFC 6761 6.4).
        CauseProbe probe;
        probe.watch(dialOnce(QUrl(QStringLiteral("ws://pongwatch.invalid/"))));
        QTRY_COMPARE_WITH_TIMEOUT(probe.verdicts().size(), std::size_t(1), 15000);
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Dns);
        QCOMPARE(verdict.initiator, Initiator::Network);
        QCOMPARE(verdict.phase, DialPhase::Dns);
        QVERIFY(!verdict.final);
    }

    void portWhereNothingListens()
    {
        CauseProbe probe;
        probe.watch(dialOnce(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(freePort()))));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Refused);
        QCOMPARE(verdict.initiator, Initiator::Peer);
        QCOMPARE(verdict.phase, DialPhase::Tcp);
        QVERIFY(!verdict.final);
    }

    void addressWithoutARoute()
    {
        // TCP to a broadcast address is ENETUNREACH by definition, and no packet leaves the machine.
        CauseProbe probe;
        probe.watch(dialOnce(QUrl(QStringLiteral("ws://127.255.255.255:9/"))));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Unreachable);
        QCOMPARE(verdict.initiator, Initiator::Network);
        QVERIFY(!verdict.final);
    }

    void endedBeforeTheUpgradeWasAnswered()
    {
        RawPeer peer({.connected = [](QTcpSocket &socket) { socket.disconnectFromHost(); }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        // A FIN, or a RST if our request was on its way.
        QVERIFY(probe.verdicts().front().cause == Cause::Eof ||
                probe.verdicts().front().cause == Cause::Reset);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Upgrade);
        QCOMPARE(probe.opens(), 0);
    }

    void answerThatIsNoWebSocket_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("cause");
        QTest::newRow("another protocol")
            << QByteArray("220 mail.example ESMTP\r\n\r\n") << QStringLiteral("handshake-invalid");
        QTest::newRow("101 without an accept key")
            << QByteArray(
                   "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
            << QStringLiteral("handshake-invalid");
        QTest::newRow("a web page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
                                    << QStringLiteral("handshake-rejected");
        QTest::newRow("a redirect") << QByteArray(
                                           "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")
                                    << QStringLiteral("handshake-rejected");
    }

    void answerThatIsNoWebSocket()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, cause);
        RawPeer peer({.connected = [answer](QTcpSocket &socket) { socket.write(answer); }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(QString(toWord(probe.verdicts().front().cause)), cause);
        QVERIFY(probe.verdicts().front().lasting);
    }

    void plainTextForATlsPort_data()
    {
        QTest::addColumn<QByteArray>("answer");
        // RFC 8446 5.1 and 6: the answer of Java, Rust and others to plain text.
        QTest::newRow("alert: unexpected message") << QByteArray::fromHex("1503030002020a");
        QTest::newRow("alert: protocol version") << QByteArray::fromHex("15030100020246");
        QTest::newRow("alert: handshake failure") << QByteArray::fromHex("15030300020228");
    }

    void plainTextForATlsPort()
    {
        QFETCH(const QByteArray, answer);
        RawPeer peer({.connected = [answer](QTcpSocket &socket) { socket.write(answer); }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::HandshakeInvalid);
        QCOMPARE(shortTitle(verdict), QStringLiteral("TLS: wss is wanted"));
        QVERIFY2(explain(verdict).contains(QLatin1String("write wss:// in the URL")),
                 qPrintable(explain(verdict)));
        QCOMPARE(suspicionOf(verdict).likely, Suspects(Suspect::ThisSide));
        QVERIFY(!suspicionOf(verdict).possible);
        QVERIFY(verdict.lasting);
    }

    void cutBeforeTheUpgradeOfWs_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("ended") << false;
        QTest::newRow("reset") << true;
    }

    void cutBeforeTheUpgradeOfWs()
    {
        // stunnel, hitch and HAProxy do this when plain text is sent to a TLS port.
        QFETCH(const bool, resets);
        RawPeer peer({.connected = [resets](QTcpSocket &socket) {
            connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, resets] {
                if (!resets) {
                    socket.readAll();
                    socket.disconnectFromHost();
                    return;
                }
                const linger atOnce{1, 0};
                ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                             sizeof atOnce);
                socket.abort();
            });
        }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, resets ? Cause::Reset : Cause::Eof);
        QVERIFY2(explain(verdict).contains(QLatin1String("wss is wanted instead of ws")),
                 qPrintable(explain(verdict)));
        QVERIFY(suspicionOf(verdict).possible.testFlag(Suspect::ThisSide));
    }

    void answerThatIsNotComplete_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("silence") << QStringLiteral("silence") << QStringLiteral("open-timeout")
                                 << QStringLiteral("began to answer the WebSocket upgrade");
        QTest::newRow("ended") << QStringLiteral("FIN") << QStringLiteral("eof")
                               << QStringLiteral("ended in the middle of the server's answer");
        QTest::newRow("reset") << QStringLiteral("RST") << QStringLiteral("reset")
                               << QStringLiteral("reset in the middle of the server's answer");
    }

    void answerThatIsNotComplete()
    {
        QFETCH(const QString, then);
        QFETCH(const QString, cause);
        QFETCH(const QString, sentence);
        RawPeer peer({.connected = [then](QTcpSocket &socket) {
            connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, then] {
                socket.readAll();
                socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: web");
                if (then == QLatin1String("FIN"))
                    socket.disconnectFromHost();
                if (then != QLatin1String("RST"))
                    return;
                socket.flush();
                // What was sent must be read before the reset discards it.
                QTimer::singleShot(milliseconds(200), &socket, [&socket] {
                    const linger atOnce{1, 0};
                    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                                 sizeof atOnce);
                    socket.abort();
                });
            });
        }});
        ConnectionSettings settings = dialOnce(peer.url());
        settings.openTimeout = milliseconds(1500);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(QString(toWord(verdict.cause)), cause);
        QVERIFY2(explain(verdict).contains(sentence), qPrintable(explain(verdict)));
        QVERIFY(!explain(verdict).contains(QLatin1String("never answered")));
    }

    void longAnswers_data()
    {
        QTest::addColumn<int>("cookies"); // of 210 bytes each
        QTest::addColumn<bool>("opens");
        QTest::newRow("9 KiB of headers") << 45 << true;
        QTest::newRow("15 KiB of headers") << 72 << true;
        QTest::newRow("20 KiB of headers") << 98 << false;
    }

    void longAnswers()
    {
        QFETCH(const int, cookies);
        QFETCH(const bool, opens);
        QByteArray request;
        RawPeer peer({.connected = [&](QTcpSocket &socket) {
            connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
                request += socket.readAll();
                const QByteArray mark("Sec-WebSocket-Key: ");
                if (!request.contains("\r\n\r\n"))
                    return;
                const QByteArray key = request.mid(request.indexOf(mark) + mark.size(), 24);
                const QByteArray cookie = "Set-Cookie: " + QByteArray(196, 'c') + "\r\n";
                socket.write(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n" + cookie.repeated(cookies) +
                    "Connection: Upgrade\r\nSec-WebSocket-Accept: " + acceptForKey(key) + "\r\n\r\n");
            });
        }});
        ConnectionSettings settings = dialOnce(peer.url());
        settings.openTimeout = seconds(3);
        CauseProbe probe;
        probe.watch(settings);
        if (opens) {
            QTRY_COMPARE(probe.opens(), 1);
            return;
        }
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::HandshakeInvalid);
    }

    void answersAreQuoted_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("quote");
        const auto row = [](const char *name, const QByteArray &answer, const char *quote) {
            QTest::newRow(name) << answer << QString::fromUtf8(quote);
        };
        row("a body",
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 35\r\n\r\n{\"error\":\"API key expired today\"}..",
            "{\"error\":\"API key expired today\"}");
        row("a body in chunks",
            "HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngone\r\n0\r\n\r\n", "“gone”");
        row("a body that never ends", "HTTP/1.1 500 Oops\r\n\r\nstack trace follows",
            "“stack trace follows”");
        row("a reason of its own",
            "HTTP/1.1 400 Bad Request\r\nX-WebSocket-Reject-Reason: no tenant\r\nContent-Length: 0\r\n\r\n",
            "Its reason: “no tenant”");
        row("a login",
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"cam\"\r\nContent-Length: "
            "0\r\n\r\n",
            "Digest authentication for “cam”");
        row("a new address", "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n",
            "“/other”");
        row("a time to come again", "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n",
            "Retry-After");
    }

    void answersAreQuoted()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, quote);
        RawPeer peer({.connected = [answer](QTcpSocket &socket) { socket.write(answer); }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::HandshakeRejected);
        QVERIFY(verdict.answer);
        QVERIFY2(explain(verdict).contains(quote), qPrintable(explain(verdict)));
    }

    void rejectionOutlivesTheOpenTimeout()
    {
        // The rest of the body is not worth a different cause.
        RawPeer peer(
            {.connected = [](QTcpSocket &socket) { socket.write("HTTP/1.1 403 No\r\n\r\nbecause"); }});
        ConnectionSettings settings = dialOnce(peer.url());
        settings.openTimeout = milliseconds(200);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::HandshakeRejected);
    }

    void openTimeoutInTcp()
    {
        // Linux drops the SYNs for a port whose backlog is full, so that the server looks dead.
        QTcpServer full;
        full.setListenBacklogSize(1);
        QVERIFY(full.listen(QHostAddress::LocalHost));
        full.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> crowd(6);
        for (std::unique_ptr<QTcpSocket> &socket : crowd) {
            socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), full.serverPort());
        }
        const auto connected = [&crowd] {
            return std::count_if(crowd.begin(), crowd.end(), [](const std::unique_ptr<QTcpSocket> &socket) {
                return socket->state() == QAbstractSocket::ConnectedState;
            });
        };
        QTRY_VERIFY(connected() >= 2);

        ConnectionSettings settings =
            dialOnce(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(full.serverPort())));
        settings.openTimeout = milliseconds(300);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::OpenTimeout);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Tcp);
        QVERIFY(!probe.failedPhases().dns);
        QVERIFY(probe.failedPhases().tcp.value_or(nanoseconds(0)) >= milliseconds(250));
    }

    void openTimeoutTellsWhatWasLeft()
    {
        // Both addresses of "localhost" lead to the same full backlog, so neither answers.
        QTcpServer full;
        full.setListenBacklogSize(1);
        QVERIFY(full.listen(QHostAddress::Any));
        full.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> crowd(6);
        for (std::unique_ptr<QTcpSocket> &socket : crowd) {
            socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), full.serverPort());
        }
        QTRY_VERIFY(std::count_if(crowd.begin(), crowd.end(), [](const std::unique_ptr<QTcpSocket> &socket) {
                        return socket->state() == QAbstractSocket::ConnectedState;
                    }) >= 2);
        const qsizetype addresses = QHostInfo::fromName(QStringLiteral("localhost")).addresses().size();
        ConnectionSettings settings =
            dialOnce(QUrl(QStringLiteral("ws://localhost:%1/").arg(full.serverPort())));
        settings.openTimeout = milliseconds(700);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::OpenTimeout);
        const bool someLeft = TestSupport::clientOfRow() == Client::Qt && addresses > 1;
        QCOMPARE(qsizetype(verdict.clientNote.count), someLeft ? addresses - 1 : 0);
        QCOMPARE(explain(verdict).contains(QLatin1String("had not been tried")), someLeft);
    }

    void answersThatOnlyQWebSocketRefuses_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("connection");
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("a list in Connection")
            << QByteArray() << QByteArray("keep-alive, Upgrade") << QByteArray("\r\n");
        QTest::newRow("103 before 101")
            << QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n") << QByteArray("Upgrade") << QByteArray("\r\n");
        QTest::newRow("lines that end with LF") << QByteArray() << QByteArray("Upgrade") << QByteArray("\n");
    }

    void answersThatOnlyQWebSocketRefuses()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, connection);
        QFETCH(const QByteArray, lineEnd);
        QByteArray request;
        int dials = 0;
        bool answered = false;
        RawPeer peer({.connected = [&](QTcpSocket &socket) {
            ++dials;
            request.clear();
            answered = false;
            connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
                request += socket.readAll();
                const QByteArray mark("Sec-WebSocket-Key: ");
                if (answered) // a Close frame, or QWebSocket's
                    socket.disconnectFromHost();
                if (answered || !request.contains("\r\n\r\n"))
                    return;
                answered = true;
                const QByteArray key = request.mid(request.indexOf(mark) + mark.size(), 24);
                socket.write(before + "HTTP/1.1 101 Switching Protocols" + lineEnd + "Upgrade: websocket" +
                             lineEnd + "Connection: " + connection + lineEnd +
                             "Sec-WebSocket-Accept: " + acceptForKey(key) + lineEnd + lineEnd);
            });
        }});
        ConnectionSettings settings = dialOnce(peer.url());
        settings.reconnect.enabled = true;
        settings.reconnect.initial = milliseconds(10);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.opens(), 1); // docs/clients.md
        QVERIFY(probe.verdicts().empty());
        QCOMPARE(probe.lastOpened().client, Client::Wire);
        const bool byQt = TestSupport::clientOfRow() == Client::Qt;
        QCOMPARE(probe.lastOpened().wireReason, byQt ? WireReason::AnswerRefused : WireReason::None);
        QCOMPARE(dials, byQt ? 2 : 1);

        // Next time it is known, unless the user asks for another try.
        dials = 0;
        peer.client()->disconnectFromHost();
        QTRY_COMPARE(probe.opens(), 2);
        QCOMPARE(dials, 1);
        QCOMPARE(probe.lastOpened().wireReason, byQt ? WireReason::AnswerRefused : WireReason::None);
        dials = 0;
        probe.monitor().reconnectNow(probe.peer());
        QTRY_COMPARE(probe.opens(), 3);
        QCOMPARE(dials, byQt ? 2 : 1);
    }
};

QTEST_GUILESS_MAIN(TestDialCauses)
#include "tst_dialcauses.moc"
