// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"

#include <functional>
#include <limits>
#include <vector>

namespace Pongwatch
{

/// The schedule of an I/O thread: each connection has one entry, the moment when it next has something to do.
/// A single timer of the thread serves them all.
///
/// A binary heap whose entries know their position, so that adding, moving and removing one costs O(log n).
/// It has no timer of its own: its driver (IoWorker, or a test) waits until next() and calls runDue().
class PingScheduler
{
public:
    /// Something to be woken at a given moment. Removes its entry when it is destroyed.
    class Client
    {
    public:
        Client() = default;
        Client(const Client &) = delete;
        Client &operator=(const Client &) = delete;
        virtual ~Client();

        /// Called once at the scheduled moment, when the entry is already removed. May schedule or cancel any
        /// client, and destroy others.
        virtual void due(SteadyTime now) = 0;

    private:
        friend class PingScheduler;
        static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
        PingScheduler *m_scheduler = nullptr;
        std::size_t m_place = nowhere;
    };

    /// The clock must outlive the scheduler.
    explicit PingScheduler(const Clock &clock);
    PingScheduler(const PingScheduler &) = delete;
    PingScheduler &operator=(const PingScheduler &) = delete;
    ~PingScheduler();

    /// Called when next() has become earlier or has gone away, so that the driver resets its timer.
    void setNextChanged(std::function<void()> callback) { m_nextChanged = std::move(callback); }

    /// Schedules the client for this moment, replacing its earlier entry.
    void schedule(Client &client, SteadyTime when);
    void cancel(Client &client);

    /// The earliest scheduled moment.
    [[nodiscard]] std::optional<SteadyTime> next() const;

    /// Wakes every client whose moment has come, earliest first. Clients that are scheduled for a past moment
    /// during the call are woken by the next call, so that a call always returns.
    void runDue();

    /// The fraction of an interval, in (0, 1], after which a newly opened connection sends its first ping: 1
    /// for the first connection of the thread, as in python-websockets, then spread evenly by the golden
    /// ratio, so that connections that open together do not ping together.
    [[nodiscard]] double nextPhase();

    [[nodiscard]] std::size_t size() const { return m_heap.size(); }

private:
    struct Entry {
        SteadyTime when;
        Client *client;
    };
    void place(std::size_t index, Entry entry);
    void siftUp(std::size_t index);
    void siftDown(std::size_t index);
    void remove(std::size_t index);

    const Clock &m_clock;
    std::vector<Entry> m_heap;
    std::function<void()> m_nextChanged;
    quint64 m_opened = 0;
    bool m_running = false;
};

} // namespace Pongwatch
