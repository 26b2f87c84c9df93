// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/simulatedpeer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Pongwatch
{

namespace
{

constexpr nanoseconds slowAfter = milliseconds(350);
constexpr microseconds pingTimeout = seconds(20);
constexpr seconds dialAfter{1}; // a connection has ended

microseconds inMicroseconds(nanoseconds duration)
{
    return std::chrono::floor<microseconds>(duration);
}

double hourOfDay(WallTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return std::chrono::duration<double, std::ratio<3600>>(time - day).count();
}

} // namespace

SimulatedPeer::SimulatedPeer(PeerId id, SimulatedNature nature, std::vector<SimulatedEnd> ends,
                             WallTime begin, quint64 seed)
    : m_id(id)
    , m_nature(std::move(nature))
    , m_ends(std::move(ends))
    , m_random(seed)
    , m_opensAt(begin + inMicroseconds(fromSeconds(0.2 + random())))
{
}

double SimulatedPeer::random()
{
    // By hand, because the standard's distributions differ between libraries.
    return static_cast<double>(m_random() >> 11) * 0x1.0p-53;
}

double SimulatedPeer::normal()
{
    const double u = std::max(random(), 1e-12);
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * random());
}

void SimulatedPeer::tell(WallTime time, decltype(ConnectionEvent::what) what, Batch &batch) const
{
    batch.items.emplace_back(ConnectionEvent{m_id, m_connection, time, std::move(what)});
}

nanoseconds SimulatedPeer::roundTrip(WallTime time)
{
    const double hour = hourOfDay(time);
    // Quietest at four in the morning, busiest at four in the afternoon.
    const double busy = 0.5 - 0.5 * std::cos((hour - 4) / 24 * 2 * std::numbers::pi);
    double ms =
        m_nature.medianMs * (1 + m_nature.dayRise * busy * busy) * std::exp(m_nature.spread * normal());
    if (random() < m_nature.spikes * (0.3 + 2 * busy))
        ms *= 5 + 8 * random();
    if (m_nature.nightBackup && hour >= 2 && hour < 3.5)
        ms = 320 + 420 * random() * random() + 60 * std::abs(normal());
    if (std::any_of(m_nature.slowSpells.cbegin(), m_nature.slowSpells.cend(),
                    [time](const SimulatedSpell &spell) { return spell.has(time); }))
        ms = 450 + 100 * random();
    return fromSeconds(ms / 1000);
}

void SimulatedPeer::open(Batch &batch)
{
    ++m_connection;
    m_isOpen = true;
    m_openSince = m_opensAt;
    const nanoseconds step = fromSeconds(m_nature.medianMs / 1000 * (0.9 + 0.2 * random()));
    tell(m_opensAt - inMicroseconds(step * 3), StateChanged{ConnectionState::Connecting, 1, {}}, batch);
    Opened opened;
    opened.phases = {milliseconds(2), step, {}, step * 2, step};
    opened.address = QStringLiteral("198.51.100.%1:443").arg(10 + static_cast<quint32>(m_id));
    opened.tls =
        TlsFacts{QStringLiteral("TLSv1.3"), QStringLiteral("TLS_AES_128_GCM_SHA256"), {}, {}, {}, true};
    tell(m_opensAt, opened, batch);
    tell(m_opensAt, StateChanged{ConnectionState::Open, 1, {}}, batch);
    m_pingAt = m_opensAt + inMicroseconds(m_nature.interval);
}

void SimulatedPeer::end(Batch &batch)
{
    SimulatedEnd &its = m_ends[m_nextEnd++];
    Verdict &verdict = its.verdict;
    verdict.age = its.at - m_openSince;
    if (verdict.cause == Cause::KeepaliveTimeout) {
        // Two unanswered pings, the first of which ends the connection.
        const WallTime due = its.at - pingTimeout;
        batch.items.emplace_back(
            PingSample{m_id, m_connection, ++m_seq, due, pingTimeout, {}, PingOutcome::TimedOut, {}});
        tell(its.at, PingTimedOut{m_seq, pingTimeout, verdict.evidence, verdict.tcp}, batch);
    }
    tell(its.at, Closed{verdict}, batch);
    const nanoseconds wait = std::max<nanoseconds>(its.downFor - milliseconds(400), milliseconds(200));
    tell(its.at, StateChanged{ConnectionState::Waiting, 1, wait}, batch);
    m_isOpen = false;
    m_opensAt = its.at + inMicroseconds(its.downFor);
    m_dialFailsAt.reset();
    if (its.nextDial && its.at + dialAfter < m_opensAt) {
        m_dialFailsAt = its.at + dialAfter;
        m_dialVerdict = *its.nextDial;
    }
}

void SimulatedPeer::failDial(Batch &batch)
{
    const WallTime time = *m_dialFailsAt;
    m_dialFailsAt.reset();
    ++m_connection;
    tell(time, StateChanged{ConnectionState::Connecting, 2, {}}, batch);
    tell(time, Closed{m_dialVerdict}, batch);
    tell(time, StateChanged{ConnectionState::Waiting, 2, m_opensAt - time}, batch);
}

ConnectionSettings SimulatedPeer::settings() const
{
    ConnectionSettings settings;
    settings.name = m_nature.name;
    settings.url = m_nature.url;
    settings.keepalive.interval = m_nature.interval;
    settings.keepalive.timeout = pingTimeout;
    settings.keepalive.slowAfter = slowAfter;
    return settings;
}

void SimulatedPeer::ping(Batch &batch)
{
    PingSample sample{m_id, m_connection,          ++m_seq, m_pingAt, roundTrip(m_pingAt),
                      {},   PingOutcome::Answered, {}};
    if (random() < m_nature.timeouts) {
        sample.outcome = PingOutcome::TimedOut;
        sample.rtt = pingTimeout;
    } else {
        if (sample.rtt > slowAfter)
            sample.outcome = PingOutcome::Slow;
        sample.tcpRtt = std::chrono::floor<microseconds>(fromSeconds(m_nature.medianMs / 1000 * 0.9));
    }
    if (random() < 0.0002)
        sample.marks = SampleMark::ObserverLag;
    batch.items.emplace_back(sample);
    m_pingAt +=
        inMicroseconds(m_nature.interval) + microseconds(static_cast<qint64>(std::abs(normal()) * 150));
}

void SimulatedPeer::advance(WallTime until, Batch &batch)
{
    while (true) {
        if (!m_isOpen) {
            if (m_dialFailsAt && *m_dialFailsAt < until)
                failDial(batch);
            if (m_opensAt >= until)
                return;
            open(batch);
        }
        while (m_nextEnd < m_ends.size() && m_ends[m_nextEnd].at <= m_openSince)
            ++m_nextEnd; // it would have ended something that was not open
        // Nothing is answered just before a keepalive timeout.
        const bool ends = m_nextEnd < m_ends.size();
        const bool silent = ends && m_ends[m_nextEnd].verdict.cause == Cause::KeepaliveTimeout;
        const WallTime lastPing =
            ends ? m_ends[m_nextEnd].at - (silent ? pingTimeout : microseconds(0)) : until;
        while (m_pingAt < std::min(until, lastPing))
            ping(batch);
        if (!ends || m_ends[m_nextEnd].at >= until)
            return;
        end(batch);
    }
}

} // namespace Pongwatch
