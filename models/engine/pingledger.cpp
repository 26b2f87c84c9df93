// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pingledger.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Pongwatch
{

QByteArray PingLedger::unguessablePayload()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words);
}

PingLedger::Key PingLedger::keyOf(QByteArrayView payload)
{
    // FNV-1a. It only has to distinguish a handful of random payloads; 0 means "unused".
    Key key = 2166136261U;
    for (const char byte : payload) {
        key ^= static_cast<unsigned char>(byte);
        key *= 16777619U;
    }
    return key == 0 ? 1 : key;
}

bool PingLedger::isPending(QByteArrayView payload) const
{
    return std::any_of(m_pending.begin(), m_pending.end(),
                       [payload](const LedgerPing &ping) { return QByteArrayView(ping.payload) == payload; });
}

QByteArray PingLedger::heartbeatToAnswer() const
{
    const auto isHeartbeat = [](const LedgerPing &ping) {
        return ping.marks.testFlag(SampleMark::Heartbeat);
    };
    const auto waiting = std::find_if(m_pending.begin(), m_pending.end(), isHeartbeat);
    if (waiting != m_pending.end())
        return waiting->payload;
    const auto late = std::find_if(m_timedOut.rbegin(), m_timedOut.rend(), isHeartbeat);
    return late != m_timedOut.rend() ? late->payload : QByteArray();
}

void PingLedger::add(LedgerPing ping)
{
    m_pending.push_back(std::move(ping));
}

void PingLedger::supersedeBefore(quint32 seq, SteadyTime readAt, std::vector<SettledPing> &settled)
{
    std::erase_if(m_pending, [&](LedgerPing &ping) {
        if (ping.seq >= seq)
            return false;
        rememberSettled(ping.payload);
        const nanoseconds elapsed = readAt - ping.handedAt;
        settled.push_back({std::move(ping), PingOutcome::Superseded, elapsed});
        return true;
    });
}

PingLedger::PongResult PingLedger::pong(QByteArrayView payload, SteadyTime readAt,
                                        std::optional<nanoseconds> slowAfter, nanoseconds lag)
{
    const auto matches = [payload](const LedgerPing &ping) {
        return QByteArrayView(ping.payload) == payload;
    };

    PongResult result;
    if (const auto found = std::find_if(m_pending.begin(), m_pending.end(), matches);
        found != m_pending.end()) {
        LedgerPing ping = std::move(*found);
        m_pending.erase(found);
        result.kind = PongKind::Settling;
        supersedeBefore(ping.seq, readAt, result.settled);
        rememberSettled(ping.payload);
        const nanoseconds rtt = readAt - ping.handedAt;
        PingOutcome outcome = PingOutcome::Answered;
        if (ping.deadline && readAt - lag > *ping.deadline)
            outcome = PingOutcome::Late;
        else if (slowAfter && rtt - lag > *slowAfter)
            outcome = PingOutcome::Slow;
        result.settled.push_back({std::move(ping), outcome, rtt});
        releaseUnused();
        return result;
    }
    if (const auto found = std::find_if(m_timedOut.begin(), m_timedOut.end(), matches);
        found != m_timedOut.end()) {
        LedgerPing ping = std::move(*found);
        m_timedOut.erase(found);
        result.kind = PongKind::Settling;
        supersedeBefore(ping.seq, readAt, result.settled);
        rememberSettled(ping.payload);
        const nanoseconds rtt = readAt - ping.handedAt;
        result.settled.push_back({std::move(ping), PingOutcome::Late, rtt});
        releaseUnused();
        return result;
    }
    if (takeLost(payload)) {
        result.kind = PongKind::Excused;
        return result;
    }
    if (wasSettled(payload))
        result.kind = PongKind::Duplicate;
    else if (takeWrongAnswer())
        result.kind = PongKind::Foreign;
    else if (takeOldestLost())
        result.kind = PongKind::Excused;
    return result;
}

bool PingLedger::takeWrongAnswer()
{
    // Heartbeats are answered by messages, so a pong can't be for one of them.
    const auto wantsOne = [](const LedgerPing &ping) {
        return !ping.answeredWrongly && !ping.marks.testFlag(SampleMark::Heartbeat);
    };
    const auto waiting = std::find_if(m_pending.begin(), m_pending.end(), wantsOne);
    if (waiting != m_pending.end()) {
        waiting->answeredWrongly = true;
        return true;
    }
    // If some were forgotten, it may be the pong of one of those.
    const auto missed = m_timedOut.rbegin();
    if (missed == m_timedOut.rend() || m_timedOut.size() >= maximumRemembered || !wantsOne(*missed))
        return false;
    missed->answeredWrongly = true;
    return true;
}

std::vector<SettledPing> PingLedger::expire(SteadyTime now)
{
    std::vector<SettledPing> expired;
    std::erase_if(m_pending, [&](LedgerPing &ping) {
        if (!ping.deadline || *ping.deadline > now)
            return false;
        expired.push_back({ping, PingOutcome::TimedOut, now - ping.due});
        if (m_timedOut.size() >= maximumRemembered)
            m_timedOut.erase(m_timedOut.begin());
        m_timedOut.push_back(std::move(ping));
        return true;
    });
    return expired;
}

std::vector<SettledPing> PingLedger::loseAll(SteadyTime now)
{
    std::vector<SettledPing> lost;
    lost.reserve(m_pending.size());
    for (LedgerPing &ping : m_pending) {
        // Heartbeats are answered by messages, not by pongs.
        if (!ping.marks.testFlag(SampleMark::Heartbeat)) {
            if (m_lost.size() >= maximumRemembered)
                m_lost.erase(m_lost.begin());
            m_lost.push_back(keyOf(ping.payload));
        }
        const nanoseconds elapsed = now - ping.due;
        lost.push_back({std::move(ping), PingOutcome::Lost, elapsed});
    }
    m_pending.clear();
    releaseUnused();
    return lost;
}

void PingLedger::clear()
{
    m_pending.clear();
    m_timedOut.clear();
    m_lost.clear();
    m_settled.fill(0);
    releaseUnused();
}

void PingLedger::releaseUnused()
{
    if (m_pending.empty())
        m_pending.shrink_to_fit();
    if (m_timedOut.empty())
        m_timedOut.shrink_to_fit();
    if (m_lost.empty())
        m_lost.shrink_to_fit();
}

bool PingLedger::takeOldestLost()
{
    if (m_lost.empty())
        return false;
    m_lost.erase(m_lost.begin());
    releaseUnused();
    return true;
}

bool PingLedger::takeLost(QByteArrayView payload)
{
    const auto found = std::find(m_lost.begin(), m_lost.end(), keyOf(payload));
    if (found == m_lost.end())
        return false;
    // RFC 6455 5.5.3: earlier ones need not be answered any more.
    m_lost.erase(m_lost.begin(), std::next(found));
    rememberSettled(payload);
    releaseUnused();
    return true;
}

std::optional<SteadyTime> PingLedger::nextDeadline() const
{
    std::optional<SteadyTime> next;
    for (const LedgerPing &ping : m_pending)
        if (ping.deadline && (!next || *ping.deadline < *next))
            next = ping.deadline;
    return next;
}

void PingLedger::rememberSettled(QByteArrayView payload)
{
    m_settled[m_nextSettled] = keyOf(payload);
    m_nextSettled = static_cast<quint8>((m_nextSettled + 1U) % m_settled.size());
}

bool PingLedger::wasSettled(QByteArrayView payload) const
{
    return std::find(m_settled.begin(), m_settled.end(), keyOf(payload)) != m_settled.end();
}

} // namespace Pongwatch
