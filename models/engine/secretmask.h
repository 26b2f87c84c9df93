// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "engine/values/verdict.h"

namespace Pongwatch
{

/// Blots out what a server repeats of this side's secrets (credentials, passwords, the values of headers)
/// wherever its words are kept in a verdict: they go into files and onto screens. Any thread.
void maskSecrets(Verdict &verdict, const ConnectionSettings &settings);

} // namespace Pongwatch
