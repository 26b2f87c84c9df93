// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/peerrecord.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr size_t endLimit = 50;    // and for missed deadlines
constexpr size_t traceLimit = 120; // five days of hourly ones

template <typename Thing>
void addNewest(std::vector<Thing> &things, Thing thing)
{
    if (things.size() >= endLimit)
        things.erase(things.begin());
    things.push_back(std::move(thing));
}

} // namespace

PeerRecord::PeerRecord(PeerId id, const QString &name, const QUrl &url)
    : m_id(id)
    , m_name(name)
    , m_url(url)
{
}

void PeerRecord::rename(const QString &name, const QUrl &url)
{
    m_name = name;
    m_url = url;
}

QString PeerRecord::host() const
{
    if (!m_lastOpened || m_lastOpened->what.address.isEmpty())
        return m_url.host();
    return m_lastOpened->what.address.section(u':', 0, -2);
}

Health PeerRecord::health() const
{
    if (m_outside)
        return m_outside->health;
    if (!m_hold)
        return tracker().health();
    switch (m_hold->kind) {
    case PeerHold::Kind::AwaitingSecret:
        return Health::Waiting;
    case PeerHold::Kind::AwaitingTrust:
        return Health::Paused;
    case PeerHold::Kind::SecretMissing:
    case PeerHold::Kind::PresetUnusable:
        break;
    }
    return Health::Failed;
}

Health PeerRecord::standing() const
{
    const Health now = health();
    if (m_outside)
        return now;
    const bool isKept = m_hold || now == Health::Failed || now == Health::Paused ||
                        (now == Health::Closed && !tracker().troubleSince());
    if (m_flaps.isFlapping() && !isKept)
        return Health::Flapping;
    return now == Health::Connecting && tracker().troubleSince() ? Health::Waiting : now;
}

bool PeerRecord::look(WallTime now)
{
    const Health before = standing();
    m_flaps.look(now);
    return standing() != before;
}

bool PeerRecord::recallLost(const std::vector<LostConnection> &lost, const End &newest, WallTime now)
{
    const Health before = standing();
    m_endBefore.assign(1, newest);
    m_flaps.recall(lost, now);
    return standing() != before;
}

const PeerRecord::End *PeerRecord::newestEnd() const
{
    if (!m_ends.empty())
        return &m_ends.back();
    return m_endBefore.empty() ? nullptr : &m_endBefore.front();
}

std::optional<WallTime> PeerRecord::troubleSince() const
{
    if (m_outside)
        return m_outside->inTrouble ? std::optional(m_outside->since) : std::nullopt;
    if (standing() == Health::Flapping)
        return std::min(*m_flaps.since(), tracker().troubleSince().value_or(WallTime::max()));
    if (!m_hold)
        return tracker().troubleSince();
    return m_hold->isFailure() ? std::optional(m_hold->since) : std::nullopt;
}

WallTime PeerRecord::healthSince() const
{
    if (m_outside)
        return m_outside->since;
    if (m_hold)
        return m_hold->since;
    if (standing() == Health::Flapping)
        return *m_flaps.since();
    const std::optional<WallTime> since =
        tracker().troubleSince() ? tracker().troubleSince() : tracker().since();
    return since.value_or(WallTime{});
}

void PeerRecord::apply(const PingSample &sample)
{
    if (sample.peer != m_id)
        return;
    m_series.add(sample);
    m_flaps.look(sample.settledAt());
    m_statistics.add(sample);
    m_splits.add(sample);
    if (!m_lastSample || sample.seq >= m_lastSample->seq)
        m_lastSample = sample;
}

void PeerRecord::apply(const ConnectionEvent &event)
{
    if (event.peer != m_id)
        return;
    m_series.add(event);
    m_flaps.add(event);
    m_statistics.add(event);
    if (const auto *change = std::get_if<StateChanged>(&event.what)) {
        m_stateSince = event.time;
        m_attempt = change->attempt;
        m_retryAt.reset();
        if (change->state != ConnectionState::Connecting) // a dial in between changes nothing
            m_triedEvery = change->triedEvery;
        if (change->state == ConnectionState::Waiting && change->retryIn)
            m_retryAt = event.time + std::chrono::duration_cast<microseconds>(*change->retryIn);
    } else if (const auto *opened = std::get_if<Opened>(&event.what)) {
        m_lastOpened = Opening{event.time, event.connection, *opened};
        m_lastFailedDial.reset();
    } else if (const auto *end = std::get_if<Closed>(&event.what)) {
        addNewest(m_ends, {event.time, event.connection, end->verdict});
        if (end->phases != DialPhases())
            m_lastFailedDial = FailedDial{event.time, end->verdict.phase, end->phases};
    } else if (const auto *timeout = std::get_if<PingTimedOut>(&event.what)) {
        m_lastTimeout = *timeout;
        addNewest(m_timeouts, {event.time, *timeout});
    } else if (const auto *stray = std::get_if<StrayPongs>(&event.what)) {
        m_strayPongs = *stray;
    } else if (const auto *seen = std::get_if<FeedSeen>(&event.what)) {
        m_feed.add(event.connection, *seen);
    } else if (const auto *feed = std::get_if<FeedStale>(&event.what); feed && !feed->goesOn) {
        m_lastStop = Stop{event.time, *feed};
    } else if (const auto *slow = std::get_if<SlowLimitLearned>(&event.what)) {
        m_slowLimit = slow->limit;
    } else if (const auto *traced = std::get_if<PathTraced>(&event.what)) {
        addTrace(traced->path);
    }
}

void PeerRecord::addTrace(const SharedPath &path)
{
    if (m_traces.size() >= traceLimit)
        m_traces.erase(m_traces.begin());
    m_traces.push_back(path);
    if (m_ends.empty())
        return;
    // A dial ends before its path is traced.
    End &end = m_ends.back();
    const bool isOver = holdsConnection(state()) && path->trace.begun > end.time;
    if (!isOver && isAbout(path->trace, end.verdict, end.time))
        end.verdict.path = path;
}

SharedPath PeerRecord::pathInTrouble(const Verdict &verdict) const
{
    if (m_traces.empty() || m_timeouts.empty())
        return {};
    const SharedPath &newest = m_traces.back();
    // A trace by hand shows the trouble if it began in it.
    const bool isOfThis = m_lastOpened && newest->trace.begun >= m_lastOpened->time;
    const WallTime missedAt = newest->trace.reason == TraceReason::ByHand
                                  ? std::min(healthSince(), m_timeouts.back().time)
                                  : m_timeouts.back().time;
    return isOfThis && isAbout(newest->trace, verdict, missedAt) ? newest : SharedPath();
}

std::optional<Verdict> PeerRecord::lastVerdict() const
{
    if (m_ends.empty())
        return std::nullopt;
    return m_ends.back().verdict;
}

} // namespace Pongwatch
