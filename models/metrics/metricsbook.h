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

/// What the metrics are labelled with, and how they are counted.
struct MetricsOptions {
    QString vantage;  ///< the name of the place that is watched from; empty: none
    QString provider; ///< whose network that place is in; empty: not told
    RttBuckets buckets = defaultRttBuckets();
};

/// Counts what the monitor reports of all peers. Fed on one thread; snapshot() may be called on any other,
/// and holds the first one up only for a copy of some hundred bytes a peer. Never touched by an I/O thread.
class MetricsBook
{
public:
    explicit MetricsBook(const MetricsOptions &options, WallTime now = currentWallTime());

    /// A new peer, or what has changed of a known one: what was counted stays. Of a name that another peer
    /// has, the label gets a number behind it.
    void setPeer(PeerId peer, const ConnectionSettings &settings, const QString &group,
                 const QStringList &tags);
    /// It lacks a secret and is not dialled, or no longer so.
    void setHeldBack(PeerId peer, bool held);
    void removePeer(PeerId peer);

    /// What is of peers that are not here is skipped.
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
