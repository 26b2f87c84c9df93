// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertrule.h"
#include "engine/values/peerid.h"
#include "engine/values/suspects.h"
#include "engine/values/verdict.h"
#include "history/health.h"

#include <QMetaType>
#include <QStringList>

#include <vector>

namespace Pongwatch
{

/// What an alert is about.
enum class AlertSubject : quint8 {
    Peer,
    Group,
    Observer, ///< this program and its machine
};

/// One of those that an alert is about, with what was known of it when the alert was told.
struct AlertMember {
    PeerId peer{};                    ///< of a peer
    QString name;                     ///< of the peer or the group; empty for the observer
    QString group;                    ///< of a peer, if it is in one
    QString url;                      ///< of a peer, as displayUrl() gives it
    WallTime since{};                 ///< when its trouble began
    bool inTrouble = true;            ///< false: it has recovered, or is dropped
    bool isDropped = false;           ///< nobody watches for it any more: how it is doing is not known
    Health health{};                  ///< of a peer: as a list shows it
    size_t lost = 0;                  ///< of one that flaps: connections lost in the window of FlapRule
    std::optional<Verdict> verdict;   ///< of a peer: the newest end, if it belongs to this trouble
    std::optional<Evidence> evidence; ///< of a peer that is silent on an open connection
    std::optional<double> value;      ///< what its condition compared, …
    std::optional<double> usual{};    ///< … and with what, where that follows from the past
    std::optional<nanoseconds> lastRoundTrip;
    QStringList downPeers; ///< of a group: the first of them, by name
};

/// Trouble that is told as one: a rule, and all that it holds of which belongs together.
struct AlertCase {
    QString id; ///< unique among all alerts of all runs
    AlertRule rule;
    AlertSubject subject = AlertSubject::Peer;
    std::vector<AlertMember> members; ///< in the order in which they came; those that recovered stay
    QStringList behind; ///< peers that are not told of, since the gateway that they are behind is one of
                        ///< the members; at most AlertLimits::mostBehind
    WallTime since{};   ///< when the first of it began
    WallTime raisedAt{};
    bool isMixed = false; ///< more alerts came in an hour than anybody wants: various causes in one
    std::optional<WallTime> acknowledgedAt; ///< somebody looks after it
    QString note;                           ///< of who acknowledged it
    bool isEscalated = false;
    std::optional<WallTime> resolvedAt;

    [[nodiscard]] size_t inTrouble() const;
};

/// Something to tell.
struct AlertChange {
    enum class Kind : quint8 {
        Fired,
        Updated,      ///< many more have joined it
        Escalated,    ///< nobody has acknowledged it for as long as its rule says
        Acknowledged, ///< by a person: they know already
        Resolved,
    };
    Kind kind = Kind::Fired;
    WallTime time{};
    AlertCase about;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::AlertChange)
