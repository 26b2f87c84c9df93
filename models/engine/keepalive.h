// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/networkshare.h"
#include "engine/eventsink.h"
#include "engine/heartbeat.h"
#include "engine/pingledger.h"
#include "engine/usualroundtrip.h"
#include "engine/values/settings.h"

#include <memory>

namespace Pongwatch
{

class Clock;
class FrameRecorder;
class LagMeter;
class Transport;
struct FrameRead;
struct FrameWrite;

/// The pings or heartbeats of one peer: sends them at their cadence, keeps track of them, and reports each as
/// a sample.
///
/// The k-th scheduled ping of a connection is due at start + k × interval (plus one right after opening, if
/// the settings say so), whatever is outstanding and whatever else is sent or received; each has its own
/// deadline. This class knows nothing of dialling and closing: Connection asks it what is due, and acts on
/// what has expired. Lives on one I/O thread.
class Keepalive
{
public:
    /// All of these must outlive the object.
    Keepalive(PeerId peer, const Clock &clock, const LagMeter &lag, EventSink &sink);

    /// A connection was opened. The first ping is due at once or, if the settings say so, after `phase` (0 <
    /// phase <= 1) of an interval. Later ones are due at that phase of each interval.
    void opened(ConnectionNumber connection, SteadyTime now, double phase,
                std::shared_ptr<const KeepaliveSettings> settings);

    /// Sets who is told which frames are pings, heartbeats and their answers; it must outlive the object or
    /// be unset. Null: nobody looks at frames.
    void setFrames(FrameRecorder *frames) { m_frames = frames; }

    /// Sets how the connection was opened: see NetworkShare.
    void setWay(const NetworkShare &way) { m_network = way; }

    /// New settings apply from the next ping on; pings in flight keep the deadline they were sent with.
    void setSettings(std::shared_ptr<const KeepaliveSettings> settings, SteadyTime now);

    /// When there is a ping to send or a deadline to check.
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// Sends the scheduled ping if one is due; returns false if none was sent. Pings missed altogether
    /// (because this program was kept from running) are skipped, not sent in a burst.
    bool sendDue(SteadyTime now, Transport &transport);

    /// Sends a ping outside the schedule and returns its seq; if the payload is empty, it is what the
    /// schedule would send. Errors: a payload over 125 bytes, or one that still waits for its pong.
    Result<quint32> sendManual(const QByteArray &payload, SteadyTime now, Transport &transport);

    /// Stops sending: a Close frame was sent or received. Pings in flight may still be answered.
    void stopSending() { m_nextPing.reset(); }

    /// A pong came in. Returns true if it answers a ping, in time or not.
    bool pong(QByteArrayView payload, const FrameRead &read, const Transport &transport);

    /// How many bytes of each text message to pass to message(): 0 unless a heartbeat is waiting for its
    /// answer.
    [[nodiscard]] qint64 messageBytesWanted() const { return m_heartbeat ? DialogueLimits::lookedAt : 0; }

    /// A message came in. Returns true if it answers a heartbeat.
    bool message(const QByteArray &payload, bool isBinary, const FrameRead &read, const Transport &transport);

    /// Sets values for heartbeats that were captured by the connection's dialogue, which owns them. Null:
    /// none.
    void setVariables(const DialogueVariables *variables) { m_variables = variables; }

    /// Reports the pings whose deadline has passed, and returns them.
    [[nodiscard]] std::vector<SettledPing> expire(SteadyTime now);

    /// The connection has ended, or this side stood still: reports the pings in flight as lost.
    void loseAll(SteadyTime now);

    [[nodiscard]] std::size_t pendingCount() const { return m_ledger.pendingCount(); }
    [[nodiscard]] const StrayPongs &strayPongs() const { return m_stray; }

    /// Pongs in this connection that answered no ping, not even wrongly.
    [[nodiscard]] quint64 unsolicitedPongs() const
    {
        return (m_stray.unsolicited - m_stray.foreign) - m_unsolicitedBefore;
    }

    /// When the newest pong of this connection came; nullopt before the first.
    [[nodiscard]] std::optional<SteadyTime> lastPongAt() const { return m_lastPongAt; }

    /// When this connection's newest ping, or heartbeat, was handed to the socket; nullopt before the first.
    [[nodiscard]] std::optional<SteadyTime> lastPingAt() const { return m_lastPingAt; }

    /// The round trip of this connection's newest ping whose pong came after its deadline.
    [[nodiscard]] std::optional<nanoseconds> lateAnswer() const { return m_lateAnswer; }

    /// The 99th percentile of the peer's round trips from before the program started. Used while the settings
    /// leave it to the peer's past what counts as slow and this run has too little data.
    void recallRoundTrips(const KeepaliveSettings &settings, nanoseconds percentile);

    /// The limit above which answers are slow, if it is learned from the peer's past and has changed since
    /// the last call.
    [[nodiscard]] std::optional<nanoseconds> takeNewSlowLimit();

    /// Returns true once after the counts of strayPongs() have changed.
    [[nodiscard]] bool takeStrayChanged();

private:
    void setSlowness(const KeepaliveSettings &settings);
    [[nodiscard]] std::optional<nanoseconds> slowAfter() const;
    void setHeartbeat(const KeepaliveSettings &settings);
    quint32 sendNext(SteadyTime due, SteadyTime now, SampleMarks marks, Transport &transport);
    quint32 record(QByteArray payload, SteadyTime due, SteadyTime now, SampleMarks marks,
                   const FrameWrite &write);
    void tellFrames(const PingLedger::PongResult &result) const;
    void report(const SettledPing &settled, SampleMarks marks = {}, std::optional<nanoseconds> tcpRtt = {});

    const PeerId m_peer;
    const Clock &m_clock;
    const LagMeter &m_lag;
    EventSink &m_sink;
    FrameRecorder *m_frames = nullptr;
    std::shared_ptr<const KeepaliveSettings> m_settings; ///< null before the first opening
    std::unique_ptr<Heartbeat> m_heartbeat;              ///< null: ping frames
    const DialogueVariables *m_variables = nullptr;
    quint64 m_heartbeats = 0; ///< in this connection
    PingLedger m_ledger;
    NetworkShare m_network;
    std::unique_ptr<UsualRoundTrip> m_usual; ///< null: the settings say what is slow
    std::optional<nanoseconds> m_slowLimitTold;
    ConnectionNumber m_connection = 0;
    quint32 m_lastSeq = 0;
    SteadyTime m_cadenceStart{};          ///< the moment for k = 0
    std::optional<SteadyTime> m_nextPing; ///< nullopt: none is scheduled
    StrayPongs m_stray;
    quint64 m_unsolicitedBefore = 0; ///< in earlier connections
    std::optional<SteadyTime> m_lastPongAt;
    std::optional<SteadyTime> m_lastPingAt;
    std::optional<nanoseconds> m_lateAnswer;
    bool m_strayChanged = false;
};

} // namespace Pongwatch
