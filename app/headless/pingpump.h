// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/blocking/blockingclient.h"

#include <QThread>

#include <atomic>
#include <functional>

namespace Pongwatch
{

/// The thread that opens one BlockingClient, hands on what happens to it, and closes it. Made and destroyed
/// on the thread that owns it; its destructor waits for the thread.
class PingPump final : public QThread
{
    Q_OBJECT

public:
    /// `happened` is called on the pump's own thread, for one thing after the other. The client outlives the
    /// pump.
    PingPump(BlockingClient &client, std::function<void(const Happening &)> happened);
    ~PingPump() override;

    /// Closes the client with this code and ends the thread. Returns at once; may be called twice.
    void stop(quint16 closeCode);

private:
    void run() override;

    BlockingClient &m_client;
    const std::function<void(const Happening &)> m_happened;
    std::atomic<quint16> m_closeCode{0}; ///< 0: go on
};

} // namespace Pongwatch
