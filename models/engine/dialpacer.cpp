// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dialpacer.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

void DialPacer::Ticket::leave()
{
    if (DialPacer *pacer = std::exchange(m_pacer, nullptr)) {
        m_start = nullptr;
        pacer->drop(*this);
    }
}

DialPacer::DialPacer(PingScheduler &scheduler, const Clock &clock)
    : m_scheduler(scheduler)
    , m_clock(clock)
{
}

DialPacer::~DialPacer()
{
    stop();
}

void DialPacer::stop()
{
    m_scheduler.cancel(*this);
    for (Ticket *ticket : m_waiting)
        ticket->m_pacer = nullptr;
    for (const Holder &holder : m_holders)
        holder.ticket->m_pacer = nullptr;
    m_waiting.clear();
    m_holders.clear();
}

void DialPacer::enqueue(Ticket &ticket, std::function<void()> start)
{
    ticket.leave();
    ticket.m_pacer = this;
    ticket.m_start = std::move(start);
    ticket.m_waiting = true;
    m_waiting.push_back(&ticket);
    startNext();
}

void DialPacer::drop(Ticket &ticket)
{
    if (std::exchange(ticket.m_waiting, false))
        std::erase(m_waiting, &ticket);
    else if (std::erase_if(m_holders, [&ticket](const Holder &holder) { return holder.ticket == &ticket; }) >
             0)
        startNext();
}

void DialPacer::startNext()
{
    // A dial that fails at once gives up its place during its own start: the loop below continues then.
    if (m_starting)
        return;
    m_starting = true;
    while (!m_waiting.empty() && m_holders.size() < places) {
        Ticket *ticket = m_waiting.front();
        m_waiting.pop_front();
        ticket->m_waiting = false;
        m_holders.push_back({ticket, m_clock.now() + heldAtMost});
        const std::function<void()> start = std::exchange(ticket->m_start, nullptr);
        start();
    }
    m_starting = false;
    if (m_waiting.empty() || m_holders.empty())
        m_scheduler.cancel(*this);
    else
        m_scheduler.schedule(*this, m_holders.front().until);
}

void DialPacer::due(SteadyTime now)
{
    std::erase_if(m_holders, [now](const Holder &holder) {
        if (holder.until > now)
            return false;
        holder.ticket->m_pacer = nullptr;
        return true;
    });
    startNext();
}

} // namespace Pongwatch
