// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historystore.h"
#include "past/pastroundtrips.h"
#include "tests/support/honesttest.h"
#include "tests/support/synthetic.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

/// Peers' round trips over their last day, which decide what is slow after a restart.
class PastRoundTripsTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThePercentileOfTheLastDay()
    {
        runBefore(QStringLiteral("edge"), std::chrono::minutes(30), 200, milliseconds(80));
        const std::map<PeerId, nanoseconds> told = lookUp({QStringLiteral("edge")});
        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(told.begin()->second > milliseconds(70) && told.begin()->second < milliseconds(90));
    }

    void eachPeerHasItsOwnPast()
    {
        runBefore(QStringLiteral("near"), std::chrono::minutes(30), 100, milliseconds(1));
        runBefore(QStringLiteral("far"), std::chrono::minutes(30), 100, milliseconds(300));
        const std::map<PeerId, nanoseconds> told =
            lookUp({QStringLiteral("far"), QStringLiteral("never seen"), QStringLiteral("near")});
        QCOMPARE(told.size(), std::size_t(2));
        QVERIFY(told.at(PeerId{1}) > milliseconds(250));
        QVERIFY(told.at(PeerId{3}) < milliseconds(2));
    }

    void silence_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("minutesAgo");
        QTest::addColumn<bool>("setByHand");
        QTest::newRow("too few answers") << 19 << 30 << false;
        QTest::newRow("longer ago than a day") << 100 << 25 * 60 << false;
        QTest::newRow("the settings say what is slow") << 100 << 30 << true;
        QTest::newRow("no history") << 0 << 30 << false;
    }

    void silence()
    {
        QFETCH(const int, count);
        QFETCH(const int, minutesAgo);
        QFETCH(const bool, setByHand);
        if (count > 0)
            runBefore(QStringLiteral("edge"), std::chrono::minutes(minutesAgo), count, milliseconds(80));
        QVERIFY(lookUp({QStringLiteral("edge")}, setByHand).empty());
    }

private:
    /// A separate file for each row.
    [[nodiscard]] QString path() const
    {
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + row +
                                 QStringLiteral(".sqlite"));
    }

    void runBefore(const QString &name, std::chrono::minutes ago, int count, milliseconds rtt)
    {
        HistoryOptions options;
        options.path = path();
        HistoryStore store(options);
        SyntheticMonitor monitor;
        monitor.advance(std::chrono::duration_cast<microseconds>(currentWallTime() - ago - monitor.now()));
        const ConnectionSettings settings = SyntheticMonitor::settings(name);
        store.setPeer(PeerId{7}, settings.name, settings.url);
        Batch batch;
        for (int i = 0; i < count; ++i) {
            batch.items.emplace_back(monitor.sample(PeerId{7}, rtt));
            monitor.advance(milliseconds(100));
        }
        store.append(batch, SteadyTime(seconds(1)));
    }

    /// What was reported about these peers, which are numbered from 1.
    std::map<PeerId, nanoseconds> lookUp(const QStringList &names, bool setByHand = false)
    {
        std::map<PeerId, nanoseconds> told;
        HistoryReader reader(path());
        PastRoundTrips past(&reader,
                            [&told](PeerId peer, nanoseconds percentile) { told[peer] = percentile; });
        QSignalSpy done(&past, &PastRoundTrips::done);
        quint32 number = 0;
        for (const QString &name : names) {
            ConnectionSettings settings = SyntheticMonitor::settings(name);
            if (setByHand)
                settings.keepalive.slowAfter = milliseconds(500);
            past.lookUp(PeerId{++number}, settings);
        }
        if (!setByHand && !QTest::qWaitFor([&done] { return !done.isEmpty(); }, 10000))
            qWarning("it was never done");
        return told;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(PastRoundTripsTest)
#include "tst_pastroundtrips.moc"
