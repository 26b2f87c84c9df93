// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

namespace Pongwatch::TestSupport
{

/// An alert about one peer that refuses connections, told by these ways.
inline AlertChange madeAlert(const QStringList &ways, AlertChange::Kind kind = AlertChange::Kind::Fired,
                             const QString &id = QStringLiteral("run-1"))
{
    AlertChange change;
    change.kind = kind;
    change.time = currentWallTime();
    change.about.id = id;
    change.about.rule.name = QStringLiteral("down");
    change.about.rule.ways = ways;
    change.about.since = change.time - seconds(30);
    AlertMember member;
    member.peer = PeerId{1};
    member.name = QStringLiteral("edge-1 <!channel> *b*");
    member.group = QStringLiteral("prod");
    member.url = QStringLiteral("wss://edge-1.example/");
    member.since = change.about.since;
    member.health = Health::Waiting;
    member.inTrouble = kind != AlertChange::Kind::Resolved;
    Verdict verdict;
    verdict.cause = Cause::Refused;
    verdict.initiator = Initiator::Peer;
    verdict.phase = DialPhase::Tcp;
    member.verdict = verdict;
    change.about.members.push_back(member);
    return change;
}

} // namespace Pongwatch::TestSupport
