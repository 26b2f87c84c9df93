// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/endlistmodel.h"
#include "items/figuresmodel.h"
#include "past/peerfigures.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "text/wording.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class EndListModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void endsComeNewestFirstWithTheirSentenceAndEvidence()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        SeriesSource source(&book);
        EndListModel model(&source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        model.setPeer(peer);
        book.apply({{monitor.rejected(peer, 503)}, {}});
        model.refresh();
        monitor.advance(seconds(5));
        const ConnectionEvent second = monitor.rejected(peer, 401);
        book.apply({{second}, {}});
        model.refresh();
        model.refresh();

        QCOMPARE(model.rowCount(), 2);
        const QModelIndex newest = model.index(0, 0);
        QVERIFY(newest.siblingAtColumn(EndListModel::Why).data().toString().contains(QStringLiteral("401")));
        QCOMPARE(model.index(0, 0, newest).data().toString(),
                 Wording::endSentence(std::get<Closed>(second.what).verdict));
        bool found = false;
        for (int row = 1; row < model.rowCount(newest); ++row)
            found |= model.index(row, EndListModel::Why, newest).data().toString() == QStringLiteral("401");
        QVERIFY(found);
        QCOMPARE(model.index(0, 0, newest).parent(), newest);
    }

    void onlyEndsInSightAreThere()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        SeriesSource source(&book);
        EndListModel model(&source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        model.setPeer(peer);
        book.apply({{monitor.rejected(peer, 503)}, {}});
        monitor.advance(std::chrono::minutes(10));
        book.apply({{monitor.rejected(peer, 401)}, {}});
        source.figures()->setSight(monitor.now() - std::chrono::minutes(30), monitor.now(), true);
        model.refresh();
        QCOMPARE(model.rowCount(), 2);
        source.figures()->setSight(monitor.now() - std::chrono::minutes(5), monitor.now(), true);
        model.refresh();
        QCOMPARE(model.rowCount(), 1);
        source.figures()->setSight(monitor.now() - std::chrono::minutes(12),
                                   monitor.now() - std::chrono::minutes(8), false);
        model.refresh();
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0, EndListModel::Why).data().toString().contains(QStringLiteral("503")));
    }

    void anIndexStaysWithItsEndWhileOthersCome()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        SeriesSource source(&book);
        EndListModel model(&source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        model.setPeer(peer);
        book.apply({{monitor.rejected(peer, 404)}, {}});
        model.refresh();
        const QPersistentModelIndex child = model.index(0, 0, model.index(0, 0));
        for (int i = 0; i < EndListModel::cap - 1; ++i) {
            monitor.advance(seconds(1));
            book.apply({{monitor.rejected(peer, 503)}, {}});
            model.refresh();
        }
        QCOMPARE(model.rowCount(), EndListModel::cap);
        QCOMPARE(child.parent().row(), EndListModel::cap - 1);
        monitor.advance(seconds(1));
        book.apply({{monitor.rejected(peer, 503)}, {}});
        model.refresh();
        QCOMPARE(model.rowCount(), EndListModel::cap);
        QVERIFY(!child.isValid());
    }

    void figuresAnnounceOnlyCellsThatAreOthers()
    {
        FiguresModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        StatisticsSummary one;
        one.pings = 1;
        model.setSeries({{QStringLiteral("Minute"), one, {}, {}}, {QStringLiteral("Hour"), one, {}, {}}},
                        Formatter());
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        StatisticsSummary two = one;
        two.pings = 2;
        model.setSeries({{QStringLiteral("Minute"), one, {}, {}}, {QStringLiteral("Hour"), two, {}, {}}},
                        Formatter());

        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex(), model.index(0, 2));
        QCOMPARE(resets.size(), 0);
    }

private:
    const PeerId peer = SyntheticMonitor::id(1);
};

QTEST_GUILESS_MAIN(EndListModelTest)
#include "tst_endlistmodel.moc"
