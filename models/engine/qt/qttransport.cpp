// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/qttransport.h"

#include "engine/qt/qtcontext.h"
#include "engine/qt/qtrequest.h"
#include "engine/wire/framewitness.h"
#include "engine/wire/framewriter.h"
#include "engine/wire/kernelsocket.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/readbuffer.h"
#include "engine/wire/tlsconfiguration.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkRequest>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

/// The maximum length of a frame's header.
constexpr qint64 longestHeader = 14;

/// QWebSocket waits for the server's whole answer, so this is more than HttpAnswerReader accepts.
constexpr qint64 handshakeReadBuffer = qint64(32) * 1024;

/// The overhead of a client's pong on the wire: two bytes, and the mask.
constexpr qint64 pongHeaderSize = 6;

struct QtTransportStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::QtTransport)
};

} // namespace

QtTransport::QtTransport(std::shared_ptr<QtContext> context)
    : m_context(std::move(context))
    , m_parser(0)
{
}

QtTransport::~QtTransport()
{
    m_state = State::Over;
    m_socket.reset(); // while there still is a witness
}

// What callers request

void QtTransport::open(const ConnectionSettings &settings, TransportListener *listener)
{
    Q_ASSERT(m_state == State::Idle);
    const QScopedValueRollback calling(m_calling, true);
    m_listener = listener;
    m_state = State::Dialling;
    m_isTls = settings.url.scheme() == QLatin1String("wss");
    m_socket = std::make_unique<TappedSocket>(settings.origin, static_cast<SocketWitness &>(*this));

    const Result<HandshakeFields> fields = handshakeFields(settings);
    if (!fields) {
        finishSoon({Cause::HandshakeInvalid, DialPhase::Dns, fields.error().sentence(), false});
        return;
    }
    if (!m_isTls) {
        dial(settings, fields.value());
        return;
    }
    m_context->wire->tls.prepare(
        settings.tls, m_socket.get(),
        [this, settings, fields = fields.value()](const Result<QSslConfiguration> &configuration) {
            if (m_state != State::Dialling)
                return;
            const QScopedValueRollback preparing(m_calling, true);
            if (!configuration) {
                finishSoon(SocketDial::refusedBy(configuration.error()));
                return;
            }
            m_socket->setSslConfiguration(configuration.value());
            dial(settings, fields);
        });
}

void QtTransport::dial(const ConnectionSettings &settings, const HandshakeFields &fields)
{
    const ChosenProxy proxy = chooseProxy(settings);
    if (!proxy.refusal.isEmpty()) {
        m_refusedStory = std::make_unique<DialStory>();
        m_refusedStory->proxy = proxy.use;
        finishSoon(SocketDial::refusedBy(proxy));
        return;
    }
    m_socket->setProxy(proxy.proxy);
    m_socket->setMaskGenerator(&m_context->masks);
    // QWebSocket applies this limit, meant for messages, to pongs as well.
    m_socket->setMaxAllowedIncomingFrameSize(
        static_cast<quint64>(std::max<qint64>(settings.maxMessageBytes, maxControlPayload)));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(settings.maxMessageBytes));
    m_readBufferSize = handshakeReadBuffer;
    m_socket->setReadBufferSize(m_readBufferSize);

    FrameParser parser(settings.maxMessageBytes);
    parser.setMessagesWanted(m_parser.messagesWanted());
    parser.setWitness(m_witness);
    m_parser = std::move(parser);
    m_upgrade = std::make_unique<Upgrade>();
    m_upgrade->subprotocols = settings.subprotocols;
    if (!proxy.isProxied() && QHostAddress(settings.url.host()).isNull())
        m_upgrade->host = settings.url.host();
    m_upgrade->port = portOf(settings.url);
    m_dial.emplace(m_context->wire->clock, settings, proxy);
    m_socket->dial(m_context->requests.make(settings.url, fields), settings.subprotocols);
    if (!m_socket->socket())
        finishSoon({Cause::HandshakeInvalid, DialPhase::Dns, m_socket->errorString(), false});
}

/// If a call of ours closed the socket, nobody has been told yet, and QWebSocket would still write to
/// it.
bool QtTransport::canWrite() const
{
    return m_socket->socket()->state() == QAbstractSocket::ConnectedState && m_socket->socket()->isOpen();
}

