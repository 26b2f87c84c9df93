// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "engine/wire/bytestream.h"
#include "engine/wire/frameparser.h"
#include "engine/wire/framewriter.h"
#include "engine/wire/openinghandshake.h"
#include "engine/wire/wirecontext.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Pongwatch
{

/// Makes the stream for a dial with these settings. Both must outlive the stream.
using StreamMaker = std::function<std::unique_ptr<ByteStream>(const ConnectionSettings &, WireContext &,
                                                              ByteStreamListener &)>;

/// A WebSocket client by RFC 6455, without extensions, that reports what a peer really sent: close codes as
/// they came, FIN as opposed to RST, in their true order. Answers pings, but never lets a flood of them pile
/// up: while bytes wait to be written, only the newest ping is remembered (5.5.3). Handles at most
/// WireContext::framesInOneTurn frames in one turn of the event loop, and reads no more until then.
class WebSocketTransport final : public Transport, private ByteStreamListener
{
public:
    WebSocketTransport(std::shared_ptr<WireContext> context, StreamMaker makeStream);
    ~WebSocketTransport() override;

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
    [[nodiscard]] std::optional<CloseFrame> sentClose() const override;
    [[nodiscard]] std::optional<TcpTiming> tcpTiming() const override;
    void setMessagesWanted(qint64 bytes) override;
    void setFrameWitness(FrameWitness *witness) override;

private:
    FrameWrite sendData(Opcode opcode, QByteArrayView payload);
    enum class State : quint8 { Idle, Dialling, Upgrading, Open, Over };

    /// Only needed while dialling; freed once open.
    struct Dial {
        QByteArray request;
        HandshakeResponse response;
        Opened opened;
        SteadyTime upgradeStartedAt{};
        std::unique_ptr<QTimer> bodyTimer; ///< after a rejection
    };

    void streamConnected(const StreamFacts &facts) override;
    void streamRead(QByteArrayView bytes, SteadyTime readAt) override;
    void streamDrained() override;
    void streamEnded(const TransportEnd &end) override;

    void readHandshake(QByteArrayView &bytes, SteadyTime readAt);
    void takeAnswer(const HandshakeEvent &event, SteadyTime readAt);
    /// Bytes from one read, and how many of them have been handled.
    struct ReadState {
        SteadyTime readAt{};
        qint64 ahead = 0; ///< bytes that were read just before these, with no pause in between
        qsizetype size = 0;
        int pings = 0;
    };

    /// Handles up to `most` frames, or until the bytes are used up; unhandled bytes remain in
    /// `bytes`.
    void readFrames(QByteArrayView &bytes, int most);
    void readLeftOver();
    void handle(const FrameEvent &event, qsizetype left);
    [[nodiscard]] FrameRead readFacts(qint64 bytesAhead) const;
    void answerPing(QByteArrayView payload);
    void flushPongs();
    void writeFrame(const ControlFrame &frame);
    void writeClose(const CloseFrame &frame);
    void fail(const Violation &violation);
    void end(TransportEnd end);

    std::shared_ptr<WireContext> m_context;
    std::unique_ptr<StreamMaker> m_makeStream; ///< until it has been used
    TransportListener *m_listener = nullptr;
    FrameWitness *m_witness = nullptr; ///< null: nobody wants to see frames
    std::unique_ptr<ByteStream> m_stream;
    std::unique_ptr<Dial> m_dial;
    FrameParser m_parser;
    std::optional<SteadyTime> m_lastReceivedAt;
    std::unique_ptr<CloseFrame> m_sentClose; ///< null: none was sent
    QByteArray m_pongWaiting;                ///< the newest ping yet to be answered; null: none
    QByteArray m_pongs;                      ///< collected in this turn; written together
    /// Bytes that were read but will be handled in the next turns.
    struct LeftOver {
        QByteArray bytes;
        qsizetype done = 0;

        [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(bytes).sliced(done); }
    };
    std::unique_ptr<LeftOver> m_leftOver; ///< null: nothing
    ReadState m_read;                     ///< for the bytes being handled
    State m_state = State::Idle;
};

} // namespace Pongwatch
