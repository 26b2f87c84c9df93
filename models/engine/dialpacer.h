// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pingscheduler.h"

#include <deque>
#include <functional>
#include <vector>

namespace Pongwatch
{

/// Limits how many dials of a thread start at once, so that a thousand of them don't overflow a server's
/// backlog and then have to wait for TCP's retransmission. A dial that takes long (a slow DNS answer, a peer
/// that hangs) soon gives up its place, so that it does not hold up the others.
class DialPacer final : private PingScheduler::Client
{
public:
    static constexpr std::size_t places = 64;
    static constexpr milliseconds heldAtMost{250};

    /// A dial that is waiting for its turn or has a place. Gives up either when it is destroyed.
    class Ticket
    {
    public:
        Ticket() = default;
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;
        ~Ticket() { leave(); }

        /// The dial is over or no longer wanted.
        void leave();

    private:
        friend class DialPacer;
        DialPacer *m_pacer = nullptr;
        bool m_waiting = false;
        std::function<void()> m_start;
    };

    /// Both must outlive the pacer.
    DialPacer(PingScheduler &scheduler, const Clock &clock);
    ~DialPacer() override;

    /// Calls `start` when it is the ticket's turn, now or later. The ticket must not move in memory.
    void enqueue(Ticket &ticket, std::function<void()> start);

    /// The thread is ending: dials still waiting will never start.
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
