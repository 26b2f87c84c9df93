// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertentries.h"

#include "alerts/alertsentence.h"

namespace Pongwatch
{

namespace
{

AlertEntry::Kind kindOf(AlertChange::Kind kind)
{
    switch (kind) {
    case AlertChange::Kind::Fired:
        return AlertEntry::Kind::Fired;
    case AlertChange::Kind::Updated:
        return AlertEntry::Kind::Updated;
    case AlertChange::Kind::Escalated:
        return AlertEntry::Kind::Escalated;
    case AlertChange::Kind::Acknowledged:
        return AlertEntry::Kind::Acknowledged;
    case AlertChange::Kind::Resolved:
        break;
    }
    return AlertEntry::Kind::Resolved;
}

} // namespace

QLatin1String toWord(AlertSubject subject)
{
    switch (subject) {
    case AlertSubject::Peer:
        return QLatin1String("peer");
    case AlertSubject::Group:
        return QLatin1String("group");
    case AlertSubject::Observer:
        break;
    }
    return QLatin1String("observer");
}

AlertEntry entryOf(const AlertChange &change, const Formatter &format)
{
    const AlertCase &alert = change.about;
    const AlertWords words = alertWords(change, format);
    AlertEntry entry;
    entry.alert = alert.id;
    entry.kind = kindOf(change.kind);
    entry.at = change.time;
    entry.since = alert.since;
    entry.rule = alert.rule.name;
    entry.subject = toWord(alert.subject);
    for (const AlertMember &member : alert.members)
        if (alert.subject == AlertSubject::Group)
            entry.group = member.name;
        else if (alert.subject == AlertSubject::Peer && entry.peers.size() < AlertEntry::mostNames)
            entry.peers.append(member.name);
    entry.title = words.title;
    entry.body = words.body;
    if (change.kind == AlertChange::Kind::Acknowledged)
        entry.note = alert.note;
    return entry;
}

} // namespace Pongwatch
