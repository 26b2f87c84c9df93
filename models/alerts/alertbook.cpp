// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertbook.h"

#include "engine/diagnosis.h"
#include "engine/values/settings.h"
#include "history/watchedstates.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

using Answer = ConditionReading::Answer;

constexpr std::chrono::hours remembered{1};
constexpr size_t mostLags = 10'000;
constexpr qsizetype mostDownNames = 10;
/// A connection ends a moment before its peer is down.
constexpr seconds sameMoment{1};

bool isAbout(const AlertCondition &condition, AlertSubject subject)
{
    if (std::holds_alternative<GroupDown>(condition))
        return subject == AlertSubject::Group;
    if (std::holds_alternative<ObserverLags>(condition))
        return subject == AlertSubject::Observer;
    return subject == AlertSubject::Peer;
}

WallTime beginOf(const Objective &objective, WallTime now)
{
    return now - std::chrono::ceil<microseconds>(objective.period);
}

QString addressOf(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("wss") ? 443 : 80;
    return QStringLiteral("%1:%2").arg(url.host(), QString::number(url.port(usual)));
}

} // namespace

/// An alert, and what only the book knows about it.
struct AlertBook::Case {
    AlertCase what;
    AlertLikeness likeness;
    WallTime newestMember{};
    WallTime firedAt{};
    std::optional<WallTime> toldAt;
    size_t toldMembers = 0;
};

size_t AlertCase::inTrouble() const
{
    return static_cast<size_t>(std::count_if(members.begin(), members.end(),
                                             [](const AlertMember &member) { return member.inTrouble; }));
}

AlertBook::AlertBook(QString run, RecordOf recordOf, AlertLimits limits)
    : m_run(std::move(run))
    , m_recordOf(std::move(recordOf))
    , m_limits(limits)
{
    m_observer.kind = AlertSubject::Observer;
}

AlertBook::~AlertBook() = default;

void AlertBook::setWatches(Subject &subject, const QList<AlertRule> &rules)
{
    std::vector<Watch> watches;
    for (const AlertRule &rule : rules) {
        if (!rule.enabled || !isAbout(rule.condition, subject.kind))
            continue;
        const auto known = std::find_if(subject.watches.begin(), subject.watches.end(),
                                        [&rule](const Watch &watch) { return watch.rule == rule; });
        if (known == subject.watches.end()) {
            watches.push_back({rule, {}});
        } else {
            watches.push_back(std::move(*known));
            subject.watches.erase(known);
        }
    }
    for (const Watch &gone : subject.watches)
        if (gone.incident.isOpen)
            close(subject, gone.rule, true);
    subject.watches = std::move(watches);
}

void AlertBook::setPeer(PeerId peer, const AlertPeer &what)
{
    const quint32 number = toNumber(peer);
    auto found = m_peers.find(number);
    if (found == m_peers.end()) {
        found = m_peers.emplace(number, PeerEntry()).first;
        found->second.subject.peer = peer;
        m_order.push_back(&found->second);
    }
    PeerEntry &entry = found->second;
    if (const PeerRecord *record = m_recordOf(peer)) {
        entry.subject.name = record->name();
        m_byName.insert(record->name(), peer);
    }
    entry.what = what;
    entry.objectives.setObjectives(what.objectives);
    entry.isTouched = true;
    setWatches(entry.subject, what.rules);
}

void AlertBook::setPast(PeerId peer, std::vector<PastDay> days)
{
    if (const auto found = m_peers.find(toNumber(peer)); found != m_peers.end())
        found->second.past = std::move(days);
}

void AlertBook::addPast(PeerId peer, std::span<const StateSpan> states)
{
    if (const auto found = m_peers.find(toNumber(peer)); found != m_peers.end())
        found->second.objectives.add(states);
}

void AlertBook::addPast(PeerId peer, WallTime hour, quint64 pings, const ObjectiveMeter::InTime &inTime)
{
    if (const auto found = m_peers.find(toNumber(peer)); found != m_peers.end())
        found->second.objectives.addPast(hour, pings, inTime);
}

