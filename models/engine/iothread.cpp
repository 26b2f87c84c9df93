// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/iothread.h"

#include "engine/dispatcher/ioeventdispatcher.h"
#include "engine/wire/sockettransportfactory.h"

namespace Pongwatch
{

IoThread::IoThread(const Clock &clock, EventSink &sink, const FactoryMaker &makeTransports,
                   const DispatcherMaker &makeDispatcher)
{
    m_thread.setObjectName(QStringLiteral("pongwatch-io"));
    if (auto dispatcher = makeDispatcher ? makeDispatcher() : makeIoEventDispatcher())
        m_thread.setEventDispatcher(dispatcher.release());
    m_context.moveToThread(&m_thread);
    m_thread.start(QThread::TimeCriticalPriority);
    QMetaObject::invokeMethod(&m_context, [this, &clock, &sink, make = makeTransports] {
        std::unique_ptr<TransportFactory> transports =
            make ? make() : std::make_unique<SocketTransportFactory>(clock);
        m_worker = std::make_unique<IoWorker>(clock, sink, std::move(transports));
    });
}

IoThread::~IoThread()
{
    QMetaObject::invokeMethod(&m_context, [this] {
        m_worker.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void IoThread::post(std::function<void(IoWorker &)> call)
{
    QMetaObject::invokeMethod(&m_context, [this, call = std::move(call)] { call(*m_worker); });
}

} // namespace Pongwatch
