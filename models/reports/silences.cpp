// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/silences.h"

#include "reports/reporttext.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Open, but without pongs, or without its feed.
bool isSilent(const StateSpan &span)
{
    return span.state == ConnectionState::Open &&
           (span.health == Health::TimedOut || span.health == Health::Stale);
}

/// What the kernel knew at the newest missed deadline in that stretch, if there was one.
const MissedDeadline *deadlineOf(const ReportPeer &peer, WallTime from, WallTime to)
{
    const auto its =
        std::find_if(peer.deadlines.crbegin(), peer.deadlines.crend(), [&](const MissedDeadline &deadline) {
            return deadline.evidence != Evidence::Unknown && deadline.time + seconds(1) >= from &&
                   deadline.time <= to;
        });
    return its == peer.deadlines.crend() ? nullptr : &*its;
}

QString whatTheKernelKnew(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return ReportStrings::tr("Our bytes were not acknowledged meanwhile: the network path was silent.");
    case Evidence::PeerSilent:
        return ReportStrings::tr("Its TCP stack acknowledged our bytes meanwhile: the path was up, but its "
                                 "program did not answer.");
    case Evidence::Unknown:
        break;
    }
    return {};
}

/// Its feed had stopped, though it answered pings.
void describeStale(ReportIncident &incident, bool ongoing, const QString &lasted)
{
    incident.verdict.cause = Cause::Stale;
    incident.title = ReportStrings::tr("Stale for %1").arg(lasted);
    incident.explanation =
        ongoing
            ? ReportStrings::tr("Its feed has been stopped for %1; the connection is still open.").arg(lasted)
            : ReportStrings::tr(
                  "Its feed had stopped for %1; the connection stayed open, and the feed went on.")
                  .arg(lasted);
}

ReportIncident incidentOfSilence(const ReportPeer &peer, WallTime from, WallTime to, Health health,
                                 bool ongoing, const ReportText &text)
{
    ReportIncident incident;
    incident.time = from;
    incident.peer = peer.name;
    incident.kind = ReportIncident::Kind::Silence;
    incident.lasted = to - from;
    if (health == Health::Stale) {
        describeStale(incident, ongoing, text.duration(incident.lasted));
        return incident;
    }
    incident.verdict.cause = Cause::KeepaliveTimeout;
    const QString lasted = text.duration(incident.lasted);
    incident.title = ReportStrings::tr("Silent for %1").arg(lasted);
    incident.explanation =
        ongoing
            ? ReportStrings::tr("Pings have been overdue for %1; the connection is still open.").arg(lasted)
            : ReportStrings::tr(
                  "Pings were overdue for %1; the connection stayed open, and the peer answered "
                  "again.")
                  .arg(lasted);
    if (const MissedDeadline *deadline = deadlineOf(peer, from, to)) {
        incident.verdict.evidence = deadline->evidence;
        incident.verdict.tcp = deadline->tcp;
        //: two sentences, one after the other
        incident.explanation =
            ReportStrings::tr("%1 %2").arg(incident.explanation, whatTheKernelKnew(deadline->evidence));
    }
    return incident;
}

} // namespace

std::vector<ReportIncident> silencesOf(const ReportPeer &peer, WallTime to, const QTimeZone &timeZone,
                                       size_t most)
{
    const ReportText text(timeZone);
    std::vector<ReportIncident> silences;
    for (size_t i = 0; i < peer.states.size(); ++i) {
        if (!isSilent(peer.states[i]))
            continue;
        const WallTime from = peer.states[i].from;
        const Health health = peer.states[i].health;
        while (i + 1 < peer.states.size() && isSilent(peer.states[i + 1]) &&
               peer.states[i + 1].health == health && peer.states[i + 1].from <= peer.states[i].to)
            ++i;
        const StateSpan &last = peer.states[i];
        const bool isLast = i + 1 == peer.states.size();
        const bool answered = !isLast && peer.states[i + 1].state == ConnectionState::Open &&
                              peer.states[i + 1].from <= last.to + milliseconds(1);
        const bool ongoing = isLast && last.to >= to;
        if (answered || ongoing)
            silences.push_back(incidentOfSilence(peer, from, last.to, health, ongoing, text));
    }
    if (silences.size() > most)
        silences.erase(silences.begin(),
                       silences.begin() + static_cast<std::ptrdiff_t>(silences.size() - most));
    return silences;
}

} // namespace Pongwatch
