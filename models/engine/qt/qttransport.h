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

/// A WebSocket session that QWebSocket carries: it dials, writes every frame and answers those of the peer.
/// A tap reads the same bytes before it does and says what they were, so that nothing is lost that QWebSocket
/// keeps to itself: the server's whole answer, close codes as they are, FIN and RST apart. Where the two
/// don't agree the tap is believed, and note() tells.
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

    /// So many bytes of pongs may wait for a peer that sends pings and reads nothing.
    static constexpr qint64 mostPongBytes = qint64(256) * 1024;
    /// A flood of the smallest frames gets some hundred of them into so much.
    static constexpr qint64 leastReadAtOnce = 512;

private:
    enum class State : quint8 { Idle, Dialling, Open, Over };

    /// What only the upgrade needs; freed once open.
    struct Upgrade {
        QString host; ///< empty when it is an address, or a proxy's to look up
        quint16 port = 0;
        QStringList subprotocols;
        QByteArray key;                            ///< once it is known
        std::optional<HandshakeResponse> response; ///< the same
        std::optional<HandshakeAccepted> accepted;
        std::unique_ptr<AddressStory> addresses; ///< of a name that is dialled without a proxy
        QByteArray early;                        ///< frames that came with the answer
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
    FrameWitness *m_witness = nullptr; ///< null: nobody is told of frames
    std::unique_ptr<TappedSocket> m_socket;
    std::optional<SocketDial> m_dial;
    std::unique_ptr<DialStory> m_refusedStory; ///< of a dial that never began; null: it did
    std::unique_ptr<Upgrade> m_upgrade;
    std::unique_ptr<ClosingWatch> m_closing;
    FrameParser m_parser;
    ByteTap m_tap;
    QByteArray m_held; ///< bytes that came inside a call of ours: told later
    SteadyTime m_heldReadAt{};
    std::unique_ptr<TransportEnd> m_failure; ///< an end that came inside a call of ours: told later
    std::optional<SteadyTime> m_lastReceivedAt;
    std::unique_ptr<CloseFrame> m_received;  ///< null: none
    std::unique_ptr<CloseFrame> m_sentClose; ///< null: none
    ClientNote m_note;
    qint64 m_pongBytes = 0; ///< that QWebSocket wrote since nothing waited any more
    qint64 m_readBufferSize = 0;
    qint64 m_readAtOnce = WireContext::readBytesAtOnce; ///< less for a peer that sends many tiny frames
    State m_state = State::Idle;
    bool m_calling = false; ///< inside a function of Transport: nothing may be told
    bool m_telling = false; ///< inside a function of the listener
    bool m_isTls = false;
};

} // namespace Pongwatch
