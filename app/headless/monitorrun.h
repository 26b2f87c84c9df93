// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertpast.h"
#include "app/headless/runoutput.h"
#include "engine/monitor.h"
#include "history/alertshelf.h"
#include "path/pathnews.h"
#include "path/pathwatch.h"
#include "peers/peerlabels.h"
#include "reports/incidentshelf.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace Pongwatch
{

/// What to alert about in a run; nothing if it is empty.
struct RunAlerts {
    QList<AlertPeer> peers; ///< parallel to those of the plan; may be shorter
    QList<std::pair<QString, QList<AlertRule>>> groups;
    QList<AlertRule> observer;
};

/// What a run without a window should do; already checked.
struct RunPlan {
    QList<ConnectionSettings> peers;       ///< with unique names
    QHash<qsizetype, PeerLabels> labels{}; ///< of those that have any, by their index
    /// For peers (by index) that are not dialled because a secret is missing: the reason, as a sentence.
    QHash<qsizetype, QString> missingSecrets{};
    RunAlerts alerts{};
    std::optional<nanoseconds> duration; ///< nullopt: until end() is called
    bool tracesPaths = false;            ///< as the settings of the peers say; otherwise no path is traced
    bool exitOnFailure = false;          ///< ends when the first dial fails or connection is lost
    quint16 closeCode = 1001;            ///< for closing connections when the run ends on its own
};

/// Watches peers without a window: passes the monitor's reports to a record for each peer and to the output,
/// ends when its time is up or end() is called, whatever happens to the peers, and then has a report of
/// everything. Lives on the thread of the monitor.
class MonitorRun : public QObject
{
    Q_OBJECT

public:
    MonitorRun(RunPlan plan, MonitorOptions options, std::unique_ptr<RunOutput> output,
               QObject *parent = nullptr);
    ~MonitorRun() override;

    /// Dials all peers.
    void start();

    /// Closes all connections; ended() follows when they are closed or their close timeouts have passed.
    void end(quint16 closeCode = 1001);

    /// The same for a user who is waiting: peers that have not closed within 2 s are dropped.
    void endSoon();

    /// Sends one more ping to this peer: see Monitor::pingNow().
    void pingNow(PeerId peer) { m_monitor.pingNow(peer); }

    /// The 99th percentile of a peer's round trips over its last day.
    void recallRoundTrips(PeerId peer, nanoseconds percentile)
    {
        m_monitor.recallRoundTrips(peer, percentile);
    }

    /// What an examination of a peer found; nullopt: nothing.
    void recallExamination(PeerId peer, const std::optional<ExaminedLimits> &examined)
    {
        m_monitor.recallExamination(peer, examined);
    }

    /// Lets rules know what is in the history of earlier runs. Before start(); the reader outlives the run.
    void recallAlerts(HistoryReader *reader);
    /// An alert was delivered, or was not.
    void tellDelivery(const Delivery &delivery, const DeliveryResult &result);

    /// The last word on the file that keeps what was measured; after ended().
    void tellHistory(const HistoryStatus &status);

    /// How the peer is filed.
    [[nodiscard]] PeerLabels labelsOf(PeerId peer) const
    {
        return m_plan.labels.value(static_cast<qsizetype>(m_indexOf.value(peer)));
    }

    /// The current records of the peers.
    [[nodiscard]] const std::deque<PeerRecord> &records() const { return m_records; }

    [[nodiscard]] bool isEnding() const { return m_ending; }

    /// The state of a peer when the end began: closing it changes its record.
    struct Standing {
        Health health = Health::Connecting;
        std::optional<Verdict> lastEnd;
        QString finding; ///< why it is not dialled, or how it last ended
    };
    /// In the order of records(); empty before the end.
    [[nodiscard]] const std::vector<Standing> &standings() const { return m_standings; }

    /// What was observed; available when ended() is emitted.
    [[nodiscard]] const Report &report() const { return m_report; }

    /// Whether every peer was open and unflagged when the end began, and, if the run was to end at a failure,
    /// none had failed.
    [[nodiscard]] bool allWereFine() const;

Q_SIGNALS:
    /// Before the peer's first batch.
    void peerAdded(Pongwatch::PeerId peer, const Pongwatch::ConnectionSettings &settings);
    void batchTaken(const Pongwatch::Batch &batch);
    /// A sentence that the user should read.
    void problem(const QString &sentence);
    /// A note to be kept with the measurements.
    void noted(const Pongwatch::Note &note);
    /// The same for an alert.
    void alerted(const Pongwatch::AlertEntry &entry);
    /// An alert was raised, has grown or is over.
    void alertTold(const Pongwatch::AlertChange &change);
    void ended();

private:
    /// For a peer whose secret is missing.
    void tellHold(const PeerRecord &peer);
    void tellPaths(const Batch &batch);
    void waitForDuration();
    void take(const Batch &batch);
    void takeAmended(const Batch &batch);
    void takeClockSteps();
    void startAlerts();
    void tellAlert(const AlertChange &change);
    void takeItem(const PingSample &sample);
    void takeItem(const ConnectionEvent &event);
    void finish();
    [[nodiscard]] PeerRecord *recordOf(PeerId peer);

    RunPlan m_plan;
    std::unique_ptr<PathWatch> m_paths; ///< null: no path is traced
    PathNews m_pathNews;
    Monitor m_monitor;
    std::unique_ptr<RunOutput> m_output;
    AlertKeeper m_alerts;
    std::unique_ptr<AlertPast> m_alertPast; // null: no history
    std::deque<PeerRecord> m_records;
    QHash<PeerId, size_t> m_indexOf;
    std::vector<Standing> m_standings;
    QTimer m_timer;
    SteadyTime m_startedAt{};
    size_t m_clockSteps = clockStepsAfter(0).size(); ///< how many were reported
    bool m_sawFailure = false; ///< a dial failed or a connection was lost, not by this side's decision
    bool m_ending = false;
    bool m_finished = false;
    IncidentShelf m_ends;
    static constexpr size_t mostAlerts = 10'000; ///< in the report
    AlertShelf m_alertShelf{mostAlerts};
    Report m_report;
};

} // namespace Pongwatch
