// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"
#include "items/peerlistmodel.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerFilterModelTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        HonestTest::init();
        monitor = SyntheticMonitor();
        book = std::make_unique<PeerBook>([this] { return monitor.now(); });
        source = std::make_unique<PeerListModel>(book.get());
        model = std::make_unique<PeerFilterModel>(source.get());
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QStringList names{QStringLiteral("edge-10"), QStringLiteral("edge-9"), QStringLiteral("chat")};
        for (const QString &name : names) {
            const PeerId peer = SyntheticMonitor::id(static_cast<quint32>(book->peers().size()) + 1);
            book->add(peer, SyntheticMonitor::settings(name));
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        source->flush();
    }

    void cleanup()
    {
        tester.reset();
        model.reset();
        source.reset();
        book.reset();
    }

    void equalsAreSortedByNameAsAPersonWould()
    {
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("chat"), QStringLiteral("edge-9"), QStringLiteral("edge-10")}));
    }

    void theOrderOfNamesFollowsTheLanguage()
    {
        const auto shanghai = QStringLiteral("上海");
        const auto beijing = QStringLiteral("北京");
        const QLocale before;
        for (const QString &name : {beijing, shanghai}) {
            const PeerId peer = SyntheticMonitor::id(static_cast<quint32>(book->peers().size()) + 1);
            book->add(peer, SyntheticMonitor::settings(name));
            book->apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        source->flush();
        QVERIFY(names().indexOf(shanghai) < names().indexOf(beijing)); // by strokes
        QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
        model->retranslate();
        QLocale::setDefault(before);
        QVERIFY(names().indexOf(beijing) < names().indexOf(shanghai)); // by pinyin
    }

    void troubleMovesToTheTop()
    {
        book->apply({{monitor.timedOut(SyntheticMonitor::id(1), seconds(3))}, {}});
        source->flush();
        QCOMPARE(names().first(), QStringLiteral("edge-10"));
    }

    void rowsStayWhileTheOrderIsHeld()
    {
        const QStringList before = names();
        QSignalSpy told(model.get(), &PeerFilterModel::outOfOrderChanged);
        model->holdOrder(true);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(1), seconds(3))}, {}});
        source->flush();
        QCOMPARE(names(), before);
        QVERIFY(model->isOutOfOrder());
        QCOMPARE(told.size(), 1);
        model->holdOrder(false);
        QCOMPARE(names().first(), QStringLiteral("edge-10"));
        QVERIFY(!model->isOutOfOrder());
        // A change that does not affect the order is no reason for a hint.
        model->holdOrder(true);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(1), seconds(4))}, {}});
        source->flush();
        QVERIFY(!model->isOutOfOrder());
        model->holdOrder(false);
    }

    void recoveryMovesItBack()
    {
        book->apply({{monitor.timedOut(SyntheticMonitor::id(1), seconds(3))}, {}});
        source->flush();
        book->apply({{monitor.sample(SyntheticMonitor::id(1), milliseconds(1))}, {}});
        source->flush();
        QCOMPARE(names().last(), QStringLiteral("edge-10"));
    }

    void rowsWithoutAValueComeLastInBothDirections_data()
    {
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::newRow("ascending") << Qt::AscendingOrder;
        QTest::newRow("descending") << Qt::DescendingOrder;
    }
    void rowsWithoutAValueComeLastInBothDirections()
    {
        QFETCH(Qt::SortOrder, order);
        book->apply({{monitor.sample(SyntheticMonitor::id(2), milliseconds(1)),
                      monitor.sample(SyntheticMonitor::id(1), milliseconds(5))},
                     {}});
        source->flush();
        model->sort(static_cast<int>(PeerColumn::LastRtt), order);
        QCOMPARE(names().last(), QStringLiteral("chat"));
        QCOMPARE(names().first(),
                 order == Qt::AscendingOrder ? QStringLiteral("edge-9") : QStringLiteral("edge-10"));
    }

    void textIsFoundInNamesAndUrlsWhateverItsCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("in a name") << QStringLiteral("EDGE") << 2;
        QTest::newRow("in a URL") << QStringLiteral("localhost/chat") << 1;
        QTest::newRow("nowhere") << QStringLiteral("moon") << 0;
        QTest::newRow("nothing asked") << QString() << 3;
    }
    void textIsFoundInNamesAndUrlsWhateverItsCase()
    {
        QFETCH(QString, text);
        QFETCH(int, found);
        model->setFilterText(text);
        QCOMPARE(model->rowCount(), found);
    }

    void onlyOneStateIsShownWhenAskedFor()
    {
        book->apply({{monitor.timedOut(SyntheticMonitor::id(3), seconds(3))}, {}});
        source->flush();
        model->setShownStates({Health::TimedOut});
        QCOMPARE(names(), QStringList{QStringLiteral("chat")});
        model->setShownStates({});
        QCOMPARE(model->rowCount(), 3);
    }

    void tagsAndTextFindPeersInTheirGroups()
    {
        const ConnectionSettings settings = *book->settings(SyntheticMonitor::id(3));
        book->update(SyntheticMonitor::id(3), settings, {QStringLiteral("prod"), {QStringLiteral("eu")}});
        model->setShownTags({QStringLiteral("eu"), QStringLiteral("us")});
        QCOMPARE(names(), QStringList{QStringLiteral("prod")});
        QCOMPARE(model->rowCount(model->index(0, 0)), 1);
        model->setFilter({QStringLiteral("PROD"), {}, {}});
        QCOMPARE(names(), QStringList{QStringLiteral("prod")});
        model->setFilter({QStringLiteral("eu"), {Health::Failed}, {}});
        QCOMPARE(names(), QStringList());
    }

    void aGroupComesWhenOneOfItsPeersMatchesAndGoesWithTheLast()
    {
        const ConnectionSettings settings = *book->settings(SyntheticMonitor::id(3));
        book->update(SyntheticMonitor::id(3), settings, {QStringLiteral("prod"), {}});
        model->setShownStates({Health::TimedOut});
        QCOMPARE(model->rowCount(), 0);
        book->apply({{monitor.timedOut(SyntheticMonitor::id(3), seconds(3))}, {}});
        source->flush();
        QCOMPARE(names(), QStringList{QStringLiteral("prod")});
        book->apply({{monitor.sample(SyntheticMonitor::id(3), milliseconds(1))}, {}});
        source->flush();
        QCOMPARE(model->rowCount(), 0);
    }

    void aGroupWithTroubleIsAboveTheOthers()
    {
        for (const quint32 number : {1U, 2U}) {
            const PeerId peer = SyntheticMonitor::id(number);
            book->update(peer, *book->settings(peer), {QStringLiteral("group-%1").arg(number), {}});
        }
        book->apply({{monitor.timedOut(SyntheticMonitor::id(2), seconds(3))}, {}});
        source->flush();
        QCOMPARE(names().first(), QStringLiteral("group-2"));
    }

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, static_cast<int>(PeerColumn::Name)).data().toString());
        return names;
    }

    SyntheticMonitor monitor;
    std::unique_ptr<PeerBook> book;
    std::unique_ptr<PeerListModel> source;
    std::unique_ptr<PeerFilterModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

QTEST_GUILESS_MAIN(PeerFilterModelTest)
#include "tst_peerfiltermodel.moc"
