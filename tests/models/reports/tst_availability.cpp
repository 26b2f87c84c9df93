// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/availability.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const WallTime noon{microseconds(1795348800'000000)}; // 2026-11-22T12:00:00Z

/// "O10 W5": open for 10 s, then waiting for 5 s. O open, T open but timed out, C connecting, W waiting, F
/// failed, P paused, - not watched.
std::vector<StateSpan> spansOf(const QString &story)
{
    std::vector<StateSpan> spans;
    WallTime at = noon;
    const QStringList parts = story.split(u' ');
    for (const QString &part : parts) {
        const WallTime end = at + seconds(part.mid(1).toInt());
        StateSpan span{at, end, Health::Ok, ConnectionState::Open};
        const QChar kind = part.at(0);
        if (kind == u'T')
            span.health = Health::TimedOut;
        else if (kind == u'C')
            span.state = ConnectionState::Connecting;
        else if (kind == u'W')
            span.state = ConnectionState::Waiting;
        else if (kind == u'F')
            span.state = ConnectionState::Failed;
        else if (kind == u'P')
            span.state = ConnectionState::Paused;
        if (kind != u'-')
            spans.push_back(span);
        at = end;
    }
    return spans;
}

/// Outages as "10-15", in seconds from the start; with a "+" if ongoing.
QString outagesOf(const std::vector<StateSpan> &spans, WallTime to)
{
    QStringList words;
    for (const ReportOutage &outage : outagesIn(spans, to))
        words.append(QStringLiteral("%1-%2%3")
                         .arg(toSeconds(outage.from - noon))
                         .arg(toSeconds(outage.to - noon))
                         .arg(outage.ongoing ? QStringLiteral("+") : QString()));
    return words.join(u' ');
}

} // namespace

/// What a peer's states show: outages, availability, days.
class AvailabilityTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void stories_data();
    void stories();
    void timesAreCutToTheRange();
    void firstDialsAreLeftOut_data();
    void firstDialsAreLeftOut();
    void daysBeginInTheTimeZone();
    void dayOfTwentyThreeHours();
    void pingsCountOnTheirDays();
};

void AvailabilityTest::stories_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("watched");
    QTest::addColumn<int>("open");
    QTest::addColumn<int>("silent");
    QTest::addColumn<QString>("outages");
    QTest::newRow("always open") << "O60" << 60 << 60 << 0 << "";
    QTest::newRow("the first dial is no outage") << "C2 O58" << 60 << 58 << 0 << "";
    QTest::newRow("a first dial that fails is one") << "C2 W3 C1 O54" << 60 << 54 << 0 << "0-6";
    QTest::newRow("lost and back") << "O10 W5 C1 O44" << 60 << 54 << 0 << "10-16";
    QTest::newRow("lost and dialled at once") << "O10 C2 O48" << 60 << 58 << 0 << "10-12";
    QTest::newRow("two of them") << "O10 W5 O10 W20 O15" << 60 << 35 << 0 << "10-15 25-45";
    QTest::newRow("it goes on") << "O50 W10" << 60 << 50 << 0 << "50-60+";
    QTest::newRow("failed for good") << "C1 F59" << 60 << 0 << 0 << "0-60+";
    QTest::newRow("paused does not count") << "O20 P30 C1 O9" << 30 << 29 << 0 << "";
    QTest::newRow("paused in an outage ends it") << "O10 W5 P30 O15" << 30 << 25 << 0 << "10-15";
    QTest::newRow("open but silent") << "O30 T10 O20" << 60 << 60 << 10 << "";
    QTest::newRow("not watched in between") << "O10 -40 C1 O9" << 20 << 19 << 0 << "";
    QTest::newRow("the program ended in an outage") << "O10 W5 -30 C1 O14" << 30 << 24 << 0 << "10-15";
    QTest::newRow("nothing was watched") << "-60" << 0 << 0 << 0 << "";
}

