// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the history: how fast it is written, and how fast queries about ranges are answered. Prints one
// JSON object per measurement to standard output; progress goes to standard error.
#include "history/peerstatistics.h"
#include "history/seriespyramid.h"
#include "history/store/historyquery.h"
#include "history/store/historystore.h"
#include "tests/benchmarks/history/historyfiller.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Pongwatch;
using namespace Pongwatch::Benchmarks;

namespace
{

constexpr WallTime start = historyStart;

double secondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void say(const char *name, QJsonObject figures)
{
    figures.insert(QStringLiteral("benchmark"), QLatin1String(name));
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

struct Plan {
    int peers = 20;
    int days = 30;
    int samples = 4'000'000;
    QString file;
};

void introduce(HistoryStore &store, int peers)
{
    for (int peer = 1; peer <= peers; ++peer) {
        const ConnectionSettings settings = historyPeer(peer);
        store.setPeer(PeerId{static_cast<quint32>(peer)}, settings.name, settings.url);
    }
}

/// 1,000 peers whose pings come in 20 batches a second, as fast as they are accepted.
void measureWriting(const Plan &plan)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("history.sqlite"));
    constexpr int peers = 1000;
    constexpr int roundsInBatch = 10; // 200 pings a second each
    PingSource source(peers, milliseconds(5));
    double busy = 0;
    double worst = 0;
    qint64 written = 0;
    {
        HistoryStore store(historyOptions(path));
        introduce(store, peers);
        SteadyTime now{};
        while (written < plan.samples) {
            const Batch batch = source.next(roundsInBatch);
            now += milliseconds(50);
            const double took = secondsOf([&] {
                store.append(batch, now);
                store.tend(now, source.now());
            });
            busy += took;
            worst = std::max(worst, took);
            written += static_cast<qint64>(batch.items.size());
        }
        busy += secondsOf([&] { store.flush(now); });
    }
    say("history-write", {{QStringLiteral("samples"), written},
                          {QStringLiteral("peers"), peers},
                          {QStringLiteral("seconds"), busy},
                          {QStringLiteral("samples_per_s"), static_cast<double>(written) / busy},
                          {QStringLiteral("worst_batch_ms"), worst * 1e3},
                          {QStringLiteral("bytes_per_sample"),
                           static_cast<double>(QFileInfo(path).size()) / static_cast<double>(written)}});
}

void fill(const QString &path, const Plan &plan)
{
    const double busy = fillHistory(path, plan.peers, plan.days);
    const auto samples = static_cast<double>(plan.days) * 86400 * plan.peers;
    say("history-fill",
        {{QStringLiteral("samples"), samples},
         {QStringLiteral("seconds"), busy},
         {QStringLiteral("samples_per_s"), samples / busy},
         {QStringLiteral("file_bytes"), QFileInfo(path).size()},
         {QStringLiteral("bytes_per_sample"), static_cast<double>(QFileInfo(path).size()) / samples}});
}

QJsonObject quantiles(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&values](double q) {
        return values[static_cast<size_t>(q * static_cast<double>(values.size() - 1))];
    };
    return {{QStringLiteral("runs"), static_cast<qint64>(values.size())},
            {QStringLiteral("p50_ms"), at(0.5) * 1e3},
            {QStringLiteral("p95_ms"), at(0.95) * 1e3},
            {QStringLiteral("max_ms"), at(1) * 1e3}};
}

void measureOpening(const char *name, const QString &path)
{
    std::vector<double> reading;
    std::vector<double> writing;
    for (int i = 0; i < 10; ++i) {
        reading.push_back(secondsOf([&path] {
            const auto query = HistoryQuery::open(path);
            if (query)
                static_cast<void>(query.value()->peers());
        }));
        std::optional<HistoryStore> store;
        writing.push_back(secondsOf([&] {
            store.emplace(historyOptions(path));
            store->tend(SteadyTime{}, start);
        }));
    }
    QJsonObject figures = quantiles(writing);
    figures.insert(QStringLiteral("with"), QLatin1String(name));
    say("history-open-to-write", figures);
    figures = quantiles(reading);
    figures.insert(QStringLiteral("with"), QLatin1String(name));
    say("history-open-to-read", figures);
}

/// Ranges of one width, all over the file, for every peer.
void measureRanges(HistoryQuery &query, const Plan &plan, nanoseconds span, SeriesDetail detail)
{
    const auto peers = query.peers();
    if (!peers)
        return;
    const WallTime end = start + std::chrono::hours(24 * plan.days);
    std::vector<double> times;
    size_t most = 0;
    const auto width = std::chrono::duration_cast<microseconds>(span);
    const int positions = width >= end - start ? 1 : 8;
    for (int position = 0; position < positions; ++position) {
        const WallTime from = start + (end - start - width) / positions * position;
        for (const HistoryPeer &peer : peers.value()) {
            times.push_back(secondsOf([&] {
                const auto buckets = query.buckets(peer.row, from, from + width, 1000, detail);
                most = std::max(most, buckets ? buckets.value().size() : 0);
            }));
        }
    }
    QJsonObject figures = quantiles(times);
    figures.insert(QStringLiteral("range_hours"), static_cast<double>(span.count()) / 3.6e12);
    figures.insert(QStringLiteral("detail"),
                   detail == SeriesDetail::Fine ? QStringLiteral("fine") : QStringLiteral("coarse"));
    figures.insert(QStringLiteral("peers"), static_cast<qint64>(peers.value().size()));
    figures.insert(QStringLiteral("most_buckets"), static_cast<qint64>(most));
    say("history-range", figures);
}

