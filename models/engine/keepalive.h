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

/// The pings of one peer, or its heartbeats: sends them at their cadence, keeps their books, and reports
/// every one as a sample.
///
/// The k-th scheduled ping of a connection is due at start + k × interval (and one more at once after
/// opening, if the settings say so), whatever is outstanding and
/// whatever else is sent or received; each has its own deadline. It knows nothing of dialling and closing:
/// Connection asks it what is due and acts on what expired. Lives on one I/O thread.
class Keepalive
{
public:
    /// All outlive the object.
    Keepalive(PeerId peer, const Clock &clock, const LagMeter &lag, EventSink &sink);

    /// A connection was opened: the first ping is due at once or, as the settings have it, `phase`
    /// (0 < phase <= 1) of an interval later. Those after it are due at that phase of each interval.
    void opened(ConnectionNumber connection, SteadyTime now, double phase,
                std::shared_ptr<const KeepaliveSettings> settings);

    /// Is told which frames are pings, heartbeats and their answers; outlives the object, or is taken back.
    /// Null: nobody looks at frames.
    void setFrames(FrameRecorder *frames) { m_frames = frames; }

    /// How the connection was opened, once it was: see NetworkShare.
    void setWay(const NetworkShare &way) { m_network = way; }

    /// New settings hold from the next ping on; what is out keeps the deadline that it was sent with.
    void setSettings(std::shared_ptr<const KeepaliveSettings> settings, SteadyTime now);

    /// When there is a ping to send or a deadline to check.
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;

    /// Sends the scheduled ping if one is due; false: none went out. Those that were missed altogether (this
    /// program was kept from running) are skipped, not caught up in a burst.
    bool sendDue(SteadyTime now, Transport &transport);

    /// Sends one outside the schedule and returns its seq; without a payload it is what the schedule would
    /// send. Errors: a payload over 125 bytes, or one that is already waiting for its pong.
    Result<quint32> sendManual(const QByteArray &payload, SteadyTime now, Transport &transport);

    /// Stops sending: a Close frame has gone out or come in. What is out may still be answered.
    void stopSending() { m_nextPing.reset(); }

    /// A pong came in. True: it answers a ping, in time or not.
    bool pong(QByteArrayView payload, const FrameRead &read, const Transport &transport);

    /// How many bytes of each text message are to be looked at: 0 unless a heartbeat waits for its answer in
    /// one.
    [[nodiscard]] qint64 messageBytesWanted() const { return m_heartbeat ? DialogueLimits::lookedAt : 0; }

    /// A message came in. True: it answers a heartbeat.
    bool message(const QByteArray &payload, bool isBinary, const FrameRead &read, const Transport &transport);

    /// What heartbeats say besides: captured by the dialogue of the connection, and owned by it. Null:
    /// nothing.
    void setVariables(const DialogueVariables *variables) { m_variables = variables; }

    /// Reports the pings whose deadline is over, and returns them.
    [[nodiscard]] std::vector<SettledPing> expire(SteadyTime now);

    /// The connection has ended, or this side stood still: what is out is reported as lost.
    void loseAll(SteadyTime now);

    [[nodiscard]] std::size_t pendingCount() const { return m_ledger.pendingCount(); }
    [[nodiscard]] const StrayPongs &strayPongs() const { return m_stray; }

    /// Pongs of this connection that answered no ping, not even wrongly.
    [[nodiscard]] quint64 unsolicitedPongs() const
    {
        return (m_stray.unsolicited - m_stray.foreign) - m_unsolicitedBefore;
    }

    /// When the newest pong of this connection came in; nullopt before the first.
    [[nodiscard]] std::optional<SteadyTime> lastPongAt() const { return m_lastPongAt; }

    /// The round trip of the newest ping of this connection whose pong came after its deadline.
    [[nodiscard]] std::optional<nanoseconds> lateAnswer() const { return m_lateAnswer; }

    /// What 99 % of the peer's answers took at most before the program began. It counts for as long as the
    /// settings leave it to the peer's past what is slow, and this run knows too little.
    void recallRoundTrips(const KeepaliveSettings &settings, nanoseconds percentile);

    /// From where on an answer is slow, if that is another limit than the last time, and the peer's past is
    /// what it is taken from.
    [[nodiscard]] std::optional<nanoseconds> takeNewSlowLimit();

    /// True once after the counts of strayPongs() have changed.
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
    std::shared_ptr<const KeepaliveSettings> m_settings; ///< null before it was opened
    std::unique_ptr<Heartbeat> m_heartbeat;              ///< null: ping frames
    const DialogueVariables *m_variables = nullptr;
    quint64 m_heartbeats = 0; ///< in this connection
    PingLedger m_ledger;
    NetworkShare m_network;
    std::unique_ptr<UsualRoundTrip> m_usual; ///< null: slow is what the settings say
    std::optional<nanoseconds> m_slowLimitTold;
    ConnectionNumber m_connection = 0;
    quint32 m_lastSeq = 0;
    SteadyTime m_cadenceStart{};          ///< k = 0
    std::optional<SteadyTime> m_nextPing; ///< nullopt: none is scheduled
    StrayPongs m_stray;
    quint64 m_unsolicitedBefore = 0; ///< in earlier connections
    std::optional<SteadyTime> m_lastPongAt;
    std::optional<nanoseconds> m_lateAnswer;
    bool m_strayChanged = false;
};

} // namespace Pongwatch
