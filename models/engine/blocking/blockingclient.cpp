// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocking/blockingclient.h"

#include "engine/blocking/clientstate.h"
#include "engine/ioworker.h"
#include "engine/pingledger.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

// How long the I/O thread may take beyond the connection's own timeout.
constexpr seconds slack{1};

SteadyTime deadlineIn(nanoseconds timeout)
{
    constexpr std::chrono::hours endless{24 * 365}; // far from the end of the clock's range
    return std::chrono::steady_clock::now() + std::clamp<nanoseconds>(timeout, nanoseconds(0), endless);
}

ClientError refused(const Error &error)
{
    ClientError result;
    result.kind = ClientError::Kind::Refused;
    result.sentence = error.sentence();
    return result;
}

ClientError overflow(const QString &doing, quint64 lost)
{
    ClientError error;
    error.kind = ClientError::Kind::Overflow;
    error.messagesLost = lost;
    const int told = int(std::min<quint64>(lost, 1'000'000'000));
    error.sentence = Error{doing,
                           {},
                           QCoreApplication::translate(
                               "Pongwatch::BlockingClient",
                               "%n message(s) were dropped because the queue was full", nullptr, told)}
                         .sentence();
    return error;
}

/// What the I/O thread does for a ping that a call waits for.
auto pingCall(PeerId peer, const QByteArray &payload, const std::shared_ptr<ClientState::PingTicket> &ticket,
              const std::shared_ptr<ClientState> &state)
{
    return [peer, payload, ticket, state](IoWorker &worker) {
        Connection *connection = worker.find(peer);
        if (connection && connection->state() == ConnectionState::Open)
            state->pingSent(ticket, connection->pingNow(payload));
        else
            state->pingTooLate(ticket);
    };
}

QString sendingAPing()
{
    return QCoreApplication::translate("Pongwatch::BlockingClient", "sending a ping");
}

} // namespace

BlockingClient::BlockingClient(BlockingRuntime &runtime, const ConnectionSettings &settings,
                               ClientOptions options)
    : m_runtime(runtime)
    , m_settings(settings)
    , m_options(options)
    , m_state(std::make_shared<ClientState>(options.happenings))
    , m_peer(runtime.attach(m_state))
{
}

BlockingClient::~BlockingClient()
{
    m_state->destroy();
    m_runtime.detach(m_peer);
}

ClientResult<Opened> BlockingClient::open()
{
    const QString doing = QCoreApplication::translate("Pongwatch::BlockingClient", "opening the connection");
    ClientState::Call call(*m_state);
    m_state->setInterrupted(false);
    if (m_state->state == ConnectionState::Open && m_state->opened)
        return *m_state->opened;
    const quint64 opensBefore = m_state->opens;
    const quint64 endsBefore = m_state->ends;
    call.unlocked([this] {
        m_runtime.post([peer = m_peer, settings = m_settings, options = m_options](IoWorker &worker) {
            if (Connection *connection = worker.find(peer)) {
                if (connection->state() == ConnectionState::Waiting)
                    connection->reconnectNow();
                else
                    connection->start();
                return;
            }
            worker.addPeer(peer, settings);
            if (Connection *connection = worker.find(peer); connection && options.messages)
                connection->setMessagesWanted(settings.maxMessageBytes);
        });
    });
    call.wait(deadlineIn(m_settings.openTimeout + slack),
              [&] { return m_state->opens > opensBefore || m_state->ends > endsBefore; });
    if (m_state->opens > opensBefore)
        return *m_state->opened;
    const bool ended = m_state->ends > endsBefore && !m_state->isDestroyed();
    return m_state->error(ended ? ClientError::Kind::Ended : m_state->whyNothing(), doing);
}

ClientResult<nanoseconds> BlockingClient::ping(nanoseconds timeout, const QByteArray &payload)
{
    const QString doing = sendingAPing();
    const auto ticket = std::make_shared<ClientState::PingTicket>();
    ClientState::Call call(*m_state);
    if (m_state->state != ConnectionState::Open)
        return m_state->error(ClientError::Kind::NotOpen, doing);
    call.unlocked([&] { m_runtime.post(pingCall(m_peer, payload, ticket, m_state)); });
    call.wait(deadlineIn(timeout), [&] { return ticket->answer || ticket->refused || ticket->over; });
    if (ticket->answer)
        return ticket->answer->rtt;
    if (ticket->over)
        return m_state->error(ClientError::Kind::Ended, doing);
    if (ticket->refused)
        return refused(*ticket->refused);
    return m_state->error(m_state->whyNothing(), doing);
}

ClientResult<quint32> BlockingClient::sendPing(const QByteArray &payload)
{
    const QString doing = sendingAPing();
    const auto ticket = std::make_shared<ClientState::PingTicket>();
    ClientState::Call call(*m_state);
    if (m_state->state != ConnectionState::Open)
        return m_state->error(ClientError::Kind::NotOpen, doing);
    call.unlocked([&] { m_runtime.post(pingCall(m_peer, payload, ticket, m_state)); });
    call.wait(deadlineIn(m_settings.closeTimeout),
              [&] { return ticket->seq || ticket->refused || ticket->over; });
    if (ticket->seq)
        return *ticket->seq;
    if (ticket->over)
        return m_state->error(ClientError::Kind::Ended, doing);
    if (ticket->refused)
        return refused(*ticket->refused);
    return m_state->error(m_state->whyNothing(), doing);
}

ClientResult<Happening> BlockingClient::nextHappening(nanoseconds timeout)
{
    const QString doing = QCoreApplication::translate("Pongwatch::BlockingClient", "waiting for an event");
    ClientState::Call call(*m_state);
    call.wait(deadlineIn(timeout), [&] { return m_state->hasHappened(); });
    if (std::optional<Happening> happening = m_state->takeHappening())
        return *std::move(happening);
    if (const quint64 lost = m_state->takeLostHappenings(); lost > 0)
        return overflow(doing, lost);
    return m_state->error(m_state->whyNothing(), doing);
}

void BlockingClient::interrupt()
{
    const ClientState::Call call(*m_state);
    m_state->setInterrupted(true);
}

template <typename Send>
ClientOutcome BlockingClient::sendMessage(Send send)
{
    const QString doing = QCoreApplication::translate("Pongwatch::BlockingClient", "sending a message");
    const auto ticket = std::make_shared<ClientState::SendTicket>();
    ClientState::Call call(*m_state);
    if (m_state->state != ConnectionState::Open)
        return m_state->error(ClientError::Kind::NotOpen, doing);
    call.unlocked([&] {
        m_runtime.post([peer = m_peer, send, doing, ticket, state = m_state](IoWorker &worker) {
            Connection *connection = worker.find(peer);
            state->messageSent(ticket, connection ? send(*connection) : Outcome(Error{doing, {}, {}}));
        });
    });
    call.wait(deadlineIn(m_settings.closeTimeout), [&] { return ticket->result.has_value(); });
    if (!ticket->result)
        return m_state->error(m_state->whyNothing(), doing);
    if (ticket->result->ok())
        return std::monostate{};
    if (m_state->state != ConnectionState::Open)
        return m_state->error(ClientError::Kind::Ended, doing);
    return refused(ticket->result->error());
}

ClientOutcome BlockingClient::send(const QString &text)
{
    return sendMessage([text](Connection &connection) { return connection.sendText(text); });
}

ClientOutcome BlockingClient::send(const QByteArray &binary)
{
    return sendMessage([binary](Connection &connection) { return connection.sendBinary(binary); });
}

ClientResult<ClientMessage> BlockingClient::receive(nanoseconds timeout)
{
    const QString doing = QCoreApplication::translate("Pongwatch::BlockingClient", "waiting for a message");
    ClientState::Call call(*m_state);
    const quint64 endsBefore = m_state->ends;
    call.wait(deadlineIn(timeout), [&] {
        return m_state->waitingMessages() > 0 || m_state->lost() > 0 || m_state->ends > endsBefore ||
               m_state->isAtRest();
    });
    if (std::optional<ClientMessage> message = m_state->takeMessage())
        return *std::move(message);
    if (const quint64 lost = m_state->takeLost(); lost > 0)
        return overflow(doing, lost);
    if (m_state->isDestroyed())
        return m_state->error(ClientError::Kind::Destroyed, doing);
    if (m_state->ends > endsBefore)
        return m_state->error(ClientError::Kind::Ended, doing);
    return m_state->error(m_state->isAtRest() ? ClientError::Kind::NotOpen : m_state->whyNothing(), doing);
}

ClientResult<Verdict> BlockingClient::close(quint16 code, const QString &reason)
{
    const QString doing = QCoreApplication::translate("Pongwatch::BlockingClient", "closing the connection");
    ClientState::Call call(*m_state, ClientState::Interruptible::No);
    call.unlocked([&] {
        m_runtime.post([peer = m_peer, code, reason](IoWorker &worker) {
            if (Connection *connection = worker.find(peer))
                connection->close({code, reason});
        });
    });
    const bool ended =
        call.wait(deadlineIn(m_settings.closeTimeout + slack), [&] { return m_state->isAtRest(); });
    if (m_state->isDestroyed())
        return m_state->error(ClientError::Kind::Destroyed, doing);
    if (!ended)
        return m_state->error(ClientError::Kind::Timeout, doing);
    if (!m_state->verdict)
        return m_state->error(ClientError::Kind::NotOpen, doing);
    return *m_state->verdict;
}

std::optional<nanoseconds> BlockingClient::latency() const
{
    const ClientState::Call call(*m_state);
    return m_state->latency;
}

ConnectionState BlockingClient::state() const
{
    const ClientState::Call call(*m_state);
    return m_state->state;
}

int BlockingClient::waitingCalls() const
{
    const ClientState::Call call(*m_state);
    return m_state->waitingCalls();
}

std::optional<Verdict> BlockingClient::verdict() const
{
    const ClientState::Call call(*m_state);
    return m_state->verdict;
}

} // namespace Pongwatch
