// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historystore.h"
#include "past/pastflaps.h"
#include "peers/peerbook.h"
#include "peers/peerfinding.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

enum class EndOfRun : quint8 { Quit, Killed, ClosedByUser };

} // namespace

Q_DECLARE_METATYPE(EndOfRun)

/// A peer that lost connections in an earlier run of the program, as known after a restart.
class PastFlapsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aRestartForgetsNoFlapping_data()
    {
        QTest::addColumn<int>("lost");
        QTest::addColumn<EndOfRun>("end");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<int>("lostSince");
        QTest::addColumn<bool>("flaps");
        QTest::newRow("lost four times, and a restart") << 4 << EndOfRun::Quit << 20 << 0 << true;
        QTest::newRow("the program was killed") << 4 << EndOfRun::Killed << 20 << 0 << true;
        QTest::newRow("lost twice before, and once since") << 2 << EndOfRun::Quit << 20 << 1 << true;
        QTest::newRow("lost twice") << 2 << EndOfRun::Quit << 20 << 0 << false;
        QTest::newRow("its user had closed it") << 4 << EndOfRun::ClosedByUser << 20 << 0 << false;
        QTest::newRow("a quarter of an hour later") << 4 << EndOfRun::Quit << 900 << 0 << false;
    }
    void aRestartForgetsNoFlapping()
    {
        QFETCH(int, lost);
        QFETCH(EndOfRun, end);
        QFETCH(int, secondsLater);
        QFETCH(int, lostSince);
        QFETCH(bool, flaps);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("history.sqlite"));
        runBefore(path, lost, end);
        monitor.advance(seconds(secondsLater));

        PeerBook book([this] { return monitor.now(); });
        HistoryReader reader(path);
        const PastFlaps past(&reader, &book, monitor.now());
        QSignalSpy read(&reader, &HistoryReader::eventPageReady);
        book.add(watched, SyntheticMonitor::settings(name));
        book.apply({{monitor.state(watched, ConnectionState::Connecting)}, {}});
        QSignalSpy changed(&book, &PeerBook::peersChanged);
        monitor.advance(seconds(1));
        QTRY_COMPARE(read.size(), 1);
        for (int i = 0; i < lostSince; ++i) {
            book.apply({{monitor.state(watched, ConnectionState::Open), monitor.opened(watched)}, {}});
            monitor.advance(seconds(5));
            book.apply({{monitor.ended(watched, reset())}, {}});
        }
        const PeerRecord &record = *book.record(watched);
        QCOMPARE(record.standing() == Health::Flapping, flaps);
        if (flaps && lostSince == 0) {
            QCOMPARE(changed.size(), 1); // so that lists show it
            QVERIFY(PeerFinding(record).inShort().contains(QString::number(lost)));
        }
        // Nobody is told again.
        book.remove(watched);
        book.add(watched, SyntheticMonitor::settings(name));
        book.apply({{monitor.state(watched, ConnectionState::Connecting)}, {}});
        QVERIFY(book.record(watched)->standing() != Health::Flapping);
    }

    void aPeerThatComesLaterIsToldToo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("history.sqlite"));
        runBefore(path, 4, EndOfRun::Quit);
        PeerBook book([this] { return monitor.now(); });
        HistoryReader reader(path);
        const PastFlaps past(&reader, &book, monitor.now());
        QSignalSpy read(&reader, &HistoryReader::eventPageReady);
        QTRY_COMPARE(read.size(), 1);
        book.add(SyntheticMonitor::id(2), SyntheticMonitor::settings(QStringLiteral("another")));
        book.add(watched, SyntheticMonitor::settings(name));
        book.apply({{monitor.state(watched, ConnectionState::Connecting)}, {}});
        QCOMPARE(book.record(watched)->standing(), Health::Flapping);
        QVERIFY(book.record(SyntheticMonitor::id(2))->standing() != Health::Flapping);
    }

private:
    static Verdict reset()
    {
        Verdict verdict;
        verdict.cause = Cause::Reset;
        verdict.phase = DialPhase::Open;
        verdict.age = seconds(5);
        return verdict;
    }

    void runBefore(const QString &path, int lost, EndOfRun end)
    {
        monitor = SyntheticMonitor();
        HistoryOptions options;
        options.path = path;
        HistoryStore store(options);
        const ConnectionSettings settings = SyntheticMonitor::settings(name);
        store.setPeer(PeerId{7}, settings.name, settings.url);
        Batch batch;
        for (int i = 0; i < lost; ++i) {
            batch.items.emplace_back(monitor.opened(PeerId{7}));
            monitor.advance(seconds(5));
            batch.items.emplace_back(monitor.ended(PeerId{7}, reset()));
            monitor.advance(seconds(3));
        }
        batch.items.emplace_back(monitor.opened(PeerId{7}));
        monitor.advance(seconds(1));
        if (end != EndOfRun::Killed) {
            Verdict own;
            own.cause = Cause::LocalClose;
            own.phase = DialPhase::Open;
            own.sent = CloseFrame{static_cast<quint16>(end == EndOfRun::Quit ? 1001 : 1000), {}};
            batch.items.emplace_back(monitor.ended(PeerId{7}, own));
        }
        store.append(batch, SteadyTime(seconds(1)));
    }

    const QString name = QStringLiteral("edge");
    const PeerId watched = SyntheticMonitor::id(1);
    SyntheticMonitor monitor;
};

QTEST_GUILESS_MAIN(PastFlapsTest)
#include "tst_pastflaps.moc"
