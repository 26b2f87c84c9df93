// SPDX-License-Identifier: GPL-3.0-or-later
// How long a report of very many samples takes, and how much memory:
//
//     bench_reports FOLDER [SAMPLES [PEERS]]          52,000,000 of 86 peers: a week at one ping a second
//
// The history file is written to the folder first, unless it is there already, by a process of its own: the
// memory that is told is that of the reports alone.

#include "history/store/historystore.h"
#include "reports/historyreport.h"
#include "widgets/rendering/reportfile.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>

#include <chrono>
#include <cstdio>

#include <sys/resource.h>

using namespace Pongwatch;

namespace
{

const WallTime begin{std::chrono::sys_days(std::chrono::year(2026) / 11 / 16)};

void writeHistory(const QString &path, qint64 samples, int peers)
{
    HistoryOptions options;
    options.path = path;
    options.keepSamples = std::chrono::hours(24 * 365 * 10);
    options.keepMinutes = options.keepSamples;
    HistoryStore store(options);
    for (int peer = 1; peer <= peers; ++peer)
        store.setPeer(PeerId{static_cast<quint32>(peer)}, QStringLiteral("peer-%1").arg(peer),
                      QUrl(QStringLiteral("wss://peer-%1.example/live").arg(peer)));
    const qint64 each = samples / peers;
    SteadyTime now{seconds(1)};
    quint32 chance = 1;
    constexpr qint64 perBatch = 600;
    for (qint64 first = 0; first < each; first += perBatch) {
        Batch batch;
        for (int peer = 1; peer <= peers; ++peer) {
            const PeerId id{static_cast<quint32>(peer)};
            if (first == 0) {
                batch.items.emplace_back(ConnectionEvent{id, 1, begin, Opened{}});
                batch.items.emplace_back(
                    ConnectionEvent{id, 1, begin, StateChanged{ConnectionState::Open, 1, {}}});
            }
            for (qint64 i = first; i < std::min(each, first + perBatch); ++i) {
                chance = chance * 1664525 + 1013904223;
                const auto rtt = nanoseconds(20'000'000 + chance % 9'000'000);
                batch.items.emplace_back(PingSample{id,
                                                    1,
                                                    static_cast<quint32>(i + 1),
                                                    begin + seconds(i),
                                                    rtt,
                                                    {},
                                                    PingOutcome::Answered,
                                                    {}});
            }
        }
        now += seconds(60);
        store.append(batch, now);
        store.tend(now, begin + seconds(first));
    }
    store.flush(now);
}

double elapsed(std::chrono::steady_clock::time_point since)
{
    return toSeconds(std::chrono::steady_clock::now() - since);
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    const qint64 samples = arguments.value(2, QStringLiteral("52000000")).toLongLong();
    const int peers = arguments.value(3, QStringLiteral("86")).toInt();
    const QString path = QStringLiteral("%1/bench-%2-%3.sqlite").arg(folder).arg(samples).arg(peers);
    if (arguments.contains(QStringLiteral("--write"))) {
        writeHistory(path, samples, peers);
        return 0;
    }
    if (!QFileInfo::exists(path))
        QProcess::execute(arguments.first(), {folder, QString::number(samples), QString::number(peers),
                                              QStringLiteral("--write")});
    std::printf("%lld samples of %d peers, %.0f MB\n", static_cast<long long>(samples), peers,
                static_cast<double>(QFileInfo(path).size()) / 1e6);

    HistoryReportRequest request;
    request.file = path;
    request.from = begin;
    request.to = begin + seconds(samples / peers);
    request.timeZone = QTimeZone::utc();
    ReportProgress progress;
    auto start = std::chrono::steady_clock::now();
    const Result<Report> report = makeHistoryReport(request, progress);
    if (!report) {
        std::printf("%s\n", qPrintable(report.error().sentence()));
        return 1;
    }
    quint64 pings = 0;
    for (const ReportPeer &peer : report.value().peers)
        pings += peer.statistics.pings;
    std::printf("read: %.2f s, %llu pings, %.0f MiB at most\n", elapsed(start),
                static_cast<unsigned long long>(pings), peakMegabytes());
    for (const char *ending : {"html", "pdf", "png", "json"}) {
        start = std::chrono::steady_clock::now();
        const QString file = path + u'.' + QString::fromLatin1(ending);
        const Outcome written = writeReportFile(report.value(), file, {});
        std::printf("%s: %.2f s, %.0f MiB at most%s\n", ending, elapsed(start), peakMegabytes(),
                    written ? "" : " FAILED");
    }
    return 0;
}
