// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/frameparser.h"
#include "tests/support/honesttest.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

constexpr qint64 limit = 100'000;

/// An event in words, to keep tables readable.
QString inWords(const FrameEvent &event)
{
    if (const auto *ping = std::get_if<PingFrame>(&event))
        return QStringLiteral("ping ") + QString::fromLatin1(ping->payload);
    if (const auto *pong = std::get_if<PongFrame>(&event))
        return QStringLiteral("pong ") + QString::fromLatin1(pong->payload);
    if (const auto *close = std::get_if<CloseFrame>(&event)) {
        return close->code ? QStringLiteral("close %1 %2").arg(*close->code).arg(close->reason)
                           : QStringLiteral("close empty");
    }
    if (const auto *message = std::get_if<WholeMessage>(&event)) {
        return QStringLiteral("%1 of %2: %3")
            .arg(message->binary ? QStringLiteral("binary") : QStringLiteral("text"))
            .arg(message->size)
            .arg(QString::fromLatin1(message->payload));
    }
    if (const auto *violation = std::get_if<Violation>(&event)) {
        return QStringLiteral("violation %1%2")
            .arg(violation->closeCode)
            .arg(violation->cause == Cause::MessageTooBig ? QStringLiteral(" too big") : QString());
    }
    return {};
}

/// What the parser finds if the bytes come in pieces of these sizes (with the rest in one piece).
QStringList parse(const QByteArray &bytes, const QList<qsizetype> &pieces = {}, qint64 wanted = 20)
{
    FrameParser parser(limit);
    parser.setMessagesWanted(wanted);
    QStringList events;
    qsizetype at = 0;
    qsizetype piece = 0;
    while (at < bytes.size()) {
        const qsizetype size = piece < pieces.size() ? pieces[piece++] : bytes.size() - at;
        // A copy of exactly this size, so that reading too far is noticed.
        const QByteArray copy = bytes.mid(at, size);
        QByteArrayView input(copy);
        for (;;) {
            const FrameEvent event = parser.next(input);
            if (std::holds_alternative<std::monostate>(event))
                break;
            events << inWords(event);
        }
        if (!input.isEmpty())
            events << QStringLiteral("left over");
        at += size;
    }
    return events;
}

QByteArray raw(std::initializer_list<int> bytes)
{
    QByteArray array;
    for (const int byte : bytes)
        array.append(static_cast<char>(byte));
    return array;
}

} // namespace

class TestFrameParser : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void closeCodes_data();
    void closeCodes();
    void keepsNothingThatIsNotWanted();
    void randomBytesInAnyPieces();
    void randomFramesInAnyPieces();
    void detailsAreSentences();
};

void TestFrameParser::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("events");
    const auto row = [](const char *name, const QByteArray &bytes, const char *events) {
        const QString list = QString::fromLatin1(events);
        QTest::newRow(name) << bytes << (list.isEmpty() ? QStringList() : list.split(QLatin1Char('|')));
    };
    // RFC 6455 5.7
    row("5.7: an unmasked text", raw({0x81, 0x05}) + "Hello", "text of 5: Hello");
    row("5.7: a text in two fragments", raw({0x01, 0x03}) + "Hel" + raw({0x80, 0x02}) + "lo",
        "text of 5: Hello");
    row("5.7: a ping", raw({0x89, 0x05}) + "Hello", "ping Hello");
    row("5.7: 256 bytes of binary", raw({0x82, 0x7e, 0x01, 0x00}) + QByteArray(256, 'b'),
        "binary of 256: bbbbbbbbbbbbbbbbbbbb");
    row("5.7: 64 KiB of binary", raw({0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0, 0}) + QByteArray(65536, 'b'),
        "binary of 65536: bbbbbbbbbbbbbbbbbbbb");
    row("a masked text", raw({0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58}),
        "violation 1002");

    row("nothing", {}, "");
    row("a pong with the longest payload", raw({0x8a, 125}) + QByteArray(125, 'p'),
        QByteArray("pong " + QByteArray(125, 'p')).constData());
    row("a pong without a payload", raw({0x8a, 0}), "pong ");
    row("an empty message", raw({0x82, 0}), "binary of 0: ");
    row("a ping between fragments", raw({0x02, 1}) + "a" + raw({0x89, 1}) + "!" + raw({0x80, 1}) + "b",
        "ping !|binary of 2: ab");
    row("empty fragments", raw({0x01, 0, 0x00, 0, 0x80, 0}), "text of 0: ");
    row("two frames in a row", raw({0x8a, 1}) + "1" + raw({0x8a, 1}) + "2", "pong 1|pong 2");
    row("half a header", raw({0x8a}), "");
    row("half a payload", raw({0x8a, 4}) + "ab", "");
    row("a text with a character over two fragments", raw({0x01, 1, 0xc3, 0x80, 1, 0xbc}),
        "text of 2: \xc3\xbc");

    row("RSV1", raw({0xc1, 0}), "violation 1002");
    row("RSV2", raw({0xa1, 0}), "violation 1002");
    row("RSV3", raw({0x91, 0}), "violation 1002");
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        row(qPrintable(QStringLiteral("opcode %1").arg(opcode)), raw({0x80 | opcode, 0}), "violation 1002");
    row("a fragmented ping", raw({0x09, 0}), "violation 1002");
    row("a fragmented Close", raw({0x08, 0}), "violation 1002");
    row("a pong of 126 bytes", raw({0x8a, 126, 0, 126}), "violation 1002");
    row("a ping with a length of 64 bits", raw({0x89, 127}), "violation 1002");
    row("a continuation of nothing", raw({0x80, 0}), "violation 1002");
    row("a continuation after a complete message", raw({0x82, 0, 0x80, 0}), "binary of 0: |violation 1002");
    row("a new message within a message", raw({0x02, 0, 0x82, 0}), "violation 1002");
    row("125 bytes in a length of 16 bits", raw({0x82, 126, 0, 125}), "violation 1002");
    row("65535 bytes in a length of 64 bits", raw({0x82, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff}),
        "violation 1002");
    row("the highest bit of a length", raw({0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0}), "violation 1002");
    row("2^62 bytes", raw({0x82, 127, 0x40, 0, 0, 0, 0, 0, 0, 0}), "violation 1009 too big");
    row("one byte over the limit", raw({0x82, 127, 0, 0, 0, 0, 0, 0x01, 0x86, 0xa1}),
        "violation 1009 too big");
    row("fragments over the limit together",
        raw({0x02, 127, 0, 0, 0, 0, 0, 0x01, 0x86, 0xa0}) + QByteArray(100'000, 'x') + raw({0x80, 1}),
        "violation 1009 too big");
    row("nothing is read after a violation", raw({0xc1, 0, 0x8a, 0}), "violation 1002");

    row("a text that is not UTF-8", raw({0x81, 1, 0xff}), "violation 1007");
    row("an overlong form", raw({0x81, 2, 0xc0, 0x80}), "violation 1007");
    row("a surrogate", raw({0x81, 3, 0xed, 0xa0, 0x80}), "violation 1007");
    row("above U+10FFFF", raw({0x81, 4, 0xf4, 0x90, 0x80, 0x80}), "violation 1007");
    row("a text that ends within a character", raw({0x81, 1, 0xc3}), "violation 1007");
    row("binary need not be UTF-8", raw({0x82, 2, 0xff, 0xff}), "binary of 2: \xff\xff");
    row("a text is refused at its first wrong byte", raw({0x81, 100, 0xff}), "violation 1007");

    row("an empty Close", raw({0x88, 0}), "close empty");
    row("a Close of one byte", raw({0x88, 1, 3}), "violation 1002");
    row("a Close with a reason", raw({0x88, 5, 0x03, 0xf4}) + "bye", "close 1012 bye");
    row("a Close with a reason that is not UTF-8", raw({0x88, 3, 0x03, 0xe8, 0xff}), "violation 1007");
    row("nothing is read after a Close", raw({0x88, 0, 0xff, 0xff, 0x8a, 0}), "close empty");
}

