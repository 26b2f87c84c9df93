// SPDX-License-Identifier: GPL-3.0-or-later
// A property: whatever a peer does, the outcomes add up to the number of pings.
#include "history/peerstatistics.h"
#include "tests/support/engine/connectionrig.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

/// A peer and a user who do anything at any time; the same for the same seed.
class Anything
{
public:
    explicit Anything(quint32 seed)
        : m_random(seed)
    {
    }

    quint32 upTo(quint32 most) { return static_cast<quint32>(m_random() % (most + 1)); }

    /// Makes one thing happen to an open or closing connection.
    void happen(ConnectionRig &rig)
    {
        ScriptedWire &wire = rig.wire();
        if (!wire.listener || !wire.alive)
            return;
        const QList<QByteArray> pings = wire.pings;
        switch (upTo(19)) {
        case 0:
            wire.end(Cause::Eof);
            break;
        case 1:
            wire.closeFrame(quint16(1001));
            break;
        case 2:
            rig.connection.reconnectNow();
            break;
        case 3:
            rig.connection.wentOn({5s, false});
            break;
        case 4:
        case 5:
            wire.pong({});
            break;
        case 6:
        case 7:
            (void)rig.connection.pingNow();
            break;
        case 8: // everything at once, newest first
            for (auto ping = pings.crbegin(); ping != pings.crend(); ++ping)
                wire.pong(*ping);
            break;
        case 9:
        case 10:
        case 11:
        case 12:
            if (!pings.isEmpty())
                wire.pong(pings.last());
            break;
        case 13:
        case 14: // any of them, perhaps again
            if (!pings.isEmpty())
                wire.pong(pings.at(upTo(static_cast<quint32>(pings.size() - 1))));
            break;
        default:
            break; // it is silent
        }
    }

private:
    std::mt19937 m_random;
};

} // namespace

class TestOutcomeArithmetic : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void outcomesAddUpToThePings_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<OnTimeout>("onTimeout");
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u, closes", seed) << seed << OnTimeout::Close;
            QTest::addRow("seed %u, keeps", seed) << seed << OnTimeout::Keep;
        }
    }

    void outcomesAddUpToThePings()
    {
        QFETCH(quint32, seed);
        QFETCH(OnTimeout, onTimeout);
        ConnectionSettings settings = ConnectionRig::settingsFor(1s, 3s);
        settings.keepalive.onTimeout = onTimeout;
        settings.keepalive.slowAfter = 700ms;
        settings.keepalive.firstPing = seed % 2 == 0 ? FirstPing::Now : FirstPing::Interval;
        settings.closeTimeout = 2s;
        ConnectionRig rig(settings);
        Anything anything(seed);
        rig.open();
        for (int step = 0; step < 400; ++step) {
            rig.advance(milliseconds(anything.upTo(1200)));
            if (rig.connection.state() == ConnectionState::Connecting && rig.wire().listener)
                rig.wire().open();
            else if (rig.connection.state() == ConnectionState::Waiting)
                rig.connection.reconnectNow();
            else
                anything.happen(rig);
        }
        rig.connection.close({quint16(1000), {}});
        rig.advance(3s);

        qsizetype sent = 0;
        for (const auto &wire : rig.factory.wires())
            sent += wire->pings.size();
        PeerStatistics statistics;
        std::map<quint32, PingOutcome> last;
        quint64 deadlines = 0;
        for (const PingSample &sample : rig.sink.samples) {
            statistics.add(sample);
            const bool again = last.contains(sample.seq);
            QVERIFY2(!again ||
                         (last[sample.seq] == PingOutcome::TimedOut && sample.outcome == PingOutcome::Late),
                     "only a ping that timed out is reported again, as late");
            last[sample.seq] = sample.outcome;
            deadlines += sample.outcome == PingOutcome::TimedOut ? 1 : 0;
        }
        const StatisticsSummary sum =
            statistics.summary(PeerStatistics::Window::SinceStart, rig.clock.wallNow());
        QVERIFY(sent > 20);
        QCOMPARE(quint64(sum.pings), quint64(sent));
        QCOMPARE(quint64(sum.pings),
                 quint64(sum.answered + sum.slow + sum.late + sum.superseded + sum.timedOut + sum.lost));
        QCOMPARE(quint64(last.size()), quint64(sum.pings));
        QCOMPARE(quint64(rig.sink.all<PingTimedOut>().size()), deadlines);
        // What a summary counts as missed: each ping whose deadline passed, once, whatever its outcome.
        const auto endedAs = [&last](PingOutcome outcome) {
            return quint64(std::count_if(last.begin(), last.end(),
                                         [outcome](const auto &one) { return one.second == outcome; }));
        };
        QCOMPARE(quint64(sum.late), endedAs(PingOutcome::Late));
        QCOMPARE(quint64(sum.timedOut), endedAs(PingOutcome::TimedOut));
        QVERIFY(quint64(sum.late + sum.timedOut) >= deadlines);
    }
};

QTEST_GUILESS_MAIN(TestOutcomeArithmetic)
#include "tst_outcomearithmetic.moc"
