// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/fleetaddress.h"

#include <QList>

namespace Pongwatch
{

class WindowSettings;

/// The fleets opened last, newest first; each URL once. Secrets are references. Lives on the GUI thread; the
/// settings must outlive it.
class RecentFleets
{
public:
    static constexpr qsizetype Most = 8;

    explicit RecentFleets(WindowSettings *settings);

    [[nodiscard]] const QList<FleetAddress> &addresses() const { return m_addresses; }
    void add(const FleetAddress &address);
    void clear();

private:
    void keep();

    WindowSettings *m_settings;
    QList<FleetAddress> m_addresses;
};

} // namespace Pongwatch