void TestFrameParser::reads()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, events);
    QCOMPARE(parse(bytes), events);
    // However the bytes are divided, they mean the same.
    QCOMPARE(parse(bytes, QList<qsizetype>(bytes.size(), 1)), events);
    for (qsizetype cut = 1; cut < std::min<qsizetype>(bytes.size(), 300); ++cut)
        QCOMPARE(parse(bytes, {cut}), events);
}

void TestFrameParser::closeCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("valid");
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999,
                           4000, 4001, 4999})
        QTest::addRow("%d", code) << code << true;
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        QTest::addRow("%d", code) << code << false;
}

void TestFrameParser::closeCodes()
{
    QFETCH(const int, code);
    QFETCH(const bool, valid);
    const QStringList events = parse(raw({0x88, 2, code >> 8, code & 0xff}));
    QCOMPARE(events,
             QStringList(valid ? QStringLiteral("close %1 ").arg(code) : QStringLiteral("violation 1002")));
}

void TestFrameParser::keepsNothingThatIsNotWanted()
{
    const QByteArray bytes = raw({0x82, 126, 0x80, 0x00}) + QByteArray(0x8000, 'x');
    QCOMPARE(parse(bytes, {}, 0), QStringList{QStringLiteral("binary of 32768: ")});
}

void TestFrameParser::randomBytesInAnyPieces()
{
    QRandomGenerator random(6455);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes(random.bounded(1, 200), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        QList<qsizetype> pieces;
        for (int i = 0; i < 20; ++i)
            pieces << random.bounded(1, 30);
        QCOMPARE(parse(bytes, pieces), parse(bytes));
        QCOMPARE(parse(bytes, QList<qsizetype>(bytes.size(), 1)), parse(bytes));
    }
}

void TestFrameParser::randomFramesInAnyPieces()
{
    // Mostly valid frames, which get much further than random bytes.
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 30; ++i) {
            const std::array<int, 8> first = {0x81, 0x82, 0x89, 0x8a, 0x8a, 0x01, 0x80, 0x88};
            const int length = random.bounded(40);
            bytes += raw({first.at(static_cast<size_t>(random.bounded(8))), length}) +
                     QByteArray(length, static_cast<char>(random.bounded(32, 127)));
        }
        QList<qsizetype> pieces;
        for (int i = 0; i < 100; ++i)
            pieces << random.bounded(1, 50);
        const QStringList whole = parse(bytes);
        QVERIFY(!whole.isEmpty());
        QCOMPARE(parse(bytes, pieces), whole);
    }
}

void TestFrameParser::detailsAreSentences()
{
    FrameParser parser(limit);
    const QByteArray bytes = raw({0x88, 2, 0x03, 0xee});
    QByteArrayView input(bytes);
    const FrameEvent event = parser.next(input);
    // The code that must not be on the wire is still shown to the user.
    QVERIFY(std::get<Violation>(event).detail.contains(QStringLiteral("1006")));
}

QTEST_APPLESS_MAIN(TestFrameParser)
#include "tst_frameparser.moc"
