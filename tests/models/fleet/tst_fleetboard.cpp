// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetboard.h"
#include "fleet/watch/ownsights.h"
#include "items/peercolumns.h"
#include "items/peerlistmodel.h"
#include "items/vantagecells.h"
#include "peers/peerbook.h"
#include "peers/peerfinding.h"
#include "peers/situationwatch.h"
#include "tests/support/honesttest.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const WallTime now{std::chrono::hours(24 * 365 * 50)};

/// "+-?" are what a, b and c see; a space: that one doesn't watch it.
FleetPeer peerSeen(const QString &name, const QString &sights, const QStringList &providers = {})
{
    FleetPeer peer{name, s("prod"), s("wss://edge.example:443")};
    for (qsizetype i = 0; i < sights.size(); ++i) {
        if (sights[i] == u' ')
            continue;
        VantageSight sight;
        sight.vantage = QString(QChar(u'a' + static_cast<int>(i)));
        sight.provider = providers.value(i);
        sight.sight = sights[i] == u'+' ? Sight::Up : sights[i] == u'-' ? Sight::Down : Sight::Silent;
        if (sights[i] == u's') {
            sight.sight = Sight::Up;
            sight.state = s("slow");
        }
        if (sight.sight == Sight::Down) {
            sight.state = s("waiting");
            sight.since = now - seconds(90);
            sight.cause = s("refused");
            sight.suspect = s("peer");
        }
        peer.sights.append(sight);
    }
    return peer;
}

FleetView viewOf(const QList<std::pair<QString, QString>> &peers)
{
    FleetView view;
    view.at = now;
    view.vantages = {s("a"), s("b"), s("c")};
    for (const auto &[name, sights] : peers)
        view.peers.append(peerSeen(name, sights));
    return view;
}

const PeerRecord *recordOf(const PeerBook &book, const QString &name)
{
    for (const PeerId peer : book.peers())
        if (book.record(peer)->name() == name)
            return book.record(peer);
    return nullptr;
}

QString namesIn(const PeerBook &book)
{
    QStringList names;
    for (const PeerId peer : book.peers())
        names.append(book.record(peer)->name());
    return names.join(u' ');
}

} // namespace

/// What a fleet says, in the book of peers and in the list.
class FleetBoardTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPeerIsWhatItsVantagesTell_data();
    void aPeerIsWhatItsVantagesTell();
    void theHeadlineSaysTheWorstFirst_data();
    void theHeadlineSaysTheWorstFirst();
    void onlyChangesAreTold();
    void tooManyPeersAreCountedAndTheOnesInTroubleStay();
    void theBookFollowsTheFleet();
    void whatWasSeenStaysWhenItCantBeRead();
    void aPeerThatIsWatchedHereIsTheSame();
    void thisMachineIsOneMoreVantage();
    void theListHasACellForEachVantage();
    void tenThousandPeersDontHoldUpTheWindow();
};

void FleetBoardTest::aPeerIsWhatItsVantagesTell_data()
{
    QTest::addColumn<QString>("sights");
    QTest::addColumn<Health>("health");
    QTest::addColumn<bool>("trouble");
    QTest::addColumn<QString>("inShort");
    QTest::newRow("up from all") << s("+++") << Health::Ok << false << QString();
    QTest::newRow("down from all") << s("---") << Health::Waiting << true << s("Down from all that tell");
    QTest::newRow("down from one of them") << s("-++") << Health::Partly << true << s("Down from a only");
    QTest::newRow("one tells, and sees it down")
        << s("-??") << Health::Waiting << true << s("Down from a; no other can tell");
    QTest::newRow("slow from two of them") << s("s+s") << Health::Slow << false << s("Slow from a, c");
    QTest::newRow("slow from one, another silent") << s("s+?") << Health::Slow << false << s("Slow from a");
    QTest::newRow("one is silent") << s("++?") << Health::Ok << false << QString();
    QTest::newRow("all are silent") << s("???") << Health::Unknown << false
                                    << s("Nothing is heard from any vantage");
}

void FleetBoardTest::aPeerIsWhatItsVantagesTell()
{
    QFETCH(QString, sights);
    // A peer that all reach, so that none is cut.
    const JudgedFleet fleet(viewOf({{s("p"), sights}, {s("other"), s("+++")}}));
    const OutsideView view =
        outsideViewOf({fleet.fleet.peers[0], fleet.verdicts[0]}, Formatter(QLocale::c(), {}, {}), now);
    QTEST(view.health, "health");
    QTEST(view.inTrouble, "trouble");
    QTEST(view.inShort, "inShort");
    if (view.inTrouble)
        QCOMPARE(view.since, now - seconds(90));
}

