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

/// The contents of one peer's row, by column. Everything it points to must outlive it.
class PeerCells
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PeerCells)

public:
    struct Source {
        const PeerRecord &record;
        const PeerLabels &labels;
        const StatisticsSummary &summary; ///< for the visible time
        bool verifiesTls = true;
        bool muted = false;
        WallTime now{};
        Formatter format;
        nanoseconds trendWindow{0};
        const KeepaliveSettings *keepalive = nullptr; ///< null: unknown
    };

    explicit PeerCells(const Source &source)
        : m(source)
    {
    }

    /// The text to show; invalid if there is none.
    [[nodiscard]] QVariant display(PeerColumn c) const;
    /// The value to sort by: see PeerSortRole.
    [[nodiscard]] QVariant sortKey(PeerColumn c) const;
    /// For how long the state has been what it is; empty before anything happened.
    [[nodiscard]] QString stateAge() const;
    [[nodiscard]] bool isWarning(PeerColumn c) const;
    [[nodiscard]] QString toolTip(PeerColumn c) const;
    [[nodiscard]] QString spoken(PeerColumn c) const;

private:
    [[nodiscard]] QDateTime certificateExpires() const;
    /// How long a ping has been in flight that should have been answered by now: for three times the usual,
    /// and at least a second; nullopt if there is none, or if its deadline has already passed.
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
    GroupCells(const QString &name, const GroupSummary &sum, WallTime now, Formatter format)
        : m_name(name)
        , m_sum(sum)
        , m_now(now)
        , m_format(std::move(format))
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
    Formatter m_format;
};

} // namespace Pongwatch
