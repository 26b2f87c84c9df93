// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/keptpeers.h"
#include "engine/monitor.h"
#include "history/store/historywriter.h"
#include "items/eventlogmodel.h"
#include "items/peerbook.h"
#include "items/peerlistmodel.h"
#include "items/seriessource.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

#include <memory>

namespace Pongwatch
{

class DemoFleet;

/// Owns everything that the window shows and steers: the monitor, the records, the item models, the kept
/// peers and the demo peers. What the user does to peers is done here; removing can be undone. Lives on the
/// GUI thread.
class Application : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString workspaceFile; ///< empty: the default workspace
        QString historyFile;   ///< keeps what is measured; empty: nothing does
        MonitorOptions monitor;
    };

    explicit Application(Options options, QObject *parent = nullptr);
    ~Application() override;

    /// Reads the workspace and starts to watch its peers.
    Outcome loadKeptPeers();

    /// Watches a peer from now on and keeps it. A URL that is watched already gets a second peer with a name
    /// of its own.
    PeerId addPeer(const QUrl &url);

    /// Watches a peer for this run only.
    PeerId addPeerForThisRun(ConnectionSettings settings);

    /// Starts the built-in demo peers, once, and watches them for this run.
    Outcome startDemo();
    [[nodiscard]] bool hasDemo() const { return m_demo != nullptr; }

    /// Each of these skips peers that are gone.
    void removePeers(const QList<PeerId> &peers);
    void setPaused(const QList<PeerId> &peers, bool paused);
    void reconnectNow(const QList<PeerId> &peers);
    void pingNow(const QList<PeerId> &peers);

    [[nodiscard]] bool isPaused(PeerId peer) const;

    /// Closes all connections with 1001 and writes what is not written yet; stopped() comes when that is
    /// done, or after `patience`.
    void stop(milliseconds patience = milliseconds(1500));

    [[nodiscard]] PeerBook *book() { return &m_book; }
    [[nodiscard]] SeriesSource *series() { return &m_series; }
    [[nodiscard]] PeerListModel *peerList() { return &m_peerList; }
    [[nodiscard]] EventLogModel *eventLog() { return &m_eventLog; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

Q_SIGNALS:
    /// Where what is measured is kept, and whether it can be; at most once a second.
    void historyChanged(const Pongwatch::HistoryStatus &status);
    /// A sentence that the user should read.
    void problem(const QString &sentence);
    void stopped();

private:
    friend class RemovePeerCommand;

    PeerId watch(const ConnectionSettings &settings);
    void takeBatch(const Batch &batch);
    void keepHistory(const Batch &batch);
    void keepHistoryIn(const QString &file);
    void unwatch(PeerId peer);
    [[nodiscard]] QString freeName(const QString &wanted) const;

    PeerBook m_book;
    SeriesSource m_series;
    PeerListModel m_peerList;
    EventLogModel m_eventLog;
    KeptPeers m_kept;
    QUndoStack m_undo;
    std::unique_ptr<DemoFleet> m_demo;
    std::unique_ptr<HistoryWriter> m_history; // null: none is kept
    QSet<PeerId> m_demoPeers;                 // which are not worth keeping
    Monitor m_monitor;                        // last: its threads end before what its batches go to
    bool m_stopping = false;
};

} // namespace Pongwatch
