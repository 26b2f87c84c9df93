// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/eventfiltermodel.h"
#include "items/eventfoldmodel.h"
#include "items/eventlogmodel.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// What is folded into one line, told as stories: each step is "PEER WHAT" after so many milliseconds.
class EventFoldModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        for (quint32 number = 1; number <= 5; ++number)
            book->add(SyntheticMonitor::id(number),
                      SyntheticMonitor::settings(QStringLiteral("peer %1").arg(number)));
    }

    void whatBelongsTogetherIsOneLine_data()
    {
        QTest::addColumn<QStringList>("story"); // "milliseconds peer event"
        QTest::addColumn<QList<int>>("counts"); // entries of each line, from the top
        QTest::addRow("nothing") << QStringList{} << QList<int>{};
        QTest::addRow("one of each") << QStringList{QStringLiteral("0 1 timeout"),
                                                    QStringLiteral("0 2 timeout")}
                                     << QList<int>{1, 1};
        QTest::addRow("a peer that repeats itself")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("500 1 reject"),
                           QStringLiteral("500 1 reject")}
            << QList<int>{3};
        QTest::addRow("repeated, and counted by the verdict")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("500 1 reject-2nd"),
                           QStringLiteral("500 1 reject-3rd")}
            << QList<int>{3};
        QTest::addRow("repeated while others speak")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("1 2 timeout"),
                           QStringLiteral("500 1 reject")}
            << QList<int>{1, 2};
        QTest::addRow("something else of its own between")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("1 1 open"),
                           QStringLiteral("500 1 reject")}
            << QList<int>{1, 1, 1};
        QTest::addRow("lost together")
            << QStringList{QStringLiteral("0 1 lost"), QStringLiteral("100 2 lost"),
                           QStringLiteral("200 3 lost")}
            << QList<int>{3};
        QTest::addRow("lost a second apart")
            << QStringList{QStringLiteral("0 1 lost"), QStringLiteral("500 2 lost"),
                           QStringLiteral("500 3 lost")}
            << QList<int>{1, 1, 1};
        QTest::addRow("lost just within a second")
            << QStringList{QStringLiteral("0 1 lost"), QStringLiteral("500 2 lost"),
                           QStringLiteral("499 3 lost")}
            << QList<int>{3};
        QTest::addRow("two may be chance")
            << QStringList{QStringLiteral("0 1 lost"), QStringLiteral("1 2 lost")} << QList<int>{1, 1};
        QTest::addRow("two, others between, and then more")
            << QStringList{QStringLiteral("0 1 lost"), QStringLiteral("1 5 timeout"),
                           QStringLiteral("1 2 lost"), QStringLiteral("1 5 open"),
                           QStringLiteral("1 3 lost"), QStringLiteral("1 4 lost")}
            << QList<int>{1, 1, 4};
        QTest::addRow("one after another, never three at once")
            << QStringList{QStringLiteral("0 1 lost"), QStringLiteral("700 2 lost"),
                           QStringLiteral("700 3 lost"), QStringLiteral("700 4 lost")}
            << QList<int>{1, 1, 1, 1};
        QTest::addRow("dials of many that fail alike, again and again")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("10 2 reject"),
                           QStringLiteral("10 3 reject"), QStringLiteral("5000 1 reject"),
                           QStringLiteral("10 4 reject")}
            << QList<int>{5};
        QTest::addRow("the same long after")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("10 2 reject"),
                           QStringLiteral("10 3 reject"), QStringLiteral("30000 4 reject")}
            << QList<int>{3, 1};
        QTest::addRow("one that repeated itself before")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("10 1 reject"),
                           QStringLiteral("10 2 reject"), QStringLiteral("10 3 reject"),
                           QStringLiteral("10 4 reject")}
            << QList<int>{2, 3};
        QTest::addRow("all silent at once")
            << QStringList{QStringLiteral("0 1 timeout"), QStringLiteral("0 2 timeout"),
                           QStringLiteral("0 3 timeout")}
            << QList<int>{3};
        QTest::addRow("all back at once")
            << QStringList{QStringLiteral("0 1 open"), QStringLiteral("10 2 open"),
                           QStringLiteral("10 3 open")}
            << QList<int>{3};
        QTest::addRow("opened as the others long before")
            << QStringList{QStringLiteral("0 1 open"), QStringLiteral("10 2 open"),
                           QStringLiteral("10 3 open"), QStringLiteral("10000 4 open")}
            << QList<int>{3, 1};
        QTest::addRow("dials that fail together are no incident")
            << QStringList{QStringLiteral("0 1 reject"), QStringLiteral("1 2 reject")} << QList<int>{1, 1};
    }

    void whatBelongsTogetherIsOneLine()
    {
        QFETCH(QStringList, story);
        QFETCH(QList<int>, counts);
        EventLogModel log(book.get());
        EventFilterModel filter;
        filter.setSourceModel(&log);
        EventFoldModel folds(&filter, book.get());
        const QAbstractItemModelTester tester(&folds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tell(&log, story);
        QCOMPARE(countsOf(folds), counts);
        // The same if all entries exist before the lines are made.
        const EventFoldModel late(&filter, book.get());
        QCOMPARE(countsOf(late), counts);
    }

    /// It is not the hosts' fault, but that of a name server, or of this machine.
    void dialsThatReachNoHostAreOneLineWhateverTheirHosts_data()
    {
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<QList<int>>("counts");
        QTest::newRow("no names") << Cause::Dns << QList<int>{4};
        QTest::newRow("no route") << Cause::Unreachable << QList<int>{4};
        QTest::newRow("each host refuses by itself") << Cause::Refused << QList<int>{1, 1, 1, 1};
    }

    void dialsThatReachNoHostAreOneLineWhateverTheirHosts()
    {
        QFETCH(Cause, cause);
        EventLogModel log(book.get());
        const EventFoldModel folds(&log, book.get());
        for (quint32 number = 11; number <= 14; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("peer %1").arg(number));
            settings.url = QUrl(QStringLiteral("ws://host%1.example/").arg(number));
            book->add(peer, settings);
            Verdict verdict;
            verdict.cause = cause;
            log.append({{monitor.ended(peer, verdict)}, {}});
        }
        QTEST(countsOf(folds), "counts");
    }

    void anOutageIsOneLineThatGrows()
    {
        EventLogModel log(book.get());
        EventFoldModel folds(&log, book.get());
        const QAbstractItemModelTester tester(&folds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tell(&log, {QStringLiteral("0 1 open"), QStringLiteral("0 2 open"), QStringLiteral("0 3 open"),
                    QStringLiteral("0 4 open"), QStringLiteral("0 5 open"), QStringLiteral("10000 1 lost"),
                    QStringLiteral("100 2 lost"), QStringLiteral("200 3 lost")});
        QCOMPARE(countsOf(folds), (QList<int>{5, 3}));
        QVERIFY2(text(folds, 1).startsWith(QStringLiteral("3 of 5 down, all at 127.0.0.1, for ")),
                 qPrintable(text(folds, 1)));
        // Dials that fail, and another peer there: still the same.
        tell(&log, {QStringLiteral("5000 1 reject"), QStringLiteral("10 2 reject"),
                    QStringLiteral("10000 4 lost"), QStringLiteral("5000 3 reject"),
                    QStringLiteral("15000 1 reject"), QStringLiteral("70000 2 reject")});
        QCOMPARE(countsOf(folds), (QList<int>{5, 9}));
        QVERIFY2(text(folds, 1).startsWith(QStringLiteral("4 of 5 down, all at 127.0.0.1, for ")),
                 qPrintable(text(folds, 1)));
        // They come back one by one, while another one there fails, too.
        tell(&log, {QStringLiteral("1000 1 open"), QStringLiteral("10 5 reject")});
        QVERIFY2(text(folds, outage(folds)).startsWith(QStringLiteral("4 of 5 down")),
                 qPrintable(text(folds, outage(folds))));
        tell(&log, {QStringLiteral("10 2 open"), QStringLiteral("10 3 open"), QStringLiteral("10 4 open")});
        QVERIFY2(text(folds, outage(folds)).startsWith(QStringLiteral("1 of 5 down")),
                 qPrintable(text(folds, outage(folds))));
        tell(&log, {QStringLiteral("10 5 open")});
        QVERIFY2(
            text(folds, outage(folds)).startsWith(QStringLiteral("5 of 5 were down, all at 127.0.0.1, for ")),
            qPrintable(text(folds, outage(folds))));
        // The next one is a different line.
        const int lines = folds.rowCount();
        tell(&log, {QStringLiteral("40000 1 lost"), QStringLiteral("1 2 lost"), QStringLiteral("1 3 lost")});
        QVERIFY(folds.rowCount() > lines);
    }

    void anOutageOfAGroupHasItsName()
    {
        for (quint32 number = 1; number <= 3; ++number)
            book->update(SyntheticMonitor::id(number),
                         SyntheticMonitor::settings(QStringLiteral("peer %1").arg(number)),
                         {QStringLiteral("sensors"), {}});
        EventLogModel log(book.get());
        EventFoldModel folds(&log, book.get());
        tell(&log, {QStringLiteral("0 1 lost"), QStringLiteral("0 2 lost"), QStringLiteral("0 3 lost")});
        monitor.advance(seconds(40));
        QVERIFY2(text(folds, 0).startsWith(QStringLiteral("sensors: 3 of 3 ")), qPrintable(text(folds, 0)));
    }

    void theOldestEntriesLeaveTheirLines()
    {
        EventLogModel log(book.get(), 4);
        EventFoldModel folds(&log, book.get());
        const QAbstractItemModelTester tester(&folds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tell(&log, {QStringLiteral("0 1 reject"), QStringLiteral("1 2 timeout"), QStringLiteral("1 1 reject"),
                    QStringLiteral("1 1 reject")});
        QCOMPARE(countsOf(folds), (QList<int>{1, 3}));
        tell(&log, {QStringLiteral("1 3 timeout")});
        QCOMPARE(countsOf(folds), (QList<int>{1, 2, 1}));
        tell(&log,
             {QStringLiteral("1 3 timeout"), QStringLiteral("1 4 timeout"), QStringLiteral("1 5 timeout")});
        QCOMPARE(countsOf(folds), (QList<int>{2, 1, 1}));
    }

    void aFilterFoldsWhatIsLeft()
    {
        EventLogModel log(book.get());
        EventFilterModel filter;
        filter.setSourceModel(&log);
        EventFoldModel folds(&filter, book.get());
        const QAbstractItemModelTester tester(&folds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tell(&log, {QStringLiteral("0 1 reject"), QStringLiteral("1 1 open"), QStringLiteral("1 1 reject"),
                    QStringLiteral("1 2 timeout")});
        filter.setKinds(EventFilterModel::Kinds::Trouble);
        QCOMPARE(countsOf(folds), (QList<int>{2, 1}));
        filter.setSearch(QStringLiteral("peer 2"));
        QCOMPARE(countsOf(folds), (QList<int>{1}));
        filter.setSearch({});
        filter.setPeers(QSet<PeerId>{SyntheticMonitor::id(1)});
        QCOMPARE(countsOf(folds), (QList<int>{2}));
        filter.setPeers(std::nullopt);
        filter.setKinds(EventFilterModel::Kinds::All);
        QCOMPARE(countsOf(folds), (QList<int>{1, 1, 1, 1}));
    }

private:
    void tell(EventLogModel *log, const QStringList &story)
    {
        for (const QString &step : story) {
            const QStringList words = step.split(u' ');
            monitor.advance(milliseconds(words.at(0).toLongLong()));
            const PeerId peer = SyntheticMonitor::id(words.at(1).toUInt());
            const ConnectionEvent event = eventOf(peer, words.at(2));
            const bool isTimeout = words.at(2) == QStringLiteral("timeout");
            const bool isOpen = words.at(2) == QStringLiteral("open");
            Batch batch{{event}, {}};
            if (!isTimeout)
                batch.items.emplace_back(
                    monitor.state(peer, isOpen ? ConnectionState::Open : ConnectionState::Waiting));
            book->apply(batch);
            log->append({{event}, {}});
        }
    }

    [[nodiscard]] ConnectionEvent eventOf(PeerId peer, const QString &what) const
    {
        if (what.startsWith(QStringLiteral("reject"))) {
            ConnectionEvent event = monitor.rejected(peer, 503);
            if (what.contains(u'-')) {
                Verdict &verdict = std::get<Closed>(event.what).verdict;
                verdict.similarEnds = static_cast<quint32>(what.at(7).digitValue());
                verdict.endsCompared = verdict.similarEnds;
            }
            return event;
        }
        if (what == QStringLiteral("open"))
            return monitor.opened(peer);
        if (what == QStringLiteral("timeout"))
            return monitor.timedOut(peer, seconds(3));
        Verdict verdict;
        verdict.cause = Cause::Reset;
        verdict.age = seconds(60);
        return monitor.ended(peer, verdict);
    }

    static QList<int> countsOf(const EventFoldModel &folds)
    {
        QList<int> counts;
        for (int row = 0; row < folds.rowCount(); ++row) {
            const int count = folds.index(row, 0).data(EventCountRole).toInt();
            counts.append(count);
            if (folds.rowCount(folds.index(row, 0)) != (count > 1 ? count : 0))
                counts.append(-1); // a line with its entries as children
        }
        return counts;
    }

    static QString text(const EventFoldModel &folds, int row)
    {
        return folds.index(row, static_cast<int>(EventColumn::What)).data().toString();
    }

    /// The line of the outage, wherever it is.
    static int outage(const EventFoldModel &folds)
    {
        for (int row = 0; row < folds.rowCount(); ++row)
            if (text(folds, row).contains(QStringLiteral("down")))
                return row;
        return -1;
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
};

QTEST_GUILESS_MAIN(EventFoldModelTest)
#include "tst_eventfoldmodel.moc"
