// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/conditionreading.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

using Answer = ConditionReading::Answer;

WallTime plus(WallTime time, nanoseconds duration)
{
    return time + std::chrono::ceil<microseconds>(duration);
}

/// What the condition of one peer is read from.
struct Peer {
    const PeerRecord &record;
    const RecentPings &pings;
    const ConditionAsking &asking;
    WallTime now;
};

/// Since when the peer has been in a state. nullopt: it is not in it.
std::optional<WallTime> sinceInState(AlertState state, const PeerRecord &record)
{
    switch (state) {
    case AlertState::Down:
        return downSince(record);
    case AlertState::TimedOut:
        return record.health() == Health::TimedOut ? downSince(record) : std::nullopt;
    case AlertState::Failed:
        if (record.health() != Health::Failed)
            return std::nullopt;
        return record.hold() ? record.hold()->since : record.stateSince();
    case AlertState::Slow:
        return record.health() == Health::Slow ? record.tracker().since() : std::nullopt;
    case AlertState::Stale:
        return record.health() == Health::Stale ? record.tracker().since() : std::nullopt;
    case AlertState::Flapping:
        break;
    }
    return record.standing() == Health::Flapping ? record.flaps().since() : std::nullopt;
}

int dialsFailedSince(const PeerRecord &record, WallTime since)
{
    const auto counts = [since](const PeerRecord::End &end) {
        return end.time >= since && end.verdict.phase != DialPhase::Open;
    };
    return static_cast<int>(std::count_if(record.ends().begin(), record.ends().end(), counts));
}

ConditionReading read(const StateLasts &condition, const Peer &peer)
{
    ConditionReading reading;
    for (const AlertState state : allAlertStates) {
        if (!condition.states.testFlag(state))
            continue;
        const std::optional<WallTime> began = sinceInState(state, peer.record);
        if (!began)
            continue;
        if (peer.asking.goesOn) {
            reading.since = reading.answer == Answer::Yes ? std::min(reading.since, *began) : *began;
            reading.answer = Answer::Yes;
            continue;
        }
        const bool waitsForDials = state == AlertState::Down && condition.failedDials > 0 &&
                                   peer.record.health() != Health::Failed &&
                                   dialsFailedSince(peer.record, *began) < condition.failedDials;
        if (waitsForDials)
            continue; // the next dial that fails is reported
        const WallTime due = plus(std::max(*began, peer.asking.from), condition.lasts);
        if (due > peer.now) {
            reading.lookAgain = std::min(reading.lookAgain.value_or(due), due);
        } else {
            reading.since = reading.answer == Answer::Yes ? std::min(reading.since, *began) : *began;
            reading.answer = Answer::Yes;
        }
    }
    return reading;
}

ConditionReading read(const PingsMissed &condition, const Peer &peer)
{
    const std::span<const RecentPing> all = peer.pings.pings();
    const auto of = static_cast<size_t>(std::clamp(condition.of, 1, PingsMissed::most));
    ConditionReading reading;
    int bad = 0;
    for (const RecentPing &ping : all.last(std::min(of, all.size()))) {
        if (ping.due < peer.asking.from || !(ping.missed || (condition.countsSlow && ping.slow)))
            continue;
        if (++bad == 1)
            reading.since = ping.due;
    }
    reading.value = bad;
    reading.answer = bad >= condition.missed ? Answer::Yes : Answer::No;
    return reading;
}

std::optional<double> inNanoseconds(const std::optional<nanoseconds> &figure)
{
    return figure ? std::optional(static_cast<double>(figure->count())) : std::nullopt;
}

quint64 countedIn(const StatisticsSummary &figures)
{
    return figures.answered + figures.slow + figures.late + figures.timedOut;
}

std::optional<double> figureIn(const PastDay &figures, AlertFigure figure)
{
    switch (figure) {
    case AlertFigure::Loss:
        return figures.loss;
    case AlertFigure::P50:
        return figures.p50;
    case AlertFigure::P95:
        return figures.p95;
    case AlertFigure::Jitter:
        break;
    }
    return figures.jitter;
}

