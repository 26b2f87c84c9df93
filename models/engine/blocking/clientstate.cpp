// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocking/clientstate.h"

#include "engine/diagnosis.h"

#include <QCoreApplication>

#include <utility>

namespace Pongwatch
{

ClientState::Call::Call(ClientState &state, Interruptible interruptible)
    : m_state(state)
    , m_lock(state.m_mutex)
    , m_interruptible(interruptible == Interruptible::Yes)
{
    ++m_state.m_calls;
}

ClientState::Call::~Call()
{
    if (--m_state.m_calls == 0)
        m_state.m_left.notify_all();
}

void ClientState::sample(const PingSample &sample)
{
    const std::lock_guard lock(m_mutex);
    keep(sample);
    if (hasRoundTrip(sample.outcome))
        latency = sample.rtt;
    const auto found = m_pings.find(sample.seq);
    // After its deadline, a ping may still be answered. The caller that waits for it has its own timeout.
    if (found == m_pings.end() || sample.outcome == PingOutcome::TimedOut)
        return;
    if (sample.outcome == PingOutcome::Lost)
        found->second->over = true;
    else
        found->second->answer = sample;
    m_pings.erase(found);
    m_changed.notify_all();
}

void ClientState::event(const ConnectionEvent &event)
{
    // The caller of ping() has been told.
    if (std::holds_alternative<PingSent>(event.what))
        return;
    const std::lock_guard lock(m_mutex);
    if (const auto *change = std::get_if<StateChanged>(&event.what)) {
        state = change->state;
    } else if (const auto *nowOpen = std::get_if<Opened>(&event.what)) {
        opened = *nowOpen;
        state = ConnectionState::Open;
        ++opens;
    } else if (const auto *closed = std::get_if<Closed>(&event.what)) {
        verdict = closed->verdict;
        ++ends;
        // The new state follows a moment later. Until then, the connection must not count as open.
        state = ConnectionState::Closing;
        for (const auto &[seq, ticket] : std::exchange(m_pings, {}))
            ticket->over = true;
    } else if (const auto *message = std::get_if<MessageReceived>(&event.what)) {
        if (m_inbox.size() >= std::size_t(BlockingClient::queueMessages) ||
            m_inboxBytes + message->payload.size() > BlockingClient::queueBytes) {
            ++m_lost;
        } else {
            m_inbox.push_back({message->binary, message->payload});
            m_inboxBytes += message->payload.size();
        }
    } else if (!m_keepHappenings) {
        return;
    }
    if (!std::holds_alternative<MessageReceived>(event.what))
        keep(event);
    m_changed.notify_all();
}

void ClientState::keep(Happening happening)
{
    if (!m_keepHappenings)
        return;
    if (m_happenings.size() >= std::size_t(BlockingClient::queueHappenings))
        ++m_lostHappenings;
    else
        m_happenings.push_back(std::move(happening));
    m_changed.notify_all();
}

void ClientState::setInterrupted(bool interrupted)
{
    m_interrupted = interrupted;
    m_changed.notify_all();
}

ClientError::Kind ClientState::whyNothing() const
{
    if (m_destroyed)
        return ClientError::Kind::Destroyed;
    return m_interrupted ? ClientError::Kind::Interrupted : ClientError::Kind::Timeout;
}

void ClientState::pingSent(const std::shared_ptr<PingTicket> &ticket, const Result<quint32> &seq)
{
    const std::lock_guard lock(m_mutex);
    if (seq.ok()) {
        ticket->seq = seq.value();
        m_pings.emplace(seq.value(), ticket);
    } else {
        ticket->refused = seq.error();
    }
    m_changed.notify_all();
}

void ClientState::pingTooLate(const std::shared_ptr<PingTicket> &ticket)
{
    const std::lock_guard lock(m_mutex);
    ticket->over = true;
    m_changed.notify_all();
}

void ClientState::messageSent(const std::shared_ptr<SendTicket> &ticket, const Outcome &result)
{
    const std::lock_guard lock(m_mutex);
    ticket->result = result;
    m_changed.notify_all();
}

std::optional<Happening> ClientState::takeHappening()
{
    if (m_happenings.empty())
        return std::nullopt;
    Happening happening = std::move(m_happenings.front());
    m_happenings.pop_front();
    return happening;
}

std::optional<ClientMessage> ClientState::takeMessage()
{
    if (m_inbox.empty())
        return std::nullopt;
    ClientMessage message = std::move(m_inbox.front());
    m_inbox.pop_front();
    m_inboxBytes -= message.payload.size();
    return message;
}

bool ClientState::isAtRest() const
{
    return state == ConnectionState::Closed || state == ConnectionState::Failed ||
           state == ConnectionState::Paused;
}

ClientError ClientState::error(ClientError::Kind kind, const QString &doing) const
{
    ClientError result;
    result.kind = kind;
    QString answer;
    switch (kind) {
    case ClientError::Kind::Timeout:
        answer = QCoreApplication::translate("Pongwatch::BlockingClient", "nothing arrived in time");
        break;
    case ClientError::Kind::NotOpen:
    case ClientError::Kind::Ended:
        result.verdict = verdict;
        answer = verdict ? explain(*verdict)
                         : QCoreApplication::translate("Pongwatch::BlockingClient", "no connection is open");
        break;
    case ClientError::Kind::Interrupted:
        answer = QCoreApplication::translate("Pongwatch::BlockingClient", "the call was interrupted");
        break;
    case ClientError::Kind::Destroyed:
        answer = QCoreApplication::translate("Pongwatch::BlockingClient", "the client is being destroyed");
        break;
    case ClientError::Kind::Overflow:
    case ClientError::Kind::Refused:
        break;
    }
    result.sentence = Error{doing, {}, answer}.sentence();
    return result;
}

void ClientState::destroy()
{
    std::unique_lock lock(m_mutex);
    m_destroyed = true;
    m_changed.notify_all();
    m_left.wait(lock, [this] { return m_calls == 0; });
}

} // namespace Pongwatch
