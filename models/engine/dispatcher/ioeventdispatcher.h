// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace Pongwatch
{

/// The event dispatcher for a thread with thousands of sockets, based on epoll on Linux. Null on other
/// systems, or if the system refuses the two descriptors that it needs; the thread then keeps Qt's own.
///
/// Pass it to QThread::setEventDispatcher() before the thread starts; the thread then owns it, and deletes it
/// when it ends.
[[nodiscard]] std::unique_ptr<QAbstractEventDispatcher> makeIoEventDispatcher();

} // namespace Pongwatch
