// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clock.h"
#include "engine/wire/tcpdialer.h"
#include "tests/support/honesttest.h"

#include <QTcpServer>
#include <QTest>

#include <unistd.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class TestTcpDialer : public HonestTest
{
    Q_OBJECT

private:
    SystemClock m_clock;
    HostResolver m_resolver;

private Q_SLOTS:
    void ordersAddresses_data();
    void ordersAddresses();
    void fallsBackToTheNextAddress();
    void saysWhatEveryAddressAnswered();
    void knowsAMissingFamily();
    void literalsNeedNoLookup();
    void mayOutliveTheResolver();
};

void TestTcpDialer::ordersAddresses_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<AddressFamily>("family");
    QTest::addColumn<QStringList>("ordered");
    const auto row = [](const char *name, const char *addresses, AddressFamily family, const char *ordered) {
        const auto list = [](const char *text) {
            return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        QTest::newRow(name) << list(addresses) << family << list(ordered);
    };
    row("none", "", AddressFamily::Any, "");
    row("families alternate, the first leads", "::1 ::2 1.1.1.1 1.1.1.2", AddressFamily::Any,
        "::1 1.1.1.1 ::2 1.1.1.2");
    row("IPv4 first when the system says so", "1.1.1.1 1.1.1.2 ::1", AddressFamily::Any,
        "1.1.1.1 ::1 1.1.1.2");
    row("only IPv4", "::1 1.1.1.1 ::2", AddressFamily::IPv4, "1.1.1.1");
    row("only IPv6", "::1 1.1.1.1 ::2", AddressFamily::IPv6, "::1 ::2");
}

void TestTcpDialer::ordersAddresses()
{
    QFETCH(const QStringList, addresses);
    QFETCH(const AddressFamily, family);
    QFETCH(const QStringList, ordered);
    QList<QHostAddress> input;
    for (const QString &address : addresses)
        input << QHostAddress(address);
    QStringList output;
    for (const QHostAddress &address : orderAddresses(input, family))
        output << address.toString();
    QCOMPARE(output, ordered);
}

void TestTcpDialer::fallsBackToTheNextAddress()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpDialer dialer(m_clock, m_resolver);
    std::optional<DialledSocket> socket;
    connect(&dialer, &TcpDialer::connected, this, [&socket](const DialledSocket &s) { socket = s; });
    // One refuses, one has no route (nobody can connect to a multicast address), and one answers.
    dialer.startWith({QHostAddress(QStringLiteral("127.0.0.2")), QHostAddress(QStringLiteral("ff05::1")),
                      QHostAddress(QStringLiteral("127.0.0.1"))},
                     server.serverPort());
    QVERIFY(!socket);
    QTRY_VERIFY(socket);
    QCOMPARE(socket->address, QStringLiteral("127.0.0.1:%1").arg(server.serverPort()));
    QVERIFY(socket->tcp > nanoseconds(0));
    ::close(socket->descriptor);
}

void TestTcpDialer::saysWhatEveryAddressAnswered()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    TcpDialer dialer(m_clock, m_resolver);
    std::optional<TransportEnd> end;
    connect(&dialer, &TcpDialer::failed, this, [&end](const TransportEnd &e) { end = e; });
    dialer.startWith({QHostAddress(QStringLiteral("ff05::1")), QHostAddress(QStringLiteral("127.0.0.1"))},
                     port);
    QVERIFY(!end);
    QTRY_VERIFY(end);
    // A refusal says more than a missing route.
    QCOMPARE(end->cause, Cause::Refused);
    QVERIFY(end->detail.contains(QStringLiteral("[ff05::1]:%1: ").arg(port)));
    QVERIFY(end->detail.contains(QStringLiteral("127.0.0.1:%1: ").arg(port)));
}

void TestTcpDialer::knowsAMissingFamily()
{
    TcpDialer dialer(m_clock, m_resolver);
    std::optional<TransportEnd> end;
    connect(&dialer, &TcpDialer::failed, this, [&end](const TransportEnd &e) { end = e; });
    dialer.start(QStringLiteral("127.0.0.1"), 9, AddressFamily::IPv6);
    QVERIFY(!end);
    QTRY_VERIFY(end);
    QCOMPARE(end->cause, Cause::Dns);
}

void TestTcpDialer::literalsNeedNoLookup()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpDialer dialer(m_clock, m_resolver);
    std::optional<DialledSocket> socket;
    connect(&dialer, &TcpDialer::connected, this, [&socket](const DialledSocket &s) { socket = s; });
    dialer.start(QStringLiteral("127.0.0.1"), server.serverPort(), AddressFamily::Any);
    QCOMPARE(dialer.phase(), DialPhase::Tcp);
    QTRY_VERIFY(socket);
    QVERIFY(!socket->dns);
    ::close(socket->descriptor);
}

void TestTcpDialer::mayOutliveTheResolver()
{
    // As at the end of an I/O thread while a name is being looked up: dialers are deleted later.
    auto resolver = std::make_unique<HostResolver>([](const QString &) { return HostAnswer(); });
    auto dialer = std::make_unique<TcpDialer>(m_clock, *resolver);
    dialer->start(QStringLiteral("somewhere.example"), 80, AddressFamily::Any);
    resolver.reset();
    dialer.reset();
}

QTEST_GUILESS_MAIN(TestTcpDialer)
#include "tst_tcpdialer.moc"
