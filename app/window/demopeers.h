// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/settings.h"

#include <QCoreApplication>

#include <memory>

namespace Pongwatch
{

class DemoFleet;

/// The built-in demo peers for the window: people look at them for minutes, not days, so faults must
/// show up within seconds. They run in this process until this object is destroyed. Lives on the GUI
/// thread.
class DemoPeers
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::DemoPeers)

public:
    DemoPeers();
    ~DemoPeers();
    DemoPeers(const DemoPeers &) = delete;
    DemoPeers &operator=(const DemoPeers &) = delete;

    /// Starts them unless they are running, and returns how to dial them.
    Result<QList<ConnectionSettings>> start();
    [[nodiscard]] bool isRunning() const { return m_fleet != nullptr; }

private:
    std::unique_ptr<DemoFleet> m_fleet; ///< null: not started
};

} // namespace Pongwatch
