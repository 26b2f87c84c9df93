// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "app/headless/pinglines.h"
#include "app/headless/pingrun.h"

namespace Pongwatch
{

/// What `pongwatch ping` should do; everything that can be checked without dialling is checked.
struct PingRequest {
    PingPlan plan;
    PingManners manners;
    bool jsonl = false;
};

[[nodiscard]] QList<OptionSpec> pingOptionSpecs();
[[nodiscard]] Result<PingRequest> readPingOptions(const ParsedArguments &arguments);

} // namespace Pongwatch
