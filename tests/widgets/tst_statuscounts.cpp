// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"
#include "widgets/statuscounts.h"

#include <QTest>
#include <QToolButton>

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

    void theWorstComeFirst()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        StatusCounts counts(&book);
        for (quint32 number = 1; number <= 3; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book.add(peer, SyntheticMonitor::settings(QString::number(number)));
            book.apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        const PeerId stopped = SyntheticMonitor::id(2);
        book.apply({{monitor.timedOut(SyntheticMonitor::id(1), seconds(3)),
                     ConnectionEvent{stopped, 1, monitor.now(), FeedStale{seconds(5)}}},
                    {}});
        QTRY_COMPARE(counts.accessibleDescription(), QStringLiteral("1 Timed out, 1 Stale, 1 OK"));
        counts.show();
        QVERIFY(QTest::qWaitForWindowExposed(&counts));
        QVERIFY(counts.button(Health::TimedOut)->x() < counts.button(Health::Stale)->x());
        QVERIFY(counts.button(Health::Stale)->x() < counts.button(Health::Ok)->x());
    }

    void aClickChoosesOneStateAndWithCtrlAnother()
    {
        SyntheticMonitor monitor;
        PeerBook book([&monitor] { return monitor.now(); });
        StatusCounts counts(&book);
        for (quint32 number = 1; number <= 2; ++number) {
            const PeerId peer = SyntheticMonitor::id(number);
            book.add(peer, SyntheticMonitor::settings(QString::number(number)));
            book.apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        }
        book.apply({{monitor.timedOut(SyntheticMonitor::id(2), seconds(3))}, {}});
        QTRY_COMPARE(counts.count(Health::TimedOut), 1);
        counts.show();
        QVERIFY(QTest::qWaitForWindowExposed(&counts));
        QSet<Health> chosen;
        connect(&counts, &StatusCounts::chosen, this, [&](const QSet<Health> &states) { chosen = states; });

        QTest::mouseClick(counts.button(Health::TimedOut), Qt::LeftButton);
        QCOMPARE(chosen, QSet<Health>{Health::TimedOut});
        QTest::mouseClick(counts.button(Health::Ok), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(chosen, (QSet<Health>{Health::TimedOut, Health::Ok}));
        QTest::mouseClick(counts.button(Health::TimedOut), Qt::LeftButton);
        QVERIFY(chosen.isEmpty());
    }
};

QTEST_MAIN(StatusCountsTest)
#include "tst_statuscounts.moc"
