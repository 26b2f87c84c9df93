// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

class PeerRecord;

/// The address that a peer's connections go to, without its port: what peers that fail together have in
/// common. The name in the URL until a connection was open.
[[nodiscard]] QString hostOf(const PeerRecord &record);

} // namespace Pongwatch
