// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/probelink.h"

#include "engine/diagnosis/diagnosis.h"
#include "engine/diagnosis/explanation.h"
#include "engine/wire/framewriter.h"
#include "engine/wire/sockettransportfactory.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

/// What of each kind of frame is kept at most: a peer may flood.
constexpr std::size_t mostKeptFrames = 4096;
constexpr qint64 keptOfMessage = 256;
constexpr qsizetype keptFirstBytes = 16 * 1024;
/// How much a peer may leave unread.
constexpr qint64 mostUnsent = 64 * 1024;
/// How long a peer is waited for that is being closed politely.
constexpr seconds closePatience{2};

/// The same request without what asks for a WebSocket.
QByteArray plainRequestFrom(const QByteArray &handshake, ProbeManners::Asks asks)
{
    QByteArray request;
    for (const QByteArray &line : handshake.split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        if (name != "upgrade" && name != "connection" && name != "origin" &&
            !name.startsWith("sec-websocket"))
            request += line + '\n';
    }
    request.chop(1); // split() gives an empty last part
    if (asks == ProbeManners::Asks::Server)
        request.replace(0, request.indexOf("\r\n"), "OPTIONS * HTTP/1.1");
    request.insert(request.size() - 2, "Accept: */*\r\nConnection: close\r\n");
    return request;
}

} // namespace

ProbeRoom::ProbeRoom(const Clock &clock, const std::atomic<bool> &cancelled)
    : m_clock(clock)
    , m_cancelled(cancelled)
    , m_wire(std::make_shared<WireContext>(clock))
{
}

bool ProbeRoom::waitFor(const std::function<bool()> &condition, nanoseconds longest)
{
    const SteadyTime deadline = now() + longest;
    while (!isCancelled()) {
        if (condition())
            return true;
        const nanoseconds left = deadline - now();
        if (left <= nanoseconds(0))
            return false;
        QEventLoop loop;
        QTimer::singleShot(std::chrono::ceil<milliseconds>(left), Qt::PreciseTimer, &loop, &QEventLoop::quit);
        m_loop = &loop;
        loop.exec();
        m_loop = nullptr;
    }
    return false;
}

void ProbeRoom::poke()
{
    if (m_loop)
        m_loop->quit();
}

ProbeLink::ProbeLink(ProbeRoom &room, ConnectionSettings settings, ProbeManners manners)
    : m_room(room)
    , m_settings(std::move(settings))
    , m_manners(std::move(manners))
    , m_parser(m_settings.maxMessageBytes)
{
    m_parser.setMessagesWanted(keptOfMessage);
}

ProbeLink::~ProbeLink()
{
    drop();
}

void ProbeLink::open()
{
    m_startedAt = m_room.now();
    m_stream = makeByteStream(m_settings, m_room.wire(), *this);
    const QByteArray key = makeWebSocketKey();
    Result<QByteArray> request = writeHandshakeRequest(m_settings, key);
    if (!request) {
        m_stream->refuse(
            TransportEnd{Cause::HandshakeInvalid, DialPhase::Dns, request.error().sentence(), false});
        return;
    }
    m_request = std::move(request).value();
    for (const auto &[name, value] : m_manners.extraFields)
        m_request.insert(m_request.size() - 2, name + ": " + value + "\r\n");
    if (m_manners.asks != ProbeManners::Asks::WebSocket)
        m_request = plainRequestFrom(m_request, m_manners.asks);
    m_response = std::make_unique<HandshakeResponse>(key, m_settings.subprotocols);
    m_stream->open(m_settings);
}

bool ProbeLink::openAndWait()
{
    open();
    if (!m_room.waitFor([this] { return m_opened || m_end; }, m_settings.openTimeout) && !m_end &&
        !m_room.isCancelled()) {
        m_timedOut = true;
        TransportEnd end;
        end.cause = Cause::OpenTimeout;
        end.phase = m_facts.address.isEmpty() ? m_stream->phase() : DialPhase::Upgrade;
        m_stream->abort();
        finish(std::move(end));
    }
    return isOpen();
}

void ProbeLink::write(QByteArrayView bytes)
{
    if (!isOpen())
        return;
    m_stream->write(bytes);
    m_lastByteAt = m_room.now();
    if (passed)
        passed(false, false);
}

void ProbeLink::sendPing(QByteArrayView payload)
{
    write(writeControlFrame(Opcode::Ping, payload, mask()).view());
}

void ProbeLink::sendPong(QByteArrayView payload)
{
    write(writeControlFrame(Opcode::Pong, payload, mask()).view());
}

void ProbeLink::sendText(QByteArrayView utf8)
{
    write(writeDataFrame(Opcode::Text, utf8, mask()));
}

void ProbeLink::sendClose(const CloseFrame &frame)
{
    if (m_sentClose)
        return;
    write(writeCloseFrame(frame, mask()).view());
    m_sentClose = frame;
}

void ProbeLink::sendBytes(QByteArrayView bytes)
{
    write(bytes);
}

void ProbeLink::streamConnected(const StreamFacts &facts)
{
    m_facts = facts;
    m_requestAt = m_room.now();
    m_stream->write(m_request);
    m_room.poke();
}

void ProbeLink::streamRead(QByteArrayView bytes, SteadyTime readAt)
{
    if (m_end)
        return;
    m_lastReceivedAt = readAt;
    m_lastByteAt = readAt;
    if (!m_opened && m_firstBytes.size() < keptFirstBytes)
        m_firstBytes += bytes.first(std::min(bytes.size(), keptFirstBytes - m_firstBytes.size()));
    if (!m_opened)
        readHead(bytes);
    if (m_opened && !m_end)
        readFrames(bytes, readAt);
    m_room.poke();
}

