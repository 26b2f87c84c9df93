// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

namespace Pongwatch
{

class AlertLog;
class Application;

/// Adds to a report of this run what is known of alerts: those of this run and of earlier ones that the
/// window has read, and how the objectives of the reported peers and of the groups stand. GUI thread.
void addAlertsAndObjectives(Report &report, Application *application, const AlertLog &log);

} // namespace Pongwatch
