// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conversation.h"
#include "engine/diagnosis/diagnosis.h"
#include "engine/dialpacer.h"
#include "engine/framerecorder.h"
#include "engine/keepalive.h"
#include "engine/pingscheduler.h"
#include "engine/reconnectpolicy.h"
#include "engine/sharedsettings.h"
#include "engine/transport.h"

#include <functional>
#include <memory>
#include <vector>

namespace Pongwatch
{

/// What the connections of one I/O thread share. All of it outlives them.
struct ConnectionEnvironment {
    const Clock &clock;
    LagMeter &lag;
    PingScheduler &scheduler;
    DialPacer &dials;
    TransportFactory &transports;
    EventSink &sink;
    /// Numbers in [0, 1) for the reconnect delays.
    std::function<double()> random;
    /// Takes a transport that may still be on the call stack, and deletes it later.
    std::function<void(std::unique_ptr<Transport>)> retire;
    /// Called when a connection has nothing open any more and will do nothing by itself; may be empty.
    std::function<void(PeerId)> cameToRest;
    SettingsPool settings{};
};

/// One peer's life on the wire: dials it, keeps it alive, closes it, waits, and dials again; and says at each
/// end what is known of it. The state machine of the engine: it has no thread, no timer and no socket of its
/// own.
class Connection final : private PingScheduler::Client, private TransportListener, private ConversationHost
{
public:
    /// No further message is taken while more than this waits to be sent.
    static constexpr qint64 maximumBacklog = 4 * 1024 * 1024;

    Connection(PeerId peer, const ConnectionSettings &settings, ConnectionEnvironment &environment);
    ~Connection() override;

    /// Dials, unless there is a connection already. Also revives a peer that was paused, closed or has
    /// failed.
    void start();

    /// Closes with 1000 and stays away until start() or reconnectNow().
    void pause();

    /// Dials at once: cuts a wait short, revives, or replaces what is there.
    void reconnectNow();

    /// Closes with this frame and stays closed until start() or reconnectNow(). `endOfProgram`: the reason
    /// that the verdict gives.
    void close(const CloseFrame &frame, bool endOfProgram = false);

    /// One ping outside the schedule; returns its seq, and reports it as PingSent. With an unguessable
    /// payload when none is given. Errors: not open; see Keepalive.
    Result<quint32> pingNow(const QByteArray &payload = {});

    /// Errors: not open, or the peer takes no data and maximumBacklog bytes are waiting already.
    Outcome sendText(const QString &text);
    Outcome sendBinary(const QByteArray &payload);

    /// How many bytes of each message to report; 0: messages are not reported.
    void setMessagesWanted(qint64 bytes);

    /// Records every frame from now on, for whoever has the queue; null: no more.
    void watchFrames(std::shared_ptr<FrameQueue> queue);

    /// Dials anew if what is dialled or sent in the handshake changed.
    void setSettings(const ConnectionSettings &settings);

    /// What 99 % of the peer's answers took at most in its last day, as the history knows it.
    void recallRoundTrips(nanoseconds percentile);

    /// This side goes on after having stood still.
    void wentOn(const Suspended &standstill);

    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] ConnectionSettings settings() const { return m_settings.whole(); }

    /// True when nothing is open or being dialled.
    [[nodiscard]] bool isAtRest() const { return !m_transport && !m_dialling; }

private:
    /// What the user wants of the peer.
    enum class Intent : quint8 { Watch, Pause, StayClosed };

    void due(SteadyTime now) override;

    void transportOpened(const Opened &opened) override;
    void pongReceived(QByteArrayView payload, const FrameRead &read) override;
    void closeFrameReceived(const CloseFrame &frame) override;
    void messageReceived(bool binary, const QByteArray &payload, qint64 size, const FrameRead &read) override;
    void transportEnded(const TransportEnd &end) override;

    [[nodiscard]] bool say(const OutgoingMessage &message, SteadyTime now) override;
    void messageCame(const FramePlace &place) override;
    void stepsDone(SteadyTime now) override;
    void dialogueFailed() override;
    [[nodiscard]] bool feedChanged(const FeedStale &feed, SteadyTime now) override;
    void feedSeen(const FeedSeen &feed) override;

