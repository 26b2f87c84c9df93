// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace Pongwatch
{

/// Calls that other threads want to run on this object's thread. One event is posted for all waiting calls,
/// so a thousand calls in a row cost the event loop a single turn. The calls are passed on under a mutex of
/// our own, which race detectors can see (they can't see into Qt's event queue).
class CallQueue final : public QObject
{
public:
    using Call = std::function<void()>;

    /// Runs `call` from the event loop of the object's thread, after all earlier ones. May be called on any
    /// thread. Calls still waiting when the object is destroyed are dropped.
    void post(Call call);

private:
    void customEvent(QEvent *) override;

    std::mutex m_mutex;
    std::vector<Call> m_calls; ///< guarded by the mutex
};

} // namespace Pongwatch
