// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertjoining.h"
#include "alerts/incident.h"
#include "alerts/objectiveledger.h"
#include "alerts/rules/alertsettings.h"

#include <QHash>

#include <functional>
#include <list>
#include <unordered_map>

namespace Pongwatch
{

/// What to tell about one peer.
struct AlertPeer {
    QList<AlertRule> rules; ///< without those about groups or the observer
    QList<MaintenanceWindow> maintenance;
    QString group;                      ///< empty: none
    QString gateway;                    ///< the name of the peer that this one is behind; empty: none
    std::optional<WallTime> mutedUntil; ///< WallTime::max(): until further notice
    QList<Objective> objectives{};

    /// The result of all layers, for a peer in this group.
    [[nodiscard]] static AlertPeer of(const AlertSettings &settings, const QString &group)
    {
        return {settings.rules,     settings.maintenance, group, settings.gateway.value_or(QString()), {},
                settings.objectives};
    }
};

/// Turns what is known about all peers into alerts: keeps an incident for each rule of each peer, holds back
/// what should not be told, and joins what belongs together. Has no clock, timer or thread: the same input at
/// the same moments gives the same alerts.
///
/// Nothing is told while its condition does not hold. An incident that has opened is told once, however often
/// its condition comes and goes before it closes. Whatever was told is also told to be over.
class AlertBook
{
public:
    /// Null: there is no such peer, or no longer.
    using RecordOf = std::function<const PeerRecord *(PeerId)>;

    /// `run` makes the ids of this book's alerts differ from those of all other runs.
    AlertBook(QString run, RecordOf recordOf, AlertLimits limits = {});
    ~AlertBook();

    /// A new peer, or new rules for a known one. Incidents of rules that it keeps go on.
    void setPeer(PeerId peer, const AlertPeer &what);
    void removePeer(PeerId peer);

    /// Rules about the peers of a group. With an empty name: about all peers.
    void setGroupRules(const QString &group, const QList<AlertRule> &rules);
    /// Rules about this program. While one of them holds, there are no alerts about peers and groups.
    void setObserverRules(const QList<AlertRule> &rules);
    /// Maintenance windows for everything.
    void setMaintenance(const QList<MaintenanceWindow> &windows) { m_maintenance = windows; }

    /// The figures of earlier days around this time of day, for rules about a peer's own past.
    void setPast(PeerId peer, std::vector<PastDay> days);
    /// The counts of earlier runs for the peer's objectives. Has no effect if it has none.
    void addPast(PeerId peer, std::span<const StateSpan> states);
    void addPast(PeerId peer, WallTime hour, quint64 pings, const ObjectiveMeter::InTime &inTime);

    /// The standings of the objectives of a peer, in their order. Empty: it has none.
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(PeerId peer, WallTime now) const;
    /// The same for all peers of a group together.
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(const QString &group,
                                                                           WallTime now) const;

    /// To be called after the event was applied to the peer's record.
    void add(const PingSample &sample);
    /// Something else was reported about the peer.
    void touch(PeerId peer);
    /// How late this program was.
    void addLag(nanoseconds lag, WallTime now);

    /// What has become due. To be called once a second.
    [[nodiscard]] std::vector<AlertChange> look(WallTime now);

    /// True if nothing can become due before something is reported or set.
    [[nodiscard]] bool isQuiet() const;

    /// Somebody is looking after the alert, so it is not escalated. A second call replaces the note. nullopt:
    /// there is no such open alert.
    std::optional<AlertChange> acknowledge(const QString &id, const QString &note, WallTime now);

    /// Alerts that were raised and are not over.
    [[nodiscard]] std::vector<AlertCase> openCases() const;

private:
    /// A rule and its incident.
    struct Watch {
        AlertRule rule;
        Incident incident;
    };
    /// Something with a set of rules: a peer, a group or the observer.
    struct Subject {
        AlertSubject kind = AlertSubject::Peer;
        PeerId peer{};
        QString name;
        std::vector<Watch> watches;
        bool isHeld = false;
        WallTime countFrom = WallTime::min(); // when a maintenance window ended
    };
    struct PeerEntry {
        Subject subject;
        AlertPeer what;
        RecentPings pings;
        std::vector<PastDay> past;
        ObjectiveMeter objectives;
        bool isTouched = true;
        std::optional<WallTime> lookAgain;
    };
    struct Case;

    void setWatches(Subject &subject, const QList<AlertRule> &rules);
    void lookAtObserver(WallTime now);
    void lookAtPeer(PeerEntry &entry, bool allHeld, WallTime now);
    void lookAtGroup(Subject &group, bool allHeld, WallTime now);
    void step(Subject &subject, Watch &watch, const ConditionReading &reading, WallTime now);
    static void count(PeerEntry &entry, const PeerRecord &record, WallTime now);
    static void hold(Subject &subject, bool isHeld, WallTime now);
    [[nodiscard]] std::optional<PeerId> gatewayInTrouble(const PeerEntry &entry) const;
    void noteBehind(PeerId gateway, const PeerRecord &record);
    void open(const Subject &subject, const Watch &watch, WallTime now);
    void close(const Subject &subject, const AlertRule &rule, bool isDropped);
    [[nodiscard]] AlertLikeness likenessOf(const Subject &subject) const;
    [[nodiscard]] static AlertMember *memberIn(Case &one, const Subject &subject);
    /// Its open incident. Null: it has none.
    [[nodiscard]] Incident *incidentOf(const Case &one, const AlertMember &member);
    void describe(AlertMember &member, const ConditionReading *reading) const;
    [[nodiscard]] AlertChange changeOf(AlertChange::Kind kind, const Case &one, WallTime now);
    [[nodiscard]] static bool isToEscalate(const Case &one, WallTime now);
    [[nodiscard]] std::optional<AlertChange> tell(Case &one, WallTime now);

    QString m_run;
    RecordOf m_recordOf;
    AlertLimits m_limits;
    std::unordered_map<quint32, PeerEntry> m_peers;
    std::vector<PeerEntry *> m_order; // the order in which the peers came
    QHash<QString, PeerId> m_byName;
    std::list<Subject> m_groups;
    Subject m_observer;
    QList<MaintenanceWindow> m_maintenance;
    std::vector<ObserverLag> m_lags; // by time
    std::list<Case> m_cases;         // the open ones, and those of the last hour
    quint64 m_raised = 0;
};

} // namespace Pongwatch
