// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/silencesearch.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Ends within this are ends at one moment.
constexpr milliseconds sameMoment{400};
/// What a connection that sends waits for at least between two frames.
constexpr milliseconds shortestPause{200};
/// A connection that sends does so when it was silent for this part of its age.
constexpr int pauseShare = 5;
/// So many pauses of the peer, none longer than a share of the connection's age, make a habit.
constexpr std::size_t habitPauses = 4;
constexpr seconds shortestHabit{5};

/// By what two times of one limit differ at most: timers of servers have whole seconds, and their checks some
/// more.
nanoseconds toleranceOf(nanoseconds time)
{
    return std::max<nanoseconds>(milliseconds(1500), time / 20);
}

bool isAlike(nanoseconds a, nanoseconds b)
{
    return std::max(a, b) - std::min(a, b) <= toleranceOf(std::max(a, b));
}

} // namespace

QLatin1String toWord(SilenceTraffic traffic)
{
    switch (traffic) {
    case SilenceTraffic::None:
        return QLatin1String("none");
    case SilenceTraffic::Ping:
        return QLatin1String("ping");
    case SilenceTraffic::Pong:
        return QLatin1String("pong");
    case SilenceTraffic::Data:
        break;
    }
    return QLatin1String("data");
}

nanoseconds SilenceSearch::Line::age(SteadyTime now) const
{
    return openedAt ? (end ? endedAt : now) - *openedAt : nanoseconds(0);
}

nanoseconds SilenceSearch::Line::silence(SteadyTime now) const
{
    return openedAt ? (end ? endedAt : now) - lastByteAt : nanoseconds(0);
}

bool SilenceSearch::Line::cutSilent() const
{
    return traffic == SilenceTraffic::None && openedAt && end;
}

SilenceSearch::SilenceSearch(const SilencePlan &plan)
    : m_plan(plan)
{
}

SilenceTraffic SilenceSearch::trafficOf(int connection) const
{
    return m_lines[std::size_t(connection)].traffic;
}

void SilenceSearch::start(SteadyTime now)
{
    addLines(now);
}

void SilenceSearch::addLines(SteadyTime now)
{
    ++m_rounds;
    const auto add = [this](SilenceTraffic traffic, SteadyTime at) {
        Line line;
        line.traffic = traffic;
        line.dueAt = at;
        m_lines.push_back(line);
    };
    add(SilenceTraffic::None, now);
    for (const SilenceTraffic traffic : m_plan.traffic)
        add(traffic, now);
    add(SilenceTraffic::None, now + m_stagger);
}

void SilenceSearch::opened(int connection, SteadyTime now)
{
    Line &line = m_lines[std::size_t(connection)];
    if (line.end) // it was given up before
        return;
    line.openedAt = now;
    line.lastByteAt = now;
    line.lastReceivedAt = now;
}

void SilenceSearch::sent(int connection, SteadyTime now)
{
    Line &line = m_lines[std::size_t(connection)];
    line.longestSilence = std::max(line.longestSilence, now - line.lastByteAt);
    line.lastByteAt = now;
}

void SilenceSearch::received(int connection, bool data, SteadyTime now)
{
    Line &line = m_lines[std::size_t(connection)];
    line.longestSilence = std::max(line.longestSilence, now - line.lastByteAt);
    if (line.traffic == SilenceTraffic::None) {
        ++line.peerPauses;
        line.longestPause = std::max(line.longestPause, now - line.lastReceivedAt);
    }
    line.lastByteAt = now;
    line.lastReceivedAt = now;
    line.answered = line.answered || data;
}

void SilenceSearch::ended(int connection, const SilenceEnd &how, SteadyTime now)
{
    Line &line = m_lines[std::size_t(connection)];
    if (line.end)
        return;
    line.end = how;
    line.endedAt = now;
    if (m_rounds == 1 && endedTogether()) {
        // A server that looks only now and then for those to cut ends them together, too: next time it finds
        // them further apart.
        m_stagger = std::max(m_stagger, m_lines.front().age(now) / 5);
        m_lines.clear();
        addLines(now + seconds(2));
    } else if (m_rounds > 1 && endedTogether()) {
        m_disturbed = true;
    }
}

/// The silent ones went at one moment, with ages that differ; and so did the others.
bool SilenceSearch::endedTogether() const
{
    std::vector<const Line *> silent;
    for (const Line &line : m_lines)
        if (line.traffic == SilenceTraffic::None)
            silent.push_back(&line);
    return std::all_of(silent.begin(), silent.end(), [](const Line *line) { return line->cutSilent(); }) &&
           silent.back()->endedAt - silent.front()->endedAt < sameMoment &&
           silent.front()->endedAt - silent.back()->endedAt < sameMoment;
}

const SilenceSearch::Line *SilenceSearch::firstCut() const
{
    const Line *first = nullptr;
    for (const Line &line : m_lines)
        if (line.cutSilent() && (!first || line.endedAt < first->endedAt))
            first = &line;
    return first;
}

/// What is counted from the last byte; but one that was silent for longer before, and lived, was not cut for
/// that: then the peer's bytes don't count, and it is counted from the beginning.
nanoseconds SilenceSearch::cutAfter(const Line &line) const
{
    const nanoseconds silence = line.endedAt - line.lastByteAt;
    return line.longestSilence > silence + toleranceOf(silence) ? line.endedAt - *line.openedAt : silence;
}

/// The longest pause of a peer that sends something by itself all the time.
std::optional<nanoseconds> SilenceSearch::regularPeer(const Line &line, SteadyTime now) const
{
    const nanoseconds longest = std::max(line.longestPause, line.silence(now));
    if (line.peerPauses < habitPauses ||
        line.age(now) < std::max<nanoseconds>(shortestHabit, longest * 9 / 2))
        return std::nullopt;
    return longest;
}