bool QtTransport::maySend() const
{
    return m_state == State::Open && !m_sentClose && !m_received && canWrite();
}

FrameWrite QtTransport::beginWrite()
{
    if (m_dial)
        m_dial->noteFin();
    return {m_context->wire->clock.now(), backlogBytes()};
}

void QtTransport::endWrite()
{
    // QWebSocket would wait for the next turn of the event loop.
    m_socket->flush();
    // With TLS, this may have decrypted more without saying so.
    bytesCame();
}

void QtTransport::tellSent(Opcode opcode, QByteArrayView payload, const FrameWrite &write)
{
    if (m_witness)
        m_witness->frameSent(opcode, payload, write.handedAt);
}

void QtTransport::setFrameWitness(FrameWitness *witness)
{
    m_witness = witness;
    m_parser.setWitness(witness);
}

FrameWrite QtTransport::sendPing(QByteArrayView payload)
{
    if (!maySend())
        return {m_context->wire->clock.now(), 0};
    const QScopedValueRollback calling(m_calling, true);
    const FrameWrite write = beginWrite();
    m_socket->ping(payload.toByteArray());
    endWrite();
    tellSent(Opcode::Ping, payload, write);
    return write;
}

FrameWrite QtTransport::sendText(const QString &text)
{
    if (!maySend())
        return {m_context->wire->clock.now(), 0};
    const QScopedValueRollback calling(m_calling, true);
    const FrameWrite write = beginWrite();
    m_socket->sendTextMessage(text);
    endWrite();
    if (m_witness)
        tellSent(Opcode::Text, text.toUtf8(), write);
    return write;
}

FrameWrite QtTransport::sendBinary(QByteArrayView payload)
{
    if (!maySend())
        return {m_context->wire->clock.now(), 0};
    const QScopedValueRollback calling(m_calling, true);
    const FrameWrite write = beginWrite();
    m_socket->sendBinaryMessage(payload.toByteArray());
    endWrite();
    tellSent(Opcode::Binary, payload, write);
    return write;
}

qint64 QtTransport::backlogBytes() const
{
    return m_socket ? m_socket->backlogBytes() : 0;
}

void QtTransport::sendClose(const CloseFrame &frame)
{
    if (!maySend())
        return;
    const QScopedValueRollback calling(m_calling, true);
    (void)beginWrite();
    m_sentClose = std::make_unique<CloseFrame>(frame); // so that the end of the socket is expected
    m_socket->close(
        static_cast<QWebSocketProtocol::CloseCode>(frame.code.value_or(QWebSocketProtocol::CloseCodeNormal)),
        QString::fromUtf8(closeReasonBytes(frame.reason)));
    learnWhatWasSent();
}

void QtTransport::abort()
{
    m_state = State::Over;
    m_witness = nullptr;
    m_held.clear();
    m_failure.reset();
    m_closing.reset();
    if (m_socket)
        m_socket->abort();
    if (m_dial)
        m_dial->closeDescriptor();
}

DialPhase QtTransport::phase() const
{
    if (m_state != State::Dialling)
        return DialPhase::Open;
    const DialPhase phase = m_dial ? m_dial->phase() : DialPhase::Dns;
    return phase == DialPhase::Open ? DialPhase::Upgrade : phase;
}

DialPhases QtTransport::phases() const
{
    if (m_state != State::Dialling || !m_dial)
        return {};
    DialPhases phases = m_dial->phases();
    if (m_dial->phase() == DialPhase::Open)
        phases.upgrade = m_context->wire->clock.now() - m_upgrade->startedAt;
    return phases;
}

ClientNote QtTransport::note() const
{
    if (phase() == DialPhase::Tcp && m_upgrade && m_upgrade->addresses) {
        const quint32 left = m_upgrade->addresses->left();
        return left > 0 ? ClientNote{ClientNote::Kind::AddressesLeft, left} : ClientNote();
    }
    return m_note;
}

std::optional<TcpSnapshot> QtTransport::tcpSnapshot() const
{
    if (!m_dial)
        return {};
    return readTcpSnapshot(m_dial->descriptor());
}

