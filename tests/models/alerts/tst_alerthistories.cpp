// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertworld.h"
#include "tests/support/honesttest.h"

#include <QElapsedTimer>
#include <QTest>

#include <deque>
#include <random>
#include <set>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

/// Histories that nobody wrote, held against what must be true of each alert, by books of the test's own.
class AlertHistoriesTest : public HonestTest
{
    Q_OBJECT

private:
    /// What the test itself knows of a peer.
    struct Known {
        bool isUp = false;
        std::optional<WallTime> downSince;
        std::deque<bool> missed; // of the last five pings
        std::deque<WallTime> resets;
        WallTime next{};
    };

    static bool isTrueOf(const QString &rule, const Known &peer, WallTime now)
    {
        if (rule == QLatin1String("down"))
            return peer.downSince && now - *peer.downSince >= 20s;
        if (rule == QLatin1String("missed"))
            return std::count(peer.missed.begin(), peer.missed.end(), true) >= 3;
        return std::count_if(peer.resets.begin(), peer.resets.end(),
                             [now](WallTime reset) { return reset > now - 5min; }) >= 3;
    }

    /// Whether it still is: a state needs no length of time once it has been told.
    static bool goesOn(const QString &rule, const Known &peer, WallTime now)
    {
        return rule == QLatin1String("down") ? peer.downSince.has_value() : isTrueOf(rule, peer, now);
    }

    static void ping(AlertWorld &world, quint32 number, Known &peer, bool isMissed)
    {
        isMissed ? world.miss(number) : world.answer(number);
        peer.missed.push_back(isMissed);
        if (peer.missed.size() > 5)
            peer.missed.pop_front();
        if (!isMissed)
            peer.downSince.reset();
        else if (!peer.downSince)
            peer.downSince = world.now();
    }

    static void lose(AlertWorld &world, quint32 number, Known &peer, Cause cause)
    {
        world.lose(number, cause);
        peer.isUp = false;
        if (!peer.downSince)
            peer.downSince = world.now();
        if (cause == Cause::Reset)
            peer.resets.push_back(world.now());
    }

    static void open(AlertWorld &world, quint32 number, Known &peer)
    {
        world.up(number);
        peer.isUp = true;
        peer.downSince.reset();
    }

private Q_SLOTS:
    void anyHistory_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anyHistory()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto chance = [&random](double p) { return std::bernoulli_distribution(p)(random); };
        constexpr quint32 peers = 12;
        AlertWorld world;
        world.keepsSamples = false;
        const QList<AlertRule> rules{downFor(20s, 30s),
                                     ruleOf(QStringLiteral("missed"), PingsMissed{3, 5, false}, 60s),
                                     ruleOf(QStringLiteral("resets"), EndsRepeat{{Cause::Reset}, 3, 5min})};
        std::map<quint32, Known> known;
        for (quint32 number = 1; number <= peers; ++number) {
            AlertPeer what = watchedFor(rules);
            if (number == 12)
                what.maintenance = {{{}, OnceWindow{world.now() + 20min, world.now() + 60min}}};
            world.add(number, what, QStringLiteral("host-%1").arg(number % 5));
            open(world, number, known[number]);
        }
        const WallTime maintenanceFrom = world.now() + 20min;
        const WallTime maintenanceTo = world.now() + 60min;
        std::map<QString, AlertChange> openAlerts;
        std::set<QString> ids;

        const auto examine = [&](const std::vector<AlertChange> &changes) {
            for (const AlertChange &change : changes) {
                const QString id = change.about.id;
                const QString rule = change.about.rule.name;
                QCOMPARE(openAlerts.contains(id), change.kind != AlertChange::Kind::Fired);
                if (change.kind == AlertChange::Kind::Resolved) {
                    openAlerts.erase(id);
                    for (const AlertMember &member : change.about.members)
                        QVERIFY(!member.inTrouble);
                    continue;
                }
                if (change.kind == AlertChange::Kind::Fired)
                    QVERIFY(ids.insert(id).second);
                QVERIFY(change.about.inTrouble() > 0);
                for (const AlertMember &member : change.about.members) {
                    const Known &peer = known.at(toNumber(member.peer));
                    if (member.inTrouble)
                        QVERIFY2(goesOn(rule, peer, world.now()), qPrintable(rule + u' ' + member.name));
                    // One incident is in one alert.
                    for (const auto &[other, was] : openAlerts) {
                        if (other == id || was.about.rule.name != rule || !member.inTrouble)
                            continue;
                        for (const AlertCase &open : world.book.openCases())
                            for (const AlertMember &twice : open.members)
                                QVERIFY(open.id != other || twice.peer != member.peer || !twice.inTrouble);
                    }
                }
                if (change.kind == AlertChange::Kind::Fired) {
                    const bool isTrue = std::any_of(
                        change.about.members.begin(), change.about.members.end(), [&](const AlertMember &m) {
                            return m.inTrouble && isTrueOf(rule, known.at(toNumber(m.peer)), world.now());
                        });
                    QVERIFY(isTrue);
                    const bool isSilent = world.now() >= maintenanceFrom && world.now() < maintenanceTo;
                    QVERIFY(!isSilent || change.about.members.size() > 1 ||
                            change.about.members[0].peer != PeerId{12});
                }
                openAlerts.insert_or_assign(id, change);
            }
        };

