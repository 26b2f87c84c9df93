// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// Calls that other threads want to run on this object's thread. One event is posted for all waiting calls,
/// so a thousand calls in a row cost the event loop a single turn. The calls are passed on under a mutex of
/// our own, which race detectors can see (they can't see into Qt's event queue).
class CallQueue final : public QObject
{
public:
    using Call = std::function<void()>;

private:
    struct Line;

public:
    /// Leads to a queue that may be gone by then. A value, for any thread.
    class Sender
    {
    public:
        /// As CallQueue::post() if the queue still exists; otherwise drops the call.
        void post(Call call) const;

    private:
        friend class CallQueue;
        explicit Sender(std::shared_ptr<Line> line);

        std::shared_ptr<Line> m_line;
    };

    CallQueue();
    ~CallQueue() override;

    /// Runs `call` from the event loop of the object's thread, after all earlier ones. May be called on any
    /// thread. Calls still waiting when the object is destroyed are dropped.
    void post(Call call);

    /// Posts the call and waits until it has run, for `patience` at most. Returns true if it has; otherwise
    /// it is still waiting, and must own everything that it uses. Not for the object's own thread.
    [[nodiscard]] bool postAndWait(milliseconds patience, Call call);

    [[nodiscard]] Sender sender() const;

private:
    void customEvent(QEvent *) override;

    std::shared_ptr<Line> m_line; ///< never null
};

} // namespace Pongwatch
