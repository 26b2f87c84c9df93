// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/settings.h"
#include "frames/framefilter.h"
#include "frames/framelog.h"
#include "tests/models/frames/seenframes.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// What is kept of frames, and how they are selected.
class FrameLogTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestAreKept()
    {
        FrameLog log;
        add(log, FrameLog::mostFrames, "x");
        QCOMPARE(log.frames().size(), FrameLog::mostFrames);
        add(log, 3, "new");
        QCOMPARE(log.frames().size(), FrameLog::mostFrames);
        QCOMPARE(log.frames().back().payload, QByteArray("new"));
        QCOMPARE(log.bytes(), qint64(FrameLog::mostFrames - 3 + 9));
    }

    void bytesAreBounded()
    {
        FrameLog log;
        for (int i = 0; i < 100; ++i)
            add(log, 1, QByteArray(256 * 1024, char('a' + i % 26)));
        QCOMPARE(log.bytes(), FrameLog::mostBytes);
        QCOMPARE(log.frames().size(), std::size_t(64));
        log.clear();
        QCOMPARE(log.bytes(), qint64(0));
    }

    void aBatchThatIsTooLargeIsCutAtItsBeginning()
    {
        std::vector<SeenFrame> coming(FrameLog::mostFrames + 5, receivedFrame(FrameKind::Text, "x"));
        QCOMPARE(FrameLog::firstThatFits(coming), std::size_t(5));
        coming.assign(3, receivedFrame(FrameKind::Text, QByteArray(FrameLog::mostBytes / 2, 'x')));
        QCOMPARE(FrameLog::firstThatFits(coming), std::size_t(1));
    }

    void aFrameIsFoundByItsNumber()
    {
        FrameLog log;
        SeenFrame mark;
        mark.kind = FrameKind::Opened;
        log.append({receivedFrame(FrameKind::Text, "a", 3), mark, receivedFrame(FrameKind::Text, "b", 7)});
        QCOMPARE(log.find(3), std::optional<std::size_t>(0));
        QCOMPARE(log.find(7), std::optional<std::size_t>(2));
        QVERIFY(!log.find(5) && !log.find(8) && !log.find(0));
    }

    void secretsAreMaskedBeforeTheyAreKept_data()
    {
        QTest::addColumn<FrameKind>("kind");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("a message") << FrameKind::Text << QByteArray("{\"t\":\"marker-1234567\"}");
        QTest::newRow("bytes") << FrameKind::Binary << QByteArray("\x10\x0emarker-1234567\x00", 17);
        QTest::newRow("a payload of a ping") << FrameKind::Ping << QByteArray("marker-1234567");
        QTest::newRow("the beginning, in a fragment") << FrameKind::Text << QByteArray("x marker-12");
        QTest::newRow("the rest, in the next one") << FrameKind::Continuation << QByteArray("er-1234567 y");
        QTest::newRow("percent-encoded") << FrameKind::Text << QByteArray("?t=other%20%22marker%22");
        QTest::newRow("escaped in JSON") << FrameKind::Text << QByteArray("{\"t\":\"other \\\"marker\\\"\"}");
        QTest::newRow("a request") << FrameKind::Request
                                   << QByteArray(
                                          "GET /?x=marker-1234567 HTTP/1.1\r\nHost: a\r\nCookie: marker=1\r\n"
                                          "Authorization: Bearer marker9\r\n\r\n");
        QTest::newRow("an answer") << FrameKind::Answer
                                   << QByteArray("HTTP/1.1 101 OK\r\nSet-Cookie: sid=marker; Path=/\r\n\r\n");
        QTest::newRow("a place to go to instead")
            << FrameKind::Answer << QByteArray("HTTP/1.1 302 No\r\nLocation: wss://a/?token=marker\r\n\r\n");
    }
    void secretsAreMaskedBeforeTheyAreKept()
    {
        QFETCH(FrameKind, kind);
        QFETCH(QByteArray, payload);
        ConnectionSettings settings;
        settings.auth.secret = QStringLiteral("marker-1234567");
        settings.proxy.password = QStringLiteral("other \"marker\"");
        FrameLog log;
        log.addMask(std::make_shared<const SecretMask>(settings));
        const SeenFrame kept = log.masked(receivedFrame(kind, payload));
        QVERIFY2(!kept.payload.contains("marker") || kept.payload.contains("Cookie: ***"),
                 kept.payload.constData());
        QVERIFY2(!kept.payload.contains("1234567"), kept.payload.constData());
        QVERIFY2(kept.payload.contains("***"), kept.payload.constData());
        QVERIFY(!kept.isCut());
    }

    void aHandshakeStaysReadable()
    {
        const QByteArray request = "GET /a?b=c HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Key: "
                                   "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: chat, bearer, "
                                   "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln\r\n\r\n";
        const SeenFrame kept = FrameLog().masked(receivedFrame(FrameKind::Request, request));
        QVERIFY2(kept.payload.contains("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"),
                 kept.payload.constData());
        QVERIFY2(kept.payload.contains("Sec-WebSocket-Protocol: chat, bearer, ***\r\n"),
                 kept.payload.constData());
        QVERIFY(kept.payload.startsWith("GET /a?b=c HTTP/1.1\r\n"));
    }

    void filtersChoose_data()
    {
        QTest::addColumn<FrameFilter>("filter");
        QTest::addColumn<QByteArray>("wanted");
        FrameFilter none;
        QTest::newRow("nothing is chosen") << none << QByteArray("text ping close request step mark");
        FrameFilter sent;
        sent.direction = FrameDirection::Sent;
        QTest::newRow("what was sent, and marks") << sent << QByteArray("step mark");
        FrameFilter messages;
        messages.kinds = FrameFilter::Kinds::Messages;
        QTest::newRow("messages") << messages << QByteArray("text step mark");
        FrameFilter control;
        control.kinds = FrameFilter::Kinds::Control;
        QTest::newRow("control frames") << control << QByteArray("ping close mark");
        FrameFilter handshakes;
        handshakes.kinds = FrameFilter::Kinds::Handshakes;
        QTest::newRow("handshakes") << handshakes << QByteArray("request mark");
        FrameFilter dialogue;
        dialogue.kinds = FrameFilter::Kinds::Dialogue;
        QTest::newRow("the dialogue") << dialogue << QByteArray("step mark");
        FrameFilter text;
        QVERIFY(text.setSearch(QStringLiteral("HELLO"), false));
        QTest::newRow("a text, whatever its case") << text << QByteArray("text");
        FrameFilter expression;
        QVERIFY(expression.setSearch(QStringLiteral("^h.*o$|^GET"), true));
        QTest::newRow("an expression") << expression << QByteArray("text request");
        FrameFilter bytes;
        QVERIFY(bytes.setSearch(QStringLiteral("00ff"), false));
        QTest::newRow("bytes") << bytes << QByteArray("ping");
        FrameFilter reason;
        QVERIFY(reason.setSearch(QStringLiteral("deploy"), false));
        QTest::newRow("a close reason") << reason << QByteArray("close");
    }
    void filtersChoose()
    {
        QFETCH(FrameFilter, filter);
        QFETCH(QByteArray, wanted);
        SeenFrame step = sentFrame(FrameKind::Text, "login");
        step.place.role = FramePlace::Role::Step;
        SeenFrame mark;
        mark.kind = FrameKind::Opened;
        const std::vector<std::pair<const char *, SeenFrame>> all{
            {"text", receivedFrame(FrameKind::Text, "hello")},
            {"ping", receivedFrame(FrameKind::Ping, QByteArray("\x00\xff", 2))},
            {"close", receivedFrame(FrameKind::Close, "\x03\xf4"
                                                      "deploy")},
            {"request", receivedFrame(FrameKind::Request, "GET / HTTP/1.1\r\n\r\n")},
            {"step", step},
            {"mark", mark}};
        QByteArrayList accepted;
        for (const auto &[name, frame] : all)
            if (filter.accepts(frame))
                accepted.append(name);
        QCOMPARE(accepted.join(' '), wanted);
    }

    void anExpressionThatIsNoneIsToldWithItsPlace()
    {
        FrameFilter filter;
        const Outcome outcome = filter.setSearch(QStringLiteral("a("), true);
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().answer.contains(QLatin1String("character 3")),
                 qPrintable(outcome.error().answer));
        QVERIFY(!filter.isSearch());
    }

    void aHostileMessageEndsASearch()
    {
        FrameFilter filter;
        QVERIFY(filter.setSearch(QStringLiteral("(a+)+$"), true));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!filter.accepts(receivedFrame(FrameKind::Text, QByteArray(5000, 'a') + '!')));
        QVERIFY2(timer.elapsed() < 5000, "without a bound it would last for years");
    }

private:
    static void add(FrameLog &log, std::size_t count, const QByteArray &payload)
    {
        std::vector<SeenFrame> frames(count, receivedFrame(FrameKind::Text, payload));
        log.dropOldest(log.overflow(frames));
        log.append(std::move(frames));
    }
};

Q_DECLARE_METATYPE(Pongwatch::FrameFilter)

QTEST_GUILESS_MAIN(FrameLogTest)
#include "tst_framelog.moc"
