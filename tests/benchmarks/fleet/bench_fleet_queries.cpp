// SPDX-License-Identifier: GPL-3.0-or-later
// How long a Prometheus over a fleet takes to answer, and the program to read it: bench_fleet_queries URL
// open|up|rtt|loss|p95. "open" is all that a window asks when it opens, with the verdicts about it; the
// others are a day of the first 20 peers. Writes a JSON line.
#include "fleet/crossverdict.h"
#include "fleet/fleetreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace Pongwatch;

namespace
{

constexpr int dayPeers = 20;
constexpr std::chrono::hours day{24};
constexpr seconds step{300}; // as long as the window of the rates: nothing is left out

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Ends the event loop.
void complain(const Error &error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.sentence()));
    QCoreApplication::exit(1);
}

int openFleet(QueryClient &client)
{
    QElapsedTimer timer;
    timer.start();
    const double before = cpuSeconds();
    readFleet(client, [&](const Result<FleetView> &fleet) {
        if (!fleet) {
            complain(fleet.error());
            return;
        }
        const QSet<QString> cut = cutVantages(fleet.value());
        qsizetype up = 0;
        for (const FleetPeer &peer : fleet.value().peers)
            up += crossVerdictOf(peer, cut).kind == CrossVerdict::Kind::Up ? 1 : 0;
        std::printf(
            "{\"of\":\"open\",\"vantages\":%lld,\"peers\":%lld,\"up\":%lld,\"ms\":%lld,\"cpu_ms\":%.0f}\n",
            static_cast<long long>(fleet.value().vantages.size()),
            static_cast<long long>(fleet.value().peers.size()), static_cast<long long>(up),
            static_cast<long long>(timer.elapsed()), (cpuSeconds() - before) * 1000);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

QString expressionOf(const QString &question)
{
    QStringList names;
    for (int i = 1; i <= dayPeers; ++i)
        names.append(QStringLiteral("edge-%1").arg(i, 4, 10, QChar(u'0')));
    const QString peers = QStringLiteral("peer=~\"%1\"").arg(names.join(u'|'));
    QString expression;
    if (question == QStringLiteral("up"))
        expression = QStringLiteral("max by (peer, group, vantage) (pongwatch_peer_up{%1})");
    else if (question == QStringLiteral("rtt"))
        expression = QStringLiteral(
            "sum by (peer, group, vantage) (rate(pongwatch_ping_rtt_seconds_sum{%1}[5m]))"
            " / sum by (peer, group, vantage) (rate(pongwatch_ping_rtt_seconds_count{%1}[5m]))");
    else if (question == QStringLiteral("loss"))
        expression = QStringLiteral(
            "sum by (peer, group, vantage) (rate(pongwatch_pings_total{%1,outcome=\"timed-out\"}[5m]))"
            " / sum by (peer, group, vantage) (rate(pongwatch_pings_total{%1}[5m]))");
    else if (question == QStringLiteral("p95"))
        expression = QStringLiteral("histogram_quantile(0.95, sum by (peer, group, le) "
                                    "(rate(pongwatch_ping_rtt_seconds_bucket{%1,vantage=\"london\"}[5m])))");
    return expression.replace(QStringLiteral("%1"), peers);
}

int readDay(QueryClient &client, const QString &question)
{
    QElapsedTimer timer;
    timer.start();
    const double before = cpuSeconds();
    const WallTime now = currentWallTime();
    client.queryRange(
        expressionOf(question), now - day, now, step, [&](const Result<QList<QueriedSeries>> &answer) {
            if (!answer) {
                complain(answer.error());
                return;
            }
            qsizetype points = 0;
            for (const QueriedSeries &series : answer.value())
                points += series.points.size();
            std::printf("{\"of\":\"%s\",\"series\":%lld,\"points\":%lld,\"ms\":%lld,\"cpu_ms\":%.0f}\n",
                        qPrintable(question), static_cast<long long>(answer.value().size()),
                        static_cast<long long>(points), static_cast<long long>(timer.elapsed()),
                        (cpuSeconds() - before) * 1000);
            QCoreApplication::quit();
        });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString question = argc == 3 ? QString::fromLocal8Bit(argv[2]) : QString();
    const bool opens = question == QStringLiteral("open");
    if (!opens && expressionOf(question).isEmpty()) {
        std::fputs("bench_fleet_queries URL open|up|rtt|loss|p95\n", stderr);
        return 2;
    }
    ConnectionSettings settings;
    settings.url = QUrl(QString::fromLocal8Bit(argv[1]));
    QueryClient client(settings);
    return opens ? openFleet(client) : readDay(client, question);
}
