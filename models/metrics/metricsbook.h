// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "metrics/metrictable.h"

#include <QByteArrayView>
#include <QSet>

#include <deque>
#include <memory>
#include <mutex>

namespace Pongwatch
{

/// How the metrics are labelled and counted.
struct MetricsOptions {
    QString vantage;  ///< the name of the place from which peers are watched; empty: none
    QString provider; ///< whose network that place is in; empty: not known
    RttBuckets buckets = defaultRttBuckets();
};

/// Counts what the monitor reports about all peers. Fed on one thread. snapshot() may be called on any
/// thread, and delays the first one only for as long as it takes to copy a pointer for each peer: a peer that
/// changes is copied when it changes for the first time after a snapshot. Never touched by an I/O thread.
class MetricsBook
{
public:
    explicit MetricsBook(const MetricsOptions &options, WallTime now = currentWallTime());

    /// A new peer, or changed settings of a known one, whose counts stay. If another peer has the same name,
    /// a number is added to the label.
    void setPeer(PeerId peer, const ConnectionSettings &settings, const QString &group,
                 const QStringList &tags);
    /// Whether it is not dialled because a secret is missing.
    void setHeldBack(PeerId peer, bool held);
    void removePeer(PeerId peer);

    /// Skips what is about peers that are not in the book.
    void apply(const Batch &batch);

    /// A workspace was read, or could not be.
    void noteReload(bool succeeded, WallTime at);

    [[nodiscard]] MetricsSnapshot snapshot(WallTime at = currentWallTime()) const;

    [[nodiscard]] size_t peers() const;
    [[nodiscard]] const MetricsOptions &options() const { return m_options; }

private:
    struct Entry {
        PeerId peer{};
        quint32 copiedAfter = 0; ///< that many snapshots; later ones may share the metrics
        std::shared_ptr<PeerMetrics> metrics;
    };
    struct Lag {
        SteadyTime slot;
        nanoseconds worst;
    };

    [[nodiscard]] std::string freeName(const QString &wanted) const;
    [[nodiscard]] Entry *find(PeerId peer);
    /// To be changed: not shared with a snapshot.
    [[nodiscard]] PeerMetrics &unshared(Entry &entry) const;
    void noteLag(nanoseconds lag);

    const MetricsOptions m_options;
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;    // by id, which only grows
    QSet<QByteArrayView> m_names;    // in the labels of the entries
    mutable quint32 m_snapshots = 0; // taken so far
    std::deque<Lag> m_lags;
    AgentMetrics m_agent;
};

} // namespace Pongwatch
