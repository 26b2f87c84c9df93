// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertsettings.h"
#include "workspace/objectreader.h"

namespace Pongwatch
{

/// Where "alerts" stands, which says what may be in it: a rule about a group belongs to a workspace or a
/// group, and one about this program to a workspace.
enum class AlertLevel : quint8 { Workspace, Group, Profile };

/// Reads the object "alerts" of a workspace, a group or a profile.
void readAlerts(ObjectReader &reader, AlertLevel level, AlertSettings &settings);

/// Puts the settings into a workspace, a group or a profile, unless it says the same already, in whatever
/// words. Unknown keys stay.
void writeAlerts(const AlertSettings &settings, AlertLevel level, JsonValue &object);

/// A rule as it stands in a file.
[[nodiscard]] JsonValue alertRuleToJson(const AlertRule &rule);

} // namespace Pongwatch
