// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/simulatedpeer.h"
#include "engine/values/result.h"

#include <QCoreApplication>

namespace Pongwatch
{

/// The translation context that several files here share.
struct DemoHistoryCommandStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoHistoryCommand)
};

/// What history to make up.
struct SimulatedHistoryPlan {
    QString file; ///< must not exist
    WallTime end{};
    int days = 7;
    quint64 seed = 1;
};

/// Writes a history file of days that never were, for demonstrations and tests: seven peers with their daily
/// rhythm, outages of the network, a proxy that cuts idle connections, deploys, a nightly backup. The same
/// plan gives the same measurements. Blocks for some seconds.
[[nodiscard]] Outcome writeSimulatedHistory(const SimulatedHistoryPlan &plan);

/// Its peers, before anything has happened.
[[nodiscard]] std::vector<SimulatedPeer> simulatedPeers(const SimulatedHistoryPlan &plan);

} // namespace Pongwatch
