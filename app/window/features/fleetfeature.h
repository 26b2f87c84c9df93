// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "app/window/fleets/recentfleets.h"

class QAction;
class QMenu;

namespace Pongwatch
{

class FleetBar;
class FleetDialog;
class FleetSession;

/// Opens and closes a fleet: what agents in many places see of their peers, read from a Prometheus.
class FleetFeature : public WindowFeature
{
    Q_OBJECT

public:
    FleetFeature(const WindowContext &context, FleetBar *bar, QObject *parent = nullptr);

private:
    void retranslate() override;
    void ask();
    void fillRecent();
    void showState();
    void selectTrouble();

    FleetSession *m_session;
    RecentFleets m_recent;
    // Owned by this, or by the window.
    QAction *m_open;
    QMenu *m_recentMenu;
    QAction *m_read;
    QAction *m_close;
    FleetDialog *m_dialog = nullptr; ///< the open one; null: none
};

} // namespace Pongwatch
