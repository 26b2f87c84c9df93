// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/statuscounts.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class StatusCountsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void statesAreCountedAsTheyChange()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        const StatusCounts counts(&book);
        for (quint32 number = 1; number <= 3; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book.add(peer, SyntheticMonitor::settings(QString::number(number)));
            book.apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        QTRY_COMPARE(counts.count(Health::Ok), 3);

        book.apply({{monitor.timedOut(SyntheticMonitor::id(2), seconds(3))}, {}});
        QTRY_COMPARE(counts.count(Health::Ok), 2);
        QTRY_COMPARE(counts.count(Health::TimedOut), 1);
        QCOMPARE(counts.accessibleDescription(), QStringLiteral("1 Timed out, 2 OK"));

        book.remove(SyntheticMonitor::id(2));
        QTRY_COMPARE(counts.count(Health::TimedOut), 0);
    }
};

QTEST_MAIN(StatusCountsTest)
#include "tst_statuscounts.moc"
