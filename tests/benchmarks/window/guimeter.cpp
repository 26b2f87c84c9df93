// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/window/guimeter.h"

#include <QEvent>

#include <algorithm>
#include <ctime>

namespace Pongwatch::Benchmarks
{

std::chrono::nanoseconds GuiMeter::threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void GuiMeter::begin()
{
    m_measuring = true;
    m_begun = std::chrono::steady_clock::now();
    m_cpu = threadTime();
}

void GuiMeter::end()
{
    m_cpu = threadTime() - m_cpu;
    m_duration = std::chrono::steady_clock::now() - m_begun;
    m_measuring = false;
    std::sort(m_frames.begin(), m_frames.end());
}

bool GuiMeter::notify(QObject *receiver, QEvent *event)
{
    const bool isFrame = m_measuring && m_depth == 0 &&
                         (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Expose);
    if (!isFrame)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const auto begun = std::chrono::steady_clock::now();
    const bool result = QApplication::notify(receiver, event);
    m_frames.push_back(std::chrono::steady_clock::now() - begun);
    --m_depth;
    return result;
}

} // namespace Pongwatch::Benchmarks
