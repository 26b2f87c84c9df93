// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"
#include "engine/values/verdict.h"
#include "peers/peerfacts.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

class PeerRecord;

/// What is the matter with a peer, or was at last: the answer to "why" that goes with its state. A view on a
/// record, which outlives it and is not changed meanwhile; what it says is worked out when it is asked.
class PeerFinding
{
public:
    enum class Kind : quint8 {
        Nothing,    ///< nothing went wrong so far
        Held,       ///< it is not dialled, for the want of a secret
        Unanswered, ///< pings are unanswered while the connection is kept open
        Flapping,   ///< connections come about, and are lost again and again
        Stale,      ///< connected, but its feed has stopped
        Slow,       ///< answers take longer than they should
        Down,       ///< not connected: the end that it came from
        WasDown,    ///< it answers, or is paused; the newest end is behind it
    };

    explicit PeerFinding(const PeerRecord &record);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Whether it tells of now, not of what is over.
    [[nodiscard]] bool isCurrent() const { return m_kind != Kind::Nothing && m_kind != Kind::WasDown; }

    /// When it happened; 1970 where there is no such moment.
    [[nodiscard]] WallTime time() const;

    /// Where to look; nobody when it is nobody's fault.
    [[nodiscard]] Suspicion suspicion() const;

    /// About 40 characters: "Connection refused". Empty for Nothing.
    [[nodiscard]] QString inShort() const;

    /// For a person on call, one sentence or a few. `slowAfter` is the peer's limit.
    [[nodiscard]] QString sentence(const std::optional<nanoseconds> &slowAfter = {}) const;

    /// What it rests on.
    [[nodiscard]] QList<Fact> facts(const std::optional<nanoseconds> &slowAfter = {}) const;

private:
    /// The missed deadlines of a connection that is still open, as if it ended now.
    [[nodiscard]] Verdict unanswered() const;

    const PeerRecord &m_record;
    Kind m_kind;
};

} // namespace Pongwatch