DialStory QtTransport::story() const
{
    if (!m_dial)
        return m_refusedStory ? *m_refusedStory : DialStory();
    DialStory story = m_dial->story();
    if (m_upgrade && m_upgrade->addresses)
        story.attempts = m_upgrade->addresses->attempts();
    return story;
}

std::optional<CloseFrame> QtTransport::sentClose() const
{
    return m_sentClose ? std::optional(*m_sentClose) : std::nullopt;
}

std::optional<TcpTiming> QtTransport::tcpTiming() const
{
    return m_dial ? readTcpTiming(m_dial->descriptor()) : std::nullopt;
}

// What the socket does

void QtTransport::socketMade(QObject *socket)
{
    if (m_dial)
        m_dial->watch(socket);
}

void QtTransport::alertReceived(QSsl::AlertType type)
{
    if (m_dial)
        m_dial->alertReceived(type);
}

void QtTransport::socketHostFound()
{
    if (!m_dial || m_state != State::Dialling)
        return;
    m_dial->hostFound();
    if (!m_upgrade->host.isEmpty())
        m_upgrade->addresses = std::make_unique<AddressStory>(m_upgrade->host, m_upgrade->port,
                                                              m_context->wire->clock, *m_socket->socket());
}

void QtTransport::socketConnected()
{
    if (m_state != State::Dialling)
        return;
    if (m_upgrade->addresses)
        m_upgrade->addresses->connected();
    m_upgrade->key = m_context->masks.keyOfLastFour();
    m_upgrade->response.emplace(m_upgrade->key, m_upgrade->subprotocols);
    m_dial->connected(*m_socket->socket());
    beginUpgrade();
}

void QtTransport::socketEncrypted()
{
    if (m_state != State::Dialling)
        return;
    std::optional<TransportEnd> refused;
    {
        const QScopedValueRollback calling(m_calling, true); // this writes the end of the handshake
        refused = m_dial->encrypted(*qobject_cast<QSslSocket *>(m_socket->socket()));
    }
    if (refused) {
        finish(*refused);
        return;
    }
    beginUpgrade();
}

void QtTransport::beginUpgrade()
{
    if (m_dial->phase() != DialPhase::Open)
        return;
    m_upgrade->startedAt = m_context->wire->clock.now();
    if (m_witness)
        m_witness->handshake(FrameDirection::Sent,
                             requestOfQWebSocket(m_socket->request(), m_socket->origin(),
                                                 m_upgrade->subprotocols, m_upgrade->key));
}

void QtTransport::certificateDoubted(const QList<QSslError> &errors)
{
    if (m_dial)
        m_dial->certificateDoubted(errors);
}

void QtTransport::socketFailed(QAbstractSocket::SocketError error)
{
    if (m_state == State::Over || !m_dial || m_failure)
        return;
    const TransportEnd failure = m_dial->explain(error, m_socket->socket()->errorString());
    AddressStory *addresses =
        m_upgrade && m_dial->phase() == DialPhase::Tcp ? m_upgrade->addresses.get() : nullptr;
    if (addresses)
        addresses->failed(error); // the addresses may become known a turn of the event loop later
    if (m_calling || m_telling || addresses)
        finishSoon(failure);
    else
        finish(failure);
}

void QtTransport::bytesCame()
{
    if (m_state == State::Over || !m_tap.hasNews(*m_socket->socket()))
        return;
    const SteadyTime readAt = m_context->wire->clock.now();
    ReadBuffer buffer(*m_context->wire);
    const QByteArrayView bytes = m_tap.look(*m_socket->socket(), buffer);
    m_lastReceivedAt = readAt;
    m_dial->heard();
    take(bytes, readAt);
}

void QtTransport::bytesHandled()
{
    m_tap.readerDone(*m_socket->socket());
    if (m_witness)
        m_witness->pongsSent(m_context->wire->clock.now());
    if (m_state == State::Dialling && m_upgrade->accepted)
        finishUpgrade();
    if (m_state != State::Open)
        return;
    boundPongs();
    widenReadBuffer();
}

void QtTransport::webSocketConnected()
{
    if (m_upgrade)
        m_upgrade->takenByQWebSocket = true;
}

void QtTransport::webSocketDisconnected()
{
    if (m_state == State::Over || (m_upgrade && m_upgrade->accepted))
        return; // in the second case bytesHandled() will follow
    if (m_state == State::Open && (m_sentClose || m_received))
        awaitEndOfPeer();
    else // the reason usually follows
        later(&QtTransport::explainDisconnect);
}

