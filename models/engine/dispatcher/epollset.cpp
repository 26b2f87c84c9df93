// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/epollset.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/epoll.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

/// How many descriptors are served before timers and posted events get their turn again.
constexpr size_t batchSize = 512;

constexpr quint64 wakeTag = ~quint64(0);

quint32 toEvents(Readinesses wanted)
{
    return (wanted.testFlag(Readiness::Read) ? quint32(EPOLLIN) : 0U) |
           (wanted.testFlag(Readiness::Write) ? quint32(EPOLLOUT) : 0U) |
           (wanted.testFlag(Readiness::Exception) ? quint32(EPOLLPRI) : 0U);
}

Readinesses toReadinesses(quint32 events)
{
    Readinesses ready;
    if ((events & (EPOLLHUP | EPOLLERR)) != 0U)
        return Readiness::Read | Readiness::Write | Readiness::Exception;
    ready.setFlag(Readiness::Read, (events & EPOLLIN) != 0U);
    ready.setFlag(Readiness::Write, (events & EPOLLOUT) != 0U);
    ready.setFlag(Readiness::Exception, (events & EPOLLPRI) != 0U);
    return ready;
}

/// epoll_wait(2) with a limit in nanoseconds if the system supports that, else in milliseconds, rounded up: a
/// timer may fire late, but never early.
int waitFor(int epoll, std::array<epoll_event, batchSize> &events, std::optional<nanoseconds> limit)
{
#if defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 35)
    if (limit.has_value() && *limit > nanoseconds(0)) {
        const auto whole = std::chrono::floor<seconds>(*limit);
        timespec time{};
        time.tv_sec = whole.count();
        time.tv_nsec = (*limit - whole).count();
        const int count = epoll_pwait2(epoll, events.data(), batchSize, &time, nullptr);
        if (count >= 0 || errno != ENOSYS)
            return count;
    }
#endif
#endif
    int timeout = -1;
    if (limit.has_value())
        timeout = static_cast<int>(
            std::min(std::chrono::ceil<milliseconds>(*limit), milliseconds(3'600'000)).count());
    return epoll_wait(epoll, events.data(), batchSize, timeout);
}

} // namespace

EpollSet::EpollSet(int wakeDescriptor)
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeDescriptor(wakeDescriptor)
{
    addWakeDescriptor();
}

EpollSet::~EpollSet()
{
    if (m_epoll >= 0)
        close(m_epoll);
}

void EpollSet::want(int fd, Readinesses wanted)
{
    if (fd < 0)
        return;
    const auto index = static_cast<size_t>(fd);
    if (index >= m_rows.size())
        m_rows.resize(index + 1);
    Row &row = m_rows[index];
    row.wanted = wanted;
    row.lapsed = row.lapsed || !wanted;
    if (!row.changed) {
        row.changed = true;
        m_changed.push_back(fd);
    }
}

std::vector<int> EpollSet::apply()
{
    std::vector<int> notOpen;
    for (const int fd : m_changed) {
        Row &row = m_rows[static_cast<size_t>(fd)];
        row.changed = false;
        const bool lapsed = std::exchange(row.lapsed, false);
        if (!row.wanted) {
            row.lapsed = true; // the number may be used for another file next time
            std::erase(m_alwaysReady, fd);
        } else if (lapsed || row.wanted != row.known) {
            if (lapsed)
                ++row.generation;
            std::erase(m_alwaysReady, fd);
            const int error = tell(fd, row);
            row.known = error == 0 ? row.wanted : Readinesses();
            if (error == EPERM && (row.wanted & (Readiness::Read | Readiness::Write)))
                m_alwaysReady.push_back(fd);
            else if (error != 0 && error != EPERM)
                notOpen.push_back(fd);
        }
    }
    m_changed.clear();
    return notOpen;
}

void EpollSet::wait(std::optional<nanoseconds> limit, std::vector<ReadyDescriptor> &ready)
{
    std::array<epoll_event, batchSize>
        events; // NOLINT(cppcoreguidelines-pro-type-member-init): the kernel does
    if (!m_alwaysReady.empty())
        limit = nanoseconds(0);
    const auto start = std::chrono::steady_clock::now();
    int count = waitFor(m_epoll, events, limit);
    while (count < 0 && errno == EINTR) {
        auto left = limit;
        if (limit.has_value())
            left = std::max(nanoseconds(0), *limit - (std::chrono::steady_clock::now() - start));
        count = waitFor(m_epoll, events, left);
    }
    bool stale = false;
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<size_t>(i)];
        const quint64 eventTag = event.data.u64;
        if (eventTag == wakeTag)
            continue;
        const int fd = static_cast<int>(static_cast<quint32>(eventTag));
        Row &row = m_rows[static_cast<size_t>(fd)];
        const bool isItsFile = row.known && tag(fd, row) == eventTag;
        if (isItsFile && row.wanted)
            ready.push_back({fd, toReadinesses(event.events)});
        else if (!isItsFile || !takeOut(fd, row))
            stale = true;
    }
    for (const int fd : m_alwaysReady)
        ready.push_back({fd, Readiness::Read | Readiness::Write});
    if (stale)
        startOver();
}

quint64 EpollSet::tag(int fd, const Row &row)
{
    return (quint64(row.generation) << 32U) | static_cast<quint32>(fd);
}

int EpollSet::tell(int fd, Row &row) const
{
    epoll_event event{};
    event.events = toEvents(row.wanted);
    event.data.u64 = tag(fd, row);
    int operation = row.known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    if (epoll_ctl(m_epoll, operation, fd, &event) == 0)
        return 0;
    if (errno != ENOENT && errno != EEXIST)
        return errno;
    // The number now belongs to another file, or the old file still has it.
    operation = errno == ENOENT ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    return epoll_ctl(m_epoll, operation, fd, &event) == 0 ? 0 : errno;
}

/// For a file that became ready but is no longer wanted. Returns false if its number is closed or another
/// file's by now, while the file is still open under a second one.
bool EpollSet::takeOut(int fd, Row &row) const
{
    row.known = {};
    epoll_event event{};
    return epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, &event) == 0;
}

void EpollSet::addWakeDescriptor() const
{
    epoll_event event{};
    event.events = quint32(EPOLLIN) | quint32(EPOLLET);
    event.data.u64 = wakeTag;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeDescriptor, &event);
}

/// If the watched descriptor is closed but the file is open under a second one, the file stays in the set and
/// can no longer be removed: only a new set gets rid of it.
void EpollSet::startOver()
{
    const int fresh = epoll_create1(EPOLL_CLOEXEC);
    if (fresh < 0)
        return; // out of descriptors: try again at the next stale event
    close(m_epoll);
    m_epoll = fresh;
    addWakeDescriptor();
    for (size_t index = 0; index < m_rows.size(); ++index) {
        Row &row = m_rows[index];
        if (!std::exchange(row.known, {}))
            continue;
        if (row.wanted)
            want(static_cast<int>(index), row.wanted);
    }
}

} // namespace Pongwatch