void FleetBoardTest::theHeadlineSaysTheWorstFirst_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("advice");
    QTest::newRow("all is well") << s("+++") << s("+++") << s("All 2 peers are up from all 3 vantages.")
                                 << QString();
    QTest::newRow("one is down") << s("---") << s("+++")
                                 << s("“p1” is down from all vantages that tell, since ")
                                 << s("Look at the peer, or at what is before it.");
    QTest::newRow("all are down") << s("---") << s("---")
                                  << s("2 peers are down from all vantages that tell, since ")
                                  << s("Look at the peers, or at what is before them.");
    QTest::newRow("a vantage is cut") << s("-++") << s("-++") << s("Reaches nothing of what others reach: a.")
                                      << s("Look at the network of a.");
    QTest::newRow("a way") << s("-++") << s("+++") << s("1 peer is down from some vantages, up from others.")
                           << s("Look at the way from there to the peers.");
    QTest::newRow("silence") << s("+?+") << s("+?+")
                             << s("Nothing is heard from b, which says nothing about the peers.")
                             << s("Look at the agent, or the machine, of b.");
    QTest::newRow("nothing there") << QString() << QString()
                                   << s("This Prometheus has nothing of Pongwatch's agents.") << QString();
}

void FleetBoardTest::theHeadlineSaysTheWorstFirst()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, headline);
    QFETCH(QString, advice);
    const FleetView view = first.isEmpty() ? FleetView() : viewOf({{s("p1"), first}, {s("p2"), second}});
    const FleetSummary sum = summaryOf(JudgedFleet(view));
    const QString said = fleetHeadline(sum, Formatter(QLocale::c(), {}, {}), now);
    // Without a catalogue, Qt leaves "%n peers" as it is.
    const QString expected = QString(headline).replace(s("1 peer is"), s("1 peers are"));
    QVERIFY2(said.startsWith(expected), qPrintable(said));
    QCOMPARE(fleetAdvice(sum), advice);
}

void FleetBoardTest::onlyChangesAreTold()
{
    FleetMemory memory;
    const FleetView all = viewOf({{s("p1"), s("+++")}, {s("p2"), s("+++")}, {s("p3"), s("+++")}});
    QCOMPARE(memory.newsOf(JudgedFleet(all)).changed.size(), 3);
    FleetNews news = memory.newsOf(JudgedFleet(all));
    QVERIFY(news.changed.isEmpty() && news.gone.isEmpty());
    news = memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("---")}, {s("p3"), s("+++")}})));
    QCOMPARE(news.changed.size(), 1);
    QCOMPARE(news.changed.first().peer.name, s("p1"));
    QCOMPARE(news.gone, QList<FleetKey>({{s("prod"), s("p2")}}));
}

void FleetBoardTest::tooManyPeersAreCountedAndTheOnesInTroubleStay()
{
    FleetView view;
    for (int i = 0; i < FleetMemory::mostRows + 5; ++i)
        view.peers.append(peerSeen(QString::number(i), s("++")));
    view.peers.append(peerSeen(s("the last"), s("--")));
    FleetMemory memory;
    const FleetNews news = memory.newsOf(JudgedFleet(view));
    QCOMPARE(news.changed.size(), FleetMemory::mostRows);
    QCOMPARE(news.leftOut, 6);
    QCOMPARE(news.summary.peers, FleetMemory::mostRows + 6);
    QCOMPARE(news.changed.last().peer.name, s("the last"));
}

void FleetBoardTest::theBookFollowsTheFleet()
{
    PeerBook book([] { return now; });
    FleetBoard board(&book);
    const SituationWatch situation(&book);
    FleetMemory memory;
    board.open(s("prometheus.example:9090"));
    board.take(memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("+++")}, {s("p2"), s("+++")}}))));
    QTRY_COMPARE(namesIn(book), s("p1 p2"));
    QCOMPARE(recordOf(book, s("p1"))->standing(), Health::Ok);
    QVERIFY(!recordOf(book, s("p1"))->troubleSince());
    QCOMPARE(book.labels(book.peers().first())->group, s("prod"));
    QCOMPARE(recordOf(book, s("p1"))->url(), QUrl(s("wss://edge.example:443")));

    const QSignalSpy changes(&book, &PeerBook::peersChanged);
    board.take(
        memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("---")}, {s("p2"), s("+++")}, {s("p3"), s("+++")}}))));
    QTRY_COMPARE(namesIn(book), s("p1 p2 p3"));
    QCOMPARE(changes.size(), 1);
    const PeerRecord *down = recordOf(book, s("p1"));
    QCOMPARE(down->standing(), Health::Waiting);
    QCOMPARE(down->troubleSince(), now - seconds(90));
    const PeerFinding finding(*down);
    QCOMPARE(finding.kind(), PeerFinding::Kind::Outside);
    QCOMPARE(finding.suspicion(), Suspicion({Suspect::Peer, {}}));
    QVERIFY(finding.sentence().startsWith(s("Down from all vantages that tell (a, b, c), since ")));
    QCOMPARE(board.inTrouble(), QList<PeerId>{down->id()});
    // A fleet has a headline of its own.
    QCOMPARE(situation.situation().kind, Situation::Kind::Unwatched);

    board.take(memory.newsOf(JudgedFleet(viewOf({{s("p3"), s("+++")}}))));
    QTRY_COMPARE(namesIn(book), s("p3"));
    board.close();
    QTRY_COMPARE(namesIn(book), QString());
}

