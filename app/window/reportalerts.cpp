// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reportalerts.h"

#include "app/headless/reportobjectives.h"
#include "app/window/alertlog.h"
#include "app/window/application.h"

#include <algorithm>

namespace Pongwatch
{

void addAlertsAndObjectives(Report &report, Application *application, const AlertLog &log)
{
    takeAlerts(report, log.alerts());
    QSet<QString> names;
    for (const ReportPeer &peer : report.peers)
        names.insert(peer.name);
    const WindowAlerts *alerts = application->alerts();
    for (const ProfileGroup &group : application->session()->workspace().groups) {
        const bool isReported =
            std::any_of(group.profiles.cbegin(), group.profiles.cend(),
                        [&names](const Profile &profile) { return names.contains(profile.name); });
        if (isReported)
            addObjectives(report, group.name, true, alerts->standings(group.name));
    }
    for (const PeerId id : application->book()->peers())
        if (const PeerRecord *record = application->book()->record(id);
            record && names.contains(record->name()))
            addObjectives(report, record->name(), false, alerts->standings(id));
}

} // namespace Pongwatch
