// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "history/health.h"

namespace Pongwatch
{

/// Works out a peer's health from what happens to it.
///
/// A missed deadline outlives the connection: the peer stays TimedOut while it is closed, waited for and
/// dialled, until a ping is answered or a connection opens (or the user closes or pauses it).
///
/// A feed that has stopped makes a peer Stale while it is open. That outlives the connection, too: the next
/// one is Stale from its first moment, until a message of the feed comes.
class HealthTracker
{
public:
    /// True when the health or the connection's state is another one now.
    bool add(const PingSample &sample);
    bool add(const ConnectionEvent &event);

    [[nodiscard]] Health health() const;

    /// When the health became what it is; nullopt before anything happened.
    [[nodiscard]] std::optional<WallTime> since() const { return m_since; }

    /// Since when the peer is in trouble without a break: not connected, silent, or stale, though it should
    /// not be. Being dialled again in between is none; an open connection is. nullopt: it is not, or it was
    /// closed or paused here, or the first dial goes on.
    [[nodiscard]] std::optional<WallTime> troubleSince() const { return m_troubleSince; }

    [[nodiscard]] ConnectionState state() const { return m_state; }

private:
    void settleTrouble(WallTime time);
    bool settle(Health before, ConnectionState stateBefore, WallTime time);

    ConnectionState m_state = ConnectionState::Connecting;
    bool m_timedOut = false;
    bool m_slow = false;
    bool m_stale = false;    // nothing of the feed came since it stopped
    bool m_endWanted = true; // the newest end was this side's will
    std::optional<WallTime> m_since;
    std::optional<WallTime> m_troubleSince;
};

} // namespace Pongwatch