QList<std::pair<Objective, ObjectiveStanding>> AlertBook::standings(PeerId peer, WallTime now) const
{
    QList<std::pair<Objective, ObjectiveStanding>> all;
    const auto found = m_peers.find(toNumber(peer));
    if (found == m_peers.end())
        return all;
    const ObjectiveMeter &meter = found->second.objectives;
    for (const Objective &objective : meter.objectives())
        all.append({objective, standingOf(objective, meter.since(objective, beginOf(objective, now)))});
    return all;
}

QList<std::pair<Objective, ObjectiveStanding>> AlertBook::standings(const QString &group, WallTime now) const
{
    struct Sum {
        Objective objective;
        ObjectiveCounts counts;
        int peers = 0;
    };
    std::vector<Sum> sums;
    for (const PeerEntry *peer : m_order) {
        if (peer->what.group != group)
            continue;
        for (const Objective &objective : peer->objectives.objectives()) {
            auto sum = std::find_if(sums.begin(), sums.end(),
                                    [&objective](const Sum &one) { return one.objective == objective; });
            if (sum == sums.end())
                sum = sums.insert(sums.end(), Sum{objective, {}, 0});
            sum->counts.add(peer->objectives.since(objective, beginOf(objective, now)));
            ++sum->peers;
        }
    }
    QList<std::pair<Objective, ObjectiveStanding>> all;
    for (Sum &sum : sums) {
        // The mean of its peers, because the budget is that of one peer.
        sum.counts.watched /= sum.peers;
        sum.counts.open /= sum.peers;
        all.append({sum.objective, standingOf(sum.objective, sum.counts)});
    }
    return all;
}

/// The peer's states since the last time they were counted.
void AlertBook::count(PeerEntry &entry, const PeerRecord &record, WallTime now)
{
    constexpr seconds often{10};
    ObjectiveMeter &meter = entry.objectives;
    if (meter.objectives().isEmpty())
        return;
    const WallTime from = meter.countedTo().value_or(record.series().begin().value_or(now));
    if (now - from < often && meter.countedTo() && now >= from)
        return;
    meter.setCountedTo(now);
    if (from >= now || (record.hold() && !downSince(record)))
        return;
    std::vector<StateSpan> states =
        without(record.series().states(from, now), record.series().gaps(from, now));
    // The user closed it, so this is no trouble.
    if (!isWatched(record))
        std::erase_if(states, [](const StateSpan &span) { return span.state == ConnectionState::Closed; });
    meter.add(states);
}

void AlertBook::removePeer(PeerId peer)
{
    const auto found = m_peers.find(toNumber(peer));
    if (found == m_peers.end())
        return;
    Subject &subject = found->second.subject;
    setWatches(subject, {});
    if (m_byName.value(subject.name) == peer)
        m_byName.remove(subject.name);
    std::erase(m_order, &found->second);
    m_peers.erase(found);
}

void AlertBook::setGroupRules(const QString &group, const QList<AlertRule> &rules)
{
    auto found = std::find_if(m_groups.begin(), m_groups.end(),
                              [&group](const Subject &known) { return known.name == group; });
    if (found == m_groups.end()) {
        Subject subject;
        subject.kind = AlertSubject::Group;
        subject.name = group;
        found = m_groups.insert(m_groups.end(), subject);
    }
    setWatches(*found, rules);
    if (found->watches.empty())
        m_groups.erase(found);
}

void AlertBook::setObserverRules(const QList<AlertRule> &rules)
{
    setWatches(m_observer, rules);
}

void AlertBook::add(const PingSample &sample)
{
    const auto found = m_peers.find(toNumber(sample.peer));
    if (found == m_peers.end())
        return;
    found->second.pings.add(sample);
    found->second.objectives.add(sample);
    found->second.isTouched = true;
}

void AlertBook::touch(PeerId peer)
{
    if (const auto found = m_peers.find(toNumber(peer)); found != m_peers.end())
        found->second.isTouched = true;
}

void AlertBook::addLag(nanoseconds lag, WallTime now)
{
    const bool matters =
        std::any_of(m_observer.watches.begin(), m_observer.watches.end(),
                    [&](const auto &w) { return lag > std::get<ObserverLags>(w.rule.condition).above; });
    if (!matters)
        return;
    m_lags.push_back({now, lag});
    if (m_lags.size() > mostLags)
        m_lags.erase(m_lags.begin(), m_lags.begin() + static_cast<std::ptrdiff_t>(mostLags / 10));
}

