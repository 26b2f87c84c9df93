// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/ioeventdispatcher.h"

#include "engine/dispatcher/epolleventdispatcher.h"

namespace Pongwatch
{

std::unique_ptr<QAbstractEventDispatcher> makeIoEventDispatcher()
{
    auto dispatcher = std::make_unique<EpollEventDispatcher>();
    if (dispatcher->isUsable())
        return dispatcher;
    return nullptr;
}

} // namespace Pongwatch
