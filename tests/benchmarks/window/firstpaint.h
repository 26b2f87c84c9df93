// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Pongwatch::Benchmarks
{

/// Prints the time of CLOCK_MONOTONIC in nanoseconds once the first window was painted and what was painted
/// was handed to the window system, and ends the process. Whoever started the process took the same clock's
/// time before. Install it on the application before a window is shown.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// `filled`: waits until something inside the window was painted, and not its frame alone.
    explicit FirstPaint(bool filled = false)
        : m_filled(filled)
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_filled;
    bool m_painted = false;
};

} // namespace Pongwatch::Benchmarks
