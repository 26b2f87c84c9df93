// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/keepalive.h"

#include "engine/clock.h"
#include "engine/framerecorder.h"
#include "engine/lagmeter.h"
#include "engine/transport.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{
// A pong that was read after this much data of the same connection had to wait until the data was read.
constexpr qint64 noticeableBytesAhead = 4096;

Error pingError(const char *why)
{
    return Error{QCoreApplication::translate("Pongwatch::Keepalive", "sending a ping"),
                 {},
                 QCoreApplication::translate("Pongwatch::Keepalive", why)};
}
} // namespace

Keepalive::Keepalive(PeerId peer, const Clock &clock, const LagMeter &lag, EventSink &sink)
    : m_peer(peer)
    , m_clock(clock)
    , m_lag(lag)
    , m_sink(sink)
{
}

void Keepalive::opened(ConnectionNumber connection, SteadyTime now, double phase,
                       std::shared_ptr<const KeepaliveSettings> settings)
{
    m_connection = connection;
    m_unsolicitedBefore = m_stray.unsolicited - m_stray.foreign;
    m_lastPongAt.reset();
    m_lastPingAt.reset();
    m_lateAnswer.reset();
    m_heartbeats = 0;
    m_network = {};
    setHeartbeat(*settings);
    setSlowness(*settings);
    m_settings = std::move(settings);
    m_nextPing.reset();
    m_ledger.clear();
    if (!m_settings->interval)
        return;
    const nanoseconds first(static_cast<nanoseconds::rep>(static_cast<double>(m_settings->interval->count()) *
                                                          std::clamp(phase, 0.0, 1.0)));
    m_cadenceStart = now + first - *m_settings->interval;
    // Pings after the first one keep the cadence, so that connections that opened together don't ping
    // together forever.
    m_nextPing = m_settings->firstPing == FirstPing::Now ? now : now + first;
}

void Keepalive::setSettings(std::shared_ptr<const KeepaliveSettings> settings, SteadyTime now)
{
    const bool cadenceChanged = settings->interval != m_settings->interval;
    setHeartbeat(*settings);
    setSlowness(*settings);
    m_settings = std::move(settings);
    if (!cadenceChanged)
        return;
    m_nextPing.reset();
    if (m_settings->interval) {
        m_cadenceStart = now;
        m_nextPing = now + *m_settings->interval;
    }
}

std::optional<SteadyTime> Keepalive::nextDue() const
{
    const std::optional<SteadyTime> deadline = m_ledger.nextDeadline();
    if (!m_nextPing)
        return deadline;
    return deadline ? std::min(*m_nextPing, *deadline) : *m_nextPing;
}

bool Keepalive::sendDue(SteadyTime now, Transport &transport)
{
    if (!m_nextPing || *m_nextPing > now)
        return false;
    SteadyTime due = *m_nextPing;
    const nanoseconds interval = *m_settings->interval;
    m_nextPing = m_cadenceStart + ((now - m_cadenceStart) / interval + 1) * interval;
    if (m_ledger.isFull())
        return false; // nothing was answered for so long that more pings would only be a flood

    SampleMarks marks;
    if (now - due > LagMeter::markAbove) {
        // We are late, not the peer: it still gets its whole timeout.
        marks |= SampleMark::ObserverLag;
        due = now;
    }
    sendNext(due, now, marks, transport);
    return true;
}

void Keepalive::setHeartbeat(const KeepaliveSettings &settings)
{
    if (!settings.heartbeat)
        m_heartbeat.reset();
    else if (!m_heartbeat || m_settings->heartbeat != settings.heartbeat)
        m_heartbeat = std::make_unique<Heartbeat>(*settings.heartbeat);
}

Result<quint32> Keepalive::sendManual(const QByteArray &payload, SteadyTime now, Transport &transport)
{
    if (payload.size() > PingLedger::maximumPayload)
        return pingError(
            QT_TRANSLATE_NOOP("Pongwatch::Keepalive", "the payload is longer than 125 bytes (RFC 6455 5.5)"));
    if (m_ledger.isPending(payload) && !payload.isEmpty())
        return pingError(QT_TRANSLATE_NOOP("Pongwatch::Keepalive",
                                           "a ping with the same payload is waiting for its pong"));
    if (m_ledger.isFull())
        return pingError(
            QT_TRANSLATE_NOOP("Pongwatch::Keepalive", "too many pings are waiting for their pongs"));
    if (payload.isEmpty())
        return sendNext(now, now, SampleMark::Manual, transport);
    return record(payload, now, now, SampleMark::Manual, transport.sendPing(payload));
}

quint32 Keepalive::sendNext(SteadyTime due, SteadyTime now, SampleMarks marks, Transport &transport)
{
    if (m_heartbeat) {
        Result<Heartbeat::Question> question = m_heartbeat->next(
            ++m_heartbeats, m_clock.wallNow(), m_variables ? *m_variables : DialogueVariables());
        // What the peer said may make this an invalid message; then a ping frame still measures.
        if (question) {
            const FrameWrite write = sendBy(transport, question.value().message);
            return record(std::move(question.value().token), due, now, marks | SampleMark::Heartbeat, write);
        }
    }
    QByteArray payload = PingLedger::unguessablePayload();
    const FrameWrite write = transport.sendPing(payload);
    return record(std::move(payload), due, now, marks, write);
}

