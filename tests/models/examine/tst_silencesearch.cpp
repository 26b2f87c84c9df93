// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/silencesearch.h"
#include "tests/support/honesttest.h"

#include <QTest>

#include <map>

using namespace Pongwatch;

namespace
{

using Effect = SilenceOutcome::Effect;

/// A peer, and what is before it, with its rules; its time is the test's.
struct RuledPeer {
    std::optional<nanoseconds> idle; ///< cut after a silence of that
    std::optional<nanoseconds> age;  ///< cut at an age of that
    bool pingsReset = true;          ///< the silence, each kind of traffic
    bool pongsReset = true;
    bool dataResets = true;
    std::optional<nanoseconds> refusesDataAfter; ///< closes so long after the first message
    std::optional<nanoseconds> speaksEvery;      ///< sends something by itself
    bool speakingResets = true;
    std::optional<nanoseconds> restartsAt; ///< cuts all at that moment …
    bool restartsAgain = false;            ///< … and at twice and thrice that
    nanoseconds checksEvery{0};            ///< cuts only at multiples of that
    Cause cutBy = Cause::Eof;
};

/// Runs a search against a peer without any waiting.
class SearchRig
{
public:
    SearchRig(const RuledPeer &peer, nanoseconds upTo)
        : m_peer(peer)
        , m_search(SilencePlan{upTo, {SilenceTraffic::Ping, SilenceTraffic::Pong, SilenceTraffic::Data}})
    {
    }

    SilenceOutcome run()
    {
        m_search.start(m_now);
        int round = m_search.round();
        for (int steps = 0; steps < 4'000'000 && !m_search.isOver(m_now); ++steps) {
            if (m_search.round() != round) {
                round = m_search.round();
                m_lines.clear();
            }
            for (const auto &action : m_search.due(m_now))
                act(action);
            m_now += milliseconds(10);
            live();
        }
        m_over = m_search.isOver(m_now);
        return m_search.outcome(m_now);
    }

    [[nodiscard]] nanoseconds took() const { return m_now - SteadyTime{}; }
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] int framesSent() const { return m_frames; }
    [[nodiscard]] int mostConnections() const { return m_most; }

private:
    struct Line {
        SteadyTime openedAt;
        SteadyTime timerFrom;
        SteadyTime spokeAt;
        std::optional<SteadyTime> refusedAt;
    };

    void act(const SilenceSearch::Action &action)
    {
        if (action.what == SilenceSearch::What::Open) {
            m_lines[action.connection] = {m_now, m_now, m_now, {}};
            m_search.opened(action.connection, m_now);
            m_most = std::max(m_most, int(m_lines.size()));
            return;
        }
        Line &line = m_lines.at(action.connection);
        m_search.sent(action.connection, m_now);
        ++m_frames;
        const SilenceTraffic traffic = m_search.trafficOf(action.connection);
        const bool resets = traffic == SilenceTraffic::Ping   ? m_peer.pingsReset
                            : traffic == SilenceTraffic::Pong ? m_peer.pongsReset
                                                              : m_peer.dataResets;
        if (resets)
            line.timerFrom = m_now;
        if (traffic != SilenceTraffic::Pong)
            m_search.received(action.connection, traffic == SilenceTraffic::Data, m_now);
        if (traffic == SilenceTraffic::Data && m_peer.refusesDataAfter && !line.refusedAt)
            line.refusedAt = m_now + *m_peer.refusesDataAfter;
    }

    void live()
    {
        const bool checks = m_peer.checksEvery == nanoseconds(0) ||
                            (m_now - SteadyTime{}) % m_peer.checksEvery < milliseconds(10);
        const int round = m_search.round();
        for (auto line = m_lines.begin(); line != m_lines.end() && m_search.round() == round;) {
            if (m_peer.speaksEvery && m_now - line->second.spokeAt >= *m_peer.speaksEvery) {
                line->second.spokeAt = m_now;
                if (m_peer.speakingResets)
                    line->second.timerFrom = m_now;
                m_search.received(line->first, false, m_now);
            }
            const auto restarted = [this](int times) {
                return m_peer.restartsAt && m_now - SteadyTime{} >= *m_peer.restartsAt * times &&
                       m_now - SteadyTime{} < *m_peer.restartsAt * times + milliseconds(10);
            };
            const bool refused = line->second.refusedAt && m_now >= *line->second.refusedAt;
            const bool idle = checks && m_peer.idle && m_now - line->second.timerFrom >= *m_peer.idle;
            const bool old = m_peer.age && m_now - line->second.openedAt >= *m_peer.age;
            if (refused || idle || old || restarted(1) ||
                (m_peer.restartsAgain && (restarted(2) || restarted(3)))) {
                const int connection = line->first;
                line = m_lines.erase(line);
                SilenceEnd end{refused ? Cause::PeerClose : m_peer.cutBy, {}};
                if (refused)
                    end.closeFrame = CloseFrame{1003, {}};
                m_search.ended(connection, end, m_now);
            } else {
                ++line;
            }
        }
    }

