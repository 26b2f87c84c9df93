// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/health.h"
#include "history/peerrecord.h"

#include <QString>

#include <deque>

namespace Pongwatch
{

/// In one line, how all peers together are doing, and where to look first.
struct SituationLine {
    Health worst = Health::Paused;
    QString text;
};

[[nodiscard]] SituationLine situationLine(const std::deque<PeerRecord> &peers, WallTime now);

} // namespace Pongwatch
