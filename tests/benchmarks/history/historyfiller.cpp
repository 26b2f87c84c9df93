// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/history/historyfiller.h"

#include "history/store/historystore.h"

#include <algorithm>
#include <cstdio>

namespace Pongwatch::Benchmarks
{

PingSource::PingSource(int peers, nanoseconds step)
    : m_peers(peers)
    , m_step(step)
    , m_levels(static_cast<size_t>(peers), 20e6)
{
}

Batch PingSource::next(int rounds)
{
    Batch batch;
    batch.items.reserve(static_cast<size_t>(rounds) * static_cast<size_t>(m_peers));
    for (int round = 0; round < rounds; ++round, ++m_round) {
        for (int peer = 0; peer < m_peers; ++peer) {
            const double u = m_uniform(m_random);
            double &level = m_levels[static_cast<size_t>(peer)];
            level = std::clamp(level * (0.98 + 0.04 * m_uniform(m_random)), 1e6, 200e6);
            PingSample sample;
            sample.peer = PeerId{static_cast<quint32>(peer + 1)};
            sample.connection = 1;
            sample.seq = static_cast<quint32>(m_round + 1);
            sample.sentAt = now() + microseconds(peer * 7);
            sample.rtt = nanoseconds(static_cast<nanoseconds::rep>(level * (1 + 0.3 * u * u)));
            sample.tcpRtt = microseconds(static_cast<microseconds::rep>(level / 1000));
            if (u > 0.999) {
                sample.outcome = PingOutcome::TimedOut;
                sample.rtt = seconds(20);
                sample.tcpRtt.reset();
            }
            batch.items.emplace_back(sample);
        }
    }
    return batch;
}

WallTime PingSource::now() const
{
    return historyStart + std::chrono::duration_cast<microseconds>(m_step * m_round);
}

ConnectionSettings historyPeer(int number)
{
    ConnectionSettings settings;
    settings.name = QStringLiteral("edge-%1").arg(number);
    settings.url = QUrl(QStringLiteral("wss://edge.example/%1").arg(number));
    return settings;
}

HistoryOptions historyOptions(const QString &path)
{
    HistoryOptions options;
    options.path = path;
    options.keepSamples = std::chrono::hours(24 * 10000);
    options.keepMinutes = options.keepSamples;
    return options;
}

double fillHistory(const QString &path, int peers, int days)
{
    constexpr int roundsInBatch = 1800;
    constexpr qint64 day = 86400;
    PingSource source(peers, seconds(1));
    std::chrono::duration<double> busy{0};
    HistoryStore store(historyOptions(path));
    for (int peer = 1; peer <= peers; ++peer) {
        const ConnectionSettings settings = historyPeer(peer);
        store.setPeer(PeerId{static_cast<quint32>(peer)}, settings.name, settings.url);
    }
    SteadyTime now{};
    const auto timed = [&busy](const auto &work) {
        const auto begun = std::chrono::steady_clock::now();
        work();
        busy += std::chrono::steady_clock::now() - begun;
    };
    for (qint64 done = 0; done < days * day; done += roundsInBatch) {
        const Batch batch = source.next(roundsInBatch);
        now += seconds(1);
        timed([&] {
            store.append(batch, now);
            store.tend(now, source.now());
        });
        if (done % (day * 5) == 0)
            std::fprintf(stderr, "filled %lld of %d days\n", static_cast<long long>(done / day), days);
    }
    timed([&] { store.flush(now); });
    return busy.count();
}

} // namespace Pongwatch::Benchmarks
