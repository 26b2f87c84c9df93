// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/simulatedfleet.h"
#include "fleet/crossverdict.h"
#include "fleet/fleetreader.h"
#include "metrics/exposition.h"
#include "tests/support/honesttest.h"

#include <QRegularExpression>
#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using std::chrono::hours;
using std::chrono::minutes;

namespace
{

constexpr WallTime began{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};

SimulatedFleetPlan planWith(const QList<FleetTrouble> &troubles)
{
    SimulatedFleetPlan plan;
    plan.agents = 5;
    plan.peers = 20;
    plan.troubles = troubles;
    plan.begin = began;
    plan.live = began;
    plan.troublesFrom = began + minutes(1);
    return plan;
}

/// The series of one metric, as Prometheus would have them.
QList<QueriedSeries> seriesOf(const QString &text, const char *metric, WallTime at)
{
    static const QRegularExpression label(QStringLiteral("([a-z_]+)=\"([^\"]*)\""));
    const QRegularExpression line(QStringLiteral("^%1\\{(.*)\\} (\\S+)$").arg(QString::fromLatin1(metric)),
                                  QRegularExpression::MultilineOption);
    QList<QueriedSeries> all;
    for (auto match = line.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        QueriedSeries series;
        for (auto labels = label.globalMatch(found.captured(1)); labels.hasNext();) {
            const auto one = labels.next();
            series.labels.insert(one.captured(1), one.captured(2));
        }
        series.points.append({at, found.captured(2).toDouble()});
        all.append(series);
    }
    return all;
}

QString textOf(const SimulatedFleet &fleet, int agent, WallTime at)
{
    return QString::fromStdString(metricsText(fleet.snapshot(agent, at), MetricsFormat::Text));
}

/// What a Prometheus that collected from the agents answers.
FleetView viewOf(SimulatedFleet &fleet, WallTime at)
{
    fleet.advance(at);
    FleetAnswers answers;
    for (int agent = 0; agent < fleet.plan().agents; ++agent) {
        const QString text = textOf(fleet, agent, at);
        answers.places += seriesOf(text, "pongwatch_vantage_info", at);
        if (fleet.isSilent(agent, at)) {
            answers.before += seriesOf(text, "pongwatch_peer_up", at);
            continue;
        }
        answers.up += seriesOf(text, "pongwatch_peer_up", at);
        answers.agents += seriesOf(text, "pongwatch_build_info", at);
        for (const QueriedSeries &state : seriesOf(text, "pongwatch_peer_state", at))
            if (state.points.first().value > 0)
                answers.states.append(state);
        answers.troubles += seriesOf(text, "pongwatch_trouble_since_timestamp_seconds", at);
        answers.ends += seriesOf(text, "pongwatch_last_end_info", at);
    }
    return fleetOf(answers, at);
}

/// "edge-0003 peer", for each peer that is not simply up, the first ones.
QStringList troublesIn(const FleetView &view)
{
    const QSet<QString> cut = cutVantages(view);
    QStringList told;
    for (const FleetPeer &peer : view.peers) {
        const CrossVerdict verdict = crossVerdictOf(peer, cut);
        if (verdict.kind != CrossVerdict::Kind::Up)
            told.append(peer.name + u' ' + toWord(verdict.kind));
    }
    return told;
}

} // namespace