void measureReading(const Plan &plan)
{
    const QTemporaryDir folder;
    const bool keep = !plan.file.isEmpty();
    const QString path = keep ? plan.file : folder.filePath(QStringLiteral("history.sqlite"));
    if (!QFile::exists(path))
        fill(path, plan);
    measureOpening("an empty file", folder.filePath(QStringLiteral("empty.sqlite")));
    measureOpening("the full file", path);
    const auto query = HistoryQuery::open(path);
    if (!query) {
        std::fprintf(stderr, "%s\n", qPrintable(query.error().sentence()));
        return;
    }
    for (const int hours : {24 * plan.days, 24 * 7, 24, 16, 6, 1})
        for (const SeriesDetail detail : {SeriesDetail::Coarse, SeriesDetail::Fine})
            measureRanges(*query.value(), plan, std::chrono::hours(hours), detail);
    const auto peers = query.value()->peers();
    const double took = secondsOf([&] {
        if (peers)
            static_cast<void>(query.value()->summary(peers.value().front().row, start,
                                                     start + std::chrono::hours(24 * plan.days)));
    });
    say("history-summary", {{QStringLiteral("days"), plan.days}, {QStringLiteral("ms"), took * 1e3}});
}

/// The cost of folding, which happens for every sample on the GUI thread, and the cost of queries.
void measureMemory()
{
    constexpr int count = 1'000'000;
    PingSource source(1, seconds(1));
    const Batch batch = source.next(count);
    PeerStatistics statistics;
    SeriesPyramid series;
    const double folding = secondsOf([&] {
        for (const auto &item : batch.items) {
            statistics.add(std::get<PingSample>(item));
            series.add(std::get<PingSample>(item));
        }
    });
    say("statistics-and-series-add",
        {{QStringLiteral("ns_per_sample"), folding / count * 1e9},
         {QStringLiteral("statistics_bytes"), static_cast<qint64>(statistics.memoryBytes())},
         {QStringLiteral("series_bytes"), static_cast<qint64>(series.memoryBytes())}});
    using Window = PeerStatistics::Window;
    for (const auto &[name, window] :
         {std::pair("minute", Window::Minute), std::pair("hour", Window::Hour), std::pair("day", Window::Day),
          std::pair("start", Window::SinceStart)}) {
        constexpr int runs = 200;
        const double took = secondsOf([&, asked = window] {
            for (int i = 0; i < runs; ++i)
                static_cast<void>(statistics.summary(asked, source.now()));
        });
        say("statistics-summary",
            {{QStringLiteral("window"), QLatin1String(name)}, {QStringLiteral("us"), took / runs * 1e6}});
    }
    std::vector<double> times;
    for (const int hours : {1, 6, 24, 240}) {
        for (int i = 0; i < 20; ++i)
            times.push_back(secondsOf([&] {
                static_cast<void>(
                    series.buckets(source.now() - std::chrono::hours(hours), source.now(), 1000));
            }));
    }
    say("series-buckets", quantiles(times));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the history. What: memory, write, read, or "
                                                    "only fill a file; the first three when none is given."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("what"), QStringLiteral("memory, write, read, fill"));
    parser.addOption({QStringLiteral("peers"), QStringLiteral("read: peers in the file (1)"),
                      QStringLiteral("N"), QStringLiteral("1")});
    parser.addOption({QStringLiteral("days"),
                      QStringLiteral("read: days in the file, one ping a second (30)"), QStringLiteral("N"),
                      QStringLiteral("30")});
    parser.addOption({QStringLiteral("samples"), QStringLiteral("write: how many (4000000)"),
                      QStringLiteral("N"), QStringLiteral("4000000")});
    parser.addOption({QStringLiteral("file"),
                      QStringLiteral("read, fill: this file, made when it is not there"),
                      QStringLiteral("PATH")});
    parser.process(app);
    const QStringList what = parser.positionalArguments();
    Plan plan;
    plan.peers = std::max(parser.value(QStringLiteral("peers")).toInt(), 1);
    plan.days = std::max(parser.value(QStringLiteral("days")).toInt(), 1);
    plan.samples = std::max(parser.value(QStringLiteral("samples")).toInt(), 1);
    plan.file = parser.value(QStringLiteral("file"));
    const auto wanted = [&what](const char *name) {
        return what.isEmpty() || what.contains(QLatin1String(name));
    };
    if (wanted("memory"))
        measureMemory();
    if (what.contains(QLatin1String("fill")) && !plan.file.isEmpty() && !QFile::exists(plan.file))
        fill(plan.file, plan);
    if (wanted("write"))
        measureWriting(plan);
    if (wanted("read"))
        measureReading(plan);
    return 0;
}
