// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/health.h"

namespace Pongwatch
{

/// Derives a peer's health from what happens to it.
///
/// A missed deadline outlives the connection: the peer stays TimedOut while it is closed, waits and is
/// dialled, until a ping is answered or a connection opens (or the user closes or pauses it).
///
/// A stopped feed makes a peer Stale while it is open. This outlives the connection, too: the next one is
/// Stale from its first moment, until a message of the feed comes.
class HealthTracker
{
public:
    /// Returns true if the health or the connection's state has changed.
    bool add(const PingSample &sample);
    bool add(const ConnectionEvent &event);

    [[nodiscard]] Health health() const;

    /// Since when the health has been what it is; nullopt before anything happened.
    [[nodiscard]] std::optional<WallTime> since() const { return m_since; }

    /// Since when the peer has been in trouble without a break: not connected, silent, or stale, though it
    /// should not be. Being dialled again is not a break; an open connection is. nullopt: it is not in
    /// trouble, was closed or paused here, or is still being dialled for the first time.
    [[nodiscard]] std::optional<WallTime> troubleSince() const { return m_troubleSince; }

    [[nodiscard]] ConnectionState state() const { return m_state; }

private:
    void settleTrouble(WallTime time);
    bool settle(Health before, ConnectionState stateBefore, WallTime time);

    ConnectionState m_state = ConnectionState::Connecting;
    bool m_timedOut = false;
    bool m_slow = false;
    bool m_stale = false;    // nothing has come from the feed since it stopped
    bool m_endWanted = true; // this side wanted the newest end
    std::optional<WallTime> m_since;
    std::optional<WallTime> m_troubleSince;
};

} // namespace Pongwatch
