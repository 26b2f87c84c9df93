// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerbook.h"
#include "peers/situation.h"
#include "peers/situationtext.h"
#include "peers/situationwatch.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;

namespace
{

constexpr WallTime now{seconds(1'800'000'000)};

constexpr Suspicion network{Suspect::Network, Suspect::Peer};
constexpr Suspicion peer{Suspect::Peer, Suspect::Proxy};
constexpr Suspicion proxy{Suspect::Proxy, Suspect::Peer};

/// Peers, one after the other.
class Peers
{
public:
    Peers &well(const char *host, int count = 1, Health health = Health::Ok)
    {
        for (int i = 0; i < count; ++i)
            add(host, health, {}, {});
        return *this;
    }
    Peers &slow(const char *host, const Suspicion &suspicion)
    {
        add(host, Health::Slow, {}, suspicion);
        return *this;
    }
    Peers &down(const char *host, seconds ago, const Suspicion &suspicion, Health health = Health::Waiting,
                std::optional<Cause> cause = {})
    {
        add(host, health, now - ago, suspicion);
        m_standings.back().cause = cause;
        return *this;
    }
    Peers &unanswered(const char *host, int count)
    {
        for (int i = 0; i < count; ++i) {
            add(host, Health::Ok, {}, {});
            m_standings.back().answered = false;
        }
        return *this;
    }

    [[nodiscard]] Situation situation() const { return situationOf(m_standings); }

private:
    void add(const char *host, Health health, std::optional<WallTime> since, const Suspicion &suspicion)
    {
        const PeerId id{static_cast<quint32>(m_standings.size() + 1)};
        m_standings.push_back({id, health, QString::fromLatin1(host), since, suspicion, true, {}});
    }

    std::vector<PeerStanding> m_standings;
};

} // namespace

Q_DECLARE_METATYPE(Peers)
Q_DECLARE_METATYPE(Pongwatch::Suspicion)

class TestSituation : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void kindAndSuspects_data()
    {
        using Kind = Situation::Kind;
        QTest::addColumn<Peers>("peers");
        QTest::addColumn<Situation::Kind>("kind");
        QTest::addColumn<Suspicion>("suspicion");

        QTest::newRow("no peers") << Peers() << Kind::Unwatched << Suspicion();
        QTest::newRow("all paused or closed by the user")
            << Peers().well("a", 1, Health::Paused).well("b", 1, Health::Closed) << Kind::Unwatched
            << Suspicion();
        QTest::newRow("first dials") << Peers().well("a").well("b", 1, Health::Connecting) << Kind::Starting
                                     << Suspicion();
        QTest::newRow("all well") << Peers().well("a", 3).well("b", 1, Health::Paused) << Kind::Well
                                  << Suspicion();
        QTest::newRow("one whose feed has stopped")
            << Peers().well("a", 3).down("b", seconds(8), peer, Health::Stale, Cause::Stale) << Kind::One
            << peer;
        QTest::newRow("some slow") << Peers().well("a", 3).well("b", 1, Health::Slow) << Kind::Slow
                                   << Suspicion();
        QTest::newRow("all of the slow in the peer")
            << Peers().well("a", 3).slow("b", peer).slow("b", peer) << Kind::Slow << peer;
        QTest::newRow("slow, one here and one there")
            << Peers().well("a", 3).slow("b", {Suspect::Network, {}}).slow("b", {Suspect::Peer, {}})
            << Kind::Slow << Suspicion();
        QTest::newRow("slow beside one that is down")
            << Peers().slow("a", {Suspect::Network, {}}).down("b", seconds(9), proxy) << Kind::One << proxy;
        QTest::newRow("one down") << Peers().well("a", 3).down("b", seconds(9), proxy) << Kind::One << proxy;
        QTest::newRow("the only one down") << Peers().down("b", seconds(9), network) << Kind::One << network;
        QTest::newRow("all at one address, others answer")
            << Peers().well("a", 2).down("b", seconds(9), network).down("b", seconds(8), network)
            << Kind::Host << network;
        QTest::newRow("all at one address, which may not be this side's fault")
            << Peers()
                   .well("a", 2)
                   .down("b", seconds(9), {Suspects(Suspect::ThisSide) | Suspect::Network, {}})
                   .down("b", seconds(8), {Suspects(Suspect::ThisSide) | Suspect::Network, {}})
            << Kind::Host << Suspicion{Suspect::Network, {}};
        QTest::newRow("two at one address, where a third answers")
            << Peers().well("b").down("b", seconds(9), peer).down("b", seconds(8), peer) << Kind::Several
            << peer;
        QTest::newRow("all there are, at one address")
            << Peers().down("b", seconds(9), peer).down("b", seconds(8), peer).down("b", seconds(8), peer)
            << Kind::Several << peer;
        QTest::newRow("everything at once") << Peers()
                                                   .down("a", seconds(50), network)
                                                   .down("b", seconds(20), network)
                                                   .down("c", seconds(9), proxy)
                                            << Kind::Several << Suspicion{Suspect::Peer, {}};
        QTest::newRow("everything at once, all of it network")
            << Peers()
                   .down("a", seconds(50), network)
                   .down("b", seconds(20), network)
                   .down("c", seconds(9), network)
            << Kind::Everything << Suspicion{Suspect::ThisSide, Suspect::Network};
        QTest::newRow("everything, one after the other") << Peers()
                                                                .down("a", seconds(500), network)
                                                                .down("b", seconds(20), network)
                                                                .down("c", seconds(9), network)
                                                         << Kind::Several << network;
        QTest::newRow("everything at once, closed by each server")
            << Peers()
                   .down("a", seconds(5), {Suspect::Peer, {}})
                   .down("b", seconds(5), {Suspect::Peer, {}})
                   .down("c", seconds(5), {Suspect::Peer, {}})
            << Kind::Several << Suspicion{Suspect::Peer, {}};
        QTest::newRow("what is likely for one and possible for another")
            << Peers().well("x").down("a", seconds(9), peer).down("b", seconds(500), proxy) << Kind::Several
            << Suspicion{Suspects(Suspect::Peer) | Suspect::Proxy, {}};
        QTest::newRow("nothing in common")
            << Peers().well("x").down("a", seconds(9), {Suspect::ThisSide, {}}).down("b", seconds(5), peer)
            << Kind::Several << Suspicion();
    }

    void kindAndSuspects()
    {
        QFETCH(const Peers, peers);
        const Situation situation = peers.situation();
        QTEST(situation.kind, "kind");
        QFETCH(const Suspicion, suspicion);
        QCOMPARE(situation.suspicion.likely, suspicion.likely);
        QCOMPARE(situation.suspicion.possible, suspicion.possible);
    }

    void theLongestInTroubleIsFirst()
    {
        const Situation situation =
            Peers().well("a").down("b", seconds(8), peer).down("c", seconds(90), peer).situation();
        QCOMPARE(situation.inTrouble, (QList<PeerId>{PeerId{3}, PeerId{2}}));
        QCOMPARE(situation.since, now - seconds(90));
        QCOMPARE(situation.watched, 3);
    }

    void dialledAgainIsStillDown()
    {
        const Situation situation =
            Peers().well("a").down("b", seconds(8), peer, Health::Connecting).situation();
        QCOMPARE(situation.kind, Situation::Kind::One);
        QCOMPARE(situation.worst, Health::Waiting);
    }

    void headlines_data()
    {
        QTest::addColumn<Situation>("situation");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("suspicion");
        const auto row = [](const char *name, const Peers &peers, const char *headline,
                            const char *suspicion) {
            QTest::newRow(name) << peers.situation() << QString::fromUtf8(headline)
                                << QString::fromUtf8(suspicion);
        };
        row("nothing", Peers(), "No peer is watched.", "");
        row("well", Peers().well("a", 4), "All 4 peers answer.", "");
        row("slow", Peers().well("a", 4).well("b", 2, Health::Slow), "All peers answer, 2 of them slowly.",
            "");
        row("slow in the network", Peers().well("a", 4).slow("b", {Suspect::Network, {}}),
            "All peers answer, 1 of them slowly.", "Points to the network.");
        row("one", Peers().down("a", seconds(65), proxy).well("b", 4),
            "alpha has been in trouble for 65 s: Connection refused",
            "Points to a proxy, perhaps to the peer.");
        row("several",
            Peers().down("a", seconds(65), peer).down("b", seconds(5), {Suspect::ThisSide, {}}).well("b"),
            "2 of 3 peers are in trouble. Newest: “beta”, for 5 s: Connection refused",
            "They have nothing in common.");
        row("all, each for itself",
            Peers().down("a", seconds(65), peer).down("b", seconds(5), {Suspect::ThisSide, {}}),
            "All 2 peers are in trouble. Newest: “beta”, for 5 s: Connection refused",
            "They have nothing in common.");
        row("several at an address where others answer, for the same cause",
            Peers()
                .down("10.0.0.7", seconds(65), peer, Health::Waiting, Cause::Refused)
                .down("10.0.0.7", seconds(5), peer, Health::Waiting, Cause::Refused)
                .well("10.0.0.7"),
            "2 of 3 peers are in trouble, all at 10.0.0.7: Connection refused. Newest: “beta”, for 5 s.",
            "Points to the peer, perhaps to a proxy.");
        row("several with causes of their own",
            Peers()
                .down("a", seconds(65), peer, Health::Waiting, Cause::Refused)
                .down("b", seconds(5), peer, Health::Waiting, Cause::Dns)
                .well("c"),
            "2 of 3 peers are in trouble. Newest: “beta”, for 5 s: Connection refused",
            "Points to the peer, perhaps to a proxy.");
        row("open, and not yet asked", Peers().unanswered("a", 2),
            "All 2 peers are connected; no ping has been answered yet.", "");
        row("one of them not yet asked", Peers().well("a", 3).unanswered("b", 1),
            "All 4 peers are connected; 1 have not answered a ping yet.", "");
        row("an address",
            Peers().down("10.0.0.7", seconds(40), network).down("10.0.0.7", seconds(40), network).well("b"),
            "All 2 peers at 10.0.0.7 have been in trouble for 40 s; peers elsewhere answer.",
            "Points to the network, perhaps to the peer.");
        row("everything",
            Peers()
                .down("a", seconds(40), network)
                .down("b", seconds(39), network)
                .down("c", seconds(38), network),
            "All 3 peers at 3 addresses have been in trouble for 40 s.",
            "Points to this side, perhaps to the network.");
    }

    void headlines()
    {
        QFETCH(const Situation, situation);
        PeerBook book([] { return now; });
        book.add(PeerId{1}, TestSupport::SyntheticMonitor::settings(QStringLiteral("alpha")));
        book.add(PeerId{2}, TestSupport::SyntheticMonitor::settings(QStringLiteral("beta")));
        Batch batch;
        Verdict refused;
        refused.cause = Cause::Refused;
        refused.phase = DialPhase::Tcp;
        for (const PeerId id : {PeerId{1}, PeerId{2}})
            batch.items.emplace_back(ConnectionEvent{id, 1, now - seconds(65), Closed{refused}});
        batch.items.emplace_back(
            ConnectionEvent{PeerId{1}, 1, now - seconds(65), StateChanged{ConnectionState::Waiting, 1, {}}});
        book.apply(batch);
        // Between numbers and units is a space that does not break.
        QTEST(SituationText::headline(situation, book).replace(QChar::Nbsp, u' '), "headline");
        QTEST(SituationText::suspicion(situation), "suspicion");
    }

    void followsTheBook()
    {
        PeerBook book([] { return now; });
        SituationWatch watch(&book);
        QCOMPARE(watch.situation().kind, Situation::Kind::Unwatched);
        QSignalSpy changed(&watch, &SituationWatch::changed);
        book.add(PeerId{1}, TestSupport::SyntheticMonitor::settings(QStringLiteral("alpha")));
        QTRY_COMPARE(watch.situation().kind, Situation::Kind::Starting);
        book.apply(stateOf(ConnectionState::Open));
        QTRY_COMPARE(watch.situation().kind, Situation::Kind::Well);
        QCOMPARE(watch.situation().unanswered, 1);
        TestSupport::SyntheticMonitor monitor;
        book.apply({{monitor.opened(PeerId{1}), monitor.sample(PeerId{1}, milliseconds(1))}, {}});
        QTRY_COMPARE(watch.situation().unanswered, 0);
        book.apply(stateOf(ConnectionState::Waiting));
        QTRY_COMPARE(watch.situation().kind, Situation::Kind::One);
        QCOMPARE(watch.situation().inTrouble, QList<PeerId>{PeerId{1}});
        book.setMuted({QStringLiteral("alpha")});
        QTRY_COMPARE(watch.situation().kind, Situation::Kind::Unwatched);
        book.setMuted({});
        QTRY_COMPARE(watch.situation().kind, Situation::Kind::One);
        book.remove(PeerId{1});
        QTRY_COMPARE(watch.situation().kind, Situation::Kind::Unwatched);
        QCOMPARE(changed.size(), 7);
    }

    void aMissedDeadlinePointsSomewhereBeforeTheConnectionHasEnded()
    {
        PeerBook book([] { return now; });
        book.add(PeerId{1}, TestSupport::SyntheticMonitor::settings(QStringLiteral("alpha")));
        book.apply(stateOf(ConnectionState::Open));
        Batch batch;
        batch.items.emplace_back(
            ConnectionEvent{PeerId{1}, 1, now, PingTimedOut{1, seconds(3), Evidence::PathSilent, {}}});
        book.apply(batch);
        book.apply(stateOf(ConnectionState::Closing));
        const SituationWatch watch(&book);
        QCOMPARE(watch.situation().kind, Situation::Kind::One);
        QCOMPARE(watch.situation().suspicion, network);
    }

private:
    static Batch stateOf(ConnectionState state)
    {
        Batch batch;
        batch.items.emplace_back(ConnectionEvent{PeerId{1}, 1, now, StateChanged{state, 1, {}}});
        return batch;
    }
};

QTEST_GUILESS_MAIN(TestSituation)
#include "tst_situation.moc"