void AlertBook::hold(Subject &subject, bool isHeld, WallTime now)
{
    if (subject.isHeld && !isHeld)
        subject.countFrom = now;
    subject.isHeld = isHeld;
}

void AlertBook::step(Subject &subject, Watch &watch, const ConditionReading &reading, WallTime now)
{
    switch (advance(watch.incident, reading, watch.rule.recoverAfter, !subject.isHeld, now)) {
    case IncidentStep::Opened:
        open(subject, watch, now);
        break;
    case IncidentStep::Closed:
        close(subject, watch.rule, reading.answer == Answer::Unwatched);
        break;
    case IncidentStep::None:
        break;
    }
}

void AlertBook::lookAtObserver(WallTime now)
{
    std::erase_if(m_lags, [now](const ObserverLag &one) {
        return one.time <= now - remembered || one.time > now + remembered;
    });
    hold(m_observer, silentUntil(m_maintenance, now).has_value(), now);
    for (Watch &watch : m_observer.watches)
        step(m_observer, watch, readCondition(std::get<ObserverLags>(watch.rule.condition), m_lags, now),
             now);
}

std::optional<PeerId> AlertBook::gatewayInTrouble(const PeerEntry &entry) const
{
    if (entry.what.gateway.isEmpty() || entry.what.gateway == entry.subject.name)
        return std::nullopt;
    const auto gateway = m_byName.constFind(entry.what.gateway);
    if (gateway == m_byName.constEnd())
        return std::nullopt;
    const PeerRecord *record = m_recordOf(*gateway);
    return record && isWatched(*record) && downSince(*record) ? std::optional(*gateway) : std::nullopt;
}

void AlertBook::noteBehind(PeerId gateway, const PeerRecord &record)
{
    if (!downSince(record))
        return;
    for (Case &one : m_cases) {
        const bool isOfGateway =
            !one.what.resolvedAt && one.what.subject == AlertSubject::Peer &&
            std::any_of(one.what.members.begin(), one.what.members.end(),
                        [gateway](const AlertMember &m) { return m.inTrouble && m.peer == gateway; });
        if (isOfGateway && one.what.behind.size() < AlertLimits::mostBehind &&
            !one.what.behind.contains(record.name()))
            one.what.behind.append(record.name());
    }
}

void AlertBook::lookAtPeer(PeerEntry &entry, bool allHeld, WallTime now)
{
    if (!entry.objectives.objectives().isEmpty())
        if (const PeerRecord *record = m_recordOf(entry.subject.peer))
            count(entry, *record, now);
    if (entry.subject.watches.empty())
        return;
    const bool wasHeld = entry.subject.isHeld;
    const bool isMuted = entry.what.mutedUntil && now < *entry.what.mutedUntil;
    const std::optional<PeerId> gateway = gatewayInTrouble(entry);
    hold(entry.subject, allHeld || isMuted || gateway || silentUntil(entry.what.maintenance, now), now);
    const bool isDue =
        entry.isTouched || wasHeld != entry.subject.isHeld || (entry.lookAgain && *entry.lookAgain <= now);
    const PeerRecord *record = isDue || gateway ? m_recordOf(entry.subject.peer) : nullptr;
    if (record && gateway && isWatched(*record))
        noteBehind(*gateway, *record);
    if (!isDue || !record)
        return;
    entry.isTouched = false;
    entry.lookAgain.reset();
    for (Watch &watch : entry.subject.watches) {
        const ConditionAsking asking{watch.incident.isOpen,
                                     watch.incident.isOpen ? WallTime::min() : entry.subject.countFrom,
                                     entry.past, &entry.objectives};
        step(entry.subject, watch, readCondition(watch.rule.condition, *record, entry.pings, asking, now),
             now);
        if (const auto next = lookAgainAt(watch.incident, watch.rule.recoverAfter))
            entry.lookAgain = std::min(entry.lookAgain.value_or(*next), *next);
    }
}

