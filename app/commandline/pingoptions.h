// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "app/headless/pinglines.h"
#include "app/headless/pingrun.h"

namespace Pongwatch
{

/// What `pongwatch ping` was asked to do; everything is checked that can be checked without dialling.
struct PingRequest {
    PingPlan plan;
    PingManners manners;
    bool jsonl = false;
};

[[nodiscard]] QList<OptionSpec> pingOptionSpecs();
[[nodiscard]] Result<PingRequest> readPingOptions(const ParsedArguments &arguments);

} // namespace Pongwatch
