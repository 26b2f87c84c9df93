// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/callqueue.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace Pongwatch
{

void CallQueue::post(Call call)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_calls.empty();
        m_calls.push_back(std::move(call));
    }
    if (first)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void CallQueue::customEvent(QEvent *)
{
    std::vector<Call> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
    for (const Call &call : calls)
        call();
}

} // namespace Pongwatch
