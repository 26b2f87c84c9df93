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

/// Why a call of a BlockingClient gave nothing.
struct ClientError {
    enum class Kind : quint8 {
        Timeout,     ///< nothing happened within the time given
        NotOpen,     ///< there is no open connection, and the call does not wait for one
        Ended,       ///< the connection ended, or the dial failed, while the call waited
        Overflow,    ///< things came faster than they were asked for, and some are gone
        Refused,     ///< the arguments can't be sent
        Interrupted, ///< interrupt() was called
        Destroyed,   ///< the client is being destroyed
    };
    Kind kind = Kind::Timeout;
    QString sentence;               ///< for a person
    std::optional<Verdict> verdict; ///< of the connection's end, where there was one
    quint64 messagesLost = 0;       ///< Overflow only: how many are gone
};

/// A message that came in.
struct ClientMessage {
    bool binary = false;
    QByteArray payload; ///< UTF-8, checked, when it is text

    [[nodiscard]] QString text() const { return QString::fromUtf8(payload); }
};

/// What became of a ping, or what happened to the connection.
using Happening = std::variant<PingSample, ConnectionEvent>;

/// What a client gathers for calls that ask for it later.
struct ClientOptions {
    bool messages = true;    ///< for receive(); false: they are read off the wire and dropped
    bool happenings = false; ///< for nextHappening()
};

template <typename T>
using ClientResult = Result<T, ClientError>;
using ClientOutcome = ClientResult<std::monostate>;

/// The synchronous client: for code without an event loop, on any thread.
///
/// Keepalive and reconnecting happen by themselves, as for every peer of Pongwatch and with the same
/// settings, on the one I/O thread of the BlockingRuntime: no client has a thread of its own. While a call
/// computes, or nobody calls at all, pings are sent, pongs are measured and messages are read, so that a busy
/// caller never makes a healthy peer look dead.
///
/// - Every call ends within its timeout, and at once when what it waits for can't come any more.
/// - Every function may be called from several threads at once. Each message is given to one caller of
/// receive(), in the order
///   in which they came.
/// - Messages wait in a queue of at most `queueMessages` and `queueBytes`. What comes when it is full is
/// counted and dropped;
///   receive() gives what is in the queue first, and then says once how many are gone.
/// - The destructor wakes every waiting call (Kind::Destroyed), waits until they have returned, and closes
/// with 1001 without
///   waiting for the peer. Calls that begin after that are an error of the program, as for any object.
/// - No event loop has to run in the caller, but a QCoreApplication must exist, as for all of Qt's
/// networking.
class BlockingClient
{
public:
    static constexpr qsizetype queueMessages = 10'000;
    static constexpr qint64 queueBytes = 64 * 1024 * 1024;
    static constexpr qsizetype queueHappenings = 10'000;

    /// The runtime outlives the client. Nothing is dialled before open().
    BlockingClient(BlockingRuntime &runtime, const ConnectionSettings &settings, ClientOptions options = {});
    ~BlockingClient();
    BlockingClient(const BlockingClient &) = delete;
    BlockingClient &operator=(const BlockingClient &) = delete;

    /// Dials, and returns what was negotiated when the connection is open, or the verdict when the dial
    /// failed; at once with what is known when it is open already. If the settings say to reconnect, later
    /// dials go on by themselves after an error that is not final, until close(). Takes at most the open
    /// timeout of the settings, and a second.
    ClientResult<Opened> open();

    /// Sends a ping outside the schedule and waits for its pong: the round-trip time. An empty payload stands
    /// for an unguessable one. A ping that the peer skipped in favour of a newer one (RFC 6455 5.5.3) gives
    /// the time until that one was answered.
    ClientResult<nanoseconds> ping(nanoseconds timeout, const QByteArray &payload = {});

    /// Sends a ping outside the schedule and returns its seq without waiting for the pong: what becomes of it
    /// is a PingSample of nextHappening().
    ClientResult<quint32> sendPing(const QByteArray &payload = {});

    /// The next thing that happened, in order: every ping's outcome, every change of the connection (but no
    /// messages). Waits as long as it takes, whatever the connection does. What comes while queueHappenings
    /// are waiting is counted and dropped, and said once (Kind::Overflow). Only with
    /// ClientOptions::happenings.
    ClientResult<Happening> nextHappening(nanoseconds timeout);

    /// For a user who wants to stop: every call that waits returns at once, and so does every call that would
    /// wait, until the next open(). close() is not interrupted.
    void interrupt();

    /// Hands a message to the connection; it has not arrived when the call returns. Fails when more than
    /// Connection::maximumBacklog bytes wait already because the peer does not read.
    ClientOutcome send(const QString &text);
    ClientOutcome send(const QByteArray &binary);

    /// The next message. Waits also across a reconnect, but returns with the verdict if the connection ends
    /// during the wait.
    ClientResult<ClientMessage> receive(nanoseconds timeout);

    /// Closes, and returns the verdict when the connection has ended: within the close timeout of the
    /// settings, and a second. No reconnecting after that until the next open(). Without a connection: the
    /// last verdict, or NotOpen when there never was one.
    ClientResult<Verdict> close(quint16 code = 1000, const QString &reason = {});

    /// The newest round-trip time of any ping, scheduled or not; nullopt before the first.
    [[nodiscard]] std::optional<nanoseconds> latency() const;

    [[nodiscard]] ConnectionState state() const;

    /// How many calls are waiting inside the client now, those of other threads.
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
