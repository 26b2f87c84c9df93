// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/silences.h"
#include "reports/summarysentence.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

const WallTime noon{microseconds(1795348800'000000)};

struct Span {
    int seconds;
    Health health;
    ConnectionState state;
};
using Spans = std::vector<Span>;

ReportPeer peerWith(const Spans &spans)
{
    ReportPeer peer;
    peer.name = QStringLiteral("edge-1");
    WallTime at = noon;
    for (const Span &span : spans) {
        peer.states.push_back({at, at + seconds(span.seconds), span.health, span.state});
        at += seconds(span.seconds);
    }
    return peer;
}

} // namespace

Q_DECLARE_METATYPE(Spans)

/// Timeouts that don't end a connection: what becomes an incident, and what belongs to an end.
class SilencesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatIsTold_data()
    {
        using S = ConnectionState;
        QTest::addColumn<Spans>("spans");
        QTest::addColumn<QStringList>("titles");
        QTest::newRow("nothing happened") << Spans{{60, Health::Ok, S::Open}} << QStringList();
        QTest::newRow("it answered again")
            << Spans{{10, Health::Ok, S::Open}, {41, Health::TimedOut, S::Open}, {9, Health::Ok, S::Open}}
            << QStringList{QStringLiteral("Silent for 41 s")};
        QTest::newRow("slowly") << Spans{{10, Health::Ok, S::Open},
                                         {41, Health::TimedOut, S::Open},
                                         {9, Health::Slow, S::Open}}
                                << QStringList{QStringLiteral("Silent for 41 s")};
        QTest::newRow("twice") << Spans{{10, Health::Ok, S::Open},
                                        {15, Health::TimedOut, S::Open},
                                        {5, Health::Ok, S::Open},
                                        {16, Health::TimedOut, S::Open},
                                        {14, Health::Ok, S::Open}}
                               << QStringList{QStringLiteral("Silent for 15 s"),
                                              QStringLiteral("Silent for 16 s")};
        QTest::newRow("it is silent still")
            << Spans{{10, Health::Ok, S::Open}, {50, Health::TimedOut, S::Open}}
            << QStringList{QStringLiteral("Silent for 50 s")};
        QTest::newRow("it was closed for it: that is an end") << Spans{{10, Health::Ok, S::Open},
                                                                       {20, Health::TimedOut, S::Open},
                                                                       {10, Health::TimedOut, S::Closing},
                                                                       {20, Health::Waiting, S::Waiting}}
                                                              << QStringList();
        QTest::newRow("it ended meanwhile: that is an end") << Spans{{10, Health::Ok, S::Open},
                                                                     {20, Health::TimedOut, S::Open},
                                                                     {30, Health::Waiting, S::Waiting}}
                                                            << QStringList();
        QTest::newRow("its feed stopped and went on")
            << Spans{{10, Health::Ok, S::Open}, {41, Health::Stale, S::Open}, {9, Health::Ok, S::Open}}
            << QStringList{QStringLiteral("Stale for 41 s")};
        QTest::newRow("its feed stopped, then it answered no pings either")
            << Spans{{10, Health::Ok, S::Open},
                     {21, Health::Stale, S::Open},
                     {20, Health::TimedOut, S::Open},
                     {9, Health::Ok, S::Open}}
            << QStringList{QStringLiteral("Stale for 21 s"), QStringLiteral("Silent for 20 s")};
        QTest::newRow("its feed has stopped, and it was closed for it: that is an end")
            << Spans{{10, Health::Ok, S::Open},
                     {20, Health::Stale, S::Open},
                     {10, Health::Stale, S::Closing},
                     {20, Health::Waiting, S::Waiting}}
            << QStringList();
        QTest::newRow("paused meanwhile")
            << Spans{{10, Health::TimedOut, S::Open}, {50, Health::Paused, S::Paused}} << QStringList();
    }

    void whatIsTold()
    {
        QFETCH(Spans, spans);
        QFETCH(QStringList, titles);
        const std::vector<ReportIncident> silences =
            silencesOf(peerWith(spans), noon + seconds(60), QTimeZone::utc());
        QStringList told;
        for (const ReportIncident &silence : silences) {
            QString title = silence.title;
            told.append(title.replace(QChar::Nbsp, u' '));
            QCOMPARE(silence.kind, ReportIncident::Kind::Silence);
            QCOMPARE(silence.verdict.cause,
                     title.startsWith(QLatin1String("Stale")) ? Cause::Stale : Cause::KeepaliveTimeout);
            QVERIFY(silence.explanation.contains(QStringLiteral("open")));
        }
        QCOMPARE(told, titles);
    }

    void theyStandAmongTheEndsInTimeOrderAndAreBounded()
    {
        Report report;
        report.from = noon;
        report.to = noon + seconds(1000);
        Spans spans;
        for (int i = 0; i < 50; ++i) {
            spans.push_back({10, Health::Ok, ConnectionState::Open});
            spans.push_back({10, Health::TimedOut, ConnectionState::Open});
        }
        report.peers.push_back(peerWith(spans));
        report.incidents.push_back({noon + seconds(995), QStringLiteral("edge-1"), {}, {}, {}});
        report.incidents.push_back({noon + seconds(5), QStringLiteral("edge-1"), {}, {}, {}});
        addSilences(report, 20);
        QCOMPARE(report.incidents.size(), size_t(20));
        QCOMPARE(report.incidentsLeftOut, quint64(2)); // in addition to the silences left out before
        QCOMPARE(report.incidents.back().kind, ReportIncident::Kind::End);
        QVERIFY(std::is_sorted(report.incidents.cbegin(), report.incidents.cend(),
                               [](const auto &a, const auto &b) { return a.time < b.time; }));
    }

    void theSentenceOfAPeerCountsOnlyEnds()
    {
        ReportPeer peer = peerWith({{10, Health::Ok, ConnectionState::Open},
                                    {41, Health::TimedOut, ConnectionState::Open},
                                    {9, Health::Ok, ConnectionState::Open}});
        finishPeer(peer, noon, noon + seconds(60), QTimeZone::utc());
        const QString sentence =
            summarySentence(peer, silencesOf(peer, noon + seconds(60), QTimeZone::utc()), QTimeZone::utc());
        QVERIFY2(sentence.contains(QStringLiteral("open but silent")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("it ended")), qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(SilencesTest)
#include "tst_silences.moc"
