// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/callqueue.h"
#include "engine/ioworker.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// A running I/O thread and its worker. Created, called and destroyed on the owner's thread; the destructor
/// ends the thread and waits for it, dropping any remaining connections.
class IoThread
{
public:
    using FactoryMaker = std::function<std::unique_ptr<TransportFactory>()>;
    using DispatcherMaker = std::function<std::unique_ptr<QAbstractEventDispatcher>()>;

    /// `clock` and `sink` must outlive the object. `makeTransports` is called on the new thread; empty: real
    /// sockets. `makeDispatcher` is called here; empty: makeIoEventDispatcher().
    IoThread(const Clock &clock, EventSink &sink, const FactoryMaker &makeTransports,
             const DispatcherMaker &makeDispatcher = {});
    ~IoThread();
    IoThread(const IoThread &) = delete;
    IoThread &operator=(const IoThread &) = delete;

    /// Runs `call` on the I/O thread, after all earlier ones. Any thread, but not during the destructor.
    void post(std::function<void(IoWorker &)> call);

    /// How many peers were assigned to this thread.
    [[nodiscard]] int peers() const { return m_peers; }
    void countPeer(int change) { m_peers += change; }

private:
    QThread m_thread;
    CallQueue m_calls; ///< lives on the I/O thread from the start, so that calls can be posted before the
                       ///< worker exists
    std::unique_ptr<IoWorker> m_worker;
    int m_peers = 0;
};

} // namespace Pongwatch
