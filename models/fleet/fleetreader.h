// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleetview.h"
#include "fleet/queryclient.h"

#include <memory>

namespace Pongwatch
{

/// The queries about a fleet, and their answers, under the same names.
struct FleetAnswers {
    QList<QueriedSeries> up;     ///< each peer from each vantage, now
    QList<QueriedSeries> before; ///< those of the last hour that are no longer reported
    QList<QueriedSeries> agents; ///< the vantages that are heard now
    QList<QueriedSeries> places; ///< vantages with their providers, of the last hour
    QList<QueriedSeries> states;
    QList<QueriedSeries> troubles; ///< since when peers are in trouble
    QList<QueriedSeries> urls;     ///< where the peers are
    QList<QueriedSeries> ends;     ///< how connections to peers that are down ended

    /// The expression of each, in this order.
    struct Question {
        const char *expression;
        QList<QueriedSeries> FleetAnswers::*answer;
    };
    [[nodiscard]] static const std::array<Question, 8> &questions();
};

/// The fleet that these answers describe. A pure function. An agent without the name of a vantage is known by
/// the address that it is scraped from ("instance").
[[nodiscard]] FleetView fleetOf(const FleetAnswers &answers, WallTime at);

/// Reads a fleet with `client`, which must outlive the reading. The receiver is called once, later: with the
/// first error, or when all answers are there.
void readFleet(QueryClient &client, const std::function<void(const Result<FleetView> &)> &receiver);

} // namespace Pongwatch
