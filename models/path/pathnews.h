// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/pathfinding.h"
#include "engine/values/peerid.h"

#include <QHash>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Decides which traces are worth keeping as a note: the first one that shows a problem, those that show a
/// different problem, changes of the route, and the one that shows that the problem is over. An outage that
/// lasts all night makes a few notes.
class PathNews
{
public:
    /// The sentence to keep. nullopt: the peer's last trace has shown the same.
    [[nodiscard]] std::optional<QString> take(PeerId peer, const TracedPath &path);

    void forget(PeerId peer) { m_known.remove(peer); }

private:
    QHash<PeerId, QString> m_known; ///< what the last trace has shown, in brief
};

} // namespace Pongwatch
