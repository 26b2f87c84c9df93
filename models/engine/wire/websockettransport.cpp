// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/websockettransport.h"

#include "engine/wire/framewitness.h"
#include "engine/wire/kernelsocket.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Pongwatch
{

namespace
{

/// Up to this many pings read in one go each get a pong; if there are more, only the newest does.
constexpr int pongsInOneGo = 16;

} // namespace

WebSocketTransport::WebSocketTransport(std::shared_ptr<WireContext> context, StreamMaker makeStream)
    : m_context(std::move(context))
    , m_makeStream(std::make_unique<StreamMaker>(std::move(makeStream)))
    , m_parser(0)
{
}

WebSocketTransport::~WebSocketTransport() = default;

void WebSocketTransport::open(const ConnectionSettings &settings, TransportListener *listener)
{
    Q_ASSERT(m_state == State::Idle);
    m_listener = listener;
    m_state = State::Dialling;
    m_stream = (*m_makeStream)(settings, *m_context, *this);
    m_makeStream.reset();

    const QByteArray key = makeWebSocketKey();
    Result<QByteArray> request = writeHandshakeRequest(settings, key);
    if (!request) {
        m_stream->refuse(
            TransportEnd{Cause::HandshakeInvalid, DialPhase::Dns, request.error().sentence(), false});
        return;
    }
    FrameParser parser(settings.maxMessageBytes);
    parser.setMessagesWanted(m_parser.messagesWanted());
    parser.setWitness(m_witness);
    m_parser = std::move(parser);
    m_dial = std::make_unique<Dial>(
        Dial{std::move(request).value(), HandshakeResponse(key, settings.subprotocols), {}, {}, {}});
    m_stream->open(settings);
}

FrameWrite WebSocketTransport::sendPing(QByteArrayView payload)
{
    FrameWrite write;
    if (m_state != State::Open || m_sentClose) {
        write.handedAt = m_context->clock.now();
        return write;
    }
    write.backlogBytes = m_stream->backlogBytes();
    const ControlFrame frame = writeControlFrame(Opcode::Ping, payload, m_context->masks.next());
    write.handedAt = m_context->clock.now(); // the frame is already made: only the sending is timed
    writeFrame(frame);
    if (m_witness)
        m_witness->frameSent(Opcode::Ping, payload, write.handedAt);
    return write;
}

FrameWrite WebSocketTransport::sendText(const QString &text)
{
    return sendData(Opcode::Text, text.toUtf8());
}

FrameWrite WebSocketTransport::sendBinary(QByteArrayView payload)
{
    return sendData(Opcode::Binary, payload);
}

FrameWrite WebSocketTransport::sendData(Opcode opcode, QByteArrayView payload)
{
    FrameWrite write;
    if (m_state != State::Open || m_sentClose) {
        write.handedAt = m_context->clock.now();
        return write;
    }
    write.backlogBytes = m_stream->backlogBytes();
    const QByteArray frame = writeDataFrame(opcode, payload, m_context->masks.next());
    write.handedAt = m_context->clock.now();
    m_stream->write(frame);
    if (m_witness)
        m_witness->frameSent(opcode, payload, write.handedAt);
    return write;
}

qint64 WebSocketTransport::backlogBytes() const
{
    return m_stream ? m_stream->backlogBytes() : 0;
}

void WebSocketTransport::sendClose(const CloseFrame &frame)
{
    if (m_state == State::Open && !m_sentClose)
        writeClose(frame);
}

void WebSocketTransport::abort()
{
    m_state = State::Over;
    m_witness = nullptr;
    m_pongWaiting = QByteArray();
    if (m_dial)
        m_dial->bodyTimer.reset();
    if (m_stream)
        m_stream->abort();
}

DialPhase WebSocketTransport::phase() const
{
    if (m_state == State::Dialling)
        return m_stream->phase();
    return m_state == State::Upgrading ? DialPhase::Upgrade : DialPhase::Open;
}

DialPhases WebSocketTransport::phases() const
{
    if (m_state == State::Dialling)
        return m_stream->phases();
    if (m_state != State::Upgrading)
        return {};
    DialPhases phases = m_dial->opened.phases;
    phases.upgrade = m_context->clock.now() - m_dial->upgradeStartedAt;
    return phases;
}

DialStory WebSocketTransport::story() const
{
    return m_stream ? m_stream->story() : DialStory();
}

std::optional<CloseFrame> WebSocketTransport::sentClose() const
{
    return m_sentClose ? std::optional(*m_sentClose) : std::nullopt;
}

std::optional<TcpTiming> WebSocketTransport::tcpTiming() const
{
    return m_stream ? readTcpTiming(m_stream->descriptor()) : std::nullopt;
}

std::optional<TcpSnapshot> WebSocketTransport::tcpSnapshot() const
{
    if (!m_stream)
        return {};
    return readTcpSnapshot(m_stream->descriptor());
}

void WebSocketTransport::setMessagesWanted(qint64 bytes)
{
    m_parser.setMessagesWanted(bytes);
}

void WebSocketTransport::setFrameWitness(FrameWitness *witness)
{
    m_witness = witness;
    m_parser.setWitness(witness);
}

void WebSocketTransport::streamConnected(const StreamFacts &facts)
{
    m_state = State::Upgrading;
    m_dial->opened.phases = facts.phases;
    m_dial->opened.address = facts.address;
    m_dial->opened.tls = facts.tls;
    m_dial->upgradeStartedAt = m_context->clock.now();
    const QByteArray request = std::exchange(m_dial->request, {});
    m_stream->write(request);
    if (m_witness)
        m_witness->handshake(FrameDirection::Sent, request);
}

void WebSocketTransport::streamRead(QByteArrayView bytes, SteadyTime readAt)
{
    m_lastReceivedAt = readAt;
    if (m_witness)
        m_witness->bytesRead(readAt);
    if (m_leftOver) { // only at an end: the rest is handled then
        m_leftOver->bytes.append(bytes);
        m_read.size += bytes.size();
        return;
    }
    const bool goesOn = m_read.size == static_cast<qsizetype>(WireContext::readBytesAtOnce);
    m_read = ReadState{readAt, goesOn ? m_read.ahead + m_read.size : 0, bytes.size(), 0};
    if (m_state == State::Upgrading)
        readHandshake(bytes, readAt);
    if (m_state != State::Open)
        return;
    readFrames(bytes, WireContext::framesInOneTurn);
    if (m_state != State::Open || bytes.isEmpty())
        return;
    m_leftOver = std::make_unique<LeftOver>(LeftOver{bytes.toByteArray()});
    m_stream->setReading(false);
    QMetaObject::invokeMethod(
        m_stream.get(), [this] { readLeftOver(); }, Qt::QueuedConnection);
}

void WebSocketTransport::readLeftOver()
{
    if (m_state != State::Open || !m_leftOver)
        return;
    QByteArrayView rest = m_leftOver->rest();
    readFrames(rest, WireContext::framesInOneTurn);
    if (m_state != State::Open)
        return;
    m_leftOver->done = m_leftOver->bytes.size() - rest.size();
    if (!rest.isEmpty()) {
        QMetaObject::invokeMethod(
            m_stream.get(), [this] { readLeftOver(); }, Qt::QueuedConnection);
        return;
    }
    m_leftOver.reset();
    m_stream->setReading(true);
}

void WebSocketTransport::readHandshake(QByteArrayView &bytes, SteadyTime readAt)
{
    const QByteArrayView whole = bytes;
    const HandshakeEvent event = m_dial->response.feed(bytes);
    if (m_witness)
        m_witness->handshake(FrameDirection::Received, whole.chopped(bytes.size()));
    takeAnswer(event, readAt);
    if (m_state != State::Upgrading || !m_dial->response.isRejected() || m_dial->bodyTimer)
        return;
    // The answer is known; it is worth waiting a moment for its body.
    m_dial->bodyTimer = std::make_unique<QTimer>();
    m_dial->bodyTimer->setSingleShot(true);
    m_dial->bodyTimer->callOnTimeout([this] { (void)conclude(); });
    m_dial->bodyTimer->start(HttpAnswerReader::bodyPatience);
}

bool WebSocketTransport::conclude()
{
    if (m_state != State::Upgrading || !m_dial->response.isRejected())
        return false;
    takeAnswer(m_dial->response.finish(), m_context->clock.now());
    return true;
}

void WebSocketTransport::takeAnswer(const HandshakeEvent &event, SteadyTime readAt)
{
    if (const auto *refused = std::get_if<HandshakeRefused>(&event)) {
        m_stream->close();
        end(endOf(*refused));
    } else if (const auto *accepted = std::get_if<HandshakeAccepted>(&event)) {
        Opened opened = std::move(m_dial->opened);
        opened.phases.upgrade = readAt - m_dial->upgradeStartedAt;
        opened.client = Client::Wire;
        opened.subprotocol = accepted->subprotocol;
        opened.server = accepted->server;
        const DialStory story = this->story();
        opened.proxy = story.proxy;
        opened.attempts = story.attempts;
        m_dial.reset();
        m_state = State::Open;
        m_listener->transportOpened(opened);
    }
}

void WebSocketTransport::readFrames(QByteArrayView &bytes, int most)
{
    for (int frames = 0; frames < most && m_state == State::Open; ++frames) {
        const FrameEvent event = m_parser.next(bytes);
        if (std::holds_alternative<std::monostate>(event))
            break;
        handle(event, bytes.size());
    }
    flushPongs();
    if (m_state == State::Open && m_stream->backlogBytes() == 0)
        streamDrained();
}

void WebSocketTransport::handle(const FrameEvent &event, qsizetype left)
{
    const qint64 frameEnd = m_read.ahead + m_read.size - left;
    if (const auto *pong = std::get_if<PongFrame>(&event)) {
        m_listener->pongReceived(pong->payload,
                                 readFacts(frameEnd - serverControlHeaderSize - pong->payload.size()));
    } else if (const auto *ping = std::get_if<PingFrame>(&event)) {
        answerPing(ping->payload);
    } else if (const auto *message = std::get_if<WholeMessage>(&event)) {
        m_listener->messageReceived(message->binary, message->payload, message->size,
                                    readFacts(frameEnd - message->size));
    } else if (const auto *close = std::get_if<CloseFrame>(&event)) {
        if (!m_sentClose)
            writeClose(CloseFrame{close->code, {}});
        m_listener->closeFrameReceived(*close);
    } else if (const auto *violation = std::get_if<Violation>(&event)) {
        fail(*violation);
    }
}

FrameRead WebSocketTransport::readFacts(qint64 bytesAhead) const
{
    FrameRead read{m_read.readAt, std::max<qint64>(0, bytesAhead), {}, {}};
    if (m_leftOver)
        read.servedAt = m_context->clock.now();
    return read;
}

void WebSocketTransport::answerPing(QByteArrayView payload)
{
    if (m_sentClose)
        return;
    if (m_read.pings++ >= pongsInOneGo || m_stream->backlogBytes() > 0) {
        m_pongWaiting = payload.isEmpty() ? QByteArray("") : payload.toByteArray(); // must not be null
        return;
    }
    m_pongs.append(writeControlFrame(Opcode::Pong, payload, m_context->masks.next()).view());
    if (m_witness)
        m_witness->pongDue(payload);
}

void WebSocketTransport::flushPongs()
{
    if (!m_pongs.isEmpty() && m_state == State::Open && !m_sentClose) {
        m_stream->write(m_pongs);
        if (m_witness)
            m_witness->pongsSent(m_context->clock.now());
    }
    m_pongs = QByteArray();
}

void WebSocketTransport::streamDrained()
{
    if (m_pongWaiting.isNull() || m_state != State::Open)
        return;
    const QByteArray payload = std::exchange(m_pongWaiting, {});
    if (m_sentClose)
        return;
    writeFrame(writeControlFrame(Opcode::Pong, payload, m_context->masks.next()));
    if (m_witness) {
        m_witness->pongDue(payload);
        m_witness->pongsSent(m_context->clock.now());
    }
}

void WebSocketTransport::writeFrame(const ControlFrame &frame)
{
    m_stream->write(frame.view());
}

void WebSocketTransport::writeClose(const CloseFrame &frame)
{
    flushPongs();
    CloseFrame sent = frame;
    sent.reason = QString::fromUtf8(closeReasonBytes(frame.reason));
    writeFrame(writeCloseFrame(sent, m_context->masks.next()));
    if (m_witness)
        m_witness->frameSent(Opcode::Close, closePayload(sent), m_context->clock.now());
    m_sentClose = std::make_unique<CloseFrame>(std::move(sent));
    m_pongWaiting = QByteArray();
}

void WebSocketTransport::fail(const Violation &violation)
{
    if (!m_sentClose)
        writeClose(CloseFrame{violation.closeCode, {}});
    m_stream->close();
    end(endOf(violation));
}

void WebSocketTransport::streamEnded(const TransportEnd &streamEnd)
{
    // What the peer sent before it left; limited by what is read at once.
    if (m_state == State::Open && m_leftOver) {
        QByteArrayView rest = m_leftOver->rest();
        readFrames(rest, std::numeric_limits<int>::max());
    }
    if (conclude()) // the end of the body
        return;
    TransportEnd ended = streamEnd;
    if (m_state != State::Dialling)
        ended.phase = phase();
    end(std::move(ended));
}

void WebSocketTransport::end(TransportEnd end)
{
    if (m_state == State::Upgrading)
        end.phases = phases();
    end.detail.truncate(TransportEnd::longestDetail);
    if (std::exchange(m_state, State::Over) == State::Over)
        return;
    m_witness = nullptr;
    m_pongWaiting = QByteArray();
    if (m_dial && m_dial->bodyTimer) // it may be the caller
        m_dial->bodyTimer.release()->deleteLater();
    m_dial.reset();
    end.sent = sentClose();
    m_listener->transportEnded(end);
}

} // namespace Pongwatch
