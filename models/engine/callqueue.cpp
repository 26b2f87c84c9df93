// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/callqueue.h"

#include <QCoreApplication>
#include <QEvent>

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace Pongwatch
{

/// What waits, and for whom.
struct CallQueue::Line {
    explicit Line(CallQueue *whose)
        : queue(whose)
    {
    }

    std::mutex mutex;
    CallQueue *queue;        ///< guarded by the mutex; null: destroyed
    std::vector<Call> calls; ///< likewise
};

CallQueue::Sender::Sender(std::shared_ptr<Line> line)
    : m_line(std::move(line))
{
}

void CallQueue::Sender::post(Call call) const
{
    // The lock is held until the event is posted: the queue must not be destroyed before.
    const std::lock_guard lock(m_line->mutex);
    if (!m_line->queue)
        return;
    m_line->calls.push_back(std::move(call));
    if (m_line->calls.size() == 1)
        QCoreApplication::postEvent(m_line->queue, new QEvent(QEvent::User));
}

CallQueue::CallQueue()
    : m_line(std::make_shared<Line>(this))
{
}

CallQueue::~CallQueue()
{
    std::vector<Call> dropped; // destroyed without the lock: what they own may post on its way out
    const std::lock_guard lock(m_line->mutex);
    m_line->queue = nullptr;
    dropped.swap(m_line->calls);
}

void CallQueue::post(Call call)
{
    bool first = false;
    {
        const std::lock_guard lock(m_line->mutex);
        first = m_line->calls.empty();
        m_line->calls.push_back(std::move(call));
    }
    if (first)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

bool CallQueue::postAndWait(milliseconds patience, Call call)
{
    struct Wait {
        std::mutex mutex;
        std::condition_variable ended;
        bool hasRun = false;
    };
    const auto wait = std::make_shared<Wait>();
    post([wait, call = std::move(call)] {
        call();
        const std::lock_guard lock(wait->mutex);
        wait->hasRun = true;
        wait->ended.notify_all();
    });
    std::unique_lock lock(wait->mutex);
    return wait->ended.wait_for(lock, patience, [&wait] { return wait->hasRun; });
}

CallQueue::Sender CallQueue::sender() const
{
    return Sender(m_line);
}

void CallQueue::customEvent(QEvent *)
{
    std::vector<Call> calls;
    {
        const std::lock_guard lock(m_line->mutex);
        calls.swap(m_line->calls);
    }
    for (const Call &call : calls)
        call();
}

} // namespace Pongwatch
