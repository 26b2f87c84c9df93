// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerbook.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QSignalSpy>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

class PeerBookTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchIsToldOnceWithEachPeerOnce()
    {
        SyntheticMonitor monitor;
        PeerBook book;
        const PeerId a = SyntheticMonitor::id(1);
        const PeerId b = SyntheticMonitor::id(2);
        book.add(a, SyntheticMonitor::settings(QStringLiteral("a")));
        book.add(b, SyntheticMonitor::settings(QStringLiteral("b")));
        QList<PeerChange> told;
        int times = 0;
        connect(&book, &PeerBook::peersChanged, this, [&](const QList<PeerChange> &changes) {
            told = changes;
            ++times;
        });

        const PingSample first = monitor.sample(a, milliseconds(1));
        const PingSample second = monitor.sample(a, milliseconds(2));
        book.apply({{monitor.opened(b), first, second}, {}});

        QCOMPARE(times, 1);
        QCOMPARE(told, (QList<PeerChange>{{b, true}, {a, false}}));
    }

    void aSampleThatChangesTheHealthIsAChangeOfState()
    {
        SyntheticMonitor monitor;
        PeerBook book;
        const PeerId peer = SyntheticMonitor::id(1);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        book.apply({{monitor.state(peer, ConnectionState::Open), monitor.opened(peer)}, {}});
        QList<PeerChange> told;
        connect(&book, &PeerBook::peersChanged, this,
                [&](const QList<PeerChange> &changes) { told = changes; });

        book.apply({{monitor.sample(peer, seconds(3), PingOutcome::TimedOut)}, {}});

        QCOMPARE(told, (QList<PeerChange>{{peer, true}}));
        QCOMPARE(book.record(peer)->health(), Health::TimedOut);
    }

    void whatComesAboutAPeerThatIsGoneIsSkipped()
    {
        SyntheticMonitor monitor;
        PeerBook book;
        const PeerId peer = SyntheticMonitor::id(1);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        book.remove(peer);
        int times = 0;
        connect(&book, &PeerBook::peersChanged, this, [&times] { ++times; });

        book.apply({{monitor.sample(peer, milliseconds(1))}, {}});

        QCOMPARE(times, 0);
        QCOMPARE(book.record(peer), nullptr);
        QVERIFY(book.peers().isEmpty());
    }

    void aRenamedPeerKeepsWhatWasMeasured()
    {
        SyntheticMonitor monitor;
        PeerBook book;
        const PeerId peer = SyntheticMonitor::id(1);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")), {QStringLiteral("prod"), {}});
        book.apply({{monitor.sample(peer, milliseconds(7))}, {}});
        QList<PeerId> edited;
        connect(&book, &PeerBook::peerEdited, this, [&](PeerId id) { edited.append(id); });

        ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("b"));
        settings.url.setScheme(QStringLiteral("wss"));
        settings.tls.verify = false;
        const PeerLabels labels{QStringLiteral("test"), {QStringLiteral("eu")}};
        book.update(peer, settings, labels);

        QCOMPARE(edited, QList<PeerId>{peer});
        QCOMPARE(book.record(peer)->name(), QStringLiteral("b"));
        QCOMPARE(book.record(peer)->lastSample()->rtt, nanoseconds(milliseconds(7)));
        QVERIFY(*book.labels(peer) == labels);
        QVERIFY(!book.verifiesTls(peer));
    }

    void anEditThatChangesNothingIsNotTold()
    {
        PeerBook book;
        const PeerId peer = SyntheticMonitor::id(1);
        const ConnectionSettings settings = SyntheticMonitor::settings(QStringLiteral("a"));
        book.add(peer, settings);
        int times = 0;
        connect(&book, &PeerBook::peerEdited, this, [&times] { ++times; });

        book.update(peer, settings, {});
        book.update(SyntheticMonitor::id(2), settings, {});

        QCOMPARE(times, 0);
    }

    void theRecordIsStillThereWhileTheRemovalIsAnnounced()
    {
        PeerBook book;
        const PeerId peer = SyntheticMonitor::id(1);
        book.add(peer, SyntheticMonitor::settings(QStringLiteral("a")));
        bool seen = false;
        connect(&book, &PeerBook::peerAboutToBeRemoved, this,
                [&](PeerId removed) { seen = book.record(removed) != nullptr; });

        book.remove(peer);

        QVERIFY(seen);
        QVERIFY(!book.hasName(QStringLiteral("a")));
    }
};

QTEST_GUILESS_MAIN(PeerBookTest)
#include "tst_peerbook.moc"
