// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qt/addressstory.h"
#include "engine/qt/bytetap.h"
#include "engine/qt/closingwatch.h"
#include "engine/qt/tappedsocket.h"
#include "engine/transport.h"
#include "engine/wire/frameparser.h"
#include "engine/wire/openinghandshake.h"
#include "engine/wire/socketdial.h"

#include <memory>
#include <optional>

namespace Pongwatch
{

struct QtContext;

/// A WebSocket session carried by QWebSocket, which dials, writes all frames and answers those of the peer. A
/// tap reads the same bytes before it and interprets them, so that nothing is lost that QWebSocket doesn't
/// report: the server's whole answer, close codes as they came, FIN as opposed to RST. Where the two
/// disagree, the tap is right, and note() says so.
class QtTransport final : public Transport, private SocketWitness
{
public:
    explicit QtTransport(std::shared_ptr<QtContext> context);
    ~QtTransport() override;

    void open(const ConnectionSettings &settings, TransportListener *listener) override;
    FrameWrite sendPing(QByteArrayView payload) override;
    FrameWrite sendText(const QString &text) override;
    FrameWrite sendBinary(QByteArrayView payload) override;
    [[nodiscard]] qint64 backlogBytes() const override;
    void sendClose(const CloseFrame &frame) override;
    void abort() override;
    [[nodiscard]] DialPhase phase() const override;
    [[nodiscard]] DialPhases phases() const override;
    [[nodiscard]] DialStory story() const override;
    bool conclude() override;
    [[nodiscard]] std::optional<SteadyTime> lastReceivedAt() const override { return m_lastReceivedAt; }
    [[nodiscard]] std::optional<TcpSnapshot> tcpSnapshot() const override;
    [[nodiscard]] std::optional<TcpTiming> tcpTiming() const override;
    void setMessagesWanted(qint64 bytes) override { m_parser.setMessagesWanted(bytes); }
    void setFrameWitness(FrameWitness *witness) override;
    [[nodiscard]] std::optional<CloseFrame> sentClose() const override;
    [[nodiscard]] ClientNote note() const override;

    /// The maximum of pong bytes queued for a peer that sends pings but reads nothing.
    static constexpr qint64 mostPongBytes = qint64(256) * 1024;
    /// Some hundred of the smallest frames fit into this much.
    static constexpr qint64 leastReadAtOnce = 512;

private:
    enum class State : quint8 { Idle, Dialling, Open, Over };

    /// What only the upgrade needs; freed once the connection is open.
    struct Upgrade {
        QString host; ///< empty if it is an address, or if a proxy resolves it
        quint16 port = 0;
        QStringList subprotocols;
        QByteArray key;                            ///< once known
        std::optional<HandshakeResponse> response; ///< likewise
        std::optional<HandshakeAccepted> accepted;
        std::unique_ptr<AddressStory> addresses; ///< for a name that is dialled without a proxy
        QByteArray early;                        ///< frames that came right after the answer
        SteadyTime startedAt{};
        SteadyTime answeredAt{};
        bool takenByQWebSocket = false;
    };

    void socketMade(QObject *socket) override;
    void socketHostFound() override;
    void socketConnected() override;
    void socketEncrypted() override;
    void certificateDoubted(const QList<QSslError> &errors) override;
    void alertReceived(QSsl::AlertType type) override;
    void socketFailed(QAbstractSocket::SocketError error) override;
    void bytesCame() override;
    void bytesHandled() override;
    void webSocketConnected() override;
    void webSocketDisconnected() override;

    void dial(const ConnectionSettings &settings, const HandshakeFields &fields);
    void beginUpgrade();
    void take(QByteArrayView bytes, SteadyTime readAt);
    void takeHeld();
    void process(QByteArrayView bytes, SteadyTime readAt);
    void readHandshake(QByteArrayView &bytes, SteadyTime readAt);
    void finishUpgrade();
    void readFrames(QByteArrayView bytes, SteadyTime readAt);
    [[nodiscard]] FrameRead readFacts(SteadyTime readAt, qint64 bytesAhead) const;
    void boundFrames(int frames, qsizetype bytes);
    void widenReadBuffer();
    void boundPongs();
    [[nodiscard]] bool canWrite() const;
    [[nodiscard]] bool maySend() const;
    FrameWrite beginWrite();
    void endWrite();
    void tellSent(Opcode opcode, QByteArrayView payload, const FrameWrite &write);
    void learnWhatWasSent();
    void awaitEndOfPeer();
    void explainDisconnect();
    void fail(const Violation &violation);
    void finish(TransportEnd ended);
    void finishSoon(TransportEnd ended);
    void end(TransportEnd end);
    void later(void (QtTransport::*call)());

    std::shared_ptr<QtContext> m_context;
    TransportListener *m_listener = nullptr;
    FrameWitness *m_witness = nullptr; ///< null: nobody wants to see frames
    std::unique_ptr<TappedSocket> m_socket;
    std::optional<SocketDial> m_dial;
    std::unique_ptr<DialStory> m_refusedStory; ///< for a dial that never began; null otherwise
    std::unique_ptr<Upgrade> m_upgrade;
    std::unique_ptr<ClosingWatch> m_closing;
    FrameParser m_parser;
    ByteTap m_tap;
    QByteArray m_held; ///< bytes that came during a call of ours: to be reported later
    SteadyTime m_heldReadAt{};
    std::unique_ptr<TransportEnd> m_failure; ///< an end that came during a call of ours: to be reported later
    std::optional<SteadyTime> m_lastReceivedAt;
    std::unique_ptr<CloseFrame> m_received;  ///< null: none
    std::unique_ptr<CloseFrame> m_sentClose; ///< null: none
    ClientNote m_note;
    qint64 m_pongBytes = 0; ///< written by QWebSocket since the queue was last empty
    qint64 m_readBufferSize = 0;
    qint64 m_readAtOnce = WireContext::readBytesAtOnce; ///< less if a peer sends many tiny frames
    State m_state = State::Idle;
    bool m_calling = false; ///< inside a function of Transport: nothing may be reported
    bool m_telling = false; ///< inside a function of the listener
    bool m_isTls = false;
};

} // namespace Pongwatch
