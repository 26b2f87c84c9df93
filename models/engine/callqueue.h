// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace Pongwatch
{

/// Functions that other threads want run on this object's thread. One event is posted for all that wait, so a
/// thousand calls in a row cost the event loop one turn; and the functions are handed over under a mutex of
/// our own, which race detectors can see (they can't see into Qt's event queue).
class CallQueue final : public QObject
{
public:
    using Call = std::function<void()>;

    /// Runs `call` on the object's thread, after all earlier ones, from its event loop. Any thread. What
    /// still waits when the object is destroyed is dropped.
    void post(Call call);

private:
    void customEvent(QEvent *) override;

    std::mutex m_mutex;
    std::vector<Call> m_calls; ///< guarded by the mutex
};

} // namespace Pongwatch
