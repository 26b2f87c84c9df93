// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/alertshelf.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

AlertEntry entryAt(int second, int alert, AlertEntry::Kind kind)
{
    AlertEntry entry;
    entry.at = WallTime(seconds(second));
    entry.alert = QString::number(alert);
    entry.kind = kind;
    return entry;
}

} // namespace

/// The alerts of a run that lasts for long.
class AlertShelfTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest()
    {
        AlertShelf shelf(3);
        for (int alert = 1; alert <= 5; ++alert) {
            shelf.add(entryAt(alert * 10, alert, AlertEntry::Kind::Fired));
            shelf.add(entryAt(alert * 10 + 1, alert, AlertEntry::Kind::Updated));
        }
        shelf.add(entryAt(100, 4, AlertEntry::Kind::Resolved));
        const std::vector<PastAlert> alerts = shelf.alerts();
        QCOMPARE(alerts.size(), size_t(3));
        QCOMPARE(alerts.front().id, QStringLiteral("3"));
        QCOMPARE(alerts[1].resolvedAt, std::optional(WallTime(seconds(100))));
        QCOMPARE(alerts.back().id, QStringLiteral("5"));
        QCOMPARE(alerts.back().firedAt, WallTime(seconds(50)));
        QCOMPARE(shelf.leftOut(), quint64(2));
    }

    void anAlertThatWasDroppedDoesNotComeBack_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto kind :
             {AlertEntry::Kind::Updated, AlertEntry::Kind::Escalated, AlertEntry::Kind::Acknowledged,
              AlertEntry::Kind::Resolved, AlertEntry::Kind::Delivered, AlertEntry::Kind::NotDelivered})
            QTest::newRow(toWord(kind).data()) << int(kind);
    }
    void anAlertThatWasDroppedDoesNotComeBack()
    {
        QFETCH(int, kind);
        AlertShelf shelf(1);
        shelf.add(entryAt(1, 1, AlertEntry::Kind::Fired));
        shelf.add(entryAt(2, 2, AlertEntry::Kind::Fired));
        shelf.add(entryAt(3, 1, AlertEntry::Kind(kind)));
        QCOMPARE(shelf.alerts().size(), size_t(1));
        QCOMPARE(shelf.alerts().front().id, QStringLiteral("2"));
        QCOMPARE(shelf.leftOut(), quint64(1));
    }

    /// So that an alert is never said to have fired when it was over.
    void entriesWithoutTheirFiringTellOfNoAlert()
    {
        QVERIFY(pastAlerts({entryAt(1, 1, AlertEntry::Kind::Resolved)}).empty());
        QVERIFY(pastAlerts({}).empty());
        // In whatever order they were read.
        const std::vector<PastAlert> alerts =
            pastAlerts({entryAt(9, 1, AlertEntry::Kind::Resolved), entryAt(1, 1, AlertEntry::Kind::Fired)});
        QCOMPARE(alerts.size(), size_t(1));
        QCOMPARE(alerts.front().firedAt, WallTime(seconds(1)));
        QCOMPARE(alerts.front().resolvedAt, std::optional(WallTime(seconds(9))));
    }
};

QTEST_GUILESS_MAIN(AlertShelfTest)
#include "tst_alertshelf.moc"
