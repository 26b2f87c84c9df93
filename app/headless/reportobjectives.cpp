// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/reportobjectives.h"

namespace Pongwatch
{

void addObjectives(Report &report, const QString &of, bool isOfGroup,
                   const QList<std::pair<Objective, ObjectiveStanding>> &standings)
{
    for (const auto &[objective, standing] : standings)
        report.objectives.push_back({of, isOfGroup, objective.name, objective.open, standing.open,
                                     objective.pings, standing.pings, objective.within, objective.period,
                                     standing.left()});
}

} // namespace Pongwatch
