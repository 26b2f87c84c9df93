// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/blocking/blockingruntime.h"
#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/result.h"
#include "engine/values/settings.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <variant>

namespace Pongwatch
{

class ClientState;

/// Why a call to a BlockingClient returned nothing.
struct ClientError {
    enum class Kind : quint8 {
        Timeout,     ///< nothing happened within the given time
        NotOpen,     ///< there is no open connection, and the call does not wait for one
        Ended,       ///< the connection ended, or the dial failed, while the call waited
        Overflow,    ///< things came faster than they were fetched, and some were dropped
        Refused,     ///< the arguments can't be sent
        Interrupted, ///< interrupt() was called
        Destroyed,   ///< the client is being destroyed
    };
    Kind kind = Kind::Timeout;
    QString sentence;               ///< for a person
    std::optional<Verdict> verdict; ///< of the connection's end, where there was one
    quint64 messagesLost = 0;       ///< Overflow only: how many were dropped
};

/// A message that came in.
struct ClientMessage {
    bool binary = false;
    QByteArray payload; ///< UTF-8, checked, when it is text

    [[nodiscard]] QString text() const { return QString::fromUtf8(payload); }
};

/// What became of a ping, or what happened to the connection.
using Happening = std::variant<PingSample, ConnectionEvent>;

/// What a client collects for later calls.
struct ClientOptions {
    bool messages = true;    ///< for receive(); false: they are read and dropped
    bool happenings = false; ///< for nextHappening()
};

template <typename T>
using ClientResult = Result<T, ClientError>;
using ClientOutcome = ClientResult<std::monostate>;

/// The synchronous client, for code without an event loop, on any thread.
///
/// Keepalive and reconnecting work in the background, as for every peer and with the same settings, on the
/// one I/O thread of the BlockingRuntime; no client has a thread of its own. While the caller is busy, or
/// calls nothing at all, pings are sent, pongs are measured and messages are read. So a busy caller never
/// makes a healthy peer look dead.
///
/// - Every call returns within its timeout, and at once when what it waits for can no longer come.
/// - Every function may be called from several threads at once. Each message goes to one caller of
///   receive(), in the order in which they came.
/// - Messages wait in a queue of at most `queueMessages` and `queueBytes`. When it is full, further ones are
///   counted and dropped; receive() first returns what is in the queue, and then says once how many were
///   dropped.
/// - The destructor wakes every waiting call (Kind::Destroyed), waits until they have returned, and closes
///   with 1001 without waiting for the peer. Calling anything after that is an error, as for any object.
/// - The caller needs no event loop, but a QCoreApplication must exist, as for all of Qt's networking.
class BlockingClient
{
public:
    static constexpr qsizetype queueMessages = 10'000;
    static constexpr qint64 queueBytes = 64 * 1024 * 1024;
    static constexpr qsizetype queueHappenings = 10'000;

    /// The runtime must outlive the client. Nothing is dialled before open().
    BlockingClient(BlockingRuntime &runtime, const ConnectionSettings &settings, ClientOptions options = {});
    ~BlockingClient();
    BlockingClient(const BlockingClient &) = delete;
    BlockingClient &operator=(const BlockingClient &) = delete;

    /// Dials, and returns what was negotiated once the connection is open, or the verdict if the dial failed.
    /// If the connection is open already, returns at once. If the settings say so, the client goes on
    /// dialling after an error that is not final, until close(). Takes at most the open timeout of the
    /// settings plus a second.
    ClientResult<Opened> open();

    /// Sends a ping outside the schedule, waits for its pong, and returns the round-trip time. An empty
    /// payload stands for one that can't be guessed. For a ping that the peer skipped in favour of a newer
    /// one (RFC 6455 5.5.3), returns the time until that one was answered.
    ClientResult<nanoseconds> ping(nanoseconds timeout, const QByteArray &payload = {});

    /// Sends a ping outside the schedule and returns its seq without waiting for the pong. nextHappening()
    /// returns a PingSample with its outcome.
    ClientResult<quint32> sendPing(const QByteArray &payload = {});

    /// The next thing that happened, in order: the outcome of every ping and every change of the connection,
    /// but no messages. Waits until the timeout, whatever the connection does. While queueHappenings are
    /// waiting, further ones are counted and dropped, which is said once (Kind::Overflow). Only with
    /// ClientOptions::happenings.
    ClientResult<Happening> nextHappening(nanoseconds timeout);

    /// Makes every waiting call return at once, and every call that would wait, until the next open(). For a
    /// user who wants to stop. close() is not interrupted.
    void interrupt();

    /// Hands a message to the connection. When the call returns, the message has not necessarily arrived.
    /// Fails if more than Connection::maximumBacklog bytes are waiting already because the peer does not
    /// read.
    ClientOutcome send(const QString &text);
    ClientOutcome send(const QByteArray &binary);

    /// The next message. Also waits while the client reconnects, but returns the verdict if the connection
    /// ends during the wait.
    ClientResult<ClientMessage> receive(nanoseconds timeout);

    /// Closes, and returns the verdict once the connection has ended, within the close timeout of the
    /// settings plus a second. There is no reconnecting until the next open(). Without a connection, returns
    /// the last verdict, or NotOpen if there never was one.
    ClientResult<Verdict> close(quint16 code = 1000, const QString &reason = {});

    /// The newest round-trip time of any ping, scheduled or not; nullopt before the first.
    [[nodiscard]] std::optional<nanoseconds> latency() const;

    [[nodiscard]] ConnectionState state() const;

    /// How many calls of other threads are waiting inside the client now.
    [[nodiscard]] int waitingCalls() const;

    /// Of the last end; nullopt before the first.
    [[nodiscard]] std::optional<Verdict> verdict() const;

private:
    template <typename Send>
    ClientOutcome sendMessage(Send send);

    BlockingRuntime &m_runtime;
    const ConnectionSettings m_settings;
    const ClientOptions m_options;
    const std::shared_ptr<ClientState> m_state;
    const PeerId m_peer;
};

} // namespace Pongwatch