void AlertBook::lookAtGroup(Subject &group, bool allHeld, WallTime now)
{
    hold(group, allHeld, now);
    std::vector<DownSince> watched;
    for (const PeerEntry *peer : m_order) {
        const PeerEntry &entry = *peer;
        if (!group.name.isEmpty() && entry.what.group != group.name)
            continue;
        const PeerRecord *record = m_recordOf(entry.subject.peer);
        // Peers in maintenance say nothing about the group either.
        if (record && isWatched(*record) && !silentUntil(entry.what.maintenance, now))
            watched.push_back(downSince(*record));
    }
    for (Watch &watch : group.watches) {
        const ConditionAsking asking{watch.incident.isOpen,
                                     watch.incident.isOpen ? WallTime::min() : group.countFrom};
        step(group, watch, readCondition(std::get<GroupDown>(watch.rule.condition), watched, asking, now),
             now);
    }
}

AlertLikeness AlertBook::likenessOf(const Subject &subject) const
{
    AlertLikeness likeness;
    const PeerRecord *record = subject.kind == AlertSubject::Peer ? m_recordOf(subject.peer) : nullptr;
    if (!record)
        return likeness;
    likeness.addresses.append(addressOf(record->url()));
    if (record->lastOpened() && !likeness.addresses.contains(record->lastOpened()->what.address))
        likeness.addresses.append(record->lastOpened()->what.address);
    if (record->health() == Health::TimedOut)
        likeness.cause = Cause::KeepaliveTimeout;
    else if (record->health() == Health::Stale)
        likeness.cause = Cause::Stale;
    else if (const auto verdict = record->lastVerdict(); verdict && downSince(*record))
        likeness.cause = verdict->cause;
    return likeness;
}

void AlertBook::open(const Subject &subject, const Watch &watch, WallTime now)
{
    const AlertLikeness likeness = likenessOf(subject);
    std::vector<JoinCandidate> candidates;
    std::vector<Case *> cases;
    for (Case &one : m_cases) {
        candidates.push_back({&one.what.rule, one.what.subject, &one.likeness, !one.what.resolvedAt,
                              one.what.isMixed, one.what.raisedAt, one.newestMember});
        cases.push_back(&one);
    }
    const JoinDecision decision = joinOf(candidates, watch.rule, subject.kind, likeness, m_limits, now);
    Case *joined = decision.candidate ? cases[*decision.candidate] : nullptr;
    // A peer that had recovered returns to its alert.
    for (Case *one : cases) {
        if (AlertMember *known = one->what.resolvedAt || one->what.rule.name != watch.rule.name
                                     ? nullptr
                                     : memberIn(*one, subject)) {
            known->inTrouble = true;
            known->isDropped = false;
            known->since = watch.incident.since;
            one->newestMember = now;
            return;
        }
    }
    if (!joined) {
        Case fresh;
        fresh.what.id = QStringLiteral("%1-%2").arg(m_run, QString::number(++m_raised));
        fresh.what.rule = watch.rule;
        fresh.what.subject = subject.kind;
        fresh.what.since = watch.incident.since;
        fresh.what.raisedAt = now;
        fresh.what.isMixed = decision.isMixed;
        fresh.likeness = likeness;
        m_cases.push_back(std::move(fresh));
        joined = &m_cases.back();
    }
    AlertMember member;
    member.peer = subject.peer;
    member.name = subject.name;
    member.since = watch.incident.since;
    joined->what.members.push_back(std::move(member));
    joined->what.since = std::min(joined->what.since, watch.incident.since);
    joined->newestMember = now;
    for (const QString &address : likeness.addresses)
        if (!joined->what.isMixed && !joined->likeness.addresses.contains(address))
            joined->likeness.addresses.append(address);
}

AlertMember *AlertBook::memberIn(Case &one, const Subject &subject)
{
    if (one.what.subject != subject.kind)
        return nullptr;
    auto &members = one.what.members;
    const auto found = std::find_if(members.begin(), members.end(), [&subject](const AlertMember &member) {
        return member.peer == subject.peer &&
               (subject.kind == AlertSubject::Peer || member.name == subject.name);
    });
    return found == members.end() ? nullptr : &*found;
}