/// A figure of what was measured since then. nullopt: too little was measured.
std::optional<double> measured(AlertFigure figure, WallTime begin, int fewest, const Peer &peer)
{
    const std::optional<SampleAggregate> samples = peer.record.statistics().since(begin);
    const auto least = static_cast<quint32>(std::max(1, fewest));
    if (!samples || samples->pings() < least)
        return std::nullopt;
    StatisticsSummary figures;
    samples->fill(figures);
    if (figure == AlertFigure::Loss && countedIn(figures) < least)
        return std::nullopt;
    return figureIn(PastDay::of(figures), figure);
}

/// What the readings of all figures over a window have in common.
ConditionReading overWindow(nanoseconds window, const Peer &peer)
{
    ConditionReading reading;
    reading.answer = Answer::AsBefore;
    const WallTime begin = std::max(peer.now - std::chrono::ceil<microseconds>(window), peer.asking.from);
    reading.since = std::max(begin, peer.record.series().begin().value_or(begin));
    reading.lookAgain = plus(peer.now, std::max<nanoseconds>(seconds(1), window / 60));
    return reading;
}

ConditionReading read(const FigureAbove &condition, const Peer &peer)
{
    ConditionReading reading = overWindow(condition.window, peer);
    reading.value = measured(condition.figure, reading.since, condition.fewest, peer);
    if (!reading.value)
        return reading;
    const double recovered = std::min(condition.recovered, condition.above);
    if (*reading.value > condition.above)
        reading.answer = Answer::Yes;
    else if (*reading.value <= recovered)
        reading.answer = Answer::No;
    return reading;
}

/// The median of the earlier days with enough measurements. nullopt: there are too few such days.
std::optional<double> usualOf(const FigureAbovePast &condition, std::span<const PastDay> days)
{
    std::vector<double> values;
    for (const PastDay &day : days)
        if (const auto value = figureIn(day, condition.figure);
            value && day.counted >= static_cast<quint64>(std::max(1, condition.fewest)))
            values.push_back(*value);
    if (values.size() < size_t(FigureAbovePast::fewestDays))
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

ConditionReading read(const FigureAbovePast &condition, const Peer &peer)
{
    ConditionReading reading = overWindow(condition.window, peer);
    reading.value = measured(condition.figure, reading.since, condition.fewest, peer);
    reading.usual = usualOf(condition, peer.asking.past);
    if (!reading.value || !reading.usual)
        return reading;
    const double limit = std::max(*reading.usual * condition.times, *reading.usual + condition.atLeast);
    if (*reading.value > limit)
        reading.answer = Answer::Yes;
    else if (*reading.value <= (*reading.usual + limit) / 2)
        reading.answer = Answer::No;
    return reading;
}

ConditionReading read(const BudgetBurns &condition, const Peer &peer)
{
    ConditionReading reading = overWindow(condition.shortWindow, peer);
    const ObjectiveMeter *meter = peer.asking.objectives;
    if (!meter || meter->objectives().isEmpty())
        return reading;
    const Objective *objective =
        condition.objective.isEmpty() ? &meter->objectives().first() : meter->find(condition.objective);
    if (!objective)
        return reading;
    const auto rateOver = [&](nanoseconds window) {
        const WallTime begin = peer.now - std::chrono::ceil<microseconds>(window);
        return burnRate(*objective, meter->since(*objective, begin), window);
    };
    const std::optional<double> over = rateOver(condition.window);
    const std::optional<double> lately = rateOver(condition.shortWindow);
    reading.value = over;
    if (!over || !lately)
        return reading;
    if (*lately < condition.rate)
        reading.answer = Answer::No; // not any more, however much was used
    else if (*over >= condition.rate)
        reading.answer = Answer::Yes;
    else
        reading.answer = peer.asking.goesOn ? Answer::AsBefore : Answer::No;
    return reading;
}

ConditionReading read(const EndsRepeat &condition, const Peer &peer)
{
    ConditionReading reading;
    const WallTime begin =
        std::max(peer.now - std::chrono::ceil<microseconds>(condition.within), peer.asking.from);
    std::vector<WallTime> ends;
    for (const PeerRecord::End &end : peer.record.ends()) {
        const Cause cause = end.verdict.cause;
        const bool counts =
            condition.causes.isEmpty() ? cause != Cause::LocalClose : condition.causes.contains(cause);
        if (counts && end.time > begin)
            ends.push_back(end.time);
    }
    const auto count = static_cast<size_t>(std::clamp(condition.count, 1, EndsRepeat::most));
    reading.value = static_cast<double>(ends.size());
    if (ends.size() < count)
        return reading;
    reading.answer = Answer::Yes;
    reading.since = ends.front();
    reading.lookAgain = plus(ends[ends.size() - count], condition.within);
    return reading;
}

ConditionReading read(const CertificateExpires &condition, const Peer &peer)
{
    ConditionReading reading;
    const auto &opened = peer.record.lastOpened();
    if (!opened || !opened->what.tls || !opened->what.tls->certificateExpires.isValid()) {
        reading.answer = Answer::AsBefore;
        return reading;
    }
    const WallTime expires(milliseconds(opened->what.tls->certificateExpires.toMSecsSinceEpoch()));
    const WallTime due = expires - std::chrono::floor<microseconds>(condition.within);
    reading.value = static_cast<double>(nanoseconds(expires - peer.now).count());
    if (due > peer.now) {
        reading.lookAgain = due;
        return reading;
    }
    reading.answer = Answer::Yes;
    reading.since = std::max(due, opened->time);
    return reading;
}

ConditionReading read(const GroupDown &, const Peer &)
{
    return {};
}

ConditionReading read(const ObserverLags &, const Peer &)
{
    return {};
}

} // namespace

