// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/window/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace Pongwatch::Benchmarks
{

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool counts = widget && (!m_filled || !widget->isWindow());
    if (event->type() == QEvent::Paint && counts && !m_painted) {
        m_painted = true;
        // The widgets of a window are painted and shown within one event.
        QTimer::singleShot(0, this, [] {
            const auto now = std::chrono::steady_clock::now().time_since_epoch();
            std::printf("%lld\n", static_cast<long long>(std::chrono::nanoseconds(now).count()));
            std::fflush(stdout);
            std::_Exit(0);
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Pongwatch::Benchmarks