void FleetBoardTest::whatWasSeenStaysWhenItCantBeRead()
{
    PeerBook book([] { return now; });
    FleetBoard board(&book);
    PeerListModel list(&book);
    list.setFleet(&board);
    FleetMemory memory;
    board.open(s("here"));
    board.takeFailure(Error{s("asking Prometheus"), s("http://here"), s("Connection refused")});
    QCOMPARE(board.state(), FleetBoard::State::Reading);
    QVERIFY(board.problem().contains(s("Connection refused")));
    board.take(memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("-++")}, {s("p2"), s("+++")}}))));
    QTRY_COMPARE(namesIn(book), s("p1 p2"));
    QVERIFY(board.problem().isEmpty());
    const QModelIndex cell = list.indexOf(book.peers().first()).siblingAtColumn(column(PeerColumn::Vantages));
    QVERIFY(!cell.data(PeerOldRole).toBool());
    board.takeFailure(Error{s("asking Prometheus"), s("http://here"), s("no answer came in time")});
    QCOMPARE(board.state(), FleetBoard::State::Old);
    QCOMPARE(namesIn(book), s("p1 p2"));
    QCOMPARE(recordOf(book, s("p1"))->standing(), Health::Partly);
    QVERIFY(cell.data(PeerOldRole).toBool());
    board.take(memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("-++")}, {s("p2"), s("+++")}}))));
    QCOMPARE(board.state(), FleetBoard::State::Current);
    QVERIFY(!cell.data(PeerOldRole).toBool());
}

void FleetBoardTest::aPeerThatIsWatchedHereIsTheSame()
{
    PeerBook book([] { return now; });
    FleetBoard board(&book);
    FleetMemory memory;
    ConnectionSettings settings;
    settings.name = s("p1");
    settings.url = QUrl(s("wss://edge.example"));
    book.add(PeerId{1}, settings, {s("prod"), {}});
    board.open(s("here"));
    board.take(memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("---")}, {s("p2"), s("+++")}}))));
    QTRY_COMPARE(namesIn(book), s("p1 p2"));
    QVERIFY(board.of(PeerId{1}));
    QCOMPARE(book.record(PeerId{1})->standing(), Health::Connecting); // what this program sees itself

    // It is renamed: not the same any more.
    settings.name = s("mine");
    book.update(PeerId{1}, settings, {s("prod"), {}});
    QTRY_COMPARE(namesIn(book), s("mine p2 p1"));
    QVERIFY(!board.of(PeerId{1}));
    settings.name = s("p2");
    book.update(PeerId{1}, settings, {s("prod"), {}});
    QTRY_COMPARE(namesIn(book), s("p2 p1"));
    QVERIFY(board.of(PeerId{1}));
    // It is watched here no more, but elsewhere.
    book.remove(PeerId{1});
    QTRY_COMPARE(namesIn(book), s("p1 p2"));
    // And here again.
    book.add(PeerId{2}, settings, {s("prod"), {}});
    QTRY_COMPARE(namesIn(book), s("p1 p2"));
    QVERIFY(board.of(PeerId{2}));
    board.close();
    QTRY_COMPARE(namesIn(book), s("p2"));
}

