// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dispatcher/readiness.h"
#include "engine/values/timetypes.h"

#include <vector>

namespace Pongwatch
{

/// The descriptors that one thread watches, as a level-triggered epoll set. Changes are collected, and
/// apply() tells the kernel only about differences from what it knows: a change that is undone before that
/// costs no system call.
///
/// A descriptor may be closed before or after it stops being watched, and any thread may get its number for
/// another file at once. So a number that was not wanted for a moment is registered again, and one that is
/// no longer wanted is left alone. The kernel removes closed files from the set itself; an open one is
/// removed once it becomes ready, as libuv does (uv__io_stop() and uv__io_poll()), so a pause costs nothing
/// either. What must not happen is that the file behind a number changes while the number is wanted without
/// a break.
class EpollSet
{
public:
    /// When `wakeDescriptor` becomes readable before or during a wait, that wait ends: once for each write to
    /// it. It is never reported as ready.
    explicit EpollSet(int wakeDescriptor);
    ~EpollSet();
    Q_DISABLE_COPY_MOVE(EpollSet)

    [[nodiscard]] bool isUsable() const { return m_epoll >= 0; }

    /// Sets what to watch a descriptor for, from the next apply() on.
    void want(int fd, Readinesses wanted);

    /// Tells the kernel. Returns the descriptors that can't be watched because they are not open.
    [[nodiscard]] std::vector<int> apply();

    /// Waits until something is ready, a wake-up comes or the time is over (nullopt: no limit), and appends
    /// what is ready to `ready`. Call apply() first.
    void wait(std::optional<nanoseconds> limit, std::vector<ReadyDescriptor> &ready);

private:
    struct Row {
        Readinesses wanted;
        Readinesses known;      ///< by the kernel; may be kept for longer than wanted
        bool changed = false;   ///< listed in m_changed
        bool lapsed = false;    ///< nothing was wanted for a moment since apply()
        quint32 generation = 0; ///< distinguishes this file from earlier ones with the same number
    };

    [[nodiscard]] static quint64 tag(int fd, const Row &row);
    [[nodiscard]] int tell(int fd, Row &row) const;
    [[nodiscard]] bool takeOut(int fd, Row &row) const;
    void addWakeDescriptor() const;
    void startOver();

    int m_epoll = -1;
    int m_wakeDescriptor;
    std::vector<Row> m_rows;        ///< by descriptor
    std::vector<int> m_changed;     ///< descriptors
    std::vector<int> m_alwaysReady; ///< files that epoll refuses and poll(2) always reports as ready
};

} // namespace Pongwatch
