// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dispatcher/readiness.h"
#include "engine/values/timetypes.h"

#include <vector>

namespace Pongwatch
{

/// The descriptors that one thread watches, in an epoll set, level-triggered. Wishes are gathered and told to
/// the kernel by apply(), only where they differ from what it knows: a wish that is taken back before costs
/// no system call.
///
/// A descriptor may be closed before or after its wishes end, and its number may be given to another file at
/// once, by any thread: a number that nobody wanted for a moment is told to the kernel anew, and one that
/// nobody wants is not told at all. The kernel takes a closed file out of the set by itself; an open one is
/// taken out once it becomes ready, as libuv does (uv__io_stop() and uv__io_poll()), so that a pause costs
/// nothing either. What must not happen is that the file behind a number changes while it is wanted without a
/// break.
class EpollSet
{
public:
    /// `wakeDescriptor` ends each wait that it becomes readable in or before, once for each write to it; it
    /// is never reported.
    explicit EpollSet(int wakeDescriptor);
    ~EpollSet();
    Q_DISABLE_COPY_MOVE(EpollSet)

    [[nodiscard]] bool isUsable() const { return m_epoll >= 0; }

    /// What is wanted of a descriptor from the next apply() on.
    void want(int fd, Readinesses wanted);

    /// Tells the kernel. Gives the descriptors that it can't watch because they are not open.
    [[nodiscard]] std::vector<int> apply();

    /// Waits until something is ready, woken or the time is over (nullopt: no limit), and appends what is
    /// ready to `ready`. Call apply() before.
    void wait(std::optional<nanoseconds> limit, std::vector<ReadyDescriptor> &ready);

private:
    struct Row {
        Readinesses wanted;
        Readinesses known;      ///< to the kernel, perhaps for longer than it was wanted
        bool changed = false;   ///< listed in m_changed
        bool lapsed = false;    ///< nothing was wanted for a moment since apply()
        quint32 generation = 0; ///< tells events of this file from those of one that had the number before
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
    std::vector<int> m_alwaysReady; ///< files that epoll refuses, and poll(2) calls ready at all times
};

} // namespace Pongwatch