    [[nodiscard]] Outcome checkMaySend() const;
    void noteSentByUser();
    void wantMessages();
    void pongTaken(bool answersAPing);
    void tellSlowLimit();
    void dial();
    void startDial();
    /// False when the judgement is put off to the next turn of the event loop.
    [[nodiscard]] bool expirePings(SteadyTime now);
    void beginClose(LocalAct why, const CloseFrame &frame, nanoseconds atMost);
    void giveUp(LocalAct why);
    /// True when the end is a redirect, and its target is being dialled now.
    [[nodiscard]] bool followRedirect(const TransportEnd &end);
    /// True when QWebSocket refused an answer that is right, and the other client is dialling now.
    [[nodiscard]] bool dialByWireInstead();
    void openTransport();
    [[nodiscard]] const QUrl &dialledUrl() const;
    void becomeOpen(SteadyTime now, const Opened &opened);
    /// The settings, with what the peer told of the interval.
    [[nodiscard]] std::shared_ptr<const KeepaliveSettings> keepaliveSettings() const;
    /// True from the upgrade to the first Close frame.
    [[nodiscard]] bool maySend() const;
    void finish(const std::optional<TransportEnd> &end);
    void afterEnd(const Verdict &verdict);
    [[nodiscard]] OpenFacts openFacts(SteadyTime now) const;
    [[nodiscard]] CloseFacts gatherFacts(const std::optional<TransportEnd> &end, SteadyTime now) const;
    void enter(ConnectionState state, std::optional<nanoseconds> retryIn = {},
               std::optional<nanoseconds> triedEvery = {});
    void reschedule();
    void tellPingsOut(std::size_t count);
    void reportStrayPongs(SteadyTime now);
    template <typename What>
    void emitEvent(What what);

    const PeerId m_peer;
    SharedSettings m_settings;
    ConnectionEnvironment &m_env;
    Keepalive m_keepalive;
    ReconnectPolicy m_reconnect;
    std::unique_ptr<Transport> m_transport;
    DialPacer::Ticket m_ticket;

    Intent m_intent = Intent::Watch;
    ConnectionState m_state = ConnectionState::Closed;
    bool m_dialling = false;        ///< waits for its turn to dial, or dials
    bool m_qtRefusesAnswer = false; ///< QWebSocket does; the wire client is dialled with
    bool m_dialAfterEnd = false;    ///< the user asked for a new connection while an old one was closing
    qint64 m_messageBytesWanted = 0;
    bool m_peerClosedFirst = false;
    LocalAct m_localAct = LocalAct::None;
    ConnectionNumber m_number = 0;

    /// The redirects of this dial.
    struct Redirects {
        QUrl to; ///< what is dialled in place of the settings' URL; empty: that one
        QString refusal;
        int followed = 0;
    };
    std::unique_ptr<Redirects> m_redirects; ///< null: none, which is the rule
    SteadyTime m_dialledAt{};
    std::optional<SteadyTime> m_upgradedAt;
    std::optional<SteadyTime> m_openedAt; ///< after the dialogue's steps, where there are any
    std::optional<SteadyTime> m_giveUpAt; ///< end of the open timeout or of the close timeout
    std::optional<SteadyTime> m_retryAt;
    std::optional<SteadyTime> m_resumedAt; ///< when this side went on after its last standstill
    bool m_programStood = false;
    std::optional<SteadyTime> m_scheduledFor;
    std::size_t m_pingsOutTold = 0; ///< to the lag meter
    std::optional<SteadyTime> m_strayReportedAt;
    bool m_expiryPostponed = false;

    /// What was known when a deadline passed. It stays so, whatever comes while the connection is closed.
    struct MissedDeadline {
        nanoseconds waited{0};
        nanoseconds sinceHanded{0};
        quint32 timedOut = 0;   ///< since the peer last answered
        quint32 unanswered = 0; ///< these, and the pings that were out besides
        quint32 foreignPongs =
            0; ///< of the pings that timed out, those that were answered with another payload
        quint64 unsolicitedPongs = 0;
        std::optional<TcpSnapshot> tcp;
    };
    std::unique_ptr<MissedDeadline> m_missed; ///< null: none
    /// What is known once a Close frame has gone out or come in.
    struct Closing {
        std::optional<CloseFrame> sent;
        std::optional<CloseFrame> received;
        std::optional<OpenFacts> atFirst; ///< when the first of them did
    };
    std::unique_ptr<Closing> m_closing;      ///< null before
    std::optional<SteadyTime> m_lastDataAt;  ///< a message of either side
    std::unique_ptr<FrameRecorder> m_frames; ///< null: nobody looks at them
    std::vector<EndPattern> m_earlierEnds;   ///< oldest first, at most maxEarlierEnds

    std::unique_ptr<Conversation> m_talk; ///< what is said in this connection beside pings; most have none
};

} // namespace Pongwatch
