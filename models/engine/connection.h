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

/// What the connections of one I/O thread share. All of it must outlive them.
struct ConnectionEnvironment {
    const Clock &clock;
    LagMeter &lag;
    PingScheduler &scheduler;
    DialPacer &dials;
    TransportFactory &transports;
    EventSink &sink;
    /// Random numbers in [0, 1) for the reconnect delays.
    std::function<double()> random;
    /// Takes over a transport that may still be on the call stack, to delete it later.
    std::function<void(std::unique_ptr<Transport>)> retire;
    /// Called when nothing is open any more and nothing further is scheduled; may be empty.
    std::function<void(PeerId)> cameToRest;
    SettingsPool settings{};
};

/// One peer's connection, over and over: dials, keeps it alive, closes, waits, and dials again, and reports
/// what is known about each end. This is the engine's state machine; it has no thread, timer or socket of its
/// own.
class Connection final : private PingScheduler::Client, private TransportListener, private ConversationHost
{
public:
    /// No more messages are accepted while more bytes than this wait to be sent.
    static constexpr qint64 maximumBacklog = 4 * 1024 * 1024;

    Connection(PeerId peer, const ConnectionSettings &settings, ConnectionEnvironment &environment);
    ~Connection() override;

    /// Dials, unless there already is a connection. Also revives a peer that was paused or closed, or that
    /// has failed.
    void start();

    /// Closes with 1000 and does not dial again until start() or reconnectNow().
    void pause();

    /// Dials at once: cuts a wait short, revives the peer, or replaces an existing connection.
    void reconnectNow();

    /// Closes with this frame, and does not dial again until start() or reconnectNow(). `endOfProgram` is for
    /// the reason that the verdict gives.
    void close(const CloseFrame &frame, bool endOfProgram = false);

    /// Sends one ping outside the schedule, reports it as PingSent, and returns its seq. An empty payload is
    /// replaced by one that can't be guessed. Errors: not open; see Keepalive.
    Result<quint32> pingNow(const QByteArray &payload = {});

    /// Errors: not open, or the peer reads nothing and maximumBacklog bytes are already waiting.
    Outcome sendText(const QString &text);
    Outcome sendBinary(const QByteArray &payload);

    /// Sets how many bytes of each message to report; 0: messages are not reported.
    void setMessagesWanted(qint64 bytes);

    /// Records every frame from now on into this queue; null: stops recording.
    void watchFrames(std::shared_ptr<FrameQueue> queue);

    /// Dials again if anything has changed that is dialled or sent in the handshake.
    void setSettings(const ConnectionSettings &settings);

    /// The 99th percentile of the peer's round trips over its last day, as known from the history.
    void recallRoundTrips(nanoseconds percentile);

    /// What an examination of the peer found, against which ends are held from now on; null: nothing.
    void recallExamination(std::shared_ptr<const ExaminedLimits> examined);

    /// This side has resumed after standing still.
    void wentOn(const Suspended &standstill);

    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] ConnectionSettings settings() const { return m_settings.whole(); }

    /// True if nothing is open or being dialled.
    [[nodiscard]] bool isAtRest() const { return !m_transport && !m_dialling; }

private:
    /// What the user wants to happen with the peer.
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
    /// Returns false if the decision is postponed to the next turn of the event loop.
    [[nodiscard]] bool expirePings(SteadyTime now);
    void beginClose(LocalAct why, const CloseFrame &frame, nanoseconds atMost);
    void giveUp(LocalAct why);
    /// Returns true if the end is a redirect whose target is now being dialled.
    [[nodiscard]] bool followRedirect(const TransportEnd &end);
    /// Returns true if QWebSocket refused a valid answer and the other client is now dialling.
    [[nodiscard]] bool dialByWireInstead();
    void openTransport();
    [[nodiscard]] const QUrl &dialledUrl() const;
    void becomeOpen(SteadyTime now, const Opened &opened);
    /// The settings, with the ping interval that the peer asked for, if any.
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
    bool m_dialling = false;        ///< dialling, or waiting for its turn to dial
    bool m_qtRefusesAnswer = false; ///< QWebSocket does, so the wire client is used
    bool m_dialAfterEnd = false;    ///< the user asked for a new connection while an old one was closing
    qint64 m_messageBytesWanted = 0;
    bool m_peerClosedFirst = false;
    LocalAct m_localAct = LocalAct::None;
    ConnectionNumber m_number = 0;

    /// The redirects followed in this dial.
    struct Redirects {
        QUrl to; ///< the URL to dial instead of the settings'; empty: that one
        QString refusal;
        int followed = 0;
    };
    std::unique_ptr<Redirects> m_redirects; ///< null if there are none, as usual
    SteadyTime m_dialledAt{};
    std::optional<SteadyTime> m_upgradedAt;
    std::optional<SteadyTime> m_openedAt; ///< when the dialogue's steps were done, if it has any
    std::optional<SteadyTime> m_giveUpAt; ///< the end of the open timeout or close timeout
    std::optional<SteadyTime> m_retryAt;
    std::optional<SteadyTime> m_resumedAt; ///< when this side last resumed after standing still
    bool m_programStood = false;
    std::optional<SteadyTime> m_scheduledFor;
    std::size_t m_pingsOutTold = 0; ///< as last reported to the lag meter
    std::optional<SteadyTime> m_strayReportedAt;
    bool m_expiryPostponed = false;

    /// What was known when a deadline passed. Kept unchanged, whatever comes while the connection is closed.
    struct MissedDeadline {
        nanoseconds waited{0};
        nanoseconds sinceHanded{0};
        quint32 timedOut = 0;   ///< since the peer last answered
        quint32 unanswered = 0; ///< these, plus the pings still in flight
        quint32 foreignPongs =
            0; ///< of the pings that timed out, how many were answered with another payload than their own
        quint64 unsolicitedPongs = 0;
        std::optional<TcpSnapshot> tcp;
    };
    std::unique_ptr<MissedDeadline> m_missed; ///< null: none
    /// What is known once a Close frame has been sent or received.
    struct Closing {
        std::optional<CloseFrame> sent;
        std::optional<CloseFrame> received;
        std::optional<OpenFacts> atFirst; ///< when the first of them was
    };
    std::unique_ptr<Closing> m_closing;               ///< null before that
    std::optional<SteadyTime> m_lastDataAt;           ///< a message from either side
    std::unique_ptr<FrameRecorder> m_frames;          ///< null while nobody looks at frames
    std::vector<EndPattern> m_earlierEnds;            ///< oldest first, at most maxEarlierEnds
    std::shared_ptr<const ExaminedLimits> m_examined; ///< null: the peer was not examined
    QString m_server;                                 ///< the Server header of the last upgrade

    std::unique_ptr<Conversation> m_talk; ///< the dialogue besides pings; most peers have none
};

} // namespace Pongwatch
