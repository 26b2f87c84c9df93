// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/objectiveledger.h"
#include "reports/report.h"

#include <QList>

namespace Pongwatch
{

/// Adds to the report how the objectives of a peer or a group stand.
void addObjectives(Report &report, const QString &of, bool isOfGroup,
                   const QList<std::pair<Objective, ObjectiveStanding>> &standings);

} // namespace Pongwatch