void AlertBook::close(const Subject &subject, const AlertRule &rule, bool isDropped)
{
    for (Case &one : m_cases) {
        if (one.what.resolvedAt || one.what.rule.name != rule.name)
            continue;
        if (AlertMember *member = memberIn(one, subject)) {
            member->inTrouble = false;
            member->isDropped = isDropped;
        }
    }
}

Incident *AlertBook::incidentOf(const Case &one, const AlertMember &member)
{
    Subject *subject = nullptr;
    if (one.what.subject == AlertSubject::Observer) {
        subject = &m_observer;
    } else if (one.what.subject == AlertSubject::Peer) {
        if (const auto found = m_peers.find(toNumber(member.peer)); found != m_peers.end())
            subject = &found->second.subject;
    } else {
        const auto found = std::find_if(m_groups.begin(), m_groups.end(),
                                        [&member](const Subject &s) { return s.name == member.name; });
        subject = found == m_groups.end() ? nullptr : &*found;
    }
    if (!subject)
        return nullptr;
    const auto watch = std::find_if(subject->watches.begin(), subject->watches.end(), [&one](const Watch &w) {
        return w.rule.name == one.what.rule.name && w.incident.isOpen;
    });
    return watch == subject->watches.end() ? nullptr : &watch->incident;
}

void AlertBook::describe(AlertMember &member, const ConditionReading *reading) const
{
    member.value = reading ? reading->value : std::nullopt;
    member.usual = reading ? reading->usual : std::nullopt;
    const PeerRecord *record = member.peer == PeerId{} ? nullptr : m_recordOf(member.peer);
    if (!record)
        return;
    member.name = record->name();
    if (const auto found = m_peers.find(toNumber(member.peer)); found != m_peers.end())
        member.group = found->second.what.group;
    member.url = displayUrl(record->url());
    member.health = record->standing();
    member.lost = record->flaps().lostInWindow();
    const auto &ends = record->ends();
    // An end belongs to this trouble if the two came together: a deadline is missed before the connection
    // ends.
    if (!ends.empty() && ends.back().time >= member.since - sameMoment &&
        ends.back().verdict.cause != Cause::LocalClose)
        member.verdict = ends.back().verdict;
    if (record->health() == Health::Stale && record->lastStop())
        member.verdict = verdictOfStale(record->lastStop()->what);
    if (record->health() == Health::TimedOut && record->lastTimeout())
        member.evidence = record->lastTimeout()->evidence;
    if (record->lastSample() && hasRoundTrip(record->lastSample()->outcome))
        member.lastRoundTrip = record->lastSample()->rtt;
}

AlertChange AlertBook::changeOf(AlertChange::Kind kind, const Case &one, WallTime now)
{
    AlertChange change{kind, now, one.what};
    for (AlertMember &member : change.about.members) {
        Incident *incident = member.inTrouble ? incidentOf(one, member) : nullptr;
        const ConditionReading *reading = incident ? &incident->reading : nullptr;
        if (incident)
            incident->isTold = true;
        // A peer that is well again, and only waits for its time to recover, is not in trouble now.
        if (reading && reading->answer == Answer::No)
            member.inTrouble = false;
        describe(member, reading);
        if (one.what.subject == AlertSubject::Group) {
            for (const PeerEntry *peer : m_order) {
                const PeerEntry &entry = *peer;
                const PeerRecord *record = m_recordOf(entry.subject.peer);
                const bool isIn = member.name.isEmpty() || entry.what.group == member.name;
                if (isIn && record && isWatched(*record) && downSince(*record) &&
                    member.downPeers.size() < mostDownNames)
                    member.downPeers.append(record->name());
            }
        }
    }
    return change;
}

