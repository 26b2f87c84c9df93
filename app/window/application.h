// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/language/languages.h"
#include "app/window/demopeers.h"
#include "app/window/fleets/fleetsession.h"
#include "app/window/peerfleet.h"
#include "app/window/windowalerts.h"
#include "app/window/windowdelivery.h"
#include "engine/framequeue.h"
#include "engine/monitor.h"
#include "engine/values/recordedclock.h"
#include "history/store/historyreader.h"
#include "history/store/historywriter.h"
#include "items/eventlogmodel.h"
#include "items/peerlistmodel.h"
#include "past/notebook.h"
#include "past/pastevents.h"
#include "past/pastexaminations.h"
#include "past/pastflaps.h"
#include "past/pastroundtrips.h"
#include "past/seriessource.h"
#include "path/pathwatch.h"
#include "peers/peerbook.h"
#include "peers/situationwatch.h"
#include "workspace/bufferedsecretstore.h"
#include "workspace/presetshelf.h"
#include "workspace/rescuekeeper.h"
#include "workspace/workspacesession.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace Pongwatch
{

/// Owns everything that the window shows and controls: the open workspace, the monitor, the records, the item
/// models and the demo peers. What the user does to peers is done here, as edits that can be undone. Lives on
/// the GUI thread.
class Application : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString workspaceFile; ///< the default workspace; empty: where the system puts it
        QString historyFile;   ///< for what is measured; empty: nowhere
        MonitorOptions monitor;
        bool useKeychain = false;  ///< keep secrets in the system's keychain; otherwise in memory
        bool beginsAtOnce = true;  ///< otherwise begin() must be called before there are any peers
        QString rescueFolder = {}; ///< for unsaved changes; empty: they are lost with the program
        /// Where to put secrets instead, for tests; must outlive the application.
        SecretStore *secrets = nullptr;
        QString trustFile = {};   ///< what workspaces may have; empty: everything is trusted
        HistoryOptions history{}; ///< how long it is kept; its path does not count
        QString alertFolder = {}; ///< of alerts that are to be delivered; empty: none is delivered
    };

    explicit Application(Options options, QObject *parent = nullptr);
    ~Application() override;

    /// Opens the history and requests the keychain, once: things for which showing a window need not wait.
    void begin();

    /// Reads the default workspace and starts to watch its peers. After an error there are none, and the file
    /// is not touched.
    Outcome loadKeptPeers();

    /// Allows workspaces to have these from now on. Error: this could not be stored, so the next run will ask
    /// again.
    Outcome trust(const QList<WorkspaceDemand> &demands) { return m_trust.trust(demands); }
    /// The same, and dials peers that were waiting for it.
    Outcome trustAndDial(const QList<WorkspaceDemand> &demands);
    /// Trusts what an edit by the user adds to the workspace's demands: `next` is the result of the edit.
    Outcome trustEdit(const Workspace &next);
    /// What the profile wants in `next`, an edit that the user has not finished, and that is neither trusted
    /// nor entered by this edit.
    [[nodiscard]] QList<WorkspaceDemand> untrustedIn(const Workspace &next, const ProfilePlace &place) const;

    /// Watches a peer from now on and keeps it. If the URL is already watched, this adds a second peer with a
    /// name of its own.
    PeerId addPeer(const QUrl &url);

    /// Watches peers for this run only. Ignores secrets in the settings.
    QList<PeerId> addPeersForThisRun(const QList<ConnectionSettings> &settings);
    PeerId addPeerForThisRun(const ConnectionSettings &settings)
    {
        return addPeersForThisRun({settings}).first();
    }
    /// The same for plain URLs, with the workspace's defaults. User information in URLs stays in memory.
    void watchForThisRun(const QList<QUrl> &urls);

    /// Starts the built-in demo peers, once, and watches them for this run.
    Outcome startDemo();
    [[nodiscard]] bool hasDemo() const { return m_demo.isRunning(); }

    /// Each of these ignores peers that are gone.
    void removePeers(const QList<PeerId> &peers);
    void setPaused(const QList<PeerId> &peers, bool paused);
    void reconnectNow(const QList<PeerId> &peers);
    void pingNow(const QList<PeerId> &peers);
    /// They remain closed until resumed or reconnected.
    void closePeers(const QList<PeerId> &peers, const CloseFrame &frame);

    /// Does nothing unless the peer is open.
    void sendText(PeerId peer, const QString &text);
    void sendBinary(PeerId peer, const QByteArray &payload);
    /// Puts every frame of the peer from now on into the queue, until called again with null.
    void watchFrames(PeerId peer, const std::shared_ptr<FrameQueue> &queue);

    [[nodiscard]] bool isPaused(PeerId peer) const;

    /// Closes all connections with 1001 and writes everything not yet written, including a copy of unsaved
    /// changes; emits stopped() when that is done, or after `patience`.
    void stop(milliseconds patience = milliseconds(1500));

    [[nodiscard]] Languages *languages() { return &m_languages; }
    [[nodiscard]] PeerBook *book() { return &m_book; }
    [[nodiscard]] Notebook *notebook() { return &m_notebook; }
    [[nodiscard]] SeriesSource *series() { return &m_series; }
    [[nodiscard]] PeerListModel *peerList() { return &m_peerList; }
    [[nodiscard]] EventLogModel *eventLog() { return &m_eventLog; }
    [[nodiscard]] SituationWatch *situation() { return &m_situation; }
    /// Sets how long to keep the history from now on. The path is ignored.
    void setHistoryOptions(const HistoryOptions &options);
    [[nodiscard]] const HistoryOptions &historyOptions() const { return m_historyOptions; }
    /// The last status emitted by historyChanged(); nullopt if no history is kept.
    [[nodiscard]] std::optional<HistoryStatus> historyStatus() const;

    /// Reads what earlier runs have left in the history, including their events; null if no history is being
    /// kept.
    [[nodiscard]] HistoryReader *reader() { return m_reader.get(); }
    [[nodiscard]] PastEvents *pastEvents() { return m_pastEvents.get(); }
    /// What examinations have found out about the peers.
    [[nodiscard]] PastExaminations *examinations() { return &m_examinations; }
    [[nodiscard]] WorkspaceSession *session() { return &m_session; }
    [[nodiscard]] PeerFleet *fleet() { return &m_fleet; }
    [[nodiscard]] FleetSession *fleetSession() { return &m_fleetSession; }
    [[nodiscard]] PresetShelf *presets() { return &m_presets; }
    [[nodiscard]] WindowAlerts *alerts() { return &m_alerts; }
    [[nodiscard]] WindowDelivery *delivery() { return &m_delivery; }
    /// Traces the network paths to peers; everything that the monitor reports passes through it.
    [[nodiscard]] PathWatch *paths() { return &m_paths; }
    [[nodiscard]] BufferedSecretStore *secrets() { return &m_secrets; }
    [[nodiscard]] RescueKeeper *rescue() { return &m_rescue; }