quint32 Keepalive::record(QByteArray payload, SteadyTime due, SteadyTime now, SampleMarks marks,
                          const FrameWrite &write)
{
    if (write.backlogBytes > 0)
        marks |= SampleMark::BehindTraffic;
    LedgerPing ping;
    ping.seq = ++m_lastSeq;
    ping.payload = std::move(payload);
    ping.due = due;
    ping.handedAt = write.handedAt;
    m_lastPingAt = write.handedAt;
    ping.sentAt = m_clock.wallNow() - std::chrono::duration_cast<microseconds>(now - due);
    ping.marks = marks;
    if (m_settings->timeout)
        ping.deadline = due + *m_settings->timeout;
    m_ledger.add(std::move(ping));
    if (m_frames) {
        FramePlace place;
        place.role =
            marks.testFlag(SampleMark::Heartbeat) ? FramePlace::Role::Heartbeat : FramePlace::Role::OwnPing;
        place.number = m_lastSeq;
        m_frames->setPlaceOfSent(place);
    }
    return m_lastSeq;
}

void Keepalive::tellFrames(const PingLedger::PongResult &result) const
{
    FramePlace place;
    place.role = FramePlace::Role::StrayPong;
    if (!result.settled.empty()) {
        const SettledPing &answered = result.settled.back(); // earlier ones are superseded
        place.role = answered.ping.marks.testFlag(SampleMark::Heartbeat) ? FramePlace::Role::HeartbeatAnswer
                                                                         : FramePlace::Role::PongOfOwn;
        place.number = answered.ping.seq;
        place.rtt = answered.elapsed;
        place.outcome = answered.outcome;
    }
    m_frames->setPlaceOfReceived(place);
}

bool Keepalive::pong(QByteArrayView payload, const FrameRead &read, const Transport &transport)
{
    m_lastPongAt = read.readAt;
    const nanoseconds lag = m_lag.lagAt(read.readAt);
    SampleMarks marks;
    if (lag > LagMeter::markAbove)
        marks |= SampleMark::ObserverLag;
    if (read.bytesAheadInBuffer >= noticeableBytesAhead)
        marks |= SampleMark::BehindTraffic;

    const PingLedger::PongResult result =
        m_ledger.pong(payload, read.readAt, slowAfter(), lag > LagMeter::markAbove ? lag : nanoseconds(0));
    if (m_frames)
        tellFrames(result);
    switch (result.kind) {
    case PongKind::Settling:
    case PongKind::Excused:
        break;
    case PongKind::Duplicate:
        ++m_stray.duplicate;
        m_strayChanged = true;
        break;
    case PongKind::Foreign:
        ++m_stray.foreign;
        [[fallthrough]];
    case PongKind::Unsolicited:
        ++m_stray.unsolicited;
        m_strayChanged = true;
        break;
    }
    // Asked for only now, so that a flood of pongs that match nothing costs no system calls.
    const std::optional<TcpTiming> tcp =
        read.tcp || result.settled.empty() ? read.tcp : transport.tcpTiming();
    for (const SettledPing &settled : result.settled) {
        if (settled.outcome == PingOutcome::Late)
            m_lateAnswer = settled.elapsed;
        if (m_usual && hasRoundTrip(settled.outcome) && !marks.testFlag(SampleMark::ObserverLag))
            m_usual->add(settled.elapsed, read.readAt);
        report(settled, marks,
               hasRoundTrip(settled.outcome) ? m_network.of(settled.elapsed, tcp) : std::nullopt);
    }
    return result.kind == PongKind::Settling;
}

bool Keepalive::message(const QByteArray &payload, bool isBinary, const FrameRead &read,
                        const Transport &transport)
{
    // If we wait for no answer, we don't search for one: a peer that floods us costs no more than its bytes.
    const QByteArray expected = m_heartbeat ? m_ledger.heartbeatToAnswer() : QByteArray();
    if (expected.isEmpty())
        return false;
    const std::optional<Heartbeat::Answer> answer = m_heartbeat->read(payload, isBinary);
    if (!answer)
        return false;
    return pong(answer->token.isEmpty() ? expected : answer->token, read, transport);
}

std::vector<SettledPing> Keepalive::expire(SteadyTime now)
{
    std::vector<SettledPing> expired = m_ledger.expire(now);
    for (const SettledPing &settled : expired)
        report(settled);
    return expired;
}

void Keepalive::loseAll(SteadyTime now)
{
    for (const SettledPing &settled : m_ledger.loseAll(now))
        report(settled);
}

void Keepalive::setSlowness(const KeepaliveSettings &settings)
{
    if (settings.slowAfter || !settings.slowIsAuto) {
        m_usual.reset();
        m_slowLimitTold.reset();
    } else if (!m_usual) {
        m_usual = std::make_unique<UsualRoundTrip>();
    }
}

void Keepalive::recallRoundTrips(const KeepaliveSettings &settings, nanoseconds percentile)
{
    setSlowness(settings);
    if (m_usual)
        m_usual->recall(percentile);
}

std::optional<nanoseconds> Keepalive::slowAfter() const
{
    return m_usual ? m_usual->slowLimit() : m_settings->slowAfter;
}

std::optional<nanoseconds> Keepalive::takeNewSlowLimit()
{
    const std::optional<nanoseconds> limit = m_usual ? m_usual->slowLimit() : std::nullopt;
    if (!limit || limit == m_slowLimitTold)
        return std::nullopt;
    m_slowLimitTold = limit;
    return limit;
}

bool Keepalive::takeStrayChanged()
{
    return std::exchange(m_strayChanged, false);
}

void Keepalive::report(const SettledPing &settled, SampleMarks marks, std::optional<nanoseconds> tcpRtt)
{
    PingSample sample;
    sample.peer = m_peer;
    sample.connection = m_connection;
    sample.seq = settled.ping.seq;
    sample.sentAt = settled.ping.sentAt;
    sample.rtt = settled.elapsed;
    sample.tcpRtt = tcpRtt;
    sample.outcome = settled.outcome;
    sample.marks = settled.ping.marks | marks;
    m_sink.sample(sample);
}

} // namespace Pongwatch
