// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <optional>
#include <span>
#include <vector>

namespace Pongwatch
{

/// A connection that was open and then ended against the wishes of this side.
struct LostConnection {
    WallTime at{};
    nanoseconds age{0}; ///< how long it had been open
};

/// Decides when a peer flaps: its connections open and are lost again and again. docs/states.md explains the
/// rule to users.
struct FlapRule {
    static constexpr std::chrono::minutes window{10}; ///< within this time …
    static constexpr size_t fewest = 3;               ///< … at least this many connections must be lost
    /// A connection that has been open for this long, and twice as long as any of those lost, counts as
    /// stable.
    static constexpr seconds steadyAfter{120};
    /// If there was no connection for this long, the peer is down, which says more. The longest wait between
    /// dials is shorter.
    static constexpr seconds downAfter{120};
};

/// Whether a peer flaps at `now`. `lost` is in time order and may contain connections from before the window;
/// `openSince` is for the open connection; nullopt if there is none.
[[nodiscard]] bool isFlapping(std::span<const LostConnection> lost, std::optional<WallTime> openSince,
                              WallTime now);

/// Keeps what the rule needs to know about one peer: at most `limit` lost connections.
class FlapMeter
{
public:
    static constexpr size_t limit = 100;

    void add(const ConnectionEvent &event);
    /// Adds connections lost before all others, in an earlier run of the program; in time order.
    void recall(const std::vector<LostConnection> &earlier, WallTime now);
    /// Time has passed. Returns true if it has started or stopped flapping.
    bool look(WallTime now);

    [[nodiscard]] bool isFlapping() const { return m_since.has_value(); }
    /// When the first of the lost connections that make it flap was lost; nullopt: it does not flap.
    [[nodiscard]] const std::optional<WallTime> &since() const { return m_since; }
    /// In time order, as of the last look.
    [[nodiscard]] const std::vector<LostConnection> &lost() const { return m_lost; }
    /// How many connections were lost in the rule's window before the last look.
    [[nodiscard]] size_t lostInWindow() const { return m_lost.size(); }

private:
    std::vector<LostConnection> m_lost; // those within the window, by time
    std::optional<WallTime> m_openSince;
    std::optional<WallTime> m_since;
};

} // namespace Pongwatch
