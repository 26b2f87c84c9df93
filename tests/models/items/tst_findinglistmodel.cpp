// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/findinglistmodel.h"
#include "tests/support/honesttest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;

class TestFindingListModel : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfTheKinds()
    {
        FindingListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const FindingKind kind : {FindingKind::Close, FindingKind::Connect, FindingKind::IdleLimit})
            model.put(Finding{kind, FindingResult::Ok, {}, {}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data(FindingKindRole).toInt(), int(FindingKind::Connect));
        QCOMPARE(model.index(1, 0).data(FindingKindRole).toInt(), int(FindingKind::IdleLimit));
        QCOMPARE(model.index(2, 0).data(FindingKindRole).toInt(), int(FindingKind::Close));

        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.put(Finding{
            FindingKind::IdleLimit, FindingResult::Limit, {}, {{QStringLiteral("idle_limit_s"), 30.0}}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.index(1, 0).data(FindingResultRole).toInt(), int(FindingResult::Limit));
        QVERIFY(model.index(1, int(FindingColumn::Explanation))
                    .data()
                    .toString()
                    .startsWith(QLatin1String("Cut after 30 s")));
        for (int column = 0; column < findingColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void saysWhatChanged()
    {
        FindingListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Finding before{
            FindingKind::IdleLimit, FindingResult::Limit, {}, {{QStringLiteral("idle_limit_s"), 60.0}}};
        Finding now = before;
        now.facts.insert(QStringLiteral("idle_limit_s"), 30.0);
        model.setBefore({before});
        model.setFindings({now});
        QVERIFY2(model.text().contains(QLatin1String("The limit was 60 s, now 30 s.")),
                 qPrintable(model.text()));
        model.setFindings({before});
        QVERIFY2(!model.text().contains(QLatin1String("was")), qPrintable(model.text()));
    }
};

QTEST_GUILESS_MAIN(TestFindingListModel)
#include "tst_findinglistmodel.moc"
