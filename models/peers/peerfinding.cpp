// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerfinding.h"

#include "engine/diagnosis.h"
#include "engine/diagnosis/explainpath.h"
#include "history/peerrecord.h"
#include "text/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace Pongwatch
{

namespace
{

PeerFinding::Kind kindOf(const PeerRecord &record)
{
    using Kind = PeerFinding::Kind;
    if (record.outside())
        return record.outside()->inShort.isEmpty() ? Kind::Nothing : Kind::Outside;
    if (record.hold())
        return Kind::Held;
    if (record.standing() == Health::Flapping && record.newestEnd() != nullptr)
        return Kind::Flapping;
    const bool open = holdsConnection(record.state());
    if (open && record.health() == Health::TimedOut && record.lastTimeout())
        return Kind::Unanswered;
    if (open && record.health() == Health::Stale && record.lastStop())
        return Kind::Stale;
    const auto &last = record.lastSample();
    if (open && record.health() == Health::Slow && last && hasRoundTrip(last->outcome))
        return Kind::Slow;
    if (record.ends().empty())
        return Kind::Nothing;
    // If it is paused, the end is not the reason why it is not connected.
    return open || record.state() == ConnectionState::Paused ? Kind::WasDown : Kind::Down;
}

/// What a trace has shown that was made because answers are so slow; empty: nothing that explains it.
SharedPath pathOfSlowAnswers(const PeerRecord &record)
{
    if (record.traces().empty() || slowPlace(*record.lastSample()) != SlowPlace::Network)
        return {};
    constexpr std::chrono::minutes before{1};
    const SharedPath &newest = record.traces().back();
    const bool isAsked =
        newest->trace.reason == TraceReason::NetworkShare || newest->trace.reason == TraceReason::ByHand;
    const bool isOfThis = newest->trace.begun + before > record.healthSince();
    return isAsked && isOfThis && isNews(findOnPath(*newest)) ? newest : SharedPath();
}

QString slowSentence(const PeerRecord &record, const std::optional<nanoseconds> &limit)
{
    const QString sentence = explainSlow(*record.lastSample(), limit);
    const SharedPath path = pathOfSlowAnswers(record);
    //: two sentences, one after the other
    return path ? QCoreApplication::translate("Pongwatch::PeerFinding", "%1 %2")
                      .arg(sentence, Wording::harmless(explainPath(*path), 600))
                : sentence;
}

} // namespace

PeerFinding::PeerFinding(const PeerRecord &record)
    : m_record(record)
    , m_kind(kindOf(record))
{
}

WallTime PeerFinding::time() const
{
    switch (m_kind) {
    case Kind::Nothing:
    case Kind::Held:
        break;
    case Kind::Outside:
        return m_record.outside()->since;
    case Kind::Unanswered:
        return m_record.timeouts().empty() ? WallTime{} : m_record.timeouts().back().time;
    case Kind::Stale:
        return m_record.lastStop()->time;
    case Kind::Slow:
        return m_record.lastSample()->sentAt;
    case Kind::Flapping:
    case Kind::Down:
    case Kind::WasDown:
        return m_record.newestEnd()->time;
    }
    return {};
}

Suspicion PeerFinding::suspicion() const
{
    switch (m_kind) {
    case Kind::Nothing:
        break;
    case Kind::Outside:
        return m_record.outside()->suspicion;
    case Kind::Held:
        return {Suspect::ThisSide, {}};
    case Kind::Unanswered:
        return suspicionOf(unanswered());
    case Kind::Stale:
        return suspicionOf(verdictOfStale(m_record.lastStop()->what));
    case Kind::Slow:
        if (const SharedPath path = pathOfSlowAnswers(m_record))
            if (const Suspects suspects = suspectsOf(findOnPath(*path), path->trace))
                return {suspects, {}};
        return suspicionOfSlow(*m_record.lastSample());
    case Kind::Flapping:
    case Kind::Down:
    case Kind::WasDown:
        return suspicionOf(m_record.newestEnd()->verdict);
    }
    return {};
}

QString PeerFinding::inShort() const
{
    switch (m_kind) {
    case Kind::Nothing:
        break;
    case Kind::Outside:
        return m_record.outside()->inShort;
    case Kind::Held:
        return Wording::holdInShort(*m_record.hold());
    case Kind::Unanswered:
        return Wording::endInShort(unanswered());
    case Kind::Stale:
        return Wording::staleInShort(m_record.lastStop()->what);
    case Kind::Slow:
        return slowTitle(*m_record.lastSample());
    case Kind::Flapping:
        return Wording::flappingInShort(m_record.flaps().lostInWindow(), m_record.newestEnd()->verdict);
    case Kind::Down:
    case Kind::WasDown:
        return Wording::endInShort(m_record.newestEnd()->verdict);
    }
    return {};
}

QString PeerFinding::sentence(const std::optional<nanoseconds> &slowAfter) const
{
    switch (m_kind) {
    case Kind::Nothing:
        break;
    case Kind::Outside:
        return m_record.outside()->sentence;
    case Kind::Held:
        return Wording::holdSentence(*m_record.hold());
    case Kind::Unanswered:
        return Wording::endSentence(unanswered());
    case Kind::Stale:
        return Wording::staleSentence(m_record.lastStop()->what);
    case Kind::Slow:
        return slowSentence(m_record, slowAfter ? slowAfter : m_record.slowLimit());
    case Kind::Flapping:
        return Wording::flappingSentence(m_record.flaps().lostInWindow(), m_record.newestEnd()->verdict);
    case Kind::Down:
    case Kind::WasDown:
        return Wording::endSentence(m_record.newestEnd()->verdict);
    }
    return {};
}

QList<Fact> PeerFinding::facts(const PeerFacts &words, const std::optional<nanoseconds> &slowAfter) const
{
    switch (m_kind) {
    case Kind::Nothing:
    case Kind::Outside:
    case Kind::Held:
        break;
    case Kind::Unanswered:
        return words.ofMissedPongs(unanswered());
    case Kind::Stale:
        return PeerFacts::ofStop(m_record.lastStop()->what);
    case Kind::Slow:
        return words.ofSlowAnswer(*m_record.lastSample(), slowAfter, m_record.slowLimit());
    case Kind::Flapping:
    case Kind::Down:
    case Kind::WasDown:
        return words.ofEnd(m_record.newestEnd()->verdict);
    }
    return {};
}

Verdict PeerFinding::unanswered() const
{
    const PingTimedOut &timeout = *m_record.lastTimeout();
    const auto &timeouts = m_record.timeouts();
    const WallTime since = m_record.healthSince();
    Verdict verdict;
    verdict.cause = Cause::KeepaliveTimeout;
    verdict.initiator = Initiator::Local;
    verdict.evidence = timeout.evidence;
    verdict.waited = timeout.waited;
    verdict.tcp = timeout.tcp;
    verdict.sinceLastReceived = timeout.sinceLastReceived;
    verdict.foreignPongs = timeout.foreignPongs;
    verdict.unsolicitedPongs = timeout.unsolicitedPongs;
    verdict.pingsUnanswered = static_cast<quint32>(
        std::count_if(timeouts.begin(), timeouts.end(),
                      [since](const PeerRecord::Timeout &one) { return one.time >= since; }));
    verdict.path = m_record.pathInTrouble(verdict);
    return verdict;
}

} // namespace Pongwatch
