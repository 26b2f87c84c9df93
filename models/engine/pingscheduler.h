// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"

#include <functional>
#include <limits>
#include <vector>

namespace Pongwatch
{

/// The timetable of an I/O thread: every connection has one entry, the moment at which it next has something
/// to do. One timer of the thread serves them all.
///
/// A binary heap whose entries know their place, so that entering, moving and removing one costs O(log n). It
/// has no timer of its own: whoever drives it (IoWorker; a test) waits until next() and calls runDue().
class PingScheduler
{
public:
    /// Something with a moment to be woken at. Removes itself when it is destroyed.
    class Client
    {
    public:
        Client() = default;
        Client(const Client &) = delete;
        Client &operator=(const Client &) = delete;
        virtual ~Client();

        /// Called once when the entered moment has come; the entry is gone by then. May schedule or cancel
        /// any client, and destroy others.
        virtual void due(SteadyTime now) = 0;

    private:
        friend class PingScheduler;
        static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
        PingScheduler *m_scheduler = nullptr;
        std::size_t m_place = nowhere;
    };

    /// The clock outlives the scheduler.
    explicit PingScheduler(const Clock &clock);
    PingScheduler(const PingScheduler &) = delete;
    PingScheduler &operator=(const PingScheduler &) = delete;
    ~PingScheduler();

    /// Called whenever next() has become earlier or went away: the driver sets its timer anew.
    void setNextChanged(std::function<void()> callback) { m_nextChanged = std::move(callback); }

    /// Enters the client for this moment, in place of an earlier entry of its own.
    void schedule(Client &client, SteadyTime when);
    void cancel(Client &client);

    /// The earliest moment entered.
    [[nodiscard]] std::optional<SteadyTime> next() const;

    /// Wakes every client whose moment has come, earliest first. Clients that enter a moment that is already
    /// over while this runs are woken by the next call, so that one call always ends.
    void runDue();

    /// The part of an interval, in (0, 1], after which a newly opened connection sends its first ping: 1 for
    /// the first connection of the thread, as in python-websockets, then spread evenly by the golden
    /// ratio, so that connections that were opened together do not ping together.
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
