// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocking/blockingruntime.h"

#include "engine/blocking/clientstate.h"
#include "engine/iothread.h"

#include <utility>

namespace Pongwatch
{

BlockingRuntime::BlockingRuntime(const std::function<std::unique_ptr<TransportFactory>()> &makeTransports,
                                 const Clock *clock)
    : m_thread(std::make_unique<IoThread>(clock ? *clock : m_systemClock, *this, makeTransports))
{
}

BlockingRuntime::~BlockingRuntime() = default;

PeerId BlockingRuntime::attach(std::shared_ptr<ClientState> state)
{
    const std::lock_guard lock(m_mutex);
    const PeerId peer{++m_lastPeer};
    m_clients.emplace(peer, std::move(state));
    return peer;
}

void BlockingRuntime::detach(PeerId peer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_clients.erase(peer);
    }
    post([peer](IoWorker &worker) {
        if (Connection *connection = worker.find(peer))
            connection->close({quint16(1001), {}}, true);
        worker.removePeer(peer);
    });
}

void BlockingRuntime::post(std::function<void(IoWorker &)> call)
{
    m_thread->post(std::move(call));
}

std::shared_ptr<ClientState> BlockingRuntime::find(PeerId peer)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_clients.find(peer);
    return found == m_clients.end() ? nullptr : found->second;
}

void BlockingRuntime::sample(const PingSample &sample)
{
    if (const auto client = find(sample.peer))
        client->sample(sample);
}

void BlockingRuntime::event(ConnectionEvent event)
{
    if (const auto client = find(event.peer))
        client->event(event);
}

} // namespace Pongwatch
