// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "history/health.h"
#include "peers/peerfacts.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Pongwatch
{

struct FleetRow;
struct VantageSight;

/// Whether a vantage that finds a peer in this health sees it up.
[[nodiscard]] bool isSeenUp(Health health);

/// One cell of the column of vantages: what one place sees of the peer.
struct VantageCell {
    QString vantage;
    std::optional<Health> health; ///< nullopt: this vantage doesn't watch the peer
    QString word;                 ///< "OK", "Down", "Silent"

    friend bool operator==(const VantageCell &, const VantageCell &) = default;
};

/// What vantages see of a peer, in words.
class VantageCells
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::VantageCells)

public:
    /// One for each of the fleet's vantages, in their order.
    static QList<VantageCell> of(const FleetRow &row, const QStringList &vantages);
    /// "2 of 3 up".
    static QString inShort(const FleetRow &row);
    static QString inShort(const QList<VantageCell> &cells);
    /// "Silent", "Down".
    static QString word(const VantageSight &sight);
    /// By healthOf() the sight; Unknown: nothing is heard.
    static QString word(Health health);
    /// With what is known: "Down since 14:03:11; refused, points to the peer".
    static QString evidence(const VantageSight &sight, const Formatter &format, WallTime now);
    /// A line for each vantage.
    static QString toolTip(const FleetRow &row, const Formatter &format, WallTime now);
    /// The same as facts: the vantages by name, and what each sees.
    static QList<Fact> facts(const FleetRow &row, const Formatter &format, WallTime now);
    /// The more trouble, the lower.
    static int sortKey(const FleetRow &row);

private:
    static QString upOf(qsizetype ups, qsizetype all);
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::VantageCell)