PastDay PastDay::of(const StatisticsSummary &figures)
{
    return {countedIn(figures), figures.loss, inNanoseconds(figures.p50), inNanoseconds(figures.p95),
            inNanoseconds(figures.jitter)};
}

bool isWatched(const PeerRecord &record)
{
    const Health health = record.health();
    return health != Health::Paused &&
           !(health == Health::Closed && !downSince(record) && record.state() == ConnectionState::Closed);
}

DownSince downSince(const PeerRecord &record)
{
    if (!record.hold())
        return record.tracker().troubleSince();
    return record.hold()->kind == PeerHold::Kind::SecretMissing ? std::optional(record.hold()->since)
                                                                : std::nullopt;
}

ConditionReading readCondition(const AlertCondition &condition, const PeerRecord &record,
                               const RecentPings &pings, const ConditionAsking &asking, WallTime now)
{
    if (!isWatched(record)) {
        ConditionReading reading;
        reading.answer = Answer::Unwatched;
        return reading;
    }
    const Peer peer{record, pings, asking, now};
    return std::visit([&peer](const auto &one) { return read(one, peer); }, condition);
}

ConditionReading readCondition(const GroupDown &condition, std::span<const DownSince> watched,
                               const ConditionAsking &asking, WallTime now)
{
    ConditionReading reading;
    if (watched.empty()) {
        reading.answer = Answer::Unwatched;
        return reading;
    }
    std::vector<WallTime> down;
    for (const DownSince &since : watched) {
        if (!since)
            continue;
        const WallTime due = plus(std::max(*since, asking.from), condition.lasts);
        if (asking.goesOn || due <= now)
            down.push_back(*since);
        else
            reading.lookAgain = std::min(reading.lookAgain.value_or(due), due);
    }
    const double share = static_cast<double>(down.size()) / static_cast<double>(watched.size());
    reading.value = share;
    if (down.empty() || share + 1e-9 < condition.share)
        return reading;
    reading.answer = Answer::Yes;
    // It began when the share was reached.
    const double needed = std::ceil(condition.share * static_cast<double>(watched.size()) - 1e-9);
    const size_t last = std::clamp<size_t>(static_cast<size_t>(std::max(1.0, needed)), 1, down.size()) - 1;
    std::sort(down.begin(), down.end());
    reading.since = down[last];
    return reading;
}

ConditionReading readCondition(const ObserverLags &condition, std::span<const ObserverLag> lags, WallTime now)
{
    ConditionReading reading;
    for (const ObserverLag &one : lags) {
        const WallTime over = plus(one.time, condition.window);
        if (one.lag <= condition.above || over <= now)
            continue;
        if (reading.answer == Answer::No)
            reading.since = one.time;
        reading.answer = Answer::Yes;
        reading.value = std::max(reading.value.value_or(0), static_cast<double>(one.lag.count()));
        reading.lookAgain = over;
    }
    return reading;
}

} // namespace Pongwatch