// What the bytes mean

void QtTransport::take(QByteArrayView bytes, SteadyTime readAt)
{
    if (m_calling || m_telling || !m_held.isEmpty()) {
        if (m_held.isEmpty())
            m_heldReadAt = readAt;
        m_held.append(bytes);
        if (!m_telling) // otherwise they are processed as soon as the listener returns
            later(&QtTransport::takeHeld);
        return;
    }
    process(bytes, readAt);
    takeHeld();
}

void QtTransport::takeHeld()
{
    while (!m_held.isEmpty() && !m_calling && !m_telling && m_state != State::Over) {
        const QByteArray bytes = std::exchange(m_held, {});
        process(bytes, m_heldReadAt);
    }
}

void QtTransport::process(QByteArrayView bytes, SteadyTime readAt)
{
    const QScopedValueRollback telling(m_telling, true);
    if (m_witness)
        m_witness->bytesRead(readAt);
    if (m_state == State::Dialling)
        readHandshake(bytes, readAt);
    else if (m_state == State::Open)
        readFrames(bytes, readAt);
}

void QtTransport::readHandshake(QByteArrayView &bytes, SteadyTime readAt)
{
    if (m_upgrade->accepted) {
        m_upgrade->early.append(bytes);
        return;
    }
    if (!m_upgrade->response)
        return;
    const bool wasRejected = m_upgrade->response->isRejected();
    const QByteArrayView whole = bytes;
    const HandshakeEvent event = m_upgrade->response->feed(bytes);
    if (m_witness)
        m_witness->handshake(FrameDirection::Received, whole.chopped(bytes.size()));
    if (!wasRejected && m_upgrade->response->isRejected()) {
        // The answer is known; it is worth waiting a moment for its body.
        QTimer::singleShot(HttpAnswerReader::bodyPatience, m_socket.get(), [this] { (void)conclude(); });
    }
    if (const auto *refused = std::get_if<HandshakeRefused>(&event)) {
        end(endOf(*refused));
    } else if (const auto *accepted = std::get_if<HandshakeAccepted>(&event)) {
        m_upgrade->accepted = *accepted;
        m_upgrade->answeredAt = readAt;
        m_upgrade->early = bytes.toByteArray();
    }
}

bool QtTransport::conclude()
{
    if (m_state != State::Dialling || !m_upgrade || !m_upgrade->response ||
        !m_upgrade->response->isRejected())
        return false;
    const HandshakeEvent event = m_upgrade->response->finish();
    if (const auto *refused = std::get_if<HandshakeRefused>(&event))
        end(endOf(*refused));
    return true;
}

void QtTransport::finishUpgrade()
{
    if (!m_upgrade->takenByQWebSocket) {
        m_note.kind = ClientNote::Kind::AnswerRefused;
        const QString why = m_socket->errorString().left(TransportEnd::longestDetail / 2);
        end(endOf(HandshakeRefused{
            Cause::HandshakeInvalid, 101,
            why.isEmpty() ? QtTransportStrings::tr("QWebSocket rejects this answer") : why, false}));
        return;
    }
    const std::unique_ptr<Upgrade> upgrade = std::move(m_upgrade);
    StreamFacts facts = m_dial->takeFacts();
    Opened opened;
    opened.client = Client::Qt;
    opened.phases = facts.phases;
    opened.phases.upgrade = upgrade->answeredAt - upgrade->startedAt;
    opened.address = facts.address;
    opened.tls = facts.tls;
    opened.subprotocol = upgrade->accepted->subprotocol;
    opened.server = upgrade->accepted->server;
    DialStory dialled = m_dial->story();
    opened.proxy = std::move(dialled.proxy);
    if (upgrade->addresses)
        opened.attempts = upgrade->addresses->attempts();
    m_state = State::Open;
    {
        const QScopedValueRollback telling(m_telling, true);
        m_listener->transportOpened(opened);
        if (m_state == State::Open && !upgrade->early.isEmpty())
            readFrames(upgrade->early, upgrade->answeredAt);
    }
    takeHeld();
    // QWebSocket has already handled these frames.
    if (m_witness)
        m_witness->pongsSent(m_context->wire->clock.now());
    if (m_state == State::Open && m_socket->state() == QAbstractSocket::UnconnectedState)
        webSocketDisconnected();
}

