// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "demo/demopath.h"
#include "tests/support/honesttest.h"
#include "tests/support/rawclient.h"

#include <QSet>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class DemoFleetTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void servesOnAThreadOfItsOwn();
    void offersAFirstLook();
    void namesWhereToDial_data();
    void namesWhereToDial();
    void saysWhyItCannotStart();
    void endsWithClientsConnected();
};

void DemoFleetTest::servesOnAThreadOfItsOwn()
{
    DemoFleet fleet;
    QCOMPARE(fleet.start(), QString());
    QVERIFY(fleet.port() > 0);

    RawClient client(fleet.port());
    client.request("/steady");
    client.ping("a");
    QTRY_COMPARE(client.frames(), QStringList(QStringLiteral("pong a")));
}

void DemoFleetTest::offersAFirstLook()
{
    DemoFleet fleet;
    QVERIFY(fleet.peers().isEmpty());
    QCOMPARE(fleet.start(), QString());

    const QList<DemoPeer> peers = fleet.peers();
    QCOMPARE(peers.size(), 10);
    QSet<QString> names;
    for (const DemoPeer &peer : peers) {
        names << peer.name;
        QVERIFY(!peer.name.isEmpty());
        QCOMPARE(peer.url.scheme(), QStringLiteral("ws"));
        QCOMPARE(peer.url.host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(peer.url.port(), fleet.port());
        const QByteArray target = peer.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        QVERIFY2(std::holds_alternative<DemoPath>(parseDemoPath(target)), target.constData());
    }
    QCOMPARE(names.size(), 10);
}

void DemoFleetTest::namesWhereToDial_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::addColumn<QString>("host");

    QTest::newRow("the loopback address")
        << QHostAddress(QHostAddress::LocalHost) << QStringLiteral("127.0.0.1");
    QTest::newRow("every address") << QHostAddress(QHostAddress::AnyIPv4) << QStringLiteral("127.0.0.1");
}

void DemoFleetTest::namesWhereToDial()
{
    QFETCH(const QHostAddress, address);
    QFETCH(const QString, host);

    DemoFleet fleet;
    QCOMPARE(fleet.start(address), QString());

    QCOMPARE(fleet.url(QStringLiteral("/close?code=1000&reason=so%20long")).toEncoded(),
             "ws://" + host.toLatin1() + ':' + QByteArray::number(fleet.port()) +
                 "/close?code=1000&reason=so%20long");
}

void DemoFleetTest::saysWhyItCannotStart()
{
    DemoFleet first;
    QCOMPARE(first.start(), QString());
    DemoFleet second;
    QVERIFY(second.start(QHostAddress::LocalHost, first.port()).contains(QString::number(first.port())));
    QVERIFY(second.peers().isEmpty());
    QVERIFY(!first.start().isEmpty()); // it is already running
    QCOMPARE(first.peers().size(), 10);
}

void DemoFleetTest::endsWithClientsConnected()
{
    auto fleet = std::make_unique<DemoFleet>();
    QCOMPARE(fleet->start(), QString());
    RawClient client(fleet->port());
    client.request("/flood");
    QTRY_VERIFY(client.frames().size() > 5);

    fleet.reset();
    QTRY_VERIFY(client.end() != QLatin1String("open"));
}

QTEST_GUILESS_MAIN(DemoFleetTest)
#include "tst_demofleet.moc"