void FleetBoardTest::thisMachineIsOneMoreVantage()
{
    PeerBook book([] { return now; });
    ConnectionSettings settings;
    settings.url = QUrl(s("wss://edge.example"));
    const auto watch = [&](quint32 id, const char *name, ConnectionState state) {
        settings.name = s(name);
        book.add(PeerId{id}, settings, {s("prod"), {}});
        Batch batch;
        ConnectionEvent event{PeerId{id}, 1, now - seconds(30), {}};
        if (state == ConnectionState::Waiting) {
            Closed closed;
            closed.verdict.cause = Cause::Refused;
            closed.verdict.phase = DialPhase::Tcp;
            event.what = closed;
            batch.items.emplace_back(event);
        }
        StateChanged change;
        change.state = state;
        event.what = change;
        batch.items.emplace_back(event);
        book.apply(batch);
    };
    watch(1, "p1", ConnectionState::Open);
    watch(2, "p2", ConnectionState::Waiting);
    watch(3, "p3", ConnectionState::Paused);
    watch(4, "p4", ConnectionState::Connecting);
    const OwnSights own = ownSightsOf(book, s("here"));
    QCOMPARE(own.size(), 2); // that it is paused, or being dialled, says nothing
    QCOMPARE(own.value({s("prod"), s("p1")}).sight, Sight::Up);
    const VantageSight down = own.value({s("prod"), s("p2")});
    QCOMPARE(down.sight, Sight::Down);
    QCOMPARE(down.state, s("waiting"));
    QCOMPARE(down.cause, s("refused"));
    QCOMPARE(down.since, std::optional(now - seconds(30)));

    const FleetView view =
        withOwnSights(viewOf({{s("p1"), s("---")}, {s("p2"), s("+++")}, {s("p5"), s("+++")}}), own);
    QCOMPARE(view.vantages, (QStringList{s("here"), s("a"), s("b"), s("c")}));
    QCOMPARE(view.peers[2].sights.size(), 3);
    const JudgedFleet judged(view);
    // Up from here: not the peer, but the way from the others. And p2 is down from here only.
    QCOMPARE(judged.verdicts[0].kind, CrossVerdict::Kind::Way);
    QCOMPARE(judged.verdicts[0].up, QStringList{s("here")});
    QCOMPARE(judged.verdicts[1].kind, CrossVerdict::Kind::Way);
    QCOMPARE(judged.verdicts[1].down, QStringList{s("here")});
}

void FleetBoardTest::theListHasACellForEachVantage()
{
    PeerBook book([] { return now; });
    FleetBoard board(&book);
    PeerListModel list(&book);
    list.setFleet(&board);
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FleetMemory memory;
    board.open(s("here"));
    board.take(
        memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("-+?")}, {s("p2"), s("+ +")}, {s("p3"), s("+++")}}))));
    QTRY_COMPARE(book.peers().size(), 3);
    QCOMPARE(list.headerData(column(PeerColumn::Vantages), Qt::Horizontal, PeerVantagesRole).toStringList(),
             (QStringList{s("a"), s("b"), s("c")}));
    const auto cellsOf = [&](qsizetype n) {
        return list.indexOf(book.peers()[n]).siblingAtColumn(column(PeerColumn::Vantages));
    };
    const auto cells = cellsOf(0).data(PeerVantagesRole).value<QList<VantageCell>>();
    QCOMPARE(cells.size(), 3);
    QCOMPARE(cells[0], (VantageCell{s("a"), Health::Waiting, s("Down")}));
    QCOMPARE(cells[1], (VantageCell{s("b"), Health::Ok, s("OK")}));
    QCOMPARE(cells[2], (VantageCell{s("c"), Health::Unknown, s("Silent")}));
    QCOMPARE(cellsOf(0).data().toString(), s("1 of 3 up"));
    const QString tip = cellsOf(0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.startsWith(s("a: Down since ")) &&
                 tip.contains(s("refused, points to: peer\nb: OK\nc: Silent")),
             qPrintable(tip));
    QVERIFY(!cellsOf(1).data(PeerVantagesRole).value<QList<VantageCell>>()[1].health); // b doesn't watch it
    QVERIFY(cellsOf(0).data(PeerSortRole).toInt() < cellsOf(2).data(PeerSortRole).toInt());
    QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
    board.take(
        memory.newsOf(JudgedFleet(viewOf({{s("p1"), s("++?")}, {s("p2"), s("+ +")}, {s("p3"), s("+++")}}))));
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_COMPARE(cellsOf(0).data().toString(), s("2 of 3 up"));
}

void FleetBoardTest::tenThousandPeersDontHoldUpTheWindow()
{
    PeerBook book;
    FleetBoard board(&book);
    PeerListModel list(&book);
    list.setFleet(&board);
    FleetView view;
    view.at = now;
    view.vantages = {s("a"), s("b"), s("c")};
    constexpr int count = 10'000;
    for (int i = 0; i < count; ++i)
        view.peers.append(peerSeen(s("peer %1").arg(i), i % 100 == 0 ? s("---") : s("+++")));
    FleetMemory memory;
    board.open(s("here"));
    // A timer that never comes late by much, whatever the machine does besides.
    qint64 longest = 0;
    QElapsedTimer since;
    QTimer beat;
    connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, since.restart()); });
    beat.start(0);
    since.start();
    board.take(memory.newsOf(JudgedFleet(view)));
    QTRY_COMPARE_WITH_TIMEOUT(book.peers().size(), count, 60'000);
    board.close();
    QTRY_COMPARE_WITH_TIMEOUT(book.peers().size(), 0, 60'000);
    QVERIFY2(longest < 2000, qPrintable(s("%1 ms").arg(longest)));
}

QTEST_GUILESS_MAIN(FleetBoardTest)
#include "tst_fleetboard.moc"
