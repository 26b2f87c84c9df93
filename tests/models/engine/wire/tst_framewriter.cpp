// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/framewriter.h"
#include "engine/wire/masksource.h"
#include "tests/support/honesttest.h"

#include <QSet>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

constexpr MaskKey rfcMask = {0x37, static_cast<char>(0xfa), 0x21, 0x3d};
constexpr MaskKey noMask = {0, 0, 0, 0};

} // namespace

class TestFrameWriter : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void masksAsTheRfcDoes();
    void dataLengths_data();
    void dataLengths();
    void closes_data();
    void closes();
    void longPingsAreCut();
    void masksDiffer();
};

void TestFrameWriter::masksAsTheRfcDoes()
{
    // RFC 6455 5.7
    QCOMPARE(writeDataFrame(Opcode::Text, "Hello", rfcMask), QByteArray::fromHex("818537fa213d7f9f4d5158"));
    QCOMPARE(writeControlFrame(Opcode::Pong, "Hello", rfcMask).view().toByteArray(),
             QByteArray::fromHex("8a8537fa213d7f9f4d5158"));
}

void TestFrameWriter::dataLengths_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << 0 << QByteArray::fromHex("8280");
    QTest::newRow("longest of 7 bits") << 125 << QByteArray::fromHex("82fd");
    QTest::newRow("shortest of 16 bits") << 126 << QByteArray::fromHex("82fe007e");
    QTest::newRow("longest of 16 bits") << 65535 << QByteArray::fromHex("82feffff");
    QTest::newRow("shortest of 64 bits") << 65536 << QByteArray::fromHex("82ff0000000000010000");
}

void TestFrameWriter::dataLengths()
{
    QFETCH(const int, size);
    QFETCH(const QByteArray, header);
    const QByteArray payload(size, 'x');
    QCOMPARE(writeDataFrame(Opcode::Binary, payload, noMask),
             QByteArray(header + QByteArray(4, '\0') + payload));
}

void TestFrameWriter::closes_data()
{
    QTest::addColumn<CloseFrame>("frame");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("without a code") << CloseFrame{} << QByteArray();
    QTest::newRow("with a code") << CloseFrame{1000, {}} << QByteArray("\x03\xe8");
    QTest::newRow("with a reason") << CloseFrame{4001, QStringLiteral("ä")} << QByteArray("\x0f\xa1\xc3\xa4");
    QTest::newRow("with a reason that is too long")
        << CloseFrame{1000, QString(200, QChar(u'r'))} << QByteArray("\x03\xe8" + QByteArray(123, 'r'));
    // 41 characters of 3 bytes are 123 bytes; 30 of 4 bytes are 120, with no room for one more.
    QTest::newRow("cut between characters")
        << CloseFrame{1000, QString::fromUtf8("😀").repeated(40)}
        << QByteArray("\x03\xe8" + QString::fromUtf8("😀").repeated(30).toUtf8());
}

void TestFrameWriter::closes()
{
    QFETCH(const CloseFrame, frame);
    QFETCH(const QByteArray, payload);
    const QByteArray bytes = writeCloseFrame(frame, noMask).view().toByteArray();
    QCOMPARE(bytes.mid(6), payload);
    QCOMPARE(static_cast<int>(bytes[1] & 0x7f), static_cast<int>(payload.size()));
}

void TestFrameWriter::longPingsAreCut()
{
    QCOMPARE(writeControlFrame(Opcode::Ping, QByteArray(126, 'x'), noMask).size, qsizetype(6 + 125));
}

void TestFrameWriter::masksDiffer()
{
    MaskSource masks;
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const MaskKey key = masks.next();
        seen.insert(QByteArray(key.data(), key.size()));
    }
    // Among a thousand random 32-bit keys, two are the same once in nine thousand runs; three never.
    QVERIFY(seen.size() >= 998);
}

QTEST_APPLESS_MAIN(TestFrameWriter)
#include "tst_framewriter.moc"
