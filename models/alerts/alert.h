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

/// One of the subjects of an alert, with what was known about it when the alert was raised.
struct AlertMember {
    PeerId peer{};          ///< of a peer
    QString name;           ///< of the peer or the group; empty for the observer
    QString group;          ///< of a peer, if it is in a group
    QString url;            ///< of a peer, as displayUrl() gives it
    WallTime since{};       ///< when its trouble began
    bool inTrouble = true;  ///< false: it has recovered, or is dropped
    bool isDropped = false; ///< no longer watched, so its condition is not known
    Health health{};        ///< of a peer: as a list shows it
    size_t lost = 0;        ///< if it is flapping: connections lost in the window of FlapRule
    std::optional<Verdict>
        verdict; ///< of a peer: the newest end of a connection, if it belongs to this trouble
    std::optional<Evidence> evidence; ///< of a peer that is silent on an open connection
    std::optional<double> value;      ///< what its condition compared, …
    std::optional<double> usual{};    ///< … and with what, if that follows from the past
    std::optional<nanoseconds> lastRoundTrip;
    QStringList downPeers; ///< of a group: the first of them, by name
};

/// Trouble that is told as one: a rule, and everything that it applies to and that belongs together.
struct AlertCase {
    QString id; ///< unique among all alerts of all runs
    AlertRule rule;
    AlertSubject subject = AlertSubject::Peer;
    std::vector<AlertMember>
        members;        ///< in the order in which they came, including those that have recovered
    QStringList behind; ///< peers without alerts of their own, because their gateway is one of the
                        ///< members; at most AlertLimits::mostBehind
    WallTime since{};   ///< when the first trouble in it began
    WallTime raisedAt{};
    bool isMixed = false; ///< too many alerts came within an hour, so this one has various causes
    std::optional<WallTime> acknowledgedAt; ///< since then, somebody is looking after it
    QString note;                           ///< by whoever acknowledged it
    bool isEscalated = false;
    std::optional<WallTime> resolvedAt;

    [[nodiscard]] size_t inTrouble() const;
};

/// Something to tell.
struct AlertChange {
    enum class Kind : quint8 {
        Fired,
        Updated,      ///< many more have joined it
        Escalated,    ///< nobody has acknowledged it within the time that its rule gives
        Acknowledged, ///< by a person, who knows about it already
        Resolved,
    };
    Kind kind = Kind::Fired;
    WallTime time{};
    AlertCase about;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::AlertChange)
