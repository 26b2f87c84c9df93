// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerlistmodel.h"
#include "items/trend.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerListModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        QLocale::setDefault(QLocale::c());
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        model = std::make_unique<PeerListModel>(book.get());
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        tester.reset();
        model.reset();
        book.reset();
    }

    void aPeerThatTimesOutIsFlaggedWithTheNextAnnouncement()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        book->apply({{monitor.timedOut(peer, seconds(3))}, {}});
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty(), 1000);

        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Timed out"));
        QCOMPARE(cell(0, PeerColumn::State).data(PeerHealthRole).toInt(), static_cast<int>(Health::TimedOut));
    }

    void figuresAreShownFormattedAndSortedRaw()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        monitor.advance(seconds(65));
        book->apply({{monitor.sample(peer, microseconds(12345))}, {}});

        QCOMPARE(cell(0, PeerColumn::LastRtt).data().toString(), QStringLiteral("12.3\u00a0ms"));
        QCOMPARE(cell(0, PeerColumn::LastRtt).data(PeerSortRole).toLongLong(), 12345000);
        QCOMPARE(cell(0, PeerColumn::Loss).data().toString(), QStringLiteral("0\u00a0%"));
        QCOMPARE(cell(0, PeerColumn::OpenTime).data().toString(), QStringLiteral("1\u00a0min 05\u00a0s"));
    }

    void aPeerWithoutPingsHasNoFigures()
    {
        addPeers(1);
        for (const PeerColumn column : {PeerColumn::LastRtt, PeerColumn::Median, PeerColumn::P95,
                                        PeerColumn::Loss, PeerColumn::OpenTime, PeerColumn::LastEnd}) {
            QVERIFY(!cell(0, column).data().isValid());
            QVERIFY(cell(0, column).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("none")));
        }
    }

    void aWaitSaysWhenTheNextDialComes()
    {
        addPeers(1);
        const PeerId peer = SyntheticMonitor::id(1);
        book->apply({{monitor.rejected(peer, 503), monitor.waiting(peer, seconds(4))}, {}});
        monitor.advance(seconds(1));

        QCOMPARE(cell(0, PeerColumn::State).data().toString(), QStringLiteral("Waiting"));
        QCOMPARE(cell(0, PeerColumn::State).data(PeerDetailRole).toString(),
                 QStringLiteral("retry in 3\u00a0s"));
        QVERIFY2(cell(0, PeerColumn::LastEnd).data().toString().contains(QStringLiteral("503")),
                 qPrintable(cell(0, PeerColumn::LastEnd).data().toString()));
    }

    void neighboursAreAnnouncedAsOneRange()
    {
        addPeers(10);
        model->flush();
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        Batch batch;
        for (const quint32 number : {3U, 4U, 5U, 8U}) {
            batch.items.emplace_back(monitor.sample(SyntheticMonitor::id(number), milliseconds(1)));
        }
        book->apply(batch);
        model->flush();

        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 2);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 4);
        QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 7);
        QCOMPARE(changes.at(1).at(1).toModelIndex().row(), 7);
    }

    void samplesDoNotTouchTheStateColumn()
    {
        addPeers(1);
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});
        model->flush();

        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex().column(), static_cast<int>(PeerColumn::LastRtt));
        QVERIFY(!changes.at(0).at(2).value<QList<int>>().isEmpty());
    }

    void manyBatchesAtOnceAreOneAnnouncement()
    {
        addPeers(1);
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        for (int i = 0; i < 100; ++i) {
            book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});
        }

        QTRY_COMPARE(changes.size(), 1);
    }

    void rowsMoveUpWhenOneIsRemoved()
    {
        addPeers(4);
        book->remove(SyntheticMonitor::id(2));

        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->rowOf(SyntheticMonitor::id(2)), -1);
        QCOMPARE(model->rowOf(SyntheticMonitor::id(4)), 2);
        book->apply({{monitor.sample(SyntheticMonitor::id(4), milliseconds(7))}, {}});
        QCOMPARE(cell(2, PeerColumn::LastRtt).data(PeerSortRole).toLongLong(), 7000000);
    }

    void tenThousandPeersAreTaken()
    {
        tester.reset(); // it looks at everything after each row
        addPeers(10'000);
        Batch batch;
        for (quint32 number = 1; number <= 10'000; ++number) {
            batch.items.emplace_back(monitor.sample(SyntheticMonitor::id(number), milliseconds(1)));
        }
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        book->apply(batch);
        model->flush();

        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 9999);
    }

private:
    void addPeers(quint32 count)
    {
        for (quint32 number = 1; number <= count; ++number) {
            book->add(SyntheticMonitor::id(number),
                      SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number)));
        }
    }

    [[nodiscard]] QModelIndex cell(int row, PeerColumn column) const
    {
        return model->index(row, static_cast<int>(column));
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<PeerListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

QTEST_GUILESS_MAIN(PeerListModelTest)
#include "tst_peerlistmodel.moc"
