// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertworld.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;
using Answer = ConditionReading::Answer;
using Fate = std::function<void(AlertWorld &)>;

Q_DECLARE_METATYPE(AlertCondition)
Q_DECLARE_METATYPE(Fate)

class ConditionReadingTest : public HonestTest
{
    Q_OBJECT

private:
    static void openFor(AlertWorld &world, const QDateTime &expires)
    {
        Opened opened;
        opened.tls = TlsFacts{};
        opened.tls->certificateExpires = expires;
        world.apply(1, {PeerId{1}, 1, world.now(), opened});
        world.apply(1, {PeerId{1}, 1, world.now(), StateChanged{ConnectionState::Open, 1, {}}});
    }
    static QDateTime inDays(const AlertWorld &world, int days)
    {
        return QDateTime::fromSecsSinceEpoch(
                   std::chrono::floor<seconds>(world.now()).time_since_epoch().count(), Qt::UTC)
            .addDays(days);
    }

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<AlertCondition>("condition");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<int>("answer");
        const auto row = [](const char *name, const AlertCondition &condition, const Fate &fate,
                            Answer answer) {
            QTest::newRow(name) << condition << fate << static_cast<int>(answer);
        };
        const StateLasts down{AlertState::Down, 30s, 0};
        row(
            "down: it is up", down, [](AlertWorld &w) { w.pass(60s); }, Answer::No);
        row(
            "down: for long enough", down,
            [](AlertWorld &w) {
                w.lose(1);
                w.pass(30s);
            },
            Answer::Yes);
        row(
            "down: a second too short", down,
            [](AlertWorld &w) {
                w.lose(1);
                w.pass(29s);
            },
            Answer::No);
        row(
            "down: dialled in vain all the time", down,
            [](AlertWorld &w) {
                w.lose(1);
                for (int i = 0; i < 6; ++i) {
                    w.pass(5s);
                    w.dialInVain(1);
                }
            },
            Answer::Yes);
        row(
            "down: open again in between", down,
            [](AlertWorld &w) {
                w.lose(1);
                w.pass(20s);
                w.up(1);
                w.pass(1s);
                w.lose(1);
                w.pass(20s);
            },
            Answer::No);
        row(
            "down: silent on an open connection", down,
            [](AlertWorld &w) {
                w.miss(1);
                w.pass(30s);
            },
            Answer::Yes);
        row(
            "down: by the user's will", down,
            [](AlertWorld &w) {
                w.lose(1, Cause::LocalClose);
                w.apply(1, {PeerId{1}, 1, w.now(), StateChanged{ConnectionState::Closed, 1, {}}});
                w.pass(60s);
            },
            Answer::Unwatched);
        row(
            "down: paused", down,
            [](AlertWorld &w) {
                w.lose(1);
                w.pause(1);
                w.pass(60s);
            },
            Answer::Unwatched);
        const StateLasts afterDials{AlertState::Down, 5s, 3};
        row(
            "dials: two have failed", afterDials,
            [](AlertWorld &w) {
                w.lose(1);
                w.dialInVain(1);
                w.dialInVain(1);
                w.pass(60s);
            },
            Answer::No);
        row(
            "dials: three have failed", afterDials,
            [](AlertWorld &w) {
                w.lose(1);
                w.dialInVain(1);
                w.dialInVain(1);
                w.dialInVain(1);
                w.pass(60s);
            },
            Answer::Yes);
        row(
            "dials: none is left", afterDials,
            [](AlertWorld &w) {
                w.lose(1);
                w.apply(1, {PeerId{1}, 1, w.now(), StateChanged{ConnectionState::Failed, 1, {}}});
                w.pass(60s);
            },
            Answer::Yes);
        const StateLasts slow{AlertState::Slow, 10s, 0};
        row(
            "slow: long enough", slow,
            [](AlertWorld &w) {
                w.answerSlowly(1);
                w.pass(10s);
                w.answerSlowly(1);
            },
            Answer::Yes);
        row(
            "slow: a quick answer in between", slow,
            [](AlertWorld &w) {
                w.answerSlowly(1);
                w.pass(8s);
                w.answer(1);
                w.pass(1s);
                w.answerSlowly(1);
                w.pass(8s);
            },
            Answer::No);
        row(
            "timed out is not slow", slow,
            [](AlertWorld &w) {
                w.miss(1);
                w.pass(60s);
            },
            Answer::No);
        row(
            "timed out", StateLasts{AlertState::TimedOut, 10s, 0},
            [](AlertWorld &w) {
                w.miss(1);
                w.pass(10s);
            },
            Answer::Yes);
        row(
            "waiting is not timed out", StateLasts{AlertState::TimedOut, 10s, 0},
            [](AlertWorld &w) {
                w.lose(1);
                w.pass(60s);
            },
            Answer::No);
        const StateLasts flapping{AlertState::Flapping, 0s, 0};
        const auto flap = [](int times) {
            return [times](AlertWorld &w) {
                for (int i = 0; i < times; ++i) {
                    w.lose(1);
                    w.pass(2s);
                    w.up(1);
                    w.pass(20s);
                }
            };
        };
        row("flapping: lost twice", flapping, flap(2), Answer::No);
        row("flapping: lost three times", flapping, flap(3), Answer::Yes);
        row("flapping is not down while it is open", StateLasts{AlertState::Down, 1s, 0}, flap(5),
            Answer::No);
        const PingsMissed missed{3, 5, false};
        const auto pings = [](const char *letters) {
            return [letters](AlertWorld &w) {
                for (const char *letter = letters; *letter; ++letter) {
                    w.pass(1s);
                    *letter == 'x' ? w.miss(1) : *letter == 's' ? w.answerSlowly(1) : w.answer(1);
                }
            };
        };
        row("pings: none", missed, pings(""), Answer::No);
        row("pings: two of five", missed, pings("xx..."), Answer::No);
        row("pings: three of five", missed, pings("x.x.x"), Answer::Yes);
        row("pings: three, and fewer than five were sent", missed, pings("xxx"), Answer::Yes);
        row("pings: the first of three is the sixth last", missed, pings("x...xx"), Answer::No);
        row("pings: slow ones don't count", missed, pings("sssss"), Answer::No);
        row("pings: slow ones count", PingsMissed{3, 5, true}, pings("x.s.s"), Answer::Yes);
        const EndsRepeat ends{{Cause::Reset}, 3, 60s};
        const auto lost = [](Cause cause, nanoseconds apart, int times) {
            return [=](AlertWorld &w) {
                for (int i = 0; i < times; ++i) {
                    w.up(1);
                    w.pass(apart);
                    w.lose(1, cause);
                }
            };
        };
        row("ends: two resets", ends, lost(Cause::Reset, 10s, 2), Answer::No);
        row("ends: three resets", ends, lost(Cause::Reset, 10s, 3), Answer::Yes);
        row("ends: three resets too far apart", ends, lost(Cause::Reset, 40s, 3), Answer::No);
        row("ends: of another kind", ends, lost(Cause::Eof, 10s, 5), Answer::No);
        row("ends: of any kind", EndsRepeat{{}, 3, 60s}, lost(Cause::Eof, 10s, 3), Answer::Yes);
        row("ends: of our own are none", EndsRepeat{{}, 3, 60s}, lost(Cause::LocalClose, 10s, 3), Answer::No);
        const CertificateExpires certificate{24h * 14};
        row(
            "certificate: none", certificate, [](AlertWorld &) {}, Answer::AsBefore);
        row(
            "certificate: in 15 days", certificate, [](AlertWorld &w) { openFor(w, inDays(w, 15)); },
            Answer::No);
        row(
            "certificate: in 13 days", certificate, [](AlertWorld &w) { openFor(w, inDays(w, 13)); },
            Answer::Yes);
        row(
            "certificate: expired", certificate, [](AlertWorld &w) { openFor(w, inDays(w, -1)); },
            Answer::Yes);
        row(
            "certificate: renewed", certificate,
            [](AlertWorld &w) {
                openFor(w, inDays(w, 3));
                openFor(w, inDays(w, 90));
            },
            Answer::No);
        const FigureAbove p95{AlertFigure::P95, 200e6, 150e6, 60s, 5};
        const auto answers = [](std::initializer_list<int> ms) {
            return [all = std::vector<int>(ms)](AlertWorld &w) {
                for (const int one : all) {
                    w.pass(1s);
                    w.answer(1, milliseconds(one));
                }
            };
        };
        row("p95: above", p95, answers({20, 20, 300, 300, 300}), Answer::Yes);
        row("p95: below", p95, answers({20, 20, 20, 20, 20}), Answer::No);
        row("p95: between its two limits", p95, answers({170, 170, 170, 170, 170}), Answer::AsBefore);
        row("p95: too few pings", p95, answers({300, 300, 300, 300}), Answer::AsBefore);
        row(
            "p95: the window is past", p95,
            [=](AlertWorld &w) {
                answers({300, 300, 300, 300, 300})(w);
                w.pass(61s);
            },
            Answer::AsBefore);
        row("p50: above", FigureAbove{AlertFigure::P50, 200e6, 150e6, 60s, 5},
            answers({20, 300, 300, 300, 20}), Answer::Yes);
        row("jitter: above", FigureAbove{AlertFigure::Jitter, 50e6, 40e6, 60s, 5},
            answers({20, 120, 20, 120, 20}), Answer::Yes);
        const FigureAbove loss{AlertFigure::Loss, 0.3, 0.1, 60s, 5};
        row("loss: above", loss, pings("xx..."), Answer::Yes);
        row("loss: at the limit", FigureAbove{AlertFigure::Loss, 0.4, 0.1, 60s, 5}, pings("xx..."),
            Answer::AsBefore);
        row("loss: none", loss, pings("....."), Answer::No);
    }

    void answers()
    {
        QFETCH(AlertCondition, condition);
        QFETCH(Fate, fate);
        QFETCH(int, answer);
        AlertWorld world;
        world.add(1, watchedFor({ruleOf(QStringLiteral("rule"), condition)}));
        world.up(1);
        fate(world);
        world.look();
        RecentPings pings;
        for (const PingSample &sample : world.samples())
            pings.add(sample);
        const ConditionReading reading =
            readCondition(condition, *world.recordOf(PeerId{1}), pings, {}, world.now());
        QCOMPARE(static_cast<int>(reading.answer), answer);
        if (reading.answer == Answer::Yes)
            QVERIFY(reading.since <= world.now());
    }

    void onceToldAStateGoesOnFromItsFirstMoment()
    {
        AlertWorld world;
        world.add(1, {});
        world.up(1);
        world.lose(1);
        const ConditionAsking goesOn{true, WallTime::min()};
        QCOMPARE(readCondition(StateLasts{AlertState::Down, 30s, 3}, world.record(1), {}, goesOn, world.now())
                     .answer,
                 Answer::Yes);
    }

    void whatWasBeforeTheEndOfASilenceDoesNotCount()
    {
        AlertWorld world;
        world.add(1, {});
        world.up(1);
        world.lose(1);
        world.pass(60s);
        const ConditionAsking asking{false, world.now()};
        const StateLasts down{AlertState::Down, 30s, 0};
        world.pass(29s);
        QCOMPARE(readCondition(down, world.record(1), {}, asking, world.now()).answer, Answer::No);
        world.pass(1s);
        QCOMPARE(readCondition(down, world.record(1), {}, asking, world.now()).answer, Answer::Yes);
    }

    void shareOfAGroup_data()
    {
        QTest::addColumn<int>("down");
        QTest::addColumn<int>("up");
        QTest::addColumn<int>("answer");
        QTest::newRow("nobody is watched") << 0 << 0 << static_cast<int>(Answer::Unwatched);
        QTest::newRow("all are up") << 0 << 4 << static_cast<int>(Answer::No);
        QTest::newRow("less than half") << 1 << 3 << static_cast<int>(Answer::No);
        QTest::newRow("half") << 2 << 2 << static_cast<int>(Answer::Yes);
        QTest::newRow("all are down") << 4 << 0 << static_cast<int>(Answer::Yes);
    }

    void shareOfAGroup()
    {
        QFETCH(int, down);
        QFETCH(int, up);
        QFETCH(int, answer);
        const WallTime now(1000s);
        std::vector<DownSince> watched(static_cast<size_t>(up));
        for (int i = 0; i < down; ++i)
            watched.emplace_back(now - seconds(60 - i));
        const ConditionReading reading = readCondition(GroupDown{0.5, 30s}, watched, ConditionAsking{}, now);
        QCOMPARE(static_cast<int>(reading.answer), answer);
        const ConditionReading early =
            readCondition(GroupDown{0.5, 30s}, watched, ConditionAsking{}, now - 40s);
        QVERIFY(early.answer != Answer::Yes);
    }

    void observerIsLateForAsLongAsItsWindow()
    {
        const WallTime now(1000s);
        const std::vector<ObserverLag> lags{{now - 70s, 2s}, {now - 50s, 700ms}, {now - 1s, 100ms}};
        const ConditionReading reading = readCondition(ObserverLags{500ms, 60s}, lags, now);
        QCOMPARE(reading.answer, Answer::Yes);
        QCOMPARE(reading.since, now - 50s);
        QCOMPARE(*reading.lookAgain, now + 10s);
        QCOMPARE(readCondition(ObserverLags{500ms, 60s}, lags, now + 10s).answer, Answer::No);
    }

    void lateAnswerStaysAMissedPing()
    {
        RecentPings pings;
        SyntheticMonitor monitor;
        PingSample sample = monitor.sample(PeerId{1}, 2s, PingOutcome::TimedOut);
        pings.add(sample);
        sample.outcome = PingOutcome::Late;
        pings.add(sample);
        QCOMPARE(pings.pings().size(), size_t(1));
        QVERIFY(pings.pings().front().missed);
        sample.seq = 2;
        sample.marks = SampleMark::ObserverLag;
        pings.add(sample); // while this program was late, nobody knows
        sample.seq = 3;
        sample.marks = {};
        sample.outcome = PingOutcome::Lost;
        pings.add(sample);
        QCOMPARE(pings.pings().size(), size_t(1));
    }
};

QTEST_APPLESS_MAIN(ConditionReadingTest)
#include "tst_conditionreading.moc"