/// When it is known of a connection whether it outlives the limit.
SteadyTime SilenceSearch::judgedAt(const Line &line) const
{
    const Line *cut = firstCut();
    if (!cut)
        return line.openedAt.value_or(line.dueAt) + m_plan.upTo;
    const nanoseconds limit = cutAfter(*cut);
    const nanoseconds grace = std::max<nanoseconds>(seconds(2), limit / 5);
    if (line.traffic == SilenceTraffic::None)
        return line.lastByteAt + limit + toleranceOf(limit);
    return line.openedAt.value_or(line.dueAt) + std::max(limit, cut->age(cut->endedAt)) + grace;
}

SteadyTime SilenceSearch::nextSend(const Line &line) const
{
    const nanoseconds pause =
        std::max<nanoseconds>(shortestPause, (line.lastByteAt - *line.openedAt) / (pauseShare - 1));
    return line.lastByteAt + pause;
}

std::vector<SilenceSearch::Action> SilenceSearch::due(SteadyTime now)
{
    std::vector<Action> actions;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        if (!line.asked && now >= line.dueAt) {
            line.asked = true;
            actions.push_back({What::Open, int(i)});
        } else if (line.isOpen() && line.traffic != SilenceTraffic::None && now >= nextSend(line)) {
            actions.push_back({What::Send, int(i)});
        }
    }
    return actions;
}

SteadyTime SilenceSearch::nextDue() const
{
    SteadyTime next = SteadyTime::max();
    for (const Line &line : m_lines) {
        if (!line.asked)
            next = std::min(next, line.dueAt);
        else if (line.isOpen())
            next = std::min(next, line.traffic == SilenceTraffic::None
                                      ? judgedAt(line)
                                      : std::min(nextSend(line), judgedAt(line)));
    }
    return next;
}

bool SilenceSearch::isOver(SteadyTime now) const
{
    const bool noneOpened = std::all_of(m_lines.begin(), m_lines.end(), [](const Line &line) {
        return line.traffic != SilenceTraffic::None || (line.end && !line.openedAt);
    });
    if (m_disturbed || noneOpened)
        return true;
    const bool speaks =
        !firstCut() && std::any_of(m_lines.begin(), m_lines.end(), [this, now](const Line &line) {
            return line.isOpen() && regularPeer(line, now);
        });
    return speaks || std::all_of(m_lines.begin(), m_lines.end(), [this, now](const Line &line) {
               return line.end || (line.asked && line.openedAt && now >= judgedAt(line));
           });
}

nanoseconds SilenceSearch::left(SteadyTime now) const
{
    nanoseconds most{0};
    for (const Line &line : m_lines)
        if (!line.end)
            most = std::max(most, judgedAt(line) - now);
    return most;
}

nanoseconds SilenceSearch::heldSoFar(SteadyTime now) const
{
    nanoseconds held{0};
    for (const Line &line : m_lines)
        if (line.traffic == SilenceTraffic::None)
            held = std::max(held, line.end ? line.longestSilence
                                           : std::max(line.longestSilence, line.silence(now)));
    return held;
}

SilenceOutcome SilenceSearch::outcome(SteadyTime now) const
{
    SilenceOutcome result;
    result.disturbed = m_disturbed;
    result.held = heldSoFar(now);
    for (const Line &line : m_lines) {
        if (const auto every = regularPeer(line, now); every && line.isOpen()) {
            result.peerSpeaks = true;
            result.peerEvery = std::max(result.peerEvery, *every);
        }
    }
    const Line *cut = m_disturbed ? nullptr : firstCut();
    if (cut) {
        result.limit = cutAfter(*cut);
        result.end = *cut->end;
        for (const Line &line : m_lines) {
            if (line.cutSilent() && isAlike(cutAfter(line), *result.limit)) {
                ++result.agreeing;
                result.spread = std::max(result.spread, std::max(cutAfter(line), *result.limit) -
                                                            std::min(cutAfter(line), *result.limit));
            }
        }
    }
    for (const Line &line : m_lines) {
        if (line.traffic == SilenceTraffic::None)
            continue;
        SilenceOutcome::Trial trial{line.traffic, SilenceOutcome::Effect::Unknown, line.answered, {}, {}};
        if (cut && line.openedAt) {
            if ((line.end ? line.endedAt : now) >= judgedAt(line)) {
                trial.effect = SilenceOutcome::Effect::Resets;
            } else if (line.end && isAlike(line.age(now), cut->age(now)) &&
                       line.end->cause == cut->end->cause) {
                // Only of one that did send in time: one that was late tells nothing.
                if (std::max(line.longestSilence, line.silence(now)) < cut->age(now) * 3 / 4)
                    trial.effect = SilenceOutcome::Effect::DoesNot;
            } else if (line.end) {
                trial.ended = line.end;
                trial.endedAt = line.age(now);
            }
        } else if (line.openedAt && line.end) {
            trial.ended = line.end;
            trial.endedAt = line.age(now);
        }
        result.trials.push_back(trial);
    }
    if (cut && !result.trials.empty()) {
        const auto count = [&result](SilenceOutcome::Effect effect) {
            return std::count_if(
                result.trials.begin(), result.trials.end(),
                [effect](const SilenceOutcome::Trial &trial) { return trial.effect == effect; });
        };
        const bool pingsDoNot =
            std::any_of(result.trials.begin(), result.trials.end(), [](const SilenceOutcome::Trial &trial) {
                return trial.traffic == SilenceTraffic::Ping &&
                       trial.effect == SilenceOutcome::Effect::DoesNot;
            });
        result.isAge = count(SilenceOutcome::Effect::Resets) == 0 && pingsDoNot;
    }
    return result;
}

} // namespace Pongwatch
