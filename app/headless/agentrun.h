// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/workspacepeers.h"
#include "app/headless/eventjournal.h"
#include "engine/monitor.h"
#include "metrics/metricsbook.h"

#include <QHash>
#include <QObject>

namespace Pongwatch
{

/// Watches the peers of a workspace until it is told to end, and takes a new workspace without touching what
/// stays the same. Keeps no history: what is measured goes into the metrics, what happens into the journal.
/// Lives on the thread of its monitor; the book and the journal outlive it.
class AgentRun : public QObject
{
    Q_OBJECT

public:
    AgentRun(MetricsBook &book, EventJournal &journal, MonitorOptions options = {},
             QObject *parent = nullptr);

    /// What became of the peers when others took their place.
    struct Change {
        qsizetype added = 0;
        qsizetype changed = 0;
        qsizetype removed = 0;
        qsizetype kept = 0; ///< whose connections go on untouched, also if they are filed elsewhere now
    };

    /// From now on these are watched; names are unique. Peers are told apart by them: one that is called
    /// otherwise is another one. A connection is closed only if what is dialled has changed.
    Change setPeers(const QList<WorkspacePeer> &peers);

    [[nodiscard]] qsizetype peers() const { return m_peers.size(); }

    /// Closes all connections with 1001; ended() follows within some 2 s.
    void end();

    /// threadsAnswered() follows once all I/O threads have served what waits for them.
    void askThreads() { m_monitor.askThreads(); }

Q_SIGNALS:
    void threadsAnswered();
    void ended();

private:
    struct Watched {
        PeerId id{};
        WorkspacePeer peer;
    };

    void add(const WorkspacePeer &peer);
    bool update(Watched &watched, const WorkspacePeer &peer);
    void remove(const Watched &watched);
    void tellHold(const WorkspacePeer &peer);
    void take(const Batch &batch);
    void finish();

    MetricsBook &m_book;
    EventJournal &m_journal;
    Monitor m_monitor;
    QHash<QString, Watched> m_peers; ///< by name
    QHash<PeerId, QString> m_names;
    bool m_ended = false;
};

} // namespace Pongwatch
