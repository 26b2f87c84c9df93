// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstable.h"

#include <QJsonObject>

namespace Pongwatch
{

// Settings as JSON that anybody may read: the names of headers but not their values, whether there are
// credentials but not which, whether there is a heartbeat but not its text.

/// All settings that the history keeps, by their keys in it.
[[nodiscard]] QJsonObject toHistoryJson(const ConnectionSettings &settings);

/// The settings in such an object. Missing or invalid values become the defaults.
[[nodiscard]] ConnectionSettings fromHistoryJson(const QJsonObject &object);

/// All settings that a report shows, by their keys in it.
[[nodiscard]] QJsonObject toReportJson(const ConnectionSettings &settings);

} // namespace Pongwatch