        for (int second = 0; second < 7200; ++second) {
            world.advance(1s);
            for (auto &[number, peer] : known)
                if (peer.isUp && second % 5 == static_cast<int>(number % 5))
                    ping(world, number, peer, chance(number % 3 == 0 ? 0.3 : 0.02));
                else if (peer.isUp && chance(number % 4 == 0 ? 0.02 : 0.001))
                    lose(world, number, peer, chance(0.5) ? Cause::Reset : Cause::Eof);
                else if (!peer.isUp && chance(0.05))
                    open(world, number, peer);
            examine(world.look());
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(!ids.empty());
        // All is well from now on: whatever was told is told to be over.
        for (auto &[number, peer] : known)
            if (!peer.isUp)
                open(world, number, peer);
        for (int step = 0; step < 800; ++step) {
            world.advance(10s);
            for (auto &[number, peer] : known)
                ping(world, number, peer, false);
            examine(world.look());
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(openAlerts.empty(), qPrintable(openAlerts.empty() ? QString() : openAlerts.begin()->first));
        QCOMPARE(world.fired(), world.resolved());
        QVERIFY(world.book.openCases().empty());
    }

    /// A thousand peers on as many hosts, each lost at random every ten minutes or so, eight hours long.
    void aNightOfFlapping()
    {
        std::mt19937 random(3);
        constexpr quint32 peers = 1000;
        constexpr int night = 8 * 3600;
        AlertWorld world;
        world.keepsSamples = false;
        world.recordLook = 10s;
        AlertRule rule = downFor(5s);
        rule.condition = StateLasts{AlertState::Down | AlertState::Flapping, 5s, 0};
        std::exponential_distribution<double> untilLost(1.0 / 600);
        std::uniform_int_distribution<int> untilBack(2, 60);
        std::map<quint32, Known> known;
        for (quint32 number = 1; number <= peers; ++number) {
            world.add(number, watchedFor({rule}), QStringLiteral("host-%1").arg(number));
            open(world, number, known[number]);
            known[number].next = world.now() + seconds(static_cast<int>(untilLost(random)));
        }
        std::set<QString> named;
        for (int second = 0; second < night; second += 2) {
            world.advance(2s);
            for (auto &[number, peer] : known) {
                if (peer.next > world.now())
                    continue;
                if (peer.isUp) {
                    lose(world, number, peer, random() % 2 == 0 ? Cause::Reset : Cause::Eof);
                    peer.next = world.now() + seconds(untilBack(random));
                } else {
                    open(world, number, peer);
                    peer.next = world.now() + 1s + seconds(static_cast<int>(untilLost(random)));
                }
            }
            for (const AlertChange &change : world.look()) {
                for (const AlertMember &member : change.about.members) {
                    const auto &record = world.record(toNumber(member.peer));
                    named.insert(member.name);
                    QVERIFY(!member.inTrouble || known[toNumber(member.peer)].downSince ||
                            record.standing() == Health::Flapping);
                }
            }
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(world.fired() < 10, qPrintable(QString::number(world.fired())));
        QVERIFY2(world.told.size() < 25, qPrintable(QString::number(world.told.size())));
        QVERIFY2(named.size() > 950, qPrintable(QString::number(named.size())));
        // In the morning it is over, and that is told, too.
        for (auto &[number, peer] : known)
            open(world, number, peer);
        world.pass(3h, 10s);
        QCOMPARE(world.fired(), world.resolved());
    }
};

QTEST_APPLESS_MAIN(AlertHistoriesTest)
#include "tst_alerthistories.moc"
