// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/iothread.h"

#include "engine/clienttransportfactory.h"
#include "engine/dispatcher/ioeventdispatcher.h"

#include <semaphore>
#include <utility>

namespace Pongwatch
{

IoThread::IoThread(const Clock &clock, EventSink &sink, const FactoryMaker &makeTransports,
                   const DispatcherMaker &makeDispatcher)
{
    m_thread.setObjectName(QStringLiteral("pongwatch-io"));
    if (auto dispatcher = makeDispatcher ? makeDispatcher() : makeIoEventDispatcher())
        m_thread.setEventDispatcher(dispatcher.release());
    m_calls.moveToThread(&m_thread);
    m_thread.start(QThread::TimeCriticalPriority);
    m_calls.post([this, &clock, &sink, make = makeTransports] {
        std::unique_ptr<TransportFactory> transports =
            make ? make() : std::make_unique<ClientTransportFactory>(clock);
        m_worker = std::make_unique<IoWorker>(clock, sink, std::move(transports));
    });
}

IoThread::~IoThread()
{
    // Waking the thread uses its event dispatcher, which is destroyed with it: so the thread must not end
    // before the wake-up has finished completely.
    std::binary_semaphore woken(0);
    std::binary_semaphore over(0);
    m_calls.post([this, &woken, &over] {
        m_worker.reset();
        woken.acquire();
        m_thread.quit();
        over.release();
    });
    woken.release();
    m_thread.wait();
    // Free by now. It shows race detectors that what the thread did happened before what follows;
    // QThread::wait() ensures this in a way that they can't see.
    over.acquire();
}

void IoThread::post(std::function<void(IoWorker &)> call)
{
    m_calls.post([this, call = std::move(call)] { call(*m_worker); });
}

} // namespace Pongwatch
