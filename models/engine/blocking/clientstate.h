// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/blocking/blockingclient.h"
#include "engine/values/pingsample.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

namespace Pongwatch
{

/// What one BlockingClient and the I/O thread share: the thread writes what happens, and the client's calls
/// wait for it. One mutex guards everything.
class ClientState
{
public:
    /// A call to ping() that is waiting.
    struct PingTicket {
        std::optional<quint32> seq; ///< it has been sent
        std::optional<PingSample> answer;
        std::optional<Error> refused;
        bool over = false; ///< the connection ended first
    };
    /// A call to send() that is waiting until its message has been handed over.
    struct SendTicket {
        std::optional<Outcome> result;
    };

    explicit ClientState(bool keepHappenings = false)
        : m_keepHappenings(keepHappenings)
    {
    }

    enum class Interruptible : quint8 { Yes, No };

    /// While it lives, a call counts as being inside, and the mutex is held.
    class Call
    {
    public:
        explicit Call(ClientState &state, Interruptible interruptible = Interruptible::Yes);
        ~Call();
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

        /// Waits for `ready()`, the deadline, or the client's destruction. True: it is ready.
        template <typename Ready>
        bool wait(SteadyTime deadline, Ready ready)
        {
            ++m_state.m_waiting;
            bool inTime = true;
            while (!ready() && inTime && !m_state.m_destroyed && !isInterrupted())
                inTime = m_state.m_changed.wait_until(m_lock, deadline) == std::cv_status::no_timeout;
            --m_state.m_waiting;
            return ready();
        }

        /// Releases the mutex to the I/O thread while `work` runs.
        template <typename Work>
        void unlocked(Work work)
        {
            m_lock.unlock();
            work();
            m_lock.lock();
        }

    private:
        [[nodiscard]] bool isInterrupted() const { return m_interruptible && m_state.m_interrupted; }

        ClientState &m_state;
        std::unique_lock<std::mutex> m_lock;
        const bool m_interruptible;
    };

    // Called on the I/O thread

    void sample(const PingSample &sample);
    void event(const ConnectionEvent &event);
    void pingSent(const std::shared_ptr<PingTicket> &ticket, const Result<quint32> &seq);
    /// The connection had ended before the ping could be sent.
    void pingTooLate(const std::shared_ptr<PingTicket> &ticket);
    void messageSent(const std::shared_ptr<SendTicket> &ticket, const Outcome &result);

    // Called with a Call

    [[nodiscard]] std::optional<ClientMessage> takeMessage();
    [[nodiscard]] quint64 takeLost() { return std::exchange(m_lost, 0); }
    [[nodiscard]] std::optional<Happening> takeHappening();
    [[nodiscard]] quint64 takeLostHappenings() { return std::exchange(m_lostHappenings, 0); }
    [[nodiscard]] bool hasHappened() const { return !m_happenings.empty() || m_lostHappenings > 0; }
    void setInterrupted(bool interrupted);
    /// Why a call that waited got nothing: Destroyed, Interrupted, or else Timeout.
    [[nodiscard]] ClientError::Kind whyNothing() const;
    /// Whether nothing is open, and nothing will be without a new open().
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] ClientError error(ClientError::Kind kind, const QString &doing) const;

    // Called by the destructor of the client

    /// Wakes every call, and returns once none is inside.
    void destroy();

    ConnectionState state = ConnectionState::Closed;
    std::optional<Opened> opened;   ///< of the newest connection
    std::optional<Verdict> verdict; ///< of the newest end
    std::optional<nanoseconds> latency;
    quint64 opens = 0;
    quint64 ends = 0;
    std::size_t waitingMessages() const { return m_inbox.size(); }
    quint64 lost() const { return m_lost; }
    int waitingCalls() const { return m_waiting; }
    bool isDestroyed() const { return m_destroyed; }

private:
    void keep(Happening happening);

    const bool m_keepHappenings;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::condition_variable m_left;
    std::deque<ClientMessage> m_inbox;
    qint64 m_inboxBytes = 0;
    quint64 m_lost = 0;
    std::map<quint32, std::shared_ptr<PingTicket>> m_pings; ///< by seq
    int m_calls = 0;
    int m_waiting = 0; ///< how many of these calls are in wait()
    std::deque<Happening> m_happenings;
    quint64 m_lostHappenings = 0;
    bool m_interrupted = false;
    bool m_destroyed = false;
};

} // namespace Pongwatch
