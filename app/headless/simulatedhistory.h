// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/simulatedpeer.h"
#include "engine/values/result.h"

#include <QCoreApplication>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct DemoHistoryCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoHistoryCommand)
};

/// The history to make up.
struct SimulatedHistoryPlan {
    QString file; ///< must not exist
    WallTime end{};
    int days = 7;
    quint64 seed = 1;
};

/// Writes a history file of made-up days, for demonstrations and tests: seven peers with a daily rhythm,
/// network outages, a proxy that cuts idle connections, deployments, a nightly backup. The same plan gives
/// the same measurements. Blocks for some seconds.
[[nodiscard]] Outcome writeSimulatedHistory(const SimulatedHistoryPlan &plan);

/// Its peers, before anything has happened.
[[nodiscard]] std::vector<SimulatedPeer> simulatedPeers(const SimulatedHistoryPlan &plan);

} // namespace Pongwatch
