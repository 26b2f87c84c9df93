// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/judgedfleet.h"
#include "text/formatter.h"

namespace Pongwatch
{

/// A fleet in figures: how many peers have which verdict, and what is wrong with vantages.
struct FleetSummary {
    int peers = 0;
    int down = 0;   ///< from all vantages that tell, or from the only one
    int partly = 0; ///< down from some vantages or one provider, and up from others
    QStringList vantages;
    QStringList cut;
    QStringList silent;
    QStringList providers;             ///< those from which peers are down, while others see them up
    QString onlyDown;                  ///< the name of the peer that is down, if it is the only one
    std::optional<WallTime> downSince; ///< when the first of those was seen down

    friend bool operator==(const FleetSummary &, const FleetSummary &) = default;
};

[[nodiscard]] FleetSummary summaryOf(const JudgedFleet &fleet);

/// What happened, in one line: the worst first. Translated.
[[nodiscard]] QString fleetHeadline(const FleetSummary &fleet, const Formatter &format, WallTime now);

/// Where to look first; empty if all is well. Translated.
[[nodiscard]] QString fleetAdvice(const FleetSummary &fleet);

} // namespace Pongwatch