    RuledPeer m_peer;
    SilenceSearch m_search;
    SteadyTime m_now{};
    std::map<int, Line> m_lines;
    int m_frames = 0;
    int m_most = 0;
    bool m_over = false;
};

RuledPeer idleAfter(nanoseconds limit)
{
    RuledPeer peer;
    peer.idle = limit;
    return peer;
}

Effect effectOf(const SilenceOutcome &outcome, SilenceTraffic traffic)
{
    for (const auto &trial : outcome.trials)
        if (trial.traffic == traffic)
            return trial.effect;
    return Effect::Unknown;
}

} // namespace

class TestSilenceSearch : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void aPeerThatSweepsNowAndThenHasALimit_data()
    {
        QTest::addColumn<double>("sweepsEvery");
        QTest::addColumn<bool>("trafficResets");
        QTest::newRow("every 5 s, nothing resets it") << 5.0 << false;
        QTest::newRow("every 5 s, pings reset it") << 5.0 << true;
        QTest::newRow("every 10 s, nothing resets it") << 10.0 << false;
    }
    void aPeerThatSweepsNowAndThenHasALimit()
    {
        QFETCH(double, sweepsEvery);
        QFETCH(bool, trafficResets);
        RuledPeer peer = idleAfter(seconds(88));
        peer.checksEvery = fromSeconds(sweepsEvery);
        peer.pingsReset = peer.pongsReset = peer.dataResets = trafficResets;
        SearchRig rig(peer, seconds(300));
        const SilenceOutcome outcome = rig.run();
        QVERIFY(!outcome.disturbed);
        QVERIFY(outcome.limit && *outcome.limit >= seconds(88) && *outcome.limit <= seconds(99));
        QCOMPARE(outcome.isAge, !trafficResets);
        QVERIFY(rig.took() < seconds(330));
    }

    void oneThatOpensAfterItWasGivenUpTellsNothing()
    {
        SilenceSearch search(SilencePlan{seconds(60), {SilenceTraffic::Ping}});
        const SteadyTime start{};
        search.start(start);
        QCOMPARE(search.due(start).size(), std::size_t(2));
        search.opened(1, start);
        search.ended(0, {Cause::OpenTimeout, {}}, start + seconds(10));
        search.opened(0, start + seconds(11));
        const SilenceOutcome outcome = search.outcome(start + seconds(12));
        QVERIFY(!outcome.limit);
        QVERIFY(search.left(start + seconds(12)) > nanoseconds(0));
    }

    void findsTheLimit_data()
    {
        QTest::addColumn<double>("limit");
        QTest::addColumn<double>("checks");
        for (const double limit : {1.0, 2.0, 5.0, 10.0, 30.0, 55.0, 60.0, 61.0, 100.0, 350.0, 600.0, 1199.0})
            QTest::addRow("%g s", limit) << limit << 0.0;
        QTest::newRow("30 s, checked each second") << 30.0 << 1.0;
        QTest::newRow("60 s, checked each second") << 60.0 << 1.0;
    }
    void findsTheLimit()
    {
        QFETCH(double, limit);
        QFETCH(double, checks);
        RuledPeer peer = idleAfter(fromSeconds(limit));
        peer.checksEvery = fromSeconds(checks);
        SearchRig rig(peer, seconds(1200));
        const SilenceOutcome outcome = rig.run();
        QVERIFY(rig.isOver());
        QVERIFY(outcome.limit);
        QVERIFY(qAbs(toSeconds(*outcome.limit) - limit) <= 1.05);
        QVERIFY(!outcome.isAge);
        QCOMPARE(outcome.agreeing, 2);
        QCOMPARE(outcome.end.cause, Cause::Eof);
        for (const SilenceTraffic traffic :
             {SilenceTraffic::Ping, SilenceTraffic::Pong, SilenceTraffic::Data})
            QCOMPARE(effectOf(outcome, traffic), Effect::Resets);
        // No longer than the limit and a fifth, and few frames.
        QVERIFY2(toSeconds(rig.took()) <= limit * 1.25 + 6,
                 QByteArray::number(toSeconds(rig.took())).constData());
        QVERIFY(rig.framesSent() < 200);
        QVERIFY(rig.mostConnections() <= 16);
    }

    void findsWhatResetsIt_data()
    {
        QTest::addColumn<bool>("pings");
        QTest::addColumn<bool>("pongs");
        QTest::addColumn<bool>("data");
        for (int bits = 1; bits < 8; ++bits)
            QTest::addRow("pings %d, pongs %d, data %d", bits & 1, (bits >> 1) & 1, bits >> 2)
                << bool(bits & 1) << bool(bits & 2) << bool(bits & 4);
    }
    void findsWhatResetsIt()
    {
        QFETCH(bool, pings);
        QFETCH(bool, pongs);
        QFETCH(bool, data);
        for (const seconds limit : {seconds(5), seconds(61)}) {
            RuledPeer peer = idleAfter(limit);
            peer.pingsReset = pings;
            peer.pongsReset = pongs;
            peer.dataResets = data;
            const SilenceOutcome outcome = SearchRig(peer, seconds(600)).run();
            QVERIFY(outcome.limit && !outcome.isAge);
            QCOMPARE(effectOf(outcome, SilenceTraffic::Ping), pings ? Effect::Resets : Effect::DoesNot);
            QCOMPARE(effectOf(outcome, SilenceTraffic::Pong), pongs ? Effect::Resets : Effect::DoesNot);
            QCOMPARE(effectOf(outcome, SilenceTraffic::Data), data ? Effect::Resets : Effect::DoesNot);
        }
    }

    void limitOfAgeIsNone()
    {
        RuledPeer peer;
        peer.age = seconds(40);
        const SilenceOutcome outcome = SearchRig(peer, seconds(600)).run();
        QVERIFY(outcome.limit);
        QVERIFY(outcome.isAge);
        QVERIFY(qAbs(toSeconds(*outcome.limit) - 40) <= 1);
    }

    void noLimitIsHeldUpToTheEnd()
    {
        SearchRig rig(RuledPeer{}, seconds(100));
        const SilenceOutcome outcome = rig.run();
        QVERIFY(!outcome.limit);
        QVERIFY(toSeconds(outcome.held) >= 99.9);
        QVERIFY(toSeconds(rig.took()) <= 103);
    }

    void messagesThatAreRefusedTellNothing()
    {
        RuledPeer peer = idleAfter(seconds(30));
        peer.refusesDataAfter = milliseconds(50);
        const SilenceOutcome outcome = SearchRig(peer, seconds(600)).run();
        QVERIFY(outcome.limit && !outcome.isAge);
        QCOMPARE(effectOf(outcome, SilenceTraffic::Ping), Effect::Resets);
        QCOMPARE(effectOf(outcome, SilenceTraffic::Data), Effect::Unknown);
        QVERIFY(outcome.trials.back().ended && outcome.trials.back().ended->closeFrame);
    }

    void peerThatSpeaksHidesItsLimit()
    {
        RuledPeer peer = idleAfter(seconds(60));
        peer.speaksEvery = seconds(20);
        SearchRig rig(peer, seconds(1200));
        const SilenceOutcome outcome = rig.run();
        QVERIFY(!outcome.limit);
        QVERIFY(outcome.peerSpeaks);
        QVERIFY(qAbs(toSeconds(outcome.peerEvery) - 20) < 0.1);
        QVERIFY(toSeconds(rig.took()) <= 101); // and nobody waits for twenty minutes
    }

    void peerThatSpeaksAndIsCutAllTheSame()
    {
        // A rule that goes by what this side sends, which is only the answers here, and they don't count.
        RuledPeer peer = idleAfter(seconds(30));
        peer.speaksEvery = seconds(12);
        peer.speakingResets = false;
        const SilenceOutcome outcome = SearchRig(peer, seconds(1200)).run();
        QVERIFY(outcome.limit && qAbs(toSeconds(*outcome.limit) - 30) <= 1);
        QVERIFY(!outcome.peerSpeaks);
    }

    void feedKeepsConnections()
    {
        RuledPeer peer = idleAfter(seconds(60));
        peer.speaksEvery = milliseconds(50);
        SearchRig rig(peer, seconds(1200));
        const SilenceOutcome outcome = rig.run();
        QVERIFY(!outcome.limit && outcome.peerSpeaks);
        QVERIFY(outcome.peerEvery < milliseconds(200));
        QVERIFY(toSeconds(rig.took()) < 10);
    }

    void restartIsNoLimit()
    {
        RuledPeer peer = idleAfter(seconds(30));
        peer.restartsAt = seconds(20);
        const SilenceOutcome outcome = SearchRig(peer, seconds(1200)).run();
        QVERIFY(outcome.limit);
        QVERIFY(qAbs(toSeconds(*outcome.limit) - 30) <= 1);
        QVERIFY(!outcome.disturbed);
    }

    void twoRestartsSaySo()
    {
        RuledPeer peer;
        peer.restartsAt = seconds(20);
        peer.restartsAgain = true;
        const SilenceOutcome outcome = SearchRig(peer, seconds(1200)).run();
        QVERIFY(outcome.disturbed);
        QVERIFY(!outcome.limit);
    }

    void resetIsToldFromFin()
    {
        RuledPeer peer = idleAfter(seconds(10));
        peer.cutBy = Cause::Reset;
        QCOMPARE(SearchRig(peer, seconds(60)).run().end.cause, Cause::Reset);
    }

    void tellsTheTimeLeftBeforehand()
    {
        SilenceSearch search(SilencePlan{seconds(600), {SilenceTraffic::Ping}});
        const SteadyTime start{};
        search.start(start);
        QVERIFY(search.left(start) >= seconds(600) && search.left(start) <= seconds(603));
    }
};

QTEST_GUILESS_MAIN(TestSilenceSearch)
#include "tst_silencesearch.moc"
