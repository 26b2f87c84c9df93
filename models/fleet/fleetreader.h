// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/fleetview.h"
#include "fleet/queryclient.h"

#include <memory>

namespace Pongwatch
{

/// The queries about a fleet, and their answers. A fleet of which all is heard and up costs a few queries
/// about now: the last hour is looked at only for vantages that are silent, and details are asked for only
/// of peers that are down.
struct FleetAnswers {
    QList<QueriedSeries> up;       ///< each peer from each vantage, now
    QList<QueriedSeries> agents;   ///< the vantages that are heard now
    QList<QueriedSeries> lately;   ///< those of the last hour that are not
    QList<QueriedSeries> places;   ///< vantages with their providers, of the last hour
    QList<QueriedSeries> states;   ///< of peers that are not simply up
    QList<QueriedSeries> troubles; ///< since when peers are in trouble
    QList<QueriedSeries> urls;     ///< where the peers are
    // Asked for once the others are there.
    QList<QueriedSeries> before; ///< the peers of the last hour from vantages that are silent
    QList<QueriedSeries> ends;   ///< how connections to peers that are down ended

    struct Question {
        QString expression;
        QList<QueriedSeries> FleetAnswers::*answer; ///< where its answer is added
    };
    /// What is asked first, at once.
    [[nodiscard]] static const QList<Question> &questions();
    /// What the answers to these leave open. Pure.
    [[nodiscard]] QList<Question> followUps() const;
};

/// The fleet that these answers describe. A pure function. An agent without the name of a vantage is known by
/// the address that it is scraped from ("instance"). A peer that is up and of which no other state is told is
/// "ok".
[[nodiscard]] FleetView fleetOf(const FleetAnswers &answers, WallTime at);

/// Reads a fleet with `client`, which must outlive the reading. The receiver is called once, later: with the
/// first error, or when all answers are there.
void readFleet(QueryClient &client, const std::function<void(const Result<FleetView> &)> &receiver);

} // namespace Pongwatch
