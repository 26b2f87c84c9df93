// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "history/health.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Pongwatch
{

/// What agents in other places see, as a part of a report: which places, and what each says of each peer at
/// the moment when it was read.
struct ReportFleet {
    /// What one place sees of a peer.
    struct Sight {
        QString vantage;
        QString word; ///< "up", "down", "silent"
        QString told; ///< in words, with the evidence
    };
    struct Peer {
        QString name;
        QString group; ///< empty: none
        QString url;   ///< scheme, host and port; empty: not told
        Health health = Health::Unknown;
        QString verdict; ///< its word in the output contract
        std::optional<WallTime> since;
        QString explanation; ///< the verdict as sentences; empty: all see it up
        QList<Sight> sights;
    };

    QString source; ///< the host of the Prometheus
    WallTime readAt{};
    QString problem;  ///< why it could not be read later; empty: it could
    QString headline; ///< how the fleet is, in one line
    QStringList vantages;
    QList<Peer> peers; ///< those in trouble first
};

} // namespace Pongwatch
