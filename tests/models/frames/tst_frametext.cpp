// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/frametext.h"
#include "frames/layout.h"
#include "tests/models/frames/seenframes.h"
#include "tests/support/honesttest.h"
#include "tests/support/hostiletexts.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// How frames are shown.
class FrameTextTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsLaidOutAsItIsSpelled_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("laidOut");
        QTest::newRow("an object") << QByteArray("{\"b\":1,\"a\":[1,2]}")
                                   << QStringLiteral("{\n  \"b\": 1,\n  \"a\": [\n    1,\n    2\n  ]\n}");
        QTest::newRow("a number beyond doubles") << QByteArray("{\"id\":12345678901234567890}")
                                                 << QStringLiteral("{\n  \"id\": 12345678901234567890\n}");
        QTest::newRow("what looks like structure within a text")
            << QByteArray("[\"{\\\"a\\\":1,\",\"\\\\\"]")
            << QStringLiteral("[\n  \"{\\\"a\\\":1,\",\n  \"\\\\\"\n]");
        QTest::newRow("empty ones") << QByteArray("{\"a\":{},\"b\":[ ]}")
                                    << QStringLiteral("{\n  \"a\": {},\n  \"b\": []\n}");
        QTest::newRow("Socket.IO") << QByteArray("42[\"chat\",1]")
                                   << QStringLiteral("42\n[\n  \"chat\",\n  1\n]");
        QTest::newRow("SignalR") << QByteArray("{\"type\":6}\x1e{\"type\":6}\x1e")
                                 << QStringLiteral("{\n  \"type\": 6\n}\n\n{\n  \"type\": 6\n}");
        QTest::newRow("a text that is none") << QByteArray("hello {") << QString();
        QTest::newRow("no JSON") << QByteArray("2") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void jsonIsLaidOutAsItIsSpelled()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, laidOut);
        QCOMPARE(laidOutJson(message).value_or(QString()), laidOut);
    }

    void deepJsonStaysSmall()
    {
        const QByteArray deep = QByteArray(1000, '[') + "1" + QByteArray(1000, ']');
        const std::optional<QString> text = laidOutJson(deep);
        QVERIFY(text && text->size() < 150'000);
    }

    void bytesAreDumped()
    {
        QCOMPARE(
            hexDump(QByteArray("MQTT\x00\x01\xff and more", 16), 1000),
            QStringLiteral("00000000  4d 51 54 54 00 01 ff 20  61 6e 64 20 6d 6f 72 65  MQTT... and more"));
        QCOMPARE(hexDump(QByteArray(17, 'a'), 1000).section(u'\n', 1),
                 QStringLiteral("00000010  61                                                a"));
        QCOMPARE(hexDump(QByteArray(100, 'a'), 16).count(u'\n'), 0);
        QCOMPARE(hexDump({}, 16), QString());
    }

    void linesSayWhatItIs_data()
    {
        QTest::addColumn<SeenFrame>("frame");
        QTest::addColumn<QString>("line");
        QTest::newRow("text") << receivedFrame(FrameKind::Text, "a\nb") << QStringLiteral("a b");
        QTest::newRow("bytes") << receivedFrame(FrameKind::Binary, "\xc0\x7f") << QStringLiteral("c0 7f");
        QTest::newRow("a readable payload of a pong")
            << receivedFrame(FrameKind::Pong, "hi") << QStringLiteral("hi");
        QTest::newRow("a close") << receivedFrame(FrameKind::Close, "\x03\xf4"
                                                                    "deploy")
                                 << QStringLiteral("1012 deploy");
        QTest::newRow("an empty close")
            << receivedFrame(FrameKind::Close, {}) << QStringLiteral("without a code");
        QTest::newRow("a request") << receivedFrame(FrameKind::Request, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                                   << QStringLiteral("GET / HTTP/1.1");
        QTest::newRow("a secret by its name") << receivedFrame(FrameKind::Text, "{\"access_token\":\"abc\"}")
                                              << QStringLiteral("{\"access_token\":\"***\"}");
        SeenFrame refused = receivedFrame(FrameKind::Text, "x");
        refused.fault = QStringLiteral("a frame has a reserved bit set");
        refused.reservedBits = 4;
        QTest::newRow("refused") << refused
                                 << QStringLiteral(
                                        "Refused: a frame has a reserved bit set. It is marked as compressed "
                                        "(permessage-deflate), which was not agreed on. (x)");
        SeenFrame missed;
        missed.kind = FrameKind::Missed;
        missed.missed = 2;
        QTest::newRow("a gap") << missed << QStringLiteral("2 frames not shown");
    }
    void linesSayWhatItIs()
    {
        QFETCH(SeenFrame, frame);
        QFETCH(QString, line);
        QCOMPARE(FrameText::line(frame), line);
    }

    void placesAreSaid_data()
    {
        QTest::addColumn<FramePlace>("place");
        QTest::addColumn<QString>("text");
        const auto place = [](FramePlace::Role role, quint32 number = 0, quint32 of = 0,
                              bool isFeed = false) {
            FramePlace one;
            one.role = role;
            one.number = number;
            one.of = of;
            one.isFeed = isFeed;
            return one;
        };
        using Role = FramePlace::Role;
        QTest::newRow("none") << place(Role::None) << QString();
        QTest::newRow("a step") << place(Role::Step, 2, 3) << QStringLiteral("Step 2 of 3");
        QTest::newRow("a feed") << place(Role::None, 0, 0, true) << QStringLiteral("Feed");
        QTest::newRow("an answer that is one of the feed")
            << place(Role::HeartbeatAnswer, 17, 0, true) << QStringLiteral("Answers heartbeat 17, feed");
        QTest::newRow("ours") << place(Role::OwnPing, 1234) << QStringLiteral("Ping 1,234");
    }
    void placesAreSaid()
    {
        QFETCH(FramePlace, place);
        QFETCH(QString, text);
        QCOMPARE(FrameText::place(place), text);
    }

    void hostileContentIsPlainText_data()
    {
        QTest::addColumn<QByteArray>("payload");
        for (const auto &[name, text] : hostileTexts())
            QTest::newRow(name) << text.toUtf8();
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\xc0\x80 x");
        QTest::newRow("a line of a megabyte") << QByteArray(1024 * 1024, 'x');
        QTest::newRow("from right to left") << QStringLiteral("שלום \u202e abc").toUtf8();
        QTest::newRow("JSON with a control") << QStringLiteral("{\"a\":\"\u202e\u0007\"}").toUtf8();
    }
    void hostileContentIsPlainText()
    {
        QFETCH(QByteArray, payload);
        QElapsedTimer timer;
        timer.start();
        for (const FrameKind kind : {FrameKind::Text, FrameKind::Continuation, FrameKind::Binary,
                                     FrameKind::Ping, FrameKind::Close, FrameKind::Answer}) {
            const SeenFrame frame = receivedFrame(kind, payload.left(256 * 1024));
            QVERIFY(!isHarmful(FrameText::line(frame)));
            QVERIFY(!FrameText::line(frame).contains(u'\n'));
            QVERIFY(FrameText::line(frame).size() <= 300 + 400);
            for (const auto form : {FrameText::Form::Best, FrameText::Form::Plain, FrameText::Form::Bytes}) {
                const QString whole = FrameText::whole(frame, form).remove(u'\t');
                QVERIFY2(!isHarmful(whole), qPrintable(whole.left(200)));
            }
            QVERIFY(!isHarmful(FrameText::copied(frame).remove(u'\t')));
        }
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

Q_DECLARE_METATYPE(Pongwatch::SeenFrame)
Q_DECLARE_METATYPE(Pongwatch::FramePlace)

QTEST_GUILESS_MAIN(FrameTextTest)
#include "tst_frametext.moc"
