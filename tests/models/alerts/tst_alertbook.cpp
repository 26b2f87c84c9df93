// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertworld.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <set>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class AlertBookTest : public HonestTest
{
    Q_OBJECT

private:
    static QString host(quint32 number) { return QStringLiteral("host-%1").arg(number); }
    static AlertRule observerRule() { return ruleOf(QStringLiteral("late"), ObserverLags{500ms, 60s}); }

private Q_SLOTS:
    void troubleIsToldOnceAndItsEndToo()
    {
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s)}));
        world.up(1);
        world.pass(10s);
        world.lose(1);
        world.pass(6s);
        QCOMPARE(world.told.size(), size_t(0)); // what belongs to it is waited for
        world.pass(60s);
        QCOMPARE(world.told.size(), size_t(1));
        QCOMPARE(world.told[0].about.members.size(), size_t(1));
        QCOMPARE(world.told[0].about.members[0].verdict->cause, Cause::Reset);
        world.up(1);
        world.pass(2s);
        QCOMPARE(world.told.size(), size_t(2));
        QCOMPARE(world.told[1].kind, AlertChange::Kind::Resolved);
        QCOMPARE(world.told[1].about.id, world.told[0].about.id);
        QCOMPARE(AlertWorld::words(world.told[1]).title, QStringLiteral("p1 has recovered"));
        QCOMPARE(AlertWorld::words(world.told[1]).body, QStringLiteral("It had been in trouble for 67 s."));
    }

    void whatIsOverInTimeIsNotTold()
    {
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s)}));
        world.up(1);
        world.lose(1);
        world.pass(4s);
        world.up(1);
        world.pass(60s);
        QVERIFY(world.told.empty());
        // Nor what is over by the time that it would be told.
        world.lose(1);
        world.pass(6s);
        world.up(1);
        world.pass(60s);
        QVERIFY(world.told.empty());
    }

    void comesAndGoesIsOneAlert()
    {
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s, 30s)}));
        world.up(1);
        for (int i = 0; i < 5; ++i) {
            world.lose(1);
            world.pass(10s);
            world.up(1);
            world.pass(20s);
        }
        QCOMPARE(world.told.size(), size_t(1));
        world.pass(40s);
        QCOMPARE(world.resolved(), size_t(1));
    }

    void sameAddressIsOneAlert()
    {
        AlertWorld world;
        for (quint32 number = 1; number <= 7; ++number) {
            world.add(number, watchedFor({downFor(5s)}));
            world.up(number);
        }
        for (quint32 number = 1; number <= 7; ++number) {
            world.lose(number, number % 2 == 0 ? Cause::Eof : Cause::Reset);
            world.advance(200ms);
        }
        world.pass(20s);
        QCOMPARE(world.told.size(), size_t(1));
        QCOMPARE(world.told[0].about.inTrouble(), size_t(7));
        const AlertWords words = AlertWorld::words(world.told[0]);
        QCOMPARE(words.title, QStringLiteral("7 peers in trouble"));
        QVERIFY2(words.body.startsWith(QStringLiteral("p1, p2, p3, p4, p5 and 2 more. ")),
                 qPrintable(words.body));
        for (quint32 number = 1; number <= 7; ++number)
            world.up(number);
        world.pass(2s);
        QCOMPARE(world.told.size(), size_t(2));
        QCOMPARE(AlertWorld::words(world.told[1]).title, QStringLiteral("7 peers have recovered"));
    }

    void joinsWhatBelongsTogether_data()
    {
        QTest::addColumn<bool>("sameHost");
        QTest::addColumn<bool>("sameCause");
        QTest::addColumn<int>("apart_s");
        QTest::addColumn<int>("alerts");
        QTest::newRow("same address, same cause, an hour later") << true << true << 3600 << 1;
        QTest::newRow("same address, same minute") << true << false << 30 << 1;
        QTest::newRow("same cause, same minute") << false << true << 30 << 1;
        QTest::newRow("same address, an hour later") << true << false << 3600 << 2;
        QTest::newRow("same cause, an hour later") << false << true << 3600 << 2;
        QTest::newRow("nothing in common") << false << false << 1 << 2;
    }

    void joinsWhatBelongsTogether()
    {
        QFETCH(bool, sameHost);
        QFETCH(bool, sameCause);
        QFETCH(int, apart_s);
        QFETCH(int, alerts);
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s)}), host(1));
        world.add(2, watchedFor({downFor(5s)}), host(sameHost ? 1 : 2));
        world.up(1);
        world.up(2);
        world.lose(1, Cause::Reset);
        world.pass(seconds(apart_s));
        world.lose(2, sameCause ? Cause::Reset : Cause::Tls);
        world.pass(20s);
        QCOMPARE(world.book.openCases().size(), static_cast<size_t>(alerts));
        world.pass(15min); // who joined is told of
        size_t named = 0;
        for (const AlertCase &one : world.book.openCases())
            named += one.members.size();
        QCOMPARE(named, size_t(2));
        QCOMPARE(world.fired(), static_cast<size_t>(alerts));
    }

    void manyAlertsInAnHourBecomeOne()
    {
        AlertWorld world;
        for (quint32 number = 1; number <= 20; ++number) {
            world.add(number, watchedFor({downFor(5s)}), host(number));
            world.up(number);
        }
        for (quint32 number = 1; number <= 20; ++number) {
            world.lose(number);
            world.pass(2min); // too far apart to be the same
        }
        QCOMPARE(world.fired(), size_t(4));
        QVERIFY(world.told[3].about.isMixed);
        world.pass(15min);
        // Nobody is kept quiet about: each one was named in something that was told.
        std::set<QString> named;
        for (const AlertChange &change : world.told)
            for (const AlertMember &member : change.about.members)
                named.insert(member.name);
        QCOMPARE(named.size(), size_t(20));
        QVERIFY2(world.told.size() <= 8, qPrintable(QString::number(world.told.size())));
    }

    void behindAGatewayNobodyIsToldOf()
    {
        AlertWorld world;
        AlertPeer behind = watchedFor({downFor(5s)});
        behind.gateway = QStringLiteral("p1");
        world.add(1, watchedFor({downFor(5s)}), host(1));
        for (quint32 number = 2; number <= 9; ++number)
            world.add(number, behind, host(number));
        for (quint32 number = 1; number <= 9; ++number)
            world.up(number);
        world.miss(1);
        world.pass(1s);
        for (quint32 number = 2; number <= 9; ++number)
            world.lose(number);
        world.pass(30s);
        QCOMPARE(world.told.size(), size_t(1));
        QCOMPARE(world.told[0].about.members.size(), size_t(1));
        QCOMPARE(world.told[0].about.behind.size(), qsizetype(8));
        QVERIFY(AlertWorld::words(world.told[0])
                    .body.contains(QStringLiteral("8 peers behind it are down, too.")));
        // The gateway is back, and one of those behind it is not.
        world.answer(1);
        for (quint32 number = 3; number <= 9; ++number)
            world.up(number);
        world.pass(4s);
        QCOMPARE(world.resolved(), size_t(1));
        QCOMPARE(world.fired(), size_t(1));
        world.pass(10s);
        QCOMPARE(world.fired(), size_t(2));
        QCOMPARE(world.told.back().about.members[0].name, QStringLiteral("p2"));
    }

    void whileThisMachineIsLateOnlyThatIsTold()
    {
        AlertWorld world;
        world.book.setObserverRules({observerRule()});
        world.add(1, watchedFor({downFor(5s)}));
        world.up(1);
        world.book.addLag(2s, world.now());
        world.miss(1);
        world.pass(50s);
        QCOMPARE(world.told.size(), size_t(1));
        QCOMPARE(world.told[0].about.subject, AlertSubject::Observer);
        QCOMPARE(suspicionOf(world.told[0].about).likely, Suspects(Suspect::ThisSide));
        QVERIFY(AlertWorld::words(world.told[0]).body.contains(QStringLiteral("2")));
        world.pass(30s); // the peer is still silent
        QCOMPARE(world.fired(), size_t(2));
        QCOMPARE(world.resolved(), size_t(1));
        QCOMPARE(world.told.back().about.subject, AlertSubject::Peer);
    }

    void withoutARuleAboutItLagHoldsNothingBack()
    {
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s)}));
        world.up(1);
        world.book.addLag(20s, world.now());
        world.miss(1);
        world.pass(10s);
        QCOMPARE(world.fired(), size_t(1));
    }

    void maintenanceAndMutesHoldBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("maintenance of the peer") << 0;
        QTest::newRow("maintenance of all") << 1;
        QTest::newRow("muted for a time") << 2;
    }

    void maintenanceAndMutesHoldBack()
    {
        QFETCH(int, kind);
        AlertWorld world;
        const WallTime until = world.now() + 10min;
        const MaintenanceWindow window{{}, OnceWindow{world.now(), until}};
        AlertPeer what = watchedFor({downFor(5s)});
        if (kind == 0)
            what.maintenance = {window};
        if (kind == 1)
            world.book.setMaintenance({window});
        if (kind == 2)
            what.mutedUntil = until;
        world.add(1, what);
        world.up(1);
        world.lose(1);
        world.pass(10min);
        QVERIFY(world.told.empty());
        world.pass(4s); // it counts from the end of the silence
        QVERIFY(world.told.empty());
        world.pass(10s);
        QCOMPARE(world.fired(), size_t(1));
    }

    void whatWasToldEndsInASilenceToo()
    {
        AlertWorld world;
        AlertPeer what = watchedFor({downFor(5s)});
        world.add(1, what);
        world.up(1);
        world.lose(1);
        world.pass(10s);
        what.mutedUntil = WallTime::max();
        world.book.setPeer(PeerId{1}, what);
        world.pass(10s);
        QCOMPARE(world.resolved(), size_t(0));
        world.up(1);
        world.pass(2s);
        QCOMPARE(world.resolved(), size_t(1));
    }

    void whoIsNotWatchedAnyMoreHasNotRecovered_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("paused") << 0;
        QTest::newRow("removed") << 1;
        QTest::newRow("without the rule") << 2;
    }

    void whoIsNotWatchedAnyMoreHasNotRecovered()
    {
        QFETCH(int, way);
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s)}));
        world.up(1);
        world.lose(1);
        world.pass(10s);
        QCOMPARE(world.fired(), size_t(1));
        if (way == 0)
            world.pause(1);
        if (way == 1)
            world.book.removePeer(PeerId{1});
        if (way == 2)
            world.book.setPeer(PeerId{1}, {});
        world.pass(2s);
        QCOMPARE(world.resolved(), size_t(1));
        QVERIFY(world.told.back().about.members[0].isDropped);
        QCOMPARE(AlertWorld::words(world.told.back()).title,
                 QStringLiteral(
                     "1 peers are not watched for this any more")); // English plurals come by translation
    }

    void shareOfAGroupIsOneAlert()
    {
        AlertWorld world;
        world.book.setGroupRules(QStringLiteral("prod"),
                                 {ruleOf(QStringLiteral("half"), GroupDown{0.5, 5s})});
        for (quint32 number = 1; number <= 4; ++number) {
            world.add(number, watchedFor({}, QStringLiteral("prod")), host(number));
            world.up(number);
        }
        world.add(5, watchedFor({}, QStringLiteral("test")), host(5));
        world.lose(5);
        world.lose(1);
        world.pass(20s);
        QVERIFY(world.told.empty());
        world.lose(2);
        world.pass(20s);
        QCOMPARE(world.told.size(), size_t(1));
        const AlertWords words = AlertWorld::words(world.told[0]);
        QCOMPARE(words.title, QStringLiteral("prod: 50.0 % of its peers are down"));
        QCOMPARE(words.body, QStringLiteral("Among them: p1, p2."));
        world.up(1);
        world.pass(2s);
        QCOMPARE(world.resolved(), size_t(1));
        QCOMPARE(AlertWorld::words(world.told.back()).title, QStringLiteral("prod has recovered"));
    }

    void rulesOfOnePeerAreToldApart()
    {
        AlertWorld world;
        world.add(1, watchedFor({downFor(60s), ruleOf(QStringLiteral("missed"), PingsMissed{3, 5, false})}));
        world.up(1);
        for (int i = 0; i < 3; ++i) {
            world.miss(1);
            world.pass(5s);
        }
        QCOMPARE(world.fired(), size_t(1));
        QCOMPARE(AlertWorld::words(world.told[0]).title, QStringLiteral("p1: 3 of the last 5 pings missed"));
        world.pass(60s);
        QCOMPARE(world.fired(), size_t(2));
        QCOMPARE(world.told.back().about.rule.name, QStringLiteral("down"));
    }

    void acknowledgedIsKnownInWhatIsToldLater()
    {
        AlertWorld world;
        world.add(1, watchedFor({downFor(5s)}));
        world.up(1);
        QVERIFY(!world.book.acknowledge(QStringLiteral("run-1"), {}, world.now()));
        world.lose(1);
        world.pass(10s);
        const auto known =
            world.book.acknowledge(world.told[0].about.id, QStringLiteral("on it"), world.now());
        QVERIFY(known && known->kind == AlertChange::Kind::Acknowledged);
        world.up(1);
        world.pass(2s);
        QVERIFY(world.told.back().about.acknowledgedAt);
        QCOMPARE(world.told.back().about.note, QStringLiteral("on it"));
        QVERIFY(!world.book.acknowledge(world.told[0].about.id, {}, world.now()));
    }

    void whatNobodyAcknowledgesIsToldOnceMore()
    {
        AlertRule rule = downFor(5s);
        rule.escalateAfter = 5min;
        AlertWorld world;
        world.add(1, watchedFor({rule}));
        world.up(1);
        world.lose(1);
        world.pass(5min);
        QCOMPARE(world.count(AlertChange::Kind::Escalated), size_t(0));
        world.pass(1h);
        QCOMPARE(world.count(AlertChange::Kind::Escalated), size_t(1));
        QCOMPARE(AlertWorld::words(world.told.back()).title,
                 QStringLiteral("Not acknowledged for 5 min: p1: Down"));
        world.up(1);
        world.pass(1min);
        QCOMPARE(world.resolved(), size_t(1));
    }

    void whatSomebodyAcknowledgesIsNotEscalated()
    {
        AlertRule rule = downFor(5s);
        rule.escalateAfter = 5min;
        AlertWorld world;
        world.add(1, watchedFor({rule}));
        world.up(1);
        world.lose(1);
        world.pass(1min);
        QVERIFY(world.book.acknowledge(world.told.front().about.id, {}, world.now()));
        world.pass(1h);
        QCOMPARE(world.count(AlertChange::Kind::Escalated), size_t(0));
    }

    void nearerRulesReplaceThoseOfTheSameName()
    {
        AlertRule off = downFor(5s);
        off.enabled = false;
        const AlertRule other = ruleOf(QStringLiteral("missed"), PingsMissed{});
        const QList<AlertRule> rules = rulesOverlaid({downFor(5s), other}, {off});
        QCOMPARE(rules, (QList<AlertRule>{off, other}));
        AlertWorld world;
        world.add(1, watchedFor(rules));
        world.up(1);
        world.lose(1);
        world.pass(60s);
        QVERIFY(world.told.empty());
    }
};

QTEST_APPLESS_MAIN(AlertBookTest)
#include "tst_alertbook.moc"