void QtTransport::readFrames(QByteArrayView bytes, SteadyTime readAt)
{
    const qsizetype total = bytes.size();
    int frames = 0;
    while (m_state == State::Open) {
        const FrameEvent event = m_parser.next(bytes);
        if (std::holds_alternative<std::monostate>(event))
            break;
        ++frames;
        if (const auto *pong = std::get_if<PongFrame>(&event)) {
            const qint64 frameEnd = total - bytes.size();
            m_listener->pongReceived(
                pong->payload, readFacts(readAt, frameEnd - serverControlHeaderSize - pong->payload.size()));
        } else if (const auto *ping = std::get_if<PingFrame>(&event)) {
            m_dial->noteFin(); // QWebSocket is about to answer
            if (m_witness && !m_sentClose)
                m_witness->pongDue(ping->payload);
            m_pongBytes += pongHeaderSize + ping->payload.size();
        } else if (const auto *message = std::get_if<WholeMessage>(&event)) {
            m_listener->messageReceived(message->binary, message->payload, message->size,
                                        readFacts(readAt, total - bytes.size() - message->size));
        } else if (const auto *close = std::get_if<CloseFrame>(&event)) {
            m_dial->noteFin();
            m_received = std::make_unique<CloseFrame>(*close);
            m_listener->closeFrameReceived(*close);
        } else if (const auto *violation = std::get_if<Violation>(&event)) {
            fail(*violation);
        }
    }
    boundFrames(frames, total);
}

/// QWebSocket handles all frames that its socket has read before others get their turn: if a peer floods it
/// with tiny ones, the socket must read less.
void QtTransport::boundFrames(int frames, qsizetype bytes)
{
    if (frames > WireContext::framesInOneTurn)
        m_readAtOnce = std::max<qint64>(leastReadAtOnce, m_readAtOnce / 4);
    else if (frames < WireContext::framesInOneTurn / 4 && bytes >= m_readAtOnce / 2)
        m_readAtOnce = std::min<qint64>(WireContext::readBytesAtOnce, m_readAtOnce * 2);
}

FrameRead QtTransport::readFacts(SteadyTime readAt, qint64 bytesAhead) const
{
    return {readAt, std::max<qint64>(0, bytesAhead), {}, {}};
}

/// QWebSocket reads a frame once all of it is there, so there must be enough room.
void QtTransport::widenReadBuffer()
{
    const qint64 needed =
        m_parser.frameLeft() > 0 ? m_socket->socket()->bytesAvailable() + m_parser.frameLeft() : 0;
    const qint64 size = std::max<qint64>(m_readAtOnce, needed > 0 ? needed + longestHeader : 0);
    if (size != m_readBufferSize) {
        m_readBufferSize = size;
        m_socket->socket()->setReadBufferSize(size);
    }
}

/// QWebSocket answers every ping at once, whether or not the peer reads the answers.
void QtTransport::boundPongs()
{
    if (m_pongBytes == 0)
        return;
    const qint64 waiting = std::min(m_pongBytes, backlogBytes());
    if (waiting == 0)
        m_pongBytes = 0;
    if (waiting <= mostPongBytes)
        return;
    m_note = {ClientNote::Kind::PongsPiledUp, static_cast<quint32>(waiting)};
    m_socket->abort();
    end({Cause::ProtocolError, DialPhase::Open,
         QtTransportStrings::tr("it sends pings and does not read the pongs"), true});
}

// How it ends

/// From QWebSocket itself, which knows the frame that it wrote.
void QtTransport::learnWhatWasSent()
{
    CloseFrame sent;
    sent.code = static_cast<quint16>(m_socket->closeCode());
    sent.reason = m_socket->closeReason();
    m_sentClose = std::make_unique<CloseFrame>(sent);
    if (m_witness)
        m_witness->frameSent(Opcode::Close, closePayload(sent), m_context->wire->clock.now());
    if (m_received && m_received->code && m_received->code != sent.code)
        m_note.kind = ClientNote::Kind::CloseCodeUnknown;
    else if (m_received && !m_received->code)
        m_note.kind = ClientNote::Kind::EmptyCloseAnswered;
}

