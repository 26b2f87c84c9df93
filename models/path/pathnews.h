// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/pathfinding.h"
#include "engine/values/peerid.h"

#include <QHash>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Which traces are worth a note that is kept: the first that shows a trouble, those that show another one,
/// changes of the route, and the one that shows that it is over. An outage of a night is a few notes.
class PathNews
{
public:
    /// The sentence to keep; nullopt: it is what the peer's last trace has shown.
    [[nodiscard]] std::optional<QString> take(PeerId peer, const TracedPath &path);

    void forget(PeerId peer) { m_known.remove(peer); }

private:
    QHash<PeerId, QString> m_known; ///< what the last trace has shown, in short
};

} // namespace Pongwatch
