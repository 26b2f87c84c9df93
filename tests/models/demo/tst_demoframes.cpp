// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoframes.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

namespace
{

using Kind = DemoIncoming::Kind;

/// A masked frame from hexadecimal digits; the mask is zero, so that the payload is readable.
QByteArray frame(const char *firstTwo, const QByteArray &payload, const char *length = "")
{
    return QByteArray::fromHex(firstTwo) + QByteArray::fromHex(length) + QByteArray(4, '\0') + payload;
}

/// Everything that a reader returns.
QList<DemoIncoming> drain(DemoFrameReader &reader)
{
    QList<DemoIncoming> all;
    while (auto incoming = reader.next())
        all << *incoming;
    return all;
}

} // namespace

class DemoFramesTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void reads_data();
    void reads();
    void readsByteByByte();
    void unmasks();
    void joinsFragmentsAroundAPing();
    void takesAMessageOfTheLargestSize();
    void finds_data();
    void finds();
    void givesUpOnEndlessFragments();
    void saysNothingAfterAFault();
};

void DemoFramesTest::writes_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("size");

    QTest::newRow("a pong") << demoFrame(DemoOpcode::Pong, "a") << QByteArray::fromHex("8a0161") << 3;
    QTest::newRow("a first fragment")
        << demoFrame(DemoOpcode::Text, "a", false) << QByteArray::fromHex("010161") << 3;
    QTest::newRow("a length of 16 bits")
        << demoFrame(DemoOpcode::Binary, QByteArray(126, 'x')) << QByteArray::fromHex("827e007e") << 130;
    QTest::newRow("a length of 64 bits") << demoFrame(DemoOpcode::Text, QByteArray(65'536, 'x'))
                                         << QByteArray::fromHex("817f0000000000010000") << 65'546;
    QTest::newRow("a Close frame") << demoCloseFrame(1012, "deploy")
                                   << QByteArray::fromHex("880803f4") + "deploy" << 10;
}

void DemoFramesTest::writes()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const QByteArray, start);
    QFETCH(const int, size);

    QVERIFY(frame.startsWith(start));
    QCOMPARE(frame.size(), size);
}

void DemoFramesTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("a ping") << frame("8983", "abc") << Kind::Ping << QByteArray("abc");
    QTest::newRow("an empty ping") << frame("8980", "") << Kind::Ping << QByteArray();
    QTest::newRow("a pong") << frame("8a81", "x") << Kind::Pong << QByteArray("x");
    QTest::newRow("a text") << frame("8182", "hi") << Kind::Text << QByteArray("hi");
    QTest::newRow("a text beyond ASCII") << frame("8182", "\xc3\xa4") << Kind::Text << QByteArray("\xc3\xa4");
    QTest::newRow("a binary message") << frame("8281", "\xff") << Kind::Binary << QByteArray("\xff");
    QTest::newRow("a Close frame") << frame("8882", QByteArray::fromHex("03e8")) << Kind::Close
                                   << QByteArray::fromHex("03e8");
    QTest::newRow("an empty Close frame") << frame("8880", "") << Kind::Close << QByteArray();
    QTest::newRow("a length of 16 bits")
        << frame("82fe", QByteArray(300, 'x'), "012c") << Kind::Binary << QByteArray(300, 'x');
}

void DemoFramesTest::reads()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, payload);

    DemoFrameReader reader;
    reader.feed(bytes + bytes);
    const auto all = drain(reader);

    QCOMPARE(all.size(), 2);
    for (const DemoIncoming &one : all) {
        QCOMPARE(one.kind, kind);
        QCOMPARE(one.payload, payload);
    }
}

void DemoFramesTest::readsByteByByte()
{
    DemoFrameReader reader;
    const QByteArray bytes = frame("8983", "abc") + frame("82fe", QByteArray(300, 'x'), "012c");
    int count = 0;
    for (const char byte : bytes) {
        reader.feed(QByteArray(1, byte));
        count += static_cast<int>(drain(reader).size());
    }
    QCOMPARE(count, 2);
}

void DemoFramesTest::unmasks()
{
    // The example of RFC 6455 5.7.
    DemoFrameReader reader;
    reader.feed(QByteArray::fromHex("818537fa213d7f9f4d5158"));

    QCOMPARE(reader.next()->payload, "Hello");
}

void DemoFramesTest::joinsFragmentsAroundAPing()
{
    DemoFrameReader reader;
    reader.feed(frame("0183", "one") + frame("8981", "p") + frame("0083", "two") + frame("8080", ""));
    const auto all = drain(reader);

    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).kind, Kind::Ping);
    QCOMPARE(all.at(1).kind, Kind::Text);
    QCOMPARE(all.at(1).payload, "onetwo");
}

void DemoFramesTest::takesAMessageOfTheLargestSize()
{
    DemoFrameReader reader;
    reader.feed(frame("82ff", QByteArray(1'048'576, 'x'), "0000000000100000"));

    QCOMPARE(reader.next()->payload.size(), 1'048'576);
}

void DemoFramesTest::finds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");

    QTest::newRow("an unmasked frame") << QByteArray::fromHex("890161") << 1002;
    QTest::newRow("a reserved bit") << frame("c981", "a") << 1002;
    QTest::newRow("an unknown opcode") << frame("8381", "a") << 1002;
    QTest::newRow("an unknown control opcode") << frame("8b81", "a") << 1002;
    QTest::newRow("a ping in fragments") << frame("0981", "a") << 1002;
    QTest::newRow("a ping of 126 bytes") << frame("89fe", QByteArray(126, 'x'), "007e") << 1002;
    QTest::newRow("a continuation of nothing") << frame("8081", "a") << 1002;
    QTest::newRow("a message within another") << frame("0181", "a") + frame("8181", "b") << 1002;
    QTest::newRow("a Close frame with half a code") << frame("8881", "a") << 1002;
    QTest::newRow("text that isn't UTF-8") << frame("8182", "\xc3\x28") << 1007;
    QTest::newRow("a message of one byte too many") << frame("82ff", "", "0000000000100001") << 1009;
    QTest::newRow("a message of 2^63 bytes") << frame("82ff", "", "8000000000000000") << 1009;
    QTest::newRow("fragments of too much together")
        << frame("02ff", QByteArray(1'048'576, 'x'), "0000000000100000") + frame("8081", "x") << 1009;
}

void DemoFramesTest::finds()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);

    DemoFrameReader reader;
    reader.feed(bytes);
    const auto all = drain(reader);

    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0).kind, Kind::Fault);
    QCOMPARE(all.at(0).faultCode, code);
    QVERIFY(!all.at(0).payload.isEmpty());
}

void DemoFramesTest::givesUpOnEndlessFragments()
{
    DemoFrameReader reader;
    reader.feed(frame("0180", ""));
    for (int i = 1; i < DemoFrameReader::mostFragments; ++i)
        reader.feed(frame("0080", ""));
    QVERIFY(!reader.next());

    reader.feed(frame("0080", ""));
    const auto fault = reader.next();
    QVERIFY(fault.has_value());
    QCOMPARE(fault->faultCode, 1008);
}

void DemoFramesTest::saysNothingAfterAFault()
{
    DemoFrameReader reader;
    reader.feed(frame("8381", "a") + frame("8981", "p"));
    QCOMPARE(drain(reader).size(), 1);

    reader.feed(frame("8981", "p"));
    QVERIFY(!reader.next());
}

QTEST_GUILESS_MAIN(DemoFramesTest)
#include "tst_demoframes.moc"
