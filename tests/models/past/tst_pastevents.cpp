// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historystore.h"
#include "items/eventlogmodel.h"
#include "past/pastevents.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// The event log over an earlier run that ended connections of two peers in turn, one per second.
class PastEventsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        folder = std::make_unique<QTemporaryDir>();
        path = folder->filePath(QStringLiteral("history.sqlite"));
        monitor = SyntheticMonitor();
        start = monitor.now();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        book->add(watched, SyntheticMonitor::settings(QStringLiteral("edge")));
    }
    void cleanup()
    {
        events.reset();
        reader.reset();
        log.reset();
        book.reset();
    }

    void pagesComeWhenTheyAreAskedForUntilThereAreNoMore()
    {
        runBefore(1200);
        open();
        const QAbstractItemModelTester tester(log.get(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(log->rowCount(), 1); // this run's
        QCOMPARE(read(), PastEvents::State::More);
        QCOMPARE(log->rowCount(), 501);
        QCOMPARE(read(), PastEvents::State::More);
        QCOMPARE(read(), PastEvents::State::All);
        QCOMPARE(log->rowCount(), 1201);
        QCOMPARE(events->count(), 1200);
        for (int row = 1; row < log->rowCount(); ++row)
            QVERIFY(time(row - 1) <= time(row));
        events->readMore(); // there is nothing more to read
        QCOMPARE(events->state(), PastEvents::State::All);
    }

    void aPeerIsTheSameInEveryRunAndAStrangerIsNobodyElse()
    {
        runBefore(4);
        open();
        read();
        QCOMPARE(idAt(0), toNumber(watched));
        QVERIFY(idAt(1) != toNumber(watched) && idAt(1) != 0);
        QCOMPARE(idAt(1), idAt(3));
        QCOMPARE(nameAt(1), QStringLiteral("gone"));
    }

    void aSearchFindsOnePeerInAStretchOfTime()
    {
        runBefore(1200);
        open();
        read();
        PastEvents::Scope scope;
        scope.peer = QStringLiteral("gone");
        scope.from = start + seconds(10);
        scope.to = start + seconds(20);
        events->search(scope);
        QTRY_COMPARE(events->state(), PastEvents::State::All);
        QCOMPARE(events->count(), 5); // seconds 11, 13, 15, 17, 19
        QCOMPARE(nameAt(0), QStringLiteral("gone"));
        events->search({});
        QTRY_COMPARE(events->state(), PastEvents::State::More);
        QCOMPARE(events->count(), 500);
    }

    void theLogHoldsNoMoreThanItsCap()
    {
        runBefore(EventLogModel::pastCap + 300);
        open();
        PastEvents::State state = PastEvents::State::More;
        for (int pages = 0; state == PastEvents::State::More && pages < 100; ++pages)
            state = read();
        QCOMPARE(state, PastEvents::State::Full);
        QCOMPARE(log->rowCount(), EventLogModel::pastCap + 1);
        QCOMPARE(time(0), start + seconds(300)); // the newest are kept
    }

    void whatTheLogLetGoOfCanBeReadAgain()
    {
        runBefore(600);
        log = std::make_unique<EventLogModel>(book.get(), 10);
        open();
        read();
        read();
        QCOMPARE(events->state(), PastEvents::State::All);
        Batch flood;
        for (int i = 0; i < 10; ++i)
            flood.items.emplace_back(monitor.timedOut(watched, seconds(1)));
        log->append(flood);
        QCOMPARE(events->count(), 600);
        for (int i = 0; i < EventLogModel::pastCap / 10; ++i)
            log->append(flood);
        QVERIFY(events->count() < 600);
        QCOMPARE(events->state(), PastEvents::State::More);
        const int before = log->rowCount();
        read();
        QVERIFY(log->rowCount() > before);
        for (int row = 1; row < log->rowCount(); ++row)
            QVERIFY(time(row - 1) <= time(row));
    }

    void aMissingFileIsSaidAndLookedForAgain()
    {
        open();
        QCOMPARE(read(), PastEvents::State::Failed);
        QVERIFY(events->problem().contains(path));
        runBefore(2);
        QCOMPARE(read(), PastEvents::State::All);
    }

    void namesOfAllPeersAreTold()
    {
        runBefore(2);
        open();
        QSignalSpy names(events.get(), &PastEvents::peerNames);
        events->wantPeerNames();
        QTRY_COMPARE(names.count(), 1);
        QCOMPARE(names.first().first().toStringList(),
                 (QStringList{QStringLiteral("edge"), QStringLiteral("gone")}));
    }

private:
    void runBefore(int count)
    {
        HistoryOptions options;
        options.path = path;
        HistoryStore store(options);
        const ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("edge"));
        store.setPeer(PeerId{7}, settings.name, settings.url);
        store.setPeer(PeerId{8}, QStringLiteral("gone"), QUrl(QStringLiteral("wss://gone.example/")));
        Batch batch;
        for (int i = 0; i < count; ++i) {
            Verdict verdict;
            verdict.cause = Cause::Reset;
            verdict.age = seconds(5);
            batch.items.emplace_back(monitor.ended(PeerId{i % 2 == 0 ? 7U : 8U}, verdict));
            monitor.advance(seconds(1));
        }
        store.append(batch, SteadyTime(seconds(1)));
    }

    void open()
    {
        monitor.advance(seconds(60));
        if (!log)
            log = std::make_unique<EventLogModel>(book.get());
        reader = std::make_unique<HistoryReader>(path);
        events = std::make_unique<PastEvents>(reader.get(), log.get(), book.get(), monitor.now());
        connect(log.get(), &EventLogModel::trimmed, events.get(), &PastEvents::followTrim);
        log->append({{monitor.timedOut(watched, seconds(3))}, {}});
    }

    PastEvents::State read()
    {
        events->readMore();
        if (!QTest::qWaitFor([this] { return events->state() != PastEvents::State::Reading; }))
            QTest::qFail("the page does not come", __FILE__, __LINE__);
        return events->state();
    }

    [[nodiscard]] QVariant at(int row, int role) const { return log->index(row, 1).data(role); }
    [[nodiscard]] WallTime time(int row) const
    {
        return WallTime(microseconds(at(row, EventTimeRole).toLongLong()));
    }
    [[nodiscard]] quint32 idAt(int row) const { return at(row, EventPeerRole).toUInt(); }
    [[nodiscard]] QString nameAt(int row) const { return at(row, Qt::DisplayRole).toString(); }

    const PeerId watched = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    WallTime start;
    QString path;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<EventLogModel> log;
    std::unique_ptr<HistoryReader> reader;
    std::unique_ptr<PastEvents> events;
};

QTEST_GUILESS_MAIN(PastEventsTest)
#include "tst_pastevents.moc"
