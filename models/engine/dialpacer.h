// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pingscheduler.h"

#include <deque>
#include <functional>
#include <vector>

namespace Pongwatch
{

/// Lets only so many dials of a thread start at once, so that a thousand of them don't overflow a server's
/// queue of connections and then wait for TCP's retransmission. A dial that takes long (a slow DNS answer, a
/// peer that hangs) gives its place up after a moment, so that it doesn't hold up the rest.
class DialPacer final : private PingScheduler::Client
{
public:
    static constexpr std::size_t places = 64;
    static constexpr milliseconds heldAtMost{250};

    /// A dial that waits for its turn or holds a place. It leaves both when it is destroyed.
    class Ticket
    {
    public:
        Ticket() = default;
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;
        ~Ticket() { leave(); }

        /// The dial is over, or nobody wants it any more.
        void leave();

    private:
        friend class DialPacer;
        DialPacer *m_pacer = nullptr;
        bool m_waiting = false;
        std::function<void()> m_start;
    };

    /// Both outlive the pacer.
    DialPacer(PingScheduler &scheduler, const Clock &clock);
    ~DialPacer() override;

    /// Calls `start` when it is the ticket's turn: now, or later. The ticket must stay where it is.
    void enqueue(Ticket &ticket, std::function<void()> start);

    /// The thread ends: whoever waits is never started.
    void stop();

private:
    struct Holder {
        Ticket *ticket;
        SteadyTime until;
    };
    void due(SteadyTime now) override;
    void startNext();
    void drop(Ticket &ticket);

    PingScheduler &m_scheduler;
    const Clock &m_clock;
    std::deque<Ticket *> m_waiting;
    std::vector<Holder> m_holders;
    bool m_starting = false;
};

} // namespace Pongwatch
