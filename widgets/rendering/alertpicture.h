// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/peerrecord.h"

#include <QByteArray>

namespace Pongwatch
{

/// How a peer fared in the last 15 minutes, for an alert: a small PNG of its latency, timeouts and times
/// without a connection. Empty where nothing can be painted: it needs a QGuiApplication. Some milliseconds.
[[nodiscard]] QByteArray alertPicture(const PeerRecord &peer, WallTime now);

} // namespace Pongwatch
