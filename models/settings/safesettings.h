// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstable.h"

#include <QJsonObject>

namespace Pongwatch
{

// Settings as JSON that anybody may read: names of headers and not their values, that there are credentials
// and not which, that there is a heartbeat and not its text.

/// Every setting that the history keeps, under its key there.
[[nodiscard]] QJsonObject toHistoryJson(const ConnectionSettings &settings);

/// The settings of such an object. What is missing or makes no sense is the default.
[[nodiscard]] ConnectionSettings fromHistoryJson(const QJsonObject &object);

/// Every setting that a report shows, under its key there.
[[nodiscard]] QJsonObject toReportJson(const ConnectionSettings &settings);

} // namespace Pongwatch
