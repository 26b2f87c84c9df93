// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "metrics/metrictable.h"

#include <QHash>
#include <QSet>

#include <deque>
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
/// thread, and delays the first one only for as long as it takes to copy some hundred bytes for each peer.
/// Never touched by an I/O thread.
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
        QString name; ///< as in its label
        PeerMetrics metrics;
    };
    struct Lag {
        SteadyTime slot;
        nanoseconds worst;
    };

    [[nodiscard]] QString freeName(const QString &wanted) const;
    void noteLag(nanoseconds lag);

    const MetricsOptions m_options;
    mutable std::mutex m_mutex;
    std::vector<std::pair<PeerId, Entry>> m_entries; // by id, which only grows
    QSet<QString> m_names;
    std::deque<Lag> m_lags;
    AgentMetrics m_agent;
};

} // namespace Pongwatch