std::vector<AlertChange> AlertBook::look(WallTime now)
{
    lookAtObserver(now);
    const bool isLate = std::any_of(m_observer.watches.begin(), m_observer.watches.end(),
                                    [](const Watch &w) { return w.incident.reading.answer == Answer::Yes; });
    const bool allHeld = isLate || m_observer.isHeld;
    for (PeerEntry *entry : m_order)
        lookAtPeer(*entry, allHeld, now);
    for (Subject &group : m_groups)
        lookAtGroup(group, allHeld, now);

    std::vector<AlertChange> changes;
    for (auto one = m_cases.begin(); one != m_cases.end();) {
        if (const auto change = tell(*one, now))
            changes.push_back(*change);
        const bool isForgotten =
            one->what.resolvedAt &&
            (!one->toldAt || now - one->what.raisedAt >= remembered || one->what.raisedAt > now + remembered);
        one = isForgotten ? m_cases.erase(one) : std::next(one);
    }
    return changes;
}

bool AlertBook::isToEscalate(const Case &one, WallTime now)
{
    const nanoseconds patience = one.what.rule.escalateAfter;
    return patience.count() > 0 && !one.what.acknowledgedAt && !one.what.isEscalated &&
           now - one.firedAt >= patience;
}

std::optional<AlertChange> AlertBook::tell(Case &one, WallTime now)
{
    if (one.what.resolvedAt)
        return std::nullopt;
    if (one.what.inTrouble() == 0) {
        one.what.resolvedAt = now;
        return one.toldAt ? std::optional(changeOf(AlertChange::Kind::Resolved, one, now)) : std::nullopt;
    }
    const auto holds = [this, &one](const AlertMember &member) {
        const Incident *incident = member.inTrouble ? incidentOf(one, member) : nullptr;
        return incident && incident->reading.answer == Answer::Yes;
    };
    auto &members = one.what.members;
    if (!one.toldAt) {
        if (now - one.what.raisedAt < m_limits.gather || std::none_of(members.begin(), members.end(), holds))
            return std::nullopt;
        std::erase_if(members, [](const AlertMember &member) { return !member.inTrouble; });
    } else if (isToEscalate(one, now) && std::any_of(members.begin(), members.end(), holds)) {
        one.what.isEscalated = true;
        return changeOf(AlertChange::Kind::Escalated, one, now);
    } else {
        const bool isGrown = members.size() >= m_limits.growth * one.toldMembers;
        const bool isNew = members.size() > one.toldMembers;
        const nanoseconds since = now - *one.toldAt;
        const auto untold = members.begin() + static_cast<std::ptrdiff_t>(one.toldMembers);
        if (!isNew || since < (isGrown ? m_limits.breath : m_limits.again) ||
            std::none_of(untold, members.end(), holds))
            return std::nullopt;
    }
    const auto kind = one.toldAt ? AlertChange::Kind::Updated : AlertChange::Kind::Fired;
    one.toldAt = now;
    if (kind == AlertChange::Kind::Fired)
        one.firedAt = now;
    one.toldMembers = members.size();
    return changeOf(kind, one, now);
}

bool AlertBook::isQuiet() const
{
    const auto isOpen = [](const Case &one) { return !one.what.resolvedAt; };
    const auto isSettled = [](const PeerEntry *entry) {
        if (!entry->objectives.objectives().isEmpty())
            return false; // time is counted
        return entry->subject.watches.empty() ||
               (!entry->isTouched && !entry->lookAgain && !entry->subject.isHeld &&
                entry->what.maintenance.isEmpty() && entry->what.gateway.isEmpty());
    };
    // A group is always looked at as a whole.
    return m_groups.empty() && m_lags.empty() && m_maintenance.isEmpty() &&
           std::none_of(m_cases.begin(), m_cases.end(), isOpen) &&
           std::all_of(m_order.begin(), m_order.end(), isSettled);
}

std::optional<AlertChange> AlertBook::acknowledge(const QString &id, const QString &note, WallTime now)
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(), [&id](const Case &one) {
        return one.what.id == id && one.toldAt && !one.what.resolvedAt;
    });
    if (found == m_cases.end())
        return std::nullopt;
    found->what.acknowledgedAt = now;
    found->what.note = note;
    return changeOf(AlertChange::Kind::Acknowledged, *found, now);
}

std::vector<AlertCase> AlertBook::openCases() const
{
    std::vector<AlertCase> open;
    for (const Case &one : m_cases)
        if (one.toldAt && !one.what.resolvedAt)
            open.push_back(one.what);
    return open;
}

} // namespace Pongwatch