void ProbeLink::readHead(QByteArrayView &bytes)
{
    QByteArrayView copy = bytes;
    if (m_head.state() == HttpAnswerReader::State::Headers)
        m_head.feed(copy);
    if (m_manners.readsHeadOnly) {
        if (m_head.state() == HttpAnswerReader::State::Headers)
            return;
        Opened opened;
        opened.address = m_facts.address;
        m_opened = opened;
        m_openedAt = m_room.now();
        bytes = {};
        return;
    }
    const HandshakeEvent event = m_response->feed(bytes);
    if (const auto *refused = std::get_if<HandshakeRefused>(&event)) {
        m_stream->close();
        finish(endOf(*refused));
    } else if (const auto *accepted = std::get_if<HandshakeAccepted>(&event)) {
        Opened opened;
        opened.phases = m_facts.phases;
        opened.phases.upgrade = m_lastReceivedAt - m_requestAt;
        opened.address = m_facts.address;
        opened.tls = m_facts.tls;
        opened.subprotocol = accepted->subprotocol;
        opened.server = accepted->server;
        opened.client = Client::Wire;
        opened.proxy = m_stream->story().proxy;
        m_opened = opened;
        m_openedAt = m_room.now();
        m_lastByteAt = m_openedAt;
    } else if (m_response->isRejected()) {
        // The status is what counts here; the body is worth no wait.
        if (const HandshakeEvent last = m_response->finish();
            std::holds_alternative<HandshakeRefused>(last)) {
            m_stream->close();
            finish(endOf(std::get<HandshakeRefused>(last)));
        }
    }
}

void ProbeLink::readFrames(QByteArrayView bytes, SteadyTime readAt)
{
    if (m_manners.readsHeadOnly)
        return;
    while (!m_end) {
        const FrameEvent event = m_parser.next(bytes);
        if (std::holds_alternative<std::monostate>(event))
            return;
        if (const auto *pong = std::get_if<PongFrame>(&event)) {
            note(m_pongs, pong->payload, pong->payload.size(), readAt);
        } else if (const auto *ping = std::get_if<PingFrame>(&event)) {
            note(m_pings, ping->payload, ping->payload.size(), readAt);
            // A peer that sends pings and reads nothing gets no more of them answered (RFC 6455 5.5.3).
            if (!m_sentClose && m_stream->backlogBytes() < mostUnsent)
                sendPong(ping->payload);
        } else if (const auto *message = std::get_if<WholeMessage>(&event)) {
            note(m_messages, message->payload, message->size, readAt);
        } else if (const auto *close = std::get_if<CloseFrame>(&event)) {
            m_closeReceived = *close;
            m_closeReceivedAt = readAt;
            m_closeReceivedFirst = !m_sentClose;
            if (!m_sentClose)
                sendClose(CloseFrame{close->code, {}});
        } else if (const auto *violation = std::get_if<Violation>(&event)) {
            if (!m_sentClose)
                sendClose(CloseFrame{violation->closeCode, {}});
            m_stream->close();
            finish(endOf(*violation));
        }
    }
}

void ProbeLink::note(std::vector<ProbeFrame> &frames, QByteArrayView payload, qint64 size, SteadyTime at)
{
    if (frames.size() < mostKeptFrames)
        frames.push_back({payload.toByteArray(), size, at});
    if (passed)
        passed(true, &frames == &m_messages);
}

void ProbeLink::streamEnded(const TransportEnd &end)
{
    if (m_end)
        return;
    if (m_response && !m_opened) {
        const HandshakeEvent last = m_response->finish();
        if (const auto *refused = std::get_if<HandshakeRefused>(&last)) {
            finish(endOf(*refused));
            return;
        }
    }
    TransportEnd ended = end;
    if (m_opened)
        ended.phase = DialPhase::Open;
    else if (!m_facts.address.isEmpty())
        ended.phase = DialPhase::Upgrade;
    finish(std::move(ended));
}

void ProbeLink::finish(TransportEnd end)
{
    end.sent = m_sentClose;
    m_endedAt = m_room.now();
    m_end = std::move(end);
    m_room.poke();
}

Verdict ProbeLink::verdict() const
{
    CloseFacts facts;
    facts.localAct = m_timedOut ? LocalAct::OpenTimeout : LocalAct::None;
    facts.received = m_closeReceived;
    facts.receivedFirst = m_closeReceivedFirst;
    if (!m_timedOut)
        facts.end = m_end;
    if (m_end)
        facts.phase = m_end->phase;
    facts.secure = m_settings.url.scheme() == QLatin1String("wss");
    if (m_stream)
        facts.story = m_stream->story();
    if (m_timedOut)
        facts.waited = m_endedAt - m_startedAt;
    if (m_opened) {
        const SteadyTime until = m_closeReceived ? m_closeReceivedAt : m_endedAt;
        facts.open = OpenFacts{until - m_openedAt, until - m_lastReceivedAt, {}, {}};
    }
    facts.answerBegan = !m_firstBytes.isEmpty();
    return diagnose(facts);
}

QString ProbeLink::explanation() const
{
    return explain(verdict());
}

void ProbeLink::closeAndWait()
{
    if (isOpen() && !m_manners.readsHeadOnly) {
        sendClose(CloseFrame{1000, {}});
        m_room.waitFor([this] { return hasEnded(); }, closePatience);
    }
    drop();
}

void ProbeLink::drop()
{
    if (m_stream && !m_end)
        m_stream->abort();
}

} // namespace Pongwatch