/// The fleet that `pongwatch demo-fleet` makes up.
class SimulatedFleetTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachTroubleIsToldAsWhatItIs_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *trouble, const QStringList &told) {
            QTest::newRow(trouble) << QString::fromLatin1(trouble) << told;
        };
        row("peer-down", {QStringLiteral("edge-0003 peer")});
        row("slow-peer", {});
        row("way-broken", {QStringLiteral("edge-0007 way")});
        QStringList all;
        for (int peer = 1; peer <= 20; ++peer)
            all.append(QStringLiteral("edge-%1 vantage-network").arg(peer, 4, 10, QChar(u'0')));
        row("vantage-cut", all);
        row("provider-failure",
            {QStringLiteral("edge-0009 provider-network"), QStringLiteral("edge-0019 provider-network")});
        row("silent-agent", {});
    }
    void eachTroubleIsToldAsWhatItIs()
    {
        QFETCH(QString, trouble);
        QFETCH(QStringList, told);
        const auto all = allFleetTroubles();
        const auto wanted = std::find_if(all.begin(), all.end(),
                                         [&trouble](FleetTrouble one) { return toWord(one) == trouble; });
        QVERIFY(wanted != all.end());
        SimulatedFleet fleet(planWith({*wanted}));
        QCOMPARE(fleet.troubleSentences().size(), 1);
        QCOMPARE(troublesIn(viewOf(fleet, began + seconds(59))), QStringList());
        const FleetView view = viewOf(fleet, began + minutes(3));
        QCOMPARE(view.peers.size(), 20);
        QCOMPARE(view.vantages.size(), 5);
        QCOMPARE(troublesIn(view), told);
        QCOMPARE(view.peers[4].sights[0].state,
                 trouble == QStringLiteral("slow-peer") ? QStringLiteral("slow") : QStringLiteral("ok"));
        QStringList silent;
        for (const VantageSight &sight : view.peers[0].sights)
            if (sight.sight == Sight::Silent)
                silent.append(sight.vantage);
        QCOMPARE(silent, trouble == QStringLiteral("silent-agent") ? QStringList(QStringLiteral("oregon"))
                                                                   : QStringList());
    }

    void itTakesEnoughAgents()
    {
        for (const FleetTrouble trouble : allFleetTroubles()) {
            SimulatedFleetPlan plan = planWith({trouble});
            plan.agents = agentsFor(trouble);
            plan.peers = SimulatedFleetPlan::leastPeers;
            SimulatedFleet fleet(plan);
            const FleetView view = viewOf(fleet, began + minutes(3));
            const bool isSeen = !troublesIn(view).isEmpty() || trouble == FleetTrouble::SlowPeer ||
                                trouble == FleetTrouble::SilentAgent;
            QVERIFY2(isSeen, toWord(trouble).data());
            QVERIFY2(!troublesIn(view).join(u' ').contains(QStringLiteral("one-view")) || plan.agents == 1,
                     toWord(trouble).data());
        }
    }

    void theSamePlanGivesTheSameFigures()
    {
        const auto told = [](quint64 seed) {
            SimulatedFleetPlan plan = planWith({FleetTrouble::PeerDown});
            plan.seed = seed;
            SimulatedFleet fleet(plan);
            fleet.advance(began + minutes(5));
            QString text = textOf(fleet, 1, began + minutes(5));
            static const QRegularExpression ofProcess(QStringLiteral("^process_.*$"),
                                                      QRegularExpression::MultilineOption);
            return text.remove(ofProcess);
        };
        QCOMPARE(told(1), told(1));
        QVERIFY(told(1) != told(2));
    }

    void theFirstPeersHaveAPast()
    {
        SimulatedFleetPlan plan = planWith({FleetTrouble::PeerDown});
        plan.peers = 30;
        plan.live = began + hours(3);
        plan.troublesFrom = plan.live + minutes(1);
        SimulatedFleet fleet(plan);
        const auto downAt = [&fleet](WallTime at) { return troublesIn(viewOf(fleet, at)); };
        QCOMPARE(downAt(plan.live - minutes(61)), QStringList());
        QCOMPARE(downAt(plan.live - minutes(50)), QStringList(QStringLiteral("edge-0003 peer")));
        QCOMPARE(viewOf(fleet, plan.live - minutes(45)).peers.size(), 20);
        QCOMPARE(downAt(plan.live - minutes(30)), QStringList());
        QCOMPARE(viewOf(fleet, plan.live + minutes(3)).peers.size(), 30);
        QCOMPARE(downAt(plan.live + minutes(3)), QStringList(QStringLiteral("edge-0003 peer")));
    }

    /// What fills a Prometheus is what it would have collected, with times.
    void thePastIsWrittenAsItWasTold()
    {
        SimulatedFleet fleet(planWith({}));
        fleet.advance(began + minutes(5));
        const MetricsSnapshot snapshot = fleet.snapshot(0, began + minutes(5));
        std::string written;
        writePastMetrics({{snapshot, "instance=\"127.0.0.1:9464\",job=\"pongwatch\""}},
                         [&written](std::string_view piece) { written += piece; });
        QString past = QString::fromStdString(written);
        const QString time = QStringLiteral(" 1795565100.000\n"); // 2026-11-25T00:05:00Z
        QVERIFY2(past.contains(time), qPrintable(past.left(2'000)));
        past.replace(time, QStringLiteral("\n"));
        past.replace(QStringLiteral(",instance=\"127.0.0.1:9464\",job=\"pongwatch\""), QString());
        QCOMPARE(past, QString::fromStdString(metricsText(snapshot, MetricsFormat::OpenMetrics)));
    }
};

QTEST_GUILESS_MAIN(SimulatedFleetTest)
#include "tst_simulatedfleet.moc"
