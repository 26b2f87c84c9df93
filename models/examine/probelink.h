// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/settings.h"
#include "engine/wire/bytestream.h"
#include "engine/wire/frameparser.h"
#include "engine/wire/httpanswerreader.h"
#include "engine/wire/openinghandshake.h"
#include "engine/wire/wirecontext.h"

#include <QEventLoop>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Pongwatch
{

/// What the probes of one examination share: the thread's sockets, and the waiting for what happens on them.
/// Lives on the examination's thread.
class ProbeRoom
{
public:
    /// The clock and the flag outlive the object. Whoever sets the flag calls poke() on this thread after it.
    ProbeRoom(const Clock &clock, const std::atomic<bool> &cancelled);

    [[nodiscard]] SteadyTime now() const { return m_clock.now(); }
    [[nodiscard]] WallTime wallNow() const { return m_clock.wallNow(); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled.load(); }
    [[nodiscard]] WireContext &wire() { return *m_wire; }
    [[nodiscard]] std::shared_ptr<WireContext> sharedWire() { return m_wire; }

    /// Runs the event loop until the condition holds, for `longest` at most; false: it does not hold by then,
    /// or the examination was cancelled.
    bool waitFor(const std::function<bool()> &condition, nanoseconds longest);
    /// Something happened: conditions may hold now.
    void poke();

private:
    const Clock &m_clock;
    const std::atomic<bool> &m_cancelled;
    std::shared_ptr<WireContext> m_wire;
    QEventLoop *m_loop = nullptr; ///< that is running
};

/// A frame that came in, as far as a probe wants to know.
struct ProbeFrame {
    QByteArray payload; ///< of a message: its first bytes
    qint64 size = 0;
    SteadyTime at{};
};

/// How a link behaves.
struct ProbeManners {
    HandshakeFields extraFields{}; ///< of the request
    bool readsHeadOnly = false;    ///< any answer will do: nothing is checked, and no frames are exchanged
    enum class Asks : quint8 {
        WebSocket,
        Resource, ///< GET, as any HTTP client does
        Server, ///< "OPTIONS *", about the server as a whole (RFC 9110 9.3.7): whoever is in front answers it
    };
    Asks asks = Asks::WebSocket;
};

/// One connection of an examination, in the hands of a probe: it sends what the probe wants, valid or not,
/// and keeps what came. It dials and speaks by the same parts as the program's own client. Lives on the
/// examination's thread.
class ProbeLink final : private ByteStreamListener
{
public:
    ProbeLink(ProbeRoom &room, ConnectionSettings settings, ProbeManners manners = {});
    ~ProbeLink() override;
    ProbeLink(const ProbeLink &) = delete;
    ProbeLink &operator=(const ProbeLink &) = delete;

    void open();
    /// open(), and waits for what comes of it; false: it is not open.
    bool openAndWait();

    [[nodiscard]] bool isOpen() const { return m_opened && !m_end; }
    [[nodiscard]] const std::optional<Opened> &opened() const { return m_opened; }
    [[nodiscard]] bool hasEnded() const { return m_end.has_value(); }
    [[nodiscard]] const std::optional<TransportEnd> &end() const { return m_end; }
    /// The server's answer to the request, with status 0 while there is none.
    [[nodiscard]] const HttpAnswerReader &head() const { return m_head; }
    [[nodiscard]] bool hasHead() const { return m_head.status() != 0; }
    /// The first bytes of what came, whatever it is, up to the end of the headers: 16 KiB at most.
    [[nodiscard]] const QByteArray &firstBytes() const { return m_firstBytes; }

    void sendPing(QByteArrayView payload);
    void sendPong(QByteArrayView payload);
    void sendText(QByteArrayView utf8);
    void sendClose(const CloseFrame &frame);
    /// Bytes as they are, for frames that nothing else makes.
    void sendBytes(QByteArrayView bytes);
    [[nodiscard]] MaskKey mask() { return m_room.wire().masks.next(); }
    [[nodiscard]] qint64 backlogBytes() const { return m_stream ? m_stream->backlogBytes() : 0; }

    [[nodiscard]] const std::vector<ProbeFrame> &pongs() const { return m_pongs; }
    [[nodiscard]] const std::vector<ProbeFrame> &pings() const { return m_pings; }
    [[nodiscard]] const std::vector<ProbeFrame> &messages() const { return m_messages; }
    [[nodiscard]] const std::optional<CloseFrame> &closeReceived() const { return m_closeReceived; }
    [[nodiscard]] SteadyTime closeReceivedAt() const { return m_closeReceivedAt; }
    [[nodiscard]] bool sentClose() const { return m_sentClose.has_value(); }
    [[nodiscard]] SteadyTime openedAt() const { return m_openedAt; }
    [[nodiscard]] SteadyTime endedAt() const { return m_endedAt; }
    /// The moment at which the last byte of either side passed.
    [[nodiscard]] SteadyTime lastByteAt() const { return m_lastByteAt; }

    /// Called at each frame that comes in, and at each that goes out; `data` for messages of the peer's.
    std::function<void(bool isReceived, bool data)> passed;

    /// Why it is not open or how it ended, in a sentence.
    [[nodiscard]] QString explanation() const;
    /// The same as a verdict.
    [[nodiscard]] Verdict verdict() const;

    /// Closes politely (1000) and waits a moment for the peer; then drops it.
    void closeAndWait();
    void drop();

private:
    void streamConnected(const StreamFacts &facts) override;
    void streamRead(QByteArrayView bytes, SteadyTime readAt) override;
    void streamDrained() override {}
    void streamEnded(const TransportEnd &end) override;

    void readHead(QByteArrayView &bytes);
    void readFrames(QByteArrayView bytes, SteadyTime readAt);
    void note(std::vector<ProbeFrame> &frames, QByteArrayView payload, qint64 size, SteadyTime at);
    void write(QByteArrayView bytes);
    void finish(TransportEnd end);

    ProbeRoom &m_room;
    const ConnectionSettings m_settings;
    const ProbeManners m_manners;
    std::unique_ptr<ByteStream> m_stream;
    QByteArray m_request;
    HttpAnswerReader m_head;
    std::unique_ptr<HandshakeResponse> m_response;
    FrameParser m_parser;
    QByteArray m_firstBytes;
    StreamFacts m_facts;
    SteadyTime m_requestAt{};
    std::optional<Opened> m_opened;
    std::optional<TransportEnd> m_end;
    std::optional<CloseFrame> m_closeReceived;
    std::optional<CloseFrame> m_sentClose;
    bool m_closeReceivedFirst = false;
    bool m_timedOut = false;
    std::vector<ProbeFrame> m_pongs;
    std::vector<ProbeFrame> m_pings;
    std::vector<ProbeFrame> m_messages;
    SteadyTime m_openedAt{};
    SteadyTime m_endedAt{};
    SteadyTime m_closeReceivedAt{};
    SteadyTime m_lastByteAt{};
    SteadyTime m_lastReceivedAt{};
    SteadyTime m_startedAt{};
};

} // namespace Pongwatch
