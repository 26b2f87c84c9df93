// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "history/statisticssummary.h"
#include "items/peercolumns.h"
#include "peers/groupsummary.h"
#include "peers/peerlabels.h"

#include <QCoreApplication>

namespace Pongwatch
{

class PeerRecord;

/// What the row of one peer says in each column. All it points at outlives it.
class PeerCells
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PeerCells)

public:
    struct Source {
        const PeerRecord &record;
        const PeerLabels &labels;
        const StatisticsSummary &summary; ///< of the time in sight
        bool verifiesTls = true;
        bool muted = false;
        WallTime now{};
        nanoseconds trendWindow{0};
        const KeepaliveSettings *keepalive = nullptr; ///< null: not known
    };

    explicit PeerCells(const Source &source)
        : m(source)
    {
    }

    /// The text that is shown; invalid: nothing.
    [[nodiscard]] QVariant display(PeerColumn c) const;
    /// What is sorted by: see PeerSortRole.
    [[nodiscard]] QVariant sortKey(PeerColumn c) const;
    /// How long the state has been what it is; empty before anything happened.
    [[nodiscard]] QString stateAge() const;
    [[nodiscard]] bool isWarning(PeerColumn c) const;
    [[nodiscard]] QString toolTip(PeerColumn c) const;
    [[nodiscard]] QString spoken(PeerColumn c) const;

private:
    [[nodiscard]] QDateTime certificateExpires() const;
    /// For how long a ping has been out that should have been answered: three times as long as usual, and a
    /// second at least; nullopt: none is, or its deadline is over already.
    [[nodiscard]] std::optional<nanoseconds> unansweredFor() const;
    [[nodiscard]] QString nameToolTip() const;
    [[nodiscard]] QString findingToolTip() const;

    Source m;
};

/// The same for the row of a group.
class GroupCells
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::GroupCells)

public:
    GroupCells(const QString &name, const GroupSummary &sum, WallTime now)
        : m_name(name)
        , m_sum(sum)
        , m_now(now)
    {
    }

    [[nodiscard]] QVariant display(PeerColumn c) const;
    [[nodiscard]] QVariant sortKey(PeerColumn c) const;
    [[nodiscard]] QString stateAge() const;
    [[nodiscard]] bool isWarning(PeerColumn c) const;
    [[nodiscard]] QString toolTip(PeerColumn c) const;
    [[nodiscard]] QString spoken(PeerColumn c) const;

private:
    const QString &m_name;
    const GroupSummary &m_sum;
    WallTime m_now;
};

} // namespace Pongwatch
