// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <optional>
#include <span>
#include <vector>

namespace Pongwatch
{

/// A connection that was open, and ended although this side did not want it to.
struct LostConnection {
    WallTime at{};
    nanoseconds age{0}; ///< how long it had been open
};

/// When a peer flaps: connections come about, and are lost again and again. docs/states.md has the rule for
/// users.
struct FlapRule {
    static constexpr std::chrono::minutes window{10}; ///< in which …
    static constexpr size_t fewest = 3;               ///< … so many connections are lost at least
    /// A connection that has been open for so long, and twice as long as each that was lost, has come to
    /// stay.
    static constexpr seconds steadyAfter{120};
    /// Without a connection for so long, the peer is down, which says more. The longest wait for the next
    /// dial is shorter.
    static constexpr seconds downAfter{120};
};

/// Whether a peer flaps at `now`. `lost`: by time, older ones than the window may be among them; `openSince`:
/// of the connection that is open; nullopt: none is.
[[nodiscard]] bool isFlapping(std::span<const LostConnection> lost, std::optional<WallTime> openSince,
                              WallTime now);

/// Keeps what the rule needs to know of one peer: at most `limit` lost connections.
class FlapMeter
{
public:
    static constexpr size_t limit = 100;

    void add(const ConnectionEvent &event);
    /// These were lost before everything that was added: in an earlier run of the program. By time.
    void recall(const std::vector<LostConnection> &earlier, WallTime now);
    /// Time has passed. True when it flaps now and did not before, or the other way round.
    bool look(WallTime now);

    [[nodiscard]] bool isFlapping() const { return m_since.has_value(); }
    /// When the first of the connections was lost that make it so; nullopt: it does not flap.
    [[nodiscard]] const std::optional<WallTime> &since() const { return m_since; }
    /// By time, as of the last look.
    [[nodiscard]] const std::vector<LostConnection> &lost() const { return m_lost; }
    /// How many connections were lost in the rule's window before the last look.
    [[nodiscard]] size_t lostInWindow() const { return m_lost.size(); }

private:
    std::vector<LostConnection> m_lost; // by time, of the window
    std::optional<WallTime> m_openSince;
    std::optional<WallTime> m_since;
};

} // namespace Pongwatch
