// SPDX-License-Identifier: GPL-3.0-or-later
#include "path/pathwatch.h"

#include "engine/diagnosis/networkshare.h"
#include "engine/diagnosis/pathfinding.h"

#include <QHostAddress>
#include <QNetworkInterface>

#include <algorithm>
#include <limits>

namespace Pongwatch
{

namespace
{

constexpr milliseconds lookEvery{5000};
/// So many slow answers in a row, most of whose time was the network's.
constexpr int slowAnswers = 3;
/// Traces that wait; more are not worth their while by the time that it is their turn.
constexpr int mostPending = 64;
/// Destinations that are remembered.
constexpr size_t mostDestinations = 10000;

bool isByHand(TraceReason reason)
{
    return reason == TraceReason::ByHand;
}

/// Nobody and no clock asked for it.
bool isOfTrouble(TraceReason reason)
{
    return reason != TraceReason::Schedule && !isByHand(reason);
}

/// The address that a dial waited for in vain; empty: not known.
QString silentAddress(const Verdict &verdict)
{
    for (const AddressAttempt &attempt : verdict.attempts)
        if (attempt.outcome == AddressOutcome::NoAnswer)
            return attempt.address;
    return {};
}

} // namespace

PathWatch::PathWatch(PathWatchOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_tracer(m_options.tracer)
{
    connect(&m_tracer, &PathTracer::traced, this,
            [this](quint64 number, const PathTrace &trace) { finish(number, trace); });
    connect(&m_tracer, &PathTracer::failed, this, &PathWatch::fail);
    connect(&m_clock, &QTimer::timeout, this, &PathWatch::traceScheduled);
    m_clock.start(std::min(lookEvery, std::max(milliseconds(10), m_options.firstAfter / 2)));
}

PathWatch::~PathWatch() = default;

QString PathWatch::keyOf(const TraceTarget &target)
{
    return QStringLiteral("%1|%2|%3|%4")
        .arg(target.address)
        .arg(target.port)
        .arg(static_cast<int>(target.protocol))
        .arg(target.isProxy);
}

void PathWatch::watch(PeerId peer, const ConnectionSettings &settings)
{
    m_peers[peer].settings = settings;
}

void PathWatch::forget(PeerId peer)
{
    m_peers.remove(peer);
    m_lastKeys.remove(peer);
}

void PathWatch::stop()
{
    m_stopped = true;
    m_clock.stop();
}

std::optional<Batch> PathWatch::take(const Batch &batch)
{
    std::optional<Batch> amended;
    for (size_t i = 0; i < batch.items.size(); ++i) {
        const auto *event = std::get_if<ConnectionEvent>(&batch.items[i]);
        if (event == nullptr) {
            takeSample(std::get<PingSample>(batch.items[i]));
            continue;
        }
        takeEvent(*event);
        const SharedPath path = pathOf(*event);
        if (!path)
            continue;
        if (!amended)
            amended = batch;
        std::get<Closed>(std::get<ConnectionEvent>(amended->items[i]).what).verdict.path = path;
    }
    return amended;
}

SharedPath PathWatch::pathOf(const ConnectionEvent &event) const
{
    const auto *closed = std::get_if<Closed>(&event.what);
    const auto peer = m_peers.constFind(event.peer);
    const auto destination = m_destinations.find(m_lastKeys.value(event.peer));
    if (closed == nullptr || peer == m_peers.constEnd() || destination == m_destinations.end())
        return {};
    const SharedPath &last = destination->second.last;
    // What was seen in an earlier trouble is over if a connection has opened since.
    const bool isOfThis = last && last->trace.begun >= peer->openedAt;
    return isOfThis && isAbout(last->trace, closed->verdict, event.time) ? last : SharedPath();
}

void PathWatch::takeEvent(const ConnectionEvent &event)
{
    const auto found = m_peers.find(event.peer);
    if (found == m_peers.end())
        return;
    Peer &peer = *found;
    if (event.connection != 0)
        peer.connection = event.connection;
    if (const auto *opened = std::get_if<Opened>(&event.what)) {
        peer.isOpen = true;
        peer.openedAt = event.time;
        peer.endpoint = opened->proxy ? QString() : opened->address;
        peer.dueAt = std::chrono::steady_clock::now() + m_options.firstAfter;
        peer.slowByNetwork = 0;
    } else if (const auto *timeout = std::get_if<PingTimedOut>(&event.what)) {
        if (timeout->evidence == Evidence::PathSilent)
            aim(event.peer, TraceReason::PathSilent);
    } else if (const auto *closed = std::get_if<Closed>(&event.what)) {
        peer.isOpen = false;
        if (closed->verdict.cause != Cause::KeepaliveTimeout && isNetworkSilent(closed->verdict)) {
            const QString silent = silentAddress(closed->verdict);
            if (!silent.isEmpty())
                peer.endpoint = silent;
            aim(event.peer, TraceReason::OpenTimeout);
        }
    }
}

void PathWatch::takeSample(const PingSample &sample)
{
    const auto found = m_peers.find(sample.peer);
    if (found == m_peers.end())
        return;
    if (sample.outcome != PingOutcome::Slow) {
        found->slowByNetwork = 0;
        return;
    }
    const bool mostlyNetwork = sample.tcpRtt && *sample.tcpRtt * 2 > sample.rtt;
    found->slowByNetwork = mostlyNetwork ? found->slowByNetwork + 1 : 0;
    if (found->slowByNetwork == slowAnswers)
        aim(sample.peer, TraceReason::NetworkShare);
}

void PathWatch::traceScheduled()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    for (auto peer = m_peers.begin(); peer != m_peers.end(); ++peer) {
        const std::optional<nanoseconds> every = peer->settings.trace.every;
        if (!peer->isOpen || !every || peer->dueAt > now)
            continue;
        peer->dueAt = now + *every;
        aim(peer.key(), TraceReason::Schedule);
    }
}

void PathWatch::traceNow(PeerId peer)
{
    aim(peer, TraceReason::ByHand);
}

void PathWatch::aim(PeerId peer, TraceReason reason)
{
    const auto found = m_peers.constFind(peer);
    if (m_stopped || found == m_peers.constEnd())
        return;
    const TraceSettings &wanted = found->settings.trace;
    if (!isByHand(reason)) {
        const bool isWanted =
            m_isAutomatic && (reason == TraceReason::Schedule ? wanted.every.has_value() : wanted.onFailure);
        if (!isWanted || m_tracer.pending() >= mostPending ||
            wayTo(found->endpoint, false) == NetworkShare::Way::ThisMachine)
            return;
    }
    const TraceProtocol protocol = wanted.protocol;
    if (const auto parts = splitEndpoint(found->endpoint)) {
        const QString host = found->settings.url.host();
        begin(peer, {host.isEmpty() ? parts->first : host, parts->first, parts->second, protocol, false},
              reason);
        return;
    }
    auto *aim = new TraceAim(this);
    connect(aim, &TraceAim::found, this, [this, aim, peer, reason](const TraceTarget &target) {
        aim->deleteLater();
        if (isByHand(reason) || !QHostAddress(target.address).isLoopback())
            begin(peer, target, reason);
    });
    connect(aim, &TraceAim::failed, this, [this, aim, reason](const Error &error) {
        aim->deleteLater();
        if (isByHand(reason))
            Q_EMIT problem(error.sentence());
    });
    aim->start(found->settings, protocol);
}

void PathWatch::begin(PeerId peer, const TraceTarget &target, TraceReason reason)
{
    if (m_stopped || !m_peers.contains(peer))
        return;
    const QString key = keyOf(target);
    if (m_destinations.size() >= mostDestinations && !m_destinations.contains(key))
        m_destinations.clear(); // whoever watches so many knows little of each path
    Destination &destination = m_destinations[key];
    m_lastKeys.insert(peer, key);
    const SteadyTime now = std::chrono::steady_clock::now();
    const bool isRunning = !destination.waiting.empty();
    const bool isNewFailure = !destination.tracedInTrouble && reason != TraceReason::Schedule;
    if (!isRunning && !isByHand(reason) && !isNewFailure && destination.tracedAt &&
        now - *destination.tracedAt < m_options.leastBetween)
        return;
    // Asked last, as the answer takes the system a while.
    if (!isByHand(reason) && !target.isProxy &&
        QNetworkInterface::allAddresses().contains(QHostAddress(target.address)))
        return;
    const auto waits = std::find_if(destination.waiting.begin(), destination.waiting.end(),
                                    [peer](const Waiting &one) { return one.peer == peer; });
    if (waits == destination.waiting.end()) {
        destination.waiting.push_back({peer, reason, isByHand(reason)});
    } else {
        waits->isAsked |= isByHand(reason);
        if (waits->reason == TraceReason::Schedule)
            waits->reason = reason;
    }
    if (isRunning)
        return;
    TraceWish wish{target, reason,
                   destination.lastGood ? static_cast<int>(destination.lastGood->hops.size()) : 0, 0};
    if (reason == TraceReason::Schedule)
        wish.rounds = m_options.scheduledRounds;
    m_running.insert(m_tracer.trace(wish), key);
}

void PathWatch::finish(quint64 number, PathTrace trace)
{
    Destination &destination = m_destinations[m_running.take(number)];
    destination.tracedAt = std::chrono::steady_clock::now();
    const auto waiting = std::exchange(destination.waiting, {});
    // Who had a trouble while a trace by the clock was under way is told about the trouble.
    const auto troubled = std::find_if(waiting.cbegin(), waiting.cend(), [](const Waiting &one) {
        return one.reason != TraceReason::Schedule;
    });
    const bool isByClock = troubled == waiting.cend();
    destination.tracedInTrouble = std::any_of(waiting.cbegin(), waiting.cend(),
                                              [](const Waiting &one) { return isOfTrouble(one.reason); });
    if (troubled != waiting.cend())
        trace.reason = troubled->reason;
    destination.last = SharedPath(TracedPath{trace, destination.lastGood});
    const PathFinding finding = findOnPath(*destination.last);
    // What is slow because of a trouble is nothing to compare with; what the clock finds is how it is now.
    if (isGood(trace) && (finding.kind != PathFinding::Kind::Slower || isByClock))
        destination.lastGood = trace;
    const bool isRoutine = isByClock && !isNews(finding);
    Batch batch;
    for (const Waiting &one : waiting) {
        const auto peer = m_peers.constFind(one.peer);
        if (peer != m_peers.constEnd())
            batch.items.emplace_back(ConnectionEvent{one.peer, peer->connection, currentWallTime(),
                                                     PathTraced{destination.last, isRoutine}});
    }
    if (!batch.items.empty())
        Q_EMIT traced(batch);
}

void PathWatch::fail(quint64 number, const TraceProblem &problem)
{
    Destination &destination = m_destinations[m_running.take(number)];
    destination.tracedAt = std::chrono::steady_clock::now();
    const auto waiting = std::exchange(destination.waiting, {});
    destination.tracedInTrouble = std::any_of(waiting.cbegin(), waiting.cend(),
                                              [](const Waiting &one) { return isOfTrouble(one.reason); });
    const bool asked =
        std::any_of(waiting.cbegin(), waiting.cend(), [](const Waiting &one) { return one.isAsked; });
    // Who never has a failure need not install anything.
    const bool wanted = std::any_of(waiting.cbegin(), waiting.cend(),
                                    [](const Waiting &one) { return one.reason != TraceReason::Schedule; });
    if (problem.kind == TraceProblem::Kind::Cancelled || !(asked || (wanted && !m_problemTold)))
        return;
    m_problemTold = true;
    Q_EMIT this->problem(explainProblem(problem));
}

} // namespace Pongwatch
