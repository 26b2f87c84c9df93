// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertrule.h"
#include "alerts/rules/alertway.h"
#include "alerts/rules/maintenance.h"
#include "alerts/rules/objective.h"

#include <algorithm>

namespace Pongwatch
{

/// What a workspace, a group or a profile says about alerts. What it does not say comes from the level above.
struct AlertSettings {
    QList<AlertRule> rules;               ///< each replaces one of the same name further out
    QList<MaintenanceWindow> maintenance; ///< added to those further out
    std::optional<QString> gateway; ///< the profile that they are behind; empty: none (null in the file)
    QList<Objective> objectives{};  ///< each replaces one of the same name further out

    QList<AlertWay> ways{}; ///< of a workspace: what rules may name besides AlertWay::ready()

    [[nodiscard]] bool isEmpty() const
    {
        return rules.isEmpty() && maintenance.isEmpty() && !gateway && objectives.isEmpty() && ways.isEmpty();
    }

    /// These settings, with those in `nearer` added to them or in their place.
    [[nodiscard]] AlertSettings overlaidBy(const AlertSettings &nearer) const
    {
        QList<Objective> all = objectives;
        for (const Objective &objective : nearer.objectives) {
            const auto same = std::find_if(all.begin(), all.end(), [&objective](const Objective &other) {
                return other.name == objective.name;
            });
            if (same == all.end())
                all.append(objective);
            else
                *same = objective;
        }
        return {rulesOverlaid(rules, nearer.rules), maintenance + nearer.maintenance,
                nearer.gateway ? nearer.gateway : gateway, all, ways + nearer.ways};
    }

    /// Only what applies to a single peer.
    [[nodiscard]] AlertSettings forOnePeer() const
    {
        AlertSettings rest = *this;
        rest.ways.clear();
        rest.rules.removeIf([](const AlertRule &rule) {
            return std::holds_alternative<GroupDown>(rule.condition) ||
                   std::holds_alternative<ObserverLags>(rule.condition);
        });
        return rest;
    }

    friend bool operator==(const AlertSettings &, const AlertSettings &) = default;
};

} // namespace Pongwatch
