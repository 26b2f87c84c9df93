// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pinglistmodel.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PingListModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        source = std::make_unique<SeriesSource>(book.get());
        model = std::make_unique<PingListModel>(source.get());
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        book->add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        model->setPeer(peer);
    }

    void cleanup()
    {
        tester.reset();
        model.reset();
        source.reset();
        book.reset();
    }

    void theNewestPingIsOnTop()
    {
        ping(3);
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(cell(0, PingColumn::Seq), QStringLiteral("3"));
        QCOMPARE(cell(2, PingColumn::Seq), QStringLiteral("1"));
        ping(1);
        QCOMPARE(cell(0, PingColumn::Seq), QStringLiteral("4"));
    }

    void noMoreThanTheCapAreKept()
    {
        ping(PingListModel::cap + 20);
        QCOMPARE(model->rowCount(), PingListModel::cap);
        ping(7);
        QCOMPARE(model->rowCount(), PingListModel::cap);
        QCOMPARE(cell(0, PingColumn::Seq), QString::number(PingListModel::cap + 27));
    }

    void aTimeoutThatIsAnsweredLateIsRevised()
    {
        PingSample sample = monitor.sample(peer, seconds(3), PingOutcome::TimedOut);
        book->apply({{sample}, {}});
        model->refresh();
        QCOMPARE(cell(0, PingColumn::OutcomeWord), QStringLiteral("timed out"));
        QVERIFY(cell(0, PingColumn::Rtt).isEmpty());
        QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);

        sample.outcome = PingOutcome::Late;
        sample.rtt = seconds(4);
        book->apply({{sample}, {}});
        model->refresh();

        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(cell(0, PingColumn::OutcomeWord), QStringLiteral("late"));
        QVERIFY(!cell(0, PingColumn::Rtt).isEmpty());
    }

    void marksAreSaidInWords()
    {
        PingSample sample = monitor.sample(peer, milliseconds(3));
        sample.marks = SampleMark::Manual | SampleMark::ObserverLag;
        book->apply({{sample}, {}});
        model->refresh();
        QCOMPARE(cell(0, PingColumn::OutcomeWord),
                 QStringLiteral("answered, this program was late, by hand"));
    }

    void anotherPeerStartsAnew()
    {
        ping(5);
        model->setPeer(SyntheticMonitor::id(2));
        QCOMPARE(model->rowCount(), 0);
        book->remove(peer);
        model->setPeer(peer);
        QCOMPARE(model->rowCount(), 0);
    }

private:
    void ping(int count)
    {
        for (int i = 0; i < count; ++i) {
            monitor.advance(seconds(1));
            book->apply({{monitor.sample(peer, milliseconds(1))}, {}});
        }
        model->refresh();
    }

    [[nodiscard]] QString cell(int row, PingColumn column) const
    {
        return model->index(row, static_cast<int>(column)).data().toString();
    }

    const PeerId peer = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<SeriesSource> source;
    std::unique_ptr<PingListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

QTEST_GUILESS_MAIN(PingListModelTest)
#include "tst_pinglistmodel.moc"