void AvailabilityTest::stories()
{
    QFETCH(QString, story);
    QFETCH(int, watched);
    QFETCH(int, open);
    QFETCH(int, silent);
    QFETCH(QString, outages);
    const std::vector<StateSpan> spans = spansOf(story);
    const WallTime to = noon + seconds(60);
    QCOMPARE(watchedTime(spans, noon, to).count(), nanoseconds(seconds(watched)).count());
    QCOMPARE(openTime(spans, noon, to).count(), nanoseconds(seconds(open)).count());
    QCOMPARE(silentTime(spans, noon, to).count(), nanoseconds(seconds(silent)).count());
    QCOMPARE(outagesOf(spans, to), outages);
    QCOMPARE(availability(openTime(spans, noon, to), watchedTime(spans, noon, to)).has_value(), watched > 0);
}

void AvailabilityTest::timesAreCutToTheRange()
{
    const std::vector<StateSpan> spans = spansOf(QStringLiteral("O60"));
    QCOMPARE(openTime(spans, noon + seconds(10), noon + seconds(25)).count(),
             nanoseconds(seconds(15)).count());
    QCOMPARE(openTime(spans, noon + seconds(70), noon + seconds(80)).count(), 0);
}

void AvailabilityTest::firstDialsAreLeftOut_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("watched");
    QTest::newRow("it succeeds") << "C2 O58" << 58;
    QTest::newRow("it fails") << "C2 W3 C1 O54" << 60;
    QTest::newRow("it goes on") << "C60" << 60;
    QTest::newRow("not after a loss") << "O10 C2 O48" << 60;
    QTest::newRow("of each run") << "C2 O8 -10 C2 O38" << 46;
}

void AvailabilityTest::firstDialsAreLeftOut()
{
    QFETCH(QString, story);
    QFETCH(int, watched);
    const auto kept = withoutFirstDials(spansOf(story));
    QCOMPARE(watchedTime(kept, noon, noon + seconds(60)).count(), nanoseconds(seconds(watched)).count());
}

void AvailabilityTest::daysBeginInTheTimeZone()
{
    // From noon in UTC: in Shanghai it is eight in the evening, and the day ends after four hours.
    const auto edges = dayEdges(noon, noon + std::chrono::hours(30), QTimeZone("Asia/Shanghai"));
    QCOMPARE(edges.size(), size_t(4));
    QCOMPARE((edges[1] - noon).count(), microseconds(std::chrono::hours(4)).count());
    QCOMPARE((edges[2] - edges[1]).count(), microseconds(std::chrono::hours(24)).count());
    QCOMPARE(edges[3], noon + std::chrono::hours(30));
}

void AvailabilityTest::dayOfTwentyThreeHours()
{
    // Clocks are put forward in Berlin on 2026-03-29.
    const WallTime from{std::chrono::sys_days(std::chrono::year(2026) / 3 / 28) + std::chrono::hours(23)};
    const auto edges = dayEdges(from, from + std::chrono::hours(48), QTimeZone("Europe/Berlin"));
    QCOMPARE((edges[1] - edges[0]).count(), microseconds(std::chrono::hours(23)).count());
}

void AvailabilityTest::pingsCountOnTheirDays()
{
    ReportPeer peer;
    peer.states = spansOf(QStringLiteral("O3600"));
    std::vector<ReportDay> days = daysOf(peer, noon, noon + std::chrono::hours(24), QTimeZone::utc());
    QCOMPARE(days.size(), size_t(2));
    const auto sampleAt = [](WallTime at, PingOutcome outcome) {
        return PingSample{PeerId{1}, 1, 1, at, milliseconds(5), {}, outcome, {}};
    };
    const std::vector<PingSample> samples = {sampleAt(noon, PingOutcome::Answered),
                                             sampleAt(days[1].from, PingOutcome::TimedOut),
                                             sampleAt(noon + std::chrono::hours(24), PingOutcome::Answered)};
    countSamples(days, samples);
    QCOMPARE(days[0].pings, quint64(1));
    QCOMPARE(days[1].pings, quint64(1));
    QCOMPARE(days[1].timeouts, quint64(1));
    QCOMPARE(days[0].open.count(), nanoseconds(std::chrono::hours(1)).count());
}

QTEST_GUILESS_MAIN(AvailabilityTest)
#include "tst_availability.moc"
