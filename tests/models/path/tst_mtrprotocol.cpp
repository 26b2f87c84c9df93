// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/mtrprotocol.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

/// Lines of mtr-packet 0.95 as they were recorded, and lines that it would never write.
class TestMtrProtocol : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void repliesAreRead_data()
    {
        using Kind = MtrReply::Kind;
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::addColumn<quint32>("token");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("microseconds");
        const auto row = [](const char *name, const char *line, Kind kind, quint32 token,
                            const char *address = "", int us = -1) {
            QTest::newRow(name) << QByteArray(line) << int(kind) << token << QString::fromLatin1(address)
                                << us;
        };
        row("the destination answers", "105 reply ip-4 10.77.4.2 round-trip-time 215", Kind::Reply, 105,
            "10.77.4.2", 215);
        row("a router answers", "102 ttl-expired ip-4 10.77.1.2 round-trip-time 327", Kind::TtlExpired, 102,
            "10.77.1.2", 327);
        row("with labels", "7 ttl-expired ip-4 10.0.0.1 round-trip-time 9 mpls 1,2,3,4", Kind::TtlExpired, 7,
            "10.0.0.1", 9);
        row("IPv6", "101 ttl-expired ip-6 fd77::2 round-trip-time 65", Kind::TtlExpired, 101, "fd77::2", 65);
        row("IPv6 in another form", "1 reply ip-6 FD77:0:0::0002 round-trip-time 65", Kind::Reply, 1,
            "fd77::2", 65);
        row("a router that can't pass on: its time says nothing",
            "107 no-route ip-4 10.77.1.2 round-trip-time 1031969", Kind::NoRoute, 107, "10.77.1.2");
        row("this machine has no route", "3 no-route", Kind::NoRoute, 3);
        row("nothing came", "106 no-reply", Kind::NoReply, 106);
        row("connect(2) said ENETUNREACH", "101 invalid-argument", Kind::NotSent, 101);
        row("with a reason", "5 invalid-argument reason ip-version-not-supported", Kind::NotSent, 5);
        row("it may not", "5 permission-denied", Kind::NotSent, 5);
        row("the network is down", "5 network-down", Kind::NotSent, 5);
        row("a feature", "3 feature-support support ok", Kind::Support, 3);
        row("with a carriage return", "106 no-reply\r", Kind::NoReply, 106);
    }

    void repliesAreRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QFETCH(quint32, token);
        QFETCH(QString, address);
        QFETCH(int, microseconds);
        const std::optional<MtrReply> reply = readMtrReply(line);
        QVERIFY(reply);
        QCOMPARE(int(reply->kind), kind);
        QCOMPARE(reply->token, token);
        QCOMPARE(reply->address, address);
        QCOMPARE(reply->rtt.has_value(), microseconds >= 0);
        if (reply->rtt)
            QCOMPARE(reply->rtt->count(), qint64(microseconds) * 1000);
    }

    void othersAreNot_data()
    {
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, const QByteArray &line) { QTest::newRow(name) << line; };
        row("nothing", "");
        row("blanks", "   ");
        row("a number", "1");
        row("no number", "x reply ip-4 10.0.0.1 round-trip-time 5");
        row("a number that does not fit", "99999999999999999999 no-reply");
        row("a negative number", "-1 no-reply");
        row("an unknown word", "5 hello");
        row("a parse error", "0 command-parse-error");
        row("an argument without a value", "5 reply ip-4");
        row("no address", "5 reply round-trip-time 5");
        row("no time", "5 reply ip-4 10.0.0.1");
        row("an address that is none", "5 reply ip-4 999.0.0.1 round-trip-time 5");
        row("an address in one number", "5 reply ip-4 1 round-trip-time 5");
        row("IPv6 for IPv4", "5 reply ip-4 ::1 round-trip-time 5");
        row("IPv4 for IPv6", "5 reply ip-6 10.0.0.1 round-trip-time 5");
        row("a time that is none", "5 reply ip-4 10.0.0.1 round-trip-time soon");
        row("a time that does not fit", "5 reply ip-4 10.0.0.1 round-trip-time 99999999999");
        row("a negative time", "5 reply ip-4 10.0.0.1 round-trip-time -5");
        row("an endless line", "5 reply ip-4 10.0.0.1 round-trip-time 5 mpls " + QByteArray(600, '1'));
        row("an endless word", "5 feature-support support " + QByteArray(100, 'a'));
        row("terminal controls", "5 feature-support support \x1b[31m");
        row("zeros", QByteArray("5\0no-reply", 10));
        row("not ASCII", "5 reply ip-4 \xd9\xa1.0.0.1 round-trip-time 5");
    }

    void othersAreNot()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!readMtrReply(line));
    }

    void requestsAreThoseOfTheManual()
    {
        TraceTarget target{QStringLiteral("edge"), QStringLiteral("10.77.4.2"), 443, TraceProtocol::Tcp,
                           false};
        QCOMPARE(probeRequest(target, {105, 5, seconds(4)}),
                 QByteArray("105 send-probe ip-4 10.77.4.2 protocol tcp port 443 ttl 5 timeout 4\n"));
        target.address = QStringLiteral("fd77:4::2");
        target.protocol = TraceProtocol::Icmp;
        QCOMPARE(probeRequest(target, {105, 5, seconds(1)}),
                 QByteArray("105 send-probe ip-6 fd77:4::2 protocol icmp ttl 5 timeout 1\n"));
        QCOMPARE(supportRequest(3, "udp"), QByteArray("3 check-support feature udp\n"));
    }
};

QTEST_GUILESS_MAIN(TestMtrProtocol)
#include "tst_mtrprotocol.moc"
