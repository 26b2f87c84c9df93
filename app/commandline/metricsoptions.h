// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "app/commandline/optionvalues.h"
#include "metrics/metricsbook.h"

#include <optional>

namespace Pongwatch
{

/// How metrics are to be served.
struct MetricsRequest {
    ListenAddress listen;
    QString webConfig; ///< the file that says how they are protected; empty: not
    MetricsOptions options;
};

/// --metrics and what belongs to it.
[[nodiscard]] QList<OptionSpec> metricsOptionSpecs();

/// What those options say; nullopt: nothing is to be served. The web configuration is not read yet.
[[nodiscard]] Result<std::optional<MetricsRequest>> readMetricsOptions(const ParsedArguments &arguments);

/// Reads "0.001,0.01,0.1": bounds in seconds, ascending, above 0.
[[nodiscard]] Result<RttBuckets> parseRttBuckets(const QString &option, const QString &text);

} // namespace Pongwatch
