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

/// What is wrong with a peer, or last was: the reason that goes with its state. A view of a record, which
/// must outlive it and not change in the meantime; texts are made on request.
class PeerFinding
{
public:
    enum class Kind : quint8 {
        Nothing,    ///< nothing has gone wrong so far
        Outside,    ///< others watch it: what they say
        Held,       ///< it is not dialled because a secret is missing
        Unanswered, ///< pings are unanswered, but the connection is kept open
        Flapping,   ///< connections open and are lost again and again
        Stale,      ///< connected, but its feed has stopped
        Slow,       ///< answers take longer than they should
        Down,       ///< not connected: the end that led to this
        WasDown,    ///< it answers, or is paused, and the newest end is in the past
    };

    explicit PeerFinding(const PeerRecord &record);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Whether it is about the present, not about something that is over.
    [[nodiscard]] bool isCurrent() const { return m_kind != Kind::Nothing && m_kind != Kind::WasDown; }

    /// When it happened; 1970 if there is no such moment.
    [[nodiscard]] WallTime time() const;

    /// Where to look; nowhere if it is nobody's fault.
    [[nodiscard]] Suspicion suspicion() const;

    /// About 40 characters: "Connection refused". Empty for Nothing.
    [[nodiscard]] QString inShort() const;

    /// One or a few sentences for a person on call. `slowAfter` is the peer's limit.
    [[nodiscard]] QString sentence(const std::optional<nanoseconds> &slowAfter = {}) const;

    /// The evidence for it.
    [[nodiscard]] QList<Fact> facts(const PeerFacts &words,
                                    const std::optional<nanoseconds> &slowAfter = {}) const;

private:
    /// The missed deadlines of a connection that is still open, as if it ended now.
    [[nodiscard]] Verdict unanswered() const;

    const PeerRecord &m_record;
    Kind m_kind;
};

} // namespace Pongwatch
