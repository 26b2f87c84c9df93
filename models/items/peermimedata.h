// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"

#include <QList>
#include <QMimeData>

#include <memory>

namespace Pongwatch
{

/// Peers being dragged inside the window. Their ids mean nothing to another run of the program, which rejects
/// them.
namespace PeerMimeData
{

[[nodiscard]] QString type();

[[nodiscard]] std::unique_ptr<QMimeData> make(const QList<PeerId> &peers);

/// Empty if it has none, or if they are from another program.
[[nodiscard]] QList<PeerId> peers(const QMimeData *data);

} // namespace PeerMimeData

} // namespace Pongwatch
