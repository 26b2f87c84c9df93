// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/verdict.h"
#include "frames/harfile.h"
#include "tests/models/frames/seenframes.h"
#include "tests/support/honesttest.h"
#include "workspace/profileimport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const FrameFileHead head{QStringLiteral("edge-1"), QStringLiteral("wss://edge-1.example/ws?a=b"),
                         QStringLiteral("1.2.3"), WallTime(std::chrono::seconds(1'700'000'100))};

std::deque<SeenFrame> conversation()
{
    std::deque<SeenFrame> frames;
    frames.push_back(sentFrame(FrameKind::Request,
                               "GET /ws?a=b HTTP/1.1\r\nHost: edge-1.example\r\nUpgrade: websocket\r\n\r\n"));
    frames.push_back(
        receivedFrame(FrameKind::Answer, "HTTP/1.1 101 Switching Protocols\r\nServer: x\r\n\r\n", 5));
    SeenFrame opened = receivedFrame(FrameKind::Opened, {}, 6);
    opened.direction = FrameDirection::None;
    frames.push_back(opened);
    SeenFrame step = sentFrame(FrameKind::Text, "{\"token\":\"abc\"}", 7);
    step.place.role = FramePlace::Role::Step;
    step.place.number = 1;
    step.place.of = 1;
    frames.push_back(step);
    frames.push_back(receivedFrame(FrameKind::Binary, QByteArray("\x00\xff", 2), 8));
    SeenFrame first = receivedFrame(FrameKind::Text, "hel", 9);
    first.isFinal = false;
    frames.push_back(first);
    SeenFrame pong = receivedFrame(FrameKind::Pong, "p", 10);
    pong.place.role = FramePlace::Role::PongOfOwn;
    pong.place.number = 3;
    pong.place.rtt = std::chrono::microseconds(1500);
    pong.place.outcome = PingOutcome::Answered;
    frames.push_back(pong);
    frames.push_back(receivedFrame(FrameKind::Continuation, "lo", 11));
    SeenFrame cut = receivedFrame(FrameKind::Text, "x", 12);
    cut.size = 1000;
    frames.push_back(cut);
    SeenFrame missed;
    missed.kind = FrameKind::Missed;
    missed.connection = 1;
    missed.missed = 1234;
    frames.push_back(missed);
    frames.push_back(receivedFrame(FrameKind::Close,
                                   "\x03\xf4"
                                   "deploy",
                                   13));
    SeenFrame ended = receivedFrame(FrameKind::Ended, {}, 14);
    Verdict verdict;
    verdict.cause = Cause::PeerClose;
    verdict.initiator = Initiator::Peer;
    ended.direction = FrameDirection::None;
    ended.verdict = std::make_shared<const Verdict>(verdict);
    frames.push_back(ended);
    return frames;
}

} // namespace

/// Frames as files.
class FrameFileTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreAsTheyAreDocumented()
    {
        const QByteArrayList lines = framesAsJsonLines(head, conversation()).split('\n');
        QCOMPARE(lines.size(), 14); // the last one is empty
        QCOMPARE(lines.last(), QByteArray());
        const QJsonObject first = object(lines[0]);
        QCOMPARE(first.value(QStringLiteral("event")).toString(), QStringLiteral("frames"));
        QCOMPARE(first.value(QStringLiteral("schema_version")).toInt(), 1);
        QCOMPARE(first.value(QStringLiteral("peer")).toString(), QStringLiteral("edge-1"));
        QCOMPARE(lines[4], QByteArray("{\"connection\":1,\"direction\":\"sent\",\"event\":\"frame\",\"kind\":"
                                      "\"text\",\"place\":{\"number\":1,"
                                      "\"of\":1,\"role\":\"step\"},\"since_open_ms\":7,\"size\":15,\"text\":"
                                      "\"{\\\"token\\\":\\\"***\\\"}\","
                                      "\"time\":\"2023-11-14T22:13:20.007000Z\"}"));
        QCOMPARE(object(lines[5]).value(QStringLiteral("base64")).toString(), QStringLiteral("AP8="));
        QCOMPARE(object(lines[6]).value(QStringLiteral("final")).toBool(true), false);
        const QJsonObject pong = object(lines[7]).value(QStringLiteral("place")).toObject();
        QCOMPARE(pong.value(QStringLiteral("rtt_ms")).toDouble(), 1.5);
        QCOMPARE(pong.value(QStringLiteral("outcome")).toString(), QStringLiteral("answered"));
        QCOMPARE(object(lines[9]).value(QStringLiteral("kept")).toInt(), 1);
        QCOMPARE(object(lines[10]).value(QStringLiteral("frames")).toInt(), 1234);
        QCOMPARE(object(lines[11]).value(QStringLiteral("close_code")).toInt(), 1012);
        QCOMPARE(object(lines[11]).value(QStringLiteral("reason")).toString(), QStringLiteral("deploy"));
        QCOMPARE(object(lines[12]).value(QStringLiteral("cause")).toString(), QStringLiteral("peer-close"));
        QVERIFY(!object(lines[12]).value(QStringLiteral("explanation")).toString().isEmpty());
    }

    void harHasTheMessagesAsBrowsersWriteThem()
    {
        const QJsonObject log =
            object(framesAsHar(head, conversation())).value(QStringLiteral("log")).toObject();
        QCOMPARE(log.value(QStringLiteral("version")).toString(), QStringLiteral("1.2"));
        const QJsonArray entries = log.value(QStringLiteral("entries")).toArray();
        QCOMPARE(entries.size(), 1);
        const QJsonObject entry = entries.first().toObject();
        QCOMPARE(entry.value(QStringLiteral("_resourceType")).toString(), QStringLiteral("websocket"));
        QCOMPARE(entry.value(QStringLiteral("response")).toObject().value(QStringLiteral("status")).toInt(),
                 101);
        QCOMPARE(entry.value(QStringLiteral("timings")).toObject().value(QStringLiteral("wait")).toDouble(),
                 5.0);
        const QJsonArray messages = entry.value(QStringLiteral("_webSocketMessages")).toArray();
        QCOMPARE(
            QJsonDocument(messages).toJson(QJsonDocument::Compact),
            QByteArray("[{\"data\":\"{\\\"token\\\":\\\"***\\\"}\",\"opcode\":1,\"time\":1700000000.007,"
                       "\"type\":\"send\"},"
                       "{\"data\":\"AP8=\",\"opcode\":2,\"time\":1700000000.008,\"type\":\"receive\"},"
                       "{\"data\":\"hello\",\"opcode\":1,\"time\":1700000000.011,\"type\":\"receive\"}]"));
        QVERIFY2(entry.value(QStringLiteral("comment")).toString().contains(QLatin1String("1235")),
                 "one that was cut, and those that were missed");
    }

    void aConnectionIsAnEntry()
    {
        std::deque<SeenFrame> frames = conversation();
        for (SeenFrame frame : conversation()) {
            frame.connection = 2;
            frames.push_back(frame);
        }
        const QJsonObject log = object(framesAsHar(head, frames)).value(QStringLiteral("log")).toObject();
        QCOMPARE(log.value(QStringLiteral("entries")).toArray().size(), 2);
    }

    void harIsReadBack()
    {
        const ImportResult read = importProfiles(QString::fromUtf8(framesAsHar(head, conversation())));
        QCOMPARE(read.profiles.size(), std::size_t(1));
        QCOMPARE(read.profiles.front().profile.url, QStringLiteral("wss://edge-1.example/ws?a=b"));
        QVERIFY(read.problems.isEmpty());
    }

    void whatCouldActOnAReaderIsEscaped()
    {
        const std::deque<SeenFrame> frames{
            receivedFrame(FrameKind::Text, QStringLiteral("\u202e\u2028").toUtf8())};
        for (const QByteArray &file : {framesAsJsonLines(head, frames), framesAsHar(head, frames)}) {
            QVERIFY(file.contains("\\u202e\\u2028"));
            QVERIFY(!file.contains("\xe2\x80"));
        }
    }

private:
    static QJsonObject object(const QByteArray &json)
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
        [&] { QCOMPARE(problem.errorString(), QStringLiteral("no error occurred")); }();
        return document.object();
    }
};

QTEST_GUILESS_MAIN(FrameFileTest)
#include "tst_framefile.moc"
