// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historyquery.h"
#include "history/store/historystore.h"
#include "tests/models/history/seriesmaker.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace Pongwatch::TestSupport
{

/// A folder for history files, and short ways to fill and read them.
class StoreFixture
{
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }
    [[nodiscard]] QDir folder() const { return QDir(m_folder.path()); }

    [[nodiscard]] HistoryOptions options() const
    {
        HistoryOptions options;
        options.path = path();
        return options;
    }

    static QUrl url() { return QUrl(QStringLiteral("wss://edge-1.example/live")); }

    static void introduce(HistoryStore &store) { store.setPeer(thePeer, QStringLiteral("edge-1"), url()); }

    static Batch batchOf(const std::vector<PingSample> &samples)
    {
        Batch batch;
        batch.items.assign(samples.begin(), samples.end());
        return batch;
    }

    static Batch batchOf(const std::vector<ConnectionEvent> &events)
    {
        Batch batch;
        batch.items.assign(events.begin(), events.end());
        return batch;
    }

    /// In batches of `size`, one each 50 ms of steady time.
    static SteadyTime feed(HistoryStore &store, const std::vector<PingSample> &samples, size_t size,
                           SteadyTime now = SteadyTime(seconds(1000)))
    {
        for (size_t i = 0; i < samples.size(); i += size) {
            const auto end = std::min(samples.size(), i + size);
            store.append(batchOf(std::vector(samples.begin() + static_cast<std::ptrdiff_t>(i),
                                             samples.begin() + static_cast<std::ptrdiff_t>(end))),
                         now);
            now += milliseconds(50);
            store.tend(now, samples[end - 1].sentAt);
        }
        return now;
    }

    /// What the file has of the only peer, in order of sending.
    static std::vector<PingSample> stored(const QString &path)
    {
        Result<std::unique_ptr<HistoryQuery>> query = HistoryQuery::open(path);
        if (!query)
            return {};
        const auto peers = query.value()->peers();
        if (!peers || peers.value().size() != 1)
            return {};
        auto samples = query.value()->samples(peers.value().front().row, WallTime::min(), farFuture());
        if (!samples)
            return {};
        for (PingSample &sample : samples.value())
            sample.peer = thePeer;
        return samples.value();
    }

    static WallTime farFuture() { return epoch + std::chrono::hours(24 * 365 * 50); }

    /// Second reports in the place of first ones, as a reader should find them.
    static std::vector<PingSample> settled(const std::vector<PingSample> &arrived)
    {
        std::vector<PingSample> result;
        for (const PingSample &sample : arrived)
            if (sample.outcome == PingOutcome::Late && !result.empty() && result.back().seq == sample.seq)
                result.back() = sample;
            else
                result.push_back(sample);
        return result;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace Pongwatch::TestSupport
