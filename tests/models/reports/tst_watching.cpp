// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/incidentrows.h"
#include "reports/watching.h"
#include "tests/support/honesttest.h"

#include <QTest>

using namespace Pongwatch;

namespace
{

constexpr WallTime begin{seconds(1'800'000'000)};

constexpr WallTime at(int second)
{
    return begin + seconds(second);
}

StateSpan open(int from, int to)
{
    return {at(from), at(to), Health::Ok, ConnectionState::Open};
}

StateSpan is(ConnectionState state, int from, int to)
{
    return {at(from), at(to), Health::Connecting, state};
}

ReportIncident endAt(int second, Cause cause, DialPhase phase = DialPhase::Open)
{
    ReportIncident incident;
    incident.time = at(second);
    incident.peer = QStringLiteral("edge");
    incident.verdict.cause = cause;
    incident.verdict.phase = phase;
    return incident;
}

} // namespace

Q_DECLARE_METATYPE(Pongwatch::ReportPeer)

/// What counts as watched, and which incidents share a row.
class WatchingTest : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void breaks_data()
    {
        using Why = ReportBreak::Why;
        QTest::addColumn<ReportPeer>("peer");
        QTest::addColumn<QList<ReportBreak>>("breaks");

        ReportPeer peer;
        peer.states = {open(0, 100)};
        QTest::newRow("watched all the time") << peer << QList<ReportBreak>{};

        peer.states = {open(0, 40), open(70, 100)};
        QTest::newRow("the program did not run")
            << peer << QList<ReportBreak>{{at(40), at(70), Why::NotRunning}};

        peer.ownEnds = {{at(40), true}};
        QTest::newRow("it was ended") << peer << QList<ReportBreak>{{at(40), at(70), Why::NotRunning}};

        peer.ownEnds = {{at(40), false}};
        QTest::newRow("the user closed it") << peer << QList<ReportBreak>{{at(40), at(70), Why::ClosedHere}};

        peer = {};
        peer.firstKnown = at(30);
        peer.states = {open(30, 100)};
        QTest::newRow("not known yet") << peer << QList<ReportBreak>{{at(0), at(30), Why::NotYet}};

        peer = {};
        peer.states = {open(0, 50), is(ConnectionState::Paused, 50, 60), open(60, 100)};
        QTest::newRow("paused") << peer << QList<ReportBreak>{{at(50), at(60), Why::Paused}};

        peer = {};
        peer.states = {open(0, 50), is(ConnectionState::Waiting, 50, 100)};
        peer.sleeps = {{at(40), at(80)}};
        QTest::newRow("asleep over two states, told once")
            << peer << QList<ReportBreak>{{at(40), at(80), Why::Suspended}};

        peer = {};
        peer.states = {open(0, 50), is(ConnectionState::Waiting, 50, 60), open(60, 100)};
        QTest::newRow("an outage is none") << peer << QList<ReportBreak>{};
    }

    void breaks()
    {
        QFETCH(const ReportPeer, peer);
        QFETCH(const QList<ReportBreak>, breaks);
        const std::vector<ReportBreak> found = breaksOf(peer, at(0), at(100));
        QCOMPARE(QList<ReportBreak>(found.begin(), found.end()), breaks);
    }

    void whatTheMachineSleptThroughIsCutOut()
    {
        const std::vector<StateSpan> awake =
            without({open(0, 50), is(ConnectionState::Waiting, 50, 60), open(60, 100)},
                    {{at(10), at(20)}, {at(45), at(70)}});
        const std::vector<StateSpan> expected{open(0, 10), open(20, 45), open(70, 100)};
        QVERIFY(awake == expected);
    }

    void dialsThatFailInOneOutageShareARow()
    {
        Report report;
        report.from = at(0);
        report.to = at(100);
        ReportPeer peer;
        peer.name = QStringLiteral("edge");
        peer.outages = {{at(10), at(60), false}};
        report.peers = {peer};
        report.incidents = {endAt(10, Cause::Reset), endAt(20, Cause::Refused, DialPhase::Tcp),
                            endAt(30, Cause::Refused, DialPhase::Tcp),
                            endAt(40, Cause::Refused, DialPhase::Tcp), endAt(90, Cause::LocalClose)};
        const std::vector<IncidentRow> rows = incidentRows(report);
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[0].first->verdict.cause, Cause::Reset);
        QCOMPARE(rows[0].down, nanoseconds(seconds(50)));
        QCOMPARE(rows[1].count, size_t(3));
        QCOMPARE(rows[1].last->time, at(40));
    }

    void aFewAlikeEndsStayApart()
    {
        Report report;
        report.from = at(0);
        report.to = at(100);
        ReportPeer peer;
        peer.name = QStringLiteral("edge");
        report.peers = {peer};
        for (int i = 0; i < static_cast<int>(IncidentRow::fewestFolded) - 1; ++i)
            report.incidents.push_back(endAt(10 * i, Cause::Eof));
        QCOMPARE(incidentRows(report).size(), IncidentRow::fewestFolded - 1);
        report.incidents.push_back(endAt(95, Cause::Eof));
        QCOMPARE(incidentRows(report).size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(WatchingTest)
#include "tst_watching.moc"