void QtTransport::awaitEndOfPeer()
{
    if (!m_sentClose)
        learnWhatWasSent();
    if (m_closing || m_dial->descriptor() == -1)
        return;
    m_dial->takeOverNumber();
    if (m_isTls)
        finishSending(m_dial->descriptor());
    if (m_isTls && !m_received)
        m_note.kind = ClientNote::Kind::CloseAnswerUnread;
    const auto read = [this](QByteArrayView bytes, SteadyTime readAt) {
        m_lastReceivedAt = readAt;
        if (!m_isTls)
            take(bytes, readAt);
    };
    m_closing = std::make_unique<ClosingWatch>(*m_context->wire, m_dial->descriptor(), read,
                                               [this](const TransportEnd &end) { finish(end); });
}

/// QWebSocket's socket was closed, and no reason was reported before.
void QtTransport::explainDisconnect()
{
    if (m_state == State::Over || m_failure)
        return;
    takeHeld();
    if (m_state != State::Open) {
        if (m_state == State::Dialling && m_dial)
            finish(m_dial->explain(QAbstractSocket::RemoteHostClosedError, {}));
    } else if (m_sentClose || m_received) {
        awaitEndOfPeer();
    } else if (const std::optional<TcpSnapshot> books = tcpSnapshot(); !books || books->peerClosed) {
        finish(m_dial->explain(QAbstractSocket::RemoteHostClosedError, {}));
    } else {
        learnWhatWasSent();
        finish({Cause::NetworkError, DialPhase::Open,
                QtTransportStrings::tr("QWebSocket closed the connection by itself: %1")
                    .arg(m_socket->closeReason().left(TransportEnd::longestDetail / 2)),
                true});
    }
}

void QtTransport::fail(const Violation &violation)
{
    // If the Close frame came right after the upgrade, QWebSocket has already answered it.
    const bool isClosed = m_socket->closeCode() != QWebSocketProtocol::CloseCodeNormal;
    if (!m_sentClose && (isClosed || canWrite())) {
        m_sentClose = std::make_unique<CloseFrame>(CloseFrame{violation.closeCode, {}});
        m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(violation.closeCode));
        learnWhatWasSent();
        if (m_dial->descriptor() != -1 && m_socket->state() == QAbstractSocket::UnconnectedState)
            shutDownGently(m_dial->descriptor());
    }
    end(endOf(violation));
}

void QtTransport::finish(TransportEnd ended)
{
    takeHeld(); // what the peer sent before it left
    if (m_state == State::Over || conclude())
        return;
    const DialStory dialled = story();
    const bool someRefused =
        std::any_of(dialled.attempts.begin(), dialled.attempts.end(),
                    [](const AddressAttempt &attempt) { return attempt.outcome == AddressOutcome::Refused; });
    // Qt reports only the last address; a refusal says more than a missing route.
    if (ended.cause == Cause::Unreachable && someRefused)
        ended.cause = Cause::Refused;
    if (m_dial)
        ended.phase = phase();
    end(std::move(ended));
}

void QtTransport::finishSoon(TransportEnd ended)
{
    m_failure = std::make_unique<TransportEnd>(std::move(ended));
    QMetaObject::invokeMethod(
        m_socket.get(),
        [this] {
            if (const std::unique_ptr<TransportEnd> failure = std::move(m_failure))
                finish(*failure);
        },
        Qt::QueuedConnection);
}

void QtTransport::end(TransportEnd end)
{
    end.phases = phases();
    end.detail.truncate(TransportEnd::longestDetail);
    if (std::exchange(m_state, State::Over) == State::Over)
        return;
    if (m_received && !m_sentClose)
        learnWhatWasSent();
    m_witness = nullptr;
    end.sent = sentClose();
    if (!m_sentClose)
        m_socket->abort();
    m_closing.reset();
    if (m_dial)
        m_dial->closeDescriptor();
    m_listener->transportEnded(end); // who asks what the addresses did
    m_upgrade.reset();
}

void QtTransport::later(void (QtTransport::*call)())
{
    QMetaObject::invokeMethod(
        m_socket.get(), [this, call] { (this->*call)(); }, Qt::QueuedConnection);
}

} // namespace Pongwatch
