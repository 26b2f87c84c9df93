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

/// What is to be told of one peer.
struct AlertPeer {
    QList<AlertRule> rules; ///< those about a group or the observer are left out
    QList<MaintenanceWindow> maintenance;
    QString group;                      ///< empty: none
    QString gateway;                    ///< the name of the peer that this one is behind; empty: none
    std::optional<WallTime> mutedUntil; ///< WallTime::max(): until further notice
    QList<Objective> objectives{};

    /// What the layers over it come to, of a peer in this group.
    [[nodiscard]] static AlertPeer of(const AlertSettings &settings, const QString &group)
    {
        return {settings.rules,     settings.maintenance, group, settings.gateway.value_or(QString()), {},
                settings.objectives};
    }
};

/// Turns what is known of all peers into alerts: keeps an incident for each rule of each peer, holds back
/// what is not to be told, and joins what belongs together. Knows no clock, no timer and no thread: the same
/// input at the same moments gives the same alerts.
///
/// Nothing is told while its condition does not hold; what has opened is told once, however often its
/// condition comes and goes before it closes; and whatever was told is told to be over, too.
class AlertBook
{
public:
    /// Null: there is no such peer (any more).
    using RecordOf = std::function<const PeerRecord *(PeerId)>;

    /// `run` makes the ids of this book's alerts unlike those of any other run.
    AlertBook(QString run, RecordOf recordOf, AlertLimits limits = {});
    ~AlertBook();

    /// A new peer, or other rules for a known one: incidents of rules that it still has go on.
    void setPeer(PeerId peer, const AlertPeer &what);
    void removePeer(PeerId peer);

    /// Rules over the peers of a group. An empty name: over all peers.
    void setGroupRules(const QString &group, const QList<AlertRule> &rules);
    /// Rules about this program. While one of them holds, peers and groups are not told of.
    void setObserverRules(const QList<AlertRule> &rules);
    /// Silences for everything.
    void setMaintenance(const QList<MaintenanceWindow> &windows) { m_maintenance = windows; }

    /// What is known of earlier days around this time of the day, for rules about a peer's own past.
    void setPast(PeerId peer, std::vector<PastDay> days);
    /// What earlier runs count for the peer's objectives; nothing where it has none.
    void addPast(PeerId peer, std::span<const StateSpan> states);
    void addPast(PeerId peer, WallTime hour, quint64 pings, const ObjectiveMeter::InTime &inTime);

    /// How the objectives of a peer stand, in their order. Empty: it has none.
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(PeerId peer, WallTime now) const;
    /// The same of all peers of a group together.
    [[nodiscard]] QList<std::pair<Objective, ObjectiveStanding>> standings(const QString &group,
                                                                           WallTime now) const;

    /// After it was applied to the peer's record.
    void add(const PingSample &sample);
    /// Something else about the peer was reported.
    void touch(PeerId peer);
    /// How late this program was.
    void addLag(nanoseconds lag, WallTime now);

    /// What has become due. To be asked once a second.
    [[nodiscard]] std::vector<AlertChange> look(WallTime now);

    /// True when nothing may become due before something is reported or set.
    [[nodiscard]] bool isQuiet() const;

    /// Somebody looks after it: it is not escalated. Again with another note: that note. nullopt: there is no
    /// such open alert.
    std::optional<AlertChange> acknowledge(const QString &id, const QString &note, WallTime now);

    /// Alerts that were told and are not over.
    [[nodiscard]] std::vector<AlertCase> openCases() const;

private:
    /// A rule with its incident.
    struct Watch {
        AlertRule rule;
        Incident incident;
    };
    /// What has a set of rules over it: a peer, a group or the observer.
    struct Subject {
        AlertSubject kind = AlertSubject::Peer;
        PeerId peer{};
        QString name;
        std::vector<Watch> watches;
        bool isHeld = false;
        WallTime countFrom = WallTime::min(); // a silence ended then
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
    /// Its open incident; null: it has none.
    [[nodiscard]] Incident *incidentOf(const Case &one, const AlertMember &member);
    void describe(AlertMember &member, const ConditionReading *reading) const;
    [[nodiscard]] AlertChange changeOf(AlertChange::Kind kind, const Case &one, WallTime now);
    [[nodiscard]] static bool isToEscalate(const Case &one, WallTime now);
    [[nodiscard]] std::optional<AlertChange> tell(Case &one, WallTime now);

    QString m_run;
    RecordOf m_recordOf;
    AlertLimits m_limits;
    std::unordered_map<quint32, PeerEntry> m_peers;
    std::vector<PeerEntry *> m_order; // in which the peers came
    QHash<QString, PeerId> m_byName;
    std::list<Subject> m_groups;
    Subject m_observer;
    QList<MaintenanceWindow> m_maintenance;
    std::vector<ObserverLag> m_lags; // by time
    std::list<Case> m_cases;         // open ones, and those of the last hour
    quint64 m_raised = 0;
};

} // namespace Pongwatch
