// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/ioeventdispatcher.h"

#ifdef Q_OS_LINUX
#include "engine/dispatcher/epolleventdispatcher.h"
#endif

namespace Pongwatch
{

std::unique_ptr<QAbstractEventDispatcher> makeIoEventDispatcher()
{
#ifdef Q_OS_LINUX
    auto dispatcher = std::make_unique<EpollEventDispatcher>();
    if (dispatcher->isUsable())
        return dispatcher;
#endif
    return nullptr;
}

} // namespace Pongwatch
