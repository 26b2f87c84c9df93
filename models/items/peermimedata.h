// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QMimeData>

#include <memory>

namespace Pongwatch
{

/// Peers as they are dragged inside the window. Their numbers mean nothing to another run of the program,
/// which refuses them.
namespace PeerMimeData
{

[[nodiscard]] QString type();

[[nodiscard]] std::unique_ptr<QMimeData> make(const QList<PeerId> &peers);

/// Empty: there are none in it, or not this program's.
[[nodiscard]] QList<PeerId> peers(const QMimeData *data);

} // namespace PeerMimeData

} // namespace Pongwatch
