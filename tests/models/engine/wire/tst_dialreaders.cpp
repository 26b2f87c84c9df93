// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/httpproxyanswers.h"
#include "engine/wire/socksanswers.h"
#include "engine/wire/tlsopening.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

namespace
{

QByteArray record(int type, const QByteArray &content)
{
    return QByteArray(1, char(type)) + QByteArray("\x03\x03", 2) + char(content.size() >> 8) +
           char(content.size() & 0xff) + content;
}

QByteArray message(int type, const QByteArray &content)
{
    return QByteArray(1, char(type)) + '\0' + char(content.size() >> 8) + char(content.size() & 0xff) +
           content;
}

} // namespace

/// What a dial reads alongside Qt: answers of proxies, and the unencrypted part of TLS. It makes no
/// difference how the bytes are divided into packets.
class TestDialReaders : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void socksReply_data()
    {
        QTest::addColumn<QByteArrayList>("unread"); // each time that some have come
        QTest::addColumn<int>("reply");
        QTest::addColumn<bool>("wantsLogin");
        QTest::addColumn<bool>("isNoSocks");
        const auto bytes = [](const char *hex) { return QByteArray::fromHex(hex); };
        QTest::newRow("whole answers")
            << QByteArrayList{bytes("0500"), bytes("05050001")} << 5 << false << false;
        // Qt leaves the first byte in place until the second has come.
        QTest::newRow("the method in two pieces")
            << QByteArrayList{bytes("05"), bytes("0500"), bytes("05050001")} << 5 << false << false;
        // Of the reply, Qt takes each byte as it comes.
        QTest::newRow("the reply byte by byte")
            << QByteArrayList{bytes("0500"), bytes("05"), bytes("04"), bytes("00"), bytes("01")} << 4 << false
            << false;
        QTest::newRow("a password that is taken")
            << QByteArrayList{bytes("0502"), bytes("0100"), bytes("0502")} << 2 << false << false;
        QTest::newRow("a password that is refused")
            << QByteArrayList{bytes("0502"), bytes("0101")} << -1 << true << false;
        QTest::newRow("no method") << QByteArrayList{bytes("05ff")} << -1 << true << false;
        QTest::newRow("SOCKS 4") << QByteArrayList{bytes("005a")} << -1 << false << true;
        QTest::newRow("a web server") << QByteArrayList{"HTTP/1.1 400"} << -1 << false << true;
        QTest::newRow("what came early waits until Qt has read what was before it")
            << QByteArrayList{bytes("05000503"), bytes("0503000100")} << 3 << false << false;
        QTest::newRow("nothing") << QByteArrayList{} << -1 << false << false;
    }
    void socksReply()
    {
        QFETCH(QByteArrayList, unread);
        SocksAnswers answers;
        for (const QByteArray &bytes : unread)
            answers.feed(bytes);
        QTEST(answers.reply() ? int(*answers.reply()) : -1, "reply");
        QTEST(answers.wantsLogin(), "wantsLogin");
        QTEST(answers.isNoSocks(), "isNoSocks");
    }

    void httpAnswer_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<int>("status"); // of the last answer
        QTest::addColumn<QString>("body");
        const QByteArray login("HTTP/1.1 407 Log in\r\nContent-Length: 2\r\n\r\nno");
        const QByteArray forbidden("HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nnever");
        QTest::newRow("one answer") << QByteArrayList{forbidden} << 403 << QStringLiteral("never");
        QTest::newRow("the next on the same connection")
            << QByteArrayList{login, forbidden} << 403 << QStringLiteral("never");
        for (const int at : {1, 2, 4, 5, 6, 20}) {
            QTest::addRow("the next is cut after %d bytes", at)
                << QByteArrayList{login, forbidden.first(at), forbidden.sliced(at)} << 403
                << QStringLiteral("never");
        }
        QTest::newRow("the next is cut into single bytes")
            << QByteArrayList{login, "H", "T", "T", "P", "/", forbidden.sliced(5)} << 403
            << QStringLiteral("never");
        QTest::newRow("a body that begins like an answer")
            << QByteArrayList{"HTTP/1.1 502 Bad\r\nContent-Length: 8\r\n\r\n", "HTT", "Ping!"} << 502
            << QStringLiteral("HTTPing!");
        QTest::newRow("the next has only begun")
            << QByteArrayList{login, "HTTP/1.1 403 Forb"} << 0 << QString();
        QTest::newRow("no answer of HTTP") << QByteArrayList{"SSH-2.0"} << 0 << QString();
    }
    void httpAnswer()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(int, status);
        HttpProxyAnswers answers;
        for (const QByteArray &piece : pieces)
            answers.feed(piece);
        QCOMPARE(answers.last().has_value(), status != 0);
        QCOMPARE(answers.isNoHttp(), pieces.constFirst().startsWith("SSH"));
        const HttpAnswer answer = answers.last().value_or(HttpAnswer());
        QCOMPARE(answer.status, status);
        QTEST(answer.body, "body");
    }

    void tlsInTheOpen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("alert");
        QTest::addColumn<bool>("certificateRequested");
        QTest::addColumn<bool>("isDone");
        const QByteArray hello = message(2, QByteArray(40, 'h'));
        const QByteArray request = message(13, QByteArray(8, 'r'));
        const QByteArray secret = record(23, QByteArray(40, 's'));
        QTest::newRow("an alert") << record(21, QByteArray("\x02\x28", 2)) << 40 << false << false;
        QTest::newRow("a handshake without a request")
            << record(22, hello) + record(20, QByteArray(1, '\1')) << -1 << false << true;
        QTest::newRow("messages of one record") << record(22, hello + request) << -1 << true << false;
        QTest::newRow("a message in two records")
            << record(22, hello + request.first(2)) + record(22, request.sliced(2)) << -1 << true << false;
        QTest::newRow("an alert after what is encrypted")
            << secret + record(21, QByteArray("\x02\x28", 2)) << -1 << false << true;
        QTest::newRow("an alert of another length") << record(21, QByteArray(26, 'a')) << -1 << false << true;
        QTest::newRow("empty records")
            << record(22, {}) + record(22, {}) + record(21, QByteArray("\x02\x30", 2)) << 48 << false
            << false;
        QTest::newRow("a record longer than any")
            << record(22, QByteArray(16385, 'x')) << -1 << false << true;
        QByteArray endless;
        for (int i = 0; i < 6; ++i)
            endless += record(22, i == 0 ? QByteArray("\x0b\xff\xff\xff", 4) + QByteArray(16000, 'c')
                                         : QByteArray(16000, 'c'));
        QTest::newRow("a message longer than any") << endless << -1 << false << true;
    }
    void tlsInTheOpen()
    {
        QFETCH(QByteArray, bytes);
        for (const qsizetype size : {bytes.size(), qsizetype(1), qsizetype(7)}) {
            TlsOpening opening;
            for (qsizetype at = 0; at < bytes.size(); at += size)
                opening.feed(bytes.mid(at, size));
            QTEST(opening.alert() ? int(*opening.alert()) : -1, "alert");
            QTEST(opening.certificateRequested(), "certificateRequested");
            QTEST(opening.isDone(), "isDone");
        }
    }
};

QTEST_GUILESS_MAIN(TestDialReaders)
#include "tst_dialreaders.moc"
