// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pingscheduler.h"

#include <cmath>
#include <utility>

namespace Pongwatch
{

PingScheduler::Client::~Client()
{
    if (m_scheduler)
        m_scheduler->cancel(*this);
}

PingScheduler::PingScheduler(const Clock &clock)
    : m_clock(clock)
{
}

PingScheduler::~PingScheduler()
{
    for (const Entry &entry : m_heap) {
        entry.client->m_scheduler = nullptr;
        entry.client->m_place = Client::nowhere;
    }
}

void PingScheduler::place(std::size_t index, Entry entry)
{
    m_heap[index] = entry;
    entry.client->m_place = index;
}

void PingScheduler::siftUp(std::size_t index)
{
    const Entry entry = m_heap[index];
    while (index > 0) {
        const std::size_t parent = (index - 1) / 2;
        if (m_heap[parent].when <= entry.when)
            break;
        place(index, m_heap[parent]);
        index = parent;
    }
    place(index, entry);
}

void PingScheduler::siftDown(std::size_t index)
{
    const Entry entry = m_heap[index];
    const std::size_t size = m_heap.size();
    for (;;) {
        std::size_t child = 2 * index + 1;
        if (child >= size)
            break;
        if (child + 1 < size && m_heap[child + 1].when < m_heap[child].when)
            ++child;
        if (entry.when <= m_heap[child].when)
            break;
        place(index, m_heap[child]);
        index = child;
    }
    place(index, entry);
}

void PingScheduler::remove(std::size_t index)
{
    Client *client = m_heap[index].client;
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (index < m_heap.size()) {
        place(index, last);
        siftUp(index);
        siftDown(last.client->m_place);
    }
    client->m_place = Client::nowhere;
    client->m_scheduler = nullptr;
}

void PingScheduler::schedule(Client &client, SteadyTime when)
{
    const std::optional<SteadyTime> before = next();
    if (client.m_place == Client::nowhere) {
        client.m_scheduler = this;
        m_heap.push_back({when, &client});
        client.m_place = m_heap.size() - 1;
        siftUp(client.m_place);
    } else {
        m_heap[client.m_place].when = when;
        siftUp(client.m_place);
        siftDown(client.m_place);
    }
    if (!m_running && m_nextChanged && before != next())
        m_nextChanged();
}

void PingScheduler::cancel(Client &client)
{
    if (client.m_place == Client::nowhere)
        return;
    const std::optional<SteadyTime> before = next();
    remove(client.m_place);
    if (!m_running && m_nextChanged && before != next())
        m_nextChanged();
}

std::optional<SteadyTime> PingScheduler::next() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front().when;
}

void PingScheduler::runDue()
{
    if (m_running)
        return;
    m_running = true;
    const SteadyTime start = m_clock.now();
    // A client that schedules itself for the past again (because it has fallen behind) must not keep the
    // thread here: it is woken in the next round. So each client runs at most once, which is ensured by
    // limiting the rounds to the number of entries at the start.
    for (std::size_t rounds = m_heap.size(); rounds > 0 && !m_heap.empty() && m_heap.front().when <= start;
         --rounds) {
        Client *client = m_heap.front().client;
        remove(0);
        client->due(m_clock.now());
    }
    m_running = false;
    if (m_nextChanged)
        m_nextChanged();
}

double PingScheduler::nextPhase()
{
    // The fractional parts of the multiples of the golden ratio fill the unit interval as evenly as any
    // sequence can.
    constexpr double golden = 0.61803398874989485;
    double whole = 0;
    const double fraction = std::modf(static_cast<double>(m_opened++) * golden, &whole);
    return 1.0 - fraction;
}

} // namespace Pongwatch
