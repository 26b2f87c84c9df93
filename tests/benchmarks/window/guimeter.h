// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>
#include <vector>

namespace Pongwatch::Benchmarks
{

/// An application that knows what its thread and its frames cost.
///
/// A frame is one QEvent::UpdateRequest or Expose of a window: layout, painting of what is dirty, and handing
/// it to the window system.
class GuiMeter : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    void begin();
    void end();

    bool notify(QObject *receiver, QEvent *event) override;

    /// CPU time of the GUI thread between begin() and end() (CLOCK_THREAD_CPUTIME_ID).
    [[nodiscard]] std::chrono::nanoseconds cpu() const { return m_cpu; }
    [[nodiscard]] std::chrono::nanoseconds duration() const { return m_duration; }
    /// Sorted after end().
    [[nodiscard]] const std::vector<std::chrono::nanoseconds> &frames() const { return m_frames; }

private:
    static std::chrono::nanoseconds threadTime();

    bool m_measuring = false;
    int m_depth = 0;
    std::chrono::nanoseconds m_cpu{0};
    std::chrono::nanoseconds m_duration{0};
    std::chrono::steady_clock::time_point m_begun{};
    std::vector<std::chrono::nanoseconds> m_frames;
};

} // namespace Pongwatch::Benchmarks
