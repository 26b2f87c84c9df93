// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/eventsink.h"
#include "engine/transport.h"

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace Pongwatch
{

class ClientState;
class IoThread;
class IoWorker;

/// The one I/O thread that all BlockingClients of a program share. Passes on what happens there to the client
/// that it concerns. Must outlive its clients. Its functions may be called from any thread.
class BlockingRuntime final : public EventSink
{
public:
    /// `makeTransports` is called on the I/O thread; if it is empty, real sockets are used. `clock` must
    /// outlive this object; null: the system's.
    explicit BlockingRuntime(const std::function<std::unique_ptr<TransportFactory>()> &makeTransports = {},
                             const Clock *clock = nullptr);
    ~BlockingRuntime() override;
    BlockingRuntime(const BlockingRuntime &) = delete;
    BlockingRuntime &operator=(const BlockingRuntime &) = delete;

    /// The number of a new client. From now on, `state` is told what happens to its connections.
    PeerId attach(std::shared_ptr<ClientState> state);

    /// From now on, nothing is reported to the client. Its connection is closed with 1001.
    void detach(PeerId peer);

    /// Runs `call` on the I/O thread, after all earlier ones.
    void post(std::function<void(IoWorker &)> call);

private:
    void sample(const PingSample &sample) override;
    void event(ConnectionEvent event) override;
    void noteLag(nanoseconds) override {}
    [[nodiscard]] std::shared_ptr<ClientState> find(PeerId peer);

    SystemClock m_systemClock;
    std::mutex m_mutex; ///< guards the two below
    quint32 m_lastPeer = 0;
    std::unordered_map<PeerId, std::shared_ptr<ClientState>> m_clients;
    std::unique_ptr<IoThread> m_thread; ///< last: it ends before what it uses
};

} // namespace Pongwatch
