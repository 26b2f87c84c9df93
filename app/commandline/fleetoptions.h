// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "engine/values/settings.h"

namespace Pongwatch
{

/// The options for how a Prometheus is asked: some of those for peers.
[[nodiscard]] QList<OptionSpec> fleetConnectionSpecs();

/// Where the Prometheus is (a URL as it was given), and how it is asked. A user in the URL is basic
/// authentication, unless the options say otherwise.
[[nodiscard]] Result<ConnectionSettings> readFleetSettings(const QString &url,
                                                           const ParsedArguments &arguments);

} // namespace Pongwatch
