// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/alertrule.h"

#include <algorithm>

namespace Pongwatch
{

QList<AlertRule> rulesOverlaid(QList<AlertRule> outer, const QList<AlertRule> &nearer)
{
    for (const AlertRule &rule : nearer) {
        const auto same = std::find_if(outer.begin(), outer.end(),
                                       [&rule](const AlertRule &other) { return other.name == rule.name; });
        if (same == outer.end())
            outer.append(rule);
        else
            *same = rule;
    }
    return outer;
}

QLatin1String toWord(AlertState state)
{
    switch (state) {
    case AlertState::Down:
        return QLatin1String("down");
    case AlertState::TimedOut:
        return QLatin1String("timed-out");
    case AlertState::Failed:
        return QLatin1String("failed");
    case AlertState::Slow:
        return QLatin1String("slow");
    case AlertState::Stale:
        return QLatin1String("stale");
    case AlertState::Flapping:
        break;
    }
    return QLatin1String("flapping");
}

QLatin1String toWord(AlertFigure figure)
{
    switch (figure) {
    case AlertFigure::Loss:
        return QLatin1String("loss");
    case AlertFigure::P50:
        return QLatin1String("p50");
    case AlertFigure::P95:
        return QLatin1String("p95");
    case AlertFigure::Jitter:
        break;
    }
    return QLatin1String("jitter");
}

QLatin1String toWord(const AlertCondition &condition)
{
    static constexpr std::array<const char *, 9> words{"state", "pings",    "figure", "ends", "certificate",
                                                       "group", "observer", "past",   "burn"};
    static_assert(std::variant_size_v<AlertCondition> == words.size());
    return QLatin1String(words.at(condition.index()));
}

} // namespace Pongwatch
