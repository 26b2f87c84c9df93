// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/judgedfleet.h"

#include <QByteArrayList>

namespace Pongwatch
{

/// For a person: the peers that are not up from everywhere, each with its verdict and what each vantage sees
/// of it, and a summary. Without line breaks.
[[nodiscard]] QStringList fleetLines(const JudgedFleet &judged);

/// For a program: a "fleet-peer" for each peer, and "fleet" last. Part of the output contract.
[[nodiscard]] QByteArrayList fleetJsonl(const JudgedFleet &judged);

} // namespace Pongwatch
