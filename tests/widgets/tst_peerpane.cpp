// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerfiltermodel.h"
#include "items/peerlistmodel.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/filterbar.h"
#include "widgets/peerlistview.h"
#include "widgets/peerpane.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerPaneTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenPeersAreSaidToBeHidden()
    {
        const SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        PeerListModel source(&book);
        PeerFilterModel filter(&source);
        PeerPane pane(&filter);
        pane.resize(800, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        for (quint32 number = 1; number <= 3; ++number) {
            book.add(SyntheticMonitor::id(number),
                     SyntheticMonitor::settings(QStringLiteral("peer-%1").arg(number)),
                     {number == 1 ? QStringLiteral("prod") : QString(), {QStringLiteral("eu")}});
        }
        QVERIFY(!pane.filterBar()->isVisible());

        filter.setFilter({QStringLiteral("peer-2"), {Health::Connecting}, {QStringLiteral("eu")}});
        QVERIFY(pane.filterBar()->isVisible());
        QTRY_COMPARE(pane.filterBar()->text(),
                     QStringLiteral("1 of 3 peers. State: Connecting · Tag: eu · Text: peer-2"));

        filter.setFilterText(QStringLiteral("nobody"));
        QTRY_COMPARE(shownHint(pane), QStringLiteral("No peer matches the filter."));

        QTest::mouseClick(pane.filterBar()->showAllButton(), Qt::LeftButton);
        QVERIFY(!pane.filterBar()->isVisible());
        QVERIFY(shownHint(pane).isEmpty());
        QCOMPARE(filter.rowCount(), 3);
    }

private:
    static QString shownHint(const PeerPane &pane)
    {
        const auto labels = pane.list()->viewport()->findChildren<QLabel *>();
        return labels.size() == 1 && labels.first()->isVisible() ? labels.first()->text() : QString();
    }
};

QTEST_MAIN(PeerPaneTest)
#include "tst_peerpane.moc"