Q_SIGNALS:
    /// Where measurements are kept, and whether that is possible; at most once a second.
    void historyChanged(const Pongwatch::HistoryStatus &status);
    /// A sentence for the user.
    void problem(const QString &sentence);
    void stopped();

private:
    void takeBatch(const Batch &batch);
    void takeAmended(const Batch &batch);
    void keepHistory(const Batch &batch);
    void keepHistoryIn(const QString &file);
    void noteWatched(PeerId peer, ProfileKey key, const ConnectionSettings &settings);
    [[nodiscard]] QList<WorkspaceDemand> enteredIn(const Workspace &next) const;
    QList<ProfileKey> addGuests(const QString &editName, const QList<Profile> &profiles,
                                bool areDemo = false);

    Languages m_languages;
    PeerBook m_book;
    std::unique_ptr<HistoryReader> m_reader; // of earlier runs; null: no history is kept
    Notebook m_notebook;
    size_t m_clockSteps = clockStepsAfter(0).size(); ///< how many are in the notebook
    SeriesSource m_series;
    PeerListModel m_peerList;
    EventLogModel m_eventLog;
    SituationWatch m_situation;
    std::unique_ptr<PastRoundTrips> m_pastRoundTrips; // null: no history is kept
    std::unique_ptr<PastEvents> m_pastEvents;         // the same
    std::unique_ptr<PastFlaps> m_pastFlaps;           // the same
    DemoPeers m_demo;
    QString m_historyFile;                   // empty: no history is kept
    std::unique_ptr<SecretStore> m_keychain; // or its replacement; null: somebody else's
    BufferedSecretStore m_secrets;
    HistoryOptions m_historyOptions;
    std::unique_ptr<HistoryWriter> m_history; // null: none is kept
    QSet<ProfileKey> m_demoKeys;              // the keys of the demo peers …
    QSet<PeerId> m_demoPeers;                 // … which are not worth a history
    WorkspaceSession m_session;
    RescueKeeper m_rescue;
    PastExaminations m_examinations;
    PathWatch m_paths;
    Monitor m_monitor; // nearly last, so that its threads end before the receivers of its batches
    TrustKeeper m_trust;
    PresetShelf m_presets;
    PeerFleet m_fleet;
    FleetSession m_fleetSession;
    WindowAlerts m_alerts;
    WindowDelivery m_delivery;
    bool m_stopping = false;
};

} // namespace Pongwatch
